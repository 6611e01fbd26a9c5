// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "softmax_weights.hpp"
#include "table.hpp"

/// Power series in t along a line x + t h.
namespace softlaw::kernel {

/// Coefficients of 1, t, …; without allocation up to order 31.
using Coefficients = Table<Scaled, 32>;

/// 1 / k! for k = 0, …, order.
inline Coefficients inverse_factorials(std::size_t order) {
  Coefficients inverse(order + 1);
  inverse[0] = make_scaled(1.0);
  for (std::size_t k = 1; k <= order; ++k) {
    inverse[k] = inverse[k - 1] / make_scaled(static_cast<double>(k));
  }
  return inverse;
}

/// E e^{tc} for the differences c of h to a centre near its mean: the coefficients E c^k / k!.
template <class R>
Coefficients moment_series(const SoftmaxWeights<R>& p, std::span<const R> h, double centre,
                           const Coefficients& inverse_factorial) {
  const std::size_t order = inverse_factorial.size() - 1;
  Table<BinnedSum, 32> sums(order + 1);
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Scaled c = from_centre(h[i], centre);
    Scaled term = p(i);
    for (std::size_t k = 1; k <= order; ++k) sums[k].add(term = term * c);
  }
  Coefficients M(order + 1);
  M[0] = make_scaled(1.0);
  for (std::size_t k = 1; k <= order; ++k) M[k] = sums[k].total() * inverse_factorial[k];
  return M;
}

/// 1 / M, where the constant term is 1 in both.
inline Coefficients reciprocal(const Coefficients& M) {
  Coefficients inverse(M.size());
  inverse[0] = make_scaled(1.0);
  for (std::size_t k = 1; k < M.size(); ++k) {
    Scaled sum;
    for (std::size_t j = 1; j <= k; ++j) sum = sum - M[j] * inverse[k - j];
    inverse[k] = sum;
  }
  return inverse;
}

/// The coefficients of log M, each times its k: from M (log M)' = M'.
inline Coefficients logarithmic_derivative(const Coefficients& M) {
  Coefficients slope(M.size());
  for (std::size_t k = 1; k < M.size(); ++k) {
    Scaled sum = M[k] * make_scaled(static_cast<double>(k));
    for (std::size_t j = 1; j < k; ++j) sum = sum - slope[j] * M[k - j];
    slope[k] = sum;
  }
  return slope;
}

}  // namespace softlaw::kernel
