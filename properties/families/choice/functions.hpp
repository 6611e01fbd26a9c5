// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"

namespace softlaw::properties {

/// (a, b): that a is chosen, by scores and by strengths
extern const Function<Interval(double, double)> preference, bradley_terry;
/// (o, none): the default comes last
extern const Function<Intervals(Vector, double)> choice;

}  // namespace softlaw::properties
