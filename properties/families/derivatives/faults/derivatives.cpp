// SPDX-License-Identifier: Apache-2.0
// Faults of the derivatives: terms that cancel, that are missing, or that have the wrong factor.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
void hessian_cancels(const Real* x, std::size_t n, Real* out) {
  ours<Real>().logsumexp_hessian(x, n, out);
  const std::vector<Real> p = softmax_of(x, n);
  for (std::size_t i = 0; i < n; ++i) out[i * n + i] = p[i] - p[i] * p[i];
}
const Fault& hessian_cancels_fault =
    fault("hessian-cancels", "the Hessian's diagonal is p - p^2 with rounded p, 0 next to p = 1",
          [](auto& table) { table.logsumexp_hessian = hessian_cancels; });

template <class Real>
void hessian_vector_expanded(const Real* x, const Real* v, std::size_t n, Real* out) {
  const std::vector<Real> p = softmax_of(x, n);
  Real mean = 0;
  for (std::size_t i = 0; i < n; ++i) mean += p[i] * v[i];
  for (std::size_t i = 0; i < n; ++i) out[i] = p[i] * v[i] - p[i] * mean;
}
const Fault& hessian_vector_expanded_fault = fault(
    "hessian-vector-expanded", "the Hessian times v is p v - p <p, v>, every operation rounded",
    [](auto& table) { table.logsumexp_hessian_vector = hessian_vector_expanded; });

/// Replaces softmax_derivative of one order by a sum over the entries; centred(a, i) and the
/// covariances are in working precision.
template <class Real>
struct Centred {
  Centred(const Real* x, std::size_t n, const Real* const* directions, std::size_t order)
      : p(n), h(directions), count(order) {
    ours<Real>().softmax(x, n, p.data());
    for (std::size_t a = 0; a < order; ++a) {
      for (std::size_t i = 0; i < n; ++i) mean[a] += p[i] * h[a][i];
    }
  }
  /// The mean of the product of the centred directions.
  Real moment() const {
    Real sum = 0;
    for (std::size_t i = 0; i < p.size(); ++i) sum += p[i] * product(i);
    return sum;
  }
  Real product(std::size_t i) const {
    Real result = 1;
    for (std::size_t a = 0; a < count; ++a) result *= h[a][i] - mean[a];
    return result;
  }
  std::vector<Real> p;
  const Real* const* h;
  std::size_t count;
  Real mean[3] = {};
};

template <class Real>
void derivative_forgets_mean(const Real* x, std::size_t n, const Real* const* h, std::size_t order,
                             Real* out) {
  if (order != 1) return ours<Real>().softmax_derivative(x, n, h, order, out);
  ours<Real>().softmax(x, n, out);
  for (std::size_t i = 0; i < n; ++i) out[i] *= h[0][i];
}
const Fault& derivative_forgets_mean_fault =
    fault("derivative-forgets-mean",
          "the first derivative of softmax is p h: the denominator is taken for a constant",
          [](auto& table) { table.softmax_derivative = derivative_forgets_mean; });

template <class Real>
void derivative_2_one_factor_short(const Real* x, std::size_t n, const Real* const* h,
                                   std::size_t order, Real* out) {
  ours<Real>().softmax_derivative(x, n, h, order, out);
  if (order != 2) return;
  const Centred<Real> terms(x, n, h, order);
  for (std::size_t i = 0; i < n; ++i) out[i] -= terms.p[i] * terms.mean[0] * terms.mean[1];
}
const Fault& derivative_2_one_factor_short_fault =
    fault("derivative-2-one-factor-short",
          "the second derivative of softmax has <p, h1> <p, h2> p once, where it needs it twice",
          [](auto& table) { table.softmax_derivative = derivative_2_one_factor_short; });

template <class Real>
void derivative_3_forgets_covariances(const Real* x, std::size_t n, const Real* const* h,
                                      std::size_t order, Real* out) {
  if (order != 3) return ours<Real>().softmax_derivative(x, n, h, order, out);
  const Centred<Real> terms(x, n, h, order);
  const Real third = terms.moment();
  for (std::size_t i = 0; i < n; ++i) out[i] = terms.p[i] * (terms.product(i) - third);
}
const Fault& derivative_3_forgets_covariances_fault =
    fault("derivative-3-forgets-covariances",
          "the third derivative of softmax lacks the terms with a covariance of two directions",
          [](auto& table) { table.softmax_derivative = derivative_3_forgets_covariances; });

template <class Real>
void derivative_2_one_centred(const Real* x, std::size_t n, const Real* const* h, std::size_t order,
                              Real* out) {
  if (order != 2) return ours<Real>().softmax_derivative(x, n, h, order, out);
  const Centred<Real> first(x, n, h, 1);
  Real mean = 0;
  for (std::size_t i = 0; i < n; ++i) mean += first.p[i] * first.product(i) * h[1][i];
  for (std::size_t i = 0; i < n; ++i) {
    out[i] = first.p[i] * (first.product(i) * h[1][i] - mean);
  }
}
const Fault& derivative_2_one_centred_fault = fault(
    "derivative-2-one-centred", "the second derivative of softmax centres the first direction only",
    [](auto& table) { table.softmax_derivative = derivative_2_one_centred; });

template <class Real>
void derivative_by_differences(const Real* x, std::size_t n, const Real* const* h,
                               std::size_t order, Real* out) {
  if (order != 1) return ours<Real>().softmax_derivative(x, n, h, order, out);
  const Real step = std::ldexp(Real(1), -std::numeric_limits<Real>::digits / 2);
  std::vector<Real> p(n), moved(n);
  ours<Real>().softmax(x, n, p.data());
  for (std::size_t i = 0; i < n; ++i) moved[i] = x[i] + step * h[0][i];
  ours<Real>().softmax(moved.data(), n, out);
  for (std::size_t i = 0; i < n; ++i) out[i] = (out[i] - p[i]) / step;
}
const Fault& derivative_by_differences_fault =
    fault("derivative-by-differences", "the first derivative of softmax is a difference quotient",
          [](auto& table) { table.softmax_derivative = derivative_by_differences; });

template <class Real>
void derivative_mean_rounded(const Real* x, std::size_t n, const Real* const* h, std::size_t order,
                             Real* out) {
  if (order != 1) return ours<Real>().softmax_derivative(x, n, h, order, out);
  const Centred<Real> terms(x, n, h, order);
  for (std::size_t i = 0; i < n; ++i) out[i] = terms.p[i] * terms.product(i);
}
const Fault& derivative_mean_rounded_fault = fault(
    "derivative-mean-rounded", "the first derivative of softmax is p (h - <p, h>), as rounded",
    [](auto& table) { table.softmax_derivative = derivative_mean_rounded; });

}  // namespace
}  // namespace softlaw::properties
