// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "function/function.hpp"

namespace softlaw::properties {

/// The exact results rounded to nearest, by the conventions for special values.  Throws
/// std::runtime_error when no precision up to 2^14 bits decides the rounding.
std::vector<double> correctly_rounded(Function function, const Arguments& arguments, Format format);

/// The only result, in the type of a table.
template <class Real>
Real exact_one(Function function, const Arguments& arguments) {
  constexpr Format format = sizeof(Real) == sizeof(double) ? Format::binary64 : Format::binary32;
  return static_cast<Real>(correctly_rounded(function, arguments, format).front());
}

/// All results, likewise.
template <class Real>
void exact_all(Function function, const Arguments& arguments, Real* out) {
  constexpr Format format = sizeof(Real) == sizeof(double) ? Format::binary64 : Format::binary32;
  std::ranges::transform(correctly_rounded(function, arguments, format), out,
                         [](double value) { return static_cast<Real>(value); });
}

}  // namespace softlaw::properties
