// SPDX-License-Identifier: Apache-2.0
#include "judge/evaluator.hpp"

#include <softlaw/reference/ziv.hpp>

#include "function/recent.hpp"

namespace softlaw::properties {
Intervals Evaluator::operator()(Function function, const Arguments& arguments) const {
  return evaluate(info(function), arguments);
}

std::optional<Counts> Evaluator::operator()(IntegerFunction function,
                                            const Arguments& arguments) const {
  const IntegerFunctionInfo& called = info(function);
  auto result = evaluate(called, arguments);
  if (recording()) note(called.name, arguments, result ? to_text(*result) : "none");
  return result;
}

Intervals Evaluator::returned(Function function, const Arguments& arguments) const {
  return give_back(info(function), arguments);
}

Intervals Evaluator::give_back(const FunctionInfo& function, const Arguments& arguments) const {
  return evaluate(function, arguments);
}

Truth Evaluator::agrees(Function function, const Arguments& arguments) const {
  thread_local Recent recent;
  const auto exact = [&] { return ReferenceEvaluator(format_)(function, arguments); };
  return compare(info(function), arguments, recent.of(info(function), arguments, exact));
}

Truth Evaluator::compare(const FunctionInfo& function, const Arguments& arguments,
                         const Intervals& exact) const {
  return same(evaluate(function, arguments), exact);
}

void Evaluator::note(const std::string& function, const Arguments& arguments,
                     const std::string& results) const {
  if (calls_) calls_->push_back({function, to_text(arguments, format_), results});
}

Intervals ReferenceEvaluator::evaluate(const FunctionInfo& function,
                                       const Arguments& arguments) const {
  Intervals exact =
      reference::enclose([&] { return enclose_extended(function, arguments); }, bits_);
  if (recording()) {
    std::string results;
    for (const Interval& value : exact) {
      results += (results.empty() ? "" : ", ") + reference::to_string(value, 20);
    }
    note(function.name, arguments, results);
  }
  return exact;
}

std::optional<Counts> ReferenceEvaluator::evaluate(const IntegerFunctionInfo& function,
                                                   const Arguments& arguments) const {
  return function.exact(arguments);
}

}  // namespace softlaw::properties
