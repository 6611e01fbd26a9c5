// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>

namespace softlaw::properties::drift {

/// Prints in which laws two files of evidence differ, in verdicts and in the worst errors, and returns
/// in how many.  Throws nlohmann::json::exception where one is not evidence.
std::size_t print_difference(std::ostream& out, const nlohmann::ordered_json& before,
                             const nlohmann::ordered_json& after);

}  // namespace softlaw::properties::drift
