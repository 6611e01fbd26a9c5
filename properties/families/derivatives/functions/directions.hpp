// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "function/refuse.hpp"

// What the functions of a vector and of directions share.
namespace softlaw::properties {

/// Of series and cumulants.
inline constexpr std::int64_t highest_order = 64;

inline std::vector<Intervals> enclose_all(const Directions& directions) {
  std::vector<Intervals> all;
  for (const Vector& h : directions) all.push_back(enclose(h));
  return all;
}

/// There are 1 to 20 directions as long as x.
inline void require_directions(const FunctionItem& function, const Vector& x,
                               const Directions& directions) {
  const Vector all = pack(directions);
  const std::size_t n = x.size(), got = all.size();
  if (n == 0 ? got == 0 : got > 0 && got % n == 0 && got / n <= 20) return;
  refuse(function, 1,
         "must have 1 to 20 times the " + std::to_string(n) + " entries of x, got " +
             std::to_string(got));
}

/// The directions behind the C table, as our library takes them.
template <class Real>
std::vector<std::span<const Real>> spans(const Real* const* directions, std::size_t n,
                                         std::size_t order) {
  std::vector<std::span<const Real>> all;
  for (std::size_t k = 0; k < order; ++k) all.emplace_back(directions[k], n);
  return all;
}

}  // namespace softlaw::properties
