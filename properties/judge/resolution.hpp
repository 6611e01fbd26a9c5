// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/trial.hpp"

namespace softlaw::properties {

/// The largest error that resolution() tries, in ulp.
inline constexpr double coarsest_resolution = 0x1p20;

/// How small an error of one function a law sees: the least power of two k such that results moved by k
/// ulp (integers by k) break the law within `cases` cases, under the contract of the defendant, whose
/// results are moved.  Nothing if 2^20 does not break it, for integers no power up to 2^10.
std::optional<double> resolution(const Law& law, const FunctionItem& function,
                                 const Defendant& defendant, std::uint64_t seed, std::size_t cases);

}  // namespace softlaw::properties
