// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace softlaw::properties {

/// Reads the arguments of a call, runs its verb, and returns the exit code.  Prints the help where
/// it is asked for; throws UsageError.
int run_verb(std::vector<std::string> arguments);

}  // namespace softlaw::properties
