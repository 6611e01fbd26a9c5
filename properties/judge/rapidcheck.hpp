// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "judge/law.hpp"

namespace softlaw::properties {

/// Case `index` of a law: the same for the same seed, on every machine, in any order.  Even
/// indices are binary64, odd ones binary32, if the subject has both.
Case draw(const Law& law, std::uint64_t seed, std::size_t index, Format format);

struct Shrunk {
  Case smallest;
  std::size_t steps;  ///< how many simplifications were accepted
};

/// The simplest case that still fails, found greedily from `start` within `budget` trials.
Shrunk shrink(const Inputs& inputs, const Case& start,
              const std::function<bool(const Case&)>& fails, std::size_t budget);

}  // namespace softlaw::properties
