// SPDX-License-Identifier: Apache-2.0
// Faults of surprisal, cross-entropy, relative entropy and their units.
#include <cmath>
#include <numeric>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
Real cross_entropy_swapped(const Real* p, const Real* q, std::size_t n) {
  return ours<Real>().cross_entropy(q, p, n);
}
const Fault& cross_entropy_swapped_fault =
    fault("cross-entropy-swapped", "cross_entropy takes its two arguments in the other order",
          [](auto& table) { table.cross_entropy = cross_entropy_swapped; });

template <class Real>
Real cross_entropy_epsilon(const Real* p, const Real* q, std::size_t n) {
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum -= p[i] * std::log(q[i] + Real(1e-7));
  return sum;
}
const Fault& cross_entropy_epsilon_fault = fault(
    "cross-entropy-epsilon", "cross_entropy adds a ten-millionth to q, against the logarithm of 0",
    [](auto& table) { table.cross_entropy = cross_entropy_epsilon; });

template <class Real>
Real cross_entropy_in_bits(const Real* p, const Real* q, std::size_t n) {
  return ours<Real>().cross_entropy(p, q, n) / std::log(Real(2));
}
const Fault& cross_entropy_in_bits_fault =
    fault("cross-entropy-in-bits", "cross_entropy is in bits, where nats are promised",
          [](auto& table) { table.cross_entropy = cross_entropy_in_bits; });

template <class Real>
Real kl_swapped(const Real* p, const Real* q, std::size_t n) {
  return ours<Real>().kl_divergence(q, p, n);
}
const Fault& kl_swapped_fault =
    fault("kl-swapped", "kl_divergence takes its two arguments in the other order",
          [](auto& table) { table.kl_divergence = kl_swapped; });

template <class Real>
Real kl_by_difference(const Real* p, const Real* q, std::size_t n) {
  Real cross_entropy = 0, entropy = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (p[i] == 0) continue;
    cross_entropy -= p[i] * std::log(q[i]);
    entropy -= p[i] * std::log(p[i]);
  }
  return cross_entropy - entropy;
}
const Fault& kl_by_difference_fault =
    fault("kl-by-difference", "kl_divergence is the cross-entropy less the entropy, each rounded",
          [](auto& table) { table.kl_divergence = kl_by_difference; });

template <class Real>
Real kl_smoothed(const Real* p, const Real* q, std::size_t n) {
  std::vector<Real> smoothed(q, q + n);
  for (Real& entry : smoothed) entry += Real(1e-7);
  return ours<Real>().kl_divergence(p, smoothed.data(), n);
}
const Fault& kl_smoothed_fault =
    fault("kl-smoothed", "kl_divergence adds a ten-millionth to q, against the division by 0",
          [](auto& table) { table.kl_divergence = kl_smoothed; });

template <class Real>
Real kl_mean(const Real* p, const Real* q, std::size_t n) {
  return ours<Real>().kl_divergence(p, q, n) / static_cast<Real>(n);
}
const Fault& kl_mean_fault =
    fault("kl-mean", "kl_divergence is the mean of its terms over the entries, not their sum",
          [](auto& table) { table.kl_divergence = kl_mean; });

template <class Real>
Real kl_in_bits(const Real* p, const Real* q, std::size_t n) {
  return ours<Real>().kl_divergence(p, q, n) / std::log(Real(2));
}
const Fault& kl_in_bits_fault =
    fault("kl-in-bits", "kl_divergence is in bits, where nats are promised",
          [](auto& table) { table.kl_divergence = kl_in_bits; });

template <class Real>
Real kl_square_root(const Real* p, const Real* q, std::size_t n) {
  return std::sqrt(ours<Real>().kl_divergence(p, q, n));
}
const Fault& kl_square_root_fault =
    fault("kl-square-root", "kl_divergence is a distance, the square root of the divergence",
          [](auto& table) { table.kl_divergence = kl_square_root; });

template <class Real>
Real kl_normalises(const Real* p, const Real* q, std::size_t n) {
  std::vector<Real> a(p, p + n), b(q, q + n);
  for (auto* v : {&a, &b}) {
    const Real total = std::accumulate(v->begin(), v->end(), Real(0));
    for (Real& entry : *v) entry /= total;
  }
  return ours<Real>().kl_divergence(a.data(), b.data(), n);
}
const Fault& kl_normalises_fault = fault(
    "kl-normalises", "kl_divergence divides both arguments by their sums, and does not say so",
    [](auto& table) { table.kl_divergence = kl_normalises; });

template <class Real>
Real kl_as_written(const Real* p, const Real* q, std::size_t n) {
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += p[i] * std::log(p[i] / q[i]);
  return sum;
}
const Fault& kl_as_written_fault = fault("kl-as-written", "kl_divergence multiplies 0 by log 0",
                                         [](auto& table) { table.kl_divergence = kl_as_written; });

template <class Real>
Real cross_entropy_as_written(const Real* p, const Real* q, std::size_t n) {
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum -= p[i] * std::log(q[i]);
  return sum;
}
const Fault& cross_entropy_as_written_fault =
    fault("cross-entropy-as-written", "cross_entropy multiplies 0 by log 0",
          [](auto& table) { table.cross_entropy = cross_entropy_as_written; });

template <class Real>
Real surprisal_of_inverse(Real p) {
  return std::log(1 / p);
}
const Fault& surprisal_of_inverse_fault =
    fault("surprisal-of-inverse", "surprisal is log(1/p), with the inverse rounded",
          [](auto& table) { table.surprisal = surprisal_of_inverse; });

template <class Real>
Real surprisal_of_complement(Real p) {
  return -std::log1p(-p);
}
const Fault& surprisal_of_complement_fault = fault(
    "surprisal-of-complement", "surprisal is that of the event that did not happen, -log(1 - p)",
    [](auto& table) { table.surprisal = surprisal_of_complement; });

template <class Real>
Real surprisal_smoothed(Real p) {
  return -std::log(p + Real(1e-6));
}
const Fault& surprisal_smoothed_fault =
    fault("surprisal-smoothed", "surprisal adds a millionth to p, against the logarithm of 0",
          [](auto& table) { table.surprisal = surprisal_smoothed; });

template <class Real>
Real units_swapped_nats_to_bits(Real nats) {
  return ours<Real>().bits_to_nats(nats);
}

template <class Real>
Real units_swapped_bits_to_nats(Real bits) {
  return ours<Real>().nats_to_bits(bits);
}
const Fault& units_swapped_fault = fault(
    "units-swapped", "nats_to_bits multiplies by log 2, and bits_to_nats divides", [](auto& table) {
      table.nats_to_bits = units_swapped_nats_to_bits;
      table.bits_to_nats = units_swapped_bits_to_nats;
    });

template <class Real>
Real units_by_rounded_constant_nats_to_bits(Real nats) {
  return nats * Real(1.442695);
}

template <class Real>
Real units_by_rounded_constant_bits_to_nats(Real bits) {
  return bits * Real(0.693147);
}
const Fault& units_by_rounded_constant_fault =
    fault("units-by-rounded-constant", "the units have six decimals", [](auto& table) {
      table.nats_to_bits = units_by_rounded_constant_nats_to_bits;
      table.bits_to_nats = units_by_rounded_constant_bits_to_nats;
    });

template <class Real>
Real entropy_normalised(const Real* p, std::size_t n) {
  return ours<Real>().entropy(p, n) / std::log(static_cast<Real>(std::max<std::size_t>(n, 2)));
}
const Fault& entropy_normalised_fault =
    fault("entropy-normalised", "entropy is divided by its greatest value, log n",
          [](auto& table) { table.entropy = entropy_normalised; });

}  // namespace
}  // namespace softlaw::properties
