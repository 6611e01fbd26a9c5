// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/truth.hpp"

// How far two distributions are apart.
namespace softlaw::properties {

/// \f$\operatorname{KL}(p\|q) = \sum_i p_i\log(p_i/q_i)\f$, from the logarithms of both.
inline Interval divergence(const Intervals& p, const Intervals& log_p, const Intervals& log_q) {
  return dot(p, log_p - log_q);
}

/// The same for a p of floats, with \f$0\log0 = 0\f$.
inline Interval divergence(const Vector& p, const Intervals& log_q) {
  Interval total = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] > 0) total += p[i] * (log(Interval(p[i])) - log_q[i]);
  }
  return total;
}

/// The sum of the absolute differences.
inline Interval distance(const Intervals& p, const Intervals& q) {
  Interval total = 0;
  for (const Interval& difference : p - q) total += abs(difference);
  return total;
}

}  // namespace softlaw::properties
