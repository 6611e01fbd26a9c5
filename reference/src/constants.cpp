// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/constants.hpp>
#include <softlaw/reference/filter.hpp>

#include "directed.hpp"

namespace softlaw::reference {
namespace {

using Constant = int (*)(mpfr_ptr, mpfr_rnd_t);

Ball ball(Constant constant) {
  Real lower(160), upper(160);
  constant(lower.get(), MPFR_RNDD);
  constant(upper.get(), MPFR_RNDU);
  return Ball::between(lower, upper);
}

template <Constant compute>
Interval enclose(const ExpressionPointer& how = nullptr) {
  if (!Filter::is_active()) return enclose_point(WorkingPrecision::current(), compute, how);
  static const Ball value = ball(compute);
  return Interval(value);
}

}  // namespace

Interval log2() {
  return enclose<mpfr_const_log2>(
      Trace::is_active() ? traced(Expression::Operation::log, Interval(2).lower()) : nullptr);
}

Interval pi() { return enclose<mpfr_const_pi>(); }

Interval euler() { return enclose<mpfr_const_euler>(); }

}  // namespace softlaw::reference
