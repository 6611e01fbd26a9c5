// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pages/record.hpp"

namespace softlaw::properties {

/// A statement of a source, with the laws and errata that settle it: `verdict`, `place`, `printed`, `hypotheses`,
/// `statement`, `correction`, `counterexample` and `outside` are its parts, those that there are.
struct Claim : Record {
  std::string source;  ///< the id of the source
  std::vector<std::string> laws, errata;

  bool is_false() const { return part("verdict") == "false as printed"; }
  bool is_outside() const { return !part("outside").empty(); }
  /// Why the claim is not settled: empty if it is.  A claim is settled by laws; one that is false
  /// as printed by an erratum; one that no law can speak of by the reason.
  std::string open() const;
};

/// All claims, in the order of the sources.
std::span<const Claim> claims();
const Claim* find_claim(const std::string& id);
/// The claims whose id matches a pattern with `*` and `?`, or that come from the source so named.
std::vector<const Claim*> match_claims(const std::string& pattern);
/// The claims that a law or an erratum settles.
std::vector<const Claim*> claims_settled_by(const std::string& id);

/// The verdicts on claims of the sources, in the order of a table.
std::span<const std::string> claim_verdicts();

}  // namespace softlaw::properties
