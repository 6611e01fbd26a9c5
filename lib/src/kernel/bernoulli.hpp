// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "double_double.hpp"

/// The coefficients of the Euler-Maclaurin formula.
namespace softlaw::kernel {

inline constexpr std::size_t corrections = 20;

/// B_{2r} / (2r) for r = 1, …, corrections, from B_n / n!, the coefficients of t / (e^t - 1):
/// the sum over k <= n of B_k / (k! (n + 1 - k)!) is zero for n >= 1.
constexpr auto make_bernoulli_quotients() {
  constexpr std::size_t size = 2 * corrections + 2;
  std::array<DoubleDouble, size> reciprocal{};  // 1 / k!
  reciprocal[0] = {1, 0};
  for (std::size_t k = 1; k < size; ++k) {
    reciprocal[k] = reciprocal[k - 1] / DoubleDouble{static_cast<double>(k), 0};
  }
  std::array<DoubleDouble, size> number{};  // B_k / k!
  number[0] = {1, 0};
  for (std::size_t n = 1; n + 1 < size; ++n) {
    for (std::size_t k = 0; k < n; ++k)
      number[n] = number[n] + -(number[k] * reciprocal[n + 1 - k]);
  }
  std::array<DoubleDouble, corrections> quotient{};
  for (std::size_t r = 1; r <= corrections; ++r) {
    quotient[r - 1] = number[2 * r] / reciprocal[2 * r - 1];
  }
  return quotient;
}

inline constexpr auto bernoulli_quotients = make_bernoulli_quotients();

}  // namespace softlaw::kernel
