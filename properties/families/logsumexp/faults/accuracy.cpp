// SPDX-License-Identifier: Apache-2.0
// Formulas that are right on paper and inaccurate in floats, each as some library has had it.
#include <cmath>

#include "subjects/fault.hpp"
#include "subjects/libm.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
struct PlainLogsumexp : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) { return Libm<Real>::logsumexp(x, n); }
};
const Fault& plain_logsumexp = fault<PlainLogsumexp>(
    "plain-logsumexp", "logsumexp is max + log(sum exp(x - max)), every operation rounded");

template <class Real>
struct ScaleRoundsProducts : Ours<Real> {
  static Real logsumexp_scaled(const Real* x, std::size_t n, Real lambda) {
    std::vector<Real> products(x, x + n);
    for (Real& entry : products) entry *= lambda;
    return Ours<Real>::logsumexp(products.data(), n) / lambda;
  }
};
const Fault& scale_rounds_products = fault<ScaleRoundsProducts>(
    "scale-rounds-products", "logsumexp_scaled rounds the products lambda x before anything else");

template <class Real>
struct LogaddexpCutoff : Ours<Real> {
  static Real logaddexp(Real a, Real b) {
    return std::abs(a - b) > 20 ? std::max(a, b) : Ours<Real>::logaddexp(a, b);
  }
};
const Fault& logaddexp_cutoff = fault<LogaddexpCutoff>(
    "logaddexp-cutoff", "logaddexp returns the maximum as soon as the numbers are 20 apart");

template <class Real>
struct ExcessByDifference : Ours<Real> {
  static Real excess(const Real* x, std::size_t n) {
    return Ours<Real>::logsumexp(x, n) - *std::max_element(x, x + n);
  }
};
const Fault& excess_by_difference =
    fault<ExcessByDifference>("excess-by-difference", "excess is the rounded logsumexp less max");

template <class Real>
struct SoftplusAsWritten : Ours<Real> {
  static Real softplus(Real t) { return std::log(1 + std::exp(t)); }
};
const Fault& softplus_as_written = fault<SoftplusAsWritten>(
    "softplus-as-written", "softplus is log(1 + exp t): 0 far below, infinite far above");

template <class Real>
struct LogisticByGrowingExponential : Ours<Real> {
  static Real logistic(Real t) { return std::exp(t) / (1 + std::exp(t)); }
};
const Fault& logistic_by_growing_exponential = fault<LogisticByGrowingExponential>(
    "logistic-by-growing-exponential", "logistic is exp(t) / (1 + exp t): NaN for large t");

template <class Real>
struct EntropyEpsilon : Ours<Real> {
  static Real entropy(const Real* p, std::size_t n) {
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum -= p[i] * std::log(p[i] + static_cast<Real>(1e-12));
    return sum;
  }
};
const Fault& entropy_epsilon = fault<EntropyEpsilon>(
    "entropy-epsilon", "entropy adds 1e-12 inside the logarithm, against the logarithm of 0");

template <class Real>
struct PlainSoftmax : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) { Libm<Real>::softmax(x, n, out); }
};
const Fault& plain_softmax =
    fault<PlainSoftmax>("plain-softmax", "softmax is exp(x - max) / sum, every operation rounded");

template <class Real>
struct TemperatureBeforeShift : Ours<Real> {
  static void softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    std::vector<Real> quotients(x, x + n);
    for (Real& entry : quotients) entry /= temperature;
    Ours<Real>::softmax(quotients.data(), n, out);
  }
};
const Fault& temperature_before_shift = fault<TemperatureBeforeShift>(
    "temperature-before-shift", "softmax_temperature rounds x / T before it subtracts the maximum");

template <class Real>
struct LogOfSoftmax : Ours<Real> {
  static void log_softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::softmax(x, n, out);
    for (std::size_t i = 0; i < n; ++i) out[i] = std::log(out[i]);
  }
};
const Fault& log_of_softmax =
    fault<LogOfSoftmax>("log-of-softmax", "log_softmax is the logarithm of the rounded softmax");

}  // namespace
}  // namespace softlaw::properties
