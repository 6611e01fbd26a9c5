// SPDX-License-Identifier: Apache-2.0
// Faults of the entropy of softmax and of escort distributions.
#include <algorithm>
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
struct SoftmaxEntropyOfRounded : Ours<Real> {
  static Real softmax_entropy(const Real* x, std::size_t n) {
    const std::vector<Real> p = softmax_of(x, n);
    return Ours<Real>::entropy(p.data(), n);
  }
};
const Fault& softmax_entropy_of_rounded = fault<SoftmaxEntropyOfRounded>(
    "softmax-entropy-of-rounded", "softmax_entropy is the entropy of a softmax that was rounded");

template <class Real>
struct SoftmaxEntropyInBits : Ours<Real> {
  static Real softmax_entropy(const Real* x, std::size_t n) {
    return Ours<Real>::softmax_entropy(x, n) / std::log(Real(2));
  }
};
const Fault& softmax_entropy_in_bits = fault<SoftmaxEntropyInBits>(
    "softmax-entropy-in-bits", "softmax_entropy is in bits, where nats are promised");

template <class Real>
struct SoftmaxEntropyOfFew : Ours<Real> {
  static Real softmax_entropy(const Real* x, std::size_t n) {
    std::vector<Real> sorted(x, x + n);
    std::ranges::sort(sorted, std::greater<>());
    return Ours<Real>::softmax_entropy(sorted.data(), std::min<std::size_t>(n, 3));
  }
};
const Fault& softmax_entropy_of_few = fault<SoftmaxEntropyOfFew>(
    "softmax-entropy-of-few", "softmax_entropy takes the three largest entries for all");

template <class Real>
struct SoftmaxEntropyOfNothing : Ours<Real> {
  static Real softmax_entropy(const Real* x, std::size_t n) {
    std::vector<Real> l(n);
    Ours<Real>::log_softmax(x, n, l.data());
    Real sum = 0;
    for (Real logarithm : l) sum -= std::exp(logarithm) * logarithm;
    return sum;
  }
};
const Fault& softmax_entropy_of_nothing = fault<SoftmaxEntropyOfNothing>(
    "softmax-entropy-of-nothing",
    "softmax_entropy multiplies 0 by minus infinity at a masked entry");

template <class Real>
struct EscortByPowers : Ours<Real> {
  static void escort(const Real* p, std::size_t n, Real alpha, Real* out) {
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += out[i] = std::pow(p[i], alpha);
    for (std::size_t i = 0; i < n; ++i) out[i] /= sum;
  }
};
const Fault& escort_by_powers = fault<EscortByPowers>(
    "escort-by-powers", "escort forms the powers, which underflow, and divides by their sum");

template <class Real>
struct EscortNotNormalised : Ours<Real> {
  static void escort(const Real* p, std::size_t n, Real alpha, Real* out) {
    for (std::size_t i = 0; i < n; ++i) out[i] = std::pow(p[i], alpha);
  }
};
const Fault& escort_not_normalised = fault<EscortNotNormalised>(
    "escort-not-normalised", "escort raises to the power and does not divide by the sum");

template <class Real>
struct EscortAtTemperature : Ours<Real> {
  static void escort(const Real* p, std::size_t n, Real alpha, Real* out) {
    Ours<Real>::escort(p, n, 1 / alpha, out);
  }
};
const Fault& escort_at_temperature = fault<EscortAtTemperature>(
    "escort-at-temperature", "escort takes alpha for a temperature, and uses its inverse");

template <class Real>
struct EscortOffTheSupport : Ours<Real> {
  static void escort(const Real* p, std::size_t n, Real alpha, Real* out) {
    const Real floor = std::sqrt(std::numeric_limits<Real>::min());
    std::vector<Real> smoothed(p, p + n);
    for (Real& entry : smoothed) entry = std::max(entry, floor);
    Ours<Real>::escort(smoothed.data(), n, alpha, out);
  }
};
const Fault& escort_off_the_support = fault<EscortOffTheSupport>(
    "escort-off-the-support",
    "escort lifts the entries 0 to a small number, so that they come alive");

template <class Real>
struct EscortFirstMode : Ours<Real> {
  static void escort(const Real* p, std::size_t n, Real alpha, Real* out) {
    Ours<Real>::escort(p, n, alpha, out);
    if (!(alpha > 8) || n == 0 || std::isnan(out[0])) return;
    const auto mode = static_cast<std::size_t>(std::max_element(p, p + n) - p);
    std::fill(out, out + n, Real(0));
    out[mode] = 1;
  }
};
const Fault& escort_first_mode = fault<EscortFirstMode>(
    "escort-first-mode", "escort gives the first of the most likely outcomes all when it is cold");

}  // namespace
}  // namespace softlaw::properties
