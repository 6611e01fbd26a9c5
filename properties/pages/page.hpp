// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace softlaw::properties {

/// What the comment of a law or an erratum says: read from its source by literate/read.cpp.
struct Page {
  std::string id;
  std::string kind;  ///< `law` or `erratum`
  std::string title;
  std::string file;
  int line;
  /// `statement`, `hypotheses`, `sources`, `derivation`, ... in the order of the comment.
  std::vector<std::pair<std::string, std::string>> parts;

  /// The text of that part, or empty.
  const std::string& part(const std::string& name) const;
};

std::span<const Page> pages();
/// The page of that law or erratum, or null.
const Page* find_page(const std::string& id);
/// The title of the document cited as S0 to S3, and of `beyond`.
std::string source_title(const std::string& mark);
/// The text with the documents named that it cites as S0 to S3.
std::string with_sources_named(const std::string& text);
/// LaTeX and Doxygen mark-up made readable on a terminal.
std::string plain(const std::string& text);

}  // namespace softlaw::properties
