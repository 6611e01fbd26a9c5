// SPDX-License-Identifier: Apache-2.0
#include <softlaw/softplus.hpp>

#include "exact/resolve.hpp"
#include "kernel/certain.hpp"
#include "kernel/environment.hpp"
#include "kernel/expm1.hpp"
#include "vector/first_tier.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// The relative error of every value of this file before its rounding; see the error budget.
constexpr int error = -67;

/// A value of the pair kernels, rounded, or else `enclosure(precision)`.
template <class R, class Enclosure>
R rounded(const Scaled& value, const Scaled& slack, const Enclosure& enclosure) {
  const auto second = certain<R>(value, slack);
  return second ? *second : exact::resolve<R>(enclosure);
}
template <class R, class Enclosure>
R rounded(const Scaled& value, const Enclosure& enclosure) {
  return rounded<R>(value, times_power_of_two(value, error), enclosure);
}

/// exp(-|t|), normalised.
Scaled decay(double t) {
  const Scaled e = exponential({-std::abs(t), 0});
  return normalize(e.mantissa, e.exponent);
}

template <class R>
R softplus_of(R t) {
  if (R result; vector::softplus(t, result)) return result;
  if (std::isnan(t) || t == std::numeric_limits<R>::infinity()) return t;
  const auto wide = static_cast<double>(t);
  const Scaled excess = log1p(decay(wide));
  return rounded<R>(t > 0 ? make_scaled(wide) + excess : excess, [&](const exact::Precision& p) {
    const exact::Interval e = p.exponential(p.number(-std::abs(wide)));
    const exact::Interval log = p.logarithm(p.whole(1) + e);
    return t > 0 ? p.number(wide) + log : log;
  });
}

template <class R>
R logistic_of(R t) {
  if (R result; vector::logistic(t, result)) return result;
  if (std::isnan(t)) return t;
  if (std::isinf(t)) return t > 0 ? R(1) : R(0);
  const auto wide = static_cast<double>(t);
  const Scaled smaller = decay(wide);
  const Scaled one = make_scaled(1.0);
  return rounded<R>((t < 0 ? smaller : one) / (one + smaller), [&](const exact::Precision& p) {
    const exact::Interval e = p.exponential(p.number(-std::abs(wide)));
    return p.divide(t < 0 ? e : p.whole(1), p.whole(1) + e);
  });
}

/// log(p / (1 - p)): near p = 1/2 the quotient less one is (2p - 1) / (1 - p), whose numerator is exact.
template <class R>
R logit_of(R p) {
  constexpr R infinity = std::numeric_limits<R>::infinity();
  if (!(p >= 0 && p <= 1)) return std::numeric_limits<R>::quiet_NaN();
  if (p == 0) return -infinity;
  if (p == 1) return infinity;
  const double share = static_cast<double>(p);
  const DoubleDouble rest = two_sum(1.0, -share);
  const DoubleDouble odds_less_one = DoubleDouble{2 * share - 1, 0} / rest;
  const Scaled odds = make_scaled(share) / make_scaled(rest);
  return rounded<R>(make_scaled(log_near_one(odds, odds_less_one)),
                    [&](const exact::Precision& bits) {
                      const exact::Interval others = bits.whole(1) - bits.number(share);
                      return bits.logarithm(share) - bits.logarithm(others);
                    });
}

/// log(1 - exp(d)) for d < 0.
exact::Interval log1mexp(const exact::Precision& p, const exact::Interval& d) {
  return p.logarithm(p.whole(1) - p.exponential(d));
}

template <class R>
R log1mexp_of(R x) {
  if (!(x <= 0)) return std::numeric_limits<R>::quiet_NaN();
  if (x == 0) return -std::numeric_limits<R>::infinity();
  if (std::isinf(x)) return -R(0);
  const auto wide = static_cast<double>(x);
  const R result =
      rounded<R>(kernel::log1mexp(DoubleDouble{wide, 0}),
                 [&](const exact::Precision& p) { return log1mexp(p, p.number(wide)); });
  return result == 0 ? -R(0) : result;
}

/// a + log(1 - exp(b - a)): the difference is exact as a pair.
template <class R>
R logsubexp_of(R a, R b) {
  constexpr R infinity = std::numeric_limits<R>::infinity();
  if (!(a >= b) || b == infinity) return std::numeric_limits<R>::quiet_NaN();
  if (a == b) return -infinity;
  if (b == -infinity || a == infinity) return a;
  const auto larger = static_cast<double>(a);
  const auto smaller = static_cast<double>(b);
  const DoubleDouble gap = two_difference(smaller, larger);
  if (!(gap.hi > lowest_exponent)) return a;
  const Scaled log = kernel::log1mexp(gap);
  return rounded<R>(make_scaled(larger) + log, times_power_of_two(log, error),
                    [&](const exact::Precision& p) {
                      const exact::Interval top = p.number(larger);
                      return top + log1mexp(p, p.number(smaller) - top);
                    });
}

/// log 2 in three words, to 160 bits.
constexpr double log_two_words[] = {0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56,
                                    0x1.7b57a079a1934p-111};

/// log(exp(y) - 1) = y + log(1 - exp(-y)).
template <class R>
R softplus_inverse_of(R y) {
  if (!(y >= 0)) return std::numeric_limits<R>::quiet_NaN();
  if (y == 0) return -std::numeric_limits<R>::infinity();
  const double t = static_cast<double>(y);
  if (t > -lowest_exponent) return y;
  const auto enclosure = [&](const exact::Precision& p) {
    return p.number(t) + log1mexp(p, p.number(-t));
  };
  // for large y the excess of y over the result is what is small
  if (t > 2) return rounded<R>(make_scaled(t) + kernel::log1mexp({-t, 0}), enclosure);
  // near log 2, where it is near 0: exp(y) - 2 = 2 (exp(y - log 2) - 1), a difference to 160 bits
  const DoubleDouble near = two_sum(t - log_two_words[0], -log_two_words[1]);  // exact near log 2
  const DoubleDouble distance = fast_two_sum(near.hi, near.lo - log_two_words[2]);
  const DoubleDouble growth = expm1({t, 0});
  const DoubleDouble beyond = std::abs(distance.hi) < 0.25 ? expm1(distance) * 2 : growth + -1.0;
  return rounded<R>(make_scaled(log_near_one(make_scaled(growth), beyond)), enclosure);
}

}  // namespace

double softplus(double t) noexcept {
  return in_default_environment([&] { return softplus_of(t); });
}
float softplus(float t) noexcept {
  return in_default_environment([&] { return softplus_of(t); });
}
double logistic(double t) noexcept {
  return in_default_environment([&] { return logistic_of(t); });
}
float logistic(float t) noexcept {
  return in_default_environment([&] { return logistic_of(t); });
}

double log_logistic(double t) noexcept {
  return in_default_environment([&] { return -softplus_of(-t); });
}
float log_logistic(float t) noexcept {
  return in_default_environment([&] { return -softplus_of(-t); });
}
double logit(double p) noexcept {
  return in_default_environment([&] { return logit_of(p); });
}
float logit(float p) noexcept {
  return in_default_environment([&] { return logit_of(p); });
}
double log1mexp(double x) noexcept {
  return in_default_environment([&] { return log1mexp_of(x); });
}
float log1mexp(float x) noexcept {
  return in_default_environment([&] { return log1mexp_of(x); });
}
double logsubexp(double a, double b) noexcept {
  return in_default_environment([&] { return logsubexp_of(a, b); });
}
float logsubexp(float a, float b) noexcept {
  return in_default_environment([&] { return logsubexp_of(a, b); });
}
double softplus_inverse(double y) noexcept {
  return in_default_environment([&] { return softplus_inverse_of(y); });
}
float softplus_inverse(float y) noexcept {
  return in_default_environment([&] { return softplus_inverse_of(y); });
}

}  // namespace softlaw
