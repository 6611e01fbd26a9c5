// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/gate.hpp"
#include "judge/waiver.hpp"
#include "reports/stamp.hpp"

namespace softlaw::properties {

/// A run as the reports and the evidence file tell it; docs/chapters/ci.md describes the file.
struct Run {
  std::string version = SOFTLAW_VERSION;
  Stamp environment;         ///< empty unless asked for: environment_stamp()
  std::string subject;       ///< as it was asked for
  std::string subject_name;  ///< as it calls itself
  std::string contract;      ///< empty for the reference: it judges the statements themselves
  std::uint64_t seed = 1;
  std::size_t cases = 0;  ///< of each law; 0 if a time was given instead
  Shard shard;
  bool whole = false;                        ///< nothing restricts the laws or the cases
  bool interrupted = false;                  ///< some laws were not judged
  double timeout = 60;                       ///< seconds that a case may take
  std::string notice;                        ///< of the subject, beside the laws
  std::vector<std::string> supplied;         ///< the subject's functions, each `NAME in FORMAT`
  std::vector<std::string> unjudged;         ///< those of them that met no effective case
  std::string contract_file;                 ///< that --contract names, if it is one
  std::vector<WaiverUse> waivers;            ///< those of --waivers
  std::map<std::string, std::string> lines;  ///< FILE:LINE of the functions of findings, if known
  std::vector<Evidence> laws;
  std::vector<Evidence> errata;
  double seconds = 0;
  /// What repeats the judgement of a broken law at its smallest input, if not the command.
  std::function<std::string(const Evidence&)> again = nullptr;
};

struct Totals {
  std::size_t holds = 0, failed = 0, waived = 0, vacuous = 0, not_applicable = 0, cases = 0,
              effective = 0;
};
Totals count(const Run& run);

nlohmann::ordered_json to_json(const Run& run);
/// Reads the output of to_json().  Throws std::invalid_argument that says what is wrong with it.
Run read_run(const nlohmann::ordered_json& json);

}  // namespace softlaw::properties
