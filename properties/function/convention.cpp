// SPDX-License-Identifier: Apache-2.0
#include "function/convention.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "function/conventions.hpp"

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

namespace {

/// Softmax, or a function derived from it, where it needs a convention.
class Softmax {
 public:
  Softmax(Erased formula, ResultCount count, Terms terms, double absent)
      : formula_(std::move(formula)), count_(std::move(count)), terms_(terms), absent_(absent) {}

  Intervals operator()(const Arguments& arguments) const {
    const Vector& x = std::get<Vector>(arguments.front());
    const bool others_finite = std::all_of(arguments.begin() + 1, arguments.end(), [](auto& value) {
      return !std::holds_alternative<Vector>(value) || is_finite(value);
    });
    if (has_nan(x) || !others_finite) return nans(arguments);
    if (has(x, infinity)) return at_infinity(arguments, x);
    if (present(x).empty()) return at_nothing(arguments, x);
    if (is_at_zero(arguments)) return at_zero(arguments, x);
    return of_present(arguments);
  }

 private:
  Intervals nans(const Arguments& arguments) const {
    return Intervals(count_(arguments), not_a_number());
  }

  Intervals of_present(const Arguments& arguments) const {
    const Vector& x = std::get<Vector>(arguments.front());
    const Intervals dense = formula_(present_only(arguments));
    if (!has(x, -infinity)) return dense;
    return spread(dense, x, count_(arguments), terms_, Interval(absent_));
  }

  /// The entries of that value share all equally, the others are not there.
  Intervals shared_by(double value, Arguments arguments) const {
    for (double& entry : std::get<Vector>(arguments.front())) {
      entry = entry == value ? 0 : -infinity;
    }
    return of_present(arguments);
  }

  Intervals at_infinity(const Arguments& arguments, const Vector& x) const {
    if (follows("softmax-of-infinity", "one-hot")) {
      if (is_infinite_temperature(arguments)) throw Inexact("inf / inf");
      return shared_by(infinity, is_at_zero(arguments) ? at_one(arguments) : arguments);
    }
    const bool sums = terms_ == Terms::pairs ||
                      std::any_of(arguments.begin() + 1, arguments.end(), [](const Value& value) {
                        return std::holds_alternative<Vector>(value);
                      });
    if (follows("softmax-of-infinity", "nan") || sums) return nans(arguments);
    Intervals all;
    for (double entry : x) all.push_back(entry == infinity ? not_a_number() : Interval(absent_));
    return all;
  }

  Intervals at_nothing(const Arguments& arguments, const Vector& x) const {
    if (follows("softmax-of-masked-row", "zero")) {
      return Intervals(count_(arguments), Interval(absent_));
    }
    if (x.empty() || follows("softmax-of-masked-row", "nan")) return nans(arguments);
    return shared_by(-infinity, is_at_zero(arguments) ? at_one(arguments) : arguments);
  }

  Intervals at_zero(const Arguments& arguments, const Vector& x) const {
    if (!follows("temperature-zero", "argmax")) return nans(arguments);
    return shared_by(maximum(x), at_one(arguments));
  }

  /// A number behind the vector is a temperature.
  static const double* temperature(const Arguments& arguments) {
    return arguments.size() < 2 ? nullptr : std::get_if<double>(&arguments[1]);
  }
  static bool is_at_zero(const Arguments& arguments) {
    const double* T = temperature(arguments);
    return T && *T == 0;
  }
  static bool is_infinite_temperature(const Arguments& arguments) {
    const double* T = temperature(arguments);
    return T && std::isinf(*T);
  }
  static Arguments at_one(Arguments arguments) {
    arguments[1] = 1.0;
    return arguments;
  }

  Erased formula_;
  ResultCount count_;
  Terms terms_;
  double absent_;
};

}  // namespace

Erased as_softmax(Erased formula, ResultCount count, Terms terms, double absent) {
  return Softmax(std::move(formula), std::move(count), terms, absent);
}

Interval sum_with_infinity() {
  return follows("logsumexp-of-infinity", "infinity") ? Interval(infinity) : not_a_number();
}
Interval sum_of_masked() {
  return follows("logsumexp-of-masked", "minus-infinity") ? Interval(-infinity) : not_a_number();
}

Erased with_empty_input(Erased formula, ResultCount count) {
  return [formula = std::move(formula), count = std::move(count)](const Arguments& arguments) {
    const auto* x = std::get_if<Vector>(&arguments.front());
    if (!x || !x->empty() || follows("empty-input", "limit")) return formula(arguments);
    if (is_not_to_be_called(arguments)) throw Inexact("no value where nothing is called");
    return Intervals(count(arguments), not_a_number());
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
