// SPDX-License-Identifier: Apache-2.0
// Formulas that are right on paper and inaccurate in floats, each as some library has had it.
#include <cmath>

#include "subjects/fault.hpp"
#include "subjects/libm.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
Real plain_logsumexp(const Real* x, std::size_t n) {
  return Libm<Real>::logsumexp(x, n);
}
const Fault& plain_logsumexp_fault =
    fault("plain-logsumexp", "logsumexp is max + log(sum exp(x - max)), every operation rounded",
          [](auto& table) { table.logsumexp = plain_logsumexp; });

template <class Real>
Real scale_rounds_products(const Real* x, std::size_t n, Real lambda) {
  std::vector<Real> products(x, x + n);
  for (Real& entry : products) entry *= lambda;
  return ours<Real>().logsumexp(products.data(), n) / lambda;
}
const Fault& scale_rounds_products_fault = fault(
    "scale-rounds-products", "logsumexp_scaled rounds the products lambda x before anything else",
    [](auto& table) { table.logsumexp_scaled = scale_rounds_products; });

template <class Real>
Real logaddexp_cutoff(Real a, Real b) {
  return std::abs(a - b) > 20 ? std::max(a, b) : ours<Real>().logaddexp(a, b);
}
const Fault& logaddexp_cutoff_fault =
    fault("logaddexp-cutoff", "logaddexp returns the maximum as soon as the numbers are 20 apart",
          [](auto& table) { table.logaddexp = logaddexp_cutoff; });

template <class Real>
Real excess_by_difference(const Real* x, std::size_t n) {
  return ours<Real>().logsumexp(x, n) - *std::max_element(x, x + n);
}
const Fault& excess_by_difference_fault =
    fault("excess-by-difference", "excess is the rounded logsumexp less max",
          [](auto& table) { table.excess = excess_by_difference; });

template <class Real>
Real softplus_as_written(Real t) {
  return std::log(1 + std::exp(t));
}
const Fault& softplus_as_written_fault =
    fault("softplus-as-written", "softplus is log(1 + exp t): 0 far below, infinite far above",
          [](auto& table) { table.softplus = softplus_as_written; });

template <class Real>
Real logistic_by_growing_exponential(Real t) {
  return std::exp(t) / (1 + std::exp(t));
}
const Fault& logistic_by_growing_exponential_fault =
    fault("logistic-by-growing-exponential", "logistic is exp(t) / (1 + exp t): NaN for large t",
          [](auto& table) { table.logistic = logistic_by_growing_exponential; });

template <class Real>
Real entropy_epsilon(const Real* p, std::size_t n) {
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum -= p[i] * std::log(p[i] + static_cast<Real>(1e-12));
  return sum;
}
const Fault& entropy_epsilon_fault =
    fault("entropy-epsilon", "entropy adds 1e-12 inside the logarithm, against the logarithm of 0",
          [](auto& table) { table.entropy = entropy_epsilon; });

template <class Real>
void plain_softmax(const Real* x, std::size_t n, Real* out) {
  Libm<Real>::softmax(x, n, out);
}
const Fault& plain_softmax_fault =
    fault("plain-softmax", "softmax is exp(x - max) / sum, every operation rounded",
          [](auto& table) { table.softmax = plain_softmax; });

template <class Real>
void temperature_before_shift(const Real* x, std::size_t n, Real temperature, Real* out) {
  std::vector<Real> quotients(x, x + n);
  for (Real& entry : quotients) entry /= temperature;
  ours<Real>().softmax(quotients.data(), n, out);
}
const Fault& temperature_before_shift_fault = fault(
    "temperature-before-shift", "softmax_temperature rounds x / T before it subtracts the maximum",
    [](auto& table) { table.softmax_temperature = temperature_before_shift; });

template <class Real>
void log_of_softmax(const Real* x, std::size_t n, Real* out) {
  ours<Real>().softmax(x, n, out);
  for (std::size_t i = 0; i < n; ++i) out[i] = std::log(out[i]);
}
const Fault& log_of_softmax_fault =
    fault("log-of-softmax", "log_softmax is the logarithm of the rounded softmax",
          [](auto& table) { table.log_softmax = log_of_softmax; });

}  // namespace
}  // namespace softlaw::properties
