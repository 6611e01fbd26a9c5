// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/run.hpp"

namespace softlaw::properties {

/// A line of a source file.
struct Place {
  std::string file;  ///< empty if unknown
  int line = 0;
};

/// A law, or an erratum, that broke, in words that every report shares.
struct Finding {
  const Evidence* evidence = nullptr;
  std::string title;
  std::string statement;  ///< in plain text, one paragraph; so are the sources
  std::string sources;
  /// Labels and texts: first, smallest, returned, needed, …, in the order in which they are read.
  std::vector<std::pair<std::string, std::string>> rows;
  std::string input;              ///< the smallest, as `--input` takes it; empty if there is none
  std::string again;              ///< the command that repeats it; empty if there is none
  std::vector<std::string> also;  ///< other laws that broke for the same cause
  Place law;                      ///< in the tree of softlaw
  Place subject;                  ///< of the function that was called first

  /// One line: how the law broke and at what.
  std::string headline() const;
};

/// That of one law.
Finding finding_of(const Evidence& evidence, const Run& run);
/// All of a run, those of one cause once.
std::vector<Finding> findings(const Run& run);

/// The contract as people know it.
const std::string& contract_name(const Run& run);
/// The command as the user typed it, which the wrapper passes on.
std::string called_as();
std::string shell_quoted(const std::string& text);

/// The same, as short as a person reads it: 400 characters.
std::string shortened(const std::string& text);
/// Three digits.
std::string short_number(double value);
/// `1 case`, `2 cases`.
std::string counted(std::size_t count, const std::string& thing);

}  // namespace softlaw::properties
