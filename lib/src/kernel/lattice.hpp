// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "scaled.hpp"

/// Where the points of the lattice soft-min lie: exact integers and deviations, whatever n/d is.
namespace softlaw::kernel {

/// A whole number >= 0 of any size: its low 64 bits, and whether there are more.
struct Count {
  std::uint64_t low = 0;
  bool wide = false;

  std::uint64_t saturated() const { return wide ? UINT64_MAX : low; }
  double approximate() const {
    return wide ? std::numeric_limits<double>::infinity() : static_cast<double>(low);
  }
};

/// n = quotient d + remainder with 0 <= remainder < d, exactly.
struct Division {
  Count quotient;
  double remainder = 0;
};

/// Long division of the significands, eleven bits a step, for finite n >= 0 and d > 0.
inline Division divide(double n, double d) {
  constexpr int digits = 53;
  constexpr int step = 11;  // a remainder of 53 bits and a step fill 64
  int n_exponent = 0;
  int d_exponent = 0;
  const auto numerator =
      static_cast<std::uint64_t>(std::scalbn(std::frexp(n, &n_exponent), digits));
  const auto divisor = static_cast<std::uint64_t>(std::scalbn(std::frexp(d, &d_exponent), digits));
  int shift = n_exponent - d_exponent;
  if (n == 0 || shift < 0) return {{}, n};

  Division result{{numerator / divisor}, 0};
  std::uint64_t rest = numerator % divisor;
  while (shift > 0) {
    const int bits = std::min(shift, step);
    rest <<= bits;
    result.quotient.wide |= (result.quotient.low >> (64 - bits)) != 0;
    result.quotient.low = (result.quotient.low << bits) + rest / divisor;
    rest %= divisor;
    shift -= bits;
  }
  result.remainder = std::scalbn(static_cast<double>(rest), d_exponent - digits);
  return result;
}

/// The sign of a.
constexpr int sign_of(const Scaled& a) { return (a.mantissa.hi > 0) - (a.mantissa.hi < 0); }

/// The product by 2^k, exactly.
constexpr Scaled scaled_by(Scaled a, int k) {
  if (!is_zero(a)) a.exponent += k;
  return a;
}

/// The double nearest to a, infinite above 2^1000 and zero below 2^-1000.
constexpr double approximate(const Scaled& a) { return to_double_double(a).hi; }

/// The deviations delta_k = n - kd - d^2, k = 0, …, N, near the ends of the lattice and near zero.
///
/// With the remainder rho = n - Nd and d = I + F, I whole, 0 <= F < 1, the index k = N - I + i has
/// delta_k = (rho - i d) - F d: however large N, the smallest deviation has i = -1, 0 or 1. Both
/// parts are pairs exactly, so that deviations and the gaps d - 2 |delta|, which decide ties, have
/// a relative error of at most 4 u^2, however much cancels.
struct Lattice {
  Scaled spacing;    ///< d.
  Scaled first;      ///< delta_0, the largest.
  Scaled last;       ///< delta_N, the smallest.
  Scaled nearest;    ///< delta_*, the one nearest to zero; of two the greater.
  Scaled gap_below;  ///< d + 2 delta_*: alpha d times it is the energy of the next lower index.
  Scaled gap_above;  ///< d - 2 delta_*.
  Count index;       ///< The index of delta_*.
  double below = 0;  ///< The number of indices below it, as a double.
  double above = 0;  ///< The number above it.

  double intervals() const { return below + above; }  ///< N.

  /// The lattice of n and d: finite, n >= 0, d > 0.
  Lattice(double n, double d)
      : Lattice(divide(n, d), d, make_scaled(n) - square(d),
                (make_scaled(n) - scaled_by(make_scaled(d), -1)) - square(d)) {}

  /// The points 0, …, m - 1 seen from md: what there is just before the m-th point enters, m >= 1.
  static Lattice before(std::uint64_t m, double d) {
    const Scaled count = from_integer(m);
    const Scaled spacing = make_scaled(d);
    return Lattice({{m - 1}, d}, d, (count - spacing) * spacing,
                   ((count - make_scaled(0.5)) - spacing) * spacing);
  }

 private:
  /// d^2, exactly.
  static Scaled square(double d) { return make_scaled(d) * make_scaled(d); }

  /// `largest` is delta_0, and `middle` lies above zero if the second point is nearer than the first.
  Lattice(const Division& division, double d, const Scaled& largest, const Scaled& middle)
      : spacing(make_scaled(d)), first(largest), index(division.quotient) {
    const Count& count = division.quotient;
    const Scaled half = scaled_by(spacing, -1);
    const Scaled rest = make_scaled(division.remainder);
    last = rest - square(d);

    if (sign_of(middle) <= 0 || (count.low == 0 && !count.wide)) {
      nearest = first;
      gap_below = spacing + scaled_by(first, 1);
      gap_above = -scaled_by(middle, 1);
      index = {};
      above = count.approximate();
      return;
    }
    const double whole = std::floor(d);
    const Scaled part = make_scaled(d - whole) * spacing;  // F d, exact
    const Scaled under = (rest - half) - part;
    const Scaled over = (rest + half) - part;
    int i = 0;
    if (sign_of(under) > 0 && whole > 0) i = 1;
    if (sign_of(over) <= 0) i = -1;
    nearest = (rest - make_scaled(i * d)) - part;
    gap_below = i == 1 ? scaled_by(under, 1) : spacing + scaled_by(nearest, 1);
    gap_above = i == 1 ? spacing - scaled_by(nearest, 1) : -scaled_by(over, 1);
    if (i == 0) {
      gap_below = scaled_by(over, 1);
      gap_above = -scaled_by(under, 1);
    }
    above = whole - i;
    index = count_below(count, whole, i);
    below = index.approximate();
  }

  /// N - I + i, which is at least 1, from its low bits and its size.
  Count count_below(const Count& count, double whole, int i) const {
    const auto low_whole = static_cast<std::uint64_t>(std::fmod(whole, 0x1p64));
    const std::uint64_t low = count.low - low_whole + static_cast<std::uint64_t>(i);
    const double size = approximate(first / spacing);
    const bool wide = size > 0x1.4p64 || (size > 0x1.4p63 && (low >> 63) == 0);
    return {low, wide};
  }
};

}  // namespace softlaw::kernel
