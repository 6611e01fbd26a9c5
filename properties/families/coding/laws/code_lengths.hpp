// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "families/terms.hpp"

// What the laws of codes say of lengths.
namespace softlaw::properties {

/// The mean of the lengths under p.
inline Interval mean_length(const Vector& p, const Integers& lengths) {
  Interval total = 0;
  for (std::size_t i = 0; i < p.size(); ++i) total += Interval(p[i]) * count(lengths[i]);
  return total;
}

/// The logarithm of an integer that is a float.
inline Interval log_of(std::int64_t radix) { return log(Interval(static_cast<double>(radix))); }

}  // namespace softlaw::properties
