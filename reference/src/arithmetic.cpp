// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/reference/filter.hpp>

#include "directed.hpp"

namespace softlaw::reference {
namespace {

using Named = Expression::Operation;

/// An operation of MPFR, and its name in expressions.
struct Operation {
  int (*compute)(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t);
  Named name;

  void operator()(Real& result, const Real& a, const Real& b, mpfr_rnd_t direction) const {
    compute(result.get(), a.get(), b.get(), direction);
    result.set_expression(traced(name, a, b));
  }
};

constexpr Operation add{mpfr_add, Named::sum}, multiply{mpfr_mul, Named::product},
    divide{mpfr_div, Named::quotient};

int sign(const Real& a) { return mpfr_sgn(a.get()); }

bool contains_zero(const Interval& a) { return sign(a.lower()) <= 0 && sign(a.upper()) >= 0; }

bool is_infinite_point(const Interval& a) { return a.is_point() && !a.is_bounded(); }

Interval of_points(Operation operation, const Interval& a, const Interval& b) {
  return enclose_point(
      WorkingPrecision::current(),
      [&](mpfr_ptr result, mpfr_rnd_t direction) {
        return operation.compute(result, a.lower().get(), b.lower().get(), direction);
      },
      traced(operation.name, a.lower(), b.lower()));
}

/// The hull of the operation on all pairs of ends, which is the range of an operation that is
/// monotone in each argument. A pair without a value, 0 · ∞ or ∞ / ∞, is NaN, which mpfr_min and
/// mpfr_max pass over: it stands for the limit of the pairs beside it.
Interval of_corners(Operation operation, const Interval& a, const Interval& b) {
  const mpfr_prec_t bits = WorkingPrecision::current();
  Real lower(bits), upper(bits), corner(bits);  // NaN at first
  std::vector<ExpressionPointer> corners;
  for (const Real* p : {&a.lower(), &a.upper()}) {
    for (const Real* q : {&b.lower(), &b.upper()}) {
      operation(corner, *p, *q, MPFR_RNDD);
      mpfr_min(lower.get(), lower.get(), corner.get(), MPFR_RNDD);
      operation(corner, *p, *q, MPFR_RNDU);
      mpfr_max(upper.get(), upper.get(), corner.get(), MPFR_RNDU);
      if (mpfr_nan_p(corner.get()) == 0) corners.push_back(corner.expression());
    }
  }
  if (Trace::is_active()) {
    lower.set_expression(expression(Named::least, corners));
    upper.set_expression(expression(Named::greatest, corners));
  }
  return Interval(std::move(lower), std::move(upper));
}

/// 1 or -1 if no member has another sign, else 0.
int sign_of(const Interval& a) { return sign(a.lower()) > 0 ? 1 : sign(a.upper()) < 0 ? -1 : 0; }

/// Of two operands that do not contain 0 the signs tell which ends make the ends of the result. A
/// quotient grows as b falls, where a product grows as b grows: then \p low and \p high change.
Interval of_signs(Operation operation, const Interval& a, const Interval& b, const Real& low,
                  const Real& high) {
  const bool a_positive = sign_of(a) > 0, b_positive = sign_of(b) > 0;
  const mpfr_prec_t bits = WorkingPrecision::current();
  Real lower(bits), upper(bits);
  operation(lower, b_positive ? a.lower() : a.upper(), a_positive ? low : high, MPFR_RNDD);
  operation(upper, b_positive ? a.upper() : a.lower(), a_positive ? high : low, MPFR_RNDU);
  return Interval(std::move(lower), std::move(upper));
}

/// a / b where b contains 0.
Interval divide_by_zero(const Interval& a, const Interval& b) {
  if (contains_zero(a) || b.is_point() || !a.is_bounded()) return Interval::whole();
  if (sign(b.upper()) == 0) return divide_by_zero(-a, -b);
  if (sign(b.lower()) < 0) return Interval::whole();
  const Interval extreme = a / Interval(b.upper(), b.upper());
  return sign(a.lower()) > 0 ? Interval::between(extreme, Interval::whole())
                             : Interval::between(Interval::whole(), extreme);
}

using Balls = Interval::Balls;

/// On the filter's road: an operation that grows with both arguments.
template <class Operation>
Interval of_balls(const Balls& a, const Balls& b, Operation&& operation) {
  const Ball lower = operation(a.lower, b.lower);
  if (a.thin && b.thin) return Interval(lower);
  return Interval(Balls{lower, operation(a.upper, b.upper), false});
}

Interval sum_of_balls(const Interval& a, const Interval& b) {
  return of_balls(a.balls(), b.balls(), [](const Ball& x, const Ball& y) { return x + y; });
}

/// One that is monotone in each argument, as of_corners().
template <class Operation>
Interval corners_of_balls(const Balls& a, const Balls& b, Operation&& operation) {
  if (a.thin && b.thin) return Interval(operation(a.lower, b.lower));
  const Ball first = operation(a.lower, b.lower), last = operation(a.upper, b.upper);
  if (a.thin || b.thin) return Interval(Balls{lesser(first, last), greater(first, last), false});
  const Ball second = operation(a.lower, b.upper), third = operation(a.upper, b.lower);
  return Interval(Balls{lesser(lesser(first, last), lesser(second, third)),
                        greater(greater(first, last), greater(second, third)), false});
}

Interval quotient_of_balls(const Balls& a, const Balls& b) {
  if (!b.thin && b.lower.sign() * b.upper.sign() <= 0) throw Undecided();
  return corners_of_balls(a, b, [](const Ball& x, const Ball& y) { return x / y; });
}

/// How many bits hold the sum of two finite numbers exactly.
mpfr_prec_t bits_of_sum(const Real& a, const Real& b) {
  if (mpfr_regular_p(a.get()) == 0) return b.precision();
  if (mpfr_regular_p(b.get()) == 0) return a.precision();
  const mpfr_exp_t top = std::max(mpfr_get_exp(a.get()), mpfr_get_exp(b.get()));
  const mpfr_exp_t last = std::min(mpfr_get_exp(a.get()) - mpfr_min_prec(a.get()),
                                   mpfr_get_exp(b.get()) - mpfr_min_prec(b.get()));
  return std::clamp<mpfr_exp_t>(top - last + 1, 2, 1 << 14);
}

Real sum_of_ends(const Real& a, const Real& b, mpfr_rnd_t direction) {
  Real result(bits_of_sum(a, b));
  add(result, a, b, direction);
  return result;
}

Real power_of_two(long exponent) {
  Real power(2);
  mpfr_set_si_2exp(power.get(), 1, exponent, MPFR_RNDN);
  power.set_expression(constant(power));
  return power;
}

}  // namespace

Interval operator+(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  if (Filter::is_active()) return sum_of_balls(a, b);
  if (a.is_point() && b.is_point()) return of_points(add, a, b);
  const mpfr_prec_t bits = WorkingPrecision::current();
  Real lower(bits), upper(bits);
  add(lower, a.lower(), b.lower(), MPFR_RNDD);
  add(upper, a.upper(), b.upper(), MPFR_RNDU);
  return Interval(std::move(lower), std::move(upper));
}

Interval operator-(const Interval& a, const Interval& b) { return a + -b; }

Interval operator*(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  if (Filter::is_active()) {
    return corners_of_balls(a.balls(), b.balls(),
                            [](const Ball& x, const Ball& y) { return x * y; });
  }
  if (a.is_point() && b.is_point()) return of_points(multiply, a, b);
  if ((is_infinite_point(a) && contains_zero(b)) || (is_infinite_point(b) && contains_zero(a))) {
    return Interval::whole();
  }
  if (sign_of(a) * sign_of(b) != 0) return of_signs(multiply, a, b, b.lower(), b.upper());
  return of_corners(multiply, a, b);
}

Interval operator/(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  if (Filter::is_active()) return quotient_of_balls(a.balls(), b.balls());
  if (contains_zero(b)) return divide_by_zero(a, b);
  if (a.is_point() && b.is_point()) return of_points(divide, a, b);
  if ((is_infinite_point(a) && !b.is_bounded()) || (is_infinite_point(b) && !a.is_bounded())) {
    return Interval::whole();
  }
  if (sign_of(a) != 0) return of_signs(divide, a, b, b.upper(), b.lower());
  return of_corners(divide, a, b);
}

Interval operator-(const Interval& a) {
  if (Filter::is_active() && !a.is_empty()) {
    const Balls both = a.balls();
    return Interval(Balls{-both.upper, -both.lower, both.thin});
  }
  Real lower = a.upper(), upper = a.lower();
  for (Real* end : {&lower, &upper}) {
    mpfr_neg(end->get(), end->get(), MPFR_RNDN);
    end->set_expression(traced(Named::negative, *end));
  }
  return Interval(std::move(lower), std::move(upper));
}

Interval& operator+=(Interval& a, const Interval& b) { return a = a + b; }
Interval& operator-=(Interval& a, const Interval& b) { return a = a - b; }
Interval& operator*=(Interval& a, const Interval& b) { return a = a * b; }
Interval& operator/=(Interval& a, const Interval& b) { return a = a / b; }

Interval exact_sum(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  if (Filter::is_active()) return sum_of_balls(a, b);
  return Interval(sum_of_ends(a.lower(), b.lower(), MPFR_RNDD),
                  sum_of_ends(a.upper(), b.upper(), MPFR_RNDU));
}

Interval exact_difference(const Interval& a, const Interval& b) { return exact_sum(a, -b); }

Interval ldexp(const Interval& a, long exponent) {
  if (a.is_empty()) return a;
  if (Filter::is_active()) {
    const Balls both = a.balls();
    return Interval(Balls{ldexp(both.lower, exponent), ldexp(both.upper, exponent), both.thin});
  }
  Real lower = a.lower(), upper = a.upper();
  mpfr_mul_2si(lower.get(), lower.get(), exponent, MPFR_RNDD);
  mpfr_mul_2si(upper.get(), upper.get(), exponent, MPFR_RNDU);
  if (Trace::is_active()) {
    const Real power = power_of_two(exponent);
    lower.set_expression(traced(Named::product, lower, power));
    upper.set_expression(traced(Named::product, upper, power));
  }
  return Interval(std::move(lower), std::move(upper));
}

}  // namespace softlaw::reference
