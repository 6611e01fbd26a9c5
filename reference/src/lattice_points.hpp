// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "rational.hpp"

namespace softlaw::reference {

/// The points of a lattice soft-min, exactly.
struct LatticePoints {
  /// Of finite n >= 0, d > 0, alpha > 0, else std::domain_error naming \p function.
  LatticePoints(const std::string& function, double n, double d, double alpha);
  /// The points 0, …, m - 1 seen from md.
  static LatticePoints before(const std::string& function, std::uint64_t m, double d, double alpha);

  /// \f$\delta_k\f$.
  Rational deviation(const Rational& k) const { return n - k * d - d * d; }
  /// \f$\alpha(\delta_k^2-\delta_*^2)\f$.
  Rational energy(const Rational& k) const;

  Rational n, d, alpha;
  Rational last;     ///< \f$N\f$.
  Rational nearest;  ///< The index of the deviation nearest to zero, the lower of two.
  Rational delta;    ///< \f$\delta_*\f$.

 private:
  LatticePoints(const Rational& place, const Rational& gap, const Rational& sharpness,
                const Rational& last_index);
};

}  // namespace softlaw::reference
