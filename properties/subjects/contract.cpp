// SPDX-License-Identifier: Apache-2.0
#include "subjects/contract.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <softlaw/reference/precision.hpp>
#include <softlaw/reference/round.hpp>

#include "function/conventions.hpp"
#include "function/recent.hpp"

namespace softlaw::properties {
namespace {

bool all_finite(const Arguments& arguments) {
  return std::ranges::all_of(arguments, [](const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return std::isfinite(*number);
    const auto* vector = std::get_if<Vector>(&value);
    return !vector || (!vector->empty() &&
                       std::ranges::all_of(*vector, [](double e) { return std::isfinite(e); }));
  });
}

/// Functions of matrices, whose entries of -inf are not terms that are not there.
bool is_of_matrices(Function id) {
  constexpr std::array functions{Function::softmax_rows, Function::log_softmax_rows,
                                 Function::regression_logits, Function::regression_loss,
                                 Function::regression_gradient};
  return std::ranges::find(functions, id) != functions.end();
}

/// The scale of each result; 0 where an entry of x is -inf, and everywhere if there is no scale.
Intervals scales(const FunctionInfo& function, const Arguments& arguments) {
  if (all_finite(arguments)) return function.condition(arguments);
  const std::size_t count = function.result_count(arguments);
  Intervals all(count, Interval(0));
  if (is_of_matrices(function.id)) return all;
  const Arguments present = present_only(arguments);
  if (!all_finite(present)) return all;
  const Vector& x = std::get<Vector>(arguments.front());
  const Intervals dense = function.condition(present);
  if (dense.size() == count) return dense;  // not by entries
  std::size_t next = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const bool counts = count == 1 || is_present(function, x, i);
    if (counts && next < dense.size()) all[i] = dense[next++];
  }
  return all;
}

/// Whether the upper end, which is what counts, is right to a factor of 2 or below every float.
bool is_sharp(const Interval& scale) {
  const Interval end(scale.upper(), scale.upper());
  return certainly_less_equal(end, ldexp(scale, 1)) ||
         certainly_less(end, Interval::power_of_two(-1200));
}

/// Sharp scales, at as many bits as that takes, up to 1024.
Intervals compute_scales(const FunctionInfo& function, const Arguments& arguments) {
  for (int bits = 64;; bits *= 2) {
    const reference::WorkingPrecision guard(bits);
    Intervals all = scales(function, arguments);
    if (bits == 1024 || std::ranges::all_of(all, is_sharp)) return all;
  }
}

const Intervals& sharp_scales(const FunctionInfo& function, const Arguments& arguments) {
  thread_local Recent recent;
  return recent.of(function, arguments, [&] { return compute_scales(function, arguments); });
}

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
    throw std::invalid_argument("cannot read the contract '" + whole +
                                "': expected Kulp or Kulp+Ccond, such as 4ulp or 1ulp+0.5cond");
  }
  return value;
}

}  // namespace

Contract Contract::read(const std::string& text) {
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
  const std::string part = fixed(ulps) + "ulp";
  return condition == 0 ? part : part + "+" + fixed(condition) + "cond";
}

Intervals Contract::allow(const std::vector<double>& returned, const FunctionInfo& function,
                          const Arguments& arguments, Format format) const {
  Intervals allowed;
  for (double value : returned) {
    allowed.push_back(std::isnan(value) ? Interval::empty()
                                        : reference::allowed(value, ulps, format));
  }
  if (condition == 0) return allowed;

  const Intervals& scale = sharp_scales(function, arguments);
  for (std::size_t i = 0; i < allowed.size(); ++i) {
    const Interval slack = Interval(condition) * Interval::power_of_two(-format.precision) *
                           Interval(scale[i].upper(), scale[i].upper());
    const reference::WorkingPrecision fine(256);
    if (slack.is_bounded()) allowed[i] = allowed[i] + Interval::between(-slack, slack);
  }
  return allowed;
}

}  // namespace softlaw::properties
