// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

namespace softlaw::properties {

Inputs positive_weights_and_radix();       ///< weights > 0, radix
Inputs positive_distribution_and_radix();  ///< p > 0 with exact sum 1, radix
Inputs coarse_distribution_and_block();    ///< p > 0 on a grid of 2^-8, k to 3: products are exact
Inputs complete_binary_lengths();          ///< code lengths with Kraft sum 1, radix 2
Inputs any_lengths_and_radix();            ///< code lengths with any Kraft sum, radix
Inputs lengths_radix_and_symbols();        ///< code lengths with Kraft sum <= 1, radix, symbols
/// The same with digits and a count: those of one to twelve symbols, half of the time damaged.
Inputs lengths_radix_and_digits();
Inputs one_integer(const char* name, std::int64_t low, std::int64_t high);

}  // namespace softlaw::properties
