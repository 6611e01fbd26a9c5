// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"

namespace softlaw::properties {

extern const Function<Intervals(Vector)> logsumexp_hessian;
/// (x, v)
extern const Function<Intervals(Vector, Vector)> logsumexp_hessian_vector;
extern const Function<Intervals(Vector, Directions)> softmax_derivative;
/// (x, h, order)
extern const Function<Intervals(Vector, Vector, std::int64_t)> softmax_jet, softmax_taylor;

}  // namespace softlaw::properties
