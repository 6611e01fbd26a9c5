// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/series.hpp>

#include "scales.hpp"

namespace softlaw::reference::condition {
namespace {

MultilinearSeries constant(const Interval& c, std::size_t variables) {
  return MultilinearSeries::linear(c, Vector(variables));
}

/// \f$\prod_j(1+|h_{j,i}|t_j)\f$.
MultilinearSeries magnitudes(const std::vector<Vector>& directions, std::size_t i) {
  Vector slopes;
  for (const Vector& direction : directions) slopes.push_back(abs(direction[i]));
  return exp(MultilinearSeries::linear(0, slopes));
}

}  // namespace

// With E_i the series of e^{<t, h_i>} and M = sum p_i E_i = 1 + N, softmax is p_i E_i / (1 + N).
// Expanded in powers of N that has alternating signs; with |h| for h it becomes p_i E_i / (1 - N)
// if every term is to count in absolute value.
Vector softmax_derivative(const Vector& x, const std::vector<Vector>& directions) {
  require_same_size("condition::softmax_derivative", x, directions);
  if (x.empty()) return {};
  const Scales scales(x);
  const std::size_t order = directions.size();
  std::vector<MultilinearSeries> terms;
  MultilinearSeries denominator = constant(2, order);
  for (std::size_t i = 0; i < x.size(); ++i) {
    terms.push_back(constant(scales.p[i], order) * magnitudes(directions, i));
    denominator = denominator - terms[i];
  }
  Vector result;
  for (std::size_t i = 0; i < x.size(); ++i) {
    result.push_back((terms[i] / denominator).mixed() * (1 + scales.relative(i)));
  }
  return result;
}

Vector logsumexp_hessian_vector(const Vector& x, const Vector& v) {
  require_size("condition::logsumexp_hessian_vector", "v", v, x);
  return condition::softmax_derivative(x, {v});
}

}  // namespace softlaw::reference::condition
