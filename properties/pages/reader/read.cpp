// SPDX-License-Identifier: Apache-2.0
// Reads the pages of the laws from their sources' comments and writes them as a C++ table.
// Usage: softlaw_literate OUTPUT.cpp LAWS.cpp...
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "pages/reader/commands.hpp"

namespace {

using namespace softlaw::literate;

struct Page {
  std::string id, kind, title;
  Place place;
  std::vector<std::pair<std::string, std::string>> parts;
};

// What every law must say, and every erratum.
const std::vector<std::string> law_parts{"statement",  "hypotheses", "sources",
                                         "derivation", "rounding",   "witness"};
const std::vector<std::string> erratum_parts{"printed",        "sources",    "weight",
                                             "counterexample", "correction", "derivation"};
const std::set<std::string> all_parts{
    "statement", "words",   "hypotheses", "sources", "derivation",     "rounding",  "held",
    "inputs",    "witness", "printed",    "weight",  "counterexample", "correction"};

std::vector<Page> read_pages(const std::string& path) {
  std::ifstream source(path);
  if (!source) throw std::runtime_error("cannot read " + path);
  const std::string file = path.substr(path.find("families/"));
  std::vector<Page> pages;
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
        pages.push_back({command.argument, command.name, command.rest, {file, number}, {}});
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
  return pages;
}

[[noreturn]] void refuse(const Page& page, const std::string& what) {
  throw page.place.error(page.kind + " " + page.id + " " + what);
}

/// Every part that a page of its kind must have is there and says something.
void check(const Page& page) {
  for (const auto& name : page.kind == "law" ? law_parts : erratum_parts) {
    bool said = false;
    for (const auto& [part, text] : page.parts) said |= part == name && !trim(text).empty();
    if (!said) refuse(page, "says nothing under \\" + name);
  }
  for (const auto& [part, text] : page.parts) {
    if (part == "weight" && !text.starts_with("substance") && !text.starts_with("notation")) {
      refuse(page, "must begin its \\weight with `substance` or `notation`");
    }
  }
}

void write(std::ostream& out, const std::vector<Page>& pages) {
  out << "// Made by softlaw_literate from the comments of the laws.\n"
         "#include \"pages/page.hpp\"\n\n"
         "#include <array>\n\n"
         "namespace softlaw::properties {\n\n"
         "std::span<const Page> pages() {\n"
         "  static const std::array<Page, "
      << pages.size() << "> all{{\n";
  for (const Page& page : pages) {
    out << "    {" << literal(page.id) << ", " << literal(page.kind) << ", " << literal(page.title)
        << ", " << literal(page.place.file) << ", " << page.place.line << ", {\n";
    for (const auto& [name, text] : page.parts) {
      out << "      {" << literal(name) << ", " << literal(trim(text)) << "},\n";
    }
    out << "    }},\n";
  }
  out << "  }};\n  return all;\n}\n\n}  // namespace softlaw::properties\n";
}

}  // namespace

int main(int argc, char** argv) try {
  std::vector<Page> pages;
  for (int i = 2; i < argc; ++i) {
    for (Page& page : read_pages(argv[i])) {
      check(page);
      pages.push_back(std::move(page));
    }
  }
  std::ofstream out(argv[1]);
  write(out, pages);
  if (!out.flush()) throw std::runtime_error(std::string("cannot write ") + argv[1]);
} catch (const std::exception& error) {
  std::cerr << "softlaw_literate: " << error.what() << '\n';
  return 1;
}
