// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace softlaw::properties {

/// Names and values, in their order.
using Stamp = std::vector<std::pair<std::string, std::string>>;

/// All that a result may depend on beside the subject and the seed: commit, compiler, flags, libraries,
/// processor, and the floating-point environment; and the date.
Stamp environment_stamp();

/// The value of that name, or empty.
const std::string& value_of(const Stamp& stamp, const std::string& name);

}  // namespace softlaw::properties
