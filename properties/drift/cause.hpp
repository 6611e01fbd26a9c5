// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drift/movement.hpp"

namespace softlaw::properties::drift {

/// Why results moved, as far as the outputs at the probes tell.
struct Cause {
  std::string name;      ///< such as `another exponential`
  bool certain = false;  ///< the outputs prove it
  std::string evidence;  ///< what they show
};

/// The causes of all that moved; `unknown` where nothing else is found.  Empty if nothing moved.
std::vector<Cause> causes(const std::vector<Comparison>& compared);

}  // namespace softlaw::properties::drift
