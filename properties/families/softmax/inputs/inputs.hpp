// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

namespace softlaw::properties {

Inputs vector_and_temperature();        ///< x, temperature > 0
Inputs two_numbers_exact_difference();  ///< a, b with a - b exact

}  // namespace softlaw::properties
