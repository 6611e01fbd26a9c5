// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "function/tables.hpp"

namespace softlaw::properties {

/**
 * The textbook on the C library's exp and log: shift by the maximum, sum in order, one rounding
 * after the other.  Most libraries compute this, and it serves as a yardstick: stable, but not accurate
 * where the result cancels to 0, and it loses the terms that are absorbed by the largest.
 */
template <class Real>
struct Libm {
  static constexpr Real infinity = std::numeric_limits<Real>::infinity();

  static Real largest(const Real* x, std::size_t n) {
    Real m = -infinity;
    for (std::size_t i = 0; i < n; ++i) {
      if (std::isnan(x[i])) return x[i];
      m = std::max(m, x[i]);
    }
    return m;
  }
  static Real shifted_sum(const Real* x, std::size_t n, Real m) {
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::exp(x[i] - m);
    return sum;
  }

  static Real logsumexp(const Real* x, std::size_t n) {
    const Real m = largest(x, n);
    if (!std::isfinite(m)) return m;
    return m + std::log(shifted_sum(x, n, m));
  }
  static Real logsumexp_scaled(const Real* x, std::size_t n, Real lambda) {
    std::vector<Real> scaled(x, x + n);
    for (Real& entry : scaled) entry *= lambda;
    return logsumexp(scaled.data(), n) / lambda;
  }
  static Real logaddexp(Real a, Real b) {
    const Real x[] = {a, b};
    return logsumexp(x, 2);
  }
  static Real softmin(const Real* x, std::size_t n) {
    std::vector<Real> negated(x, x + n);
    for (Real& entry : negated) entry = -entry;
    return -logsumexp(negated.data(), n);
  }
  static Real excess(const Real* x, std::size_t n) {
    const Real m = largest(x, n);
    return std::log(shifted_sum(x, n, m));
  }
  static void softmax(const Real* x, std::size_t n, Real* out) {
    const Real m = largest(x, n), sum = shifted_sum(x, n, m);
    for (std::size_t i = 0; i < n; ++i) out[i] = std::exp(x[i] - m) / sum;
  }
  static void softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    std::vector<Real> scaled(x, x + n);
    for (Real& entry : scaled) entry /= temperature;
    softmax(scaled.data(), n, out);
  }
  static void log_softmax(const Real* x, std::size_t n, Real* out) {
    const Real m = largest(x, n), log_sum = std::log(shifted_sum(x, n, m));
    for (std::size_t i = 0; i < n; ++i) out[i] = (x[i] - m) - log_sum;
  }
  static void softmax_rows(const Real* x, std::size_t rows, std::size_t columns, std::size_t ldx,
                           Real temperature, Real* out, std::size_t ldout) {
    for (std::size_t r = 0; r < rows; ++r) {
      softmax_temperature(x + r * ldx, columns, temperature, out + r * ldout);
    }
  }
  static Real softplus(Real t) {
    return std::max(t, Real(0)) + std::log1p(std::exp(-std::fabs(t)));
  }
  static Real logistic(Real t) { return 1 / (1 + std::exp(-t)); }
  static void logsumexp_hessian(const Real* x, std::size_t n, Real* out) {
    std::vector<Real> p(n);
    softmax(x, n, p.data());
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        out[i * n + j] = (i == j ? p[i] : Real(0)) - p[i] * p[j];
      }
    }
  }
  static void logsumexp_hessian_vector(const Real* x, const Real* v, std::size_t n, Real* out) {
    const Real* directions[] = {v};
    softmax_derivative(x, n, directions, 1, out);
  }
  /// p times the sum over partitions of the directions: single directions centred, blocks as
  /// minus their joint cumulants.  The textbook ends at order 3: NaN beyond.
  static void softmax_derivative(const Real* x, std::size_t n, const Real* const* directions,
                                 std::size_t order, Real* out) {
    if (order > 3) {
      std::fill(out, out + n, std::numeric_limits<Real>::quiet_NaN());
      return;
    }
    std::vector<Real> p(n);
    softmax(x, n, p.data());
    Real mean[3] = {};
    for (std::size_t k = 0; k < order; ++k) {
      for (std::size_t i = 0; i < n; ++i) mean[k] += p[i] * directions[k][i];
    }
    const auto centred = [&](std::size_t k, std::size_t i) { return directions[k][i] - mean[k]; };
    const auto covariance = [&](std::size_t j, std::size_t k) {
      Real sum = 0;
      for (std::size_t i = 0; i < n; ++i) sum += p[i] * centred(j, i) * centred(k, i);
      return sum;
    };
    Real block[3] = {}, third = 0;
    if (order == 2) block[2] = covariance(0, 1);
    for (std::size_t k = 0; order == 3 && k < 3; ++k)
      block[k] = covariance((k + 1) % 3, (k + 2) % 3);
    for (std::size_t i = 0; order == 3 && i < n; ++i) {
      third += p[i] * centred(0, i) * centred(1, i) * centred(2, i);
    }
    for (std::size_t i = 0; i < n; ++i) {
      Real factor = 1;
      for (std::size_t k = 0; k < order; ++k) factor *= centred(k, i);
      if (order == 2) factor -= block[2];
      for (std::size_t k = 0; order == 3 && k < 3; ++k) factor -= centred(k, i) * block[k];
      out[i] = p[i] * (factor - third);
    }
  }
  static Real entropy(const Real* p, std::size_t n) {
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum -= p[i] == 0 ? 0 : p[i] * std::log(p[i]);
    return sum;
  }
};

/// Fills the table of a format with these functions.
inline constexpr auto fill_with_libm = [](auto& table) {
  using F = Libm<RealOf<decltype(table)>>;
  table.size = sizeof(table);
  table.logsumexp = F::logsumexp;
  table.logsumexp_scaled = F::logsumexp_scaled;
  table.logaddexp = F::logaddexp;
  table.softmin = F::softmin;
  table.excess = F::excess;
  table.softmax = F::softmax;
  table.softmax_temperature = F::softmax_temperature;
  table.log_softmax = F::log_softmax;
  table.softmax_rows = F::softmax_rows;
  table.softplus = F::softplus;
  table.logistic = F::logistic;
  table.logsumexp_hessian = F::logsumexp_hessian;
  table.logsumexp_hessian_vector = F::logsumexp_hessian_vector;
  table.softmax_derivative = F::softmax_derivative;
  table.entropy = F::entropy;
};

}  // namespace softlaw::properties
