// SPDX-License-Identifier: Apache-2.0
#include "interval.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace softlaw::exact {
namespace {

/// Bits beyond the precision, for the errors of up to 2^12 steps and of squarings.
constexpr std::ptrdiff_t guard = 64;

/// x = integer 2^exponent, for a finite x.
struct Split {
  Integer integer;
  std::ptrdiff_t exponent;
};

Split split(double x) {
  int exponent = 0;
  const double fraction = std::frexp(x, &exponent);
  return {static_cast<std::int64_t>(std::ldexp(fraction, 53)), exponent - 53};
}

/// a 2^k rounded up.
Integer shifted_up(const Integer& a, std::ptrdiff_t k) { return -shifted(-a, k); }
Integer quotient_up(const Integer& a, const Integer& b) { return -quotient(-a, b); }

std::ptrdiff_t size_of(std::size_t k) { return static_cast<std::ptrdiff_t>(k); }

/// artanh(a) for a = numerator 2^-bits, |a| < 1/2, to within twice the number of its terms.
Integer artanh(const Integer& a, std::size_t bits) {
  const Integer square = shifted(a * a, -size_of(bits));
  Integer power = a;
  Integer sum = a;
  for (std::uint32_t k = 3; !power.is_zero() && power != -1; k += 2) {
    power = shifted(power * square, -size_of(bits));
    sum = sum + quotient(power, k);
  }
  return sum;
}

}  // namespace

Interval operator-(const Interval& a) { return {-a.upper, -a.lower}; }
Interval operator+(const Interval& a, const Interval& b) {
  return {a.lower + b.lower, a.upper + b.upper};
}
Interval operator-(const Interval& a, const Interval& b) { return a + -b; }

Precision::Precision(std::size_t bits) : bits_(bits) {
  // log 2 = 2 artanh(1/3), with eight bits more for its own errors
  const std::size_t extended = bits + guard + 16;
  const Integer third = quotient(shifted(1, size_of(extended)), std::uint32_t{3});
  log_two_ = shifted(artanh(third, extended), 1 - 16);
}

Interval Precision::number(double x) const {
  const Split parts = split(x);
  const std::ptrdiff_t shift = parts.exponent + size_of(bits_);
  return {shifted(parts.integer, shift), shifted_up(parts.integer, shift)};
}

Interval Precision::whole(std::uint64_t k) const {
  const Integer high = shifted(static_cast<std::int64_t>(k >> 32), 32);
  const Integer all = shifted(high + static_cast<std::int64_t>(k & 0xffffffff), size_of(bits_));
  return {all, all};
}

Interval Precision::multiply(const Interval& a, const Interval& b) const {
  const std::array<Integer, 4> products{a.lower * b.lower, a.lower * b.upper, a.upper * b.lower,
                                        a.upper * b.upper};
  return {shifted(*std::ranges::min_element(products), -size_of(bits_)),
          shifted_up(*std::ranges::max_element(products), -size_of(bits_))};
}

Interval Precision::multiply(const Interval& a, double factor) const {
  if (factor == 0) return {};
  if (factor < 0) return multiply(-a, -factor);
  const Split parts = split(factor);
  return {shifted(a.lower * parts.integer, parts.exponent),
          shifted_up(a.upper * parts.integer, parts.exponent)};
}

Interval Precision::divide(const Interval& a, double divisor) const {
  if (divisor < 0) return divide(-a, -divisor);
  const Split parts = split(divisor);
  const auto scale = [&](const Integer& x, std::ptrdiff_t k) { return shifted(x, k); };
  if (parts.exponent <= 0) {
    return {quotient(scale(a.lower, -parts.exponent), parts.integer),
            quotient_up(scale(a.upper, -parts.exponent), parts.integer)};
  }
  const Integer all = scale(parts.integer, parts.exponent);
  return {quotient(a.lower, all), quotient_up(a.upper, all)};
}

Interval Precision::divide(const Interval& a, const Interval& b) const {
  const Integer lower = shifted(a.lower, size_of(bits_));
  const Integer upper = shifted(a.upper, size_of(bits_));
  return {quotient(lower, a.lower.is_negative() ? b.lower : b.upper),
          quotient_up(upper, a.upper.is_negative() ? b.upper : b.lower)};
}

/// By k log 2, halvings, the Taylor series and as many squarings, each of which doubles the error.
Integer Precision::exponential(const Integer& a) const {
  const std::size_t extended = bits_ + guard;
  const Integer argument = shifted(a, guard);
  const Integer k = quotient(argument, log_two_) + 1;  // so that the rest is negative
  constexpr std::ptrdiff_t halvings = 16;
  const Integer rest = shifted(argument - k * log_two_, -halvings);
  const Integer one = shifted(1, size_of(extended));
  Integer term = one;
  Integer sum = one;
  for (std::uint32_t i = 1; !term.is_zero() && term != -1; ++i) {
    term = quotient(shifted(term * rest, -size_of(extended)), i);
    sum = sum + term;
  }
  for (std::ptrdiff_t i = 0; i < halvings; ++i) sum = shifted(sum * sum, -size_of(extended));
  const auto exponent = static_cast<std::ptrdiff_t>(k.low_word());
  return shifted(sum, k.is_negative() ? -exponent : exponent);
}

Interval Precision::exponential(const Interval& a) const {
  const Integer one = shifted(1, size_of(bits_));
  if (a.is_exact() && a.lower.is_zero()) return {one, one};
  // exp(x) < 2^-bits below this
  const Integer lowest = shifted(-static_cast<std::int64_t>(bits_ + 1), size_of(bits_));
  Interval result{0, 1};
  if (a.lower > lowest) {
    const Integer below = shifted(exponential(a.lower), -guard) - 1;
    if (below > 0) result.lower = below;
  }
  if (a.upper > lowest) {
    const Integer above = a.lower == a.upper && a.lower > lowest
                              ? result.lower + 3
                              : shifted_up(exponential(a.upper), -guard) + 1;
    result.upper = std::min(above, one);
  }
  return result;
}

/// a = 2^k y with y in [3/4, 3/2): k log 2 + 2 artanh((y - 1)/(y + 1)).
Integer Precision::logarithm(const Integer& a) const {
  const std::size_t extended = bits_ + guard;
  std::ptrdiff_t k = size_of(a.bits()) - 1 - size_of(bits_);
  Integer y = shifted(a, guard - k);
  const Integer one = shifted(1, size_of(extended));
  if (y > one + shifted(one, -1)) {
    y = shifted(a, guard - k - 1);
    ++k;
  }
  const Integer z = quotient(shifted(y - one, size_of(extended)), y + one);
  return Integer(k) * log_two_ + shifted(artanh(z, extended), 1);
}

Interval Precision::logarithm(const Interval& a) const {
  const Integer one = shifted(1, size_of(bits_));
  const auto near = [&](const Integer& x, bool up) -> Integer {
    if (x == one) return 0;
    const Integer value = logarithm(x);
    const Integer result = up ? shifted_up(value, -guard) + 1 : shifted(value, -guard) - 1;
    // log x has the sign of x - 1
    if (x > one) return std::max(result, Integer(0));
    return std::min(result, Integer(0));
  };
  if (!(a.lower > 0)) return {shifted(-1, size_of(2 * bits_) + 64), near(a.upper, true)};
  return {near(a.lower, false), near(a.upper, true)};
}

Interval Precision::log_two() const {
  const Integer lower = shifted(log_two_, -guard);
  return {lower - 1, lower + 2};
}

Interval Precision::logarithm(double x) const {
  int exponent = 0;
  const double mantissa = std::frexp(x, &exponent);
  if (mantissa == 0.5) return multiply(log_two(), static_cast<double>(exponent - 1));
  return logarithm(number(mantissa)) + multiply(log_two(), static_cast<double>(exponent));
}

Interval middle_of(const Interval& a, std::size_t bits, std::size_t precision) {
  const std::ptrdiff_t drop = size_of(precision) - size_of(bits);
  const Integer middle = shifted(a.lower + a.upper + shifted(1, drop), -drop - 1);
  return {middle, middle};
}

namespace {

/// The nearest R to integer 2^-bits, ties to even.
template <class R>
R nearest(const Integer& integer, std::size_t bits) {
  using Limits = std::numeric_limits<R>;
  if (integer.is_zero()) return 0;
  const Integer size = integer.is_negative() ? -integer : integer;
  const std::ptrdiff_t exponent = size_of(size.bits()) - 1 - size_of(bits);
  if (exponent > Limits::max_exponent) {
    return integer.is_negative() ? -Limits::infinity() : Limits::infinity();
  }
  // the exponent of the last digit that R has here
  const std::ptrdiff_t last = std::max<std::ptrdiff_t>(exponent - Limits::digits + 1,
                                                       Limits::min_exponent - Limits::digits);
  const std::ptrdiff_t drop = last + size_of(bits);
  std::uint64_t digits = shifted(size, -drop).low_word();
  if (drop > 0) {
    const auto cut = static_cast<std::size_t>(drop);
    const bool half = size.bit(cut - 1);
    if (half && (size.any_below(cut - 1) || (digits & 1) != 0)) ++digits;
  }
  const R value = std::ldexp(static_cast<R>(digits), static_cast<int>(last));
  return integer.is_negative() ? -value : value;
}

}  // namespace

template <class R>
std::optional<R> rounded(const Interval& a, std::size_t precision) {
  if (a.is_exact()) return nearest<R>(a.lower, precision);
  // Half a unit inside both ends: between an end and there lies no number where the rounding
  // changes, unless these are closer than a unit.
  constexpr std::size_t enough = std::numeric_limits<R>::digits + 3;
  constexpr std::size_t all =
      std::numeric_limits<R>::digits - std::numeric_limits<R>::min_exponent + 1;
  if (precision < all && std::min(a.lower.bits(), a.upper.bits()) < enough) return std::nullopt;
  if (precision < all && a.lower.is_negative() != a.upper.is_negative()) return std::nullopt;
  const R below = nearest<R>(a.lower + a.lower + 1, precision + 1);
  const R above = nearest<R>(a.upper + a.upper - 1, precision + 1);
  if (below == above) return below;
  return std::nullopt;
}

template std::optional<double> rounded(const Interval& a, std::size_t precision);
template std::optional<float> rounded(const Interval& a, std::size_t precision);

}  // namespace softlaw::exact
