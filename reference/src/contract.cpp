// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <softlaw/reference/round.hpp>
#include <stdexcept>
#include <string>

namespace softlaw::reference {
namespace {

Interval power(int exponent) { return Interval::power_of_two(exponent); }

/// \f$\mathrm{ulps}\cdot2^q\f$ with the spacing of a binade.
Interval reach(double ulps, int binade, const Format& format) {
  return ldexp(ulps, quantum(binade, format));
}

/// The binade of a finite float, with the subnormals and zero counted to that of emin.
int binade_of(double y, const Format& format) {
  return y == 0 ? format.emin : std::max(std::ilogb(y), format.emin);
}

/// The binade of a number that may be shifted, from below.
int binade_below(const Interval& y, const Format& format) {
  const double least = -upper_bound_double(-y);
  if (!(least > 0)) return format.emin;
  return std::isinf(least) ? format.emax : std::min(binade_of(least, format), format.emax);
}

/// The greatest v with \f$v-y\le k\,\mathrm{ulp}(v)+r|v|\f$, for a \f$y\ge-k2^q\f$ with the least q.
///
/// In the binade from \f$2^e\f$ those are the v up to \f$(y+k2^{q(e)})/(1-r)\f$, if that reaches the
/// binade at all; once a binade is out of reach, so are those above it, as \f$k2^{1-p}+r<1\f$.
Interval greatest(const Interval& y, const ErrorBound& bound, const Format& format) {
  int e = binade_below(y, format);
  const auto end = [&](int binade) {
    const Interval sum = exact_sum(y, reach(bound.ulps, binade, format));
    return bound.relative == 0 ? sum : (sum / (1 - Interval(bound.relative))).upper_point();
  };
  while (e < format.emax && certainly_less_equal(power(e + 1), end(e + 1))) ++e;
  return end(e);
}

/// The least v with \f$y-v\le k\,\mathrm{ulp}(v)+r|v|\f$, for any finite y.
///
/// In the binade from \f$2^e\f$ those are the v from \f$(y-k2^{q(e)})/(1+r)\f$ on, if that lies below
/// the binade's end. Below \f$2^{\mathrm{emin}}\f$ the spacing stays the same, down through 0; beyond
/// it is a matter of greatest().
Interval least(const Interval& y, const ErrorBound& bound, const Format& format) {
  if (!certainly_less(reach(bound.ulps, format.emin, format), y)) {
    return -greatest(-y, bound, format);
  }
  const auto end = [&](int binade) {
    const Interval rest = exact_difference(y, reach(bound.ulps, binade, format));
    return bound.relative == 0 ? rest : (rest / (1 + Interval(bound.relative))).lower_point();
  };
  int e = std::min(binade_below(y, format) + 1, format.emax);
  while (e > format.emin && certainly_less(end(e - 1), power(e))) --e;
  return e > format.emin ? max(power(e), end(e)) : end(e);
}

/// Is everything within so many ulps of y > 0, and one more, in the binade of y?  Those of a value in
/// the next binade are twice as wide.
bool is_inside_binade(double y, double ulps, const Format& format) {
  const int e = binade_of(y, format);
  const double units = std::ldexp(y, -quantum(e, format));  // below 2^53
  const double most = std::ldexp(1.0, format.precision);
  return units + 2 * ulps + 1 < most && (e == format.emin || units - ulps - 1 > most / 2);
}

}  // namespace

Interval error_in_ulp(double returned, const Interval& exact, const Format& format) {
  if (std::isnan(returned)) return HUGE_VAL;
  if (returned < 0) return error_in_ulp(-returned, -exact, format);
  if (!std::isinf(returned)) return abs(exact_difference(returned, exact)) / ulp(exact, format);
  const Interval threshold = power(format.emax + 1);
  return max(exact_difference(threshold, exact), 0) / ulp(exact, format);
}

Interval allowed(double returned, double ulps, const Format& format) {
  return allowed(returned, ErrorBound{.ulps = ulps}, format);
}

Interval allowed(double returned, const ErrorBound& bound, const Format& format) {
  if (!(bound.ulps >= 0) || !(bound.relative >= 0)) {
    throw std::domain_error("softlaw::reference::allowed: ulps must be at least 0, got " +
                            std::to_string(bound.ulps));
  }
  if (std::isnan(returned)) return Interval::empty();
  if (bound.ulps * std::ldexp(1.0, 1 - format.precision) + bound.relative >= 1) {
    return Interval::whole();
  }
  if (returned < 0) {
    return -allowed(-returned, {bound.ulps, bound.relative, bound.below, bound.above}, format);
  }
  if (std::isinf(returned)) {
    const Interval threshold = power(format.emax + 1);
    return Interval::between(least(exact_difference(threshold, bound.below), bound, format),
                             Interval::whole());
  }
  if (returned != 0 && bound.is_of_ulps() && is_inside_binade(returned, bound.ulps, format)) {
    const Interval y = returned, most = reach(bound.ulps, binade_of(returned, format), format);
    return Interval::between(exact_difference(y, most), exact_sum(y, most));
  }
  return Interval::between(least(exact_difference(returned, bound.below), bound, format),
                           greatest(exact_sum(returned, bound.above), bound, format));
}

}  // namespace softlaw::reference
