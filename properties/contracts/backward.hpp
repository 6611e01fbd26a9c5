// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "value/value.hpp"

namespace softlaw::properties {

class ExactValues;
class FunctionItem;

/// How far the results rise and fall when every argument moves by at most `delta`.
struct Moves {
  Intervals up, down;
};

/// Exactly, for log-sum-exp, soft-min, logaddexp, softmax, log-softmax and choice; nothing for others.
std::optional<Moves> moves(const FunctionItem& function, const Arguments& arguments,
                           const Interval& delta, ExactValues& exact);

}  // namespace softlaw::properties
