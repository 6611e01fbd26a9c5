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

/// The greatest v with \f$v-y\le k\,\mathrm{ulp}(v)\f$, for a finite \f$y\ge0\f$.
///
/// In the binade from \f$2^e\f$ those are the v up to \f$y+k2^{q(e)}\f$, if that reaches the binade
/// at all; once a binade is out of reach, so are those above it, as \f$k<2^{p-1}\f$.
Interval greatest(double y, double ulps, const Format& format) {
  int e = binade_of(y, format);
  const auto end = [&](int binade) { return exact_sum(y, reach(ulps, binade, format)); };
  while (e < format.emax && certainly_less_equal(power(e + 1), end(e + 1))) ++e;
  return end(e);
}

/// The least v with \f$y-v\le k\,\mathrm{ulp}(v)\f$, for a finite \f$y\ge0\f$.
///
/// In the binade from \f$2^e\f$ those are the v from \f$y-k2^{q(e)}\f$ on, if that lies below the
/// binade's end. Below \f$2^{\mathrm{emin}}\f$ the spacing stays the same, down through 0.
Interval least(double y, double ulps, const Format& format) {
  int e = binade_of(y, format);
  const auto end = [&](int binade) { return exact_difference(y, reach(ulps, binade, format)); };
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
  if (!(ulps >= 0)) {
    throw std::domain_error("softlaw::reference::allowed: ulps must be at least 0, got " +
                            std::to_string(ulps));
  }
  if (std::isnan(returned)) return Interval::empty();
  if (ulps >= std::ldexp(1.0, format.precision - 1)) return Interval::whole();
  if (returned < 0) return -allowed(-returned, ulps, format);
  if (std::isinf(returned)) {
    const Interval threshold = power(format.emax + 1);
    return Interval::between(exact_difference(threshold, reach(ulps, format.emax, format)),
                             Interval::whole());
  }
  if (returned != 0 && is_inside_binade(returned, ulps, format)) {
    const Interval y = returned, most = reach(ulps, binade_of(returned, format), format);
    return Interval::between(exact_difference(y, most), exact_sum(y, most));
  }
  return Interval::between(least(returned, ulps, format), greatest(returned, ulps, format));
}

}  // namespace softlaw::reference
