// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../law/law.hpp"

namespace softlaw::properties {

// [agrees]
/// The answer of f meets the exact value: the law of the families agreement and special.
inline Predicate agrees(Function function) {
  return [function](const Evaluator& f, const Case& input) {
    return f.agrees(function, input.arguments);
  };
}
// [agrees]

}  // namespace softlaw::properties
