// SPDX-License-Identifier: Apache-2.0
#include "subjects/contract.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <softlaw/reference/precision.hpp>
#include <softlaw/reference/round.hpp>

#include "function/exact_values.hpp"

namespace softlaw::properties {
namespace {

constexpr auto correctly_rounded = "correctly-rounded";

/// Shortest, without an exponent: its sign would be taken for the one between the parts.
std::string fixed(double value) {
  std::array<char, 400> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed)
          .ptr;
  return {buffer.data(), end};
}

/// `text` must be a number followed by `unit`.
double read_part(const std::string& text, const std::string& unit, const std::string& whole) {
  const bool has_unit = text.size() > unit.size() && text.ends_with(unit);
  double value = -1;
  if (has_unit) {
    try {
      value = read_number(text.substr(0, text.size() - unit.size()));
    } catch (const std::invalid_argument&) {
      value = -1;
    }
  }
  if (!(value >= 0) || std::isinf(value)) {
    throw std::invalid_argument(
        "cannot read the contract '" + whole +
        "': expected Kulp or Kulp+Ccond, such as 4ulp or 1ulp+0.5cond, or correctly-rounded");
  }
  return value;
}

}  // namespace

Contract Contract::read(const std::string& text) {
  if (text == correctly_rounded) return {0.5, 0, true};
  const auto plus = text.find('+');
  Contract contract;
  contract.ulps = read_part(text.substr(0, plus), "ulp", text);
  if (plus != std::string::npos) {
    contract.condition = read_part(text.substr(plus + 1), "cond", text);
  }
  // below half an ulp not even the nearest float would do
  if (contract.ulps < 0.5) {
    throw std::invalid_argument("the contract '" + text + "' promises less than 0.5ulp of error");
  }
  return contract;
}

std::string Contract::text() const {
  if (rounded) return correctly_rounded;
  const std::string part = fixed(ulps) + "ulp";
  return condition == 0 ? part : part + "+" + fixed(condition) + "cond";
}

Intervals Contract::allow(const std::vector<double>& returned, const FunctionItem& function,
                          const Arguments& arguments, const Format& format,
                          ExactValues& exact) const {
  Intervals allowed;
  for (double value : returned) {
    allowed.push_back(std::isnan(value) ? Interval::empty()
                                        : reference::allowed(value, ulps, format));
  }
  if (condition == 0) return allowed;

  const Intervals& scale = exact.scales(function, arguments);
  for (std::size_t i = 0; i < allowed.size(); ++i) {
    const Interval slack =
        Interval(condition) * Interval::power_of_two(-format.precision) * scale[i].upper_point();
    const reference::WorkingPrecision fine(256);
    if (slack.is_bounded() && !allowed[i].is_empty()) {
      allowed[i] = Interval::between(allowed[i] - slack, allowed[i] + slack);
    }
  }
  return allowed;
}

}  // namespace softlaw::properties
