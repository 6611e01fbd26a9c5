// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "scaled.hpp"

/// A sum that does not depend on the order of its terms, not in the last bit.
namespace softlaw::kernel {

/// Adds up to 2^30 numbers of any exponents.
///
/// The exponents are divided into bins of 32. A term is cut, without regard to the others, into
/// integers for the bin of its leading bit and the three below; integers are added exactly, so the
/// additions commute. Of all bins the four highest are kept. A term loses at most 2^-85 of itself to
/// the cut and 2^-96 of the largest term to the bins that are dropped.
class BinnedSum {
 public:
  /// Adds a term whose mantissa is below 2.1.
  constexpr void add(const Scaled& term) {
    if (is_zero(term)) return;
    const int bin = term.exponent >> bin_bits_log;
    if (bin > top_) raise(bin);
    const auto offset = static_cast<std::size_t>(top_ - bin);
    if (offset >= bins) return;

    const double unit = power_of_two(term.exponent & (bin_width - 1));
    const double hi = term.mantissa.hi * unit;
    const double whole = nearest_integer(hi);
    DoubleDouble rest = fast_two_sum(hi - whole, term.mantissa.lo * unit);
    words_[offset] += static_cast<std::int64_t>(whole);
    for (std::size_t k = offset + 1; k < offset + bins; ++k) {
      const double next = rest.hi * power_of_two(bin_width);
      const double digits = nearest_integer(next);
      words_[k] += static_cast<std::int64_t>(digits);
      rest = {(next - digits) + rest.lo * power_of_two(bin_width), 0};
    }
  }

  /// Errs by at most 2^-102 of the sum of the terms' sizes: eight additions of pairs. A word is halved
  /// at the nearest multiple of 2^32, for the next lower one would turn a small negative word into huge
  /// halves of opposite signs.
  constexpr Scaled total() const {
    DoubleDouble sum;
    for (std::size_t k = bins; k-- > 0;) {
      const std::int64_t high = (words_[k] + (std::int64_t{1} << (bin_width - 1))) >> bin_width;
      const std::int64_t low = words_[k] - (high << bin_width);
      const double unit = power_of_two(-bin_width * static_cast<int>(k));
      sum = sum + static_cast<double>(low) * unit;
      sum = sum + static_cast<double>(high) * (unit * power_of_two(bin_width));
    }
    return normalize(sum, bin_width * top_);
  }

 private:
  static constexpr std::size_t bins = 4;
  static constexpr int bin_bits_log = 5;
  static constexpr int bin_width = 1 << bin_bits_log;
  static constexpr int lowest = -(1 << 20);

  /// Ties to even, for |x| < 2^51.
  static constexpr double nearest_integer(double x) {
    constexpr double shift = 0x1.8p52;
    return (x + shift) - shift;
  }

  /// Makes `bin` the highest that is kept.
  constexpr void raise(int bin) {
    const auto shift = static_cast<std::size_t>(bin - top_);
    for (std::size_t k = bins; k-- > 0;) words_[k] = k >= shift ? words_[k - shift] : 0;
    top_ = bin;
  }

  // The bins top_, top_ - 1, …: past the four that count there is room for the ends of lower terms,
  // so that every term takes the same steps.
  std::array<std::int64_t, 2 * bins - 1> words_{};
  int top_ = lowest;
};

}  // namespace softlaw::kernel
