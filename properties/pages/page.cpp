// SPDX-License-Identifier: Apache-2.0
#include "pages/page.hpp"

#include <algorithm>

namespace softlaw::properties {

const std::string& Page::part(const std::string& name) const {
  static const std::string nothing;
  const auto found = std::ranges::find(parts, name, &std::pair<std::string, std::string>::first);
  return found == parts.end() ? nothing : found->second;
}

const Page* find_page(const std::string& id) {
  const auto found = std::ranges::find(pages(), id, &Page::id);
  return found == pages().end() ? nullptr : &*found;
}

namespace {

const std::pair<const char*, const char*> documents[] = {
    {"S0", "Symbolic derivatives of exp/log soft-min, a note of 2025"},
    {"S1", "Higher-order total derivatives of softmax, an article of 2024"},
    {"S2", "Dive into Deep Learning, Softmax Regression, with solutions"},
    {"S3", "Softmax regression and related problems, notes on S2"},
};

}  // namespace

std::string source_title(const std::string& mark) {
  for (const auto& [name, title] : documents) {
    if (mark == name) return title;
  }
  return "What goes beyond the sources";
}

std::string with_sources_named(const std::string& text) {
  std::string named = text;
  for (const auto& [mark, title] : documents) {
    if (text.find(mark) != std::string::npos)
      named += std::string("\n") + mark + ": " + title + ".";
  }
  return named;
}

}  // namespace softlaw::properties
