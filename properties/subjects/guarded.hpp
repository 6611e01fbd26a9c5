// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <stdexcept>

// Arguments that our library refuses with an exception give NaN behind the C table.
namespace softlaw::properties {

template <class F>
auto guarded(F&& f) {
  try {
    return f();
  } catch (const std::logic_error&) {
    return std::numeric_limits<decltype(f())>::quiet_NaN();
  }
}

template <class Real, class F>
void guarded(Real* out, std::size_t n, F&& f) {
  try {
    f();
  } catch (const std::logic_error&) {
    std::fill(out, out + n, std::numeric_limits<Real>::quiet_NaN());
  }
}

}  // namespace softlaw::properties
