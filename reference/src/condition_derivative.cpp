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
  result.reserve(directions.size());
  for (const Vector& h : directions) result.push_back(centred ? scales.centred(h) : sizes(h));
  return result;
}

/// \f$p_i\prod_j(1+a_{j,i}t_j)\f$ for each i.
std::vector<MultilinearSeries> weighted(const Scales& scales, const std::vector<Vector>& a) {
  std::vector<MultilinearSeries> terms;
  for (std::size_t i = 0; i < scales.p.size(); ++i) {
    Vector product{scales.p[i]};
    for (const Vector& h : a) {
      const std::size_t without = product.size();
      for (std::size_t set = 0; set < without; ++set) product.push_back(product[set] * h[i]);
    }
    terms.push_back({product});
  }
  return terms;
}

/// All coefficients but the constant one times a factor.
void lessen(MultilinearSeries& term, const Interval& factor) {
  for (std::size_t set = 1; set < term.coefficient.size(); ++set) term.coefficient[set] *= factor;
}

/// How N errs: each weight by 1 + (m - x_i) + A of itself.
MultilinearSeries perturbation_of(const Scales& scales, const std::vector<MultilinearSeries>& terms,
                                  std::size_t order) {
  MultilinearSeries perturbation = constant(0, order);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Interval weight = scales.error(i);
    for (std::size_t set = 1; set < perturbation.coefficient.size(); ++set) {
      perturbation.coefficient[set] += weight * terms[i].coefficient[set];
    }
  }
  return perturbation;
}

/// The coefficient of all variables in the product.
Interval mixed_of_product(const MultilinearSeries& a, const MultilinearSeries& b) {
  Interval sum;
  const std::size_t all = a.coefficient.size() - 1;
  for (std::size_t set = 0; set <= all; ++set) {
    sum += a.coefficient[set] * b.coefficient[all - set];
  }
  return sum;
}

/// \f$1/(2-M)\f$, with the sum M of the terms.
MultilinearSeries reciprocal_of_two_less(const std::vector<MultilinearSeries>& terms,
                                         std::size_t order) {
  MultilinearSeries difference = constant(2, order);
  for (const MultilinearSeries& term : terms) difference = difference - term;
  return constant(1, order) / difference;
}

}  // namespace

// With E_i the series of e^{<t, h_i>} and M = sum p_i E_i = 1 + N, softmax is p_i E_i / (1 + N).
// Expanded in powers of N that has alternating signs; with |h| for h it becomes p_i E_i / (1 - N)
// if every term is to count in absolute value.  It errs with p_i, and with the weights in N:
// p_i E_i dN / (1 - N)^2.
Vector softmax_derivative(const Vector& x, const std::vector<Vector>& directions) {
  require_same_size("condition::softmax_derivative", x, directions);
  if (x.empty()) return {};
  const Scales scales(x);
  const std::size_t order = directions.size();
  const auto terms = weighted(scales, magnitudes(scales, directions, order > 3));
  const MultilinearSeries reciprocal = reciprocal_of_two_less(terms, order);
  const MultilinearSeries inner = perturbation_of(scales, terms, order) * reciprocal * reciprocal;
  Vector result;
  for (std::size_t i = 0; i < x.size(); ++i) {
    result.push_back(mixed_of_product(terms[i], reciprocal) * scales.error(i) +
                     mixed_of_product(terms[i], inner));
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
  auto terms = weighted(scales, magnitudes(scales, directions, true));
  if (order > 1) lessen(terms[scales.top], scales.dominance());
  return mixed_of_product(perturbation_of(scales, terms, order),
                          reciprocal_of_two_less(terms, order));
}

Vector logsumexp_hessian_vector(const Vector& x, const Vector& v) {
  require_size("condition::logsumexp_hessian_vector", "v", v, x);
  return condition::softmax_derivative(x, {v});
}

}  // namespace softlaw::reference::condition
