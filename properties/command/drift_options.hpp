// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/verb.hpp"
#include "drift/drift.hpp"

// What drift and compare share.
namespace softlaw::properties::drift {

const Option& jobs_option();
MeasureSettings given_settings(const Given& given);
/// The blocks of the corpus that --function names; all without it.
std::vector<const Block*> chosen_blocks(const Given& given);

/// This machine, with the compiler of the --subject.
Machine machine_of(const Given& given);

/// Throws UsageError.
Baseline read_baseline(const std::string& path);
/// The old file stays until the new one is whole.  Throws std::runtime_error.
void write_baseline(const std::string& path, const Baseline& baseline);
/// The record that is nearest to the machine; UsageError if there is none.
const Record& nearest_record(const Baseline& baseline, const std::string& path,
                             const Machine& machine);
/// Says that no machine of the record is this one, and where the nearest differs; empty if one is.
std::string about_machine(const Record& record, const Machine& machine);
/// UsageError if nothing was compared.
void require_comparable(const Drift& drift, const std::string& path);

}  // namespace softlaw::properties::drift
