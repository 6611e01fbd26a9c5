# SPDX-License-Identifier: Apache-2.0
# Builds the library for 64-bit ARM and runs it in an emulator: its results are those of every build.
#   cmake -DCXX=… -DEMULATOR=… -DHIGHWAY=… -DLIBRARY=lib -DWORK=… -P neon_test.cmake
file(GLOB sources "${LIBRARY}/src/*.cpp" "${LIBRARY}/src/exact/*.cpp" "${LIBRARY}/src/vector/*.cpp")
list(FILTER sources EXCLUDE REGEX "no_first_tier")
file(MAKE_DIRECTORY "${WORK}")
execute_process(COMMAND_ERROR_IS_FATAL ANY
  COMMAND "${CXX}" -std=c++20 -O1 -ffp-contract=off -static "-I${LIBRARY}/include" "-I${LIBRARY}/src" "-I${LIBRARY}/test"
    -idirafter "${HIGHWAY}" ${sources} "${LIBRARY}/test/hash_main.cpp" -o "${WORK}/hash")
execute_process(COMMAND "${EMULATOR}" "${WORK}/hash" NEON COMMAND_ERROR_IS_FATAL ANY)
