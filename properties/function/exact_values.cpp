// SPDX-License-Identifier: Apache-2.0
#include "function/exact_values.hpp"

#include <algorithm>
#include <softlaw/reference/condition.hpp>
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
                                         const Format* format,
                                         const std::function<Intervals()>& compute) {
  const char* name = format ? format->name : nullptr;
  for (const Entry& entry : entries_) {
    const bool is_it = entry.function == &function && entry.format == name;
    if (is_it && entry.arguments == arguments) return entry.results;
  }
  Entry& entry = entries_[next_++ % entries_.size()];
  entry.function = nullptr;  // in case that it throws
  entry.results = compute();
  entry.arguments = arguments;
  entry.format = name;
  entry.function = &function;
  return entry.results;
}

Intervals exact_values(const FunctionItem& function, const Arguments& arguments, int bits) {
  return reference::enclose([&] { return function.enclose(arguments); }, bits);
}

ExactValues::Recent& ExactValues::Kept::here() {
  return reference::Filter::is_active() ? filtered : exact;
}

const Intervals& ExactValues::values(const FunctionItem& function, const Arguments& arguments) {
  return values_.here().of(function, arguments, nullptr,
                           [&] { return exact_values(function, arguments); });
}

const Intervals& ExactValues::scales(const FunctionItem& function, const Arguments& arguments,
                                     const Format& format, bool plain) {
  Kept& kept = plain ? plain_scales_ : scales_;
  return kept.here().of(function, arguments, &format, [&] {
    const reference::condition::Arithmetic arithmetic(format, plain);
    return sharp_scales(function, arguments);
  });
}

}  // namespace softlaw::properties
