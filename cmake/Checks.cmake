# SPDX-License-Identifier: Apache-2.0
# The checks of the source text itself: the test format_check, and the targets format and tidy.
set(format_check "${CMAKE_COMMAND}" "-DSOURCE=${PROJECT_SOURCE_DIR}")
set(format_script "${PROJECT_SOURCE_DIR}/cmake/format_check.cmake")

add_custom_target(format COMMAND ${format_check} -DFIX=ON -P "${format_script}" VERBATIM
  COMMENT "Formatting C and C++")
if(SOFTLAW_BUILD_TESTS)
  add_test(NAME format_check COMMAND ${format_check} -P "${format_script}")
  set_tests_properties(format_check PROPERTIES SKIP_REGULAR_EXPRESSION "format check skipped")
endif()

# clang-tidy on the files that this build compiles, without compiling them; SOFTLAW_TIDY chooses among them, by a
# regular expression on the path in the tree, such as lib/src/.
set(SOFTLAW_TIDY "(bench|examples|lib|properties|reference)/" CACHE STRING "The files that the target tidy reads")
find_program(SOFTLAW_RUN_CLANG_TIDY NAMES run-clang-tidy-14 run-clang-tidy
  DOC "LLVM's runner of clang-tidy (Debian: clang-tidy)")
mark_as_advanced(SOFTLAW_RUN_CLANG_TIDY)
if(SOFTLAW_RUN_CLANG_TIDY AND CMAKE_EXPORT_COMPILE_COMMANDS)
  string(REGEX REPLACE "([][+.*()^$|?])" "\\\\\\1" root "${PROJECT_SOURCE_DIR}")
  add_custom_target(tidy COMMENT "Reading ${SOFTLAW_TIDY} with clang-tidy"
    COMMAND "${SOFTLAW_RUN_CLANG_TIDY}" -quiet -p "${PROJECT_BINARY_DIR}" "^${root}/${SOFTLAW_TIDY}.*[.]cpp$"
    USES_TERMINAL VERBATIM)
endif()
