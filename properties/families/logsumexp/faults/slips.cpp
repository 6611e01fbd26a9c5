// SPDX-License-Identifier: Apache-2.0
// Faults of the formula: a sign, an absolute value, a base, a term or a factor that is missing.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
struct ShiftNotAddedBack : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) { return Ours<Real>::excess(x, n); }
};
const Fault& shift_not_added_back = fault<ShiftNotAddedBack>(
    "shift-not-added-back", "logsumexp subtracts the maximum and forgets to add it again");

template <class Real>
struct SoftminAddsLogarithm : Ours<Real> {
  static Real softmin(const Real* x, std::size_t n) {
    const Real m = *std::min_element(x, x + n);
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::exp(m - x[i]);
    return m + std::log(sum);
  }
};
const Fault& softmin_adds_logarithm = fault<SoftminAddsLogarithm>(
    "softmin-adds-logarithm", "softmin is min + log(sum), where the logarithm must be subtracted");

template <class Real>
struct SoftminByWeights : Ours<Real> {
  static Real softmin(const Real* x, std::size_t n) {
    const Real m = *std::min_element(x, x + n);
    Real sum = 0, weighted = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const Real weight = std::exp(m - x[i]);
      sum += weight;
      weighted += weight == 0 ? 0 : weight * x[i];
    }
    return weighted / sum;
  }
};
const Fault& softmin_by_weights =
    fault<SoftminByWeights>("softmin-by-weights",
                            "softmin is the mean of x under the weights softmax(-x): another "
                            "function of the same name");

template <class Real>
struct ScaleLeftOffLogarithm : Ours<Real> {
  static Real logsumexp_scaled(const Real* x, std::size_t n, Real lambda) {
    const Real m = *std::max_element(x, x + n);
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::exp(lambda * (x[i] - m));
    return m + std::log(sum);
  }
};
const Fault& scale_left_off_logarithm = fault<ScaleLeftOffLogarithm>(
    "scale-left-off-logarithm", "logsumexp_scaled does not divide the logarithm by lambda");

template <class Real>
struct ScaleCapped : Ours<Real> {
  static Real logsumexp_scaled(const Real* x, std::size_t n, Real lambda) {
    return Ours<Real>::logsumexp_scaled(x, n, std::min(lambda, Real(20)));
  }
};
const Fault& scale_capped = fault<ScaleCapped>(
    "scale-capped", "logsumexp_scaled caps lambda at 20, to be safe from overflow");

template <class Real>
struct SoftminScaledByProducts : Ours<Real> {
  static Real softmin_scaled(const Real* x, std::size_t n, Real lambda) {
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::exp(-lambda * x[i]);
    return -std::log(sum) / lambda;
  }
};
const Fault& softmin_scaled_by_products = fault<SoftminScaledByProducts>(
    "softmin-scaled-by-products", "softmin_scaled exponentiates -lambda x without a shift");

template <class Real>
struct LogaddexpSignedDifference : Ours<Real> {
  static Real logaddexp(Real a, Real b) { return std::max(a, b) + std::log1p(std::exp(a - b)); }
};
const Fault& logaddexp_signed_difference = fault<LogaddexpSignedDifference>(
    "logaddexp-signed-difference", "logaddexp is max + log1p(exp(a - b)), where -|a - b| is meant");

}  // namespace
}  // namespace softlaw::properties
