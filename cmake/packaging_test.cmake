# SPDX-License-Identifier: Apache-2.0
# Build and run examples/consumer as its user would:
#   cmake -DWAY=installed|folder -DSOURCE=… -DBUILD=… -DWORK=… -DGENERATOR=… -DCXX=… -P packaging_test.cmake
# installed: against a package installed to one prefix and then moved to another; folder: by add_subdirectory.
function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(run_for output)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  set(${output} "${text}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE "${WORK}")
if(WAY STREQUAL "installed")
  run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/first")
  file(RENAME "${WORK}/first" "${WORK}/moved")
  set(from "-DCMAKE_PREFIX_PATH=${WORK}/moved")
else()
  set(from "-DSOFTLAW_SOURCE=${SOURCE}")
endif()

run("${CMAKE_COMMAND}" -S "${SOURCE}/examples/consumer" -B "${WORK}/build" -G "${GENERATOR}" "-DCMAKE_CXX_COMPILER=${CXX}"
  "-DCMAKE_CXX_FLAGS=${CXX_FLAGS}" "${from}")
run("${CMAKE_COMMAND}" --build "${WORK}/build")

run_for(said "${WORK}/build/consumer")
if(NOT said MATCHES "logsumexp 1000.6931471805")
  message(FATAL_ERROR "consumer printed: ${said}")
endif()
if(WAY STREQUAL "installed")
  run_for(said "${WORK}/build/enclosure")
  if(NOT said MATCHES "1000.6931471805599453094172321214581765")  # 1000 + log 2
    message(FATAL_ERROR "enclosure printed: ${said}")
  endif()
endif()
