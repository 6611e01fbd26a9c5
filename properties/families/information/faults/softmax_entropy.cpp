// SPDX-License-Identifier: Apache-2.0
// Faults of the entropy of softmax and of escort distributions.
#include <algorithm>
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
Real softmax_entropy_of_rounded(const Real* x, std::size_t n) {
  const std::vector<Real> p = softmax_of(x, n);
  return ours<Real>().entropy(p.data(), n);
}
const Fault& softmax_entropy_of_rounded_fault = fault(
    "softmax-entropy-of-rounded", "softmax_entropy is the entropy of a softmax that was rounded",
    [](auto& table) { table.softmax_entropy = softmax_entropy_of_rounded; });

template <class Real>
Real softmax_entropy_in_bits(const Real* x, std::size_t n) {
  return ours<Real>().softmax_entropy(x, n) / std::log(Real(2));
}
const Fault& softmax_entropy_in_bits_fault =
    fault("softmax-entropy-in-bits", "softmax_entropy is in bits, where nats are promised",
          [](auto& table) { table.softmax_entropy = softmax_entropy_in_bits; });

template <class Real>
Real softmax_entropy_of_few(const Real* x, std::size_t n) {
  std::vector<Real> sorted(x, x + n);
  std::ranges::sort(sorted, std::greater<>());
  return ours<Real>().softmax_entropy(sorted.data(), std::min<std::size_t>(n, 3));
}
const Fault& softmax_entropy_of_few_fault =
    fault("softmax-entropy-of-few", "softmax_entropy takes the three largest entries for all",
          [](auto& table) { table.softmax_entropy = softmax_entropy_of_few; });

template <class Real>
Real softmax_entropy_of_nothing(const Real* x, std::size_t n) {
  std::vector<Real> l(n);
  ours<Real>().log_softmax(x, n, l.data());
  Real sum = 0;
  for (Real logarithm : l) sum -= std::exp(logarithm) * logarithm;
  return sum;
}
const Fault& softmax_entropy_of_nothing_fault =
    fault("softmax-entropy-of-nothing",
          "softmax_entropy multiplies 0 by minus infinity at a masked entry",
          [](auto& table) { table.softmax_entropy = softmax_entropy_of_nothing; });

template <class Real>
void escort_by_powers(const Real* p, std::size_t n, Real alpha, Real* out) {
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += out[i] = std::pow(p[i], alpha);
  for (std::size_t i = 0; i < n; ++i) out[i] /= sum;
}
const Fault& escort_by_powers_fault =
    fault("escort-by-powers", "escort forms the powers, which underflow, and divides by their sum",
          [](auto& table) { table.escort = escort_by_powers; });

template <class Real>
void escort_not_normalised(const Real* p, std::size_t n, Real alpha, Real* out) {
  for (std::size_t i = 0; i < n; ++i) out[i] = std::pow(p[i], alpha);
}
const Fault& escort_not_normalised_fault =
    fault("escort-not-normalised", "escort raises to the power and does not divide by the sum",
          [](auto& table) { table.escort = escort_not_normalised; });

template <class Real>
void escort_at_temperature(const Real* p, std::size_t n, Real alpha, Real* out) {
  ours<Real>().escort(p, n, 1 / alpha, out);
}
const Fault& escort_at_temperature_fault =
    fault("escort-at-temperature", "escort takes alpha for a temperature, and uses its inverse",
          [](auto& table) { table.escort = escort_at_temperature; });

template <class Real>
void escort_off_the_support(const Real* p, std::size_t n, Real alpha, Real* out) {
  const Real floor = std::sqrt(std::numeric_limits<Real>::min());
  std::vector<Real> smoothed(p, p + n);
  for (Real& entry : smoothed) entry = std::max(entry, floor);
  ours<Real>().escort(smoothed.data(), n, alpha, out);
}
const Fault& escort_off_the_support_fault =
    fault("escort-off-the-support",
          "escort lifts the entries 0 to a small number, so that they come alive",
          [](auto& table) { table.escort = escort_off_the_support; });

template <class Real>
void escort_first_mode(const Real* p, std::size_t n, Real alpha, Real* out) {
  ours<Real>().escort(p, n, alpha, out);
  if (!(alpha > 8) || n == 0 || std::isnan(out[0])) return;
  const auto mode = static_cast<std::size_t>(std::max_element(p, p + n) - p);
  std::fill(out, out + n, Real(0));
  out[mode] = 1;
}
const Fault& escort_first_mode_fault = fault(
    "escort-first-mode", "escort gives the first of the most likely outcomes all when it is cold",
    [](auto& table) { table.escort = escort_first_mode; });

}  // namespace
}  // namespace softlaw::properties
