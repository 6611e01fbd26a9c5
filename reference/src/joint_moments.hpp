// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "weights.hpp"

namespace softlaw::reference {

/// softmax_derivative() of any order, for x not empty and at least one direction.
Vector softmax_derivative_beyond_3(const Vector& x, const std::vector<Vector>& directions);

}  // namespace softlaw::reference
