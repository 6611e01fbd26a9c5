// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

namespace softlaw::properties {

// Arguments of functions of codes at their ends: nothing, one, the largest.

Inputs weights_at_the_ends();        ///< weights, perhaps none or all 0; radix up to 2^32 - 1
Inputs lengths_at_the_ends();        ///< lengths of any Kraft sum, radix
Inputs symbols_at_the_ends();        ///< lengths of a code, radix, symbols, perhaps none
Inputs digits_at_the_ends();         ///< lengths of a code, radix, digits, count
Inputs states_at_the_ends();         ///< states from 0 to 2^63 - 1, radix
Inputs block_at_the_ends();          ///< alphabet, n up to 64, radix
Inputs block_symbols_at_the_ends();  ///< alphabet, up to 64 symbols, radix
Inputs block_digits_at_the_ends();   ///< alphabet, digits, radix, n up to 64
Inputs features_and_classes_at_the_ends();  ///< d, q >= 0 with (d + 1) q < 2^63

}  // namespace softlaw::properties
