// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"

namespace softlaw::properties {

extern const Function<Interval(Vector)> logsumexp, softmin, excess;
/// (x, lambda)
extern const Function<Interval(Vector, double)> logsumexp_scaled, softmin_scaled;

}  // namespace softlaw::properties
