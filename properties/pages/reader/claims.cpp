// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <sstream>

#include "pages/reader/texts.hpp"

namespace softlaw::literate {
namespace {

using Names = std::vector<std::string>;

const Names source_parts{"author", "where", "date", "licence", "about", "ids"};
const Names claim_parts{"verdict",    "place",          "printed", "hypotheses", "statement",
                        "correction", "counterexample", "laws",    "errata",     "outside"};
const Names verdicts{"true", "true under a hypothesis", "false as printed", "definition",
                     "qualitative"};

bool among(const Names& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

/// The parts that a record of its kind must have.  A source that nobody printed, ours, has no author, and its
/// claims neither a place nor a verdict.
Names required(const Record& record, bool is_printed) {
  if (record.kind == "source") {
    return is_printed ? Names{"author", "where", "date", "licence", "about", "ids"}
                      : Names{"about", "ids"};
  }
  return is_printed ? Names{"verdict", "place", "printed", "statement"} : Names{"statement"};
}

void check_id(const Record& claim, const std::string& name, const std::string& id) {
  if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") != std::string::npos) {
    throw error(claim, "'" + id + "' is not an id, under \\" + name + " of " + claim.id);
  }
}

void check_ids(const Record& claim, const std::string& name) {
  std::istringstream list(claim.part(name));
  for (std::string id; std::getline(list, id, ',');) check_id(claim, name, trim(id));
}

void check(const Record& record, const Record& source) {
  const bool is_printed = !source.part("author").empty();
  for (const std::string& name : required(record, is_printed)) {
    if (record.part(name).empty()) throw error(record, record.id + " says nothing under \\" + name);
  }
  if (record.kind == "source") return;
  if (!record.id.starts_with(source.part("ids"))) {
    throw error(record, "'" + record.id + "' is not an id for a claim of " + source.id);
  }
  if (is_printed && !among(verdicts, record.part("verdict"))) {
    throw error(record, "'" + record.part("verdict") + "' is not a verdict, of " + record.id);
  }
  check_ids(record, "laws");
  check_ids(record, "errata");
}

void add_part(Record& record, const Command& command, const Record& here) {
  if (!among(record.kind == "source" ? source_parts : claim_parts, command.name)) {
    throw error(here, "a " + record.kind + " has no part \\" + command.name);
  }
  const auto same = [&](const auto& part) { return part.first == command.name; };
  if (std::ranges::any_of(record.parts, same)) {
    throw error(here, "a second \\" + command.name + " of " + record.id);
  }
  record.parts.emplace_back(command.name, command.rest);
}

}  // namespace

std::vector<Record> read_claims(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  Record here{"", "", "", path.substr(path.rfind('/') + 1), 0, {}};
  std::vector<Record> records;
  for (std::string line; std::getline(file, line);) {
    ++here.line;
    if (line.empty() || line.front() == '#') continue;
    const Command command = read_command(line);
    if (command.name == "source" || command.name == "claim") {
      if (records.empty() != (command.name == "source")) {
        throw error(here, "a file of claims begins with its \\source and has one");
      }
      here.kind = command.name;
      records.push_back({here.kind, command.argument, command.rest, here.file, here.line, {}});
    } else if (!command.name.empty()) {
      if (records.empty()) throw error(here, "a part before the \\source");
      add_part(records.back(), command, here);
    } else {
      if (records.empty() || records.back().parts.empty()) {
        throw error(here, "text that belongs to no part");
      }
      records.back().parts.back().second += "\n" + trim(line);
    }
  }
  if (records.empty()) throw error(here, "a file of claims begins with its \\source");
  for (Record& record : records) {
    for (auto& [name, text] : record.parts) text = trim(text);
    check(record, records.front());
  }
  return records;
}

}  // namespace softlaw::literate
