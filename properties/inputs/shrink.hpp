// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

namespace softlaw::properties {

/// Simpler cases than this one that the hypothesis still admits, the boldest first: fewer
/// entries, then 0 and ±1, then fewer bits, then a smaller exponent, then mass moved between
/// entries.  Each is strictly simpler in a well-founded order, so that shrinking ends.
std::vector<Case> simpler(const Inputs& inputs, const Case& input);

}  // namespace softlaw::properties
