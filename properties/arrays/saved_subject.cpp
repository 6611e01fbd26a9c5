// SPDX-License-Identifier: Apache-2.0
#include "arrays/saved_subject.hpp"

#include <algorithm>

#include "judge/rapidcheck.hpp"

namespace softlaw::properties {
namespace {

/// Arguments that are the same to the last bit: NaN is like NaN.
std::string key(const Arguments& arguments, const Format& format) {
  return to_input({format, arguments, ""});
}

}  // namespace

Case SavedSubject::show(std::size_t call) const {
  shown_ = call;
  arguments_ = calls_.arguments(call);
  return {calls_.format(), arguments_, "call " + std::to_string(call)};
}

bool SavedSubject::has(const FunctionItem& function, const Format& format) const {
  return function.name == calls_.function().name && format == calls_.format();
}

Answer SavedSubject::answer(const FunctionItem& function, const Arguments& arguments,
                            const Format& format) const {
  if (!has(function, format)) throw Absent(function.name);
  if (key(arguments, format) != key(arguments_, format)) throw Inexact("the call is not saved");
  return calls_.results(shown_);
}

bool needs_one_call(const Law& law, const FunctionItem& function, const Format& format) {
  const auto kinds = [](const std::vector<Parameter>& parameters) {
    std::vector<Kind> all;
    for (const Parameter& parameter : parameters) all.push_back(parameter.kind);
    return all;
  };
  if (kinds(law.inputs.parameters) != kinds(function.parameters)) return false;
  // a predicate may ask for more at one input than at another
  constexpr std::size_t looks = 12;
  std::size_t asked = 0;
  for (std::size_t i = 0; i < looks; ++i) {
    std::vector<Call> calls;
    const ReferenceEvaluator exact(format);
    exact.record(&calls);
    const Case input = draw(law, 0, i, format);
    try {
      law.predicate(exact, input);
    } catch (const Inexact&) {
      continue;
    }
    const std::string own = to_text(input.arguments, format);
    if (!std::ranges::all_of(calls, [&](const Call& call) {
          return call.function == function.name && call.arguments == own;
        })) {
      return false;
    }
    asked += calls.size();
  }
  return asked > 0;
}

}  // namespace softlaw::properties
