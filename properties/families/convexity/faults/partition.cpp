// SPDX-License-Identifier: Apache-2.0
// Faults of logarithms, of powers, and of blocks that are put together.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
struct LogSoftmaxInBits : Ours<Real> {
  static void log_softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::log_softmax(x, n, out);
    for (std::size_t i = 0; i < n; ++i) out[i] /= std::log(Real(2));
  }
};
const Fault& log_softmax_in_bits =
    fault<LogSoftmaxInBits>("log-softmax-in-bits", "log_softmax takes the logarithm to base 2");

template <class Real>
struct LogSoftmaxClipped : Ours<Real> {
  static void log_softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::softmax(x, n, out);
    for (std::size_t i = 0; i < n; ++i) out[i] = std::log(std::max(out[i], Real(1e-7)));
  }
};
const Fault& log_softmax_clipped = fault<LogSoftmaxClipped>(
    "log-softmax-clipped", "log_softmax raises probabilities to 1e-7, against the logarithm of 0");

template <class Real>
struct ExcessBlocksUnscaled : Ours<Real> {
  static Real excess(const Real* x, std::size_t n) {
    const std::size_t half = n / 2;
    if (half == 0) return Ours<Real>::excess(x, n);
    // both sums are relative to maxima of their own
    return std::log(std::exp(Ours<Real>::excess(x, half)) +
                    std::exp(Ours<Real>::excess(x + half, n - half)));
  }
};
const Fault& excess_blocks_unscaled = fault<ExcessBlocksUnscaled>(
    "excess-blocks-unscaled",
    "excess adds the sums of two blocks without bringing them to one maximum");

template <class Real>
struct MaximumOnly : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) { return *std::max_element(x, x + n); }
};
const Fault& maximum_only = fault<MaximumOnly>(
    "maximum-only", "logsumexp is the maximum: the max-log approximation of decoders");

template <class Real>
struct LogisticByTanh : Ours<Real> {
  static Real logistic(Real t) { return (1 + std::tanh(t / 2)) / 2; }
};
const Fault& logistic_by_tanh = fault<LogisticByTanh>(
    "logistic-by-tanh", "logistic is (1 + tanh(t / 2)) / 2, which cancels for negative t");

template <class Real>
struct ScaleSquared : Ours<Real> {
  static Real logsumexp_scaled(const Real* x, std::size_t n, Real lambda) {
    return Ours<Real>::logsumexp_scaled(x, n, lambda) / std::abs(lambda);
  }
};
const Fault& scale_squared = fault<ScaleSquared>(
    "scale-squared", "logsumexp_scaled divides by lambda what has been divided already");

template <class Real>
struct SoftmaxFlushed : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::softmax(x, n, out);
    for (std::size_t i = 0; i < n; ++i) {
      if (out[i] < std::numeric_limits<Real>::min()) out[i] = 0;
    }
  }
};
const Fault& softmax_flushed =
    fault<SoftmaxFlushed>("softmax-flushed", "softmax runs with subnormal results flushed to zero");

}  // namespace
}  // namespace softlaw::properties
