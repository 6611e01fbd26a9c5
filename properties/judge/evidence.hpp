// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "judge/law.hpp"

namespace softlaw::properties {

enum class Verdict {
  holds,
  broken,
  not_applicable,  ///< the subject lacks a function that the law needs
  vacuous,         ///< no case could have told a right implementation from a wrong one
  flaky,           ///< broken once, but not when tried again
  crashed,         ///< the subject ended the process
  hung,            ///< the subject did not return
  waived,          ///< broken, or worse, at inputs alone that a waiver covers
};

std::string to_string(Verdict verdict);

/// An input at which a law breaks, as it was found and as small as it could be made.
struct Counterexample {
  Case first;
  Case smallest;
  std::size_t steps = 0;
  std::vector<Call> calls;  ///< at the smallest input
  Breach breach;
  double strain = 0;
};

/// Facts that a law states and that the subject does not promise: seen, and asked of nobody.
struct Unpromised {
  std::string facts;           ///< empty if all is promised
  std::size_t seen_false = 0;  ///< cases
  std::string first;           ///< of them, as `--input` takes it

  /// For the note of the law; empty without facts.
  std::string text() const;
};

/// The record of one law in a run.
struct Evidence {
  std::string id;
  Verdict verdict = Verdict::holds;
  std::size_t cases = 0;
  std::size_t effective = 0;
  std::size_t discards = 0;
  std::map<std::string, std::size_t> formats;            ///< cases of each
  std::map<std::string, std::size_t> effective_formats;  ///< effective ones of each
  std::map<std::string, std::size_t> classes;
  std::map<std::size_t, std::size_t> waived;  ///< findings, by the line of their waiver
  double worst_strain = 0;          ///< the largest share of the contract used; above 1 is broken
  std::optional<double> worst_ulp;  ///< the largest error, of laws that compare with exact values
  std::optional<Case> worst_input;
  std::optional<Counterexample> counterexample;
  Unpromised unpromised;
  std::string note;
  double seconds = 0;
};

bool is_failure(Verdict verdict);

void to_json(nlohmann::ordered_json& json, const Evidence& evidence);
/// Reads the output of to_json(); the law gives the kinds of its arguments.
Evidence read_evidence(const nlohmann::ordered_json& json);

}  // namespace softlaw::properties
