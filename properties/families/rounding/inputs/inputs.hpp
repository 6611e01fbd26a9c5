// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

// Inputs at the ends of the range of floats, and within it.
namespace softlaw::properties {

Inputs vector_within_exp();  ///< x with every e^x_i, and their sum, a normal float
Inputs vector_far_out();     ///< x with e^x_i beyond the format, above or below
Inputs vector_and_depth();   ///< x, t > 0: how deep a term may lie
Inputs two_numbers_near();   ///< a, b, mostly near each other
Inputs number_at_an_edge();  ///< t next to where e^t, or 1 + e^t, changes its nature

}  // namespace softlaw::properties
