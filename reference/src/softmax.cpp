// SPDX-License-Identifier: Apache-2.0
#include "weights.hpp"

namespace softlaw::reference {

Vector softmax(const Vector& x) { return softmax(x, 1); }

Vector softmax(const Vector& x, const Interval& temperature) {
  if (x.empty()) return {};
  const std::size_t top = top_of(x);
  const Weights w(divided(differences(x, top), temperature), top);
  Vector p;
  p.reserve(x.size());
  for (const Interval& weight : w.weight) p.push_back(weight / w.total);
  return p;
}

Vector log_softmax(const Vector& x) { return log_softmax(x, 1); }

Vector log_softmax(const Vector& x, const Interval& temperature) {
  if (x.empty()) return {};
  const std::size_t top = top_of(x);
  const Weights w(divided(differences(x, top), temperature), top);
  const Interval log_total = w.log_total();
  Vector result;
  result.reserve(x.size());
  for (const Interval& shift : w.shift) result.push_back(shift - log_total);
  return result;
}

Vector logsumexp_hessian(const Vector& x) {
  if (x.empty()) return {};
  const Weights w(x);
  const Vector others = sums_of_the_others(w.weight);
  const Interval square = sqr(w.total);
  Vector hessian;
  hessian.reserve(x.size() * x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = 0; j < x.size(); ++j) {
      hessian.push_back(w.weight[i] * (i == j ? others[i] : -w.weight[j]) / square);
    }
  }
  return hessian;
}

}  // namespace softlaw::reference
