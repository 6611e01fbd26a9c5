// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>

#include "inputs/inputs.hpp"
#include "judge/evaluator.hpp"

namespace softlaw::properties {

/// A predicate with typed arguments, made to take them from a case.
using Predicate = std::function<Truth(const Evaluator& f, const Case& input)>;

template <class... Args>
Predicate check(Truth (*predicate)(const Evaluator&, Args...)) {
  return [predicate](const Evaluator& f, const Case& input) {
    return [&]<std::size_t... i>(std::index_sequence<i...>) {
      return predicate(f, std::get<std::remove_cvref_t<Args>>(input.arguments.at(i))...);
    }
    (std::index_sequence_for<Args...>{});
  };
}

/**
 * A law: its predicate, its inputs, and the fault that shows that it can fail.
 *
 * Its statement, sources and derivation are the comment above the predicate: page() finds them.
 * Declaring a law with `const Law& name = law({...})` at namespace scope is all that is needed:
 * it is then listed, judged, tested, documented and counted.
 */
struct Law {
  std::string id;  ///< `family.name`: permanent
  Inputs inputs;
  Predicate predicate;
  std::string witness;  ///< the id of a fault that this law catches
  /// Why no function's error of 2^10 ulp is seen, if so: see resolution.hpp.
  std::string unresolved = {};
};

/**
 * A statement that a source prints and that is false: its printed form as a predicate, and an
 * input at which that is certainly not so.  The gate runs it.
 */
struct Erratum {
  std::string id;
  std::vector<Parameter> parameters;
  Predicate printed;
  std::string counterexample;  ///< as `--input` takes it
  std::string corrected_by;    ///< the law that is the correct statement
};

/// An id that laws no longer have, because the law was split: it still selects its successors.
struct Retired {
  std::string id;
  std::vector<std::string> successors;
};

const Law& law(Law definition);
const Retired& retired(Retired definition);
const Erratum& erratum(Erratum definition);

/// All laws, sorted by id: those that are declared, and the two of each function.
std::span<const Law* const> laws();
std::span<const Erratum* const> errata();
std::span<const Retired* const> retired_ids();
const Law* find_law(const std::string& id);
const Retired* find_retired(const std::string& id);
/// The laws whose id matches a pattern with `*` and `?`, or belongs to the family so named; those
/// that took the place of a retired id.
std::vector<const Law*> match_laws(const std::string& pattern);
std::string family(const std::string& id);
/// Whether the whole text matches a pattern with `*` and `?`.
bool matches_pattern(const std::string& text, const std::string& pattern);

/// Which functions a law asks for: seen by running it on the reference a few times.
std::vector<std::string> functions_used(const Law& law);

}  // namespace softlaw::properties
