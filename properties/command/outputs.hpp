// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "command/output_file.hpp"
#include "command/verb.hpp"
#include "reports/report.hpp"

// Where a run is told: shared by the verbs that judge and merge.
namespace softlaw::properties {

const Option& evidence_option();
const Option& report_option();

/// The evidence and the reports that were asked for.  All files are opened at once, before a long run.
class Outputs {
 public:
  /// None of them may be one of these files, which are read.
  Outputs(const Given& given, const std::vector<std::string>& inputs);

  /// The report of the terminal, unless another text goes to standard output, and all files.
  void write(const Run& run);

 private:
  struct Told {
    const Report* report;
    std::string path;  ///< `-` for standard output, empty for the log
    std::unique_ptr<OutputFile> file;
  };

  void add(const Report& report, const std::string& path, const std::string& option);
  void add_reports(const std::vector<std::string>& asked);
  void refuse_inputs(const std::vector<std::string>& inputs) const;

  std::vector<Told> told_;
};

/// Reads the evidence of a run.  Throws UsageError that names the file.
Run read_evidence_file(const std::string& file);

/// The exit code of a run: a law broke, something supplied was not judged, the run was interrupted.
int exit_code(const Run& run);

}  // namespace softlaw::properties
