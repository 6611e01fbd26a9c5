// SPDX-License-Identifier: Apache-2.0
// Faults of choice: of scores, strengths and the default option.
#include <algorithm>
#include <cmath>
#include <vector>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
Real preference_of_exponentials(Real a, Real b) {
  return std::exp(a) / (std::exp(a) + std::exp(b));
}
const Fault& preference_of_exponentials_fault =
    fault("preference-of-exponentials", "preference is exp(a) / (exp(a) + exp(b)), which overflows",
          [](auto& table) { table.preference = preference_of_exponentials; });

template <class Real>
Real score_difference_rounded(Real a, Real b) {
  return ours<Real>().logistic(a - b);
}
const Fault& score_difference_rounded_fault =
    fault("score-difference-rounded", "preference rounds the difference of the scores",
          [](auto& table) { table.preference = score_difference_rounded; });

template <class Real>
Real preference_reversed(Real a, Real b) {
  return ours<Real>().preference(b, a);
}
const Fault& preference_reversed_fault =
    fault("preference-reversed", "preference has the sign of the difference the wrong way round",
          [](auto& table) { table.preference = preference_reversed; });

template <class Real>
Real strengths_through_logarithms(Real a, Real b) {
  return ours<Real>().logistic(std::log(a) - std::log(b));
}
const Fault& strengths_through_logarithms_fault =
    fault("strengths-through-logarithms", "bradley_terry subtracts two rounded logarithms",
          [](auto& table) { table.bradley_terry = strengths_through_logarithms; });

template <class Real>
Real strengths_overflow(Real a, Real b) {
  return a / (a + b);
}
const Fault& strengths_overflow_fault =
    fault("strengths-overflow", "bradley_terry lets the sum of the strengths overflow",
          [](auto& table) { table.bradley_terry = strengths_overflow; });

template <class Real>
Real odds_for_probability(Real a, Real b) {
  return std::min(a / b, Real(1));
}
const Fault& odds_for_probability_fault =
    fault("odds-for-probability", "bradley_terry is the ratio of the strengths, cut at 1",
          [](auto& table) { table.bradley_terry = odds_for_probability; });

template <class Real>
void default_first(const Real* o, std::size_t n, Real none, Real* out) {
  ours<Real>().choice(o, n, none, out);
  std::rotate(out, out + n, out + n + 1);
}
const Fault& default_first_fault = fault("default-first", "choice puts the default option first",
                                         [](auto& table) { table.choice = default_first; });

template <class Real>
void default_always_there(const Real* o, std::size_t n, Real none, Real* out) {
  ours<Real>().choice(o, n, std::isinf(none) ? 0 : none, out);
}
const Fault& default_always_there_fault =
    fault("default-always-there", "choice takes a default of -inf for a score of 0",
          [](auto& table) { table.choice = default_always_there; });

template <class Real>
void default_against_the_best(const Real* o, std::size_t n, Real none, Real* out) {
  const Real accepted = ours<Real>().preference(*std::max_element(o, o + n), none);
  ours<Real>().softmax(o, n, out);
  for (std::size_t i = 0; i < n; ++i) out[i] *= accepted;
  out[n] = 1 - accepted;
}
const Fault& default_against_the_best_fault =
    fault("default-against-the-best", "choice weighs the default against the best option alone",
          [](auto& table) { table.choice = default_against_the_best; });

template <class Real>
void probabilities_floored(const Real* o, std::size_t n, Real none, Real* out) {
  ours<Real>().choice(o, n, none, out);
  Real sum = 0;
  for (std::size_t i = 0; i <= n; ++i) sum += out[i] = std::max(out[i], Real(0.001));
  for (std::size_t i = 0; i <= n; ++i) out[i] /= sum;
}
const Fault& probabilities_floored_fault = fault(
    "probabilities-floored", "choice keeps every probability above 0.001 and normalises again",
    [](auto& table) { table.choice = probabilities_floored; });

template <class Real>
void scores_as_costs(const Real* o, std::size_t n, Real none, Real* out) {
  std::vector<Real> costs(o, o + n);
  for (Real& cost : costs) cost = -cost;
  ours<Real>().choice(costs.data(), n, -none, out);
}
const Fault& scores_as_costs_fault =
    fault("scores-as-costs", "choice takes scores for energies: the least wins",
          [](auto& table) { table.choice = scores_as_costs; });

template <class Real>
void powers_of_two(const Real* x, std::size_t n, Real* out) {
  ours<Real>().softmax_temperature(x, n, Real(1.4426950408889634), out);
}
const Fault& powers_of_two_fault =
    fault("powers-of-two", "softmax has powers of 2 for exponentials",
          [](auto& table) { table.softmax = powers_of_two; });

}  // namespace
}  // namespace softlaw::properties
