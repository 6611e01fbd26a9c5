// SPDX-License-Identifier: Apache-2.0
#include "judge/evaluator.hpp"

#include "contracts/promise.hpp"
#include "function/conventions.hpp"
#include "function/exact_values.hpp"

namespace softlaw::properties {

Truth Evaluator::agrees_at(const FunctionItem& function, const Arguments& arguments) const {
  if (!function.returns_integers) return compare(function, arguments);
  const std::optional<Counts> returned = count(function, arguments);
  if (function.is_right(returned, arguments)) return Truth(true);
  const std::optional<Counts> right = function.count(arguments);
  return Truth(false, function.name + " is right: " + (right ? to_text(*right) : "none"));
}

Truth Evaluator::fact(Fact fact, const FunctionItem& function, Truth truth) const {
  if (promises(fact, function)) return truth;
  return std::move(truth).unpromised(to_string(fact) + " of " + function.name);
}

std::optional<Counts> Evaluator::count_in_law(const FunctionItem& function,
                                              const Arguments& arguments) const {
  if (is_settled_otherwise(function, arguments)) throw Inexact("settled by another convention");
  return count(function, arguments);
}

void Evaluator::note(const FunctionItem& function, const Arguments& arguments,
                     const std::function<std::string()>& results) const {
  if (calls_) calls_->push_back({function.name, to_text(arguments, format_), results()});
}

Intervals ReferenceEvaluator::enclose(const FunctionItem& function,
                                      const Arguments& arguments) const {
  Intervals exact = exact_values(function, arguments, bits_);
  note(function, arguments, [&] {
    std::string results;
    for (const Interval& value : exact) {
      results += (results.empty() ? "" : ", ") + reference::to_string(value, 20);
    }
    return results;
  });
  return exact;
}

Intervals ReferenceEvaluator::give_back(const FunctionItem& function,
                                        const Arguments& arguments) const {
  return enclose(function, arguments);
}

std::optional<Counts> ReferenceEvaluator::count(const FunctionItem& function,
                                                const Arguments& arguments) const {
  auto right = function.count(arguments);
  note(function, arguments, [&] { return right ? to_text(*right) : "none"; });
  return right;
}

Truth ReferenceEvaluator::compare(const FunctionItem& function, const Arguments& arguments) const {
  return same(enclose(function, arguments), exact_values(function, arguments));
}

}  // namespace softlaw::properties
