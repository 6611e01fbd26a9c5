// SPDX-License-Identifier: Apache-2.0
#include "function/convention.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace softlaw::properties {
namespace {

bool is_finite(const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return std::isfinite(*number);
  const auto* vector = std::get_if<Vector>(&value);
  return !vector || all_finite(*vector);
}

bool is_finite_and_not_empty(const Value& value) {
  const auto* vector = std::get_if<Vector>(&value);
  return is_finite(value) && !(vector && vector->empty());
}

/// Whether result i belongs to an entry of x that is there, or to two.
bool is_present(const Vector& x, std::size_t i, Terms terms) {
  const std::size_t n = x.size();
  return x[i % n] != -infinity && (terms != Terms::pairs || x[i / n] != -infinity);
}

/// All results, `absent` where an entry of x is not there.
Intervals spread(const Intervals& dense, const Vector& x, std::size_t count, Terms terms,
                 const Interval& absent) {
  Intervals all(count, absent);
  std::size_t next = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (is_present(x, i, terms) && next < dense.size()) all[i] = dense[next++];
  }
  return all;
}

}  // namespace

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

bool is_undefined(const Vector& x) { return has_nan(x) || has(x, infinity) || present(x).empty(); }

Arguments present_only(const Arguments& arguments) {
  Arguments kept = arguments;
  const auto* x = std::get_if<Vector>(&arguments.front());
  for (Value& value : kept) {
    auto* v = std::get_if<Vector>(&value);
    if (x && v && !x->empty() && v->size() % x->size() == 0) *v = where_present(*x, *v);
  }
  return kept;
}

Erased as_softmax(Erased formula, ResultCount count, Terms terms, double absent) {
  return [formula = std::move(formula), count = std::move(count), terms,
          absent](const Arguments& arguments) {
    const Vector& x = std::get<Vector>(arguments.front());
    const std::size_t results = count(arguments);
    const bool others_finite = std::all_of(arguments.begin() + 1, arguments.end(), [](auto& value) {
      return !std::holds_alternative<Vector>(value) || is_finite(value);
    });
    if (is_undefined(x) || !others_finite) return Intervals(results, not_a_number());
    const Intervals dense = formula(present_only(arguments));
    return has(x, -infinity) ? spread(dense, x, results, terms, Interval(absent)) : dense;
  };
}

Erased scale_anywhere(Erased scale, ResultCount count, Terms terms) {
  return [scale = std::move(scale), count = std::move(count), terms](const Arguments& arguments) {
    if (std::ranges::all_of(arguments, is_finite_and_not_empty)) return scale(arguments);
    const std::size_t results = count(arguments);
    Intervals none(results, Interval(0));
    const auto* x = std::get_if<Vector>(&arguments.front());
    if (terms == Terms::none || !x) return none;
    const Arguments there = present_only(arguments);
    if (!std::ranges::all_of(there, is_finite_and_not_empty)) return none;
    const Intervals dense = scale(there);
    if (dense.size() == results) return dense;  // not by entries
    return spread(dense, *x, results, terms, Interval(0));
  };
}

}  // namespace softlaw::properties
