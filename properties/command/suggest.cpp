// SPDX-License-Identifier: Apache-2.0
#include "suggest.hpp"

#include <algorithm>
#include <cctype>

namespace softlaw::properties {
namespace {

constexpr std::size_t most_shown = 5;

std::string in_small_letters(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

}  // namespace

std::string did_you_mean(const std::string& typed, const std::vector<std::string>& names) {
  std::vector<std::string> near;
  for (const std::string& name : names) {
    if (in_small_letters(name).find(in_small_letters(typed)) != std::string::npos) {
      near.push_back(name);
    }
  }
  if (near.empty()) return "";
  std::string text = "; did you mean ";
  for (std::size_t i = 0; i < std::min(near.size(), most_shown); ++i) {
    text += (i == 0 ? "" : ", ") + near[i];
  }
  if (near.size() > most_shown) {
    text += " or one of " + std::to_string(near.size() - most_shown) + " more";
  }
  return text + "?";
}

}  // namespace softlaw::properties
