// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "arrays/saved_calls.hpp"

namespace softlaw::properties {

/// Those of many saved calls that are judged, in this order.
struct Sample {
  std::vector<std::size_t> calls;
  std::size_t suspicious = 0;   ///< so many stand first: the farthest from our library
  std::size_t looked_over = 0;  ///< from so many they were taken
  std::size_t illegal = 0;      ///< so many of these have arguments that the function does not take
};

/// Looks over the calls, evenly over the arrays, until there are no more or the time is over.  If more than
/// `most` are legal, half of the sample are the most suspicious, and the others lie evenly among all.
Sample choose(const SavedCalls& calls, std::size_t most, double seconds);

}  // namespace softlaw::properties
