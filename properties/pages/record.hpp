// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

namespace softlaw::properties {

/// A piece of the texts: the parts of one \\law, \\erratum, \\claim, \\source or \\proof, read from its file
/// when the program is built (pages/reader) and carried by the program as data.
struct Record {
  std::string kind;   ///< `law`, `erratum`, `claim`, `source` or `proof`
  std::string id;     ///< `bounds.max`, `S0-df-dn`, `S0`
  std::string title;  ///< the text behind the id
  std::string file;   ///< without the folders that lead to it
  int line = 0;
  /// The commands that follow, such as `statement`, with their texts, in the order of the file.
  std::vector<std::pair<std::string, std::string>> parts;

  /// The text of that part, or empty.
  const std::string& part(const std::string& name) const;
};

void write(std::ostream& out, const Record& record);
/// Reads the output of write(), one record after another.
std::vector<Record> read_records(const char* texts);

/// The records of the program whose kind is one of these, in the order in which they were read.
std::vector<Record> records_of(const std::vector<std::string>& kinds);

}  // namespace softlaw::properties
