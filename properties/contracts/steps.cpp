// SPDX-License-Identifier: Apache-2.0
#include "contracts/steps.hpp"

#include <algorithm>
#include <cmath>

namespace softlaw::properties {
namespace {

/// The first power of two beyond the format, where the infinity stands.
Interval beyond(const Format& format) { return Interval::power_of_two(format.emax + 1); }

/// The number, or what stands in its place.
Interval place(double value, const Format& format) {
  if (!std::isinf(value)) return value;
  return value > 0 ? beyond(format) : -beyond(format);
}

Interval midpoint(double a, double b, const Format& format) {
  return ldexp(exact_sum(place(a, format), place(b, format)), -1);
}

}  // namespace

std::int64_t ordinal(double value, const Format& format) {
  if (value < 0) return -ordinal(-value, format);
  if (value == 0) return 0;
  const std::int64_t per_binade = std::int64_t{1} << (format.precision - 1);
  if (std::isinf(value)) return per_binade * (format.emax - format.emin + 2);
  const int binade = std::max(std::ilogb(value), format.emin);
  const double units = std::ldexp(value, format.precision - 1 - binade);
  return per_binade * (binade - format.emin) + static_cast<std::int64_t>(units);
}

double with_ordinal(std::int64_t ordinal, const Format& format) {
  if (ordinal < 0) return -with_ordinal(-ordinal, format);
  const std::int64_t per_binade = std::int64_t{1} << (format.precision - 1);
  if (ordinal < per_binade) {
    return std::ldexp(static_cast<double>(ordinal), format.emin - format.precision + 1);
  }
  const std::int64_t binade = format.emin + ordinal / per_binade - 1;
  if (binade > format.emax) return infinity;
  const auto units = static_cast<double>(per_binade + ordinal % per_binade);
  return std::ldexp(units, static_cast<int>(binade) - format.precision + 1);
}

Interval within_steps(double returned, double steps, const Format& format) {
  if (std::isnan(returned)) return Interval::empty();
  const std::int64_t here = ordinal(returned, format), last = ordinal(infinity, format);
  const auto away = static_cast<std::int64_t>(std::min(steps, 0x1p62));
  const auto end = [&](std::int64_t side) -> Interval {
    const std::int64_t inner = here + side * away;
    if (side * inner >= last) return static_cast<double>(side) * infinity;
    return midpoint(with_ordinal(inner, format), with_ordinal(inner + side, format), format);
  };
  return Interval::between(end(-1), end(1));
}

Interval neighbourhood(double returned, const Format& format) {
  if (std::isnan(returned)) return Interval::empty();
  const std::int64_t here = ordinal(returned, format), last = ordinal(infinity, format);
  const auto end = [&](std::int64_t side) -> Interval {
    if (side * here == last) return static_cast<double>(side) * infinity;
    return place(with_ordinal(here + side, format), format);
  };
  return Interval::between(end(-1), end(1));
}

bool possibly_faithful(double returned, const Interval& exact, const Format& format) {
  if (exact.contains(returned)) return true;
  const Interval open = neighbourhood(returned, format);
  return possibly_less(open.lower_point(), exact) && possibly_less(exact, open.upper_point());
}

}  // namespace softlaw::properties
