// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/lattice.hpp>
#include <softlaw/reference/series.hpp>
#include <stdexcept>

#include "lattice_law.hpp"

namespace softlaw::reference {
namespace {

void require_order(const char* function, std::size_t order) {
  if (order > 0) return;
  throw std::domain_error(std::string("softlaw::reference::") + function + ": order is 0");
}

Interval integer(std::size_t k) { return static_cast<int>(k); }

}  // namespace

Interval lattice_softmin(double n, double d, double alpha, double epsilon) {
  const LatticePoints points("lattice_softmin", n, d, alpha);
  const Rational least = points.delta * points.delta + Rational(epsilon);
  return least.enclose() - lattice_law(points, 0).log_total / alpha;
}

Interval lattice_softmin_derivative(double n, double d, double alpha, std::size_t order) {
  require_order("lattice_softmin_derivative", order);
  const LatticePoints points("lattice_softmin_derivative", n, d, alpha);
  const LatticeLaw law = lattice_law(points, order);
  if (order == 1) return 2 * law.mean;
  const Interval value =
      -pow(-2 * Interval(alpha), static_cast<int>(order)) * law.cumulant[order] / alpha;
  return order == 2 ? 2 + value : value;
}

Interval lattice_softmin_derivative_by_series(double n, double d, double alpha, std::size_t order) {
  require_order("lattice_softmin_derivative_by_series", order);
  const LatticePoints points("lattice_softmin_derivative_by_series", n, d, alpha);
  Series sum{Vector(order + 1)};
  for (Rational k; !(points.last < k); k = k + Rational(1)) {
    const Interval delta = points.deviation(k).enclose();
    Series exponent{Vector(order + 1)};  // alpha delta_*^2 - alpha (delta_k + t)^2
    exponent.coefficient[0] = -points.energy(k).enclose();
    exponent.coefficient[1] = -2 * Interval(alpha) * delta;
    if (order > 1) exponent.coefficient[2] = -alpha;
    sum = sum + exp(exponent);
  }
  Interval factorial = 1;
  for (std::size_t k = 2; k <= order; ++k) factorial *= integer(k);
  return -log(sum).coefficient[order] * factorial / alpha;
}

Interval lattice_softmin_alpha(double n, double d, double alpha) {
  const LatticePoints points("lattice_softmin_alpha", n, d, alpha);
  return lattice_law(points, 0).entropy() / sqr(alpha);
}

Interval lattice_softmin_mixed(double n, double d, double alpha) {
  const LatticePoints points("lattice_softmin_mixed", n, d, alpha);
  const LatticeLaw law = lattice_law(points, 3);
  return -2 * (2 * law.mean * law.cumulant[2] + law.cumulant[3]);
}

Interval lattice_effective_terms(double n, double d, double alpha) {
  const LatticePoints points("lattice_effective_terms", n, d, alpha);
  return exp(lattice_law(points, 0).entropy());
}

Vector lattice_weights(double n, double d, double alpha, std::uint64_t first, std::size_t count) {
  const LatticePoints points("lattice_weights", n, d, alpha);
  const Interval log_total = lattice_law(points, 0).log_total;
  Vector weights(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Rational k = Rational::integer(first) + Rational(static_cast<double>(i));
    if (points.last < k) break;
    weights[i] = exp(-points.energy(k).enclose() - log_total);
  }
  return weights;
}

Interval lattice_jump(std::uint64_t m, double d, double alpha) {
  const LatticePoints points = LatticePoints::before("lattice_jump", m, d, alpha);
  const Interval energy = points.energy(Rational::integer(m)).enclose();
  return -softplus(-energy - lattice_law(points, 0).log_total) /
         alpha;  // log(1 + e^t), t of any size
}

std::uint64_t lattice_last(double n, double d) {
  return LatticePoints("lattice_last", n, d, 1).last.saturated();
}

std::uint64_t lattice_nearest(double n, double d) {
  return LatticePoints("lattice_nearest", n, d, 1).nearest.saturated();
}

}  // namespace softlaw::reference
