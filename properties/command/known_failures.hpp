// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/verb.hpp"
#include "judge/corpus.hpp"
#include "reports/run.hpp"

namespace softlaw::properties {

const Option& corpus_option();
const Option& record_flag();
const Option& database_option();

/// The inputs at which laws broke before: those of the corpus that people keep, and those of the last
/// runs of the same subject in the same folder.  They are judged first.
class KnownFailures {
 public:
  /// `subject`: as it was asked for.  The database is left alone in a CI, unless it is asked for, and
  /// where `fresh` is true.
  KnownFailures(const Given& given, const std::string& subject, bool fresh);

  /// By law, for the gate.
  std::map<std::string, std::vector<std::string>> by_law() const;
  /// Writes what the run found into both; says how many entries went to the corpus.
  void note(const Run& run) const;

 private:
  void renew_database(const Run& run, const std::vector<KnownFailure>& found) const;

  std::string subject_;
  std::filesystem::path corpus_, database_;  ///< empty where there is none
  bool record_ = false;
  std::vector<KnownFailure> failures_;
};

}  // namespace softlaw::properties
