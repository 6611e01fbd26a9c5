// SPDX-License-Identifier: Apache-2.0
// Faults of the formula: a sign, an absolute value, a base, a term or a factor that is missing.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
Real shift_not_added_back(const Real* x, std::size_t n) {
  return ours<Real>().excess(x, n);
}
const Fault& shift_not_added_back_fault =
    fault("shift-not-added-back", "logsumexp subtracts the maximum and forgets to add it again",
          [](auto& table) { table.logsumexp = shift_not_added_back; });

template <class Real>
Real softmin_adds_logarithm(const Real* x, std::size_t n) {
  const Real m = *std::min_element(x, x + n);
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(m - x[i]);
  return m + std::log(sum);
}
const Fault& softmin_adds_logarithm_fault = fault(
    "softmin-adds-logarithm", "softmin is min + log(sum), where the logarithm must be subtracted",
    [](auto& table) { table.softmin = softmin_adds_logarithm; });

template <class Real>
Real softmin_by_weights(const Real* x, std::size_t n) {
  const Real m = *std::min_element(x, x + n);
  Real sum = 0, weighted = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const Real weight = std::exp(m - x[i]);
    sum += weight;
    weighted += weight == 0 ? 0 : weight * x[i];
  }
  return weighted / sum;
}
const Fault& softmin_by_weights_fault =
    fault("softmin-by-weights",
          "softmin is the mean of x under the weights softmax(-x): another "
          "function of the same name",
          [](auto& table) { table.softmin = softmin_by_weights; });

template <class Real>
Real scale_left_off_logarithm(const Real* x, std::size_t n, Real lambda) {
  const Real m = *std::max_element(x, x + n);
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(lambda * (x[i] - m));
  return m + std::log(sum);
}
const Fault& scale_left_off_logarithm_fault =
    fault("scale-left-off-logarithm", "logsumexp_scaled does not divide the logarithm by lambda",
          [](auto& table) { table.logsumexp_scaled = scale_left_off_logarithm; });

template <class Real>
Real scale_capped(const Real* x, std::size_t n, Real lambda) {
  return ours<Real>().logsumexp_scaled(x, n, std::min(lambda, Real(20)));
}
const Fault& scale_capped_fault =
    fault("scale-capped", "logsumexp_scaled caps lambda at 20, to be safe from overflow",
          [](auto& table) { table.logsumexp_scaled = scale_capped; });

template <class Real>
Real softmin_scaled_by_products(const Real* x, std::size_t n, Real lambda) {
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(-lambda * x[i]);
  return -std::log(sum) / lambda;
}
const Fault& softmin_scaled_by_products_fault =
    fault("softmin-scaled-by-products", "softmin_scaled exponentiates -lambda x without a shift",
          [](auto& table) { table.softmin_scaled = softmin_scaled_by_products; });

template <class Real>
Real logaddexp_signed_difference(Real a, Real b) {
  return std::max(a, b) + std::log1p(std::exp(a - b));
}
const Fault& logaddexp_signed_difference_fault = fault(
    "logaddexp-signed-difference", "logaddexp is max + log1p(exp(a - b)), where -|a - b| is meant",
    [](auto& table) { table.logaddexp = logaddexp_signed_difference; });

}  // namespace
}  // namespace softlaw::properties
