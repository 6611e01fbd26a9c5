// SPDX-License-Identifier: Apache-2.0
// Faults of softmax and its relatives: a sum that is not the sum, exponentials that are none.
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
struct SoftmaxSumSkipsLast : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    const Shifted<Real> terms(x, n, n < 3 ? n : n - n % 2, out);
    for (std::size_t i = 0; i < n; ++i) out[i] /= terms.sum;
  }
};
const Fault& softmax_sum_skips_last = fault<SoftmaxSumSkipsLast>(
    "softmax-sum-skips-last", "the denominator of softmax misses the last entry when n is odd");

template <class Real>
struct SoftmaxCountsMaximumTwice : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    const Shifted<Real> terms(x, n, n, out);
    for (std::size_t i = 0; i < n; ++i) out[i] /= 1 + terms.sum;
  }
};
const Fault& softmax_counts_maximum_twice = fault<SoftmaxCountsMaximumTwice>(
    "softmax-counts-maximum-twice",
    "the denominator of softmax starts from 1 for the maximum, and the maximum is added again");

template <class Real>
struct SoftmaxNoShift : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += out[i] = std::exp(x[i]);
    for (std::size_t i = 0; i < n; ++i) out[i] /= sum;
  }
};
const Fault& softmax_no_shift = fault<SoftmaxNoShift>(
    "softmax-no-shift", "softmax exponentiates without subtracting the maximum");

template <class Real>
struct SoftmaxCoarseTail : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::softmax(x, n, out);
    for (std::size_t i = n - n % 4; i < n; ++i) {
      out[i] *= 1 + std::ldexp(Real(1), -std::numeric_limits<Real>::digits / 2);
    }
  }
};
const Fault& softmax_coarse_tail = fault<SoftmaxCoarseTail>(
    "softmax-coarse-tail",
    "the entries after the last multiple of four have an exponential of half the precision");

template <class Real>
struct SoftmaxInBaseTwo : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::softmax_temperature(x, n, static_cast<Real>(1.4426950408889634), out);
  }
};
const Fault& softmax_in_base_two = fault<SoftmaxInBaseTwo>(
    "softmax-in-base-two", "softmax takes powers of 2, and nobody multiplies by log2 e");

template <class Real>
struct SoftmaxScaledTwice : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::softmax_temperature(x, n, static_cast<Real>(0.6931471805599453), out);
  }
};
const Fault& softmax_scaled_twice = fault<SoftmaxScaledTwice>(
    "softmax-scaled-twice", "softmax multiplies by log2 e, and takes powers of e all the same");

template <class Real>
struct SoftmaxCoarseDifferences : Ours<Real> {
  static Real coarse(Real value) {
    if (value == 0) return value;
    const int drop = std::ilogb(value) - 7;
    return std::ldexp(std::nearbyint(std::ldexp(value, -drop)), drop);
  }
  static void softmax(const Real* x, std::size_t n, Real* out) {
    const Real m = *std::max_element(x, x + n);
    for (std::size_t i = 0; i < n; ++i) out[i] = coarse(x[i] - m);
    Ours<Real>::softmax(out, n, out);
  }
};
const Fault& softmax_coarse_differences = fault<SoftmaxCoarseDifferences>(
    "softmax-coarse-differences", "softmax keeps x - max in eight bits, as bfloat16 does");

template <class Real>
struct LogSoftmaxByMean : Ours<Real> {
  static void log_softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::log_softmax(x, n, out);
    for (std::size_t i = 0; i < n; ++i) out[i] += std::log(static_cast<Real>(n));
  }
};
const Fault& log_softmax_by_mean = fault<LogSoftmaxByMean>(
    "log-softmax-by-mean", "log_softmax subtracts the logarithm of the mean, not of the sum");

template <class Real>
struct LogisticTailEarly : Ours<Real> {
  static Real logistic(Real t) { return t < -2 ? std::exp(t) : Ours<Real>::logistic(t); }
};
const Fault& logistic_tail_early =
    fault<LogisticTailEarly>("logistic-tail-early", "logistic is exp(t) already below -2");

template <class Real>
struct SoftplusTailEarly : Ours<Real> {
  static Real softplus(Real t) { return t < -4 ? std::exp(t) : Ours<Real>::softplus(t); }
};
const Fault& softplus_tail_early =
    fault<SoftplusTailEarly>("softplus-tail-early", "softplus is exp(t) already below -4");

}  // namespace
}  // namespace softlaw::properties
