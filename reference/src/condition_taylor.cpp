// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/series.hpp>

#include "scales.hpp"

namespace softlaw::reference::condition {
namespace {

/// \f$p_ie^{ta_i}\f$ for each i, with \f$a=|h|+\langle p,|h|\rangle\f$, and \f$2-\sum_ip_ie^{ta_i}\f$.
struct Terms {
  /// `top` multiplies the powers of t in the term of the maximum.
  Terms(const Scales& scales, const Vector& h, std::size_t order, const Interval& top = 1)
      : denominator{Vector(order + 1)} {
    denominator.coefficient[0] = 2;
    const Vector a = scales.centred(h);
    for (std::size_t i = 0; i < a.size(); ++i) {
      Series line{Vector(order + 1)};
      if (order > 0) line.coefficient[1] = a[i];
      Series term = exp(line);
      for (Interval& coefficient : term.coefficient) coefficient *= scales.p[i];
      if (i == scales.top) {
        for (std::size_t k = 1; k <= order; ++k) term.coefficient[k] *= top;
      }
      denominator = denominator - term;
      of.push_back(term);
    }
  }
  std::vector<Series> of;
  Series denominator;
};

}  // namespace

namespace {

/// How the sum of the terms errs: each weight by 1 + (m - x_i) + A of itself.
Series perturbation_of(const Scales& scales, const Terms& terms, std::size_t order) {
  Series perturbation{Vector(order + 1)};
  for (std::size_t i = 0; i < terms.of.size(); ++i) {
    for (std::size_t k = 1; k <= order; ++k) {
      perturbation.coefficient[k] += scales.error(i) * terms.of[i].coefficient[k];
    }
  }
  return perturbation;
}

}  // namespace

// As softmax_derivative() beyond order 3, along one line.
Vector softmax_jet(const Vector& x, const Vector& h, std::size_t order) {
  require_size("condition::softmax_jet", "h", h, x);
  if (x.empty()) return {};
  const Scales scales(x);
  const Terms terms(scales, h, order);
  const Series inner = perturbation_of(scales, terms, order) / terms.denominator;
  Vector result((order + 1) * x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Series scale = terms.of[i] / terms.denominator, of_sum = scale * inner;
    for (std::size_t k = 0; k <= order; ++k) {
      result[k * x.size() + i] = scale.coefficient[k] * scales.error(i) + of_sum.coefficient[k];
    }
  }
  return result;
}

Vector softmax_taylor(const Vector& x, const Vector& h, std::size_t order) {
  const Vector jet = condition::softmax_jet(x, h, order);
  Vector result(x.size());
  for (std::size_t k = 0; k < jet.size(); ++k) result[k % x.size()] += jet[k];
  return result;
}

namespace {

/// Times k!, for k = 1 ... order.
Vector cumulants_of_terms(const Scales& scales, const Terms& terms, std::size_t order) {
  const Series scale = perturbation_of(scales, terms, order) / terms.denominator;
  Vector result;
  Interval factorial = 1;
  for (std::size_t k = 1; k <= order; ++k) {
    factorial *= static_cast<int>(k);
    result.push_back(factorial * scale.coefficient[k]);
  }
  return result;
}

}  // namespace

// As logsumexp_derivative(), along one line: the mean, then the central moments.
Vector logsumexp_cumulants(const Vector& x, const Vector& h, std::size_t order) {
  require_size("condition::logsumexp_cumulants", "h", h, x);
  if (x.empty()) return Vector(order);
  const Scales scales(x);
  Vector result = cumulants_of_terms(scales, Terms(scales, h, order, scales.dominance()), order);
  if (order > 0) result[0] = cumulants_of_terms(scales, Terms(scales, h, 1), 1)[0];
  return result;
}

}  // namespace softlaw::reference::condition
