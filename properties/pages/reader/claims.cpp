// SPDX-License-Identifier: Apache-2.0
// Reads what the sources claim and writes it as a C++ table.
// Usage: softlaw_claims OUTPUT.cpp SOURCE.claims...
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "pages/reader/commands.hpp"

namespace {

using namespace softlaw::literate;

struct Claim {
  std::string id, source, title;
  Place place;
  std::map<std::string, std::string> parts;
};

const std::vector<std::string> parts{"verdict",   "place",      "printed",        "hypotheses",
                                     "statement", "correction", "counterexample", "laws",
                                     "errata",    "outside"};
/// What every claim of a source must say, and every statement that goes beyond them.
const std::vector<std::string> source_parts{"verdict", "place", "printed", "statement"};
const std::vector<std::string> beyond_parts{"statement"};
const std::set<std::string> verdicts{"true", "true under a hypothesis", "false as printed",
                                     "definition", "qualitative"};

std::vector<Claim> read_claims(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  Place here{without_folders(path), 0};
  const std::string source = here.file.substr(0, here.file.rfind('.'));
  std::vector<Claim> claims;
  std::string* part = nullptr;
  for (std::string line; std::getline(file, line);) {
    ++here.line;
    if (line.empty() || line.front() == '#') continue;
    const Command command = read_command(line);
    if (command.name == "claim") {
      claims.push_back({command.argument, source, command.rest, here, {}});
      part = nullptr;
    } else if (!command.name.empty()) {
      if (claims.empty()) throw here.error("a part before the first \\claim");
      if (std::ranges::find(parts, command.name) == parts.end()) {
        throw here.error("no part is called \\" + command.name);
      }
      const auto [at, is_new] = claims.back().parts.try_emplace(command.name, command.rest);
      if (!is_new) throw here.error("a second \\" + command.name + " of " + claims.back().id);
      part = &at->second;
    } else {
      if (!part) throw here.error("text that belongs to no part");
      *part += "\n" + trim(line);
    }
  }
  return claims;
}

/// The ids in a list with commas.
std::vector<std::string> ids(const std::string& list) {
  std::vector<std::string> found;
  std::istringstream text(list);
  for (std::string id; std::getline(text, id, ',');) {
    if (!trim(id).empty()) found.push_back(trim(id));
  }
  return found;
}

void check(const Claim& claim) {
  const auto said = [&](const std::string& name) {
    const auto found = claim.parts.find(name);
    return found == claim.parts.end() ? std::string() : trim(found->second);
  };
  const bool beyond = claim.source == "beyond";
  if (!claim.id.starts_with(beyond ? "B" : claim.source + "-")) {
    throw claim.place.error("'" + claim.id + "' is no id for a claim of " + claim.source);
  }
  for (const std::string& name : beyond ? beyond_parts : source_parts) {
    if (said(name).empty()) throw claim.place.error(claim.id + " says nothing under \\" + name);
  }
  if (!beyond && !verdicts.contains(said("verdict"))) {
    throw claim.place.error("'" + said("verdict") + "' is no verdict, of " + claim.id);
  }
  for (const char* name : {"laws", "errata"}) {
    for (const std::string& id : ids(said(name))) {
      if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") != std::string::npos) {
        throw claim.place.error("'" + id + "' is no id, under \\" + name + " of " + claim.id);
      }
    }
  }
}

void write_ids(std::ostream& out, const Claim& claim, const std::string& name) {
  out << "{";
  const auto found = claim.parts.find(name);
  if (found != claim.parts.end()) {
    for (const std::string& id : ids(found->second)) out << literal(id) << ", ";
  }
  out << "}";
}

void write(std::ostream& out, const std::vector<Claim>& claims) {
  out << "// Made by softlaw_claims from docs/sources.\n"
         "#include \"pages/claim.hpp\"\n\n"
         "#include <array>\n\n"
         "namespace softlaw::properties {\n\n"
         "std::span<const Claim> claims() {\n"
         "  static const std::array<Claim, "
      << claims.size() << "> all{{\n";
  for (const Claim& claim : claims) {
    out << "    {" << literal(claim.id) << ", " << literal(claim.source) << ", "
        << literal(claim.title) << ", " << literal(claim.place.file) << ", " << claim.place.line
        << ", {\n";
    for (const std::string& name : parts) {
      const auto found = claim.parts.find(name);
      if (name == "laws" || name == "errata" || found == claim.parts.end()) continue;
      out << "      {" << literal(name) << ", " << literal(trim(found->second)) << "},\n";
    }
    out << "    }, ";
    write_ids(out, claim, "laws");
    out << ", ";
    write_ids(out, claim, "errata");
    out << "},\n";
  }
  out << "  }};\n  return all;\n}\n\n}  // namespace softlaw::properties\n";
}

}  // namespace

int main(int argc, char** argv) try {
  std::vector<Claim> claims;
  std::map<std::string, Place> seen;
  for (int i = 2; i < argc; ++i) {
    for (Claim& claim : read_claims(argv[i])) {
      check(claim);
      const auto [before, is_new] = seen.try_emplace(claim.id, claim.place);
      if (!is_new) {
        throw claim.place.error(claim.id + " is there twice: see line " +
                                std::to_string(before->second.line));
      }
      claims.push_back(std::move(claim));
    }
  }
  std::ofstream out(argv[1]);
  write(out, claims);
  if (!out.flush()) throw std::runtime_error(std::string("cannot write ") + argv[1]);
} catch (const std::exception& error) {
  std::cerr << "softlaw_claims: " << error.what() << '\n';
  return 1;
}
