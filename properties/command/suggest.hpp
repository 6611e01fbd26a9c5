// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace softlaw::properties {

/// `; did you mean …?`: a few of the names that contain the typed text, in letters of either case,
/// and how many more there are; if none does, the nearest by at most two letters.  Else
/// `otherwise`.
std::string did_you_mean(const std::string& typed, const std::vector<std::string>& names,
                         const std::string& otherwise = "");

}  // namespace softlaw::properties
