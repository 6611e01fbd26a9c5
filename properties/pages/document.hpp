// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "pages/record.hpp"

namespace softlaw::properties {

/// A document whose statements the laws settle, described at the head of its file in docs/sources,
/// or our own statements that go beyond all documents: these have no author.
struct Document : Record {
  bool is_printed() const { return !part("author").empty(); }
  /// `S0: Title`, or the title alone of a source that nobody printed.
  std::string heading() const { return is_printed() ? id + ": " + title : title; }
};

/// All sources, those that are printed first.
std::span<const Document> documents();
/// The source of that id, which exists.
const Document& document_called(const std::string& id);
/// The text with a line for each printed source that it cites.
std::string with_sources_named(const std::string& text);

}  // namespace softlaw::properties
