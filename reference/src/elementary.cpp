// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/filter.hpp>

#include "directed.hpp"

namespace softlaw::reference {
namespace {

/// The range of an increasing function, from its values at the ends.
using Named = Expression::Operation;

template <class Function>
Interval increasing(const Interval& a, Function&& function, Named name = Named::unknown,
                    unsigned long exponent = 0) {
  if (a.is_empty()) return a;
  const mpfr_prec_t bits = WorkingPrecision::current();
  const auto how = [&](const Real& end) {
    const bool singular = name == Named::log && mpfr_zero_p(end.get()) != 0;
    return Trace::is_active() && !singular ? expression(name, {end.expression()}, exponent)
                                           : nullptr;
  };
  if (a.is_point()) {
    return enclose_point(
        bits,
        [&](mpfr_ptr result, mpfr_rnd_t direction) {
          return function(result, a.lower().get(), direction);
        },
        how(a.lower()));
  }
  Real lower(bits), upper(bits);
  function(lower.get(), a.lower().get(), MPFR_RNDD);
  function(upper.get(), a.upper().get(), MPFR_RNDU);
  lower.set_expression(how(a.lower()));
  upper.set_expression(how(a.upper()));
  return Interval(std::move(lower), std::move(upper));
}

using OfBall = Ball (*)(const Ball&);

/// On the filter's road.
Interval increasing(const Interval& a, OfBall function) {
  const Interval::Balls both = a.balls();
  const Ball lower = function(both.lower);
  if (both.thin) return Interval(lower);
  return Interval(Interval::Balls{lower, function(both.upper), false});
}

template <class Function>
Interval increasing(const Interval& a, Function&& function, OfBall of_ball, Named name) {
  return Filter::is_active() && !a.is_empty() ? increasing(a, of_ball)
                                              : increasing(a, function, name);
}

/// The part of \p a that is not below \p least.
Interval from(int least, const Interval& a) {
  if (Filter::is_active() && !a.is_empty()) return a;  // its functions look themselves
  if (mpfr_cmp_si(a.lower().get(), least) >= 0) return a;
  return intersection(a, Interval::between(least, Interval::whole()));
}

}  // namespace

Interval exp(const Interval& a) { return increasing(a, mpfr_exp, exp, Named::exp); }
Interval expm1(const Interval& a) { return increasing(a, mpfr_expm1, expm1, Named::expm1); }
Interval log(const Interval& a) { return increasing(from(0, a), mpfr_log, log, Named::log); }
Interval log1p(const Interval& a) {
  return increasing(from(-1, a), mpfr_log1p, log1p, Named::log1p);
}
Interval erf(const Interval& a) { return increasing(a, mpfr_erf); }
Interval erfc(const Interval& a) {
  return increasing(-a, [](mpfr_ptr result, mpfr_srcptr minus, mpfr_rnd_t direction) {
    Real x(mpfr_get_prec(minus));
    mpfr_neg(x.get(), minus, MPFR_RNDN);
    return mpfr_erfc(result, x.get(), direction);
  });
}
Interval sqrt(const Interval& a) { return increasing(from(0, a), mpfr_sqrt, sqrt, Named::sqrt); }

Interval pow(const Interval& a, int exponent) {
  if (a.is_empty()) return a;
  if (exponent == 0) return 1;
  const unsigned long k = exponent < 0 ? 0UL - static_cast<unsigned long>(exponent)
                                       : static_cast<unsigned long>(exponent);
  const Interval base = k % 2 == 0 ? abs(a) : a;  // on which the power increases
  if (Filter::is_active()) {
    const Interval::Balls both = base.balls();
    const Interval power(Interval::Balls{pow(both.lower, k), pow(both.upper, k), both.thin});
    return exponent < 0 ? 1 / power : power;
  }
  const Interval power = increasing(
      base,
      [k](mpfr_ptr result, mpfr_srcptr x, mpfr_rnd_t direction) {
        return mpfr_pow_ui(result, x, k, direction);
      },
      Named::power, k);
  return exponent < 0 ? 1 / power : power;
}

Interval sqr(const Interval& a) { return pow(a, 2); }

}  // namespace softlaw::reference
