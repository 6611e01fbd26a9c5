// SPDX-License-Identifier: Apache-2.0
#include "lattice_law.hpp"

#include <algorithm>
#include <cmath>
#include <softlaw/reference/series.hpp>

namespace softlaw::reference {
namespace {

constexpr double many_terms = 150;
constexpr double pi_squared = 9.87;

/// How many of the \p count terms on a side it takes until they fall below 2^-bits of the first, by
/// \f$(j-1)e_1+j(j-1)\lambda\f$ nats.
double terms_wanted(double count, const Rational& neighbour, const Rational& curvature,
                    double bits) {
  if (count < 1) return 0;
  const double nats = bits * std::log(2.0);
  const double first = neighbour.approximate();
  const double lambda = curvature.approximate();
  return std::min(count, 2 + std::min(std::sqrt(nats / lambda), nats / first));
}

}  // namespace

Cumulants::Cumulants(const Vector& moments) : cumulant(moments.size()) {
  Series generating{moments};
  Interval factorial = 1;
  for (std::size_t k = 0; k < moments.size(); ++k) {
    if (k > 0) factorial *= static_cast<int>(k);
    generating.coefficient[k] /= moments[0] * factorial;
  }
  generating.coefficient[0] = 1;
  const Series logarithm = log(generating);
  factorial = 1;
  for (std::size_t k = 1; k < moments.size(); ++k) {
    factorial *= static_cast<int>(k);
    if (k == 1) mean = logarithm.coefficient[1];
    if (k > 1) cumulant[k] = logarithm.coefficient[k] * factorial;
  }
}

LatticeLaw lattice_law(const LatticePoints& points, std::size_t order) {
  const double bits = WorkingPrecision::current() + 20 * static_cast<double>(order) + 20;
  const Rational slope = points.alpha * points.d;
  const Rational gap = points.delta + points.delta;
  const double above = (points.last - points.nearest).approximate();
  const double below = points.nearest.approximate();
  const Rational curvature = slope * points.d;
  const double right = terms_wanted(above, slope * (points.d - gap), curvature, bits);
  const double left = terms_wanted(below, slope * (points.d + gap), curvature, bits);
  // The dense form reaches exp(-pi^2 / lambda) at best.
  const bool sharp = curvature.approximate() * bits * std::log(2.0) < 0.7 * pi_squared;
  if (sharp && right + left > many_terms) return dense_law(points, order);
  return window_law(points, order, static_cast<std::size_t>(std::max(right, left)));
}

}  // namespace softlaw::reference
