// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/truth.hpp"

// Integrals with a bound on both sides.
namespace softlaw::properties {

/**
 * Encloses the integral of a completely monotone function over `panels` intervals of the given width
 * from `begin` on.
 *
 * Its derivatives alternate in sign, so that the sixth is not negative.  Over one panel of width h
 * Boole's rule errs by \f$-\frac8{945}(h/4)^7f^{(6)}\f$ and Gauss's rule of three nodes by
 * \f$\frac{h^7}{2016000}f^{(6)}\f$, each at some point of the panel: the one is an upper bound, the
 * other a lower one.  For \f$e^{-u}\f$ and h = 2 they are about \f$10^{-4}\f$ of the integral apart.
 */
template <class F>
Interval integral(const Interval& begin, const Interval& width, int panels, F&& f) {
  const Interval offset = sqrt(Interval::ratio(3, 5)) / 2;
  Interval above = 0, below = 0, first = f(begin);
  for (int i = 0; i < panels; ++i) {
    const Interval left = begin + width * i;
    const auto at = [&](const Interval& part) { return f(left + width * part); };
    const Interval middle = at(Interval::ratio(1, 2)), last = at(1);
    above += 7 * first + 32 * at(Interval::ratio(1, 4)) + 12 * middle +
             32 * at(Interval::ratio(3, 4)) + 7 * last;
    below += 5 * at(Interval::ratio(1, 2) - offset) + 8 * middle +
             5 * at(Interval::ratio(1, 2) + offset);
    first = last;
  }
  return Interval::between(below * width / 18, above * width / 90);
}

}  // namespace softlaw::properties
