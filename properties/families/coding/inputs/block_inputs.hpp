// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

namespace softlaw::properties {

Inputs states_and_radix();  ///< states from 1 to 2^62, often next to a power of the radix
/// alphabet, n up to 2000 and a radix; now and then both are powers of one number.
Inputs block_and_radix();
Inputs symbols_and_radix();       ///< alphabet, symbols below it, radix
Inputs block_digits_and_radix();  ///< the same as alphabet, digits, radix, n
Inputs digits_of_block();  ///< alphabet, n up to 12, radix, as many digits as such a block has
/// Lengths of two words or more from 1 to 5, their digits one after the other, and the radix.
Inputs words_and_radix();
/// Code lengths with Kraft sum at most 1, radix, and a distribution on the symbols.
Inputs lengths_radix_and_distribution();

}  // namespace softlaw::properties
