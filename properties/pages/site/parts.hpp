// SPDX-License-Identifier: Apache-2.0
// The parts that generated pages share: links, anchors and cells as Doxygen reads them, and the writers
// which.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "pages/proof.hpp"

namespace softlaw::properties {

/// Doxygen's anchors have no dots.
inline std::string anchor(std::string id) {
  std::ranges::replace(id, '.', '-');
  return id;
}

/// A link to a law or an erratum, in the form that needs no filter.
inline std::string reference_to(const std::string& id) {
  return "\\ref " + anchor(id) + " \"" + id + "\"";
}

/// A link to a claim of a source.
inline std::string claim_reference(const std::string& id) {
  return "\\ref claim-" + anchor(id) + " \"" + id + "\"";
}

inline void write_page(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path);
  if (!(file << text).flush()) throw std::runtime_error("cannot write '" + path.string() + "'");
}

/// What Coq has proved of that law or erratum, as a paragraph; nothing if it has not.
inline std::string proof_paragraph(const std::string& id) {
  const Proof* proof = find_proof(id);
  if (!proof) return {};
  return "\n<b>Proved</b> by Coq: `" + proof->theorem + "` in `" + proof->file +
         "`.\n\\code{.unparsed}\n" + proof->statement + "\n\\endcode\n";
}

/// The claims that a law or an erratum settles, as a paragraph; nothing if there are none.
std::string claims_line(const std::string& id);
/// Text that fits into a cell of a table.
std::string cell(std::string text);

/// The evidence of each law, and the table of them all.
void write_law_pages(const std::filesystem::path& folder, std::size_t cases);
/// The evidence of each erratum, and the tables of them all.
void write_errata_pages(const std::filesystem::path& folder);
/// The overview of the claims, and a page for each source.
void write_claim_pages(const std::filesystem::path& folder);
/// Answers of the conventions at some inputs that have no ordinary answer.
std::string special_values_table();
/// What the contracts that have a name are worth, at so many cases of each function.
std::string audits_page(std::size_t cases);

}  // namespace softlaw::properties
