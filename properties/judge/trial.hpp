// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "contracts/contract.hpp"
#include "judge/evidence.hpp"
#include "subjects/subject.hpp"

namespace softlaw::properties {

/// The party under judgement: a subject and its promise, or the statements themselves.
struct Defendant {
  std::string name;
  SubjectPointer subject;  ///< null for the statements, which are judged on the reference
  Contract contract;
  std::vector<Format> formats;
  int bits = 0;  ///< of the enclosures on which statements are judged

  /// The subject under its own contract.
  static Defendant of(const SubjectPointer& subject);
  static Defendant of(const SubjectPointer& subject, const Contract& contract);
  /// The reference itself, with enclosures of that relative accuracy: its laws are the mathematical
  /// statements.
  static Defendant reference(int bits = 128);

  std::unique_ptr<Evaluator> evaluator(const Format& format, ExactValues& exact) const;
};

/// One part of the cases of every law: a run may be shared out among machines, see joined().
struct Shard {
  std::size_t index = 1;  ///< from 1 to count
  std::size_t count = 1;

  /// The cases of this part, of so many: the first, and the one after the last.
  std::pair<std::size_t, std::size_t> of(std::size_t cases) const;
};

struct Settings {
  std::uint64_t seed = 1;
  std::size_t cases = 0;             ///< of each law
  Shard shard = {};                  ///< those of them that are judged
  std::vector<std::string> known;    ///< inputs of the law that are judged before the drawn ones
  std::optional<double> seconds;     ///< for each law, instead of a number of cases
  std::optional<std::string> input;  ///< judge this input alone, as `--input` gives it
  /// Judge the cases that this gives, of any index from 0 on until it gives none, instead of drawn ones.
  /// All of them are judged, also after the law broke, if the time allows.
  std::function<std::optional<Case>(std::size_t index)> cases_from;
  bool explain = true;  ///< make counterexamples small, and keep them
  /// Called before each evaluation, with its input.
  std::function<void(const Case&)> before = [](const Case&) {};
  /// The line of the waiver that covers a finding of the law at the input, if one does.
  std::function<std::optional<std::size_t>(const std::string& law, const Case&)> waiver =
      [](const std::string&, const Case&) { return std::nullopt; };
};

/// Judges a law.  A case is effective if the law's witness, under the same contract, breaks on it.
Evidence judge(const Law& law, const Defendant& defendant, const Settings& settings);

/// Judges one erratum on the reference: holds if the printed statement is certainly false at the
/// counterexample.
Evidence judge(const Erratum& erratum);

/// The truth of the law at this input, by this evaluator; nothing when the input must be discarded.
std::optional<Truth> try_case(const Law& law, const Evaluator& evaluator, const Case& input);

/// Whether the law is certainly broken there: by the filter, if it can tell.  Throws Absent.
bool breaks(const Law& law, const Evaluator& evaluator, const Case& input);

}  // namespace softlaw::properties
