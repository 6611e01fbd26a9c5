// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <softlaw/reference/format.hpp>
#include <softlaw/reference/ziv.hpp>

/// \file
/// From enclosures to floats and back: rounding, errors in ulps, and the values that a contract allows.

namespace softlaw::reference {

/// The float that every member of \p exact rounds to, ties to even, or nothing if they differ.
///
/// Subnormal results, overflow (to an infinity, from \f$2^{\mathrm{emax}+1}\f$ less half an ulp on)
/// and underflow are those of IEEE 754. A result that is zero is +0, or −0 if all members are
/// negative.
/// \returns nothing for an empty interval.
std::optional<double> round_to_nearest(const Interval& exact, const Format& format);

/// The float that every number strictly between the ends of \p exact rounds to, or nothing; of a point,
/// the float that it rounds to. That decides how the value of a function rounds, since an enclosure
/// here is a point or holds the value in its interior: see \ref reference_terminates.
std::optional<double> round_inside(const Interval& exact, const Format& format);

/// The error of \p returned in units of the exact value's ulp: \f$|y-v|/\mathrm{ulp}(v)\f$.
///
/// A returned infinity stands for everything from \f$\pm2^{\mathrm{emax}+1}\f$ on, so that its
/// error is the distance to that half-line. A returned NaN is infinitely wrong: the point
/// \f$+\infty\f$.
Interval error_in_ulp(double returned, const Interval& exact, const Format& format);

/// The smallest interval that contains all exact values for which \p returned is right to within
/// \p ulps units in the last place, that is, all v with error_in_ulp(returned, v) <= ulps.
///
/// The unit is that of the exact value; where it changes, at the powers of two, the interval is not
/// symmetric: around 1 it reaches k ulp up and k/2 ulp down. The ends are exact. Empty for a NaN;
/// whole() if \p ulps is \f$2^{p-1}\f$ or more, as every float is then within reach of any number's
/// binade.
/// \throws std::domain_error if \p ulps is negative or NaN.
Interval allowed(double returned, double ulps, const Format& format);

/// A bound on the distance of a returned number from its exact value: ulps of the exact value, a share
/// of it, and so much by which the exact value may lie above and below the number. A point each.
struct ErrorBound {
  double ulps = 0;
  double relative = 0;
  Interval above = 0;
  Interval below = 0;

  /// The other terms are 0. Undecided where the filter cannot tell.
  bool is_of_ulps() const {
    return relative == 0 && certainly_less_equal(above, 0) && certainly_less_equal(below, 0);
  }
};

/// The smallest interval that contains all exact values v with
/// \f$y-v\le k\,\mathrm{ulp}(v)+r|v|+\mathrm{below}\f$ and
/// \f$v-y\le k\,\mathrm{ulp}(v)+r|v|+\mathrm{above}\f$, but for one outward rounding if r is not 0.
/// whole() if \f$k2^{1-p}+r\ge1\f$; an infinity stands for the values from the first power of two beyond the
/// format on.
Interval allowed(double returned, const ErrorBound& bound, const Format& format);

}  // namespace softlaw::reference
