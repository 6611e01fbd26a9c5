// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "scaled.hpp"

/// A sum of numbers and of products of two numbers that rounds nothing.
namespace softlaw::kernel {

/// Adds up to 2^30 finite binary64 numbers and products of two of them in fixed point: a long
/// accumulator after Kulisch, from 2^-2240 to 2^2112.
///
/// A term is cut into digits of 32 bits, which are added to words of 64 bits without a carry: so
/// the additions commute, and the words are the exact sum until total() reads it.
class ExactSum {
 public:
  constexpr void add(double a) { add_integer(a, 0); }
  constexpr void subtract(double a) { add_integer(-a, 0); }

  /// Adds a b. With mantissas in [1, 2) the product and its rounding error are both exact.
  constexpr void add_product(double a, double b) {
    if (a == 0 || b == 0) return;
    const Scaled x = make_scaled(a);
    const Scaled y = make_scaled(b);
    const DoubleDouble product = two_product(x.mantissa.hi, y.mantissa.hi);
    add_integer(product.hi, x.exponent + y.exponent);
    add_integer(product.lo, x.exponent + y.exponent);
  }
  constexpr void subtract_product(double a, double b) { add_product(-a, b); }

  /// The sum with a relative error of at most 2^-102: of the digits, which count from the highest
  /// that is not zero, the five that are read leave out less than 2^-128 of it, and four additions
  /// of pairs err by 2 u^2 each. Zero only for the sum zero.
  constexpr Scaled total() const {
    std::array<std::int64_t, words> digits = words_;
    const bool negative = carry(digits);
    if (negative) {
      for (std::int64_t& digit : digits) digit = -digit;
      carry(digits);
    }
    std::size_t top = words;
    while (top > 0 && digits[top - 1] == 0) --top;
    if (top == 0) return {};
    const std::size_t read = std::min<std::size_t>(top, 5);
    DoubleDouble sum;
    for (std::size_t k = read; k > 0; --k) {
      const double unit = power_of_two(-word_bits * static_cast<int>(k - 1));
      sum = sum + static_cast<double>(digits[top - k]) * unit;
    }
    const Scaled size = normalize(sum, word_bits * (static_cast<int>(top) - 1) + lowest);
    return negative ? -size : size;
  }

 private:
  static constexpr int word_bits = 32;
  static constexpr int lowest = -2240;
  static constexpr std::size_t words = 136;
  static constexpr std::int64_t digit_mask = (std::int64_t{1} << word_bits) - 1;

  /// Adds x 2^exponent, whose lowest bit is at least 2^-2148.
  constexpr void add_integer(double x, int exponent) {
    if (x == 0) return;
    const Scaled term = make_scaled(x);
    const double size = term.mantissa.hi < 0 ? -term.mantissa.hi : term.mantissa.hi;
    const auto integer = static_cast<std::uint64_t>(size * power_of_two(52));
    const auto position = static_cast<std::size_t>(term.exponent + exponent - 52 - lowest);
    const auto shift = position % word_bits;
    const std::size_t word = position / word_bits;
    const std::uint64_t low = (integer & digit_mask) << shift;
    const std::uint64_t high = ((integer >> word_bits) << shift) + (low >> word_bits);
    const std::int64_t sign = x < 0 ? -1 : 1;
    words_[word] += sign * static_cast<std::int64_t>(low & digit_mask);
    words_[word + 1] += sign * static_cast<std::int64_t>(high & digit_mask);
    words_[word + 2] += sign * static_cast<std::int64_t>(high >> word_bits);
  }

  /// Makes every word a digit; true if a borrow is left over, which means that the sum is negative.
  static constexpr bool carry(std::array<std::int64_t, words>& digits) {
    std::int64_t over = 0;
    for (std::int64_t& digit : digits) {
      over += digit;
      digit = over & digit_mask;
      over >>= word_bits;
    }
    return over < 0;
  }

  std::array<std::int64_t, words> words_{};
};

}  // namespace softlaw::kernel
