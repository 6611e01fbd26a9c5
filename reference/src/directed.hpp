// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/interval.hpp>
#include <utility>

namespace softlaw::reference {

/// The sharpest enclosure of one number from one call of MPFR.
///
/// \p compute(rop, rnd) rounds the number to rop in the direction rnd and returns MPFR's ternary
/// value. Rounded down, the result is exact if that is 0; otherwise the number lies strictly
/// between the result and the next float of the same precision.
template <class Compute>
Interval enclose_point(mpfr_prec_t bits, Compute&& compute) {
  Real lower(bits);
  const int ternary = compute(lower.get(), MPFR_RNDD);
  Real upper = lower;
  if (ternary != 0) mpfr_nextabove(upper.get());
  return Interval(std::move(lower), std::move(upper));
}

}  // namespace softlaw::reference
