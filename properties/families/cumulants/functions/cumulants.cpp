// SPDX-License-Identifier: Apache-2.0
// Softmax along a line, and the higher derivatives of log-sum-exp.
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

constexpr std::int64_t highest_order = 64;

std::size_t order_of(A a) { return integer_of(a, 2); }

void require_line(F self, A a) {
  require_one_length(self, a);
  require_range(self, a, 2, 0, highest_order);
}

const std::vector<Parameter> line = {vector_named("x"), vector_named("h"), integer_named("order")};

const FunctionInfo& softmax_jet = function(
    {.id = Function::softmax_jet,
     .name = "softmax_jet",
     .parameters = line,
     .meaning = "the coefficients of t^0 to t^order in softmax(x + t h)",
     .enclose = [](A a) { return ref::softmax_jet(enclosed(a, 0), enclosed(a, 1), order_of(a)); },
     .condition =
         [](A a) {
           return ref::condition::softmax_jet(enclosed(a, 0), enclosed(a, 1), order_of(a));
         },
     .result_count = [](A a) { return (order_of(a) + 1) * length(a); },
     .extended = of_softmax_or_zero,
     .check = require_line,
     .call = SOFTLAW_CALL(softmax_jet, a.vector(0), a.vector(1), a.size(0), a.integer(2), a.out()),
     .place = place_in_rows});

const FunctionInfo& softmax_taylor = function(
    {.id = Function::softmax_taylor,
     .name = "softmax_taylor",
     .parameters = line,
     .meaning = "the Taylor polynomial of softmax at x, evaluated at x + h",
     .enclose =
         [](A a) { return ref::softmax_taylor(enclosed(a, 0), enclosed(a, 1), order_of(a)); },
     .condition =
         [](A a) {
           return ref::condition::softmax_taylor(enclosed(a, 0), enclosed(a, 1), order_of(a));
         },
     .result_count = length,
     .extended = of_softmax_or_zero,
     .check = require_line,
     .call =
         SOFTLAW_CALL(softmax_taylor, a.vector(0), a.vector(1), a.size(0), a.integer(2), a.out())});

/// Whether there is a distribution, and numbers to take means of.
bool has_means(A a) {
  const Vector& x = vector_of(a, 0);
  return !has_nan(x) && !has(x, infinity) && !where_present(x, x).empty() &&
         all_finite(vector_of(a, 1));
}

const FunctionInfo& logsumexp_cumulants = function(
    {.id = Function::logsumexp_cumulants,
     .name = "logsumexp_cumulants",
     .parameters = line,
     .meaning = "the cumulants of order 1 to order of h under softmax(x)",
     .enclose =
         [](A a) { return ref::logsumexp_cumulants(enclosed(a, 0), enclosed(a, 1), order_of(a)); },
     .condition =
         [](A a) {
           return ref::condition::logsumexp_cumulants(enclosed(a, 0), enclosed(a, 1), order_of(a));
         },
     .result_count = order_of,
     .extended = [](F self, A a) -> Intervals {
       if (!has_means(a)) return Intervals(order_of(a), not_a_number());
       return self.enclose(present_only(a));
     },
     .check = require_line,
     .call = SOFTLAW_CALL(logsumexp_cumulants, a.vector(0), a.vector(1), a.size(0), a.integer(2),
                          a.out())});

/// The directions, which are one behind the other in one vector.
std::vector<Vector> joined_directions(A a) {
  const Vector& all = vector_of(a, 1);
  const std::size_t n = length(a);
  if (n == 0) return {Vector()};
  std::vector<Vector> directions;
  for (std::size_t i = 0; i < all.size(); i += n) {
    directions.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(i),
                            all.begin() + static_cast<std::ptrdiff_t>(i + n));
  }
  return directions;
}

std::vector<Intervals> enclosed_directions(A a) {
  std::vector<Intervals> directions;
  for (const Vector& h : joined_directions(a)) directions.push_back(enclose(h));
  return directions;
}

const FunctionInfo& logsumexp_derivative = function(
    {.id = Function::logsumexp_derivative,
     .name = "logsumexp_derivative",
     .parameters = {vector_named("x"), vector_named("directions")},
     .meaning = "the derivative of logsumexp along directions as long as x, one behind the other",
     .enclose = [](A a) -> Intervals {
       return {ref::logsumexp_derivative(enclosed(a, 0), enclosed_directions(a))};
     },
     .condition = [](A a) -> Intervals {
       return {ref::condition::logsumexp_derivative(enclosed(a, 0), enclosed_directions(a))};
     },
     .result_count = one,
     .extended = [](F self, A a) -> Intervals {
       if (!has_means(a)) return {not_a_number()};
       return self.enclose(present_only(a));
     },
     .check =
         [](F self, A a) {
           const std::size_t n = length(a), all = vector_of(a, 1).size();
           if (n == 0 ? all == 0 : all > 0 && all % n == 0 && all / n <= 20) return;
           refuse(self, 1,
                  "must have 1 to 20 times the " + std::to_string(n) + " entries of x, got " +
                      std::to_string(all));
         },
     .call = from_tables([](const auto& table, auto& a) {
       std::vector<decltype(a.vector(1))> directions{a.vector(1)};
       const std::size_t n = a.size(0);
       for (std::size_t i = n; i < a.size(1); i += n) directions.push_back(a.vector(1) + i);
       return a.results(SOFTLAW_FIELD(table, logsumexp_derivative), a.vector(0), n,
                        directions.data(), directions.size());
     })});

}  // namespace
}  // namespace softlaw::properties
