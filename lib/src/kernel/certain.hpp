// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "round.hpp"

/// The rounding test between the tiers (Ziv 1991).
namespace softlaw::kernel {

constexpr Scaled times_power_of_two(const Scaled& a, int k) {
  return {a.mantissa, is_zero(a) ? 0 : a.exponent + k};
}

constexpr Scaled absolute(const Scaled& a) { return a.mantissa.hi < 0 ? -a : a; }

/// The number that everything within `error` of `value` rounds to, if there is one.
template <class R>
constexpr std::optional<R> certain(const Scaled& value, const Scaled& error) {
  constexpr int of_these_sums = -100;
  const Scaled slack = absolute(error) + times_power_of_two(absolute(value), of_these_sums);
  const R below = round<R>(value - slack);
  const R above = round<R>(value + slack);
  if (below == above) return below;
  return std::nullopt;
}

/// The same for an error of at most 2^exponent of the value.
template <class R>
constexpr std::optional<R> certain(const Scaled& value, int exponent) {
  return certain<R>(value, times_power_of_two(value, exponent));
}

/// Relative errors of the pair kernels for up to 2^24 terms; see the error budget.
inline constexpr int logarithm_error = -69;
inline constexpr int log_total_error = -68;
inline constexpr int share_error = -68;

}  // namespace softlaw::kernel
