// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <softlaw/reference/choice.hpp>
#include <softlaw/reference/information.hpp>
#include <softlaw/reference/lattice.hpp>
#include <softlaw/reference/loss.hpp>
#include <utility>
#include <vector>

#include "inputs.hpp"

namespace softlaw::reference::test {

/// Arguments for any function of the family, which takes those that it needs.
struct Arguments {
  explicit Arguments(Inputs& inputs) : Arguments(inputs.vector(), inputs) {}
  Arguments(std::vector<double> entries, Inputs& inputs)
      : x(std::move(entries)), positive(positive_parameter(inputs)) {
    parameter = inputs.below(2) == 0 ? positive : -positive;
    for (double entry : x) {
      const double magnitude = std::fabs(entry);
      weights.push_back(magnitude > 1 ? 1 / magnitude : magnitude);
    }
    for (int j = 0; j < 3; ++j) directions.push_back(inputs.vector_of_size(x.size()));
  }

  std::vector<double> x;
  double positive;                              ///< A temperature.
  double parameter;                             ///< The same with either sign.
  std::vector<double> weights;                  ///< Entries from 0 to 1.
  std::vector<std::vector<double>> directions;  ///< Three, as long as x.

 private:
  static double positive_parameter(Inputs& inputs) {
    const std::size_t kind = inputs.below(4);
    if (kind == 0) return std::ldexp(1.0, static_cast<int>(inputs.below(20)) - 10);
    if (kind == 1)
      return std::ldexp(inputs.uniform(0.5, 1), static_cast<int>(inputs.below(2000)) - 1000);
    return inputs.uniform(0.1, 10);
  }
};

/// A function of the family, which returns its outputs in a row.
struct Function {
  const char* name;
  Vector (*evaluate)(const Arguments&);
};

/// Other weights, which no weights equal.
inline std::vector<double> others(const Arguments& a) {
  std::vector<double> q(a.weights.rbegin(), a.weights.rend());
  for (double& entry : q) entry *= 0.75;
  return q;
}

/// The weights, with a support.
inline std::vector<double> positive_weights(const Arguments& a) {
  std::vector<double> p = a.weights;
  if (p[0] == 0) p[0] = 0.5;
  return p;
}

/// A place on a lattice, which has at most 80 points there.
inline double place(const Arguments& a) { return 20 * a.weights.back(); }
inline double gap(const Arguments& a) { return (1 + a.weights[0]) / 4; }

inline std::vector<Vector> first_directions(const Arguments& a, std::size_t order) {
  std::vector<Vector> result;
  for (std::size_t j = 0; j < order; ++j) result.push_back(intervals(a.directions[j]));
  return result;
}

inline const Function family[] = {
    {"logsumexp", [](const Arguments& a) { return Vector{logsumexp(intervals(a.x))}; }},
    {"logsumexp lambda",
     [](const Arguments& a) { return Vector{logsumexp(intervals(a.x), a.parameter)}; }},
    {"logaddexp", [](const Arguments& a) { return Vector{logaddexp(a.x[0], a.x.back())}; }},
    {"softmin", [](const Arguments& a) { return Vector{softmin(intervals(a.x))}; }},
    {"softmin lambda",
     [](const Arguments& a) { return Vector{softmin(intervals(a.x), a.parameter)}; }},
    {"excess", [](const Arguments& a) { return Vector{excess(intervals(a.x))}; }},
    {"softmax", [](const Arguments& a) { return softmax(intervals(a.x)); }},
    {"softmax temperature", [](const Arguments& a) { return softmax(intervals(a.x), a.positive); }},
    {"log_softmax", [](const Arguments& a) { return log_softmax(intervals(a.x)); }},
    {"log_softmax temperature",
     [](const Arguments& a) { return log_softmax(intervals(a.x), a.positive); }},
    {"softplus", [](const Arguments& a) { return Vector{softplus(a.x[0])}; }},
    {"logistic", [](const Arguments& a) { return Vector{logistic(a.x[0])}; }},
    {"entropy", [](const Arguments& a) { return Vector{entropy(intervals(a.weights))}; }},
    {"surprisal", [](const Arguments& a) { return Vector{surprisal(a.weights[0])}; }},
    {"cross entropy",
     [](const Arguments& a) {
       return Vector{cross_entropy(intervals(a.weights), intervals(others(a)))};
     }},
    {"divergence",
     [](const Arguments& a) {
       return Vector{kl_divergence(intervals(a.weights), intervals(others(a)))};
     }},
    {"softmax entropy", [](const Arguments& a) { return Vector{softmax_entropy(intervals(a.x))}; }},
    {"escort",
     [](const Arguments& a) { return escort(intervals(positive_weights(a)), a.positive); }},
    {"hessian", [](const Arguments& a) { return logsumexp_hessian(intervals(a.x)); }},
    {"first derivative",
     [](const Arguments& a) { return softmax_derivative(intervals(a.x), first_directions(a, 1)); }},
    {"second derivative",
     [](const Arguments& a) { return softmax_derivative(intervals(a.x), first_directions(a, 2)); }},
    {"third derivative",
     [](const Arguments& a) { return softmax_derivative(intervals(a.x), first_directions(a, 3)); }},
    {"third derivative by series",
     [](const Arguments& a) {
       return softmax_derivative_by_series(intervals(a.x), first_directions(a, 3));
     }},
    {"jet",
     [](const Arguments& a) { return softmax_jet(intervals(a.x), intervals(a.directions[0]), 4); }},
    {"cumulants",
     [](const Arguments& a) {
       return logsumexp_cumulants(intervals(a.x), intervals(a.directions[0]), 4);
     }},
    {"loss",
     [](const Arguments& a) {
       return Vector{cross_entropy_logits(intervals(a.x), intervals(a.weights))};
     }},
    {"loss gradient",
     [](const Arguments& a) {
       return cross_entropy_logits_gradient(intervals(a.x), intervals(a.weights));
     }},
    {"preference", [](const Arguments& a) { return Vector{preference(a.x[0], a.x.back())}; }},
    {"choice", [](const Arguments& a) { return choice(intervals(a.x), a.parameter); }},
    {"lattice softmin",
     [](const Arguments& a) {
       return Vector{lattice_softmin(place(a), gap(a), a.positive, 1),
                     lattice_softmin_derivative(place(a), gap(a), a.positive, 1),
                     lattice_softmin_derivative(place(a), gap(a), a.positive, 2),
                     lattice_softmin_alpha(place(a), gap(a), a.positive)};
     }},
};

}  // namespace softlaw::reference::test
