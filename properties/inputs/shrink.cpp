// SPDX-License-Identifier: Apache-2.0
#include "inputs/shrink.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>

namespace softlaw::properties {
namespace {

/// Complexity of a number: 0, then 1, then integers and dyadics by bits, then by exponent.
std::tuple<int, int, bool> complexity(double value) {
  if (value == 0) return {0, 0, std::signbit(value)};
  if (!std::isfinite(value)) return {1, 0, std::signbit(value)};
  int exponent = 0;
  const double fraction = std::frexp(std::fabs(value), &exponent);
  const auto significand = static_cast<std::uint64_t>(std::ldexp(fraction, 53));
  const int bits = 53 - std::countr_zero(significand);
  return {1 + bits, std::abs(exponent - 1), value < 0};
}

/// Keeps the leading `bits` of the significand.
double leading_bits(double value, int bits) {
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);
  return std::ldexp(std::trunc(std::ldexp(fraction, bits)), exponent - bits);
}

std::vector<double> simpler_numbers(double value) {
  std::vector<double> candidates{0, 1, -1, std::fabs(value)};
  if (std::isfinite(value) && value != 0) {
    const int exponent = std::ilogb(value);
    candidates.push_back(std::trunc(value));
    for (int bits : {1, 2, 3, 5, 8, 13, 24, 39}) candidates.push_back(leading_bits(value, bits));
    const int bits = std::get<0>(complexity(value)) - 1;
    if (bits > 1) candidates.push_back(leading_bits(value, bits - 1));
    candidates.push_back(std::ldexp(value, -exponent / 2));
    candidates.push_back(std::ldexp(value, exponent > 0 ? -1 : 1));
  }
  std::erase_if(candidates, [&](double c) { return complexity(c) >= complexity(value); });
  return candidates;
}

void keep_if_admitted(const Inputs& inputs, Case candidate, std::vector<Case>& found) {
  if (inputs.hypothesis(candidate)) found.push_back(std::move(candidate));
}

/// Removes entries [from, from + count) from every vector as long as the first.
Case without(const Case& input, std::size_t from, std::size_t count) {
  Case shorter = input;
  const std::size_t n = std::get<Vector>(input.arguments.front()).size();
  for (Value& value : shorter.arguments) {
    auto* v = std::get_if<Vector>(&value);
    if (!v || v->size() != n) continue;
    const auto first = v->begin() + static_cast<std::ptrdiff_t>(from);
    v->erase(first, first + static_cast<std::ptrdiff_t>(count));
  }
  return shorter;
}

/// A vector that is longer has to lose entries before anyone simplifies them one by one: its candidates
/// alone would take more time than their trials.
constexpr std::size_t long_vector = 128;

void fewer_entries(const Inputs& inputs, const Case& input, std::vector<Case>& found) {
  if (!std::holds_alternative<Vector>(input.arguments.front())) return;
  const std::size_t n = std::get<Vector>(input.arguments.front()).size();
  const std::size_t least = n > long_vector ? std::max<std::size_t>(1, n / 64) : 1;
  if (n > long_vector) keep_if_admitted(inputs, without(input, 0, 1), found);
  for (std::size_t chunk = n; chunk >= least; chunk /= 2) {
    for (std::size_t from = 0; from + chunk <= n; from += chunk) {
      keep_if_admitted(inputs, without(input, from, chunk), found);
    }
  }
}

/// Adds entry i to its neighbour: a distribution stays one.
void merged_entries(const Inputs& inputs, const Case& input, std::vector<Case>& found) {
  const auto* v = std::get_if<Vector>(&input.arguments.front());
  if (!v || v->size() < 2 || v->size() > long_vector) return;
  for (std::size_t i = 0; i < v->size(); ++i) {
    Case merged = input;
    Vector& entries = std::get<Vector>(merged.arguments.front());
    entries[(i + 1) % entries.size()] += entries[i];
    entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(i));
    keep_if_admitted(inputs, std::move(merged), found);
  }
}

/// Moves part of an entry to its neighbour, if both together become simpler by that.
void shifted_values(const Inputs& inputs, const Case& input, std::vector<Case>& found) {
  const auto* v = std::get_if<Vector>(&input.arguments.front());
  if (!v || v->size() < 2 || v->size() > long_vector) return;
  const auto bits = [](double a, double b) {
    return std::get<0>(complexity(a)) + std::get<0>(complexity(b));
  };
  for (std::size_t i = 0; i < v->size(); ++i) {
    const std::size_t next = (i + 1) % v->size();
    const double here = (*v)[i], there = (*v)[next];
    for (double c : simpler_numbers(here)) {
      if (bits(c, there + (here - c)) >= bits(here, there)) continue;
      Case shifted = input;
      std::get<Vector>(shifted.arguments.front())[i] = c;
      std::get<Vector>(shifted.arguments.front())[next] = there + (here - c);
      keep_if_admitted(inputs, std::move(shifted), found);
    }
  }
}

void drop_from_one(const Inputs& inputs, const Case& input, std::size_t argument,
                   std::vector<Case>& found) {
  std::visit(
      [&](const auto& value) {
        if constexpr (requires { value.size(); }) {
          if (value.size() > long_vector) return;
          for (std::size_t i = 0; i < value.size(); ++i) {
            Case shorter = input;
            auto& entries = std::get<std::decay_t<decltype(value)>>(shorter.arguments[argument]);
            entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(i));
            keep_if_admitted(inputs, std::move(shorter), found);
          }
        }
      },
      input.arguments[argument]);
}

void simpler_values(const Inputs& inputs, const Case& input, std::size_t argument,
                    std::vector<Case>& found) {
  const Value& value = input.arguments[argument];
  const auto with = [&](auto&& change) {
    Case candidate = input;
    change(candidate.arguments[argument]);
    keep_if_admitted(inputs, std::move(candidate), found);
  };
  if (const auto* number = std::get_if<double>(&value)) {
    for (double c : simpler_numbers(*number)) with([&](Value& v) { v = c; });
  }
  if (const auto* vector = std::get_if<Vector>(&value)) {
    if (vector->size() > long_vector) {
      with([&](Value& v) { std::ranges::fill(std::get<Vector>(v), vector->front()); });
      with([&](Value& v) {
        for (double& entry : std::get<Vector>(v)) entry = std::trunc(entry);
      });
      return;
    }
    for (std::size_t i = 0; i < vector->size(); ++i) {
      for (double c : simpler_numbers((*vector)[i])) {
        with([&](Value& v) { std::get<Vector>(v)[i] = c; });
      }
    }
  }
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    for (std::int64_t c :
         {std::int64_t{0}, std::int64_t{1}, std::int64_t{2}, *integer / 2, *integer - 1}) {
      if (c < *integer) with([&](Value& v) { v = c; });
    }
  }
  if (const auto* integers = std::get_if<Integers>(&value)) {
    for (std::size_t i = 0; i < integers->size(); ++i) {
      if ((*integers)[i] > 0) with([&](Value& v) { --std::get<Integers>(v)[i]; });
    }
  }
}

}  // namespace

std::vector<Case> simpler(const Inputs& inputs, const Case& input) {
  std::vector<Case> found;
  if (input.arguments.empty()) return found;
  fewer_entries(inputs, input, found);
  for (std::size_t i = 0; i < input.arguments.size(); ++i) drop_from_one(inputs, input, i, found);
  merged_entries(inputs, input, found);
  for (std::size_t i = 0; i < input.arguments.size(); ++i) simpler_values(inputs, input, i, found);
  shifted_values(inputs, input, found);
  return found;
}

}  // namespace softlaw::properties
