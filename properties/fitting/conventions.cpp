// SPDX-License-Identifier: Apache-2.0
#include "fitting/conventions.hpp"

#include <algorithm>

#include "judge/gate.hpp"

namespace softlaw::properties {
namespace {

/// How many findings of special values there are under a contract: of all cases, not only of laws.
std::size_t findings(const SubjectPointer& subject, const Contract& contract,
                     std::span<const Law* const> special, const GateSettings& settings) {
  const Defendant defendant = Defendant::of(subject, contract);
  std::size_t sum = 0;
  for (const Evidence& evidence : run_gate(special, defendant, settings)) {
    sum += std::size_t{is_failure(evidence.verdict)};
    for (const auto& [line, count] : evidence.waived) sum += count;
  }
  return sum;
}

}  // namespace

Conventions find_conventions(const SubjectPointer& subject, const Contract& contract,
                             std::span<const Law* const> laws, std::uint64_t seed,
                             std::size_t cases) {
  std::vector<const Law*> special;
  std::ranges::copy_if(laws, std::back_inserter(special),
                       [](const Law* law) { return family(law->id) == "special"; });
  Conventions best = contract.conventions();
  if (special.empty()) return best;
  GateSettings settings;
  settings.each.seed = seed;
  settings.each.cases = cases;
  settings.each.explain = false;
  // every finding is counted, and none ends its law
  settings.each.waiver = [](const std::string&, const Case&) {
    return std::optional(std::size_t{0});
  };
  Contract tried = contract;
  std::size_t fewest = findings(subject, tried, special, settings);
  for (const Convention& convention : conventions()) {
    for (const Convention::Choice& choice : convention.choices) {
      if (fewest == 0 || choice.name == "not-called") continue;
      Conventions other = best;
      other.choose(convention.id, choice.name);
      tried.declare(other);
      const std::size_t found = findings(subject, tried, special, settings);
      if (found >= fewest) continue;
      fewest = found;
      best = other;
    }
  }
  return best;
}

}  // namespace softlaw::properties
