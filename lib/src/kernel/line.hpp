// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "series.hpp"
#include "softmax_weights.hpp"

/// Power series in t along a line x + t h.
namespace softlaw::kernel {

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

}  // namespace softlaw::kernel
