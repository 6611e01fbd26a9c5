// SPDX-License-Identifier: Apache-2.0
#include "function/conventions.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "function/arguments.hpp"

namespace softlaw::properties {

bool has_nan(const Vector& v) {
  return std::ranges::any_of(v, [](double e) { return std::isnan(e); });
}
bool has(const Vector& v, double value) { return std::ranges::count(v, value) > 0; }
bool all_finite(const Vector& v) {
  return std::ranges::all_of(v, [](double e) { return std::isfinite(e); });
}

Vector where_present(const Vector& x, const Vector& v) {
  Vector kept;
  for (std::size_t i = 0; i < v.size(); ++i) {
    if (x[i % x.size()] != -infinity) kept.push_back(v[i]);
  }
  return kept;
}

Arguments present_only(const Arguments& arguments) {
  Arguments kept = arguments;
  const auto* x = std::get_if<Vector>(&arguments.front());
  for (Value& value : kept) {
    auto* v = std::get_if<Vector>(&value);
    if (x && v && !x->empty() && v->size() % x->size() == 0) *v = where_present(*x, *v);
  }
  return kept;
}

bool is_present(const FunctionInfo& function, const Vector& x, std::size_t i) {
  const bool by_pairs = function.result_count == square;
  return x[i % x.size()] != -infinity && (!by_pairs || x[i / x.size()] != -infinity);
}

Intervals of_softmax(const FunctionInfo& function, const Arguments& arguments,
                     const Interval& absent) {
  const Vector x = vector_of(arguments, 0);
  const std::size_t count = function.result_count(arguments);
  const bool finite_directions =
      std::all_of(arguments.begin() + 1, arguments.end(), [](const Value& value) {
        const auto* v = std::get_if<Vector>(&value);
        return !v || all_finite(*v);
      });
  const Arguments present = present_only(arguments);
  const std::size_t terms = vector_of(present, 0).size();
  if (has_nan(x) || has(x, infinity) || !finite_directions || terms == 0) {
    return Intervals(count, not_a_number());
  }
  const Intervals dense = function.enclose(present);
  if (terms == x.size()) return dense;

  Intervals all(count, absent);
  std::size_t next = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (is_present(function, x, i)) all[i] = dense[next++];
  }
  return all;
}

Intervals of_softmax_or_zero(const FunctionInfo& function, const Arguments& arguments) {
  return of_softmax(function, arguments, Interval(0));
}

std::string shown(double value) { return decimal(value, Format::binary64); }

void require_positive(const FunctionInfo& function, const Arguments& arguments, std::size_t i) {
  const double number = number_of(arguments, i);
  if (!(number > 0)) refuse(function, i, "must be positive, got " + shown(number));
}

void require_one_length(const FunctionInfo& function, const Arguments& arguments) {
  const std::size_t n = length(arguments);
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const auto* v = std::get_if<Vector>(&arguments[i]);
    if (v && v->size() != n) {
      refuse(function, i,
             "must have " + std::to_string(n) + " entries, got " + std::to_string(v->size()));
    }
  }
}

void require_weights(const FunctionInfo& function, const Arguments& arguments, std::size_t i) {
  const Vector& weights = vector_of(arguments, i);
  for (std::size_t k = 0; k < weights.size(); ++k) {
    if (weights[k] < 0 || std::isinf(weights[k])) {
      refuse_entry(function, i, k, "must be finite and not negative, got " + shown(weights[k]));
    }
  }
}

}  // namespace softlaw::properties
