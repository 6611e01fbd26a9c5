// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <limits>
#include <softlaw/reference/ball.hpp>

#include "ball_words.hpp"

namespace softlaw::reference {
namespace {

/// Beyond, nothing is told.
constexpr std::int64_t greatest_exponent = 1 << 30;
/// A number below 2^(-2^29) is 0 to within that.
constexpr std::int64_t least_exponent = -(1 << 29);

constexpr int bits = 128;

/// The next digit of base \f$2^{64}\f$ of a quotient, where \p rest < d and the first bit of d is set:
/// the digit \p incoming of the numerator is taken down. Leaves the new rest.
Word next_digit(Words& rest, Word incoming, Words d) {
  const Word d1 = high_word(d), d0 = low_word(d);
  Words q = high_word(rest) >= d1 ? ~Word{0} : rest / d1;  // at most two too large
  // rest 2^64 + incoming - q d, which lies in (-2d, d), in three words
  const Words low = q * d0;
  const Words middle = q * d1 + high_word(low);
  Words top = rest - middle;  // of which the last word goes with that of `low`
  const bool negative = middle > rest;
  Word bottom = incoming - low_word(low);
  const bool borrow = incoming < low_word(low);
  bool below = negative || (borrow && top == 0);
  top -= borrow ? 1 : 0;
  while (below) {
    --q;
    const Word sum = bottom + d0;
    const Words carried = Words{d1} + (sum < d0 ? 1 : 0);
    bottom = sum;
    const Words raised = top + carried;
    below = !(raised < top);  // it passes 0 when it wraps
    top = raised;
  }
  rest = (top << 64) | bottom;
  return low_word(q);
}

}  // namespace

Ball Ball::of(bool negative, Words midpoint, std::int64_t exponent, double radius) {
  Ball ball;
  if (midpoint != 0) {
    const int shift = leading_zeros(midpoint);
    midpoint <<= shift;
    exponent -= shift;
    radius *= power(shift);
  }
  if (exponent < least_exponent - bits || (midpoint == 0 && exponent < least_exponent)) {
    if (midpoint == 0 && radius == 0) return ball;
    const double all = up(as_share(midpoint) * 0x1p128 + radius);
    radius = shifted_down(all, least_exponent - exponent);
    midpoint = 0;
    exponent = least_exponent;
  }
  if (exponent > greatest_exponent) throw Undecided();
  ball.high_ = high_word(midpoint);
  ball.low_ = low_word(midpoint);
  ball.radius_ = radius;
  ball.exponent_ = midpoint == 0 && radius == 0 ? 0 : static_cast<std::int32_t>(exponent);
  ball.negative_ = negative && midpoint != 0;
  return ball;
}

Ball::Ball(double value) {
  if (std::isnan(value)) throw Undecided();
  if (std::isinf(value)) {
    infinite_ = true;
    negative_ = value < 0;
  } else if (value != 0) {
    const auto word = std::bit_cast<Word>(value);
    const int field = static_cast<int>((word >> 52) & 0x7ff);
    const Word fraction = (word & ((Word{1} << 52) - 1)) | (field == 0 ? 0 : Word{1} << 52);
    *this = of(word >> 63 != 0, fraction, std::max(field, 1) - 1075, 0);
  }
}

Ball::Ball(std::int64_t value) {
  *this = of(value < 0, value < 0 ? 0 - static_cast<Word>(value) : static_cast<Word>(value), 0, 0);
}

Ball Ball::power_of_two(long exponent) { return of(false, 1, exponent, 0); }

namespace {

/// A number of MPFR towards zero; tells whether that is all of it.
Ball truncated(const Real& value, bool& exact) {
  static_assert(GMP_NUMB_BITS == 64);
  if (mpfr_zero_p(value.get()) != 0) return {};
  Real cut(bits);
  exact = mpfr_set(cut.get(), value.get(), MPFR_RNDZ) == 0 && exact;
  const mp_limb_t* limbs = cut.get()->_mpfr_d;
  return Ball::of(mpfr_signbit(cut.get()) != 0, join(limbs[1], limbs[0]),
                  mpfr_get_exp(cut.get()) - bits, 0);
}

}  // namespace

Ball Ball::between(const Real& lower, const Real& upper) {
  bool exact = true;
  const Ball a = truncated(lower, exact);
  if (mpfr_equal_p(lower.get(), upper.get()) != 0) return exact ? a : a.widened(bits - 2);
  const Ball b = truncated(upper, exact);
  return hull(exact ? a : a.widened(bits - 2), exact ? b : b.widened(bits - 2));
}

bool Ball::is_same(const Ball& other) const noexcept {
  return high_ == other.high_ && low_ == other.low_ && radius_ == other.radius_ &&
         exponent_ == other.exponent_ && negative_ == other.negative_ &&
         infinite_ == other.infinite_;
}

int Ball::sign() const {
  if (is_zero()) return 0;
  if (is_around_zero()) throw Undecided();
  return negative_ ? -1 : 1;
}

Ball operator+(const Ball& a, const Ball& b) {
  if (a.infinite_ || b.infinite_) {
    if (a.infinite_ && b.infinite_ && a.negative_ != b.negative_) throw Undecided();
    return a.infinite_ ? a : b;
  }
  if (a.is_zero()) return b;
  if (b.is_zero()) return a;
  const bool a_first = a.exponent_ >= b.exponent_;
  const Ball& large = a_first ? a : b;
  const Ball& small = a_first ? b : a;
  const std::int64_t distance = std::int64_t{large.exponent_} - small.exponent_;
  const Ball::Words m = large.words();
  const Shifted n = shift_right(small.words(), distance);
  double radius = large.radius_ + shifted_down(small.radius_, distance) + (n.lost ? 1 : 0);
  if (radius != 0) radius = up(radius);
  if (a.negative_ != b.negative_ && m != 0 && n.words != 0) {
    const bool keeps = m >= n.words;
    return Ball::of(keeps ? large.negative_ : small.negative_, keeps ? m - n.words : n.words - m,
                    large.exponent_, radius);
  }
  const bool negative = m != 0 ? large.negative_ : small.negative_;
  Ball::Words sum = m + n.words;
  if (sum >= m) return Ball::of(negative, sum, large.exponent_, radius);
  radius = (radius + ((sum & 1) != 0 ? 1 : 0)) / 2;
  sum = (sum >> 1) | (Ball::Words{1} << 127);
  return Ball::of(negative, sum, std::int64_t{large.exponent_} + 1, radius == 0 ? 0 : up(radius));
}

Ball operator*(const Ball& a, const Ball& b) {
  if (a.is_zero() || b.is_zero()) {
    if (a.infinite_ || b.infinite_) throw Undecided();
    return {};
  }
  if (a.infinite_ || b.infinite_) {
    return Ball(std::copysign(std::numeric_limits<double>::infinity(), a.sign() * b.sign()));
  }
  const Product product = multiply(a.words(), b.words());
  double radius = a.radius_ == 0 && b.radius_ == 0
                      ? 0
                      : up(as_share(a.words()) * b.radius_ + as_share(b.words()) * a.radius_ +
                           a.radius_ * b.radius_ * 0x1p-128);
  Ball::Words high = product.high, low = product.low;
  std::int64_t exponent = std::int64_t{a.exponent_} + b.exponent_ + bits;
  if (high != 0 && high >> 127 == 0) {
    high = (high << 1) | (low >> 127);
    low <<= 1;
    radius *= 2;
    --exponent;
  }
  if (low != 0) radius = up(radius + 1);
  return Ball::of(a.negative_ != b.negative_, high, exponent, radius);
}

Ball operator/(const Ball& a, const Ball& b) {
  if (b.infinite_ || a.infinite_) throw Undecided();
  // a lower bound of |b|, as a share of 2^128
  const double least = static_cast<double>(b.high_) * 0x1.ffffffffffp-65 - b.radius_ * 0x1p-128;
  if (!(least > 0.25)) throw Undecided();
  if (a.is_zero()) return {};
  const Ball::Words d = b.words();
  Ball::Words rest = a.words();
  const bool halve = rest >= d;
  const Word shifted_out = halve ? low_word(rest) << 63 : 0;
  if (halve) rest >>= 1;
  const Word first = next_digit(rest, shifted_out, d);
  const Word second = next_digit(rest, 0, d);
  double radius = rest != 0 ? 1 : 0;
  const Ball::Words quotient = join(first, second);
  if (a.radius_ != 0 || b.radius_ != 0) {
    radius += (a.radius_ * (halve ? 0.5 : 1) + as_share(quotient) * b.radius_) / least;
    radius = up(radius);
  }
  return Ball::of(a.negative_ != b.negative_, quotient,
                  std::int64_t{a.exponent_} - b.exponent_ - bits + (halve ? 1 : 0), radius);
}

Ball ldexp(Ball a, std::int64_t exponent) {
  if (a.infinite_ || a.is_zero()) return a;
  return Ball::of(a.negative_, a.words(), a.exponent_ + exponent, a.radius_);
}

Ball abs(const Ball& a) {
  if (!a.is_around_zero()) return a.negative_ ? -a : a;
  return Ball::of(false, 0, a.exponent_, up(as_share(a.words()) * 0x1p128 + a.radius_));
}

Ball Ball::centre() const noexcept {
  Ball middle = *this;
  middle.radius_ = 0;
  if (high_ == 0 && !infinite_) middle.exponent_ = 0;
  return middle;
}

Ball Ball::wider(double radius, std::int64_t exponent) const {
  return *this + of(false, 0, exponent, radius);
}

Ball pow(const Ball& a, unsigned long exponent) {
  Ball result(1.0), square = a;
  for (; exponent != 0; exponent /= 2) {
    if (exponent % 2 == 1) result = result * square;
    if (exponent > 1) square = square * square;
  }
  return result;
}

Ball hull(const Ball& a, const Ball& b) {
  if (a.is_same(b)) return a;
  if (a.infinite_ || b.infinite_) throw Undecided();
  // everything of b lies within |b - a| of the midpoint of a
  const Ball distance = a.centre() - b;
  const double reach = as_share(distance.words()) * 0x1p128 + distance.radius_;
  return a.wider(up(reach), distance.exponent_);
}

Ball Ball::widened(int share) const {
  return infinite_ ? *this
                   : wider((as_share(words()) * 0x1p128 + radius_) * power(-share), exponent_);
}

Ball Ball::outer_edge() const {
  if (is_exact()) return *this;
  if (!(radius_ < 0x1p126)) throw Undecided();
  const Words edge = words() + static_cast<Words>(radius_) + 1;
  if (edge < words()) throw Undecided();
  return of(negative_, edge, exponent_, 0);
}

Ball Ball::inner_edge() const {
  if (is_exact()) return *this;
  if (!(radius_ < 0x1p126) || words() <= static_cast<Words>(radius_) + 1) throw Undecided();
  return of(negative_, words() - static_cast<Words>(radius_) - 1, exponent_, 0);
}

bool Ball::is_narrow(int share, int least) const {
  if (infinite_ || is_exact()) return true;
  if (!(radius_ < 0x1p900)) return false;
  const double scale = static_cast<double>(high_) * 0x1.ffffp63 - radius_;
  return radius_ < scale * power(-share) ||
         std::ilogb(radius_) + std::int64_t{exponent_} + 1 < std::int64_t{least} - share;
}

double Ball::midpoint() const {
  if (infinite_) return std::copysign(HUGE_VAL, negative_ ? -1 : 1);
  const double size = std::ldexp(static_cast<double>(high_), exponent_ + 64);
  return negative_ ? -size : size;
}

double Ball::upper_bound() const {
  if (infinite_ || is_zero()) return midpoint();
  const double m = static_cast<double>(high_) * 0x1p64;
  const double size = negative_ ? -m * 0x1.fffffffffp-1 + radius_ : m + radius_;
  const double bound = std::ldexp(size + std::fabs(size) * 0x1p-40, exponent_);
  return bound + std::numeric_limits<double>::min();
}

double Ball::lower_bound() const { return -(-*this).upper_bound(); }

int compare(const Ball& a, const Ball& b) {
  if (a.is_infinite() && b.is_infinite()) return (a.sign() - b.sign()) / 2;
  return (a - b).sign();
}

Ball lesser(const Ball& a, const Ball& b) {
  if (a.is_infinite() || b.is_infinite()) return compare(a, b) <= 0 ? a : b;
  const Ball difference = a - b;
  if (difference.is_around_zero()) return hull(a, b);
  return difference.sign() <= 0 ? a : b;
}

Ball greater(const Ball& a, const Ball& b) { return -lesser(-a, -b); }

}  // namespace softlaw::reference
