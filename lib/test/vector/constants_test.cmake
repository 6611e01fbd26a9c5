# SPDX-License-Identifier: Apache-2.0
# The constants of the vector kernels are those that their script prints:
#   cmake -DSOLLYA=… -DSOURCE=lib/src/vector -P constants_test.cmake
execute_process(COMMAND "${SOLLYA}" "${SOURCE}/constants.sollya" OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
file(READ "${SOURCE}/constants.hpp" header)
# The polynomials' errors are those of the error budget: 2^-70.9, 2^-82.6, 2^-49.5 and, absolute, 2^-80.3.
string(REGEX MATCHALL "x = -[0-9]+" errors "${printed}")
if(NOT errors STREQUAL "x = -709;x = -826;x = -495;x = -803")
  message(FATAL_ERROR "the polynomials err by other powers of two: ${errors}")
endif()
string(REGEX REPLACE "//[^\n]*" "" printed "${printed}")
string(REGEX MATCHALL "-?0x1[.0-9a-f]*p[-+]?[0-9]+" numbers "${printed}")
list(LENGTH numbers count)
if(count LESS 40)
  message(FATAL_ERROR "the script printed ${count} numbers only:\n${printed}")
endif()
string(REPLACE "p+" "p" header "${header}")
foreach(number IN LISTS numbers)
  string(FIND "${header}" "${number}" place)
  if(place EQUAL -1 AND NOT number STREQUAL "0x1p0")
    message(FATAL_ERROR "${number} is printed, but is not in constants.hpp")
  endif()
endforeach()
