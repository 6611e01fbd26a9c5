// SPDX-License-Identifier: Apache-2.0
#include "judge/unjudged.hpp"

#include <algorithm>

namespace softlaw::properties {

std::vector<std::string> unjudged(const Defendant& defendant, std::span<const Evidence> laws) {
  std::vector<std::string> found;
  if (!defendant.subject) return found;
  for (const FunctionItem* function : functions()) {
    const auto own = std::ranges::find(laws, "agreement." + law_name(*function), &Evidence::id);
    for (const Format& format : defendant.formats) {
      if (!defendant.subject->has(*function, format)) continue;
      const bool judged = own != laws.end() && own->effective_formats.contains(format.name);
      const bool ended =
          own != laws.end() && (is_failure(own->verdict) || own->verdict == Verdict::waived);
      if (!judged && !ended) found.push_back(function->name + " in " + format.name);
    }
  }
  return found;
}

}  // namespace softlaw::properties
