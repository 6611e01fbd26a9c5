// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <iosfwd>
#include <span>
#include <string>

#include "reports/finding.hpp"

namespace softlaw::properties {

/// A form in which a run is reported: one item, in a file of its own, which registers it.
struct Report {
  std::string id;       ///< as `--report` takes it
  std::string summary;  ///< for the help
  std::function<void(std::ostream& out, const Run& run)> print;
  bool to_log = false;  ///< belongs into the log, among the other lines: needs no file
};

const Report& report(Report definition);
/// All forms, sorted by id.
std::span<const Report* const> reports();

}  // namespace softlaw::properties
