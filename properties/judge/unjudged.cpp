// SPDX-License-Identifier: Apache-2.0
#include "judge/unjudged.hpp"

#include <algorithm>

namespace softlaw::properties {
namespace {

constexpr const char* in_format = " in ";

/// Whether an effective case of its own law, in its format, has judged that function; or the law broke.
bool is_judged(const std::string& supplied, std::span<const Evidence> laws) {
  const std::size_t in = supplied.find(in_format);
  const FunctionItem* function = find_function(supplied.substr(0, in));
  if (!function) return false;
  const auto own = std::ranges::find(laws, "agreement." + law_name(*function), &Evidence::id);
  if (own == laws.end()) return false;
  if (is_failure(own->verdict) || own->verdict == Verdict::waived) return true;
  if (in == std::string::npos) return own->effective > 0;
  return own->effective_formats.contains(supplied.substr(in + std::string(in_format).size()));
}

}  // namespace

std::vector<std::string> supplied(const Defendant& defendant) {
  std::vector<std::string> names;
  if (!defendant.subject) return names;
  for (const FunctionItem* function : functions()) {
    for (const Format& format : defendant.formats) {
      if (!defendant.subject->has(*function, format)) continue;
      const bool of_integers = function->returns_integers;
      names.push_back(function->name + (of_integers ? "" : std::string(in_format) + format.name));
      if (of_integers) break;
    }
  }
  return names;
}

std::vector<std::string> unjudged(const std::vector<std::string>& supplied,
                                  std::span<const Evidence> laws) {
  std::vector<std::string> found;
  std::ranges::copy_if(supplied, std::back_inserter(found),
                       [&](const std::string& name) { return !is_judged(name, laws); });
  return found;
}

}  // namespace softlaw::properties
