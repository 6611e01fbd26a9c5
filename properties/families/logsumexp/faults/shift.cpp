// SPDX-License-Identifier: Apache-2.0
// Faults of the shift by the maximum: none at all, by the wrong number, or undone by rounding.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
struct NoShift : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::exp(x[i]);
    return std::log(sum);
  }
};
const Fault& no_shift =
    fault<NoShift>("no-shift", "logsumexp exponentiates without subtracting the maximum first");

template <class Real>
struct SoftminNoShift : Ours<Real> {
  static Real softmin(const Real* x, std::size_t n) {
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::exp(-x[i]);
    return -std::log(sum);
  }
};
const Fault& softmin_no_shift =
    fault<SoftminNoShift>("softmin-no-shift", "softmin exponentiates without a shift");

template <class Real>
struct SoftmaxByRoundedLogsumexp : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    const Real lse = Ours<Real>::logsumexp(x, n);
    for (std::size_t i = 0; i < n; ++i) out[i] = std::exp(x[i] - lse);
  }
};
const Fault& softmax_by_rounded_logsumexp = fault<SoftmaxByRoundedLogsumexp>(
    "softmax-by-rounded-logsumexp", "softmax is exp(x - logsumexp), with logsumexp rounded");

template <class Real>
struct LogSoftmaxByRoundedLogsumexp : Ours<Real> {
  static void log_softmax(const Real* x, std::size_t n, Real* out) {
    const Real lse = Ours<Real>::logsumexp(x, n);
    for (std::size_t i = 0; i < n; ++i) out[i] = x[i] - lse;
  }
};
const Fault& log_softmax_by_rounded_logsumexp = fault<LogSoftmaxByRoundedLogsumexp>(
    "log-softmax-by-rounded-logsumexp", "log_softmax is x - logsumexp, with logsumexp rounded");

}  // namespace
}  // namespace softlaw::properties
