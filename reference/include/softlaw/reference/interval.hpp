// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/ball.hpp>
#include <softlaw/reference/precision.hpp>
#include <softlaw/reference/real.hpp>
#include <string>
#include <variant>

/// \file
/// Interval arithmetic with outward rounding, on MPFR.

namespace softlaw::reference {

/// A closed interval that is proven to contain the number it stands for.
///
/// Every operation returns an interval that contains each result of the exact operation on members
/// of its arguments (outward rounding to WorkingPrecision::current() bits). A result that fits in
/// the working precision is exact: a point.
///
/// An end may be infinite. An infinite end of a longer interval only says that the real members are
/// not bounded; the points \f$[\pm\infty,\pm\infty]\f$ are the infinities themselves. What has no
/// value (\f$\infty-\infty\f$, \f$0\cdot\infty\f$ of points, NaN) gives whole(). Functions that are
/// not defined everywhere are applied to the part of the interval where they are; if there is none,
/// the result is empty(), and so is every operation on empty().
///
/// MPFR's exponents end near \f$\pm2^{30}\f$; beyond, results stay sound, with an end of 0 or ±∞.
///
/// On the road of a Filter the ends are balls that contain the ends which exact arithmetic gives, and
/// whatever the balls do not settle throws Undecided.
class Interval {
 public:
  Interval() : Interval(0) {}                 ///< The point 0.
  Interval(double value);                     ///< The point \p value, exactly; whole() for a NaN.
  Interval(int value);                        ///< The point \p value, exactly.
  explicit Interval(Real lower, Real upper);  ///< Whole if an end is NaN, empty if they cross.

  static Interval whole();  ///< \f$[-\infty,+\infty]\f$.
  static Interval empty();  ///< No number at all.
  /// From the lower end of \p lower to the upper end of \p upper; empty if these cross.
  static Interval between(const Interval& lower, const Interval& upper);
  static Interval hull(const Interval& a, const Interval& b);  ///< Smallest that contains both.
  static Interval power_of_two(long exponent);                 ///< \f$2^e\f$, exactly.
  /// \f$p/q\f$, rounded outward once. \throws std::domain_error if \p q is 0.
  static Interval ratio(long p, long q);

  const Real& lower() const { return ends().lower; }  ///< Lower end; +∞ if empty.
  const Real& upper() const { return ends().upper; }  ///< Upper end; −∞ if empty.
  Interval lower_point() const;                       ///< The lower end alone.
  Interval upper_point() const;                       ///< The upper end alone.
  bool is_empty() const;                              ///< It has no members.
  bool is_point() const;                              ///< It has one member, which may be infinite.
  /// Both ends are finite. An empty interval is bounded too.
  bool is_bounded() const;
  bool contains(double value) const;           ///< False for a NaN.
  bool contains(const Interval& other) const;  ///< True for an empty \p other.

  /// The ends on the filter's road. If it is thin, one ball holds both.
  struct Balls {
    Ball lower;
    Ball upper;
    bool thin;
  };
  explicit Interval(const Balls& balls) : ends_(balls) {}  ///< Of ends that do not cross.
  explicit Interval(const Ball& both) : ends_(Balls{both, both, true}) {}  ///< Thin.
  /// Its ends as balls. Undecided if it is empty.
  Balls balls() const;
  bool is_filtered() const noexcept { return std::holds_alternative<Balls>(ends_); }  ///< Made so.

 private:
  struct Ends {
    Real lower;
    Real upper;
  };
  /// Undecided if they are balls.
  const Ends& ends() const {
    const Ends* ends = std::get_if<Ends>(&ends_);
    return ends != nullptr ? *ends : throw Undecided();
  }

  std::variant<Balls, Ends> ends_;
};

Interval operator+(const Interval& a, const Interval& b);  ///< Sum.
Interval operator-(const Interval& a, const Interval& b);  ///< Difference.
Interval operator*(const Interval& a, const Interval& b);  ///< Product.
/// Quotient. If \p b contains 0: a half-line when 0 is an end of \p b, not all of it, and not in
/// \p a; else whole().
Interval operator/(const Interval& a, const Interval& b);
Interval operator-(const Interval& a);                 ///< Negation, exactly.
Interval& operator+=(Interval& a, const Interval& b);  ///< a = a + b.
Interval& operator-=(Interval& a, const Interval& b);  ///< a = a - b.
Interval& operator*=(Interval& a, const Interval& b);  ///< a = a * b.
Interval& operator/=(Interval& a, const Interval& b);  ///< a = a / b.

/// \f$a+b\f$ without rounding. Binary64 numbers need up to 2100 bits for that. Ends that would need
/// more than 2^14 bits are rounded outward to that many.
Interval exact_sum(const Interval& a, const Interval& b);
Interval exact_difference(const Interval& a, const Interval& b);  ///< \f$a-b\f$, as exact_sum().
Interval ldexp(const Interval& a, long exponent);                 ///< \f$a\,2^e\f$, exactly.

Interval sqr(const Interval& a);                              ///< \f$a^2\f$.
Interval abs(const Interval& a);                              ///< \f$|a|\f$, exactly.
Interval min(const Interval& a, const Interval& b);           ///< The lesser, exactly.
Interval max(const Interval& a, const Interval& b);           ///< The greater, exactly.
Interval intersection(const Interval& a, const Interval& b);  ///< Their common part, exactly.
Interval exp(const Interval& a);                              ///< \f$e^a\f$.
Interval expm1(const Interval& a);                            ///< \f$e^a-1\f$ without cancellation.
Interval log(const Interval& a);                ///< \f$\log a\f$; \f$\log 0=-\infty\f$.
Interval log1p(const Interval& a);              ///< \f$\log(1+a)\f$.
Interval erf(const Interval& a);                ///< The error function.
Interval erfc(const Interval& a);               ///< \f$1-\operatorname{erf}(a)\f$, sharp if small.
Interval sqrt(const Interval& a);               ///< \f$\sqrt a\f$.
Interval pow(const Interval& a, int exponent);  ///< \f$a^k\f$, with \f$a^0=1\f$.

/// \name Relations
/// Of all pairs of a member of \p a and one of \p b. With an empty interval nothing is possible,
/// and everything is certain.
/// \{
bool certainly_less(const Interval& a, const Interval& b);        ///< Every a < every b.
bool certainly_less_equal(const Interval& a, const Interval& b);  ///< Every a <= every b.
bool possibly_less(const Interval& a, const Interval& b);         ///< Some a < some b.
bool possibly_less_equal(const Interval& a, const Interval& b);   ///< Some a <= some b.
bool meets(const Interval& a, const Interval& b);                 ///< Some a = some b.
/// \}

/// A double next to the middle; never infinite unless \p a is that infinity. NaN for empty().
double midpoint_double(const Interval& a);
/// A double that no member exceeds, nearly the upper end. \p a is not empty.
double upper_bound_double(const Interval& a);
/// Upper end less lower end; 0 for every point, empty() for empty().
Interval width(const Interval& a);
/// One number if both ends round to it in \p digits digits, else `[lower, upper]` rounded outward.
std::string to_string(const Interval& a, int digits = 30);
/// \p value rounded to nearest in \p digits significant digits. \throws std::domain_error if
/// \p digits is not positive.
std::string decimal(const Real& value, int digits);

}  // namespace softlaw::reference
