// SPDX-License-Identifier: Apache-2.0
// Faults of the Hessian of log-sum-exp: the rank-one part missing, of the wrong sign, or rounded.
#include <cmath>
#include <numeric>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
void hessian_without_rank_one(const Real* x, std::size_t n, Real* out) {
  const auto p = softmax_of(x, n);
  std::fill(out, out + n * n, Real(0));
  for (std::size_t i = 0; i < n; ++i) out[i * n + i] = p[i] * (1 - p[i]);
}
const Fault& hessian_without_rank_one_fault =
    fault("hessian-diagonal-only",
          "logsumexp_hessian returns the variances and leaves the "
          "covariances 0",
          [](auto& table) { table.logsumexp_hessian = hessian_without_rank_one; });

template <class Real>
void hessian_diagonal_by_rounding(const Real* x, std::size_t n, Real* out) {
  const auto p = softmax_of(x, n);
  ours<Real>().logsumexp_hessian(x, n, out);
  for (std::size_t i = 0; i < n; ++i) out[i * n + i] = p[i] - p[i] * p[i];
}
const Fault& hessian_diagonal_by_rounding_fault =
    fault("hessian-diagonal-by-rounding", "logsumexp_hessian computes p - p^2 from a rounded p",
          [](auto& table) { table.logsumexp_hessian = hessian_diagonal_by_rounding; });

template <class Real>
void hessian_plus_rank_one(const Real* x, std::size_t n, Real* out) {
  const auto p = softmax_of(x, n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) out[i * n + j] = (i == j ? p[i] : 0) + p[i] * p[j];
  }
}
const Fault& hessian_plus_rank_one_fault = fault(
    "hessian-plus-rank-one", "logsumexp_hessian adds p p^T to diag(p), instead of subtracting it",
    [](auto& table) { table.logsumexp_hessian = hessian_plus_rank_one; });

template <class Real>
void hessian_vector_without_mean(const Real* x, const Real* v, std::size_t n, Real* out) {
  const auto p = softmax_of(x, n);
  for (std::size_t i = 0; i < n; ++i) out[i] = p[i] * v[i];
}
const Fault& hessian_vector_without_mean_fault = fault(
    "hessian-vector-without-mean", "logsumexp_hessian_vector is p v: the mean is not subtracted",
    [](auto& table) { table.logsumexp_hessian_vector = hessian_vector_without_mean; });

template <class Real>
void hessian_vector_plain_mean(const Real* x, const Real* v, std::size_t n, Real* out) {
  const auto p = softmax_of(x, n);
  const Real mean = std::accumulate(v, v + n, Real(0)) / static_cast<Real>(n);
  for (std::size_t i = 0; i < n; ++i) out[i] = p[i] * (v[i] - mean);
}
const Fault& hessian_vector_plain_mean_fault =
    fault("hessian-vector-plain-mean",
          "logsumexp_hessian_vector subtracts the plain mean of v, not the "
          "one under softmax",
          [](auto& table) { table.logsumexp_hessian_vector = hessian_vector_plain_mean; });

}  // namespace
}  // namespace softlaw::properties
