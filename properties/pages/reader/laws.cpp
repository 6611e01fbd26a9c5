// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <set>

#include "pages/reader/texts.hpp"

namespace softlaw::literate {
namespace {

// The parts that every law and every erratum must have.
const std::vector<std::string> law_parts{"statement",  "hypotheses", "sources",
                                         "derivation", "rounding",   "witness"};
const std::vector<std::string> erratum_parts{"printed",        "sources",    "weight",
                                             "counterexample", "correction", "derivation"};
const std::set<std::string> all_parts{
    "statement", "words",   "hypotheses", "sources", "derivation",     "rounding",   "held",
    "inputs",    "witness", "printed",    "weight",  "counterexample", "correction", "proved"};

[[noreturn]] void refuse(const Record& page, const std::string& what) {
  throw error(page, page.kind + " " + page.id + " " + what);
}

/// Every part that a page of its kind must have is there and says something.
void check(const Record& page) {
  for (const auto& name : page.kind == "law" ? law_parts : erratum_parts) {
    if (page.part(name).empty()) refuse(page, "says nothing under \\" + name);
  }
  for (const auto& [part, text] : page.parts) {
    if (part == "weight" && !text.starts_with("substance") && !text.starts_with("notation")) {
      refuse(page, "must begin its \\weight with `substance` or `notation`");
    }
  }
}

}  // namespace

std::vector<Record> read_laws(const std::string& path) {
  std::ifstream source(path);
  if (!source) throw std::runtime_error("cannot read " + path);
  const std::string file = path.substr(path.find("families/"));
  std::vector<Record> pages;
  bool in_comment = false, in_page = false;
  int number = 0;
  for (std::string line; std::getline(source, line);) {
    ++number;
    if (line.starts_with("/**")) {
      in_comment = true;
      in_page = false;
    } else if (line.find("*/") != std::string::npos) {
      in_comment = false;
    } else if (in_comment) {
      const Command command = read_command(line);
      if (command.name == "law" || command.name == "erratum") {
        pages.push_back({command.name, command.argument, command.rest, file, number, {}});
        in_page = true;
      } else if (in_page && all_parts.contains(command.name)) {
        pages.back().parts.emplace_back(command.name, command.rest + "\n");
      } else if (command.name == "evidence" || command.name == "page") {
        in_page = false;
      } else if (in_page && !pages.back().parts.empty()) {
        pages.back().parts.back().second += line + "\n";
      }
    }
  }
  for (Record& page : pages) {
    for (auto& [name, text] : page.parts) text = trim(text);
    check(page);
  }
  return pages;
}

}  // namespace softlaw::literate
