// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "lattice_law.hpp"

namespace softlaw::reference {
namespace {

/// From 0 to the greatest member of a >= 0.
Interval up_to(const Interval& a) { return Interval::between(0, a); }

/// The sums over one side of \f$w_j j^i\f$, i = 0, …, and of the energies \f$w_jE_j\f$, with
/// \f$E_j=je_1+j(j-1)\lambda\f$, for j = 1, …, count.
struct Side {
  Vector sums;
  Interval energy;

  Side(const Interval& neighbour, const Interval& curvature, const Rational& count,
       std::size_t order, std::size_t reach)
      : sums(order + 1) {
    const double available = count.approximate();
    const Interval falling = exp(-ldexp(curvature, 1));
    Interval ratio = exp(-neighbour);  // of w_j to the term before
    Interval weight = 1;
    std::size_t j = 1;
    for (; j <= reach && static_cast<double>(j) <= available; ++j) {
      weight *= ratio;
      ratio *= falling;
      add(j, weight, neighbour, curvature);
    }
    if (static_cast<double>(j) <= available)
      add_tail(j, weight * ratio, ratio * falling, neighbour, curvature);
  }

 private:
  void add(std::size_t j, const Interval& weight, const Interval& neighbour,
           const Interval& curvature) {
    const Interval place = static_cast<int>(j);
    Interval term = weight;
    for (Interval& sum : sums) {
      sum += term;
      term *= place;
    }
    energy += weight * place * (neighbour + (place - 1) * curvature);
  }

  /// The remainder from j on: the quotient of terms \f$j^iw_j\f$ falls as j grows, and so do those of
  /// energies, which grow less than \f$j^2\f$.
  void add_tail(std::size_t j, const Interval& weight, const Interval& ratio,
                const Interval& neighbour, const Interval& curvature) {
    const Interval place = static_cast<int>(j);
    const Interval growth = (place + 1) / place;
    Interval term = weight;
    Interval quotient = ratio;
    for (Interval& sum : sums) {
      sum += up_to(geometric(term, quotient));
      term *= place;
      quotient *= growth;
    }
    const Interval first = weight * place * (neighbour + (place - 1) * curvature);
    energy += up_to(geometric(first, ratio * growth * growth));
  }

  /// \f$\mathrm{term}/(1-\mathrm{quotient})\f$, or no bound.
  static Interval geometric(const Interval& term, const Interval& quotient) {
    if (!certainly_less(quotient, 1)) return std::numeric_limits<double>::infinity();
    return term / (1 - quotient);
  }
};

}  // namespace

LatticeLaw window_law(const LatticePoints& points, std::size_t order, std::size_t reach) {
  const Rational slope = points.alpha * points.d;
  const Rational gap = points.delta + points.delta;
  const Rational above = points.last - points.nearest;
  const Interval curvature = (slope * points.d).enclose();
  const Side right((slope * (points.d - gap)).enclose(), curvature, above, order, reach);
  const Side left((slope * (points.d + gap)).enclose(), curvature, points.nearest, order, reach);

  // Moments of j; where the points lie alike on both sides, the odd ones are exactly zero.
  const bool symmetric = points.delta == Rational(0) && above == points.nearest;
  Vector moments(order + 1);
  for (std::size_t i = 0; i <= order; ++i) {
    if (i % 2 == 0) moments[i] = right.sums[i] + left.sums[i];
    if (i % 2 == 1 && !symmetric) moments[i] = right.sums[i] - left.sums[i];
  }
  LatticeLaw law;
  law.log_total = log1p(moments[0]);
  moments[0] += 1;
  law.mean_energy = (right.energy + left.energy) / moments[0];

  // delta = delta_* - j d
  const Cumulants of_index(moments);
  const Interval d = points.d.enclose();
  law.mean = points.delta.enclose() - d * of_index.mean;
  law.cumulant = of_index.cumulant;
  Interval power = -d;
  for (std::size_t m = 2; m <= order; ++m) {
    power *= -d;
    law.cumulant[m] *= power;
  }
  return law;
}

}  // namespace softlaw::reference
