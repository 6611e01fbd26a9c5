// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "correctly_rounded.hpp"

namespace softlaw::properties {

/// The entropies of the reference behind the C table: part of Exact.
template <class Real>
struct ExactInformation {
  static Real entropy(const Real* p, std::size_t n) {
    return exact_one<Real>(Function::entropy, {Vector(p, p + n)});
  }
};

}  // namespace softlaw::properties
