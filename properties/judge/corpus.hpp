// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "judge/law.hpp"

namespace softlaw::properties {

/// An input at which a law broke: people keep it, and it is judged before all others.
struct KnownFailure {
  std::string law;
  std::string input;         ///< as `--input` takes it
  std::string date;          ///< of the finding, such as 2026-05-31
  std::string reason;        ///< one line
  std::string subject = {};  ///< only in the database of recent failures

  bool same_input(const KnownFailure& other) const {
    return law == other.law && input == other.input && subject == other.subject;
  }
};

/// Reads a corpus: paragraphs of lines `law …`, `input …`, `date …`, `reason …`, and lines that begin
/// with #.  Throws std::invalid_argument, with file and line, for a law or an input that this program
/// does not have; a lenient reader leaves such entries out.
std::vector<KnownFailure> read_corpus(const std::filesystem::path& file, bool lenient = false);
/// Appends those that the file does not have yet, and makes the file if there is none; how many.
std::size_t append_to_corpus(const std::filesystem::path& file,
                             const std::vector<KnownFailure>& failures);
/// One paragraph.
std::string to_text(const KnownFailure& failure);

}  // namespace softlaw::properties
