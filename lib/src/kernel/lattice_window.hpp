// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "decay.hpp"
#include "log.hpp"

/// The sum of the weights of a lattice where few of them count.
namespace softlaw::kernel {

/// The window: the terms themselves, as far as they count.
///
/// With j the distance from the nearest index, and the energy of that taken off, the energy on
/// either side is j e_1 + j (j - 1) lambda, where lambda = alpha d^2 and e_1 = alpha d (d ± 2 delta_*)
/// is the energy of the neighbour: neither is negative.
class LatticeWindow {
 public:
  LatticeWindow(const Lattice& lattice, const Scaled& alpha, std::size_t order)
      : peak_(lattice.nearest), unit_(lattice.spacing), reach_(reach_of(order)) {
    const Scaled slope = alpha * lattice.spacing;
    curvature_ = bounded(slope * lattice.spacing);
    above_ = {bounded(slope * lattice.gap_above), lattice.above};
    below_ = {bounded(slope * lattice.gap_below), lattice.below};
  }

  Scaled peak() const { return peak_; }  ///< The deviation whose energy counts as zero.
  Scaled unit() const {
    return unit_;
  }  ///< That of the coordinate y = (delta_peak - delta) / unit.

  /// log of the sum of all weights, accurate however close to 1 that is.
  Scaled log_total() const { return log1p(rest()); }

  /// The sum of all weights, the peak's being 1.
  Scaled total() const { return make_scaled(1.0) + rest(); }

  /// The mean energy above the peak's.
  Scaled mean_energy() const {
    Scaled sum;
    each([&](double, DoubleDouble energy, const Scaled& weight) {
      sum = sum + weight * make_scaled(energy);
    });
    return sum / total();
  }

  /// The sums of weight (y - centre)^i for i = 0, 1, …
  void moments(double centre, std::span<Scaled> sums) const {
    Scaled power = make_scaled(1.0);
    for (Scaled& sum : sums) {
      sum = power;
      power = power * make_scaled(-centre);
    }
    each([&](double y, DoubleDouble, Scaled term) {
      const Scaled distance = make_scaled(two_difference(y, centre));
      for (Scaled& sum : sums) {
        sum = sum + term;
        term = term * distance;
      }
    });
  }

 private:
  struct Side {
    DoubleDouble first;
    double count = 0;
  };

  Scaled rest() const {
    Scaled sum;
    each([&](double, DoubleDouble, const Scaled& weight) { sum = sum + weight; });
    return sum;
  }

  /// Visits y, energy and weight of all terms but the nearest that are within reach, both sides in
  /// turn, so that what is odd cancels exactly where the lattice is symmetric.
  template <class Visit>
  void each(const Visit& visit) const {
    bool above = above_.count > 0;
    bool below = below_.count > 0;
    for (double j = 1; above || below; ++j) {
      above = above && term(above_, j, j, visit);
      below = below && term(below_, j, -j, visit);
    }
  }

  template <class Visit>
  bool term(const Side& side, double j, double y, const Visit& visit) const {
    const DoubleDouble energy = side.first * j + curvature_ * (j * (j - 1));
    if (j > 1 && energy.hi - side.first.hi >= reach_) return false;
    visit(y, energy, decay(energy));
    return j < side.count;
  }

  Scaled peak_;
  Scaled unit_;
  double reach_;
  DoubleDouble curvature_;
  Side above_;
  Side below_;
};

}  // namespace softlaw::kernel
