// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"

namespace softlaw::properties {

/// (p, alpha)
extern const Function<Intervals(Vector, double)> escort;

}  // namespace softlaw::properties
