// SPDX-License-Identifier: Apache-2.0
#include <softlaw/softplus.hpp>

#include "kernel/expm1.hpp"
#include "kernel/round.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// exp(-|t|), normalised.
Scaled decay(double t) {
  const Scaled e = exponential({-std::abs(t), 0});
  return normalize(e.mantissa, e.exponent);
}

template <class R>
R softplus_of(R t) {
  if (std::isnan(t) || t == std::numeric_limits<R>::infinity()) return t;
  const Scaled excess = log1p(decay(static_cast<double>(t)));
  return round<R>(t > 0 ? make_scaled(static_cast<double>(t)) + excess : excess);
}

template <class R>
R logistic_of(R t) {
  if (std::isnan(t)) return t;
  const Scaled smaller = decay(static_cast<double>(t));
  const Scaled one = make_scaled(1.0);
  return round<R>((t < 0 ? smaller : one) / (one + smaller));
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
  return round<R>(make_scaled(log_near_one(odds, odds_less_one)));
}

template <class R>
R log1mexp_of(R x) {
  if (!(x <= 0)) return std::numeric_limits<R>::quiet_NaN();
  if (x == 0) return -std::numeric_limits<R>::infinity();
  const R result = round<R>(log1mexp(DoubleDouble{static_cast<double>(x), 0}));
  return result == 0 ? -R(0) : result;
}

/// a + log(1 - exp(b - a)): the difference is exact as a pair.
template <class R>
R logsubexp_of(R a, R b) {
  constexpr R infinity = std::numeric_limits<R>::infinity();
  if (!(a >= b) || b == infinity) return std::numeric_limits<R>::quiet_NaN();
  if (a == b) return -infinity;
  if (b == -infinity || a == infinity) return a;
  const double larger = static_cast<double>(a);
  const DoubleDouble gap = two_difference(static_cast<double>(b), larger);
  if (!(gap.hi > lowest_exponent)) return a;
  return round<R>(make_scaled(larger) + log1mexp(gap));
}

/// log 2 in three words, to 160 bits.
constexpr double log_two_words[] = {0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56,
                                    0x1.7b57a079a1934p-111};

/// log(exp(y) - 1): near y = log 2, where it is near 0, exp(y) - 2 = 2 (exp(y - log 2) - 1) with a
/// difference to 160 bits; for large y the excess of y over it is what is small.
template <class R>
R softplus_inverse_of(R y) {
  if (!(y >= 0)) return std::numeric_limits<R>::quiet_NaN();
  if (y == 0) return -std::numeric_limits<R>::infinity();
  const double t = static_cast<double>(y);
  if (t > 2) {
    if (t > -lowest_exponent) return y;
    return round<R>(make_scaled(t) + log1mexp({-t, 0}));
  }
  const DoubleDouble near = two_sum(t - log_two_words[0], -log_two_words[1]);  // exact near log 2
  const DoubleDouble distance = fast_two_sum(near.hi, near.lo - log_two_words[2]);
  const DoubleDouble growth = expm1({t, 0});
  const DoubleDouble beyond = std::abs(distance.hi) < 0.25 ? expm1(distance) * 2 : growth + -1.0;
  return round<R>(make_scaled(log_near_one(make_scaled(growth), beyond)));
}

}  // namespace

double softplus(double t) noexcept { return softplus_of(t); }
float softplus(float t) noexcept { return softplus_of(t); }
double logistic(double t) noexcept { return logistic_of(t); }
float logistic(float t) noexcept { return logistic_of(t); }

double log_logistic(double t) noexcept { return -softplus_of(-t); }
float log_logistic(float t) noexcept { return -softplus_of(-t); }
double logit(double p) noexcept { return logit_of(p); }
float logit(float p) noexcept { return logit_of(p); }
double log1mexp(double x) noexcept { return log1mexp_of(x); }
float log1mexp(float x) noexcept { return log1mexp_of(x); }
double logsubexp(double a, double b) noexcept { return logsubexp_of(a, b); }
float logsubexp(float a, float b) noexcept { return logsubexp_of(a, b); }
double softplus_inverse(double y) noexcept { return softplus_inverse_of(y); }
float softplus_inverse(float y) noexcept { return softplus_inverse_of(y); }

}  // namespace softlaw
