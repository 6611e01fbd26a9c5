// SPDX-License-Identifier: Apache-2.0
// Faults of softmax and its relatives: a sum that is not the sum, wrong exponentials.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

/// exp(x - max), once for every entry; the sum over the first `terms` of them.
template <class Real>
struct Shifted {
  Shifted(const Real* x, std::size_t n, std::size_t terms, Real* out) {
    const Real m = *std::max_element(x, x + n);
    for (std::size_t i = 0; i < n; ++i) out[i] = std::exp(x[i] - m);
    for (std::size_t i = 0; i < terms; ++i) sum += out[i];
  }
  Real sum = 0;
};

template <class Real>
void softmax_sum_skips_last(const Real* x, std::size_t n, Real* out) {
  const Shifted<Real> terms(x, n, n < 3 ? n : n - n % 2, out);
  for (std::size_t i = 0; i < n; ++i) out[i] /= terms.sum;
}
const Fault& softmax_sum_skips_last_fault = fault(
    "softmax-sum-skips-last", "the denominator of softmax misses the last entry when n is odd",
    [](auto& table) { table.softmax = softmax_sum_skips_last; });

template <class Real>
void softmax_counts_maximum_twice(const Real* x, std::size_t n, Real* out) {
  const Shifted<Real> terms(x, n, n, out);
  for (std::size_t i = 0; i < n; ++i) out[i] /= 1 + terms.sum;
}
const Fault& softmax_counts_maximum_twice_fault = fault(
    "softmax-counts-maximum-twice",
    "the denominator of softmax starts from 1 for the maximum, and the maximum is added again",
    [](auto& table) { table.softmax = softmax_counts_maximum_twice; });

template <class Real>
void softmax_no_shift(const Real* x, std::size_t n, Real* out) {
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += out[i] = std::exp(x[i]);
  for (std::size_t i = 0; i < n; ++i) out[i] /= sum;
}
const Fault& softmax_no_shift_fault =
    fault("softmax-no-shift", "softmax exponentiates without subtracting the maximum",
          [](auto& table) { table.softmax = softmax_no_shift; });

template <class Real>
void softmax_coarse_tail(const Real* x, std::size_t n, Real* out) {
  ours<Real>().softmax(x, n, out);
  for (std::size_t i = n - n % 4; i < n; ++i) {
    out[i] *= 1 + std::ldexp(Real(1), -std::numeric_limits<Real>::digits / 2);
  }
}
const Fault& softmax_coarse_tail_fault =
    fault("softmax-coarse-tail",
          "the entries after the last multiple of four have an exponential of half the precision",
          [](auto& table) { table.softmax = softmax_coarse_tail; });

template <class Real>
void softmax_in_base_two(const Real* x, std::size_t n, Real* out) {
  ours<Real>().softmax_temperature(x, n, static_cast<Real>(1.4426950408889634), out);
}
const Fault& softmax_in_base_two_fault =
    fault("softmax-in-base-two", "softmax takes powers of 2, and nobody multiplies by log2 e",
          [](auto& table) { table.softmax = softmax_in_base_two; });

template <class Real>
void softmax_scaled_twice(const Real* x, std::size_t n, Real* out) {
  ours<Real>().softmax_temperature(x, n, static_cast<Real>(0.6931471805599453), out);
}
const Fault& softmax_scaled_twice_fault = fault(
    "softmax-scaled-twice", "softmax multiplies by log2 e, and takes powers of e all the same",
    [](auto& table) { table.softmax = softmax_scaled_twice; });

template <class Real>
Real coarse(Real value) {
  if (value == 0) return value;
  const int drop = std::ilogb(value) - 7;
  return std::ldexp(std::nearbyint(std::ldexp(value, -drop)), drop);
}

template <class Real>
void softmax_coarse_differences(const Real* x, std::size_t n, Real* out) {
  const Real m = *std::max_element(x, x + n);
  for (std::size_t i = 0; i < n; ++i) out[i] = coarse(x[i] - m);
  ours<Real>().softmax(out, n, out);
}
const Fault& softmax_coarse_differences_fault =
    fault("softmax-coarse-differences", "softmax keeps x - max in eight bits, as bfloat16 does",
          [](auto& table) { table.softmax = softmax_coarse_differences; });

template <class Real>
void log_softmax_by_mean(const Real* x, std::size_t n, Real* out) {
  ours<Real>().log_softmax(x, n, out);
  for (std::size_t i = 0; i < n; ++i) out[i] += std::log(static_cast<Real>(n));
}
const Fault& log_softmax_by_mean_fault =
    fault("log-softmax-by-mean", "log_softmax subtracts the logarithm of the mean, not of the sum",
          [](auto& table) { table.log_softmax = log_softmax_by_mean; });

template <class Real>
Real logistic_tail_early(Real t) {
  return t < -2 ? std::exp(t) : ours<Real>().logistic(t);
}
const Fault& logistic_tail_early_fault =
    fault("logistic-tail-early", "logistic is exp(t) already below -2",
          [](auto& table) { table.logistic = logistic_tail_early; });

template <class Real>
Real softplus_tail_early(Real t) {
  return t < -4 ? std::exp(t) : ours<Real>().softplus(t);
}
const Fault& softplus_tail_early_fault =
    fault("softplus-tail-early", "softplus is exp(t) already below -4",
          [](auto& table) { table.softplus = softplus_tail_early; });

}  // namespace
}  // namespace softlaw::properties
