// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "../kernel/log.hpp"

/// The table of the vector logarithm.
namespace softlaw::vector {

/// Cuts [1/sqrt 2, sqrt 2) by the seven leading bits of the significand's distance from 1/sqrt 2. Part i
/// has a factor j/512 that brings its numbers to within 2^-7 of 1, and -log(j/512) = high + low, `high` a
/// multiple of 2^-42.
struct LogParts {
  static constexpr int bits = 7;
  static constexpr std::size_t size = std::size_t{1} << bits;
  static constexpr std::uint64_t first = 0x3fe6a09e667f3bcd;  // the bits of 1/sqrt 2
  std::array<double, size> factor{};
  std::array<double, size> high{};
  std::array<double, size> low{};

  constexpr LogParts() {
    constexpr double to_multiple = 0x1.8p10;
    for (std::size_t i = 0; i < size; ++i) {
      const int j = factor_of(i);
      const kernel::DoubleDouble logarithm = kernel::log_table.at(j);
      factor[i] = static_cast<double>(j) / kernel::LogTable::one;
      high[i] = (-logarithm.hi + to_multiple) - to_multiple;
      low[i] = (-logarithm + -high[i]).hi;
    }
  }

  /// 512 / x for the middle x of the part, rounded; 512 next to 1, so that log 1 = 0.
  static constexpr int factor_of(std::size_t i) {
    const auto bound = [](std::uint64_t k) {
      return std::bit_cast<double>(first + (k << (52 - bits)));
    };
    const double from = bound(i), to = bound(i + 1);
    if (from <= 1 && 1 <= to) return kernel::LogTable::one;
    return static_cast<int>(2 * kernel::LogTable::one / (from + to) + 0.5);
  }
};

inline constexpr LogParts log_parts;

/// log 2 in two parts, the first a multiple of 2^-42.
inline constexpr double log_two_high = kernel::leading_bits<42>(kernel::log_two.hi);
inline constexpr double log_two_low = (kernel::log_two + -log_two_high).hi;

}  // namespace softlaw::vector
