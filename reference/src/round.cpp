// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <softlaw/reference/round.hpp>

namespace softlaw::reference {
namespace {

/// The binade of a number that is not 0, NaN or infinite: \f$2^e\le|v|<2^{e+1}\f$.
int binade(const Real& v) {
  return static_cast<int>(std::clamp<mpfr_exp_t>(mpfr_get_exp(v.get()) - 1, -(1 << 30), 1 << 30));
}

Interval ulp_of_magnitude(const Real& v, const Format& format) {
  if (mpfr_regular_p(v.get()) != 0) return Interval::power_of_two(quantum(binade(v), format));
  return Interval::power_of_two(
      quantum(mpfr_zero_p(v.get()) != 0 ? format.emin : format.emax, format));
}

/// The float nearest to \p v: the nearest multiple of its quantum, ties to even multiples.
double nearest(const Real& v, const Format& format) {
  if (mpfr_regular_p(v.get()) == 0) return mpfr_get_d(v.get(), MPFR_RNDN);
  const double sign = mpfr_sgn(v.get());
  if (binade(v) > format.emax) return sign * HUGE_VAL;
  const int q = quantum(binade(v), format);
  Real multiple = v;
  mpfr_mul_2si(multiple.get(), multiple.get(), -q, MPFR_RNDN);
  mpfr_roundeven(multiple.get(), multiple.get());
  const double value = std::ldexp(mpfr_get_d(multiple.get(), MPFR_RNDN), q);
  return std::fabs(value) > format.max_finite() ? sign * HUGE_VAL : value;
}

}  // namespace

Interval ulp(const Interval& v, const Format& format) {
  if (v.is_empty()) return v;
  const Interval magnitude = abs(v);
  return Interval::between(ulp_of_magnitude(magnitude.lower(), format),
                           ulp_of_magnitude(magnitude.upper(), format));
}

std::optional<double> round_to_nearest(const Interval& exact, const Format& format) {
  if (exact.is_empty()) return std::nullopt;
  const double lower = nearest(exact.lower(), format);
  const double upper = nearest(exact.upper(), format);
  if (lower < upper) return std::nullopt;
  if (lower != 0) return lower;
  return certainly_less(exact, 0) ? -0.0 : 0.0;
}

bool is_narrow(const Interval& a, int bits) {
  if (a.is_empty() || a.is_point()) return true;
  if (!a.is_bounded()) return false;
  const Interval magnitude = abs(a);
  const Interval scale =
      max(Interval(magnitude.lower(), magnitude.lower()), Format::binary64.min_subnormal());
  return certainly_less_equal(width(a), ldexp(scale, -bits));
}

}  // namespace softlaw::reference
