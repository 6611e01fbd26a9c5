// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/condition.hpp>

#include "weights.hpp"

namespace softlaw::reference::condition {

/// \f$|h|\f$.
inline Vector sizes(const Vector& h) {
  Vector result;
  for (const Interval& entry : h) result.push_back(abs(entry));
  return result;
}

/// The parts that all scales share.
struct Scales {
  explicit Scales(const Vector& x, const Interval& temperature = 1)
      : top(top_of(x)), w(divided(differences(x, top), temperature), top) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      p.push_back(w.weight[i] / w.total);
      depth.push_back(-w.shift[i]);
      mean_depth += p[i] * depth[i];
    }
  }
  /// How \f$\log s\f$ errs.
  Interval entropy() const { return mean_depth + w.log_total() + (Arithmetic::is_plain() ? 1 : 0); }
  Interval relative(std::size_t i) const { return depth[i] + mean_depth; }
  /// \f$1+(m-x_i)+A\f$: how a weight errs when \f$x_i-m\f$ is rounded, and by underflow; of itself.
  Interval error(std::size_t i) const {
    return 1 + relative(i) + Arithmetic::relative_underflow(w.weight[i]);
  }
  /// The same, not of itself.
  Vector errors() const {
    Vector result;
    for (std::size_t i = 0; i < p.size(); ++i) {
      result.push_back(p[i] * (1 + relative(i)) + Arithmetic::underflow(w.weight[i]));
    }
    return result;
  }
  /// \f$|h|+\langle p,|h|\rangle\f$: the sizes of h less its mean, and of the terms that round in it.
  Vector centred(const Vector& h) const {
    Vector result = sizes(h);
    Interval mean;
    for (std::size_t i = 0; i < h.size(); ++i) mean += p[i] * result[i];
    for (Interval& entry : result) entry += mean;
    return result;
  }
  /// \f$\min(1,(1-p_m)/p_m)\f$ with the share \f$p_m\f$ of the maximum: what remains of its term in a
  /// central moment, which is 0 where it has all the weight. The mean of h lies
  /// \f$\sum_{i\ne m}p_i(h_i-h_m)\f$ from \f$h_m\f$; a computed mean errs by no more than that sum of
  /// sizes either, for with \f$1-p_m<u/2\f$ the computed share is 1 and the mean \f$h_m\f$ itself.
  Interval dominance() const {
    if (Arithmetic::is_plain()) return 1;
    Interval others;
    for (std::size_t i = 0; i < p.size(); ++i) {
      if (i != top) others += p[i];
    }
    return min(others / p[top], 1);
  }

  std::size_t top;
  Weights w;
  Vector p;             ///< \f$p_i\f$.
  Vector depth;         ///< \f$m-x_i\f$, divided by the temperature.
  Interval mean_depth;  ///< \f$A\f$.
};

/// \f$p_j(s-y_j)+y_j(1-p_j)\f$ for labels y with the sum s: the sizes of the terms subtracted in the
/// derivative of the loss, \f$s\,p_j-y_j\f$.
inline Vector residual_sizes(const Vector& p, const Vector& y) {
  const Vector other_shares = sums_of_the_others(p), other_labels = sums_of_the_others(y);
  Vector result;
  for (std::size_t j = 0; j < p.size(); ++j) {
    result.push_back(p[j] * other_labels[j] + y[j] * other_shares[j]);
  }
  return result;
}

}  // namespace softlaw::reference::condition
