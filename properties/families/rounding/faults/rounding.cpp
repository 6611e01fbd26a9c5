// SPDX-License-Identifier: Apache-2.0
// Faults of rounding and range: another base, another shift, a flag of the processor.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
Real logsumexp_in_base_two(const Real* x, std::size_t n) {
  constexpr Real log2_e = static_cast<Real>(1.4426950408889634);
  constexpr Real log_2 = static_cast<Real>(0.6931471805599453);
  const Real m = *std::max_element(x, x + n) * log2_e;
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp2(x[i] * log2_e - m);
  return (m + std::log2(sum)) * log_2;
}
const Fault& logsumexp_in_base_two_fault =
    fault("logsumexp-in-base-two",
          "logsumexp works with powers and logarithms to base 2, and rounds the conversions",
          [](auto& table) { table.logsumexp = logsumexp_in_base_two; });

template <class Real>
Real shifted_by_first(const Real* x, std::size_t n) {
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(x[i] - x[0]);
  return x[0] + std::log(sum);
}
const Fault& shifted_by_first_fault =
    fault("shifted-by-first", "logsumexp subtracts the first entry, which need not be the largest",
          [](auto& table) { table.logsumexp = shifted_by_first; });

template <class Real>
Real exponential_off_at_zero(const Real* x, std::size_t n) {
  const Real m = *std::max_element(x, x + n);
  const Real miss = 1 - 8 * std::numeric_limits<Real>::epsilon();
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(x[i] - m) * miss;
  return std::log(sum);
}
const Fault& exponential_off_at_zero_fault =
    fault("exponential-off-at-zero", "excess has an exponential that is 8 epsilon less than 1 at 0",
          [](auto& table) { table.excess = exponential_off_at_zero; });

template <class Real>
void logarithm_off_at_one(const Real* x, std::size_t n, Real* out) {
  ours<Real>().log_softmax(x, n, out);
  const Real miss = 4 * std::numeric_limits<Real>::epsilon();
  for (std::size_t i = 0; i < n; ++i) out[i] += miss;
}
const Fault& logarithm_off_at_one_fault = fault(
    "logarithm-off-at-one", "log_softmax has a logarithm that is -4 epsilon at 1, where it is 0",
    [](auto& table) { table.log_softmax = logarithm_off_at_one; });

}  // namespace
}  // namespace softlaw::properties
