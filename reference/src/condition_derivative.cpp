// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/series.hpp>

#include "scales.hpp"

namespace softlaw::reference::condition {
namespace {

MultilinearSeries constant(const Interval& c, std::size_t variables) {
  return MultilinearSeries::linear(c, Vector(variables));
}

/// The sizes of the directions' entries; where a rounded mean is taken off first, with its size.
std::vector<Vector> magnitudes(const Scales& scales, const std::vector<Vector>& directions,
                               bool centred) {
  std::vector<Vector> result;
  for (const Vector& h : directions) result.push_back(centred ? scales.centred(h) : sizes(h));
  return result;
}

/// \f$p_i\prod_j(1+a_{j,i}t_j)\f$ for each i.
std::vector<MultilinearSeries> weighted(const Scales& scales, const std::vector<Vector>& a) {
  std::vector<MultilinearSeries> terms;
  for (std::size_t i = 0; i < scales.p.size(); ++i) {
    Vector slopes;
    for (const Vector& h : a) slopes.push_back(h[i]);
    terms.push_back(constant(scales.p[i], a.size()) * exp(MultilinearSeries::linear(0, slopes)));
  }
  return terms;
}

/// \f$2-M\f$, with the sum M of the terms.
MultilinearSeries two_less(const std::vector<MultilinearSeries>& terms, std::size_t order) {
  MultilinearSeries result = constant(2, order);
  for (const MultilinearSeries& term : terms) result = result - term;
  return result;
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
  const auto terms = weighted(scales, magnitudes(scales, directions, order > 3));
  const MultilinearSeries denominator = two_less(terms, order);
  Vector result;
  for (std::size_t i = 0; i < x.size(); ++i) {
    result.push_back((terms[i] / denominator).mixed() * (1 + scales.relative(i)));
  }
  return result;
}

// log(1 + N) becomes -log(1 - N), and its perturbation dN / (1 - N): each weight by 1 + (m - x_i) + A
// of itself.
Interval logsumexp_derivative(const Vector& x, const std::vector<Vector>& directions) {
  require_same_size("condition::logsumexp_derivative", x, directions);
  if (x.empty()) return 0;
  const Scales scales(x);
  const std::size_t order = directions.size();
  const auto terms = weighted(scales, magnitudes(scales, directions, true));
  MultilinearSeries perturbation = constant(0, order);
  for (std::size_t i = 0; i < x.size(); ++i) {
    perturbation = perturbation + constant(1 + scales.relative(i), order) * terms[i];
  }
  perturbation.coefficient[0] = 0;
  return (perturbation / two_less(terms, order)).mixed();
}

Vector logsumexp_hessian_vector(const Vector& x, const Vector& v) {
  require_size("condition::logsumexp_hessian_vector", "v", v, x);
  return condition::softmax_derivative(x, {v});
}

}  // namespace softlaw::reference::condition
