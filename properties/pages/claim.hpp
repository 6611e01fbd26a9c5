// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace softlaw::properties {

/// A statement of one of the sources, or one that goes beyond them, and what settles it.  It is
/// read from docs/sources/SOURCE.claims by literate/claims.cpp.
struct Claim {
  std::string id;      ///< `S0-df-dn`, `B01`
  std::string source;  ///< `S0` to `S3`, or `beyond`
  std::string title;   ///< of what goes beyond the sources
  std::string file;
  int line;
  /// `verdict`, `place`, `printed`, `hypotheses`, `statement`, `correction`, `counterexample`,
  /// `outside`: those that there are.
  std::vector<std::pair<std::string, std::string>> parts;
  std::vector<std::string> laws, errata;

  /// The text of that part, or empty.
  const std::string& part(const std::string& name) const;
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

/// `S0` to `S3`, then `beyond`.
std::span<const std::string> claim_sources();
/// The verdicts on claims of the sources, in the order of a table.
std::span<const std::string> claim_verdicts();

}  // namespace softlaw::properties
