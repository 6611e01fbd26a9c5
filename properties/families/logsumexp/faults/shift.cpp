// SPDX-License-Identifier: Apache-2.0
// Faults of the shift by the maximum: none at all, by the wrong number, or undone by rounding.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
Real no_shift(const Real* x, std::size_t n) {
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(x[i]);
  return std::log(sum);
}
const Fault& no_shift_fault =
    fault("no-shift", "logsumexp exponentiates without subtracting the maximum first",
          [](auto& table) { table.logsumexp = no_shift; });

template <class Real>
Real softmin_no_shift(const Real* x, std::size_t n) {
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(-x[i]);
  return -std::log(sum);
}
const Fault& softmin_no_shift_fault =
    fault("softmin-no-shift", "softmin exponentiates without a shift",
          [](auto& table) { table.softmin = softmin_no_shift; });

template <class Real>
void softmax_by_rounded_logsumexp(const Real* x, std::size_t n, Real* out) {
  const Real lse = ours<Real>().logsumexp(x, n);
  for (std::size_t i = 0; i < n; ++i) out[i] = std::exp(x[i] - lse);
}
const Fault& softmax_by_rounded_logsumexp_fault =
    fault("softmax-by-rounded-logsumexp", "softmax is exp(x - logsumexp), with logsumexp rounded",
          [](auto& table) { table.softmax = softmax_by_rounded_logsumexp; });

template <class Real>
void log_softmax_by_rounded_logsumexp(const Real* x, std::size_t n, Real* out) {
  const Real lse = ours<Real>().logsumexp(x, n);
  for (std::size_t i = 0; i < n; ++i) out[i] = x[i] - lse;
}
const Fault& log_softmax_by_rounded_logsumexp_fault = fault(
    "log-softmax-by-rounded-logsumexp", "log_softmax is x - logsumexp, with logsumexp rounded",
    [](auto& table) { table.log_softmax = log_softmax_by_rounded_logsumexp; });

}  // namespace
}  // namespace softlaw::properties
