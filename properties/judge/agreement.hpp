// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/law.hpp"

namespace softlaw::properties {

// [agrees]
/// The answer of f meets the exact value: the law of the families agreement and special.
inline Predicate agrees(Function function) {
  return [function](const Evaluator& f, const Case& input) {
    return f.agrees(function, input.arguments);
  };
}
// [agrees]

/// Two functions of the same arguments do.
inline Predicate agree(Function first, Function second) {
  return [=](const Evaluator& f, const Case& input) {
    return f.agrees(first, input.arguments) && f.agrees(second, input.arguments);
  };
}

}  // namespace softlaw::properties
