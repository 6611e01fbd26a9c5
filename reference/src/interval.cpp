// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/interval.hpp>
#include <stdexcept>
#include <utility>

#include "directed.hpp"

namespace softlaw::reference {
namespace {

/// A constant of every expression that it is in.
Real known(Real real) {
  if (Trace::is_active() && mpfr_number_p(real.get()) != 0) real.set_expression(constant(real));
  return real;
}

Real exact(double value) {
  Real real(53);
  // Adding a zero turns -0 into +0, so that no end is printed with a stray sign.
  mpfr_set_d(real.get(), value + 0.0, MPFR_RNDN);
  return known(std::move(real));
}

Real exact(long value) {
  Real real(64);
  mpfr_set_si(real.get(), value, MPFR_RNDN);
  return known(std::move(real));
}

Real infinity(int sign) {
  Real real(2);
  mpfr_set_inf(real.get(), sign);
  return real;
}

bool crossed(const Real& lower, const Real& upper) {
  return mpfr_less_p(upper.get(), lower.get()) != 0;
}

}  // namespace

ExpressionPointer constant(const Real& value) {
  char* text = nullptr;
  mpfr_asprintf(&text, "%Ra", value.get());
  auto expression =
      std::make_shared<const Expression>(Expression{Expression::Operation::constant, {}, text});
  mpfr_free_str(text);
  return expression;
}

namespace {

/// What std::variant makes first costs nothing.
constexpr auto nothing = Interval::Balls{{}, {}, true};

}  // namespace

Interval::Interval(double value) : ends_(nothing) {
  if (Filter::is_active()) {
    ends_ =
        std::isnan(value) ? whole().ends_ : decltype(ends_)(Balls{Ball(value), Ball(value), true});
  } else {
    *this = Interval(exact(value), exact(value));
  }
}

Interval::Interval(int value) : ends_(nothing) {
  if (Filter::is_active()) {
    const Ball ball(static_cast<std::int64_t>(value));
    ends_ = Balls{ball, ball, true};
  } else {
    *this = Interval(exact(long{value}), exact(long{value}));
  }
}

Interval::Interval(Real lower, Real upper) : ends_(nothing) {
  const bool undefined = mpfr_nan_p(lower.get()) != 0 || mpfr_nan_p(upper.get()) != 0;
  if (undefined || crossed(lower, upper)) {
    lower = infinity(undefined ? -1 : +1);
    upper = infinity(undefined ? +1 : -1);
  }
  ends_ = Ends{std::move(lower), std::move(upper)};
}

Interval Interval::whole() { return Interval(infinity(-1), infinity(+1)); }

Interval Interval::empty() { return Interval(infinity(+1), infinity(-1)); }

Interval Interval::between(const Interval& lower, const Interval& upper) {
  if (lower.is_empty() || upper.is_empty()) return empty();
  if (!Filter::is_active()) return Interval(lower.lower(), upper.upper());
  const Ball from = lower.balls().lower, to = upper.balls().upper;
  const bool same = from.is_same(to);
  if (!same && compare(from, to) > 0) return empty();
  return Interval(Balls{from, to, same});
}

Interval Interval::hull(const Interval& a, const Interval& b) {
  if (a.is_empty()) return b;
  if (b.is_empty()) return a;
  return between(min(a, b), max(a, b));
}

Interval Interval::power_of_two(long exponent) { return ldexp(1, exponent); }

Interval Interval::ratio(long p, long q) {
  if (q == 0) throw std::domain_error("softlaw::reference::Interval::ratio: q must not be 0");
  if (Filter::is_active()) return Interval(Ball(std::int64_t{p}) / Ball(std::int64_t{q}));
  return Interval(exact(p), exact(p)) / Interval(exact(q), exact(q));
}

Interval Interval::lower_point() const {
  if (is_filtered()) return Interval(balls().lower);
  return Interval(lower(), lower());
}

Interval Interval::upper_point() const {
  if (is_filtered()) return Interval(balls().upper);
  return Interval(upper(), upper());
}

bool Interval::is_empty() const { return !is_filtered() && crossed(lower(), upper()); }

bool Interval::is_point() const {
  if (!is_filtered()) return mpfr_equal_p(lower().get(), upper().get()) != 0;
  const Balls& both = std::get<Balls>(ends_);
  if (both.thin && both.lower.is_exact()) return true;
  return compare(both.lower, both.upper) == 0;
}

bool Interval::is_bounded() const {
  if (is_filtered()) {
    const Balls& both = std::get<Balls>(ends_);
    return !both.lower.is_infinite() && !both.upper.is_infinite();
  }
  return is_empty() || (mpfr_number_p(lower().get()) != 0 && mpfr_number_p(upper().get()) != 0);
}

Interval::Balls Interval::balls() const {
  if (is_filtered()) return std::get<Balls>(ends_);
  if (is_empty()) throw Undecided();
  if (is_bounded()) {
    const Ball both = Ball::between(lower(), upper());
    // an enclosure of one number, or a wide one
    if (both.is_narrow(100, -(1 << 30))) return {both, both, true};
  }
  const auto end = [](const Real& value) {
    if (mpfr_inf_p(value.get()) != 0) return Ball(mpfr_get_d(value.get(), MPFR_RNDN));
    return Ball::between(value, value);
  };
  return {end(lower()), end(upper()), false};
}

bool Interval::contains(double value) const {
  if (std::isnan(value)) return false;
  if (Filter::is_active() && !is_empty()) return contains(Interval(value));
  return mpfr_cmp_d(lower().get(), value) <= 0 && mpfr_cmp_d(upper().get(), value) >= 0;
}

bool Interval::contains(const Interval& other) const {
  if (other.is_empty()) return true;
  if (is_empty()) return false;
  if (Filter::is_active()) {
    const Balls outside = balls(), inside = other.balls();
    return compare(outside.lower, inside.lower) <= 0 && compare(inside.upper, outside.upper) <= 0;
  }
  return mpfr_lessequal_p(lower().get(), other.lower().get()) != 0 &&
         mpfr_lessequal_p(other.upper().get(), upper().get()) != 0;
}

}  // namespace softlaw::reference
