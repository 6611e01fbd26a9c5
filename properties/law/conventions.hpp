// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function.hpp"

namespace softlaw::properties {

/// The exact results at any arguments, at the current working precision, by the conventions of
/// docs/chapters/special_values.md: infinities are points, NaN is the empty interval.  The
/// reference answers by this, so that the laws `special.*` hold every subject to it, and the
/// table on that page is made from it.
Intervals enclose_extended(const FunctionInfo& function, const Arguments& arguments);

/// Throws std::domain_error, naming argument and value, when the arguments are none of the
/// function: vectors of different length, a scale of 0, a temperature that is not positive, a
/// negative probability.
void check_domain(const FunctionInfo& function, const Arguments& arguments);

}  // namespace softlaw::properties
