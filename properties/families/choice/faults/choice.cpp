// SPDX-License-Identifier: Apache-2.0
// Faults of choice: of scores, strengths and the default option.
#include <algorithm>
#include <cmath>
#include <vector>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
struct PreferenceOfExponentials : Ours<Real> {
  static Real preference(Real a, Real b) { return std::exp(a) / (std::exp(a) + std::exp(b)); }
};
const Fault& preference_of_exponentials = fault<PreferenceOfExponentials>(
    "preference-of-exponentials", "preference is exp(a) / (exp(a) + exp(b)), which overflows");

template <class Real>
struct ScoreDifferenceRounded : Ours<Real> {
  static Real preference(Real a, Real b) { return Ours<Real>::logistic(a - b); }
};
const Fault& score_difference_rounded = fault<ScoreDifferenceRounded>(
    "score-difference-rounded", "preference rounds the difference of the scores");

template <class Real>
struct PreferenceReversed : Ours<Real> {
  static Real preference(Real a, Real b) { return Ours<Real>::preference(b, a); }
};
const Fault& preference_reversed = fault<PreferenceReversed>(
    "preference-reversed", "preference has the sign of the difference the wrong way round");

template <class Real>
struct StrengthsThroughLogarithms : Ours<Real> {
  static Real bradley_terry(Real a, Real b) {
    return Ours<Real>::logistic(std::log(a) - std::log(b));
  }
};
const Fault& strengths_through_logarithms = fault<StrengthsThroughLogarithms>(
    "strengths-through-logarithms", "bradley_terry subtracts two rounded logarithms");

template <class Real>
struct StrengthsOverflow : Ours<Real> {
  static Real bradley_terry(Real a, Real b) { return a / (a + b); }
};
const Fault& strengths_overflow = fault<StrengthsOverflow>(
    "strengths-overflow", "bradley_terry lets the sum of the strengths overflow");

template <class Real>
struct OddsForProbability : Ours<Real> {
  static Real bradley_terry(Real a, Real b) { return std::min(a / b, Real(1)); }
};
const Fault& odds_for_probability = fault<OddsForProbability>(
    "odds-for-probability", "bradley_terry is the ratio of the strengths, cut at 1");

template <class Real>
struct DefaultFirst : Ours<Real> {
  static void choice(const Real* o, std::size_t n, Real none, Real* out) {
    Ours<Real>::choice(o, n, none, out);
    std::rotate(out, out + n, out + n + 1);
  }
};
const Fault& default_first =
    fault<DefaultFirst>("default-first", "choice puts the default option first");

template <class Real>
struct DefaultAlwaysThere : Ours<Real> {
  static void choice(const Real* o, std::size_t n, Real none, Real* out) {
    Ours<Real>::choice(o, n, std::isinf(none) ? 0 : none, out);
  }
};
const Fault& default_always_there = fault<DefaultAlwaysThere>(
    "default-always-there", "choice takes a default of -inf for a score of 0");

template <class Real>
struct DefaultAgainstTheBest : Ours<Real> {
  static void choice(const Real* o, std::size_t n, Real none, Real* out) {
    const Real accepted = Ours<Real>::preference(*std::max_element(o, o + n), none);
    Ours<Real>::softmax(o, n, out);
    for (std::size_t i = 0; i < n; ++i) out[i] *= accepted;
    out[n] = 1 - accepted;
  }
};
const Fault& default_against_the_best = fault<DefaultAgainstTheBest>(
    "default-against-the-best", "choice weighs the default against the best option alone");

template <class Real>
struct ProbabilitiesFloored : Ours<Real> {
  static void choice(const Real* o, std::size_t n, Real none, Real* out) {
    Ours<Real>::choice(o, n, none, out);
    Real sum = 0;
    for (std::size_t i = 0; i <= n; ++i) sum += out[i] = std::max(out[i], Real(0.001));
    for (std::size_t i = 0; i <= n; ++i) out[i] /= sum;
  }
};
const Fault& probabilities_floored = fault<ProbabilitiesFloored>(
    "probabilities-floored", "choice keeps every probability above 0.001 and normalises again");

template <class Real>
struct ScoresAsCosts : Ours<Real> {
  static void choice(const Real* o, std::size_t n, Real none, Real* out) {
    std::vector<Real> costs(o, o + n);
    for (Real& cost : costs) cost = -cost;
    Ours<Real>::choice(costs.data(), n, -none, out);
  }
};
const Fault& scores_as_costs =
    fault<ScoresAsCosts>("scores-as-costs", "choice takes scores for energies: the least wins");

template <class Real>
struct PowersOfTwo : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::softmax_temperature(x, n, Real(1.4426950408889634), out);
  }
};
const Fault& powers_of_two =
    fault<PowersOfTwo>("powers-of-two", "softmax has powers of 2 for exponentials");

}  // namespace
}  // namespace softlaw::properties
