// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <iosfwd>

#include "judge/gate.hpp"
#include "judge/waiver.hpp"

namespace softlaw::properties {

/// A run as the report and the evidence file tell it.
struct Run {
  std::string subject;       ///< as it was asked for
  std::string subject_name;  ///< as it calls itself
  std::string contract;      ///< empty for the reference: it judges the statements themselves
  std::uint64_t seed = 1;
  std::vector<Evidence> laws;
  std::vector<Evidence> errata;
  double seconds = 0;
  double timeout = 60;                ///< seconds that a case may take
  std::string notice;                 ///< of the subject, beside the laws
  std::vector<std::string> unjudged;  ///< what was supplied and met no effective case
  std::string contract_file;          ///< that --contract names, if it is one
  std::vector<WaiverUse> waivers;     ///< those of --waivers
  /// What repeats the judgement of a broken law at its smallest input, if not the command.
  std::function<std::string(const Evidence&)> again = nullptr;
};

/// Whether to colour: a terminal, and the user has not said no.
bool wants_colour(int file);

/// The command as the user typed it, which the wrapper passes on.
std::string called_as();
std::string shell_quoted(const std::string& text);

/// The whole report.
void print_report(std::ostream& out, const Run& run, bool colour);
/// One broken law: its statement, the input at which it breaks, the excess, the command that repeats it.
void print_failure(std::ostream& out, const Evidence& evidence, const Run& run, bool colour);

nlohmann::ordered_json to_json(const Run& run);

}  // namespace softlaw::properties
