// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

namespace softlaw::properties {

Inputs one_probability();        ///< 0 < p <= 1, subnormal numbers and neighbours of 1 among them
Inputs two_probabilities();      ///< p, q in (0, 1] with p q exact
Inputs ordered_probabilities();  ///< 0 < p < q <= 1
Inputs any_number(const char* name);    ///< a finite number of any size
Inputs close_distributions();           ///< p, q of one length with exact sums 1: near or far apart
Inputs positive_close_distributions();  ///< the same, all entries positive
Inputs onto_positive_distributions();   ///< the same, but p may have zeros
Inputs small_positive_distribution();   ///< q > 0 of at most 6 entries, exact sum 1
Inputs two_or_more_positive();          ///< p > 0 of at least two entries, exact sum 1
Inputs two_positive_vectors();          ///< a, b > 0 of one length and any sums
Inputs two_vectors_exact_sums();        ///< x, y of at most 6 entries with all x_i + y_j exact
Inputs weights_and_exponent();          ///< p >= 0 with a positive entry, alpha > 0
Inputs short_weights_and_exponent();    ///< the same, p of few bits: p², 2p and 2 alpha are exact

/// `count` distributions of one length on a grid of 2^-6, so that products of three entries and sums
/// of those are exact in either format.
Inputs coarse_distributions(std::size_t count, std::size_t longest);
/// Two of them; now and then the first is certain and the second spreads evenly over the others.
Inputs certain_or_coarse_distributions();
/// Five of them, the last for a share; now and then the third is the first.
Inputs coarse_mixtures();
/// p of n entries and a matrix of n rows, each a distribution on the grid: a channel.
Inputs coarse_channel();
/// A joint distribution of n x n entries on a grid of 2^-8, row by row.
Inputs coarse_square();

/// Lengths with Kraft sum 1, and a distribution with the mean length of 2^-lengths.
Inputs mean_preserving_distribution();

// With infinities, zeros and NaN.
Inputs two_special_weights();           ///< p, q >= 0 of one length
Inputs special_weights_and_exponent();  ///< p >= 0, alpha > 0, perhaps infinite
Inputs special_probability();           ///< p >= 0 or NaN

}  // namespace softlaw::properties
