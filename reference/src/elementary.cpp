// SPDX-License-Identifier: Apache-2.0
#include "directed.hpp"

namespace softlaw::reference {
namespace {

/// The range of an increasing function, from its values at the ends.
template <class Function>
Interval increasing(const Interval& a, Function&& function) {
  if (a.is_empty()) return a;
  const mpfr_prec_t bits = WorkingPrecision::current();
  if (a.is_point()) {
    return enclose_point(bits, [&](mpfr_ptr result, mpfr_rnd_t direction) {
      return function(result, a.lower().get(), direction);
    });
  }
  Real lower(bits), upper(bits);
  function(lower.get(), a.lower().get(), MPFR_RNDD);
  function(upper.get(), a.upper().get(), MPFR_RNDU);
  return Interval(std::move(lower), std::move(upper));
}

/// The part of \p a that is not below \p least.
Interval from(int least, const Interval& a) {
  if (mpfr_cmp_si(a.lower().get(), least) >= 0) return a;
  return intersection(a, Interval::between(least, Interval::whole()));
}

}  // namespace

Interval exp(const Interval& a) { return increasing(a, mpfr_exp); }
Interval expm1(const Interval& a) { return increasing(a, mpfr_expm1); }
Interval log(const Interval& a) { return increasing(from(0, a), mpfr_log); }
Interval log1p(const Interval& a) { return increasing(from(-1, a), mpfr_log1p); }
Interval erf(const Interval& a) { return increasing(a, mpfr_erf); }
Interval erfc(const Interval& a) {
  return increasing(-a, [](mpfr_ptr result, mpfr_srcptr minus, mpfr_rnd_t direction) {
    Real x(mpfr_get_prec(minus));
    mpfr_neg(x.get(), minus, MPFR_RNDN);
    return mpfr_erfc(result, x.get(), direction);
  });
}
Interval sqrt(const Interval& a) { return increasing(from(0, a), mpfr_sqrt); }

Interval pow(const Interval& a, int exponent) {
  if (a.is_empty()) return a;
  if (exponent == 0) return 1;
  const unsigned long k = exponent < 0 ? 0UL - static_cast<unsigned long>(exponent)
                                       : static_cast<unsigned long>(exponent);
  const Interval base = k % 2 == 0 ? abs(a) : a;  // on which the power increases
  const Interval power =
      increasing(base, [k](mpfr_ptr result, mpfr_srcptr x, mpfr_rnd_t direction) {
        return mpfr_pow_ui(result, x, k, direction);
      });
  return exponent < 0 ? 1 / power : power;
}

Interval sqr(const Interval& a) { return pow(a, 2); }

}  // namespace softlaw::reference
