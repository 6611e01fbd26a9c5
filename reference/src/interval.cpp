// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <softlaw/reference/interval.hpp>
#include <stdexcept>
#include <utility>

namespace softlaw::reference {
namespace {

Real exact(double value) {
  Real real(53);
  // Adding a zero turns -0 into +0, so that no end is printed with a stray sign.
  mpfr_set_d(real.get(), value + 0.0, MPFR_RNDN);
  return real;
}

Real exact(long value) {
  Real real(64);
  mpfr_set_si(real.get(), value, MPFR_RNDN);
  return real;
}

Real infinity(int sign) {
  Real real(2);
  mpfr_set_inf(real.get(), sign);
  return real;
}

}  // namespace

Interval::Interval(double value) : Interval(exact(value), exact(value)) {}

Interval::Interval(int value) : lower_(exact(long{value})), upper_(lower_) {}

Interval::Interval(Real lower, Real upper) : lower_(std::move(lower)), upper_(std::move(upper)) {
  const bool undefined = mpfr_nan_p(lower_.get()) != 0 || mpfr_nan_p(upper_.get()) != 0;
  if (undefined || is_empty()) {
    lower_ = infinity(undefined ? -1 : +1);
    upper_ = infinity(undefined ? +1 : -1);
  }
}

Interval Interval::whole() { return Interval(infinity(-1), infinity(+1)); }

Interval Interval::empty() { return Interval(infinity(+1), infinity(-1)); }

Interval Interval::between(const Interval& lower, const Interval& upper) {
  if (lower.is_empty() || upper.is_empty()) return empty();
  return Interval(lower.lower_, upper.upper_);
}

Interval Interval::hull(const Interval& a, const Interval& b) {
  if (a.is_empty()) return b;
  if (b.is_empty()) return a;
  return between(min(a, b), max(a, b));
}

Interval Interval::power_of_two(long exponent) { return ldexp(1, exponent); }

Interval Interval::ratio(long p, long q) {
  if (q == 0) throw std::domain_error("softlaw::reference::Interval::ratio: q must not be 0");
  return Interval(exact(p), exact(p)) / Interval(exact(q), exact(q));
}

bool Interval::is_bounded() const noexcept {
  return is_empty() || (mpfr_number_p(lower_.get()) != 0 && mpfr_number_p(upper_.get()) != 0);
}

bool Interval::contains(double value) const noexcept {
  return !std::isnan(value) && mpfr_cmp_d(lower_.get(), value) <= 0 &&
         mpfr_cmp_d(upper_.get(), value) >= 0;
}

bool Interval::contains(const Interval& other) const noexcept {
  return other.is_empty() || (mpfr_lessequal_p(lower_.get(), other.lower_.get()) != 0 &&
                              mpfr_lessequal_p(other.upper_.get(), upper_.get()) != 0);
}

}  // namespace softlaw::reference
