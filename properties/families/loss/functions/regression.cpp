// SPDX-License-Identifier: Apache-2.0
// Softmax regression: the affine logits of a minibatch, the mean loss, its gradient.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <softlaw/reference/regression.hpp>

#include "function/arguments.hpp"
#include "function/call.hpp"
#include "function/conventions.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;
using A = const Arguments&;
using F = const FunctionInfo&;

// Dense matrices: b has a class an entry, W a class a column, X and Y an observation a row.
const std::vector<Parameter> map{vector_named("x"), vector_named("w"), vector_named("b")};
const std::vector<Parameter> data{vector_named("x"), vector_named("w"), vector_named("b"),
                                  vector_named("y")};

std::size_t classes(A a) { return vector_of(a, 2).size(); }
std::size_t features(A a) { return vector_of(a, 1).size() / classes(a); }
std::size_t rows(A a) { return vector_of(a, 0).size() / features(a); }

ref::Matrix matrix(A a, std::size_t i, std::size_t height, std::size_t width) {
  return {height, width, enclosed(a, i)};
}
ref::Matrix x(A a) { return matrix(a, 0, rows(a), features(a)); }
ref::Matrix w(A a) { return matrix(a, 1, features(a), classes(a)); }
Intervals b(A a) { return enclosed(a, 2); }
ref::Matrix y(A a) { return matrix(a, 3, rows(a), classes(a)); }

void require_map(F self, A a) {
  const std::size_t q = classes(a), in_w = vector_of(a, 1).size(), in_x = vector_of(a, 0).size();
  if (q == 0) refuse(self, 2, "must have an entry");
  if (in_w == 0 || in_w % q != 0) {
    refuse(self, 1,
           "must have rows of " + std::to_string(q) + " entries, got " + std::to_string(in_w));
  }
  if (in_x == 0 || in_x % features(a) != 0) {
    refuse(self, 0,
           "must have rows of " + std::to_string(features(a)) + " entries, got " +
               std::to_string(in_x));
  }
}

void require_data(F self, A a) {
  require_map(self, a);
  const std::size_t wanted = rows(a) * classes(a), got = vector_of(a, 3).size();
  if (got != wanted) {
    refuse(self, 3, "must have " + std::to_string(wanted) + " entries, got " + std::to_string(got));
  }
  require_weights(self, a, 3);
}

bool finite_arguments(A a) {
  return std::ranges::all_of(
      a, [](const Value& value) { return all_finite(std::get<Vector>(value)); });
}

/// What the terms of logit (i, j) that are not finite come to by IEEE 754; nothing if all are finite.
std::optional<double> infinite_part(A a, std::size_t i, std::size_t j) {
  std::vector<double> terms{vector_of(a, 2)[j]};
  for (std::size_t k = 0; k < features(a); ++k) {
    const double factor = vector_of(a, 0)[i * features(a) + k];
    const double weight = vector_of(a, 1)[k * classes(a) + j];
    const bool finite = std::isfinite(factor) && std::isfinite(weight);
    terms.push_back(finite ? 0 : factor * weight);
  }
  std::erase_if(terms, [](double term) { return std::isfinite(term); });
  if (terms.empty()) return std::nullopt;
  return std::accumulate(terms.begin(), terms.end(), 0.0);
}

/// Beside an infinity the finite terms do not count, even where their products overflow.
Intervals extended_logits(F self, A a) {
  if (finite_arguments(a)) return self.enclose(a);
  Arguments tame = a;
  for (Value& value : tame) {
    for (double& entry : std::get<Vector>(value)) entry = std::isfinite(entry) ? entry : 0;
  }
  Intervals o = self.enclose(tame);
  for (std::size_t i = 0; i < o.size(); ++i) {
    const auto special = infinite_part(a, i / classes(a), i % classes(a));
    if (special) o[i] = std::isnan(*special) ? not_a_number() : Interval(*special);
  }
  return o;
}

Intervals extended_data(F self, A a) {
  if (finite_arguments(a)) return self.enclose(a);
  return Intervals(self.result_count(a), not_a_number());
}

std::size_t logits_count(A a) { return rows(a) * classes(a); }
std::size_t parameter_count(A a) { return (features(a) + 1) * classes(a); }

/// The gradient of W row by row, then that of b.
std::string place_of_parameter(A a, std::size_t i) {
  const std::size_t q = classes(a);
  if (i >= vector_of(a, 1).size()) return "b[" + std::to_string(i % q) + "]";
  return "w" + row_and_column(i, q);
}

const FunctionInfo& regression_logits =
    function({.id = Function::regression_logits,
              .name = "regression_logits",
              .parameters = map,
              .meaning = "X W + b, the bias added to each row",
              .enclose = [](A a) { return ref::regression_logits(x(a), w(a), b(a)); },
              .condition = [](A a) { return ref::condition::regression_logits(x(a), w(a), b(a)); },
              .result_count = logits_count,
              .extended = extended_logits,
              .check = require_map,
              .call = SOFTLAW_CALL(regression_logits, a.vector(0), a.vector(1), a.vector(2),
                                   a.size(0) / (a.size(1) / a.size(2)), a.size(1) / a.size(2),
                                   a.size(2), a.out()),
              .place = [](A a, std::size_t i) { return row_and_column(i, classes(a)); }});

const FunctionInfo& regression_loss = function(
    {.id = Function::regression_loss,
     .name = "regression_loss",
     .parameters = data,
     .meaning = "the mean over the rows of the cross-entropy of X W + b and Y",
     .enclose = [](A a) -> Intervals { return {ref::regression_loss(x(a), w(a), b(a), y(a))}; },
     .condition = [](A a) -> Intervals {
       return {ref::condition::regression_loss(x(a), w(a), b(a), y(a))};
     },
     .result_count = one,
     .extended = extended_data,
     .check = require_data,
     .call = SOFTLAW_CALL(regression_loss, a.vector(0), a.vector(1), a.vector(2), a.vector(3),
                          a.size(0) / (a.size(1) / a.size(2)), a.size(1) / a.size(2), a.size(2))});

const FunctionInfo& regression_gradient = function(
    {.id = Function::regression_gradient,
     .name = "regression_gradient",
     .parameters = data,
     .meaning = "the gradient of regression_loss with respect to W, row by row, then b",
     .enclose = [](A a) { return ref::regression_gradient(x(a), w(a), b(a), y(a)); },
     .condition = [](A a) { return ref::condition::regression_gradient(x(a), w(a), b(a), y(a)); },
     .result_count = parameter_count,
     .extended = extended_data,
     .check = require_data,
     .call = SOFTLAW_CALL(regression_gradient, a.vector(0), a.vector(1), a.vector(2), a.vector(3),
                          a.size(0) / (a.size(1) / a.size(2)), a.size(1) / a.size(2), a.size(2),
                          a.out(), a.out() + a.size(1)),
     .place = place_of_parameter});

/// (d + 1) q fits in 64 bits.
void require_counts(const IntegerFunctionInfo& self, A a) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  require_range(self, a, 0, 0, most - 1);
  require_range(self, a, 1, 0, most / (std::get<std::int64_t>(a[0]) + 1));
}

const IntegerFunctionInfo& regression_parameters = integer_function(
    {.id = IntegerFunction::regression_parameters,
     .name = "regression_parameters",
     .parameters = {integer_named("d"), integer_named("q")},
     .meaning = "how many parameters d features and q classes have: d q + q",
     .check = require_counts,
     .exact = [](A a) -> std::optional<Counts> {
       const std::uint64_t d = integer_of(a, 0), q = integer_of(a, 1);
       return Counts{d * q + q};
     },
     .call = [](const softlaw_subject& subject, A a, Format) -> std::optional<Counts> {
       const softlaw_coding& counts = *require(subject.coding, "coding");
       const auto field =
           require(SOFTLAW_FIELD(counts, regression_parameters), "regression_parameters");
       return Counts{field(integer_of(a, 0), integer_of(a, 1))};
     }});

}  // namespace
}  // namespace softlaw::properties
