// SPDX-License-Identifier: Apache-2.0
#include "subjects/subject.hpp"

#include <algorithm>

namespace softlaw::properties {

std::vector<Format> Subject::formats() const {
  std::vector<Format> some;
  for (const Format& format : reference::formats()) {
    const auto has_it = [&](const FunctionItem* function) { return has(*function, format); };
    if (std::ranges::any_of(functions(), has_it)) some.push_back(format);
  }
  return some;
}

}  // namespace softlaw::properties
