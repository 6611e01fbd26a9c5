// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "families/lattice/functions.hpp"
#include "families/lattice/inputs/inputs.hpp"
#include "judge/law.hpp"

// What the laws of the lattice soft-min are made of, in intervals: all exact arguments.
namespace softlaw::properties {

/// \f$N\f$ and the index of the nearest point, for \f$n \ge 0\f$: there are points.
inline std::uint64_t last_index(const Evaluator& f, double n, double d) {
  return f(lattice_last, n, d).value();
}
inline std::uint64_t nearest_index(const Evaluator& f, double n, double d) {
  return f(lattice_nearest, n, d).value();
}

/// \f$\delta_k = n - kd - d^2\f$
inline Interval deviation(double n, double d, std::uint64_t k) {
  return n - static_cast<double>(k) * Interval(d) - sqr(Interval(d));
}

/// \f$\delta_0, \dots, \delta_N\f$, for few points.
inline Intervals deviations(const Evaluator& f, double n, double d) {
  Intervals result;
  for (std::uint64_t k = 0; k <= last_index(f, n, d); ++k) result.push_back(deviation(n, d, k));
  return result;
}

/// All weights, for few points.
inline Intervals all_weights(const Evaluator& f, double n, double d, double alpha) {
  return f(lattice_weights, n, d, alpha, 0, static_cast<std::int64_t>(last_index(f, n, d)) + 1);
}

/// \f$\delta_*\f$
inline Interval nearest_deviation(const Evaluator& f, double n, double d) {
  return deviation(n, d, nearest_index(f, n, d));
}

/// \f$q = e^{-\alpha d^2}\f$
inline Interval nome(double d, double alpha) { return exp(-alpha * sqr(Interval(d))); }

/// \f$\langle (x - c)^m \rangle = \sum_k w_k (x_k - c)^m\f$
inline Interval mean(const Intervals& w, const Intervals& x, const Interval& c, int m) {
  Interval total;
  for (std::size_t k = 0; k < w.size(); ++k) total += w[k] * pow(x[k] - c, m);
  return total;
}

/// What "about" allows here, generously: half of the value named.
inline Truth about(const Interval& value, const Interval& printed) {
  return less_equal(abs(value - printed), abs(printed) / 2);
}

}  // namespace softlaw::properties
