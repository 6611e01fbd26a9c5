// SPDX-License-Identifier: Apache-2.0
#pragma once

#include SOFTLAW_ARB_HEADER

#include <softlaw/reference/interval.hpp>
#include <utility>
#include <vector>

namespace softlaw::reference::test {

/// A number in the ball arithmetic of Arb, with just enough syntax to write formulas in it.
class Ball {
 public:
  Ball() { arb_init(value_); }
  Ball(double value) : Ball() { arb_set_d(value_, value); }
  Ball(const Ball& other) : Ball() { arb_set(value_, other.value_); }
  Ball& operator=(const Ball& other) {
    arb_set(value_, other.value_);
    return *this;
  }
  ~Ball() { arb_clear(value_); }

  /// The precision of all operations.
  static slong& bits() {
    static slong precision = 128;
    return precision;
  }

  Interval interval() const {
    Real lower(600), upper(600);
    arb_get_interval_mpfr(lower.get(), upper.get(), value_);
    // Arb's exponents are unbounded.
    mpfr_check_range(lower.get(), 0, MPFR_RNDD);
    mpfr_check_range(upper.get(), 0, MPFR_RNDU);
    return Interval(std::move(lower), std::move(upper));
  }

  friend Ball operator+(const Ball& a, const Ball& b) { return apply(arb_add, a, b); }
  friend Ball operator-(const Ball& a, const Ball& b) { return apply(arb_sub, a, b); }
  friend Ball operator*(const Ball& a, const Ball& b) { return apply(arb_mul, a, b); }
  friend Ball operator/(const Ball& a, const Ball& b) { return apply(arb_div, a, b); }
  friend Ball operator-(const Ball& a) { return Ball() - a; }
  friend Ball exp(const Ball& a) { return apply(arb_exp, a); }
  friend Ball log(const Ball& a) { return apply(arb_log, a); }
  friend Ball log1p(const Ball& a) { return apply(arb_log1p, a); }
  /// a − b without rounding.
  static Ball difference(double a, double b) {
    Ball result;
    arb_sub(result.value_, Ball(a).value_, Ball(b).value_, ARF_PREC_EXACT);
    return result;
  }

 private:
  template <class Operation, class... Operands>
  static Ball apply(Operation operation, const Operands&... operands) {
    Ball result;
    operation(result.value_, operands.value_..., bits());
    return result;
  }

  arb_t value_;
};

using Balls = std::vector<Ball>;

}  // namespace softlaw::reference::test
