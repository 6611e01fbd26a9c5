// SPDX-License-Identifier: Apache-2.0
#include "exact.hpp"

#include <limits>
#include <softlaw/reference/precision.hpp>

#include "../law/conventions.hpp"

namespace softlaw::properties {
namespace {

/// The nearest floats, or nothing while an enclosure is too wide to tell.
std::optional<std::vector<double>> nearest(const Intervals& exact, Format format) {
  std::vector<double> values;
  for (const Interval& value : exact) {
    const auto rounded = value.is_empty() ? std::numeric_limits<double>::quiet_NaN()
                                          : reference::round_to_nearest(value, format);
    if (!rounded) return std::nullopt;
    values.push_back(*rounded);
  }
  return values;
}

}  // namespace

std::vector<double> correctly_rounded(Function function, const Arguments& arguments,
                                      Format format) {
  for (int bits = 128; bits <= 1 << 14; bits *= 2) {
    const reference::WorkingPrecision working(bits);
    if (auto values = nearest(enclose_extended(info(function), arguments), format)) {
      return *values;
    }
  }
  throw std::runtime_error("the reference cannot decide the rounding of " + info(function).name +
                           "(" + to_text(arguments, format) + ")");
}

}  // namespace softlaw::properties
