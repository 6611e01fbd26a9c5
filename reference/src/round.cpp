// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/round.hpp>

namespace softlaw::reference {
namespace {

/// To what relative accuracy the filter gives a value, or passes on.
constexpr int bits_of_filter = 72;

/// The binade of a number that is not 0, NaN or infinite: \f$2^e\le|v|<2^{e+1}\f$.
int binade(const Real& v) {
  return static_cast<int>(std::clamp<mpfr_exp_t>(mpfr_get_exp(v.get()) - 1, -(1 << 30), 1 << 30));
}

int binade(const Ball& exact) { return exact.is_zero() ? -(1 << 30) : exact.exponent() + 127; }
int lower_binade(const Ball& end) {
  return end.is_around_zero() ? -(1 << 30) : binade(end.inner_edge());
}

Interval ulp_of_magnitude(const Real& v, const Format& format) {
  if (mpfr_regular_p(v.get()) != 0) return Interval::power_of_two(quantum(binade(v), format));
  return Interval::power_of_two(
      quantum(mpfr_zero_p(v.get()) != 0 ? format.emin : format.emax, format));
}

/// The ulp of an end that is not negative.
Ball ulp_of_ball(const Ball& end, const Format& format) {
  if (end.is_infinite()) return Ball::power_of_two(quantum(format.emax, format));
  const int q = quantum(binade(end.outer_edge()), format);
  if (!end.is_exact() && quantum(lower_binade(end), format) != q) throw Undecided();
  return Ball::power_of_two(q);
}

/// A number of two words, exactly given, rounded to nearest, ties to even.
double nearest(const Ball& exact, const Format& format) {
  if (exact.is_zero() || exact.is_infinite()) return exact.midpoint();
  const double sign = exact.is_negative() ? -1 : 1;
  if (binade(exact) > format.emax) return sign * HUGE_VAL;
  const int q = quantum(binade(exact), format);
  const std::int64_t shift = std::int64_t{q} - exact.exponent();  // at least 128 less the precision
  std::uint64_t units = 0;
  if (shift <= 128) {
    const Ball::Words m = exact.words(), half = Ball::Words{1} << (shift - 1);
    const Ball::Words rest = m & (half | (half - 1));
    units = shift == 128 ? 0 : static_cast<std::uint64_t>(m >> shift);
    if (rest > half || (rest == half && units % 2 == 1)) ++units;
  }
  const double value = std::ldexp(static_cast<double>(units), q);
  return sign * (value > format.max_finite() ? HUGE_VAL : value);
}

/// What both edges of a ball round to, or nothing. An edge next to 0 rounds to it.
std::optional<double> nearest_of_ball(const Ball& end, const Format& format) {
  if (end.is_exact()) return nearest(end, format);
  const double outer = nearest(end.outer_edge(), format);
  const double inner = end.is_around_zero() ? 0 : nearest(end.inner_edge(), format);
  if (inner != outer) return std::nullopt;
  return outer;
}

/// Which of two floats a midpoint between them goes to.
enum class Ties { even, up, down };

Ties mirrored(Ties ties) {
  if (ties == Ties::even) return ties;
  return ties == Ties::up ? Ties::down : Ties::up;
}

/// The whole number next to \p v.
void round_to_whole(Real& v, Ties ties) {
  if (ties == Ties::even) {
    mpfr_roundeven(v.get(), v.get());
    return;
  }
  Real floor(v.precision()), rest(v.precision());
  mpfr_floor(floor.get(), v.get());
  mpfr_sub(rest.get(), v.get(), floor.get(), MPFR_RNDN);  // exact
  const int side = mpfr_cmp_d(rest.get(), 0.5);
  const bool up = side > 0 || (side == 0 && ties == Ties::up);
  mpfr_add_ui(v.get(), floor.get(), up ? 1 : 0, MPFR_RNDN);
}

/// The float nearest to \p v: the nearest multiple of its quantum.
double nearest(const Real& v, Ties ties, const Format& format) {
  if (mpfr_regular_p(v.get()) == 0) return mpfr_get_d(v.get(), MPFR_RNDN);
  const double sign = mpfr_sgn(v.get());
  if (binade(v) > format.emax) return sign * HUGE_VAL;
  const int q = quantum(binade(v), format);
  Real multiple(std::max<mpfr_prec_t>(v.precision(), format.precision + 1));
  mpfr_mul_2si(multiple.get(), v.get(), -q, MPFR_RNDN);
  mpfr_abs(multiple.get(), multiple.get(), MPFR_RNDN);
  round_to_whole(multiple, sign < 0 ? mirrored(ties) : ties);
  const double value = std::ldexp(mpfr_get_d(multiple.get(), MPFR_RNDN), q);
  return sign * (value > format.max_finite() ? HUGE_VAL : value);
}

double nearest_of_balls(const Interval::Balls& exact, const Format& format) {
  const auto lower = nearest_of_ball(exact.lower, format);
  const auto upper = exact.thin ? lower : nearest_of_ball(exact.upper, format);
  if (!lower || !upper || *lower != *upper) throw Undecided();
  if (*lower != 0) return *lower;
  return exact.upper.sign() < 0 ? -0.0 : 0.0;
}

/// As narrow as balls are: more is for MPFR to give.
bool is_narrow_on_filter(const Interval::Balls& a, int bits) {
  const Ball all = hull(a.lower, a.upper);
  if (!all.is_narrow(std::min(bits, bits_of_filter), -1074)) throw Undecided();
  return true;
}

}  // namespace

Interval ulp(const Interval& v, const Format& format) {
  if (v.is_empty()) return v;
  const Interval magnitude = abs(v);
  if (Filter::is_active()) {
    const Interval::Balls both = magnitude.balls();
    return Interval(Interval::Balls{ulp_of_ball(both.lower, format),
                                    ulp_of_ball(both.upper, format), both.thin});
  }
  return Interval::between(ulp_of_magnitude(magnitude.lower(), format),
                           ulp_of_magnitude(magnitude.upper(), format));
}

std::optional<double> round_to_nearest(const Interval& exact, const Format& format) {
  if (exact.is_empty()) return std::nullopt;
  if (Filter::is_active()) return nearest_of_balls(exact.balls(), format);
  const double lower = nearest(exact.lower(), Ties::even, format);
  const double upper = nearest(exact.upper(), Ties::even, format);
  if (lower < upper) return std::nullopt;
  if (lower != 0) return lower;
  return certainly_less(exact, 0) ? -0.0 : 0.0;
}

std::optional<double> round_inside(const Interval& exact, const Format& format) {
  if (Filter::is_active() || exact.is_empty() || exact.is_point()) {
    return round_to_nearest(exact, format);
  }
  const double lower = nearest(exact.lower(), Ties::up, format);
  const double upper = nearest(exact.upper(), Ties::down, format);
  if (lower < upper) return std::nullopt;
  if (lower != 0) return lower;
  return mpfr_sgn(exact.upper().get()) <= 0 ? -0.0 : 0.0;
}

Decided rounded(const Vector& exact, const Format& format) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  Decided result{{}, true, WorkingPrecision::current()};
  for (const Interval& entry : exact) {
    const auto value = entry.is_empty() ? nan : round_inside(entry, format);
    result.values.push_back(value.value_or(nan));
    result.decided = result.decided && value.has_value();
  }
  return result;
}

bool is_narrow(const Interval& a, int bits) {
  if (a.is_empty()) return true;
  if (a.is_filtered()) return is_narrow_on_filter(a.balls(), bits);
  if (a.is_point()) return true;
  if (!a.is_bounded()) return false;
  const Interval magnitude = abs(a);
  const Interval scale =
      max(Interval(magnitude.lower(), magnitude.lower()), Format::binary64.min_subnormal());
  return certainly_less_equal(width(a), ldexp(scale, -bits));
}

}  // namespace softlaw::reference
