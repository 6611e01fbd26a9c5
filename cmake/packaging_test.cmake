# SPDX-License-Identifier: Apache-2.0
# Build and run examples/consumer as its user would:
#   cmake -DWAY=installed|folder|shared -DSOURCE=… -DBUILD=… -DWORK=… -DGENERATOR=… -DCXX=… -DNM=… -P packaging_test.cmake
# installed: against a package installed to one prefix and then moved to another; folder: by add_subdirectory;
# shared: against a shared library, moved too, whose exports are compared with the headers.  A moved package is used
# through pkg-config as well, and if LAWS is true examples/gtest is built against it.
cmake_policy(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/exports.cmake")

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(run_for output)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE text OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  set(${output} "${text}" PARENT_SCOPE)
endfunction()

function(expect text)
  run_for(said ${ARGN})
  if(NOT said MATCHES "${text}")
    message(FATAL_ERROR "expected ${text}; ${ARGN} printed: ${said}")
  endif()
endfunction()

function(use_by_cmake from)
  run("${CMAKE_COMMAND}" -S "${SOURCE}/examples/consumer" -B "${WORK}/build" -G "${GENERATOR}"
    "-DCMAKE_CXX_COMPILER=${CXX}" "-DCMAKE_CXX_FLAGS=${CXX_FLAGS}" "${from}")
  run("${CMAKE_COMMAND}" --build "${WORK}/build")
  expect("logsumexp 1000.6931471805" "${WORK}/build/consumer")
endfunction()

# The laws in a GoogleTest program of another project: its list, a law that holds, and one that is broken.
function(use_laws prefix)
  run("${CMAKE_COMMAND}" -S "${SOURCE}/examples/gtest" -B "${WORK}/gtest" -G "${GENERATOR}"
    "-DCMAKE_CXX_COMPILER=${CXX}" "-DCMAKE_CXX_FLAGS=${CXX_FLAGS}" "-DCMAKE_PREFIX_PATH=${prefix}")
  run("${CMAKE_COMMAND}" --build "${WORK}/gtest")
  set(kernels "${WORK}/gtest/kernels_test")
  expect("Kernels\\..*\n  bounds.above-max" "${kernels}" --gtest_list_tests)
  expect("PASSED  . 1 test" "${kernels}" --gtest_filter=Kernels.symmetry.equals)
  execute_process(COMMAND "${kernels}" --gtest_filter=Kernels.agreement.logsumexp OUTPUT_VARIABLE said RESULT_VARIABLE code)
  if(code EQUAL 0 OR NOT said MATCHES "returned  logsumexp.*again     SOFTLAW_INPUT='([^']*)'")
    message(FATAL_ERROR "a broken law, but with exit code ${code}: ${said}")
  endif()
  set(ENV{SOFTLAW_INPUT} "${CMAKE_MATCH_1}")
  execute_process(COMMAND "${kernels}" --gtest_filter=Kernels.agreement.logsumexp OUTPUT_QUIET RESULT_VARIABLE code)
  if(code EQUAL 0)
    message(FATAL_ERROR "the input '$ENV{SOFTLAW_INPUT}' does not break the law again")
  endif()
  unset(ENV{SOFTLAW_INPUT})
  execute_process(COMMAND "${WORK}/gtest/judge_kernels" OUTPUT_VARIABLE said RESULT_VARIABLE code)
  if(NOT code EQUAL 1 OR NOT said MATCHES "broken  agreement.logsumexp")
    message(FATAL_ERROR "judge_kernels ended with ${code}: ${said}")
  endif()
endfunction()

function(use_by_pkg_config prefix)
  find_program(pkg_config NAMES pkgconf pkg-config)
  if(NOT pkg_config)
    message("pkg-config is missing: softlaw.pc is not tried")
    return()
  endif()
  file(GLOB_RECURSE pc "${prefix}/*/softlaw.pc")
  cmake_path(GET pc PARENT_PATH folder)
  set(ENV{PKG_CONFIG_PATH} "${folder}")
  run_for(flags "${pkg_config}" --cflags --libs softlaw)
  separate_arguments(flags UNIX_COMMAND "${CXX_FLAGS} ${flags}")
  run("${CXX}" -std=c++20 "${SOURCE}/examples/consumer/consumer.cpp" -o "${WORK}/by_pkg_config" ${flags})
  cmake_path(GET folder PARENT_PATH libraries)
  set(ENV{LD_LIBRARY_PATH} "${libraries}")
  expect("logsumexp 1000.6931471805" "${WORK}/by_pkg_config")
endfunction()

file(REMOVE_RECURSE "${WORK}")
if(WAY STREQUAL "folder")
  use_by_cmake("-DSOFTLAW_SOURCE=${SOURCE}")
  return()
endif()

if(WAY STREQUAL "shared")
  set(BUILD "${WORK}/library")
  run("${CMAKE_COMMAND}" -S "${SOURCE}" -B "${BUILD}" -G "${GENERATOR}" "-DCMAKE_CXX_COMPILER=${CXX}"
    "-DCMAKE_CXX_FLAGS=${CXX_FLAGS}" -DCMAKE_BUILD_TYPE=Debug -DBUILD_SHARED_LIBS=ON -DSOFTLAW_BUILD_TESTS=OFF
    -DSOFTLAW_BUILD_REFERENCE=OFF -DSOFTLAW_BUILD_PROPERTIES=OFF)
  run("${CMAKE_COMMAND}" --build "${BUILD}")
  expect_public_exports("${NM}" "${BUILD}/lib/libsoftlaw.so" "${SOURCE}/lib/include/softlaw")
endif()
run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/first")
file(RENAME "${WORK}/first" "${WORK}/moved")
use_by_cmake("-DCMAKE_PREFIX_PATH=${WORK}/moved")
if(WAY STREQUAL "installed")
  expect("1000.6931471805599453094172321214581765" "${WORK}/build/enclosure")  # 1000 + log 2
  if(LAWS)
    use_laws("${WORK}/moved")
  endif()
endif()
use_by_pkg_config("${WORK}/moved")
