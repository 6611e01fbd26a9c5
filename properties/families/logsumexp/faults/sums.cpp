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
Real odd_tail_dropped(const Real* x, std::size_t n) {
  return ours<Real>().logsumexp(x, n < 2 ? n : n - n % 2);
}
const Fault& odd_tail_dropped_fault = fault(
    "odd-tail-dropped", "logsumexp goes by pairs of entries and never reads the odd one at the end",
    [](auto& table) { table.logsumexp = odd_tail_dropped; });

template <class Real>
Real padded_with_zero(const Real* x, std::size_t n) {
  std::vector<Real> padded(x, x + n);
  padded.resize((n + 3) / 4 * 4, Real(0));
  return ours<Real>().logsumexp(padded.data(), padded.size());
}
const Fault& padded_with_zero_fault =
    fault("padded-with-zero", "logsumexp fills its last vector register with 0 instead of -inf",
          [](auto& table) { table.logsumexp = padded_with_zero; });

template <class Real>
Real epsilon_in_logarithm(const Real* x, std::size_t n) {
  const Real m = *std::max_element(x, x + n);
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(x[i] - m);
  return m + std::log(sum + Real(1e-6));
}
const Fault& epsilon_in_logarithm_fault = fault(
    "epsilon-in-logarithm", "logsumexp adds 1e-6 to the sum, to be safe from the logarithm of 0",
    [](auto& table) { table.logsumexp = epsilon_in_logarithm; });

template <class Real>
Real narrow_accumulator(const Real* x, std::size_t n) {
  const Real m = *std::max_element(x, x + n);
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum = narrow(sum + std::exp(x[i] - m));
  return m + std::log(sum);
}
const Fault& narrow_accumulator_fault =
    fault("narrow-accumulator", "logsumexp accumulates its sum in the next narrower format",
          [](auto& table) { table.logsumexp = narrow_accumulator; });

template <class Real>
Real ties_counted_once(const Real* x, std::size_t n) {
  const Real m = *std::max_element(x, x + n);
  Real others = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (x[i] < m) others += std::exp(x[i] - m);
  }
  return m + std::log1p(others);
}
const Fault& ties_counted_once_fault =
    fault("ties-counted-once",
          "logsumexp is m + log1p(sum over x_i < m): a maximum that stands more "
          "than once counts once",
          [](auto& table) { table.logsumexp = ties_counted_once; });

template <class Real>
Real online_without_rescaling(const Real* x, std::size_t n) {
  Real m = x[0], sum = 1;
  for (std::size_t i = 1; i < n; ++i) {
    m = std::max(m, x[i]);
    sum += std::exp(x[i] - m);
  }
  return m + std::log(sum);
}
const Fault& online_without_rescaling_fault =
    fault("online-without-rescaling",
          "logsumexp in one pass, which keeps the old sum as it is when a "
          "new maximum comes",
          [](auto& table) { table.logsumexp = online_without_rescaling; });

template <class Real>
Real online_from_infinity(const Real* x, std::size_t n) {
  Real m = -std::numeric_limits<Real>::infinity(), sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const Real above = std::max(m, x[i]);
    sum = sum * std::exp(m - above) + std::exp(x[i] - above);
    m = above;
  }
  return m + std::log(sum);
}
const Fault& online_from_infinity_fault =
    fault("online-from-infinity",
          "logsumexp in one pass, which computes -inf minus -inf when the first "
          "entry is -inf",
          [](auto& table) { table.logsumexp = online_from_infinity; });

template <class Real>
Real mean_instead_of_sum(const Real* x, std::size_t n, Real lambda) {
  return ours<Real>().logsumexp_scaled(x, n, lambda) - std::log(static_cast<Real>(n)) / lambda;
}
const Fault& mean_instead_of_sum_fault = fault(
    "mean-instead-of-sum", "logsumexp_scaled takes the logarithm of the mean of the exponentials",
    [](auto& table) { table.logsumexp_scaled = mean_instead_of_sum; });

}  // namespace
}  // namespace softlaw::properties
