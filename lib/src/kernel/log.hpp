// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <numbers>

#include "scaled.hpp"

/// The logarithm to about 2^-70, with its table.
namespace softlaw::kernel {

/// log((j + 1) / j) = 2 artanh(1 / (2j + 1)), summed to the term below 2^-110 (j >= 362).
constexpr DoubleDouble log_step(int j) {
  const DoubleDouble z = DoubleDouble{1, 0} / DoubleDouble{2.0 * j + 1, 0};
  const DoubleDouble z2 = z * z;
  DoubleDouble sum;
  for (int k = 11; k >= 1; k -= 2) sum = sum * z2 + DoubleDouble{1, 0} / DoubleDouble{1.0 * k, 0};
  return z * sum * 2;
}

/// log(j / 512) for 362 <= j <= 724, which covers [1/sqrt 2, sqrt 2]; absolute error below 2^-97.
struct LogTable {
  static constexpr int first = 362;
  static constexpr int last = 724;
  static constexpr int one = 512;
  std::array<DoubleDouble, last - first + 1> entries{};

  constexpr LogTable() {
    for (int j = one; j < last; ++j) at(j + 1) = at(j) + log_step(j);
    for (int j = one; j > first; --j) at(j - 1) = at(j) + -log_step(j - 1);
  }
  constexpr DoubleDouble& at(int j) { return entries[static_cast<std::size_t>(j - first)]; }
  constexpr DoubleDouble at(int j) const { return entries[static_cast<std::size_t>(j - first)]; }
};

inline constexpr LogTable log_table;

/// log 2 = log(724/512) - log(362/512).
inline constexpr DoubleDouble log_two = log_table.at(724) + -log_table.at(362);

/// log(1 + w) for |w| <= 2^-9 by its Taylor polynomial of degree 8: the square exactly, then what is
/// below 2^-19 w in binary64 with six roundings. Relative error at most 2^-70.
constexpr DoubleDouble log1p_small(DoubleDouble w) {
  double tail = -1.0 / 8;
  for (int k = 7; k >= 3; --k) tail = tail * w.hi + ((k % 2 == 0) ? -1.0 : 1.0) / k;
  const double high = leading_bits<26>(w.hi);
  const double rest = w.hi - high;
  const DoubleDouble sum = fast_two_sum(w.hi, -0.5 * high * high);  // exact
  const double square_rest = 0.5 * rest * (high + w.hi) + w.hi * w.lo;
  return fast_two_sum(sum.hi, sum.lo + (w.lo - square_rest + w.hi * w.hi * w.hi * tail));
}

/// log(x) for x > 0 and an exponent below 2^11. Near 1 the relative error stays, for nothing cancels
/// there: the table entry is log 1 = 0 and x - 1 is exact.
constexpr DoubleDouble log(const Scaled& x) {
  const bool upper = x.mantissa.hi > std::numbers::sqrt2;
  const double half = upper ? 0.5 : 1;
  const double exponent = x.exponent + (upper ? 1 : 0);
  const DoubleDouble y{x.mantissa.hi * half, x.mantissa.lo * half};
  const int j = static_cast<int>(LogTable::one / y.hi + 0.5);

  // w = y j/512 - 1: j has ten bits, so both products with parts of y.hi are exact.
  const double factor = static_cast<double>(j) / LogTable::one;
  const double high = leading_bits<32>(y.hi);
  const DoubleDouble near = two_sum(high * factor - 1, (y.hi - high) * factor);
  const DoubleDouble w = fast_two_sum(near.hi, near.lo + y.lo * factor);

  constexpr double two_high = leading_bits<42>(log_two.hi);
  constexpr double two_rest = (log_two + -two_high).hi;
  const DoubleDouble entry = log_table.at(j);
  const DoubleDouble base = two_sum(exponent * two_high, -entry.hi);
  const DoubleDouble fine = log1p_small(w);
  const DoubleDouble sum = two_sum(base.hi, fine.hi);
  return fast_two_sum(sum.hi, sum.lo + (base.lo + (exponent * two_rest - entry.lo) + fine.lo));
}

/// log(1 + t) for t >= 0 of any size, with a relative error of at most 2^-69.
constexpr Scaled log1p(const Scaled& t) {
  if (is_zero(t) || t.exponent < -100) return t;
  const DoubleDouble pair = to_double_double(t);
  if (t.exponent < -9) return make_scaled(log1p_small(pair));
  return make_scaled(log(make_scaled(pair + 1.0)));
}

}  // namespace softlaw::kernel
