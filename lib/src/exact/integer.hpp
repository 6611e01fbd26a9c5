// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

/// Integers of any size, for the last tier.
namespace softlaw::exact {

/// Sign and magnitude in base 2^32, the least digit first, without leading zeros.
class Integer {
 public:
  Integer(std::int64_t value = 0);  // NOLINT(google-explicit-constructor): 0 and 1 are numbers

  bool is_zero() const { return digits_.empty(); }
  bool is_negative() const { return negative_; }
  /// The number of binary digits of the magnitude.
  std::size_t bits() const;
  bool bit(std::size_t k) const;
  /// Is a digit below digit k of the magnitude not zero?
  bool any_below(std::size_t k) const;
  /// The 64 low bits of the magnitude.
  std::uint64_t low_word() const;

  Integer operator-() const;
  friend Integer operator+(const Integer& a, const Integer& b);
  friend Integer operator-(const Integer& a, const Integer& b) { return a + -b; }
  friend Integer operator*(const Integer& a, const Integer& b);
  /// Times 2^k, rounded down when k is negative.
  friend Integer shifted(const Integer& a, std::ptrdiff_t k);
  /// Rounded down; the divisor is positive.
  friend Integer quotient(const Integer& a, const Integer& b);
  friend Integer quotient(const Integer& a, std::uint32_t b);

  friend std::strong_ordering operator<=>(const Integer& a, const Integer& b);
  friend bool operator==(const Integer&, const Integer&) = default;

 private:
  using Digits = std::vector<std::uint32_t>;

  static std::strong_ordering compare(const Digits& a, const Digits& b);
  static Digits sum(const Digits& a, const Digits& b);
  static Digits difference(const Digits& a, const Digits& b);
  static Digits divide(Digits a, Digits b, bool& exact);
  Integer(Digits digits, bool negative);

  Digits digits_;
  bool negative_ = false;
};

Integer shifted(const Integer& a, std::ptrdiff_t k);
Integer quotient(const Integer& a, const Integer& b);
Integer quotient(const Integer& a, std::uint32_t b);

}  // namespace softlaw::exact
