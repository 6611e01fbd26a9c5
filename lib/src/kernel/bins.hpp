// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "scaled.hpp"

/// A sum that does not depend on the order of its terms, not in the last bit.
namespace softlaw::kernel {

/// Adds pairs in [0, 2.1) exactly, after rounding each to a multiple of 2^-95.
///
/// Every term is cut on the fixed grids 2^-31, 2^-63 and 2^-95; what falls on one grid is added in
/// binary64 without error while it stays below 2^53 grid units, hence the blocks, whose sums go to
/// integers. All additions are exact, so they commute. The error is at most n 2^-96 in all.
class Bins {
 public:
  constexpr void add(DoubleDouble term) {
    const double first = on_grid<0>(term.hi);
    const double rest = (term.hi - first) + term.lo;
    const double second = on_grid<1>(rest);
    sums_[0] += first;
    sums_[1] += second;
    sums_[2] += on_grid<2>(rest - second);
    if (++pending_ == block) flush();
  }

  constexpr DoubleDouble total() {
    flush();
    DoubleDouble sum;
    for (int k = bins - 1; k >= 0; --k) sum = sum + word(k, 0) + word(k, 32);
    return sum;
  }

 private:
  static constexpr int bins = 3;
  static constexpr int bits = 32;
  static constexpr std::size_t block = 1U << 18;  // 2.1 * 2^18 * 2^31 < 2^53

  static constexpr int grid(int k) { return 1 - bits * (k + 1); }

  /// x rounded to a multiple of 2^grid(k), for |x| < 2^(51 + grid(k)).
  template <int k>
  static constexpr double on_grid(double x) {
    constexpr double shift = 1.5 * power_of_two(52 + grid(k));
    return (x + shift) - shift;
  }

  /// Moves the block into the integers and carries, so that these lie in [0, 2^32) but the first.
  constexpr void flush() {
    for (int k = bins - 1; k >= 0; --k) {
      const auto i = static_cast<std::size_t>(k);
      words_[i] += static_cast<std::int64_t>(sums_[i] * power_of_two(-grid(k)));
      sums_[i] = 0;
      if (k > 0) words_[i - 1] += words_[i] >> bits;
      if (k > 0) words_[i] &= (std::int64_t{1} << bits) - 1;
    }
    pending_ = 0;
  }

  /// 32 bits of a word, from the given bit on, as a number.
  constexpr double word(int k, int from) const {
    const std::int64_t digits = (words_[static_cast<std::size_t>(k)] >> from) & 0xffffffff;
    return scale(static_cast<double>(digits), grid(k) + from);
  }

  std::array<double, bins> sums_{};
  std::array<std::int64_t, bins> words_{};
  std::size_t pending_ = 0;
};

}  // namespace softlaw::kernel
