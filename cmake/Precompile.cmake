# SPDX-License-Identifier: Apache-2.0

# softlaw_precompile(TARGET HEADERS...): reads headers that nearly every file of a target includes once.
# A compiler cache would give back a precompiled header with the old times of the files in it, by which gcc's
# #pragma once knows them: so the target does without one.
function(softlaw_precompile target)
  set_target_properties(${target} PROPERTIES CXX_COMPILER_LAUNCHER "")
  target_precompile_headers(${target} PRIVATE ${ARGN})
endfunction()

# softlaw_optimise_little(TARGETS...): in a release build, for code that waits for other code.  The compiler then
# takes a fifth less time, and the gate runs as fast, since its time goes into the reference.
function(softlaw_optimise_little)
  foreach(target IN LISTS ARGN)
    target_compile_options(${target} PRIVATE
      $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU,Clang,AppleClang>,$<COMPILE_LANGUAGE:CXX>>:-O1>)
  endforeach()
endfunction()
