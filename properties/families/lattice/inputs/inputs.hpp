// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

namespace softlaw::properties {

// Places on a lattice: n >= 0, d > 0, alpha > 0, of one format, within bounds that keep the number of
// terms that count, not the number of points, below some hundreds.

Inputs lattice_place();                                               ///< n, d, alpha
Inputs lattice_place_few();                                           ///< n < 24 d
Inputs lattice_place_and_epsilon();                                   ///< n, d, alpha, epsilon
Inputs lattice_place_few_and_epsilon();                               ///< the same, n < 24 d
Inputs lattice_place_and_order(std::int64_t low, std::int64_t high);  ///< n, d, alpha, order
/// n, d, alpha, order: one lattice in six is short against the Gaussian, with most of the high orders.
Inputs lattice_place_and_high_order(std::int64_t low, std::int64_t high);
/// n, d, alpha and a number from low to high; n < 24 d.
Inputs lattice_place_few_and_order(const char* name, std::int64_t low, std::int64_t high);
Inputs lattice_place_and_step();       ///< n, d, alpha where n + d and n + d - d^2 are floats
Inputs lattice_index_gap_sharpness();  ///< m >= 1, d, alpha with m d a float
Inputs lattice_quotient();             ///< n, d
Inputs
lattice_deep();  ///< integers k and d with d^2 alpha in [1/4, 16], k far from both ends; alpha
Inputs lattice_symmetric();      ///< integers c >= 2 and 0 <= k <= 3, alpha: for d = c/2, N = c - 1
Inputs special_lattice_place();  ///< n of any kind, d, alpha
/// The same with an order from low to high.
Inputs special_lattice_place_and_order(std::int64_t low, std::int64_t high);
Inputs special_lattice_place_and_indices();  ///< the same with first = 0, count = 3
Inputs lattice_place_and_indices();          ///< n, d, alpha, first, count = 4
Inputs extreme_lattice_jump();               ///< m at the ends, d and alpha powers of two
Inputs special_lattice_place_and_epsilon();  ///< and epsilon of any kind
Inputs extreme_lattice_quotient();           ///< n and d at the ends of the format

}  // namespace softlaw::properties
