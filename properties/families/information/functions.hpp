// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"

namespace softlaw::properties {

extern const Function<Interval(Vector)> entropy, softmax_entropy;
/// (p, q)
extern const Function<Interval(Vector, Vector)> cross_entropy, kl_divergence;
extern const Function<Interval(double)> surprisal, nats_to_bits, bits_to_nats;

}  // namespace softlaw::properties
