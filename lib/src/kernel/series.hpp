// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scaled.hpp"
#include "table.hpp"

/// Power series in t.
namespace softlaw::kernel {

/// Coefficients of 1, t, …; without allocation up to order 31.
using Coefficients = Table<Scaled, 32>;

/// 1 / k! for k = 0, …, order.
inline Coefficients inverse_factorials(std::size_t order) {
  Coefficients inverse(order + 1);
  inverse[0] = make_scaled(1.0);
  for (std::size_t k = 1; k <= order; ++k) {
    inverse[k] = inverse[k - 1] / from_integer(k);
  }
  return inverse;
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
    Scaled sum = M[k] * from_integer(k);
    for (std::size_t j = 1; j < k; ++j) sum = sum - slope[j] * M[k - j];
    slope[k] = sum;
  }
  return slope;
}

}  // namespace softlaw::kernel
