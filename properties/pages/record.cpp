// SPDX-License-Identifier: Apache-2.0
#include "pages/record.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>

namespace softlaw::properties {
namespace {

// The characters that ASCII has for this: no text holds them.
constexpr char record_mark = '\x1e', unit_mark = '\x1f';

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    pieces.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return pieces;
}

Record read_record(std::string_view text) {
  const auto units = split(text, unit_mark);
  const auto unit = [&](std::size_t i) { return std::string(units.at(i)); };
  Record record{unit(0), unit(1), unit(2), unit(3), std::stoi(unit(4)), {}};
  for (std::size_t i = 5; i + 1 < units.size(); i += 2) {
    record.parts.emplace_back(unit(i), unit(i + 1));
  }
  return record;
}

}  // namespace

const std::string& Record::part(const std::string& name) const {
  static const std::string nothing;
  const auto found = std::ranges::find(parts, name, &std::pair<std::string, std::string>::first);
  return found == parts.end() ? nothing : found->second;
}

void write(std::ostream& out, const Record& record) {
  out << record_mark << record.kind << unit_mark << record.id << unit_mark << record.title
      << unit_mark << record.file << unit_mark << record.line;
  for (const auto& [name, text] : record.parts) out << unit_mark << name << unit_mark << text;
}

std::vector<Record> read_records(const char* texts) {
  std::vector<Record> records;
  const auto pieces = split(texts, record_mark);
  for (std::size_t i = 1; i < pieces.size(); ++i) records.push_back(read_record(pieces[i]));
  return records;
}

}  // namespace softlaw::properties
