// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"

namespace softlaw::properties {

extern const Function<Interval(double, double)> logaddexp, logsubexp;
extern const Function<Interval(double)> softplus, logistic, log_logistic, logit, log1mexp,
    softplus_inverse;

}  // namespace softlaw::properties
