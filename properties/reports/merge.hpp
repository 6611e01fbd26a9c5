// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/run.hpp"

namespace softlaw::properties {

/// The run whose shards these are, in any order: as one run would tell it, but for times.  Throws
/// std::invalid_argument when they are not all shards of one run, each once.
Run merged(std::vector<Run> shards);

}  // namespace softlaw::properties
