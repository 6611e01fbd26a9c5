// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmp.h>

#include <cstdint>
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/interval.hpp>
#include <utility>

#include "directed.hpp"

namespace softlaw::reference {

/// An exact rational number: RAII over GMP's mpq_t, with the few operations that are needed here.
class Rational {
 public:
  Rational() { mpq_init(value_); }
  Rational(double value) : Rational() { mpq_set_d(value_, value); }  ///< Exactly; finite.
  /// The whole number, exactly.
  static Rational integer(std::uint64_t k) {
    Rational result;
    mpz_import(mpq_numref(result.value_), 1, -1, sizeof k, 0, 0, &k);
    return result;
  }
  Rational(const Rational& other) : Rational() { mpq_set(value_, other.value_); }
  Rational& operator=(Rational other) noexcept {
    mpq_swap(value_, other.value_);
    return *this;
  }
  ~Rational() { mpq_clear(value_); }

  friend Rational operator+(Rational a, const Rational& b) {
    mpq_add(a.value_, a.value_, b.value_);
    return a;
  }
  friend Rational operator-(Rational a, const Rational& b) {
    mpq_sub(a.value_, a.value_, b.value_);
    return a;
  }
  friend Rational operator*(Rational a, const Rational& b) {
    mpq_mul(a.value_, a.value_, b.value_);
    return a;
  }
  /// b is not 0.
  friend Rational operator/(Rational a, const Rational& b) {
    mpq_div(a.value_, a.value_, b.value_);
    return a;
  }
  friend bool operator<(const Rational& a, const Rational& b) {
    return mpq_cmp(a.value_, b.value_) < 0;
  }
  friend bool operator==(const Rational& a, const Rational& b) {
    return mpq_equal(a.value_, b.value_) != 0;
  }

  /// The greatest whole number that is not greater.
  Rational floor() const {
    Rational result;
    mpz_fdiv_q(mpq_numref(result.value_), mpq_numref(value_), mpq_denref(value_));
    return result;
  }
  /// A whole number >= 0 as an integer, at most 2^64 - 1.
  std::uint64_t saturated() const {
    if (mpz_sizeinbase(mpq_numref(value_), 2) > 64) return UINT64_MAX;
    std::uint64_t result = 0;
    mpz_export(&result, nullptr, -1, sizeof result, 0, 0, mpq_numref(value_));
    return result;
  }
  /// The double next to it towards zero; infinite if too large.
  double approximate() const { return mpq_get_d(value_); }
  /// At the working precision.
  Interval enclose() const {
    Real lower(WorkingPrecision::current());
    Real upper(WorkingPrecision::current());
    mpfr_set_q(lower.get(), value_, MPFR_RNDD);
    mpfr_set_q(upper.get(), value_, MPFR_RNDU);
    if (Filter::is_active()) return Interval(Ball::between(lower, upper));
    if (Trace::is_active()) {
      const ExpressionPointer how = expression(
          Expression::Operation::quotient, {whole(mpq_numref(value_)), whole(mpq_denref(value_))});
      lower.set_expression(how);
      upper.set_expression(how);
    }
    return Interval(std::move(lower), std::move(upper));
  }

 private:
  static ExpressionPointer whole(mpz_srcptr number) {
    Real exact(std::max<mpfr_prec_t>(2, static_cast<mpfr_prec_t>(mpz_sizeinbase(number, 2))));
    mpfr_set_z(exact.get(), number, MPFR_RNDN);
    return constant(exact);
  }

  mpq_t value_;
};

}  // namespace softlaw::reference
