// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cfloat>
#include <cmath>
#include <cstdint>
#include <type_traits>

#if defined(__FAST_MATH__)
#error "softlaw needs IEEE arithmetic: compile without -ffast-math"
#endif
static_assert(FLT_EVAL_METHOD == 0, "softlaw needs arithmetic without excess precision");

/// Arithmetic on pairs of binary64 numbers; the building blocks of every kernel.
///
/// The error-free transformations are those of Møller, Knuth and Dekker; the error bounds of the
/// pair operations (in units of \f$u^2 = 2^{-106}\f$) are those of Joldes, Muller and Popescu,
/// "Tight and rigorous error bounds for basic building blocks of double-word arithmetic" (2017).
namespace softlaw::kernel {

/// The unevaluated sum hi + lo, with |lo| at most half an ulp of hi.
struct DoubleDouble {
  double hi = 0;
  double lo = 0;
};

/// a + b exactly, for |a| >= |b| or a = 0.
constexpr DoubleDouble fast_two_sum(double a, double b) {
  const double sum = a + b;
  return {sum, b - (sum - a)};
}

/// a + b exactly, in any order.
constexpr DoubleDouble two_sum(double a, double b) {
  const double sum = a + b;
  const double from_b = sum - a;
  return {sum, (a - (sum - from_b)) + (b - from_b)};
}

/// a - b exactly; when it overflows, hi is infinite and lo means nothing.
constexpr DoubleDouble two_difference(double a, double b) { return two_sum(a, -b); }

/// The leading `bits` significant bits of x, the others cleared. Products of such numbers are exact
/// when their bits together are at most 53.
template <int bits>
constexpr double leading_bits(double x) {
  constexpr std::uint64_t cleared = (std::uint64_t{1} << (53 - bits)) - 1;
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & ~cleared);
}

/// a cut in two halves of at most 26 significant bits, for |a| < 2^996.
constexpr DoubleDouble split(double a) {
  constexpr double two_to_27_plus_1 = 134217729;
  const double scaled = two_to_27_plus_1 * a;
  const double hi = scaled - (scaled - a);
  return {hi, a - hi};
}

/// a b exactly, when nothing overflows and the low part stays above the subnormal range.
/// The two roads give the same bits; Dekker's serves constant evaluation and machines without fma.
constexpr DoubleDouble two_product(double a, double b) {
  const double product = a * b;
#if defined(FP_FAST_FMA)
  if (!std::is_constant_evaluated()) return {product, std::fma(a, b, -product)};
#endif
  const DoubleDouble x = split(a);
  const DoubleDouble y = split(b);
  return {product, ((x.hi * y.hi - product) + x.hi * y.lo + x.lo * y.hi) + x.lo * y.lo};
}

constexpr DoubleDouble operator-(DoubleDouble a) { return {-a.hi, -a.lo}; }

/// Relative error at most 3 u^2, whatever cancels.
constexpr DoubleDouble operator+(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble high = two_sum(a.hi, b.hi);
  const DoubleDouble low = two_sum(a.lo, b.lo);
  const DoubleDouble sum = fast_two_sum(high.hi, high.lo + low.hi);
  return fast_two_sum(sum.hi, low.lo + sum.lo);
}

/// Relative error at most 2 u^2.
constexpr DoubleDouble operator+(DoubleDouble a, double b) {
  const DoubleDouble high = two_sum(a.hi, b);
  return fast_two_sum(high.hi, high.lo + a.lo);
}

/// a + b with an error of at most 4 u^2 (|a| + |b|): cheaper, where cancellation is counted anyway.
constexpr DoubleDouble loose_sum(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble high = two_sum(a.hi, b.hi);
  return fast_two_sum(high.hi, high.lo + (a.lo + b.lo));
}

/// Relative error at most 3 u^2.
constexpr DoubleDouble operator*(DoubleDouble a, double b) {
  const DoubleDouble high = two_product(a.hi, b);
  return fast_two_sum(high.hi, high.lo + a.lo * b);
}

/// Relative error at most 7 u^2.
constexpr DoubleDouble operator*(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble high = two_product(a.hi, b.hi);
  return fast_two_sum(high.hi, high.lo + (a.hi * b.lo + a.lo * b.hi));
}

/// Relative error at most 10 u^2: the quotient of the high parts and one exact correction.
constexpr DoubleDouble operator/(DoubleDouble a, DoubleDouble b) {
  const double quotient = a.hi / b.hi;
  const DoubleDouble remainder = a + -(b * quotient);
  return fast_two_sum(quotient, remainder.hi / b.hi);
}

/// A pair cut elsewhere, for cheap products: `high` has at most 26 significant bits.
struct Cut {
  double high = 0;
  double low = 0;
};

constexpr Cut cut(DoubleDouble a) {
  const double high = leading_bits<26>(a.hi);
  return {high, (a.hi - high) + a.lo};
}

/// Relative error at most 2^-75: the first product is exact, the others lie below 2^-24 of it and are
/// rounded five times.
constexpr DoubleDouble operator*(Cut a, Cut b) {
  return fast_two_sum(a.high * b.high, a.high * b.low + a.low * (b.high + b.low));
}

}  // namespace softlaw::kernel
