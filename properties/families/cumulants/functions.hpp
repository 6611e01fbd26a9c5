// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"

namespace softlaw::properties {

/// (x, h, order)
extern const Function<Intervals(Vector, Vector, std::int64_t)> logsumexp_cumulants;
extern const Function<Interval(Vector, Directions)> logsumexp_derivative;

}  // namespace softlaw::properties
