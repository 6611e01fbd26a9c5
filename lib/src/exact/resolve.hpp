// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interval.hpp"

/// The last tier: precision without end.
namespace softlaw::exact {

inline constexpr std::size_t first_precision = 160;

/// The rounded value of a number that enclosure(precision) encloses ever more closely. It ends unless
/// the number lies halfway between two floats and cannot be enclosed exactly.
template <class R, class Enclosure>
R resolve(const Enclosure& enclosure) {
  for (std::size_t bits = first_precision;; bits *= 2) {
    if (const auto result = rounded<R>(enclosure(Precision(bits)), bits)) return *result;
  }
}

}  // namespace softlaw::exact
