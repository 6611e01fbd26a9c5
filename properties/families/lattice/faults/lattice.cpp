// SPDX-License-Identifier: Apache-2.0
// Faults of the lattice soft-min.
#include <algorithm>
#include <cmath>
#include <vector>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

/// At most as many terms as a fault may take.
template <class Real>
std::int64_t last_of(Real n, Real d) {
  return static_cast<std::int64_t>(std::min(std::floor(n / d), Real(2000)));
}

/// A faulty value where there is one.
template <class Real, Real (*faulty)(Real, Real, Real, Real)>
Real where_defined(Real n, Real d, Real alpha, Real epsilon) {
  const bool has_value = n >= 0 && !std::isinf(n);
  return has_value ? faulty(n, d, alpha, epsilon)
                   : ours<Real>().lattice_softmin(n, d, alpha, epsilon);
}

/// The means of 1, delta, delta^2, … under the weights that the library has.
template <class Real>
std::vector<Real> raw_moments(Real n, Real d, Real alpha, std::size_t order) {
  std::vector<Real> weights(static_cast<std::size_t>(last_of(n, d)) + 1), moments(order + 1);
  ours<Real>().lattice_weights(n, d, alpha, 0, weights.size(), weights.data());
  for (std::size_t k = 0; k < weights.size(); ++k) {
    const Real delta = n - (static_cast<Real>(k) * d + d * d);
    Real term = weights[k];
    for (Real& moment : moments) {
      moment += term;
      term *= delta;
    }
  }
  return moments;
}

/// Cumulants from 1 on: moments minus the contributions of products of lower ones.
template <class Real>
std::vector<Real> cumulants_of(const std::vector<Real>& moments) {
  std::vector<Real> cumulants(moments);
  for (std::size_t m = 2; m < moments.size(); ++m) {
    Real binomial = 1;  // of m - 1 over k - 1
    for (std::size_t k = 1; k < m; ++k) {
      cumulants[m] -= binomial * cumulants[k] * moments[m - k];
      binomial *= static_cast<Real>(m - k) / static_cast<Real>(k);
    }
  }
  return cumulants;
}

template <class Real>
Real lattice_naive(Real n, Real d, Real alpha, Real epsilon) {
  if (!(n >= 0) || !(n / d < 2000)) return ours<Real>().lattice_softmin(n, d, alpha, epsilon);
  Real sum = 0;
  for (std::int64_t k = 0; k <= last_of(n, d); ++k) {
    const Real delta = n - (static_cast<Real>(k) * d + d * d);
    sum += std::exp(-alpha * (delta * delta + epsilon));
  }
  return -std::log(sum) / alpha;
}
const Fault& lattice_naive_fault =
    fault("lattice-naive", "lattice_softmin sums exp(-alpha (delta^2 + epsilon)) as it is written",
          [](auto& table) { table.lattice_softmin = lattice_naive; });

template <class Real>
Real lattice_short_window(Real n, Real d, Real alpha, Real epsilon) {
  const auto near = ours<Real>().lattice_nearest(n, d);
  Real weights[3] = {};
  ours<Real>().lattice_weights(n, d, alpha, near == 0 ? 0 : near - 1, 3, weights);
  // log of the share that the neighbours have, which ought to be 1
  return ours<Real>().lattice_softmin(n, d, alpha, epsilon) -
         std::log(weights[0] + weights[1] + weights[2]) / alpha;
}
const Fault& lattice_short_window_fault =
    fault("lattice-short-window", "lattice_softmin takes the nearest point and its neighbours only",
          [](auto& table) {
            using Real = RealOf<decltype(table)>;
            table.lattice_softmin = where_defined<Real, lattice_short_window<Real>>;
          });

template <class Real>
Real lattice_infinite(Real, Real d, Real alpha, Real epsilon) {
  const Real h = std::sqrt(alpha) * d;
  const Real pi = Real(3.14159265358979323846);
  return epsilon - std::log(std::sqrt(pi) / h) / alpha;
}
const Fault& lattice_infinite_fault =
    fault("lattice-infinite", "lattice_softmin takes the integral for the sum", [](auto& table) {
      using Real = RealOf<decltype(table)>;
      table.lattice_softmin = where_defined<Real, lattice_infinite<Real>>;
    });

template <class Real>
Real lattice_unclamped_minimum(Real n, Real d, Real, Real epsilon) {
  const Real k = std::round((n - d * d) / d);
  const Real delta = n - k * d - d * d;
  return delta * delta + epsilon;
}
const Fault& lattice_unclamped_minimum_fault = fault(
    "lattice-hard", "lattice_softmin is the squared distance to the nearest multiple, there or not",
    [](auto& table) {
      using Real = RealOf<decltype(table)>;
      table.lattice_softmin = where_defined<Real, lattice_unclamped_minimum<Real>>;
    });

template <class Real>
Real lattice_curvature(Real n, Real d, Real alpha, std::size_t order) {
  const Real value = ours<Real>().lattice_softmin_derivative(n, d, alpha, order);
  if (order == 1) return value / 2;
  if (order == 2) return 2 - 4 * alpha;  // epsilon = 1
  return -value;
}
const Fault& lattice_printed_derivatives_fault =
    fault("lattice-printed-derivatives",
          "lattice_softmin_derivative has 2 - 4 alpha for the curvature, the "
          "mean deviation for the slope, "
          "and the third derivative with the sign that S0 prints",
          [](auto& table) { table.lattice_softmin_derivative = lattice_curvature; });

template <class Real>
Real lattice_raw_moments_lattice_softmin_derivative(Real n, Real d, Real alpha, std::size_t order) {
  if (!(n >= 0) || !(n / d < 2000) || order < 2) {
    return ours<Real>().lattice_softmin_derivative(n, d, alpha, order);
  }
  const Real cumulant = cumulants_of(raw_moments(n, d, alpha, order)).back();
  if (order == 2) return 2 - 4 * alpha * cumulant;
  return -std::pow(-2 * alpha, static_cast<Real>(order)) * cumulant / alpha;
}

template <class Real>
Real lattice_raw_moments_lattice_softmin_mixed(Real n, Real d, Real alpha) {
  if (!(n >= 0) || !(n / d < 2000)) return ours<Real>().lattice_softmin_mixed(n, d, alpha);
  const Real slope = ours<Real>().lattice_softmin_derivative(n, d, alpha, 1);
  const std::vector<Real> moments = raw_moments(n, d, alpha, 3);
  return -2 * moments[3] + slope * moments[2];
}
const Fault& lattice_raw_moments_fault =
    fault("lattice-raw-moments", "the derivatives come from raw moments", [](auto& table) {
      table.lattice_softmin_derivative = lattice_raw_moments_lattice_softmin_derivative;
      table.lattice_softmin_mixed = lattice_raw_moments_lattice_softmin_mixed;
    });

template <class Real>
std::uint64_t lattice_rounded_quotient_lattice_last(Real n, Real d) {
  const Real quotient = std::floor(n / d);
  return quotient < Real(0x1p63) ? static_cast<std::uint64_t>(quotient) : UINT64_MAX;
}

template <class Real>
std::uint64_t lattice_rounded_quotient_lattice_nearest(Real n, Real d) {
  const Real k = std::round((n - d * d) / d);
  return k < 0 ? 0 : k < Real(0x1p63) ? static_cast<std::uint64_t>(k) : UINT64_MAX;
}
const Fault& lattice_rounded_quotient_fault =
    fault("lattice-rounded-quotient",
          "the indices come from rounded quotients, the nearest unclamped", [](auto& table) {
            table.lattice_last = lattice_rounded_quotient_lattice_last;
            table.lattice_nearest = lattice_rounded_quotient_lattice_nearest;
          });

/// log g + alpha times the mean energy cancels where the least energy is large.
template <class Real>
Real by_difference(Real n, Real d, Real alpha) {
  const Real energy = raw_moments(n, d, alpha, 2)[2];
  return alpha * (energy - ours<Real>().lattice_softmin(n, d, alpha, 0));
}

template <class Real>
Real lattice_entropy_lattice_softmin_alpha(Real n, Real d, Real alpha) {
  if (!(n >= 0) || !(n / d < 2000)) return ours<Real>().lattice_softmin_alpha(n, d, alpha);
  return by_difference(n, d, alpha) / (alpha * alpha);
}

template <class Real>
Real lattice_entropy_lattice_effective_terms(Real n, Real d, Real alpha) {
  if (!(n >= 0)) return ours<Real>().lattice_effective_terms(n, d, alpha);
  return std::floor(n / d) + 1;
}
const Fault& lattice_entropy_fault =
    fault("lattice-entropy",
          "the entropy is log g + alpha times the mean energy, and all terms count as effective",
          [](auto& table) {
            table.lattice_softmin_alpha = lattice_entropy_lattice_softmin_alpha;
            table.lattice_effective_terms = lattice_entropy_lattice_effective_terms;
          });

template <class Real>
void lattice_weights_unshifted(Real n, Real d, Real alpha, std::uint64_t first, std::size_t count,
                               Real* out) {
  ours<Real>().lattice_weights(n, d, alpha, first, count, out);
  if (!(n >= 0) || !(n / d < 2000)) return;
  const auto term = [&](std::uint64_t k) {
    const Real delta = n - (static_cast<Real>(k) * d + d * d);
    return std::exp(-alpha * delta * delta);
  };
  Real sum = 0;
  const auto last = static_cast<std::uint64_t>(last_of(n, d));
  for (std::uint64_t k = 0; k <= last; ++k) sum += term(k);
  for (std::size_t i = 0; i < count; ++i) out[i] = term(first + i) / sum;
}
const Fault& lattice_weights_unshifted_fault =
    fault("lattice-weights-unshifted",
          "lattice_weights divides exp(-alpha delta^2) by their sum, also beyond the last point",
          [](auto& table) { table.lattice_weights = lattice_weights_unshifted; });

template <class Real>
Real lattice_no_jump(std::uint64_t, Real, Real) {
  return 0;
}
const Fault& lattice_no_jump_fault =
    fault("lattice-no-jump", "lattice_jump takes the function to be continuous",
          [](auto& table) { table.lattice_jump = lattice_no_jump; });

template <class Real>
Real lattice_everywhere_lattice_softmin(Real n, Real d, Real alpha, Real epsilon) {
  if (!(n < 0)) return ours<Real>().lattice_softmin(n, d, alpha, epsilon);
  return (n - d * d) * (n - d * d) + epsilon;
}

template <class Real>
Real lattice_everywhere_lattice_softmin_derivative(Real n, Real d, Real alpha, std::size_t order) {
  if (!(n < 0)) return ours<Real>().lattice_softmin_derivative(n, d, alpha, order);
  return 2 * (n - d * d);
}
const Fault& lattice_everywhere_fault =
    fault("lattice-everywhere", "the lattice soft-min of n < 0 has the first point all the same",
          [](auto& table) {
            table.lattice_softmin = lattice_everywhere_lattice_softmin;
            table.lattice_softmin_derivative = lattice_everywhere_lattice_softmin_derivative;
          });

template <class Real>
Real lattice_epsilon_inside(Real n, Real d, Real alpha, Real epsilon) {
  const Real exponent = -alpha * (ours<Real>().lattice_softmin(n, d, alpha, 0) + epsilon);
  return -std::log(std::exp(exponent)) / alpha;
}
const Fault& lattice_epsilon_inside_fault =
    fault("lattice-epsilon-inside", "lattice_softmin has epsilon in the exponent", [](auto& table) {
      using Real = RealOf<decltype(table)>;
      table.lattice_softmin = where_defined<Real, lattice_epsilon_inside<Real>>;
    });

template <class Real>
Real lattice_alpha_everywhere(Real n, Real d, Real alpha) {
  const Real value = ours<Real>().lattice_softmin_alpha(n, d, alpha);
  return std::isnan(value) ? 0 : value;
}

template <class Real>
Real lattice_mixed_everywhere(Real n, Real d, Real alpha) {
  const Real value = ours<Real>().lattice_softmin_mixed(n, d, alpha);
  return std::isnan(value) ? 0 : value;
}

template <class Real>
Real lattice_terms_everywhere(Real n, Real d, Real alpha) {
  const Real value = ours<Real>().lattice_effective_terms(n, d, alpha);
  return std::isnan(value) ? 0 : value;
}
const Fault& lattice_derivatives_everywhere_fault =
    fault("lattice-derivatives-everywhere", "where there are no points, means over them are 0",
          [](auto& table) {
            table.lattice_softmin_alpha = lattice_alpha_everywhere;
            table.lattice_softmin_mixed = lattice_mixed_everywhere;
            table.lattice_effective_terms = lattice_terms_everywhere;
          });

template <class Real>
void lattice_weights_everywhere(Real n, Real d, Real alpha, std::uint64_t first, std::size_t count,
                                Real* out) {
  ours<Real>().lattice_weights(n, d, alpha, first, count, out);
  if (n < 0 && first == 0 && count > 0) out[0] = 1;
}
const Fault& lattice_weights_everywhere_fault =
    fault("lattice-weights-everywhere", "lattice_weights of n < 0 has the first point all the same",
          [](auto& table) { table.lattice_weights = lattice_weights_everywhere; });

}  // namespace
}  // namespace softlaw::properties
