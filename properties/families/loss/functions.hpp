// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"

namespace softlaw::properties {

/// (o, y): logits and labels
extern const Function<Interval(Vector, Vector)> cross_entropy_logits;
extern const Function<Intervals(Vector, Vector)> cross_entropy_logits_gradient;
/// (o, label)
extern const Function<Interval(Vector, std::int64_t)> cross_entropy_label;
extern const Function<Intervals(Vector, std::int64_t)> cross_entropy_label_gradient;
/// (X, W, b): X is dense by rows of W.size() / b.size() entries, W by rows of b.size().
extern const Function<Intervals(Vector, Vector, Vector)> regression_logits;
/// (X, W, b, Y)
extern const Function<Interval(Vector, Vector, Vector, Vector)> regression_loss;
/// That of W by rows, then that of b.
extern const Function<Intervals(Vector, Vector, Vector, Vector)> regression_gradient;
/// (features, classes)
extern const Function<std::uint64_t(std::int64_t, std::int64_t)> regression_parameters;

}  // namespace softlaw::properties
