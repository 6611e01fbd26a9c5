// SPDX-License-Identifier: Apache-2.0
// Softmax and log-softmax: of a vector, with a temperature, by rows.
#include <cmath>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>

#include "function/arguments.hpp"
#include "function/call.hpp"
#include "function/conventions.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;
using A = const Arguments&;
using F = const FunctionInfo&;

const Parameter x = vector_named("x");
const Parameter temperature = number_named("temperature");
const std::vector<Parameter> matrix{x, integer_named("columns"), integer_named("padding"),
                                    temperature};

/// Applies a function of one row and a temperature to each row of (x, columns, padding, T).
template <class OfRow>
Intervals by_row(A a, OfRow&& of_row) {
  const Vector& entries = vector_of(a, 0);
  const auto columns = static_cast<std::ptrdiff_t>(integer_of(a, 1));
  Intervals all;
  for (auto row = entries.begin(); row != entries.end(); row += columns) {
    const Intervals result = of_row(Vector(row, row + columns), number_of(a, 3));
    all.insert(all.end(), result.begin(), result.end());
  }
  return all;
}

template <Intervals (*of_row)(const ref::Vector&, const Interval&)>
Intervals rows(A a) {
  return by_row(a, [](const Vector& row, double T) { return of_row(enclose(row), Interval(T)); });
}

Intervals with_temperature(F self, const Vector& entries, double T, const Interval& absent) {
  if (!std::isinf(T)) return of_softmax(self, {entries, T}, absent);
  Vector uniform = entries;
  for (double& entry : uniform) {
    if (std::isfinite(entry)) entry = 0;
  }
  return of_softmax(self, {uniform, 1.0}, absent);
}

/// The value of softmax, or of its logarithm, at an entry of -inf.
Interval zero() { return Interval(0); }
Interval log_zero() { return Interval(-infinity); }

template <Interval (*absent)()>
Intervals extended(F self, A a) {
  return of_softmax(self, a, absent());
}
template <Interval (*absent)()>
Intervals extended_temperature(F self, A a) {
  return with_temperature(self, vector_of(a, 0), number_of(a, 1), absent());
}
template <Function of_row, Interval (*absent)()>
Intervals extended_rows(F, A a) {
  return by_row(a, [](const Vector& row, double T) {
    return with_temperature(info(of_row), row, T, absent());
  });
}

void require_temperature(F self, A a) { require_positive(self, a, 1); }

void require_matrix(F self, A a) {
  const auto columns = std::get<std::int64_t>(a[1]), padding = std::get<std::int64_t>(a[2]);
  const std::size_t n = length(a);
  if (columns < 1 || n % static_cast<std::size_t>(columns) != 0) {
    refuse(
        self, 1,
        "must divide the " + std::to_string(n) + " entries of x, got " + std::to_string(columns));
  }
  if (padding < 0 || padding > 1 << 20) {
    refuse(self, 2, "must be from 0 to 2^20, got " + std::to_string(padding));
  }
  require_positive(self, a, 3);
}

std::string place_in_row(A a, std::size_t i) { return row_and_column(i, integer_of(a, 1)); }

/// Lays the rows out with NaN between them, and takes no result for one that was written there.
template <class Real, class Rows>
std::vector<double> call_rows(Unpacked<Real>& a, Rows function) {
  const std::size_t columns = a.integer(1), padding = a.integer(2), n = a.size(0);
  const std::size_t count = n / columns, ldx = columns + padding, ldout = columns + padding / 2;
  const Real poison = std::numeric_limits<Real>::quiet_NaN(), untouched = Real(-7);
  std::vector<Real> in(count * ldx, poison), result(count * ldout, untouched);
  for (std::size_t i = 0; i < n; ++i) in[i / columns * ldx + i % columns] = a.vector(0)[i];
  a.field(function)(in.data(), count, columns, ldx, a.number(3), result.data(), ldout);
  bool spilled = false;
  std::vector<double> dense;
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (i % ldout < columns) {
      dense.push_back(static_cast<double>(result[i]));
    } else {
      spilled |= result[i] != untouched;
    }
  }
  if (spilled) dense.assign(dense.size(), std::numeric_limits<double>::quiet_NaN());
  return dense;
}

const FunctionInfo& softmax =
    function({.id = Function::softmax,
              .name = "softmax",
              .parameters = {x},
              .meaning = "exp(x_i) over the sum of exponentials",
              .enclose = [](A a) { return ref::softmax(enclosed(a, 0)); },
              .condition = [](A a) { return ref::condition::softmax(enclosed(a, 0)); },
              .result_count = length,
              .extended = extended<zero>,
              .check = nullptr,
              .call = SOFTLAW_CALL(softmax, a.vector(0), a.size(0), a.out())});

const FunctionInfo& softmax_temperature = function(
    {.id = Function::softmax_temperature,
     .name = "softmax_temperature",
     .parameters = {x, temperature},
     .meaning = "softmax of x / T",
     .enclose = [](A a) { return ref::softmax(enclosed(a, 0), number_of(a, 1)); },
     .condition = [](A a) { return ref::condition::softmax(enclosed(a, 0), number_of(a, 1)); },
     .result_count = length,
     .extended = extended_temperature<zero>,
     .check = require_temperature,
     .call = SOFTLAW_CALL(softmax_temperature, a.vector(0), a.size(0), a.number(1), a.out())});

const FunctionInfo& log_softmax =
    function({.id = Function::log_softmax,
              .name = "log_softmax",
              .parameters = {x},
              .meaning = "x_i minus logsumexp",
              .enclose = [](A a) { return ref::log_softmax(enclosed(a, 0)); },
              .condition = [](A a) { return ref::condition::log_softmax(enclosed(a, 0)); },
              .result_count = length,
              .extended = extended<log_zero>,
              .check = nullptr,
              .call = SOFTLAW_CALL(log_softmax, a.vector(0), a.size(0), a.out())});

const FunctionInfo& log_softmax_temperature = function(
    {.id = Function::log_softmax_temperature,
     .name = "log_softmax_temperature",
     .parameters = {x, temperature},
     .meaning = "log_softmax of x / T",
     .enclose = [](A a) { return ref::log_softmax(enclosed(a, 0), number_of(a, 1)); },
     .condition = [](A a) { return ref::condition::log_softmax(enclosed(a, 0), number_of(a, 1)); },
     .result_count = length,
     .extended = extended_temperature<log_zero>,
     .check = require_temperature,
     .call = SOFTLAW_CALL(log_softmax_temperature, a.vector(0), a.size(0), a.number(1), a.out())});

const FunctionInfo& softmax_rows =
    function({.id = Function::softmax_rows,
              .name = "softmax_rows",
              .parameters = matrix,
              .meaning = "softmax of each row of a matrix",
              .enclose = rows<ref::softmax>,
              .condition = rows<ref::condition::softmax>,
              .result_count = length,
              .extended = extended_rows<Function::softmax_temperature, zero>,
              .check = require_matrix,
              .call = from_tables([](const auto& table, auto& a) {
                return call_rows(a, SOFTLAW_FIELD(table, softmax_rows));
              }),
              .place = place_in_row});

const FunctionInfo& log_softmax_rows =
    function({.id = Function::log_softmax_rows,
              .name = "log_softmax_rows",
              .parameters = matrix,
              .meaning = "log_softmax of each row of a matrix",
              .enclose = rows<ref::log_softmax>,
              .condition = rows<ref::condition::log_softmax>,
              .result_count = length,
              .extended = extended_rows<Function::log_softmax_temperature, log_zero>,
              .check = require_matrix,
              .call = from_tables([](const auto& table, auto& a) {
                return call_rows(a, SOFTLAW_FIELD(table, log_softmax_rows));
              }),
              .place = place_in_row});

}  // namespace
}  // namespace softlaw::properties
