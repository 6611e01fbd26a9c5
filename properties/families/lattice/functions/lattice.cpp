// SPDX-License-Identifier: Apache-2.0
// The lattice soft-min of S0.
#include <cmath>
#include <limits>
#include <softlaw/reference/condition_lattice.hpp>

#include "function/arguments.hpp"
#include "function/call.hpp"
#include "function/conventions.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;
using A = const Arguments&;
using F = const FunctionInfo&;

const Parameter n = number_named("n");
const Parameter d = number_named("d");
const Parameter alpha = number_named("alpha");

std::uint64_t index_of(A a, std::size_t i) {
  return static_cast<std::uint64_t>(std::get<std::int64_t>(a.at(i)));
}

/// d and alpha, arguments 1 and 2.
void require_lattice(F self, A a) {
  for (const std::size_t i : {std::size_t{1}, std::size_t{2}}) {
    const double value = number_of(a, i);
    if (!(value > 0) || std::isinf(value)) {
      refuse(self, i, "must be positive and finite, got " + shown(value));
    }
  }
}

constexpr std::int64_t any = std::numeric_limits<std::int64_t>::max();

void require_order(F self, A a) {
  require_lattice(self, a);
  require_range(self, a, 3, 1, any);
}

void require_jump(F self, A a) {
  require_lattice(self, a);
  require_range(self, a, 0, 1, any);
}

void require_indices(F self, A a) {
  require_lattice(self, a);
  require_range(self, a, 3, 0, any);
  require_range(self, a, 4, 0, most_results);
}

/// There are no points for n < 0, and no remainder of an infinite n.
bool has_points(A a) { return number_of(a, 0) >= 0 && std::isfinite(number_of(a, 0)); }

Intervals softmin_at(F self, A a) {
  const double place = number_of(a, 0);
  const double epsilon = number_of(a, 3);
  if (std::isnan(place) || std::isnan(epsilon)) return {not_a_number()};
  if (place < 0) return {infinity};
  if (std::isinf(place)) return {not_a_number()};
  if (std::isinf(epsilon)) return {epsilon};
  return self.enclose(a);
}

Intervals or_nan(F self, A a) {
  return has_points(a) ? self.enclose(a) : Intervals{not_a_number()};
}

Intervals weights_at(F self, A a) {
  if (has_points(a)) return self.enclose(a);
  return Intervals(self.result_count(a), number_of(a, 0) < 0 ? Interval(0) : not_a_number());
}

std::optional<Counts> index_at(A a, std::uint64_t (*index)(double, double)) {
  const double gap = number_of(a, 1);
  if (!has_points(a) || !(gap > 0) || std::isinf(gap)) return std::nullopt;
  return Counts{index(number_of(a, 0), gap)};
}

/// Where there is no index a subject says 2^64 - 1.
std::optional<Counts> index_or_none(std::uint64_t returned, const std::optional<Counts>& exact) {
  if (!exact && returned == std::numeric_limits<std::uint64_t>::max()) return std::nullopt;
  return Counts{returned};
}

// Where there is no value there is no scale, and a contract allows no error.
#define SOFTLAW_LATTICE(function)                                         \
  [](A a) -> Intervals {                                                  \
    if (!has_points(a)) return {0};                                       \
    return {function(number_of(a, 0), number_of(a, 1), number_of(a, 2))}; \
  }

const FunctionInfo& lattice_softmin = function(
    {.id = Function::lattice_softmin,
     .name = "lattice_softmin",
     .parameters = {n, d, alpha, number_named("epsilon")},
     .meaning = "-1/alpha log sum exp(-alpha ((n - k d - d^2)^2 + epsilon)), k <= n / d",
     .enclose = [](A a) -> Intervals {
       return {ref::lattice_softmin(number_of(a, 0), number_of(a, 1), number_of(a, 2),
                                    number_of(a, 3))};
     },
     .condition = [](A a) -> Intervals {
       if (!has_points(a)) return {0};
       return {ref::condition::lattice_softmin(number_of(a, 0), number_of(a, 1), number_of(a, 2),
                                               number_of(a, 3))};
     },
     .result_count = one,
     .extended = softmin_at,
     .check = require_lattice,
     .call = SOFTLAW_CALL(lattice_softmin, a.number(0), a.number(1), a.number(2), a.number(3))});

const FunctionInfo& lattice_softmin_derivative =
    function({.id = Function::lattice_softmin_derivative,
              .name = "lattice_softmin_derivative",
              .parameters = {n, d, alpha, integer_named("order")},
              .meaning = "its derivative of that order with respect to n, from the right",
              .enclose = [](A a) -> Intervals {
                return {ref::lattice_softmin_derivative(number_of(a, 0), number_of(a, 1),
                                                        number_of(a, 2), integer_of(a, 3))};
              },
              .condition = [](A a) -> Intervals {
                if (!has_points(a)) return {0};
                return {ref::condition::lattice_softmin_derivative(
                    number_of(a, 0), number_of(a, 1), number_of(a, 2), integer_of(a, 3))};
              },
              .result_count = one,
              .extended = or_nan,
              .check = require_order,
              .call = SOFTLAW_CALL(lattice_softmin_derivative, a.number(0), a.number(1),
                                   a.number(2), a.integer(3))});

const FunctionInfo& lattice_softmin_alpha =
    function({.id = Function::lattice_softmin_alpha,
              .name = "lattice_softmin_alpha",
              .parameters = {n, d, alpha},
              .meaning = "its derivative with respect to alpha",
              .enclose = SOFTLAW_LATTICE(ref::lattice_softmin_alpha),
              .condition = SOFTLAW_LATTICE(ref::condition::lattice_softmin_alpha),
              .result_count = one,
              .extended = or_nan,
              .check = require_lattice,
              .call = SOFTLAW_CALL(lattice_softmin_alpha, a.number(0), a.number(1), a.number(2))});

const FunctionInfo& lattice_softmin_mixed =
    function({.id = Function::lattice_softmin_mixed,
              .name = "lattice_softmin_mixed",
              .parameters = {n, d, alpha},
              .meaning = "its derivative with respect to n and alpha",
              .enclose = SOFTLAW_LATTICE(ref::lattice_softmin_mixed),
              .condition = SOFTLAW_LATTICE(ref::condition::lattice_softmin_mixed),
              .result_count = one,
              .extended = or_nan,
              .check = require_lattice,
              .call = SOFTLAW_CALL(lattice_softmin_mixed, a.number(0), a.number(1), a.number(2))});

const FunctionInfo& lattice_effective_terms = function(
    {.id = Function::lattice_effective_terms,
     .name = "lattice_effective_terms",
     .parameters = {n, d, alpha},
     .meaning = "the exponential of the entropy of its weights",
     .enclose = SOFTLAW_LATTICE(ref::lattice_effective_terms),
     .condition = SOFTLAW_LATTICE(ref::condition::lattice_effective_terms),
     .result_count = one,
     .extended = or_nan,
     .check = require_lattice,
     .call = SOFTLAW_CALL(lattice_effective_terms, a.number(0), a.number(1), a.number(2))});

const FunctionInfo& lattice_weights = function(
    {.id = Function::lattice_weights,
     .name = "lattice_weights",
     .parameters = {n, d, alpha, integer_named("first"), integer_named("count")},
     .meaning = "its weights from the index `first` on",
     .enclose = [](A a) -> Intervals {
       return ref::lattice_weights(number_of(a, 0), number_of(a, 1), number_of(a, 2),
                                   index_of(a, 3), integer_of(a, 4));
     },
     .condition = [](A a) -> Intervals {
       if (!has_points(a)) return Intervals(integer_of(a, 4), 0);
       return ref::condition::lattice_weights(number_of(a, 0), number_of(a, 1), number_of(a, 2),
                                              index_of(a, 3), integer_of(a, 4));
     },
     .result_count = [](A a) { return integer_of(a, 4); },
     .extended = weights_at,
     .check = require_indices,
     .call = SOFTLAW_CALL(lattice_weights, a.number(0), a.number(1), a.number(2), a.integer(3),
                          a.integer(4), a.out())});

const FunctionInfo& lattice_jump = function(
    {.id = Function::lattice_jump,
     .name = "lattice_jump",
     .parameters = {integer_named("m"), d, alpha},
     .meaning = "its value at m d less the limit from the left",
     .enclose = [](A a) -> Intervals {
       return {ref::lattice_jump(index_of(a, 0), number_of(a, 1), number_of(a, 2))};
     },
     .condition = [](A a) -> Intervals {
       return {ref::condition::lattice_jump(index_of(a, 0), number_of(a, 1), number_of(a, 2))};
     },
     .result_count = one,
     .extended = nullptr,
     .check = require_jump,
     .call = SOFTLAW_CALL(lattice_jump, a.integer(0), a.number(1), a.number(2))});

#undef SOFTLAW_LATTICE

const IntegerFunctionInfo& lattice_last = integer_function(
    {.id = IntegerFunction::lattice_last,
     .name = "lattice_last",
     .parameters = {n, d},
     .meaning = "floor(n / d) of the exact quotient",
     .check = nullptr,  // where d is no gap there is no index, which is an answer
     .exact = [](A a) { return index_at(a, ref::lattice_last); },
     .call = [](const softlaw_subject& subject, A a, Format format) -> std::optional<Counts> {
       return with_table(subject, format, [&]<class Real>(const auto& table, Real) {
         const auto field = require(SOFTLAW_FIELD(table, lattice_last), "lattice_last");
         const std::vector<Real> v = narrow<Real>({number_of(a, 0), number_of(a, 1)}, format);
         return index_or_none(field(v[0], v[1]), index_at(a, ref::lattice_last));
       });
     }});

const IntegerFunctionInfo& lattice_nearest = integer_function(
    {.id = IntegerFunction::lattice_nearest,
     .name = "lattice_nearest",
     .parameters = {n, d},
     .meaning = "the index of the nearest point, the lower of two",
     .check = nullptr,  // where d is no gap there is no index, which is an answer
     .exact = [](A a) { return index_at(a, ref::lattice_nearest); },
     .call = [](const softlaw_subject& subject, A a, Format format) -> std::optional<Counts> {
       return with_table(subject, format, [&]<class Real>(const auto& table, Real) {
         const auto field = require(SOFTLAW_FIELD(table, lattice_nearest), "lattice_nearest");
         const std::vector<Real> v = narrow<Real>({number_of(a, 0), number_of(a, 1)}, format);
         return index_or_none(field(v[0], v[1]), index_at(a, ref::lattice_nearest));
       });
     }});

}  // namespace
}  // namespace softlaw::properties
