// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/trial.hpp"

namespace softlaw::properties {

/// How many processors there are; at least 1.
std::size_t processor_count();

/// How far a run has come.
struct Progress {
  std::size_t laws_done = 0;
  std::size_t laws = 0;
  std::size_t cases = 0;
  std::size_t broken = 0;
};

struct GateSettings {
  Settings each;                                               ///< for each law
  std::map<std::string, std::vector<std::string>> known = {};  ///< inputs to try first, by law
  std::size_t workers = 0;                                     ///< processes; 0 for one a processor
  double seconds_for_a_case = 60;  ///< after which the subject counts as hung
  /// Called now and then, and whenever a law is done.
  std::function<void(const Progress&, const Evidence* finished)> progress = [](const Progress&,
                                                                               const Evidence*) {};
  /// The gate asks this several times a second; once it returns true, the run ends with what is done.
  std::function<bool()> interrupted = [] { return false; };
};

/// The note of a law that an interrupted run did not come to.
inline constexpr const char* interrupted_note = "not judged: the run was interrupted";

/// Judges laws in parallel processes and returns the evidence in the order of the laws.  A subject
/// that crashes or hangs costs one law: the input that did it is the finding, the rest goes on.
std::vector<Evidence> run_gate(std::span<const Law* const> laws, const Defendant& defendant,
                               const GateSettings& settings);

}  // namespace softlaw::properties
