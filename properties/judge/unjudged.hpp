// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/trial.hpp"

namespace softlaw::properties {

/// The functions that the subject supplies and that no effective case of their own law has judged.
std::vector<std::string> unjudged(const Defendant& defendant, std::span<const Evidence> laws);

}  // namespace softlaw::properties
