// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/constants.hpp>

#include "families/terms.hpp"
#include "judge/truth.hpp"

// What the laws of derivatives and cumulants share: products by entries, and bounds by the range.
namespace softlaw::properties {

/// The product by entries.
inline Intervals times(const Intervals& a, const Intervals& b) {
  Intervals product;
  for (std::size_t i = 0; i < a.size(); ++i) product.push_back(a[i] * b[i]);
  return product;
}

/// The sum of the absolute values.
inline Interval norm(const Intervals& v) {
  Interval total(0);
  for (const Interval& entry : v) total += abs(entry);
  return total;
}

/// Row k of a matrix of n columns.
inline Intervals row_of(const Intervals& matrix, std::size_t k, std::size_t n) {
  const auto first = matrix.begin() + static_cast<std::ptrdiff_t>(k * n);
  return Intervals(first, first + static_cast<std::ptrdiff_t>(n));
}

inline Interval factorial(std::size_t k) {
  Interval product(1);
  for (std::size_t j = 2; j <= k; ++j) product *= count(j);
  return product;
}

/// The bound of derivatives.radius on a coefficient of order k.
inline Interval coefficient_bound(std::size_t k, const Interval& omega) {
  const Interval pi = reference::pi(), more = count(k + 1);
  const Interval half_gap = pi / (2 * more);
  // sin y >= y - y^3/6
  return pow(more * omega / (pi * count(k)), static_cast<int>(k)) /
         (half_gap - pow(half_gap, 3) / 6);
}

/// The bound of derivatives.bounds on a derivative of order k along one line; k > 0.
inline Interval derivative_bound(std::size_t k, const Interval& omega) {
  const Interval third = 1 / (6 * sqrt(Interval(3)));
  switch (k) {
    case 1:
      return omega / 2;
    case 2:
      return pow(omega, 2) / 2;
    case 3:
      return (Interval(1) / 2 + third) * pow(omega, 3);
    case 4:
      return (Interval(37) / 48 + 2 * third) * pow(omega, 4);
    default:
      return factorial(k) * coefficient_bound(k, omega);
  }
}

}  // namespace softlaw::properties
