// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

#include "function/conventions.hpp"

namespace softlaw::properties {

/// The values that a parameter of a function may have: a number, each entry of a vector, or an
/// integer.  NaN is admitted where the function answers it with NaN.
struct Domain {
  const char* must_be = nullptr;  ///< of numbers: such as `positive`; null if any will do
  bool (*admits)(double) = nullptr;
  std::int64_t least = 0;  ///< of integers
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

inline constexpr Domain positive{"positive", [](double v) { return v > 0; }};
/// 0 too where the convention in force answers it.
inline constexpr Domain positive_temperature{
    "positive",
    [](double v) { return v > 0 || (v == 0 && !follows("temperature-zero", "refused")); }};
inline constexpr Domain positive_and_finite{"positive and finite",
                                            [](double v) { return v > 0 && !std::isinf(v); }};
/// A strength: NaN is answered.
inline constexpr Domain positive_finite_or_nan{
    "positive and finite", [](double v) { return !(v <= 0) && !std::isinf(v); }};
inline constexpr Domain non_zero{"a non-zero number", [](double v) { return v < 0 || v > 0; }};
/// Probabilities that need not sum to 1, labels, weights: NaN is answered.
inline constexpr Domain non_negative{"finite and not negative",
                                     [](double v) { return !(v < 0) && !std::isinf(v); }};

/// The same without NaN.
inline constexpr Domain non_negative_number{"finite and not negative",
                                            [](double v) { return v >= 0 && !std::isinf(v); }};

constexpr Domain from(std::int64_t least, std::int64_t most) {
  return {nullptr, nullptr, least, most};
}
constexpr Domain at_least(std::int64_t least) {
  return from(least, std::numeric_limits<std::int64_t>::max());
}

/// A radix or an alphabet fits in 32 bits.
inline constexpr std::int64_t most_letters = 0xffffffff;

}  // namespace softlaw::properties
