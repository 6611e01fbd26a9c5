// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

#include "families/lattice/functions.hpp"

// What the functions of the lattice soft-min share.
namespace softlaw::properties {

inline constexpr Named place_n{"n"}, gap_d{"d", positive_and_finite},
    sharpness_alpha{"alpha", positive_and_finite};

/// There are no points for n < 0, and no remainder of an infinite n.
inline bool has_points(double n) { return n >= 0 && std::isfinite(n); }

/// An index, or nothing where there are no points.
inline std::optional<std::uint64_t> index_at(double n, double d,
                                             std::uint64_t (*index)(double, double)) {
  if (!has_points(n) || !(d > 0) || std::isinf(d)) return std::nullopt;
  return index(n, d);
}

/// Where there is no index a subject says 2^64 - 1.
inline std::optional<std::uint64_t> index_or_none(std::uint64_t returned,
                                                  const std::optional<std::uint64_t>& right) {
  if (!right && returned == std::numeric_limits<std::uint64_t>::max()) return std::nullopt;
  return returned;
}

/// What our library refuses has no index.
template <class F>
std::uint64_t index_or_maximum(F&& f) {
  try {
    return f();
  } catch (const std::logic_error&) {
    return std::numeric_limits<std::uint64_t>::max();
  }
}

}  // namespace softlaw::properties
