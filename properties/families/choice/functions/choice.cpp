// SPDX-License-Identifier: Apache-2.0
// The probabilities of a choice: between two by scores or strengths, and among many or none.
#include <cmath>
#include <softlaw/reference/choice.hpp>

#include "function/arguments.hpp"
#include "function/call.hpp"
#include "function/conventions.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;
using A = const Arguments&;
using F = const FunctionInfo&;

const std::vector<Parameter> two{number_named("a"), number_named("b")};

std::size_t one_more(A a) { return length(a) + 1; }

/// The logistic function of a - b, which IEEE 754 has for infinities too.
Intervals extended_preference(F self, A a) {
  const double first = number_of(a, 0), second = number_of(a, 1);
  if (std::isnan(first) || std::isnan(second)) return {not_a_number()};
  if (!std::isinf(first) && !std::isinf(second)) return self.enclose(a);
  if (first == second) return {not_a_number()};
  return {Interval(first > second ? 1 : 0)};
}

Intervals extended_strengths(F self, A a) {
  if (std::isnan(number_of(a, 0)) || std::isnan(number_of(a, 1))) return {not_a_number()};
  return self.enclose(a);
}

void require_strengths(F self, A a) {
  for (std::size_t i = 0; i < 2; ++i) {
    const double strength = number_of(a, i);
    if (strength <= 0 || std::isinf(strength)) {
      refuse(self, i, "must be positive and finite, got " + shown(strength));
    }
  }
}

/// Softmax of all scores, of which the default's is the last.
Intervals extended_choice(F, A a) {
  Vector scores = vector_of(a, 0);
  scores.push_back(number_of(a, 1));
  return enclose_extended(info(Function::softmax), {scores});
}

const FunctionInfo& preference =
    function({.id = Function::preference,
              .name = "preference",
              .parameters = two,
              .meaning = "1 / (1 + exp(b - a)): that a is chosen, by scores",
              .enclose = [](A a) -> Intervals {
                return {ref::preference(number_of(a, 0), number_of(a, 1))};
              },
              .condition = [](A a) -> Intervals {
                return {ref::condition::preference(number_of(a, 0), number_of(a, 1))};
              },
              .result_count = one,
              .extended = extended_preference,
              .check = nullptr,
              .call = SOFTLAW_CALL(preference, a.number(0), a.number(1))});

const FunctionInfo& bradley_terry =
    function({.id = Function::bradley_terry,
              .name = "bradley_terry",
              .parameters = two,
              .meaning = "a / (a + b): that a is chosen, by strengths",
              .enclose = [](A a) -> Intervals {
                return {ref::bradley_terry(number_of(a, 0), number_of(a, 1))};
              },
              .condition = [](A a) -> Intervals {
                return {ref::condition::bradley_terry(number_of(a, 0), number_of(a, 1))};
              },
              .result_count = one,
              .extended = extended_strengths,
              .check = require_strengths,
              .call = SOFTLAW_CALL(bradley_terry, a.number(0), a.number(1))});

const FunctionInfo& choice = function(
    {.id = Function::choice,
     .name = "choice",
     .parameters = {vector_named("o"), number_named("none")},
     .meaning = "softmax of the scores o and that of choosing none, which comes last",
     .enclose = [](A a) { return ref::choice(enclosed(a, 0), number_of(a, 1)); },
     .condition = [](A a) { return ref::condition::choice(enclosed(a, 0), number_of(a, 1)); },
     .result_count = one_more,
     .extended = extended_choice,
     .check = nullptr,
     .call = SOFTLAW_CALL(choice, a.vector(0), a.size(0), a.number(1), a.out())});

}  // namespace
}  // namespace softlaw::properties
