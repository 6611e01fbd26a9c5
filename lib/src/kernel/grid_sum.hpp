// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "scaled.hpp"

/// Cheaper sums that do not depend on the order of their terms, where a bound on these is known.
namespace softlaw::kernel {

/// Several sums side by side, each of up to 2^20 pairs of size at most 1.
///
/// A term is cut into multiples of 2^-42, 2^-84, …, one for each slice, and what is left is dropped:
/// with three slices 2^-127, however small the term. Multiples of one number add exactly, 2^10 of
/// them in a binary64 number and all in an integer; so the additions commute.
template <std::size_t sums, std::size_t slices>
class GridSums {
 public:
  /// Adds to sum s; once for each sum between two calls of next().
  constexpr void add(std::size_t s, DoubleDouble term) { cut<0>(block_[s], term); }

  constexpr void next() {
    if (++count_ == longest_block) flush();
  }

  /// Errs by at most 2^-102 of the sum of the slices' sizes. After the last next().
  constexpr DoubleDouble total(std::size_t s) {
    flush();
    DoubleDouble sum;
    for (std::size_t k = slices; k-- > 0;) {
      const std::int64_t high = (words_[s][k] + (std::int64_t{1} << 31)) >> 32;
      const std::int64_t low = words_[s][k] - (high << 32);
      const double unit = power_of_two(-digits(k));
      sum = sum + static_cast<double>(low) * unit;
      sum = sum + static_cast<double>(high) * (unit * power_of_two(32));
    }
    return sum;
  }

 private:
  using Block = std::array<double, slices>;
  static constexpr int longest_block = 1 << 10;
  static constexpr int digits(std::size_t k) { return 42 * (static_cast<int>(k) + 1); }

  /// Slice k takes its multiple, which leaves neighbours: their fast sum is exact.
  template <std::size_t k>
  static constexpr void cut(Block& block, DoubleDouble term) {
    constexpr double to_grid = 1.5 * power_of_two(52 - digits(k));
    const double multiple = (term.hi + to_grid) - to_grid;
    block[k] += multiple;
    if constexpr (k + 1 < slices) cut<k + 1>(block, fast_two_sum(term.hi - multiple, term.lo));
  }

  constexpr void flush() {
    for (std::size_t s = 0; s < sums; ++s) {
      for (std::size_t k = 0; k < slices; ++k) {
        words_[s][k] += static_cast<std::int64_t>(block_[s][k] * power_of_two(digits(k)));
        block_[s][k] = 0;
      }
    }
    count_ = 0;
  }

  std::array<Block, sums> block_{};
  std::array<std::array<std::int64_t, slices>, sums> words_{};
  int count_ = 0;
};

}  // namespace softlaw::kernel
