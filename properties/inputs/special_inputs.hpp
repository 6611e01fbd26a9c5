// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

namespace softlaw::properties {

// Arguments at which the formulas say nothing: infinities, NaN, nothing at all, the largest floats.

Inputs special_number();                              ///< t
Inputs two_special_numbers();                         ///< a, b
Inputs special_vector_and_scale();                    ///< x, lambda not 0, perhaps infinite
Inputs special_vector_and_temperature();              ///< x, temperature > 0, perhaps infinite
Inputs special_vector_and_directions(std::size_t k);  ///< x, h1 ... hk: a direction may be infinite
Inputs special_matrix();                              ///< x, columns, padding, temperature
Inputs special_weights();  ///< p >= 0 with zeros, NaN and the largest float

}  // namespace softlaw::properties
