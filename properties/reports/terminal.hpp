// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

#include "reports/finding.hpp"

namespace softlaw::properties {

/// Whether to colour: a terminal, and the user has not said no.
bool wants_colour(int file);

/// One finding: the statement, the input at which the law breaks, the excess, the command that repeats it.
void print_finding(std::ostream& out, const Finding& finding, bool colour);

/// The report that `verify` prints: the table, the findings, the totals.
void print_report(std::ostream& out, const Run& run, bool colour);

}  // namespace softlaw::properties
