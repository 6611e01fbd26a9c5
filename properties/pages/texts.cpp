// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "pages/record.hpp"

namespace softlaw::properties {

extern const char* const texts;  // written by softlaw_literate

std::vector<Record> records_of(const std::vector<std::string>& kinds) {
  static const std::vector<Record> all = read_records(texts);
  std::vector<Record> chosen;
  std::ranges::copy_if(all, std::back_inserter(chosen), [&](const Record& record) {
    return std::ranges::find(kinds, record.kind) != kinds.end();
  });
  return chosen;
}

}  // namespace softlaw::properties
