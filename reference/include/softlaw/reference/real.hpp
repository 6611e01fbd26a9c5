// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mpfr.h>

#include <softlaw/reference/expression.hpp>
#include <utility>

namespace softlaw::reference {

/// One MPFR number with its own precision: a value type that owns its limbs.
///
/// It has no arithmetic of its own, because a lone number cannot say how wrong it is; Interval has.
/// A moved-from Real may only be assigned to or destroyed.
class Real {
 public:
  /// Not a number, with room for \p bits bits.
  explicit Real(mpfr_prec_t bits) { mpfr_init2(value_, bits); }

  /// The same value and precision.
  Real(const Real& other) : Real(other.precision()) {
    mpfr_set(value_, other.value_, MPFR_RNDN);
    expression_ = other.expression_;
  }
  /// Takes the limbs of \p other.
  Real(Real&& other) noexcept : expression_(std::move(other.expression_)) { steal(other); }
  /// Takes value and precision of \p other.
  Real& operator=(Real other) noexcept {
    std::swap(value_[0], other.value_[0]);
    expression_.swap(other.expression_);
    return *this;
  }
  ~Real() {
    if (value_[0]._mpfr_d != nullptr) mpfr_clear(value_);
  }

  mpfr_srcptr get() const noexcept { return value_; }                       ///< For MPFR to read.
  mpfr_ptr get() noexcept { return value_; }                                ///< For MPFR to write.
  mpfr_prec_t precision() const noexcept { return mpfr_get_prec(value_); }  ///< In bits.
  /// Of the number that it was rounded from; null if nobody traces.
  const ExpressionPointer& expression() const noexcept { return expression_; }
  void set_expression(ExpressionPointer how) { expression_ = std::move(how); }  ///< Notes it.

 private:
  void steal(Real& other) noexcept {
    value_[0] = other.value_[0];
    other.value_[0]._mpfr_d = nullptr;
  }

  mpfr_t value_;
  ExpressionPointer expression_;
};

}  // namespace softlaw::reference
