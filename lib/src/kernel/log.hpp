// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <numbers>

#include "scaled.hpp"

/// The logarithm to about 2^-79, with its table.
namespace softlaw::kernel {

/// log((j + 1) / j) = 2 artanh(1 / (2j + 1)), summed to the term below 2^-110 (j >= 181).
constexpr DoubleDouble log_step(int j) {
  const DoubleDouble z = DoubleDouble{1, 0} / DoubleDouble{2.0 * j + 1, 0};
  const DoubleDouble z2 = z * z;
  DoubleDouble sum;
  for (int k = 13; k >= 1; k -= 2) sum = sum * z2 + DoubleDouble{1, 0} / DoubleDouble{1.0 * k, 0};
  return z * sum * 2;
}

/// log(j / 256) for 181 <= j <= 362, which covers [1/sqrt 2, sqrt 2].
struct LogTable {
  static constexpr int first = 181;
  static constexpr int last = 362;
  static constexpr int one = 256;
  std::array<DoubleDouble, last - first + 1> entries{};

  constexpr LogTable() {
    for (int j = one; j < last; ++j) at(j + 1) = at(j) + log_step(j);
    for (int j = one; j > first; --j) at(j - 1) = at(j) + -log_step(j - 1);
  }
  constexpr DoubleDouble& at(int j) { return entries[static_cast<std::size_t>(j - first)]; }
  constexpr DoubleDouble at(int j) const { return entries[static_cast<std::size_t>(j - first)]; }
};

inline constexpr LogTable log_table;

/// log 2 = log(362/256) - log(181/256).
inline constexpr DoubleDouble log_two = log_table.at(362) + -log_table.at(181);

/// log(1 + w) for |w| <= 2^-8, by its Taylor polynomial of degree 10: the terms that count for more
/// than 2^-72 in pairs, the tail in binary64. Relative error at most 2^-79.
constexpr DoubleDouble log1p_small(DoubleDouble w) {
  double tail = -1.0 / 10;
  for (int k = 9; k >= 4; --k) tail = tail * w.hi + ((k % 2 == 0) ? -1.0 : 1.0) / k;
  constexpr DoubleDouble third = DoubleDouble{1, 0} / DoubleDouble{3, 0};
  const DoubleDouble cubic = third + w.hi * tail;
  const DoubleDouble square = w * cubic + -0.5;
  return w + w * w * square;
}

/// log(x) for x > 0. Near 1 the relative error stays at 2^-79, for nothing cancels there: the table
/// entry is log 1 = 0 and x - 1 is exact.
constexpr DoubleDouble log(const Scaled& x) {
  const bool upper = x.mantissa.hi > std::numbers::sqrt2;
  const double half = upper ? 0.5 : 1;
  const DoubleDouble y{x.mantissa.hi * half, x.mantissa.lo * half};
  const int exponent = x.exponent + (upper ? 1 : 0);
  const int j = static_cast<int>(LogTable::one / y.hi + 0.5);
  const double reciprocal = static_cast<double>(j) / LogTable::one;
  const DoubleDouble product = two_product(y.hi, reciprocal);
  const DoubleDouble w = two_sum(product.hi - 1, product.lo) + y.lo * reciprocal;
  const DoubleDouble result = log1p_small(w) + -log_table.at(j);
  return exponent == 0 ? result : log_two * exponent + result;
}

/// log(1 + t) for t >= 0 of any size, with a relative error of at most 2^-78.
constexpr Scaled log1p(const Scaled& t) {
  if (is_zero(t) || t.exponent < -100) return t;
  const DoubleDouble pair = to_double_double(t);
  if (t.exponent < -8) return make_scaled(log1p_small(pair));
  return make_scaled(log(make_scaled(pair + 1.0)));
}

}  // namespace softlaw::kernel
