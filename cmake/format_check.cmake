# SPDX-License-Identifier: Apache-2.0
# Hold every C and C++ file of the tree to .clang-format:
#   cmake -DSOURCE=… [-DFIX=ON] -P format_check.cmake
# With FIX the files are rewritten.  Another version of clang-format would format some lines otherwise, so the check
# asks for the one that the tree is written with; without it ctest counts the test as skipped.
set(version 14)

find_program(clang_format NAMES clang-format-${version} clang-format)
if(clang_format)
  execute_process(COMMAND "${clang_format}" --version OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
if(NOT found MATCHES "version ${version}\\.")
  set(what "format check skipped: it needs clang-format ${version} (Debian 12: apt-get install clang-format), found: ${found}")
  if(FIX)
    message(FATAL_ERROR "${what}")
  endif()
  message("${what}")
  return()
endif()

set(files)
foreach(folder bench docs examples lib properties reference)
  file(GLOB_RECURSE sources "${SOURCE}/${folder}/*.cpp" "${SOURCE}/${folder}/*.hpp" "${SOURCE}/${folder}/*.c"
    "${SOURCE}/${folder}/*.h")
  list(APPEND files ${sources})
endforeach()
list(LENGTH files count)
if(count EQUAL 0)
  message(FATAL_ERROR "no sources in ${SOURCE}")
endif()

if(FIX)
  execute_process(COMMAND "${clang_format}" -i ${files} COMMAND_ERROR_IS_FATAL ANY)
  return()
endif()
execute_process(COMMAND "${clang_format}" --dry-run -Werror ${files} RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "not formatted; to format: cmake --build BUILD --target format")
endif()
message("${count} files are formatted")
