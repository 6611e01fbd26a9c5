// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/evidence.hpp"

namespace softlaw::properties {

/// The evidence of a law whose cases were judged in parts, in the order of the parts.  It is that of one
/// run over all cases, which ends at the first broken case: later parts do not count then.
Evidence joined(const std::vector<Evidence>& parts);

}  // namespace softlaw::properties
