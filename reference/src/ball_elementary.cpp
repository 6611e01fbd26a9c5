// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cmath>
#include <limits>

#include "ball_words.hpp"

// Exponential and logarithm with the errors that docs/chapters/filter.md derives.
namespace softlaw::reference {
namespace {

constexpr int terms = 17;       // of the exponential series
constexpr int table_bits = 6;   // e^(j/64)
constexpr int table_size = 46;  // from 0 past log 2
constexpr double log_of_2 = 0.6931471805599453;

/// What MPFR is asked for once.
struct Constants {
  Ball log2;
  std::array<Ball, table_size> exponential;        ///< \f$e^{j/64}\f$.
  std::array<Words, terms + 1> inverse_factorial;  ///< \f$2^{128}/k!\f$, rounded down, from k = 2.

  Constants() {
    Real lower(160), upper(160);
    mpfr_const_log2(lower.get(), MPFR_RNDD);
    mpfr_const_log2(upper.get(), MPFR_RNDU);
    log2 = Ball::between(lower, upper);
    for (int j = 0; j < table_size; ++j) {
      mpfr_set_si_2exp(lower.get(), j, -table_bits, MPFR_RNDN);
      mpfr_exp(upper.get(), lower.get(), MPFR_RNDU);
      mpfr_exp(lower.get(), lower.get(), MPFR_RNDD);
      exponential[static_cast<std::size_t>(j)] = Ball::between(lower, upper);
    }
    Words factor = Words{1} << 127;  // 2^128 / 2!
    inverse_factorial[2] = factor;
    for (unsigned k = 3; k <= terms; ++k) inverse_factorial[k] = factor /= k;
  }
};

const Constants& constants() {
  static const Constants values;
  return values;
}

/// \f$(e^s-1-s)/s\cdot2^{128}\f$ for \f$s=t2^{-128}<2^{-6}\f$, to within 4 units.
Words exponential_tail(Words t) {
  const auto& c = constants().inverse_factorial;
  Words sum = c[terms];
  for (std::size_t k = terms - 1; k >= 2; --k) sum = c[k] + multiply(sum, t).high;
  return multiply(sum, t).high;
}

/// \f$\lfloor m2^{e}\cdot2^{128}\rfloor\f$ of a midpoint from 0 to 1 (not 1).
Words as_fraction(const Ball& a) {
  if (a.words() == 0) return 0;
  if (a.exponent() > -128) throw Undecided();
  return shift_right(a.words(), -std::int64_t{a.exponent()} - 128).words;
}

/// \f$e^x-1\f$ for an exact x from 0 to 2^-6 (not that): x (1 + tail).
Ball small_expm1(const Ball& x) {
  if (x.is_zero()) return x;
  const Words tail = exponential_tail(as_fraction(x));
  return x + x * Ball::of(false, tail, -128, 8);
}

/// \f$e^x\f$ for an exact x.
Ball exp_of_exact(const Ball& x) {
  const double size = x.midpoint();
  if (size < -0x1p29) return Ball::of(false, 0, -(1 << 29), 1);
  if (size > 0x1p29) throw Undecided();
  const Constants& c = constants();
  const auto whole = static_cast<std::int64_t>(std::floor(size / log_of_2));
  Ball rest = x - Ball(whole) * c.log2;
  std::int64_t power = whole;
  if (rest.is_negative()) {  // the quotient was rounded up to a whole number
    rest = rest + c.log2;
    --power;
  }
  const double error = rest.radius() * std::ldexp(1.0, rest.exponent() + 128) + 1;
  Words t = as_fraction(rest);
  const auto j = static_cast<std::size_t>(t >> (128 - table_bits));
  if (j >= table_size || !(error < 0x1p64)) throw Undecided();
  t -= Words{j} << (128 - table_bits);
  // e^s = 1 + s (1 + tail), of which 1 is the bit before the point
  const Words fraction = t + multiply(t, exponential_tail(t)).high;
  const Ball e_to_s = Ball(1.0) + Ball::of(false, fraction, -128, up(8 + 2 * error));
  return ldexp(c.exponential[j] * e_to_s, power);
}

/// \f$e^x-1\f$ for an exact x.
Ball expm1_of_exact(const Ball& x) {
  const double size = x.midpoint();
  if (!(std::fabs(size) < 0x1p-6)) return exp_of_exact(x) - Ball(1.0);
  const Ball positive = small_expm1(abs(x));
  return x.is_negative() ? -(positive / (Ball(1.0) + positive)) : positive;
}

/// \f$\log(1+z)\f$ for a z that an approximation left: z - z^2/2, and less than z^3.
Ball log1p_of_rest(const Ball& z) {
  if (!(std::fabs(z.upper_bound()) < 0x1p-30) || !(std::fabs(z.lower_bound()) < 0x1p-30)) {
    throw Undecided();
  }
  const Ball square = z * z;
  const Ball cube = abs(square * z);
  return z - ldexp(square, -1) + hull(cube, -cube);
}

/// \f$\log(1+t)\f$ for an exact t of size at most 1/4. Nothing depends on how good log1p() is.
Ball log1p_of_small(const Ball& t) {
  if (t.is_zero()) return t;
  const Ball guess(std::log1p(t.midpoint()));
  const Ball less = expm1_of_exact(-guess);
  return guess + log1p_of_rest(t + less + t * less);
}

/// \f$\log a\f$ for an exact a > 0, likewise.
Ball log_of_exact(const Ball& a) {
  int e = a.exponent() + 127;
  Ball f = ldexp(a, -e);  // from 1 to 2
  if (f.midpoint() > 1.4) {
    f = ldexp(f, -1);
    ++e;
  }
  const Ball whole = Ball(static_cast<std::int64_t>(e)) * constants().log2;
  if (std::fabs(f.midpoint() - 1) <= 0.25) return whole + log1p_of_small(f - Ball(1.0));
  const Ball guess(std::log(f.midpoint()));
  return whole + guess + log1p_of_rest(f * exp_of_exact(-guess) - Ball(1.0));
}

/// Is the radius so small that a first-order bound with a factor of 2 holds?
bool is_small(const Ball& radius) { return radius.upper_bound() < 0x1p-10; }

}  // namespace

Ball Ball::spread() const { return is_exact() ? Ball() : of(false, 0, exponent_, radius_); }

// e^(x + d) lies within 2 |d| e^x of e^x for |d| < 1/2.
Ball exp(const Ball& a) {
  if (a.is_infinite()) {
    return a.is_negative() ? Ball() : Ball(std::numeric_limits<double>::infinity());
  }
  if (a.is_zero()) return Ball(1.0);
  if (a.upper_bound() < -0x1p29) return Ball::of(false, 0, -(1 << 29), 1);
  const Ball spread = a.spread();
  if (!is_small(spread)) throw Undecided();
  const Ball value = exp_of_exact(a.centre());
  return spread.is_zero() ? value : value + ldexp(value * spread, 1);
}

Ball expm1(const Ball& a) {
  if (a.is_infinite()) return exp(a) - Ball(1.0);
  const Ball spread = a.spread();
  if (!is_small(spread)) throw Undecided();
  const Ball value = expm1_of_exact(a.centre());
  return spread.is_zero() ? value : value + ldexp((value + Ball(1.0)) * spread, 1);
}

// log(x + d) lies within 2 |d/x| of log x for |d/x| < 1/2.
Ball log(const Ball& a) {
  if (a.is_infinite()) return a.is_negative() ? throw Undecided() : a;
  if (a.is_zero()) return Ball(-std::numeric_limits<double>::infinity());
  if (a.sign() < 0) throw Undecided();
  const Ball middle = a.centre(), spread = a.spread();
  const Ball value = log_of_exact(middle);
  if (spread.is_zero()) return value;
  const Ball relative = spread / middle;
  if (!is_small(relative)) throw Undecided();
  return value + ldexp(relative, 1);
}

Ball log1p(const Ball& a) {
  if (a.is_infinite() || !(std::fabs(a.midpoint()) <= 0.25)) return log(Ball(1.0) + a);
  const Ball value = log1p_of_small(a.centre()), spread = a.spread();
  if (!is_small(spread)) throw Undecided();
  return value + ldexp(spread, 1);  // the derivative is at most 4/3, and less than 2 nearby
}

// The root lies between y and a / y.
Ball sqrt(const Ball& a) {
  if (a.is_infinite() || a.is_zero()) return a.is_negative() ? throw Undecided() : a;
  if (a.sign() < 0) throw Undecided();
  const std::int64_t half = (std::int64_t{a.exponent()} + 127) / 2;
  const Ball scaled = ldexp(a, -2 * half);
  Ball y(std::sqrt(scaled.midpoint()));
  y = ldexp(y + scaled.centre() / y, -1).centre();
  const Ball other = scaled / y;
  return ldexp(other.is_same(y) ? y : hull(other, y), half);
}

}  // namespace softlaw::reference
