// SPDX-License-Identifier: Apache-2.0
#include "reports/merge.hpp"

#include "command/options.hpp"
#include "command/outputs.hpp"

namespace softlaw::properties {
namespace {

const Option files_argument{.name = "evidence",
                            .takes = "EVIDENCE",
                            .help =
                                "The evidence of every shard of one run; or that of a whole run, "
                                "to report it in further forms",
                            .repeated = true,
                            .required = true};

int merge(const Given& given) {
  const std::vector<std::string>& files = given.all(files_argument);
  std::vector<Run> shards;
  for (const std::string& file : files) shards.push_back(read_evidence_file(file));
  Outputs outputs(given, files);
  Run whole;
  try {
    whole = merged(std::move(shards));
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
  outputs.write(whole);
  return exit_code(whole);
}

const Verb& merge_verb =
    verb({.id = "merge",
          .summary = "Join the evidence of the shards of one run, and report it",
          .options = {files_argument, evidence_option(), report_option()},
          .exit_codes =
              "Exit codes: 0 all laws hold, 1 a law is broken, 2 usage, or the files are not all "
              "shards of one run, 3 a file cannot be written, 4 a supplied function was "
              "not judged.",
          .run = merge});

}  // namespace
}  // namespace softlaw::properties
