// SPDX-License-Identifier: Apache-2.0
#include "pages/claim.hpp"

#include <algorithm>
#include <array>

#include "judge/law.hpp"

namespace softlaw::properties {

const std::string& Claim::part(const std::string& name) const {
  static const std::string nothing;
  const auto found = std::ranges::find(parts, name, &std::pair<std::string, std::string>::first);
  return found == parts.end() ? nothing : found->second;
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

std::span<const std::string> claim_sources() {
  static const std::array<std::string, 5> sources{"S0", "S1", "S2", "S3", "beyond"};
  return sources;
}

std::span<const std::string> claim_verdicts() {
  static const std::array<std::string, 5> verdicts{"true", "true under a hypothesis",
                                                   "false as printed", "definition", "qualitative"};
  return verdicts;
}

}  // namespace softlaw::properties
