// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

// Inputs of the laws on log-sum-exp and softmax as a pair of dual functions.
namespace softlaw::properties {

Inputs vector_and_distribution();       ///< x; p of the same length, sums to 1 exactly
Inputs distribution_and_logarithms();   ///< p > 0, sums to 1; x is next to log p + c
Inputs vector_shift_and_weights();      ///< x, c with x ± c exact; p of the same length, any signs
Inputs three_vectors();                 ///< x, y, w of one length
Inputs three_vectors_of_any_length();   ///< x, y, w
Inputs two_vectors_in_order();          ///< x <= y componentwise
Inputs two_vectors_exact_sum();         ///< x, y with x + y exact
Inputs two_sorted_vectors_exact_sum();  ///< the same, both ascending
Inputs path_in_quarters();              ///< x, h with x + h/4, x + h/2, x + 3h/4 and x + h exact
Inputs vector_and_signed_scales();      ///< x, lambda < mu of any signs, not 0
Inputs vector_and_small_scale();        ///< x, lambda > 0, mostly far below 1
Inputs vector_scale_and_power_of_two();  ///< x, c a power of two, lambda > 0: products exact
Inputs vector_and_two_temperatures();    ///< x, S < T, both powers of two
Inputs perspective_chord();              ///< x, y, lambda, mu: see hypothesis_text

}  // namespace softlaw::properties
