// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "integer.hpp"

/// Intervals in fixed point, for the last tier.
namespace softlaw::exact {

/// A real number: between lower and upper, strictly, or both and exactly. They count units of 2^-p,
/// where the precision p is the same for all numbers of a computation.
///
/// Strictly matters: a number that misses a midpoint by less than a unit is still known to miss it.
struct Interval {
  Integer lower;
  Integer upper;

  bool is_exact() const { return lower == upper; }
};

Interval operator-(const Interval& a);
Interval operator+(const Interval& a, const Interval& b);
Interval operator-(const Interval& a, const Interval& b);

/// The arithmetic of one precision, in bits after the point.
class Precision {
 public:
  explicit Precision(std::size_t bits);
  std::size_t bits() const { return bits_; }

  Interval number(double x) const;
  Interval whole(std::uint64_t k) const;
  Interval multiply(const Interval& a, const Interval& b) const;
  /// Times and divided by a number other than zero, rounding once.
  Interval multiply(const Interval& a, double factor) const;
  Interval divide(const Interval& a, double divisor) const;
  /// For b above zero.
  Interval divide(const Interval& a, const Interval& b) const;
  /// exp(a) for a <= 0.
  Interval exponential(const Interval& a) const;
  /// log(a) for a > 0; unbounded below where a is not known to be.
  Interval logarithm(const Interval& a) const;
  /// log(x) of a finite x > 0, as narrow for tiny ones.
  Interval logarithm(double x) const;
  Interval log_two() const;

 private:
  /// Approximations with `guard` bits more, to less than a unit of theirs times 2^(guard - 1).
  Integer exponential(const Integer& a) const;
  Integer logarithm(const Integer& a) const;

  std::size_t bits_;
  Integer log_two_;  // with guard bits
};

/// The point with `bits` bits after the point that is nearest to the middle of an interval with
/// `precision` bits.
Interval middle_of(const Interval& a, std::size_t bits, std::size_t precision);

/// The double or float that every number of the interval rounds to, to nearest with ties to even.
template <class R>
std::optional<R> rounded(const Interval& a, std::size_t precision);

}  // namespace softlaw::exact
