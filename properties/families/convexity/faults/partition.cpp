// SPDX-License-Identifier: Apache-2.0
// Faults of logarithms, of powers, and of blocks that are put together.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
void log_softmax_in_bits(const Real* x, std::size_t n, Real* out) {
  ours<Real>().log_softmax(x, n, out);
  for (std::size_t i = 0; i < n; ++i) out[i] /= std::log(Real(2));
}
const Fault& log_softmax_in_bits_fault =
    fault("log-softmax-in-bits", "log_softmax takes the logarithm to base 2",
          [](auto& table) { table.log_softmax = log_softmax_in_bits; });

template <class Real>
void log_softmax_clipped(const Real* x, std::size_t n, Real* out) {
  ours<Real>().softmax(x, n, out);
  for (std::size_t i = 0; i < n; ++i) out[i] = std::log(std::max(out[i], Real(1e-7)));
}
const Fault& log_softmax_clipped_fault = fault(
    "log-softmax-clipped", "log_softmax raises probabilities to 1e-7, against the logarithm of 0",
    [](auto& table) { table.log_softmax = log_softmax_clipped; });

template <class Real>
Real excess_blocks_unscaled(const Real* x, std::size_t n) {
  const std::size_t half = n / 2;
  if (half == 0) return ours<Real>().excess(x, n);
  // both sums are relative to maxima of their own
  return std::log(std::exp(ours<Real>().excess(x, half)) +
                  std::exp(ours<Real>().excess(x + half, n - half)));
}
const Fault& excess_blocks_unscaled_fault =
    fault("excess-blocks-unscaled",
          "excess adds the sums of two blocks without bringing them to one maximum",
          [](auto& table) { table.excess = excess_blocks_unscaled; });

template <class Real>
Real maximum_only(const Real* x, std::size_t n) {
  return *std::max_element(x, x + n);
}
const Fault& maximum_only_fault =
    fault("maximum-only", "logsumexp is the maximum: the max-log approximation of decoders",
          [](auto& table) { table.logsumexp = maximum_only; });

template <class Real>
Real logistic_by_tanh(Real t) {
  return (1 + std::tanh(t / 2)) / 2;
}
const Fault& logistic_by_tanh_fault =
    fault("logistic-by-tanh", "logistic is (1 + tanh(t / 2)) / 2, which cancels for negative t",
          [](auto& table) { table.logistic = logistic_by_tanh; });

template <class Real>
Real scale_squared(const Real* x, std::size_t n, Real lambda) {
  return ours<Real>().logsumexp_scaled(x, n, lambda) / std::abs(lambda);
}
const Fault& scale_squared_fault =
    fault("scale-squared", "logsumexp_scaled divides by lambda twice",
          [](auto& table) { table.logsumexp_scaled = scale_squared; });

template <class Real>
void softmax_flushed(const Real* x, std::size_t n, Real* out) {
  ours<Real>().softmax(x, n, out);
  for (std::size_t i = 0; i < n; ++i) {
    if (out[i] < std::numeric_limits<Real>::min()) out[i] = 0;
  }
}
const Fault& softmax_flushed_fault =
    fault("softmax-flushed", "softmax runs with subnormal results flushed to zero",
          [](auto& table) { table.softmax = softmax_flushed; });

}  // namespace
}  // namespace softlaw::properties
