// SPDX-License-Identifier: Apache-2.0
#include <limits>
#include <softlaw/reference/interval.hpp>

namespace softlaw::reference {
namespace {

const Real& lesser(const Real& a, const Real& b) {
  return mpfr_lessequal_p(a.get(), b.get()) != 0 ? a : b;
}

const Real& greater(const Real& a, const Real& b) {
  return mpfr_greaterequal_p(a.get(), b.get()) != 0 ? a : b;
}

}  // namespace

Interval min(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  return Interval(lesser(a.lower(), b.lower()), lesser(a.upper(), b.upper()));
}

Interval max(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  return Interval(greater(a.lower(), b.lower()), greater(a.upper(), b.upper()));
}

Interval abs(const Interval& a) {
  if (a.is_empty() || mpfr_sgn(a.lower().get()) >= 0) return a;
  if (mpfr_sgn(a.upper().get()) <= 0) return -a;
  return Interval::between(0, max(a, -a));
}

Interval intersection(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  return Interval(greater(a.lower(), b.lower()), lesser(a.upper(), b.upper()));
}

bool possibly_less(const Interval& a, const Interval& b) {
  return !a.is_empty() && !b.is_empty() && mpfr_less_p(a.lower().get(), b.upper().get()) != 0;
}

bool possibly_less_equal(const Interval& a, const Interval& b) {
  return !a.is_empty() && !b.is_empty() && mpfr_lessequal_p(a.lower().get(), b.upper().get()) != 0;
}

bool certainly_less(const Interval& a, const Interval& b) { return !possibly_less_equal(b, a); }

bool certainly_less_equal(const Interval& a, const Interval& b) { return !possibly_less(b, a); }

bool meets(const Interval& a, const Interval& b) {
  return possibly_less_equal(a, b) && possibly_less_equal(b, a);
}

Interval width(const Interval& a) {
  if (a.is_empty()) return a;
  if (a.is_point()) return 0;
  return Interval(a.upper(), a.upper()) - Interval(a.lower(), a.lower());
}

double midpoint_double(const Interval& a) {
  if (a.is_empty()) return std::numeric_limits<double>::quiet_NaN();
  if (a.is_point() && !a.is_bounded()) return mpfr_get_d(a.lower().get(), MPFR_RNDN);
  const double largest = std::numeric_limits<double>::max();
  const Interval finite = intersection(a, Interval::between(-largest, largest));
  if (finite.is_empty()) return mpfr_sgn(a.lower().get()) > 0 ? largest : -largest;
  const Interval middle = ldexp(
      exact_sum(Interval(finite.lower(), finite.lower()), Interval(finite.upper(), finite.upper())),
      -1);
  return mpfr_get_d(middle.lower().get(), MPFR_RNDN);
}

}  // namespace softlaw::reference
