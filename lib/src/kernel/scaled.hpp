// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <utility>

#include "double_double.hpp"

/// Pairs with an exponent of their own, so that no intermediate result overflows or underflows.
namespace softlaw::kernel {

inline constexpr std::uint64_t exponent_mask = 0x7ffULL << 52;
inline constexpr int exponent_bias = 1023;

/// floor(log2 |x|) of a normal number.
constexpr int exponent_of(double x) {
  const auto field = (std::bit_cast<std::uint64_t>(x) & exponent_mask) >> 52;
  return static_cast<int>(field) - exponent_bias;
}

/// 2^k for -1022 <= k <= 1023.
constexpr double power_of_two(int k) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(k + exponent_bias) << 52);
}

/// x 2^k for |k| <= 2044; exact when the result is normal.
constexpr double scale(double x, int k) {
  const int half = k / 2;
  return x * power_of_two(half) * power_of_two(k - half);
}

/// The number (hi + lo) 2^exponent. Every operation returns it normalised: 1 <= |hi| < 2, or zero.
struct Scaled {
  DoubleDouble mantissa;
  int exponent = 0;
};

constexpr bool is_zero(const Scaled& a) { return a.mantissa.hi == 0; }

/// The normal form of (m.hi + m.lo) 2^exponent, for m.hi zero or normal and finite.
constexpr Scaled normalize(DoubleDouble m, int exponent) {
  const DoubleDouble sum = fast_two_sum(m.hi, m.lo);
  if (sum.hi == 0) return {};
  const int shift = exponent_of(sum.hi);
  return {{scale(sum.hi, -shift), scale(sum.lo, -shift)}, exponent + shift};
}

/// A pair of finite numbers, subnormal ones too.
constexpr Scaled make_scaled(DoubleDouble x) {
  constexpr int lift = 200;
  const double size = x.hi < 0 ? -x.hi : x.hi;
  if (size >= power_of_two(-800)) return normalize(x, 0);
  return normalize({scale(x.hi, lift), scale(x.lo, lift)}, -lift);
}

constexpr Scaled make_scaled(double x) { return make_scaled(DoubleDouble{x, 0}); }

/// The pair nearest to a: an infinity above 2^1000, zero below 2^-1000.
constexpr DoubleDouble to_double_double(const Scaled& a) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (is_zero(a) || a.exponent < -1000) return {};
  if (a.exponent > 1000) return {a.mantissa.hi < 0 ? -infinity : infinity, 0};
  return {scale(a.mantissa.hi, a.exponent), scale(a.mantissa.lo, a.exponent)};
}

/// A whole number, exactly.
constexpr Scaled from_integer(std::uint64_t k) {
  return make_scaled(
      fast_two_sum(static_cast<double>(k >> 32) * 0x1p32, static_cast<double>(k & 0xffffffff)));
}

constexpr Scaled operator-(const Scaled& a) { return {-a.mantissa, a.exponent}; }

/// Relative error at most 4 u^2, whatever cancels; a summand below 2^-300 of the other is dropped.
constexpr Scaled operator+(Scaled a, Scaled b) {
  if (is_zero(a)) return b;
  if (is_zero(b)) return a;
  if (a.exponent < b.exponent) std::swap(a, b);
  const int shift = b.exponent - a.exponent;
  if (shift < -300) return a;
  const DoubleDouble aligned{scale(b.mantissa.hi, shift), scale(b.mantissa.lo, shift)};
  return normalize(a.mantissa + aligned, a.exponent);
}

constexpr Scaled operator-(const Scaled& a, const Scaled& b) { return a + -b; }

/// Relative error at most 7 u^2.
constexpr Scaled operator*(const Scaled& a, const Scaled& b) {
  return normalize(a.mantissa * b.mantissa, a.exponent + b.exponent);
}

/// Relative error at most 10 u^2; b is not zero.
constexpr Scaled operator/(const Scaled& a, const Scaled& b) {
  return normalize(a.mantissa / b.mantissa, a.exponent - b.exponent);
}

}  // namespace softlaw::kernel
