// SPDX-License-Identifier: Apache-2.0
// Faults of the sum of exponentials: entries left out, put in, counted wrongly, or summed narrowly.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

/// The value in the next narrower format: binary32, or 11 bits of significand.
double narrow(double value) { return static_cast<double>(static_cast<float>(value)); }
float narrow(float value) {
  int exponent = 0;
  const float fraction = std::frexp(value, &exponent);
  return std::ldexp(std::nearbyint(std::ldexp(fraction, 11)), exponent - 11);
}

template <class Real>
struct OddTailDropped : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    return Ours<Real>::logsumexp(x, n < 2 ? n : n - n % 2);
  }
};
const Fault& odd_tail_dropped = fault<OddTailDropped>(
    "odd-tail-dropped",
    "logsumexp goes by pairs of entries and never reads the odd one at the end");

template <class Real>
struct PaddedWithZero : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    std::vector<Real> padded(x, x + n);
    padded.resize((n + 3) / 4 * 4, Real(0));
    return Ours<Real>::logsumexp(padded.data(), padded.size());
  }
};
const Fault& padded_with_zero = fault<PaddedWithZero>(
    "padded-with-zero", "logsumexp fills its last vector register with 0 instead of -inf");

template <class Real>
struct EpsilonInLogarithm : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    const Real m = *std::max_element(x, x + n);
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::exp(x[i] - m);
    return m + std::log(sum + Real(1e-6));
  }
};
const Fault& epsilon_in_logarithm = fault<EpsilonInLogarithm>(
    "epsilon-in-logarithm", "logsumexp adds 1e-6 to the sum, to be safe from the logarithm of 0");

template <class Real>
struct NarrowAccumulator : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    const Real m = *std::max_element(x, x + n);
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum = narrow(sum + std::exp(x[i] - m));
    return m + std::log(sum);
  }
};
const Fault& narrow_accumulator = fault<NarrowAccumulator>(
    "narrow-accumulator", "logsumexp accumulates its sum in the next narrower format");

template <class Real>
struct TiesCountedOnce : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    const Real m = *std::max_element(x, x + n);
    Real others = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if (x[i] < m) others += std::exp(x[i] - m);
    }
    return m + std::log1p(others);
  }
};
const Fault& ties_counted_once =
    fault<TiesCountedOnce>("ties-counted-once",
                           "logsumexp is m + log1p(sum over x_i < m): a maximum that stands more "
                           "than once counts once");

template <class Real>
struct OnlineWithoutRescaling : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    Real m = x[0], sum = 1;
    for (std::size_t i = 1; i < n; ++i) {
      m = std::max(m, x[i]);
      sum += std::exp(x[i] - m);
    }
    return m + std::log(sum);
  }
};
const Fault& online_without_rescaling =
    fault<OnlineWithoutRescaling>("online-without-rescaling",
                                  "logsumexp in one pass, which keeps the old sum as it is when a "
                                  "new maximum comes");

template <class Real>
struct OnlineFromInfinity : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    Real m = -std::numeric_limits<Real>::infinity(), sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const Real above = std::max(m, x[i]);
      sum = sum * std::exp(m - above) + std::exp(x[i] - above);
      m = above;
    }
    return m + std::log(sum);
  }
};
const Fault& online_from_infinity = fault<OnlineFromInfinity>(
    "online-from-infinity",
    "logsumexp in one pass, which computes -inf minus -inf when the first "
    "entry is -inf");

template <class Real>
struct MeanInsteadOfSum : Ours<Real> {
  static Real logsumexp_scaled(const Real* x, std::size_t n, Real lambda) {
    return Ours<Real>::logsumexp_scaled(x, n, lambda) - std::log(static_cast<Real>(n)) / lambda;
  }
};
const Fault& mean_instead_of_sum = fault<MeanInsteadOfSum>(
    "mean-instead-of-sum", "logsumexp_scaled takes the logarithm of the mean of the exponentials");

}  // namespace
}  // namespace softlaw::properties
