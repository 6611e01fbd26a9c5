# SPDX-License-Identifier: Apache-2.0
# Write the header that says of which commit a build is, if it says another:
#   cmake -DSOURCE=… -DHEADER=… -DCOMPILER=… -DFLAGS=… -P Commit.cmake
# Without git, or outside a clone, the commit is unknown.
find_program(git git)
set(commit unknown)
if(git)
  execute_process(COMMAND "${git}" -C "${SOURCE}" describe --always --dirty --abbrev=12 --match=none
    OUTPUT_VARIABLE said OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  if(NOT failed)
    set(commit "${said}")
  endif()
endif()
string(REGEX REPLACE "([\\\"])" "\\\\\\1" FLAGS "${FLAGS}")
string(STRIP "${FLAGS}" FLAGS)
file(CONFIGURE OUTPUT "${HEADER}" @ONLY CONTENT [[
#pragma once
#define SOFTLAW_COMMIT "@commit@"
#define SOFTLAW_COMPILER "@COMPILER@"
#define SOFTLAW_FLAGS "@FLAGS@"
]])
