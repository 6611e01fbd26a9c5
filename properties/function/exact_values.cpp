// SPDX-License-Identifier: Apache-2.0
#include "function/exact_values.hpp"

#include <algorithm>
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/precision.hpp>
#include <softlaw/reference/ziv.hpp>

namespace softlaw::properties {
namespace {

/// To how many bits a scale is sharp.
constexpr int bits_of_scale = 24;

/// Whether the upper end, which counts, is right to 2^-24 or below every float.
bool is_sharp(const Interval& scale) {
  const Interval end = scale.upper_point();
  return certainly_less_equal(end, scale + ldexp(scale, -bits_of_scale)) ||
         certainly_less(end, Interval::power_of_two(-1200));
}

/// On the road of the filter: a ball around all that sharp_scales() may have for an upper end.
Interval filtered_scale(const Interval& scale) {
  const auto [lower, upper, thin] = scale.balls();
  return Interval(hull(lower, upper).widened(bits_of_scale));
}

/// Sharp scales, at as many bits as that takes, up to 1024.
Intervals sharp_scales(const FunctionItem& function, const Arguments& arguments) {
  if (reference::Filter::is_active()) {
    Intervals all = function.scale(arguments);
    std::ranges::transform(all, all.begin(), filtered_scale);
    return all;
  }
  Intervals all;
  reference::at_doubling_precision(64, 1024, [&] {
    all = function.scale(arguments);
    return std::ranges::all_of(all, is_sharp) ? std::optional(true) : std::nullopt;
  });
  return all;
}

}  // namespace

const Intervals& ExactValues::Recent::of(const FunctionItem& function, const Arguments& arguments,
                                         const std::function<Intervals()>& compute) {
  for (const Entry& entry : entries_) {
    if (entry.function == &function && entry.arguments == arguments) return entry.results;
  }
  Entry& entry = entries_[next_++ % entries_.size()];
  entry.function = nullptr;  // in case that it throws
  entry.results = compute();
  entry.arguments = arguments;
  entry.function = &function;
  return entry.results;
}

Intervals exact_values(const FunctionItem& function, const Arguments& arguments, int bits) {
  return reference::enclose([&] { return function.enclose(arguments); }, bits);
}

const Intervals& ExactValues::values(const FunctionItem& function, const Arguments& arguments) {
  Recent& recent = reference::Filter::is_active() ? filtered_values_ : values_;
  return recent.of(function, arguments, [&] { return exact_values(function, arguments); });
}

const Intervals& ExactValues::scales(const FunctionItem& function, const Arguments& arguments) {
  Recent& recent = reference::Filter::is_active() ? filtered_scales_ : scales_;
  return recent.of(function, arguments, [&] { return sharp_scales(function, arguments); });
}

}  // namespace softlaw::properties
