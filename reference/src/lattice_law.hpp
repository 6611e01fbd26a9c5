// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/functions.hpp>

#include "lattice_points.hpp"

namespace softlaw::reference {

/// The parts that all functions of a lattice share.
struct LatticeLaw {
  Interval log_total;    ///< \f$\log\sum_ke^{-\alpha(\delta_k^2-\delta_*^2)}\f$.
  Interval mean_energy;  ///< \f$\alpha\langle\delta^2-\delta_*^2\rangle\f$.
  Interval mean;         ///< \f$\langle\delta\rangle\f$.
  Vector cumulant;       ///< \f$\kappa_m(\delta)\f$, for m from 2 on; those of 0 and 1 are 0.

  Interval entropy() const { return log_total + mean_energy; }
};

/// With cumulants up to \p order.
LatticeLaw lattice_law(const LatticePoints& points, std::size_t order);

/// By the window, of at most \p reach terms on either side.
LatticeLaw window_law(const LatticePoints& points, std::size_t order, std::size_t reach);
/// By the formula of Euler and Maclaurin.
LatticeLaw dense_law(const LatticePoints& points, std::size_t order);

/// Cumulants, those of 0 and 1 set to 0, and mean of the law whose moments are \p moments over the
/// first of them.
struct Cumulants {
  explicit Cumulants(const Vector& moments);
  Interval mean;
  Vector cumulant;
};

}  // namespace softlaw::reference
