// SPDX-License-Identifier: Apache-2.0
#include "function/arguments.hpp"

#include <algorithm>

namespace softlaw::properties {

Vector pack(const Directions& directions) {
  Vector all;
  for (const Vector& h : directions) all.insert(all.end(), h.begin(), h.end());
  return all;
}

Directions unpack_directions(const Arguments& arguments, std::size_t i) {
  const auto n = std::ssize(std::get<Vector>(arguments.front()));
  const Vector& all = std::get<Vector>(arguments.at(i));
  if (n == 0) return {all};
  Directions directions;
  for (auto h = all.begin(); h != all.end();) {
    const auto end = h + std::min(n, all.end() - h);
    directions.emplace_back(h, end);
    h = end;
  }
  return directions;
}

}  // namespace softlaw::properties
