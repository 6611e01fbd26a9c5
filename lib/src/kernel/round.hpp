// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scaled.hpp"

/// The one rounding that a result sees.
namespace softlaw::kernel {

/// hi + lo rounded to odd: exact if lo is zero, else the neighbour of hi + lo whose last bit is one.
/// Rounding that to at most 51 bits gives the same as rounding hi + lo (Boldo and Melquiond 2008).
constexpr double round_to_odd(DoubleDouble x) {
  const auto bits = std::bit_cast<std::uint64_t>(x.hi);
  if (x.lo == 0 || (bits & 1) != 0) return x.hi;
  const bool outward = (x.lo > 0) == (x.hi > 0);
  return std::bit_cast<double>(outward ? bits + 1 : bits - 1);
}

/// The multiple of 2^grid nearest to hi + lo, ties to even, for 1 <= hi < 2 and -51 <= grid <= 2.
constexpr double round_to_grid(DoubleDouble x, int grid) {
  const double shift = power_of_two(52 + grid);  // sums in [shift, 2 shift] lie on the grid
  const DoubleDouble cut = fast_two_sum(shift, x.hi);
  // Only what the first rounding left over can move the result, by one step at most.
  const double rest = round_to_odd(fast_two_sum(cut.lo, x.lo));
  return (cut.hi + rest) - shift;
}

/// The binary64 or binary32 number nearest to x, ties to even; x.hi of modest size (2^±900).
template <class R>
constexpr R round(DoubleDouble x) {
  if constexpr (std::is_same_v<R, double>) {
    return x.hi + x.lo;
  } else {
    const DoubleDouble sum = fast_two_sum(x.hi, x.lo);
    return static_cast<R>(round_to_odd(sum));
  }
}

/// The binary64 or binary32 number nearest to x, ties to even, with overflow and subnormal numbers
/// as IEEE 754 wants them. Zero is +0.
template <class R>
constexpr R round(const Scaled& x) {
  const double hi = x.mantissa.hi;
  constexpr R infinite = std::numeric_limits<R>::infinity();
  if (hi == 0) return 0;
  if (x.exponent > 1023) return hi < 0 ? -infinite : infinite;
  if (x.exponent < -1076) return 0;
  if constexpr (std::is_same_v<R, double>) {
    if (x.exponent >= -1022) return scale(hi, x.exponent);
    const int grid = -1074 - x.exponent;
    const double digits =
        hi < 0 ? -round_to_grid(-x.mantissa, grid) : round_to_grid(x.mantissa, grid);
    return scale(digits, x.exponent);
  } else {
    // A binary32 result below 2^-150 is zero: scale() may lose what it likes down there.
    return static_cast<R>(scale(round_to_odd(x.mantissa), x.exponent));
  }
}

/// m 2^exponent rounded, for 2^-100 <= |m.hi| < 4: the short way for results far from the ends of
/// the range.
template <class R>
constexpr R round(DoubleDouble m, int exponent) {
  if (exponent < -900 || exponent > 900) return round<R>(normalize(m, exponent));
  const double unit = power_of_two(exponent);
  return round<R>(DoubleDouble{m.hi * unit, m.lo * unit});
}

}  // namespace softlaw::kernel
