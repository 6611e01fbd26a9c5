// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

/// \file
/// Prefix codes by the simplest means that are obviously right: exact sums in sorted lists, words
/// written out and compared digit by digit.  Quadratic where a library would not be.

namespace softlaw::reference {

/// Lengths, digits or symbols.
using Integers = std::vector<std::uint32_t>;

/// Lengths of a prefix code over \p radix digits that minimises \f$\sum w_i\ell_i\f$, by Huffman's
/// construction on the exact sums of the weights.  Among equal weights the one with the lower tree
/// is taken first, which makes the longest word as short as it can be.  A single symbol has the
/// empty word.
/// \param weights finite and not negative.
/// \param radix at least 2.
/// \throws std::domain_error for a negative or infinite weight or a radix below 2.
Integers huffman_lengths(const std::vector<double>& weights, std::uint32_t radix);

/// \f$\sum_i \mathrm{radix}^{-\ell_i}\f$: its integer part, and one digit of its fraction for each
/// length from 1 to the greatest, most significant first.
struct KraftSum {
  std::uint64_t whole;  ///< Integer part.
  Integers fraction;    ///< Digits behind the point.
};
/// The Kraft sum of some lengths, exactly.
/// \throws std::domain_error for a radix below 2.
KraftSum kraft_sum(const Integers& lengths, std::uint32_t radix);

/// The words of the canonical code: in order of length, then of symbol, each is the last one plus
/// 1, with zeros put behind.
/// \throws std::domain_error if the Kraft sum exceeds 1.
std::vector<Integers> canonical_words(const Integers& lengths, std::uint32_t radix);

/// The words of the symbols, one after the other.
Integers encode(const Integers& lengths, std::uint32_t radix, const Integers& symbols);

/// Reads \p count symbols; nothing if the digits are not the words of so many.
std::optional<Integers> decode(const Integers& lengths, std::uint32_t radix, const Integers& digits,
                               std::size_t count);

}  // namespace softlaw::reference
