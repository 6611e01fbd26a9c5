// SPDX-License-Identifier: Apache-2.0
#include "pages/claim.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "judge/law.hpp"

namespace softlaw::properties {

namespace {

/// The ids in a list with commas.
std::vector<std::string> split_ids(const std::string& list) {
  std::vector<std::string> ids;
  std::istringstream text(list);
  for (std::string id; std::getline(text >> std::ws, id, ',');) ids.push_back(id);
  return ids;
}

/// The lists of laws and errata apart from the texts.
Claim claim_of(Record record, const std::string& source) {
  Claim claim{std::move(record), source, {}, {}};
  claim.laws = split_ids(claim.part("laws"));
  claim.errata = split_ids(claim.part("errata"));
  std::erase_if(claim.parts,
                [](const auto& part) { return part.first == "laws" || part.first == "errata"; });
  return claim;
}

}  // namespace

std::span<const Claim> claims() {
  static const std::vector<Claim> all = [] {
    std::vector<Claim> found;
    std::string source;  // each file begins with its source
    for (Record& record : records_of({"source", "claim"})) {
      if (record.kind == "source") {
        source = record.id;
      } else {
        found.push_back(claim_of(std::move(record), source));
      }
    }
    return found;
  }();
  return all;
}

std::string Claim::open() const {
  if (is_outside()) return {};
  if (is_false()) return errata.empty() ? "it is false and has no erratum" : "";
  return laws.empty() ? "it has no law" : "";
}

const Claim* find_claim(const std::string& id) {
  const auto found = std::ranges::find(claims(), id, &Claim::id);
  return found == claims().end() ? nullptr : &*found;
}

std::vector<const Claim*> match_claims(const std::string& pattern) {
  std::vector<const Claim*> matching;
  for (const Claim& claim : claims()) {
    if (claim.source == pattern || matches_pattern(claim.id, pattern)) matching.push_back(&claim);
  }
  return matching;
}

std::vector<const Claim*> claims_settled_by(const std::string& id) {
  std::vector<const Claim*> settled;
  for (const Claim& claim : claims()) {
    if (std::ranges::count(claim.laws, id) + std::ranges::count(claim.errata, id) > 0) {
      settled.push_back(&claim);
    }
  }
  return settled;
}

std::span<const std::string> claim_verdicts() {
  static const std::array<std::string, 5> verdicts{"true", "true under a hypothesis",
                                                   "false as printed", "definition", "qualitative"};
  return verdicts;
}

}  // namespace softlaw::properties
