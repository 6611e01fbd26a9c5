// SPDX-License-Identifier: Apache-2.0
#include <limits>
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/interval.hpp>

namespace softlaw::reference {
namespace {

const Real& lesser(const Real& a, const Real& b) {
  return mpfr_lessequal_p(a.get(), b.get()) != 0 ? a : b;
}

const Real& greater(const Real& a, const Real& b) {
  return mpfr_greaterequal_p(a.get(), b.get()) != 0 ? a : b;
}

using Balls = Interval::Balls;

/// On the filter's road: the lesser, or the greater, of both ends.
template <class Choice>
Interval choose(const Interval& a, const Interval& b, Choice&& choice) {
  const Balls x = a.balls(), y = b.balls();
  const Ball lower = choice(x.lower, y.lower);
  if (x.thin && y.thin) return Interval(lower);
  return Interval(Balls{lower, choice(x.upper, y.upper), false});
}

Interval abs_of_balls(const Balls& a) {
  if (a.thin) return Interval(abs(a.lower));
  if (a.lower.sign() >= 0) return Interval(a);
  if (a.upper.sign() <= 0) return Interval(Balls{-a.upper, -a.lower, false});
  return Interval(Balls{Ball(), greater(-a.lower, a.upper), false});
}

/// May a member of a compare with one of b to something less than the bound?
bool is_possible(const Interval& a, const Interval& b, int bound) {
  if (a.is_empty() || b.is_empty()) return false;
  return compare(a.balls().lower, b.balls().upper) < bound;
}

}  // namespace

Interval min(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  if (Filter::is_active()) {
    return choose(a, b, [](const Ball& x, const Ball& y) { return lesser(x, y); });
  }
  return Interval(lesser(a.lower(), b.lower()), lesser(a.upper(), b.upper()));
}

Interval max(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  if (Filter::is_active()) {
    return choose(a, b, [](const Ball& x, const Ball& y) { return greater(x, y); });
  }
  return Interval(greater(a.lower(), b.lower()), greater(a.upper(), b.upper()));
}

Interval abs(const Interval& a) {
  if (Filter::is_active() && !a.is_empty()) return abs_of_balls(a.balls());
  if (a.is_empty() || mpfr_sgn(a.lower().get()) >= 0) return a;
  if (mpfr_sgn(a.upper().get()) <= 0) return -a;
  return Interval::between(0, max(a, -a));
}

Interval intersection(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  if (Filter::is_active()) {
    return Interval::between(Interval(greater(a.balls().lower, b.balls().lower)),
                             Interval(lesser(a.balls().upper, b.balls().upper)));
  }
  return Interval(greater(a.lower(), b.lower()), lesser(a.upper(), b.upper()));
}

bool possibly_less(const Interval& a, const Interval& b) {
  if (Filter::is_active()) return is_possible(a, b, 0);
  return !a.is_empty() && !b.is_empty() && mpfr_less_p(a.lower().get(), b.upper().get()) != 0;
}

bool possibly_less_equal(const Interval& a, const Interval& b) {
  if (Filter::is_active()) return is_possible(a, b, 1);
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
  return a.upper_point() - a.lower_point();
}

double upper_bound_double(const Interval& a) {
  if (a.is_filtered()) return a.balls().upper.upper_bound();
  return mpfr_get_d(a.upper().get(), MPFR_RNDU);
}

double midpoint_double(const Interval& a) {
  if (a.is_empty()) return std::numeric_limits<double>::quiet_NaN();
  if (Filter::is_active()) return ldexp(a.balls().lower + a.balls().upper, -1).midpoint();
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
