// SPDX-License-Identifier: Apache-2.0
// The kernels of some project: the textbook formulas.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace kernels {

template <class Real>
Real logsumexp(const Real* x, std::size_t n) {
  const Real most = n == 0 ? -INFINITY : *std::max_element(x, x + n);
  if (std::isinf(most)) return most;
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(x[i] - most);
  return most + std::log(sum);
}

template <class Real>
void softmax(const Real* x, std::size_t n, Real* p) {
  const Real most = n == 0 ? 0 : *std::max_element(x, x + n);
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += p[i] = std::exp(x[i] - most);
  for (std::size_t i = 0; i < n; ++i) p[i] /= sum;
}

}  // namespace kernels
