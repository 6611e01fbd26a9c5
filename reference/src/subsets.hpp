// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace softlaw::reference {

/// Calls visit(part, rest) for each split of \p set in two. Sets are bit masks.
template <class Visit>
void for_each_split(std::size_t set, Visit&& visit) {
  for (std::size_t part = set;; part = (part - 1) & set) {
    visit(part, set ^ part);
    if (part == 0) return;
  }
}

/// The least member of a set that is not empty.
inline std::size_t first_of(std::size_t set) { return set & (~set + 1); }

}  // namespace softlaw::reference
