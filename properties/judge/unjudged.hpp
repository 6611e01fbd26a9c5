// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/trial.hpp"

namespace softlaw::properties {

/// The functions that the subject supplies, each as `NAME in FORMAT`; those of integers, which know no
/// format, as `NAME`.
std::vector<std::string> supplied(const Defendant& defendant);

/// Those of them that no effective case of their own law has judged.
std::vector<std::string> unjudged(const std::vector<std::string>& supplied,
                                  std::span<const Evidence> laws);

}  // namespace softlaw::properties
