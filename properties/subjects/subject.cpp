// SPDX-License-Identifier: Apache-2.0
#include "subjects/subject.hpp"

#include <algorithm>
#include <iterator>

namespace softlaw::properties {

std::vector<Format> Subject::formats() const {
  // Codes and counts exist in every format: functions of floats decide, if there are any.
  for (const bool integers : {false, true}) {
    std::vector<Format> some;
    std::ranges::copy_if(reference::formats(), std::back_inserter(some), [&](const Format& format) {
      return std::ranges::any_of(functions(), [&](const FunctionItem* function) {
        return function->returns_integers == integers && has(*function, format);
      });
    });
    if (!some.empty()) return some;
  }
  return {};
}

}  // namespace softlaw::properties
