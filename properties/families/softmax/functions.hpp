// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"

namespace softlaw::properties {

extern const Function<Intervals(Vector)> softmax, log_softmax;
/// (x, temperature)
extern const Function<Intervals(Vector, double)> softmax_temperature, log_softmax_temperature;
/// (x, columns, padding, temperature): row by row, `padding` entries apart.
extern const Function<Intervals(Vector, std::int64_t, std::int64_t, double)> softmax_rows,
    log_softmax_rows;

}  // namespace softlaw::properties
