// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "weights.hpp"

namespace softlaw::reference::condition {

/// What all scales are made of.
struct Scales {
  explicit Scales(const Vector& x, const Interval& temperature = 1)
      : top(top_of(x)), w(divided(differences(x, top), temperature), top) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      p.push_back(w.weight[i] / w.total);
      depth.push_back(-w.shift[i]);
      mean_depth += p[i] * depth[i];
    }
  }
  Interval entropy() const { return mean_depth + w.log_total(); }
  Interval relative(std::size_t i) const { return depth[i] + mean_depth; }

  std::size_t top;
  Weights w;
  Vector p;             ///< \f$p_i\f$.
  Vector depth;         ///< \f$m-x_i\f$, divided by the temperature.
  Interval mean_depth;  ///< \f$A\f$.
};

}  // namespace softlaw::reference::condition
