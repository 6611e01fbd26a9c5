// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/entropy.hpp>
#include <span>

#include "guarded.hpp"

namespace softlaw::properties {

/// Our entropies behind the C table: part of Ours.
template <class Real>
struct OursInformation {
  using In = std::span<const Real>;

  static Real entropy(const Real* p, std::size_t n) {
    return guarded([&] { return softlaw::entropy(In(p, n)); });
  }
};

}  // namespace softlaw::properties
