// SPDX-License-Identifier: Apache-2.0
// Log-sum-exp, soft-min, and what they are for two numbers.
#include <algorithm>
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
const Parameter lambda = number_named("lambda");
const Parameter t = number_named("t");

void require_scale(F self, A a) {
  const double scale = number_of(a, 1);
  if (scale == 0 || std::isnan(scale)) {
    refuse(self, 1, "must be a non-zero number, got " + shown(scale));
  }
}

Interval sum_of_exponentials(F self, A a) {
  const Vector& entries = vector_of(a, 0);
  if (has_nan(entries)) return not_a_number();
  if (has(entries, infinity)) return {infinity};
  const Arguments present = present_only(a);
  if (vector_of(present, 0).empty()) return {-infinity};
  return self.enclose(present).front();
}

Interval logsumexp_of(const Vector& entries) {
  return sum_of_exponentials(info(Function::logsumexp), {entries});
}

Interval scaled(const Vector& entries, double scale) {
  if (has_nan(entries)) return not_a_number();
  if (scale < 0) return -scaled(-entries, -scale);
  if (entries.empty()) return {-infinity};
  if (std::isinf(scale)) return {*std::ranges::max_element(entries)};
  return sum_of_exponentials(info(Function::logsumexp_scaled), {entries, scale});
}

Intervals excess_of(F self, A a) {
  const Vector& entries = vector_of(a, 0);
  const Vector present = where_present(entries, entries);
  if (has_nan(entries) || has(entries, infinity) || present.empty()) return {not_a_number()};
  return self.enclose({present});
}

/// A function of one number with limits at both ends.
template <int at_infinity>
Intervals of_number(F self, A a) {
  const double number = number_of(a, 0);
  if (std::isnan(number)) return {not_a_number()};
  if (!std::isinf(number)) return self.enclose(a);
  if (number < 0) return {Interval(0)};
  return {Interval(at_infinity == 1 ? 1.0 : infinity)};
}

const FunctionInfo& logsumexp = function(
    {.id = Function::logsumexp,
     .name = "logsumexp",
     .parameters = {x},
     .meaning = "log of the sum of exponentials",
     .enclose = [](A a) -> Intervals { return {ref::logsumexp(enclosed(a, 0))}; },
     .condition = [](A a) -> Intervals { return {ref::condition::logsumexp(enclosed(a, 0))}; },
     .result_count = one,
     .extended = [](F self, A a) -> Intervals { return {sum_of_exponentials(self, a)}; },
     .check = nullptr,
     .call = SOFTLAW_CALL(logsumexp, a.vector(0), a.size(0))});

const FunctionInfo& logsumexp_scaled = function(
    {.id = Function::logsumexp_scaled,
     .name = "logsumexp_scaled",
     .parameters = {x, lambda},
     .meaning = "1/lambda times the logsumexp of lambda x",
     .enclose = [](A a) -> Intervals { return {ref::logsumexp(enclosed(a, 0), number_of(a, 1))}; },
     .condition = [](A a) -> Intervals {
       return {ref::condition::logsumexp(enclosed(a, 0), number_of(a, 1))};
     },
     .result_count = one,
     .extended = [](F, A a) -> Intervals { return {scaled(vector_of(a, 0), number_of(a, 1))}; },
     .check = require_scale,
     .call = SOFTLAW_CALL(logsumexp_scaled, a.vector(0), a.size(0), a.number(1))});

const FunctionInfo& logaddexp = function(
    {.id = Function::logaddexp,
     .name = "logaddexp",
     .parameters = {number_named("a"), number_named("b")},
     .meaning = "logsumexp of two numbers",
     .enclose = [](A a) -> Intervals { return {ref::logaddexp(number_of(a, 0), number_of(a, 1))}; },
     .condition = [](A a) -> Intervals {
       return {ref::condition::logaddexp(number_of(a, 0), number_of(a, 1))};
     },
     .result_count = one,
     .extended = [](F, A a) -> Intervals {
       return {logsumexp_of({number_of(a, 0), number_of(a, 1)})};
     },
     .check = nullptr,
     .call = SOFTLAW_CALL(logaddexp, a.number(0), a.number(1))});

const FunctionInfo& softmin = function(
    {.id = Function::softmin,
     .name = "softmin",
     .parameters = {x},
     .meaning = "minus the logsumexp of -x",
     .enclose = [](A a) -> Intervals { return {ref::softmin(enclosed(a, 0))}; },
     .condition = [](A a) -> Intervals { return {ref::condition::softmin(enclosed(a, 0))}; },
     .result_count = one,
     .extended = [](F, A a) -> Intervals { return {-logsumexp_of(-vector_of(a, 0))}; },
     .check = nullptr,
     .call = SOFTLAW_CALL(softmin, a.vector(0), a.size(0))});

const FunctionInfo& softmin_scaled = function(
    {.id = Function::softmin_scaled,
     .name = "softmin_scaled",
     .parameters = {x, lambda},
     .meaning = "1/lambda times the softmin of lambda x",
     .enclose = [](A a) -> Intervals { return {ref::softmin(enclosed(a, 0), number_of(a, 1))}; },
     .condition = [](A a) -> Intervals {
       return {ref::condition::softmin(enclosed(a, 0), number_of(a, 1))};
     },
     .result_count = one,
     .extended = [](F, A a) -> Intervals { return {-scaled(-vector_of(a, 0), number_of(a, 1))}; },
     .check = require_scale,
     .call = SOFTLAW_CALL(softmin_scaled, a.vector(0), a.size(0), a.number(1))});

const FunctionInfo& excess = function(
    {.id = Function::excess,
     .name = "excess",
     .parameters = {x},
     .meaning = "logsumexp minus the maximum",
     .enclose = [](A a) -> Intervals { return {ref::excess(enclosed(a, 0))}; },
     .condition = [](A a) -> Intervals { return {ref::condition::excess(enclosed(a, 0))}; },
     .result_count = one,
     .extended = excess_of,
     .check = nullptr,
     .call = SOFTLAW_CALL(excess, a.vector(0), a.size(0))});

// [softplus]
const FunctionInfo& softplus = function(
    {.id = Function::softplus,
     .name = "softplus",
     .parameters = {t},
     .meaning = "log(1 + exp t)",
     .enclose = [](A a) -> Intervals { return {ref::softplus(number_of(a, 0))}; },
     .condition = [](A a) -> Intervals { return {ref::condition::softplus(number_of(a, 0))}; },
     .result_count = one,
     .extended = of_number<0>,
     .check = nullptr,
     .call = SOFTLAW_CALL(softplus, a.number(0))});
// [softplus]

const FunctionInfo& logistic = function(
    {.id = Function::logistic,
     .name = "logistic",
     .parameters = {t},
     .meaning = "1 / (1 + exp -t)",
     .enclose = [](A a) -> Intervals { return {ref::logistic(number_of(a, 0))}; },
     .condition = [](A a) -> Intervals { return {ref::condition::logistic(number_of(a, 0))}; },
     .result_count = one,
     .extended = of_number<1>,
     .check = nullptr,
     .call = SOFTLAW_CALL(logistic, a.number(0))});

}  // namespace
}  // namespace softlaw::properties
