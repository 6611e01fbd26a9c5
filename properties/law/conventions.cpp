// SPDX-License-Identifier: Apache-2.0
#include "conventions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace softlaw::properties {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

const Interval not_a_number = Interval::empty();

bool has_nan(const Vector& v) {
  return std::ranges::any_of(v, [](double e) { return std::isnan(e); });
}
bool has(const Vector& v, double value) { return std::ranges::count(v, value) > 0; }
bool all_finite(const Vector& v) {
  return std::ranges::all_of(v, [](double e) { return std::isfinite(e); });
}

Vector as_vector(const Value& value) { return std::get<Vector>(value); }

/// The entries of v at which x is not -inf.
Vector where_present(const Vector& x, const Vector& v) {
  Vector kept;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] != -infinity) kept.push_back(v[i]);
  }
  return kept;
}

/// All vector arguments without the entries at which the first one is -inf.
Arguments present_only(const Arguments& arguments) {
  const Vector x = as_vector(arguments.front());
  Arguments kept = arguments;
  for (Value& value : kept) {
    if (auto* v = std::get_if<Vector>(&value)) *v = where_present(x, *v);
  }
  return kept;
}

// --- one number from a vector ---------------------------------------------------------------

/// LSE and its relatives: `nothing` stands for the sum without terms.
Interval sum_of_exponentials(const FunctionInfo& function, const Arguments& arguments) {
  const Vector x = as_vector(arguments.front());
  if (has_nan(x)) return not_a_number;
  if (has(x, infinity)) return {infinity};
  const Arguments present = present_only(arguments);
  if (as_vector(present.front()).empty()) return {-infinity};
  return function.enclose(present).front();
}

Interval scaled(const Vector& x, double lambda) {
  if (has_nan(x)) return not_a_number;
  if (lambda < 0) return -scaled(-x, -lambda);
  if (x.empty()) return {-infinity};
  if (std::isinf(lambda)) return {*std::ranges::max_element(x)};
  return sum_of_exponentials(info(Function::logsumexp_scaled), {x, lambda});
}

Interval excess(const Vector& x) {
  if (has_nan(x) || has(x, infinity)) return not_a_number;
  const Vector present = where_present(x, x);
  if (present.empty()) return not_a_number;
  return info(Function::excess).enclose({present}).front();
}

Interval entropy(const Vector& p) {
  if (has_nan(p)) return not_a_number;
  return info(Function::entropy).enclose({p}).front();
}

// --- a vector from a vector -----------------------------------------------------------------

/// Softmax and what hangs on it: `absent` is the result where an entry is -inf.
Intervals of_softmax(const FunctionInfo& function, const Arguments& arguments,
                     const Interval& absent) {
  const Vector x = as_vector(arguments.front());
  const std::size_t count = function.result_count(arguments);
  const bool finite_directions =
      std::all_of(arguments.begin() + 1, arguments.end(), [](const Value& value) {
        const auto* v = std::get_if<Vector>(&value);
        return !v || all_finite(*v);
      });
  const Arguments present = present_only(arguments);
  const std::size_t terms = as_vector(present.front()).size();
  if (has_nan(x) || has(x, infinity) || !finite_directions || terms == 0) {
    return Intervals(count, not_a_number);
  }
  const Intervals dense = function.enclose(present);
  if (terms == x.size()) return dense;

  Intervals all(count, absent);
  const bool matrix = count != x.size();
  std::size_t next = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const bool there =
        matrix ? x[i / x.size()] != -infinity && x[i % x.size()] != -infinity : x[i] != -infinity;
    if (there) all[i] = dense[next++];
  }
  return all;
}

Intervals with_temperature(const FunctionInfo& function, const Vector& x, double temperature,
                           const Interval& absent) {
  if (!std::isinf(temperature)) return of_softmax(function, {x, temperature}, absent);
  Vector uniform = x;
  for (double& entry : uniform) {
    if (std::isfinite(entry)) entry = 0;
  }
  return of_softmax(function, {uniform, 1.0}, absent);
}

Intervals rows(Function of_row, const Arguments& arguments, const Interval& absent) {
  const Vector x = as_vector(arguments[0]);
  const auto columns = static_cast<std::ptrdiff_t>(std::get<std::int64_t>(arguments[1]));
  Intervals all;
  for (auto row = x.begin(); row != x.end(); row += columns) {
    const Intervals result = with_temperature(info(of_row), Vector(row, row + columns),
                                              std::get<double>(arguments[3]), absent);
    all.insert(all.end(), result.begin(), result.end());
  }
  return all;
}

// --- one number from one --------------------------------------------------------------------

Interval softplus(double t) {
  if (std::isnan(t)) return not_a_number;
  if (std::isinf(t)) return {t > 0 ? infinity : 0.0};
  return info(Function::softplus).enclose({t}).front();
}

Interval logistic(double t) {
  if (std::isnan(t)) return not_a_number;
  if (std::isinf(t)) return {t > 0 ? 1.0 : 0.0};
  return info(Function::logistic).enclose({t}).front();
}

[[noreturn]] void refuse(const FunctionInfo& function, std::size_t argument,
                         const std::string& complaint) {
  throw std::domain_error(function.name + ": " + function.parameters[argument].name + " " +
                          complaint);
}

std::string shown(double value) { return decimal(value, Format::binary64); }

void check_matrix(const FunctionInfo& function, const Arguments& arguments) {
  const auto columns = std::get<std::int64_t>(arguments[1]);
  const auto padding = std::get<std::int64_t>(arguments[2]);
  const std::size_t n = as_vector(arguments[0]).size();
  if (columns < 1 || n % static_cast<std::size_t>(columns) != 0) {
    refuse(
        function, 1,
        "must divide the " + std::to_string(n) + " entries of x, got " + std::to_string(columns));
  }
  if (padding < 0 || padding > 1 << 20) {
    refuse(function, 2, "must be from 0 to 2^20, got " + std::to_string(padding));
  }
}

}  // namespace

void check_domain(const FunctionInfo& function, const Arguments& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& name = function.parameters[i].name;
    if (const auto* v = std::get_if<Vector>(&arguments[i]); v && i > 0) {
      const std::size_t n = as_vector(arguments[0]).size();
      if (v->size() != n) {
        refuse(function, i,
               "must have " + std::to_string(n) + " entries, got " + std::to_string(v->size()));
      }
    }
    const auto* number = std::get_if<double>(&arguments[i]);
    if (number && name == "lambda" && (*number == 0 || std::isnan(*number))) {
      refuse(function, i, "must be a non-zero number, got " + shown(*number));
    }
    if (number && name == "temperature" && !(*number > 0)) {
      refuse(function, i, "must be positive, got " + shown(*number));
    }
    if (name == "p") {
      for (double entry : as_vector(arguments[i])) {
        if (entry < 0 || std::isinf(entry)) {
          refuse(function, i, "must be finite and not negative, got " + shown(entry));
        }
      }
    }
  }
  if (function.parameters.size() == 4 && function.parameters[1].name == "columns") {
    check_matrix(function, arguments);
  }
}

Intervals enclose_extended(const FunctionInfo& function, const Arguments& arguments) {
  const Interval zero(0), minus_infinity(-infinity);
  const auto x = [&] { return as_vector(arguments[0]); };
  const auto number = [&](std::size_t i) { return std::get<double>(arguments[i]); };
  switch (function.id) {
    case Function::logsumexp:
      return {sum_of_exponentials(function, arguments)};
    case Function::logsumexp_scaled:
      return {scaled(x(), number(1))};
    case Function::logaddexp:
      return {sum_of_exponentials(info(Function::logsumexp), {Vector{number(0), number(1)}})};
    case Function::softmin:
      return {-sum_of_exponentials(info(Function::logsumexp), {-x()})};
    case Function::softmin_scaled:
      return {-scaled(-x(), number(1))};
    case Function::excess:
      return {excess(x())};
    case Function::softmax:
      return of_softmax(function, arguments, zero);
    case Function::softmax_temperature:
      return with_temperature(function, x(), number(1), zero);
    case Function::log_softmax:
      return of_softmax(function, arguments, minus_infinity);
    case Function::log_softmax_temperature:
      return with_temperature(function, x(), number(1), minus_infinity);
    case Function::softmax_rows:
      return rows(Function::softmax_temperature, arguments, zero);
    case Function::log_softmax_rows:
      return rows(Function::log_softmax_temperature, arguments, minus_infinity);
    case Function::softplus:
      return {softplus(number(0))};
    case Function::logistic:
      return {logistic(number(0))};
    case Function::logsumexp_hessian:
    case Function::logsumexp_hessian_vector:
    case Function::softmax_derivative_1:
    case Function::softmax_derivative_2:
    case Function::softmax_derivative_3:
      return of_softmax(function, arguments, zero);
    case Function::entropy:
      return {entropy(x())};
  }
  throw std::logic_error("enclose_extended: no convention for " + function.name);
}

}  // namespace softlaw::properties
