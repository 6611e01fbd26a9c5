// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

#include "interval.hpp"

/// The last tier: precision without end.
namespace softlaw::exact {

inline constexpr std::size_t first_precision = 160;
inline constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

/// The rounded value of a number that enclosure(precision) encloses ever more closely.
///
/// It ends unless the number lies halfway between two floats and no precision encloses it exactly.
/// Where it is open whether there are such numbers, the search ends beyond `limit` bits: a number that
/// is so close to the middle is taken to lie there.
template <class R, class Enclosure>
R resolve(const Enclosure& enclosure, std::size_t limit = no_limit) {
  for (std::size_t bits = first_precision;; bits *= 2) {
    const Interval a = enclosure(Precision(bits));
    if (const auto result = rounded<R>(a, bits)) return *result;
    if (bits >= limit) return *rounded<R>(middle_of(a, limit / 2, bits), limit / 2);
  }
}

}  // namespace softlaw::exact
