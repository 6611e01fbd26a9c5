// SPDX-License-Identifier: Apache-2.0
#include "command/suggest.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <numeric>
#include <utility>

namespace softlaw::properties {
namespace {

constexpr std::size_t most_shown = 5;

std::string in_small_letters(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// How many letters must be put in, left out or replaced.
std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = std::exchange(row[j + 1], std::min({row[j + 1] + 1, row[j] + 1, replaced}));
    }
  }
  return row.back();
}

std::vector<std::string> that_contain(const std::string& typed,
                                      const std::vector<std::string>& names) {
  std::vector<std::string> found;
  std::ranges::copy_if(names, std::back_inserter(found), [&](const std::string& name) {
    return in_small_letters(name).find(in_small_letters(typed)) != std::string::npos;
  });
  return found;
}

/// The nearest, at most two letters off and at most half of them.
std::vector<std::string> nearest(const std::string& typed, const std::vector<std::string>& names) {
  std::vector<std::string> found;
  std::size_t least = std::min<std::size_t>(2, typed.size() / 2);
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(in_small_letters(typed), in_small_letters(name));
    if (distance > least) continue;
    if (distance < least) found.clear();
    least = distance;
    found.push_back(name);
  }
  return found;
}

}  // namespace

std::string did_you_mean(const std::string& typed, const std::vector<std::string>& names,
                         const std::string& otherwise) {
  if (typed.empty()) return otherwise;  // every name contains it
  std::vector<std::string> near = that_contain(typed, names);
  if (near.empty()) near = nearest(typed, names);
  if (near.empty()) return otherwise;
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
