// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>
#include <softlaw/reference/real.hpp>

/// \file
/// Numbers of two machine words with a proven bound of their error: what the filter computes with.
/// See \ref filter_chapter.

namespace softlaw::reference {

/// Thrown where the filter cannot tell: the question passes on to MPFR. No std::exception, so that
/// nobody takes it for a failure.
struct Undecided {};

/// A number that is known to lie in \f$[(m-r)2^e,(m+r)2^e]\f$, or an infinity.
///
/// The midpoint m is an integer of 128 bits, of which the first is set, or 0; the radius r is a
/// double. With r = 0 the number is exactly \f$m2^e\f$. All of it is integer arithmetic but the
/// bookkeeping of radii, which allows for any rounding: no mode of the processor matters.
///
/// What cannot be told throws Undecided: a sign within the radius, a value beyond \f$2^{\pm2^{30}}\f$,
/// a quotient by something next to 0.
class Ball {
 public:
  __extension__ using Words = unsigned __int128;

  Ball() = default;                   ///< Exactly 0.
  explicit Ball(double value);        ///< Exactly \p value, perhaps infinite; not NaN.
  explicit Ball(std::int64_t value);  ///< Exactly \p value.
  static Ball power_of_two(long exponent);
  /// Smallest ball known here that contains the numbers from \p lower to \p upper, both finite.
  static Ball between(const Real& lower, const Real& upper);
  /// \f$\pm(m\pm r)2^e\f$, for any m.
  static Ball of(bool negative, Words midpoint, std::int64_t exponent, double radius);

  bool is_exact() const noexcept { return radius_ == 0; }
  bool is_infinite() const noexcept { return infinite_; }
  /// Exactly 0.
  bool is_zero() const noexcept { return high_ == 0 && radius_ == 0 && !infinite_; }
  bool is_same(const Ball& other) const noexcept;  ///< The same ball, which says little of numbers.
  int sign() const;                                ///< −1, 0 or 1.

  double midpoint() const;     ///< Next to the middle.
  double upper_bound() const;  ///< A double that is not less.
  double lower_bound() const;  ///< A double that is not greater.
  /// Is the radius at most \f$2^{-\mathrm{bits}}\f$ of the midpoint, or of \f$2^{\mathrm{least}}\f$?
  bool is_narrow(int bits, int least) const;
  /// The same ball with a radius that is larger by \f$2^{-\mathrm{bits}}\f$ of the midpoint.
  Ball widened(int bits) const;
  /// Undecided would be the sign.
  bool is_around_zero() const noexcept {
    return !is_zero() && !infinite_ && !(static_cast<double>(high_) * 0x1.ffffp63 > radius_);
  }
  /// An exact ball of at least the greatest magnitude that a member may have, and the midpoint's sign.
  Ball outer_edge() const;
  Ball inner_edge() const;  ///< One of at most the least; Undecided if 0 may be a member.
  Words words() const noexcept { return (Words{high_} << 64) | low_; }  ///< m.
  std::int32_t exponent() const noexcept { return exponent_; }          ///< e.
  bool is_negative() const noexcept { return negative_; }               ///< Of the midpoint.
  double radius() const noexcept { return radius_; }                    ///< r.
  Ball centre() const noexcept;                                         ///< The midpoint, exactly.
  Ball spread() const;  ///< The ball less its centre.

  friend Ball operator-(Ball a) noexcept {
    a.negative_ = !a.negative_ && (a.high_ != 0 || a.infinite_);
    return a;
  }
  friend Ball operator+(const Ball& a, const Ball& b);
  friend Ball operator-(const Ball& a, const Ball& b) { return a + -b; }
  friend Ball operator*(const Ball& a, const Ball& b);
  friend Ball operator/(const Ball& a, const Ball& b);
  friend Ball ldexp(Ball a, std::int64_t exponent);
  friend Ball abs(const Ball& a);
  friend Ball hull(const Ball& a, const Ball& b);

 private:
  /// Wider by \f$r2^e\f$ for a radius r at an exponent e.
  Ball wider(double radius, std::int64_t exponent) const;

  std::uint64_t high_ = 0, low_ = 0;  ///< m.
  double radius_ = 0;
  std::int32_t exponent_ = 0;
  bool negative_ = false;
  bool infinite_ = false;
};

Ball ldexp(Ball a, std::int64_t exponent);  ///< \f$a\,2^e\f$.
Ball abs(const Ball& a);
Ball hull(const Ball& a, const Ball& b);  ///< Contains both.
Ball pow(const Ball& a, unsigned long exponent);
Ball exp(const Ball& a);
Ball expm1(const Ball& a);
Ball log(const Ball& a);    ///< For a > 0, and of 0.
Ball log1p(const Ball& a);  ///< For a > −1.
Ball sqrt(const Ball& a);   ///< For a > 0, and of 0.
/// The sign of a − b.
int compare(const Ball& a, const Ball& b);
Ball lesser(const Ball& a, const Ball& b);   ///< The less of two, or a ball that contains it.
Ball greater(const Ball& a, const Ball& b);  ///< The greater, likewise.

}  // namespace softlaw::reference
