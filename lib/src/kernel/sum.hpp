// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <span>

#include "binned_sum.hpp"
#include "exp.hpp"

/// The sum of exponentials under every function of the family.
namespace softlaw::kernel {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// The largest of the numbers y_i = sign x_i, and how often it occurs.
struct Peak {
  double sign = 1;
  double value = -infinity;
  std::size_t count = 0;
  bool has_nan = false;

  bool is_finite() const { return !has_nan && value > -infinity && value < infinity; }
};

template <class R>
Peak find_peak(std::span<const R> x, double sign = 1) {
  Peak peak{.sign = sign};
  for (const R entry : x) {
    const double y = sign * static_cast<double>(entry);
    if (y > peak.value) {
      peak.value = y;
      peak.count = 1;
    } else if (y == peak.value) {
      ++peak.count;
    }
    peak.has_nan = peak.has_nan || std::isnan(y);
  }
  return peak;
}

/// The exponents a_i = y_i - max y, exactly. (Where the difference overflows, so does log-softmax,
/// and the exponential is zero.)
struct Shift {
  Peak peak;
  DoubleDouble pair(double x) const { return two_difference(peak.sign * x, peak.value); }
  Scaled operator()(double x) const { return make_scaled(pair(x)); }
};

/// The exponents a_i = factor (y_i - max y), with a relative error of at most 17 u^2 when the
/// factor is the reciprocal of a binary64 number.
struct ScaledShift {
  Peak peak;
  Scaled factor;
  Scaled operator()(double x) const {
    const double y = peak.sign * x;
    constexpr double huge = 0x1p1022;  // beyond, a step of two_difference may overflow
    if (std::abs(y) < huge && std::abs(peak.value) < huge) {
      return make_scaled(two_difference(y, peak.value)) * factor;
    }
    // The halves are exact, but for what is far below the difference.
    const Scaled half = make_scaled(two_difference(y / 2, peak.value / 2)) * factor;
    return {half.mantissa, half.exponent + 1};
  }
  DoubleDouble pair(double x) const {
    return peak.sign * x == -infinity ? DoubleDouble{-infinity, 0} : to_double_double((*this)(x));
  }
};

/// The sum of exp(a_i): `count` terms are one, the `rest` are smaller. Keeping the two apart keeps
/// the relative accuracy of log(sum) when the rest is tiny.
struct Sum {
  std::size_t count = 0;
  Scaled rest;

  Scaled above_one() const { return from_integer(count - 1) + rest; }
  Scaled total() const { return from_integer(count) + rest; }
  Scaled log_total() const { return log1p(above_one()); }
};

/// Sums the exponentials of a vector with a finite peak. The relative error of the rest is at most
/// 2^-71 + n 2^-96, and its bits do not depend on the order.
template <class R, class Exponent>
Sum sum_exponentials(std::span<const R> x, const Exponent& exponent) {
  const Peak& peak = exponent.peak;
  BinnedSum rest;
  for (const R entry : x) {
    const auto value = static_cast<double>(entry);
    if (peak.sign * value != peak.value) rest.add(exponential(exponent.pair(value)));
  }
  return {.count = peak.count, .rest = rest.total()};
}

}  // namespace softlaw::kernel
