// SPDX-License-Identifier: Apache-2.0
// Faults of the lattice soft-min.
#include <algorithm>
#include <cmath>

#include "fault.hpp"

namespace softlaw::properties {
namespace {

/// At most as many terms as a fault may take.
template <class Real>
std::int64_t last_of(Real n, Real d) {
  return static_cast<std::int64_t>(std::min(std::floor(n / d), Real(2000)));
}

template <class Real>
struct LatticeNaive : Ours<Real> {
  static Real lattice_softmin(Real n, Real d, Real alpha, Real epsilon) {
    if (!(n >= 0) || !(n / d < 2000)) return Ours<Real>::lattice_softmin(n, d, alpha, epsilon);
    Real sum = 0;
    for (std::int64_t k = 0; k <= last_of(n, d); ++k) {
      const Real delta = n - (static_cast<Real>(k) * d + d * d);
      sum += std::exp(-alpha * (delta * delta + epsilon));
    }
    return -std::log(sum) / alpha;
  }
};
const Fault& lattice_naive = fault<LatticeNaive>(
    "lattice-naive", "lattice_softmin sums exp(-alpha (delta^2 + epsilon)) as it is written");

template <class Real>
struct LatticeShortWindow : Ours<Real> {
  static Real lattice_softmin(Real n, Real d, Real alpha, Real epsilon) {
    if (!(n >= 0) || std::isinf(n)) return Ours<Real>::lattice_softmin(n, d, alpha, epsilon);
    const auto near = Ours<Real>::lattice_nearest(n, d);
    Real weights[3] = {};
    Ours<Real>::lattice_weights(n, d, alpha, near == 0 ? 0 : near - 1, 3, weights);
    // log of the share that the neighbours have, which ought to be 1
    return Ours<Real>::lattice_softmin(n, d, alpha, epsilon) -
           std::log(weights[0] + weights[1] + weights[2]) / alpha;
  }
};
const Fault& lattice_short_window = fault<LatticeShortWindow>(
    "lattice-short-window", "lattice_softmin takes the nearest point and its neighbours only");

template <class Real>
struct LatticeInfinite : Ours<Real> {
  static Real lattice_softmin(Real n, Real d, Real alpha, Real epsilon) {
    if (!(n >= 0) || std::isinf(n)) return Ours<Real>::lattice_softmin(n, d, alpha, epsilon);
    const Real h = std::sqrt(alpha) * d;
    const Real pi = Real(3.14159265358979323846);
    return epsilon - std::log(std::sqrt(pi) / h) / alpha;
  }
};
const Fault& lattice_infinite =
    fault<LatticeInfinite>("lattice-infinite", "lattice_softmin takes the integral for the sum");

template <class Real>
struct LatticeUnclampedMinimum : Ours<Real> {
  static Real lattice_softmin(Real n, Real d, Real alpha, Real epsilon) {
    if (!(n >= 0) || std::isinf(n)) return Ours<Real>::lattice_softmin(n, d, alpha, epsilon);
    const Real k = std::round((n - d * d) / d);
    const Real delta = n - k * d - d * d;
    return delta * delta + epsilon;
  }
};
const Fault& lattice_hard = fault<LatticeUnclampedMinimum>(
    "lattice-hard",
    "lattice_softmin is the squared distance to the nearest multiple, there or not");

template <class Real>
struct LatticeCurvature : Ours<Real> {
  static Real lattice_softmin_derivative(Real n, Real d, Real alpha, std::size_t order) {
    const Real value = Ours<Real>::lattice_softmin_derivative(n, d, alpha, order);
    if (order == 1) return value / 2;
    if (order == 2) return 2 - 4 * alpha;  // epsilon = 1
    return -value;
  }
};
const Fault& lattice_printed_derivatives =
    fault<LatticeCurvature>("lattice-printed-derivatives",
                            "lattice_softmin_derivative has 2 - 4 alpha for the curvature, the "
                            "mean deviation for the slope, "
                            "and the third derivative with the sign that S0 prints");

template <class Real>
struct LatticeRawMoments : Ours<Real> {
  static Real lattice_softmin_derivative(Real n, Real d, Real alpha, std::size_t order) {
    if (!(n >= 0) || !(n / d < 2000) || order < 2 || order > 3) {
      return Ours<Real>::lattice_softmin_derivative(n, d, alpha, order);
    }
    Real m1 = 0, m2 = 0, m3 = 0;
    for (std::int64_t k = 0; k <= last_of(n, d); ++k) {
      Real w = 0;
      Ours<Real>::lattice_weights(n, d, alpha, static_cast<std::uint64_t>(k), 1, &w);
      const Real delta = n - (static_cast<Real>(k) * d + d * d);
      m1 += w * delta;
      m2 += w * delta * delta;
      m3 += w * delta * delta * delta;
    }
    if (order == 2) return 2 - 4 * alpha * (m2 - m1 * m1);
    return 8 * alpha * alpha * (m3 - 3 * m1 * m2 + 2 * m1 * m1 * m1);
  }
  static Real lattice_softmin_mixed(Real n, Real d, Real alpha) {
    if (!(n >= 0) || !(n / d < 2000)) return Ours<Real>::lattice_softmin_mixed(n, d, alpha);
    const Real slope = Ours<Real>::lattice_softmin_derivative(n, d, alpha, 1);
    Real m2 = 0, m3 = 0;
    for (std::int64_t k = 0; k <= last_of(n, d); ++k) {
      Real w = 0;
      Ours<Real>::lattice_weights(n, d, alpha, static_cast<std::uint64_t>(k), 1, &w);
      const Real delta = n - (static_cast<Real>(k) * d + d * d);
      m2 += w * delta * delta;
      m3 += w * delta * delta * delta;
    }
    return -2 * m3 + slope * m2;
  }
};
const Fault& lattice_raw_moments =
    fault<LatticeRawMoments>("lattice-raw-moments", "the derivatives come from raw moments");

template <class Real>
struct LatticeRoundedQuotient : Ours<Real> {
  static std::uint64_t lattice_last(Real n, Real d) {
    const Real quotient = std::floor(n / d);
    return quotient < Real(0x1p63) ? static_cast<std::uint64_t>(quotient) : UINT64_MAX;
  }
  static std::uint64_t lattice_nearest(Real n, Real d) {
    const Real k = std::round((n - d * d) / d);
    return k < 0 ? 0 : k < Real(0x1p63) ? static_cast<std::uint64_t>(k) : UINT64_MAX;
  }
};
const Fault& lattice_rounded_quotient = fault<LatticeRoundedQuotient>(
    "lattice-rounded-quotient", "the indices come from rounded quotients, the nearest unclamped");

template <class Real>
struct LatticeEntropy : Ours<Real> {
  /// log g + alpha times the mean energy cancels where the least energy is large.
  static Real by_difference(Real n, Real d, Real alpha) {
    const Real energy = [&] {
      Real sum = 0;
      for (std::int64_t k = 0; k <= last_of(n, d); ++k) {
        Real w = 0;
        Ours<Real>::lattice_weights(n, d, alpha, static_cast<std::uint64_t>(k), 1, &w);
        const Real delta = n - (static_cast<Real>(k) * d + d * d);
        sum += w * delta * delta;
      }
      return sum;
    }();
    return alpha * (energy - Ours<Real>::lattice_softmin(n, d, alpha, 0));
  }
  static Real lattice_softmin_alpha(Real n, Real d, Real alpha) {
    if (!(n >= 0) || !(n / d < 2000)) return Ours<Real>::lattice_softmin_alpha(n, d, alpha);
    return by_difference(n, d, alpha) / (alpha * alpha);
  }
  static Real lattice_effective_terms(Real n, Real d, Real alpha) {
    if (!(n >= 0)) return Ours<Real>::lattice_effective_terms(n, d, alpha);
    return std::floor(n / d) + 1;
  }
};
const Fault& lattice_entropy = fault<LatticeEntropy>(
    "lattice-entropy",
    "the entropy is log g + alpha times the mean energy, and all terms count as effective");

template <class Real>
struct LatticeWeightsUnshifted : Ours<Real> {
  static void lattice_weights(Real n, Real d, Real alpha, std::uint64_t first, std::size_t count,
                              Real* out) {
    Ours<Real>::lattice_weights(n, d, alpha, first, count, out);
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
};
const Fault& lattice_weights_unshifted = fault<LatticeWeightsUnshifted>(
    "lattice-weights-unshifted",
    "lattice_weights divides exp(-alpha delta^2) by their sum, also beyond the last point");

template <class Real>
struct LatticeNoJump : Ours<Real> {
  static Real lattice_jump(std::uint64_t, Real, Real) { return 0; }
};
const Fault& lattice_no_jump =
    fault<LatticeNoJump>("lattice-no-jump", "lattice_jump takes the function to be continuous");

template <class Real>
struct LatticeEverywhere : Ours<Real> {
  static Real lattice_softmin(Real n, Real d, Real alpha, Real epsilon) {
    if (!(n < 0)) return Ours<Real>::lattice_softmin(n, d, alpha, epsilon);
    return (n - d * d) * (n - d * d) + epsilon;
  }
  static Real lattice_softmin_derivative(Real n, Real d, Real alpha, std::size_t order) {
    if (!(n < 0)) return Ours<Real>::lattice_softmin_derivative(n, d, alpha, order);
    return 2 * (n - d * d);
  }
};
const Fault& lattice_everywhere = fault<LatticeEverywhere>(
    "lattice-everywhere", "the lattice soft-min of n < 0 has the first point all the same");

template <class Real>
struct LatticeEpsilonInside : Ours<Real> {
  static Real lattice_softmin(Real n, Real d, Real alpha, Real epsilon) {
    if (!(n >= 0) || std::isinf(n)) return Ours<Real>::lattice_softmin(n, d, alpha, epsilon);
    const Real exponent = -alpha * (Ours<Real>::lattice_softmin(n, d, alpha, 0) + epsilon);
    return -std::log(std::exp(exponent)) / alpha;
  }
};
const Fault& lattice_epsilon_inside = fault<LatticeEpsilonInside>(
    "lattice-epsilon-inside", "lattice_softmin has epsilon in the exponent");

}  // namespace
}  // namespace softlaw::properties
