// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/interval.hpp>
#include <utility>

namespace softlaw::reference {

/// The sharpest enclosure of one number from one call of MPFR.
///
/// \p compute(rop, rnd) rounds the number to rop in the direction rnd and returns MPFR's ternary
/// value. Rounded down, the result is exact if that is 0; otherwise the number lies strictly
/// between the result and the next float of the same precision.
template <class Compute>
Interval enclose_point(mpfr_prec_t bits, Compute&& compute, ExpressionPointer how = nullptr) {
  Real lower(bits);
  const int ternary = compute(lower.get(), MPFR_RNDD);
  lower.set_expression(std::move(how));
  Real upper = lower;
  if (ternary != 0) mpfr_nextabove(upper.get());
  return Interval(std::move(lower), std::move(upper));
}

/// How a result came about, if somebody asks.
inline ExpressionPointer traced(Expression::Operation operation, const Real& a) {
  return Trace::is_active() ? expression(operation, {a.expression()}) : nullptr;
}
inline ExpressionPointer traced(Expression::Operation operation, const Real& a, const Real& b) {
  return Trace::is_active() ? expression(operation, {a.expression(), b.expression()}) : nullptr;
}

/// The number itself, which is finite, as an expression.
ExpressionPointer constant(const Real& value);

}  // namespace softlaw::reference
