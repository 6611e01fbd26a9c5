// SPDX-License-Identifier: Apache-2.0
// Faults of surprisal, cross-entropy, relative entropy and their units.
#include <cmath>
#include <numeric>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
struct CrossEntropySwapped : Ours<Real> {
  static Real cross_entropy(const Real* p, const Real* q, std::size_t n) {
    return Ours<Real>::cross_entropy(q, p, n);
  }
};
const Fault& cross_entropy_swapped = fault<CrossEntropySwapped>(
    "cross-entropy-swapped", "cross_entropy takes its two arguments in the other order");

template <class Real>
struct CrossEntropyEpsilon : Ours<Real> {
  static Real cross_entropy(const Real* p, const Real* q, std::size_t n) {
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum -= p[i] * std::log(q[i] + Real(1e-7));
    return sum;
  }
};
const Fault& cross_entropy_epsilon = fault<CrossEntropyEpsilon>(
    "cross-entropy-epsilon", "cross_entropy adds a ten-millionth to q, against the logarithm of 0");

template <class Real>
struct CrossEntropyInBits : Ours<Real> {
  static Real cross_entropy(const Real* p, const Real* q, std::size_t n) {
    return Ours<Real>::cross_entropy(p, q, n) / std::log(Real(2));
  }
};
const Fault& cross_entropy_in_bits = fault<CrossEntropyInBits>(
    "cross-entropy-in-bits", "cross_entropy is in bits, where nats are promised");

template <class Real>
struct KlSwapped : Ours<Real> {
  static Real kl_divergence(const Real* p, const Real* q, std::size_t n) {
    return Ours<Real>::kl_divergence(q, p, n);
  }
};
const Fault& kl_swapped =
    fault<KlSwapped>("kl-swapped", "kl_divergence takes its two arguments in the other order");

template <class Real>
struct KlByDifference : Ours<Real> {
  static Real kl_divergence(const Real* p, const Real* q, std::size_t n) {
    Real cross_entropy = 0, entropy = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if (p[i] == 0) continue;
      cross_entropy -= p[i] * std::log(q[i]);
      entropy -= p[i] * std::log(p[i]);
    }
    return cross_entropy - entropy;
  }
};
const Fault& kl_by_difference = fault<KlByDifference>(
    "kl-by-difference", "kl_divergence is the cross-entropy less the entropy, each rounded");

template <class Real>
struct KlSmoothed : Ours<Real> {
  static Real kl_divergence(const Real* p, const Real* q, std::size_t n) {
    std::vector<Real> smoothed(q, q + n);
    for (Real& entry : smoothed) entry += Real(1e-7);
    return Ours<Real>::kl_divergence(p, smoothed.data(), n);
  }
};
const Fault& kl_smoothed = fault<KlSmoothed>(
    "kl-smoothed", "kl_divergence adds a ten-millionth to q, against the division by 0");

template <class Real>
struct KlMean : Ours<Real> {
  static Real kl_divergence(const Real* p, const Real* q, std::size_t n) {
    return Ours<Real>::kl_divergence(p, q, n) / static_cast<Real>(n);
  }
};
const Fault& kl_mean = fault<KlMean>(
    "kl-mean", "kl_divergence is the mean of its terms over the entries, not their sum");

template <class Real>
struct KlInBits : Ours<Real> {
  static Real kl_divergence(const Real* p, const Real* q, std::size_t n) {
    return Ours<Real>::kl_divergence(p, q, n) / std::log(Real(2));
  }
};
const Fault& kl_in_bits =
    fault<KlInBits>("kl-in-bits", "kl_divergence is in bits, where nats are promised");

template <class Real>
struct KlSquareRoot : Ours<Real> {
  static Real kl_divergence(const Real* p, const Real* q, std::size_t n) {
    return std::sqrt(Ours<Real>::kl_divergence(p, q, n));
  }
};
const Fault& kl_square_root = fault<KlSquareRoot>(
    "kl-square-root", "kl_divergence is a distance, the square root of the divergence");

template <class Real>
struct KlNormalises : Ours<Real> {
  static Real kl_divergence(const Real* p, const Real* q, std::size_t n) {
    std::vector<Real> a(p, p + n), b(q, q + n);
    for (auto* v : {&a, &b}) {
      const Real total = std::accumulate(v->begin(), v->end(), Real(0));
      for (Real& entry : *v) entry /= total;
    }
    return Ours<Real>::kl_divergence(a.data(), b.data(), n);
  }
};
const Fault& kl_normalises = fault<KlNormalises>(
    "kl-normalises", "kl_divergence divides both arguments by their sums, and does not say so");

template <class Real>
struct KlAsWritten : Ours<Real> {
  static Real kl_divergence(const Real* p, const Real* q, std::size_t n) {
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += p[i] * std::log(p[i] / q[i]);
    return sum;
  }
  static Real cross_entropy(const Real* p, const Real* q, std::size_t n) {
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum -= p[i] * std::log(q[i]);
    return sum;
  }
};
const Fault& kl_as_written =
    fault<KlAsWritten>("kl-as-written", "cross_entropy and kl_divergence multiply 0 by log 0");

template <class Real>
struct SurprisalOfInverse : Ours<Real> {
  static Real surprisal(Real p) { return std::log(1 / p); }
};
const Fault& surprisal_of_inverse = fault<SurprisalOfInverse>(
    "surprisal-of-inverse", "surprisal is log(1/p), with the inverse rounded");

template <class Real>
struct SurprisalOfComplement : Ours<Real> {
  static Real surprisal(Real p) { return -std::log1p(-p); }
};
const Fault& surprisal_of_complement = fault<SurprisalOfComplement>(
    "surprisal-of-complement", "surprisal is that of the event that did not happen, -log(1 - p)");

template <class Real>
struct SurprisalSmoothed : Ours<Real> {
  static Real surprisal(Real p) { return -std::log(p + Real(1e-6)); }
};
const Fault& surprisal_smoothed = fault<SurprisalSmoothed>(
    "surprisal-smoothed", "surprisal adds a millionth to p, against the logarithm of 0");

template <class Real>
struct UnitsSwapped : Ours<Real> {
  static Real nats_to_bits(Real nats) { return Ours<Real>::bits_to_nats(nats); }
  static Real bits_to_nats(Real bits) { return Ours<Real>::nats_to_bits(bits); }
};
const Fault& units_swapped = fault<UnitsSwapped>(
    "units-swapped", "nats_to_bits multiplies by log 2, and bits_to_nats divides");

template <class Real>
struct UnitsByRoundedConstant : Ours<Real> {
  static Real nats_to_bits(Real nats) { return nats * Real(1.442695); }
  static Real bits_to_nats(Real bits) { return bits * Real(0.693147); }
};
const Fault& units_by_rounded_constant =
    fault<UnitsByRoundedConstant>("units-by-rounded-constant", "the units have six decimals");

template <class Real>
struct EntropyNormalised : Ours<Real> {
  static Real entropy(const Real* p, std::size_t n) {
    return Ours<Real>::entropy(p, n) / std::log(static_cast<Real>(std::max<std::size_t>(n, 2)));
  }
};
const Fault& entropy_normalised = fault<EntropyNormalised>(
    "entropy-normalised", "entropy is divided by its greatest value, log n");

}  // namespace
}  // namespace softlaw::properties
