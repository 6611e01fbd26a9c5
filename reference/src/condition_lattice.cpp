// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <softlaw/reference/condition_lattice.hpp>
#include <softlaw/reference/series.hpp>

#include "lattice_law.hpp"

namespace softlaw::reference::condition {
namespace {

Interval not_negative(const Interval& a) { return max(a, 0); }

/// The scale of \f$\langle\delta\rangle\f$.
Interval mean_scale(const LatticePoints& points, const LatticeLaw& law) {
  const Interval delta = points.delta.enclose();
  const Interval square = not_negative(law.cumulant[2] + sqr(law.mean - delta));
  return abs(delta) + min(square / points.d.enclose(), sqrt(square));
}

/// \f$\beta_i/i!\f$ for i up to \p order, from cumulants of one order more.
Vector absolute_moments(const LatticeLaw& law, std::size_t order) {
  Series logarithm{law.cumulant};
  Interval factorial = 1;
  for (std::size_t k = 1; k < law.cumulant.size(); ++k) {
    factorial *= static_cast<int>(k);
    logarithm.coefficient[k] /= factorial;
  }
  const Vector moments = exp(logarithm).coefficient;
  Vector result(order + 1);
  for (std::size_t i = 2; i <= order; ++i) {
    if (i % 2 == 0) result[i] = not_negative(moments[i]);
    // beta_{i-1} beta_{i+1} / i!^2 = m_{i-1} m_{i+1} (i + 1) / i
    const Interval share = Interval::ratio(static_cast<long>(i) + 1, static_cast<long>(i));
    if (i % 2 == 1) {
      result[i] = sqrt(not_negative(moments[i - 1]) * not_negative(moments[i + 1]) * share);
    }
  }
  return result;
}

/// \f$m!\,[t^m]\,{-\log}(1-\sum\beta_it^i/i!)\f$
Interval partitions(const LatticeLaw& law, std::size_t order) {
  Series rest{absolute_moments(law, order)};
  for (Interval& coefficient : rest.coefficient) coefficient = -coefficient;
  rest.coefficient[0] = 1;
  Interval result = -log(rest).coefficient[order];
  for (std::size_t k = 2; k <= order; ++k) result *= static_cast<int>(k);
  return result;
}

}  // namespace

Interval lattice_softmin(double n, double d, double alpha, double epsilon) {
  const LatticePoints points("lattice_softmin", n, d, alpha);
  return lattice_law(points, 0).entropy() / alpha + sqr(points.delta.enclose()) + std::abs(epsilon);
}

Interval lattice_softmin_derivative(double n, double d, double alpha, std::size_t order) {
  const LatticePoints points("lattice_softmin_derivative", n, d, alpha);
  const LatticeLaw law = lattice_law(points, order < 3 ? 2 : order + 1);
  if (order == 1) return 2 * mean_scale(points, law);
  if (order == 2) return 2 + 4 * Interval(alpha) * law.cumulant[2];
  return pow(2 * Interval(alpha), static_cast<int>(order)) / alpha * partitions(law, order);
}

Interval lattice_softmin_alpha(double n, double d, double alpha) {
  return reference::lattice_softmin_alpha(n, d, alpha);
}

Interval lattice_softmin_mixed(double n, double d, double alpha) {
  const LatticePoints points("lattice_softmin_mixed", n, d, alpha);
  const LatticeLaw law = lattice_law(points, 4);
  return 4 * mean_scale(points, law) * law.cumulant[2] + 12 * absolute_moments(law, 3)[3];
}

Interval lattice_effective_terms(double n, double d, double alpha) {
  const LatticePoints points("lattice_effective_terms", n, d, alpha);
  const Interval entropy = lattice_law(points, 0).entropy();
  return entropy * exp(entropy);
}

Vector lattice_weights(double n, double d, double alpha, std::uint64_t first, std::size_t count) {
  const LatticePoints points("lattice_weights", n, d, alpha);
  const Interval mean_energy = lattice_law(points, 0).mean_energy;
  Vector scales = reference::lattice_weights(n, d, alpha, first, count);
  for (std::size_t i = 0; i < count; ++i) {
    const Rational k = Rational::integer(first) + Rational(static_cast<double>(i));
    if (points.last < k) break;
    scales[i] *= points.energy(k).enclose() + mean_energy;
  }
  return scales;
}

Interval lattice_jump(std::uint64_t m, double d, double alpha) {
  const LatticePoints points = LatticePoints::before("lattice_jump", m, d, alpha);
  const Interval energy = abs(points.energy(Rational::integer(m)).enclose());
  return abs(reference::lattice_jump(m, d, alpha)) *
         (1 + energy + lattice_law(points, 0).mean_energy);
}

}  // namespace softlaw::reference::condition
