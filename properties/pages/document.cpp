// SPDX-License-Identifier: Apache-2.0
#include "pages/document.hpp"

#include <algorithm>
#include <functional>

namespace softlaw::properties {

std::span<const Document> documents() {
  static const std::vector<Document> all = [] {
    std::vector<Document> found;
    for (Record& record : records_of({"source"})) found.push_back({std::move(record)});
    std::stable_partition(found.begin(), found.end(), std::mem_fn(&Document::is_printed));
    return found;
  }();
  return all;
}

const Document& document_called(const std::string& id) {
  return *std::ranges::find(documents(), id, &Document::id);
}

std::string with_sources_named(const std::string& text) {
  std::string named = text;
  for (const Document& source : documents()) {
    if (source.is_printed() && text.find(source.id) != std::string::npos) {
      named += "\n" + source.heading() + ".";
    }
  }
  return named;
}

}  // namespace softlaw::properties
