// SPDX-License-Identifier: Apache-2.0
// The Hessian of log-sum-exp and the total derivatives of softmax.
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>

#include "function/arguments.hpp"
#include "function/call.hpp"
#include "function/conventions.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;
using A = const Arguments&;

const Parameter x = vector_named("x");

std::vector<Intervals> directions_of(A a) {
  std::vector<Intervals> directions;
  for (std::size_t i = 1; i < a.size(); ++i) directions.push_back(enclosed(a, i));
  return directions;
}

const FunctionInfo& logsumexp_hessian =
    function({.id = Function::logsumexp_hessian,
              .name = "logsumexp_hessian",
              .parameters = {x},
              .meaning = "diag(p) - p p^T, p = softmax(x)",
              .enclose = [](A a) { return ref::logsumexp_hessian(enclosed(a, 0)); },
              .condition = [](A a) { return ref::condition::logsumexp_hessian(enclosed(a, 0)); },
              .result_count = square,
              .extended = of_softmax_or_zero,
              .check = nullptr,
              .call = SOFTLAW_CALL(logsumexp_hessian, a.vector(0), a.size(0), a.out()),
              .place = place_in_rows});

const FunctionInfo& logsumexp_hessian_vector = function(
    {.id = Function::logsumexp_hessian_vector,
     .name = "logsumexp_hessian_vector",
     .parameters = {x, vector_named("v")},
     .meaning = "the Hessian of logsumexp times v",
     .enclose = [](A a) { return ref::logsumexp_hessian_vector(enclosed(a, 0), enclosed(a, 1)); },
     .condition =
         [](A a) {
           return ref::condition::logsumexp_hessian_vector(enclosed(a, 0), enclosed(a, 1));
         },
     .result_count = length,
     .extended = of_softmax_or_zero,
     .check = require_one_length,
     .call = SOFTLAW_CALL(logsumexp_hessian_vector, a.vector(0), a.vector(1), a.size(0), a.out())});

/// The total derivative of the order of its parameters' number less one.
FunctionInfo derivative(Function id, const std::string& name, const std::string& meaning,
                        std::size_t order) {
  std::vector<Parameter> parameters{x};
  for (std::size_t k = 1; k <= order; ++k) {
    parameters.push_back({"h" + std::to_string(k), Kind::vector});
  }
  return {
      .id = id,
      .name = name,
      .parameters = parameters,
      .meaning = meaning,
      .enclose = [](A a) { return ref::softmax_derivative(enclosed(a, 0), directions_of(a)); },
      .condition =
          [](A a) { return ref::condition::softmax_derivative(enclosed(a, 0), directions_of(a)); },
      .result_count = length,
      .extended = of_softmax_or_zero,
      .check = require_one_length,
      .call = from_tables([](const auto& table, auto& a) {
        const auto directions = a.vectors(1);
        return a.results(SOFTLAW_FIELD(table, softmax_derivative), a.vector(0), a.size(0),
                         directions, a.count() - 1, a.out());
      })};
}

const FunctionInfo& softmax_derivative_1 =
    function(derivative(Function::softmax_derivative_1, "softmax_derivative_1",
                        "total derivative of softmax along h1", 1));
const FunctionInfo& softmax_derivative_2 =
    function(derivative(Function::softmax_derivative_2, "softmax_derivative_2",
                        "second total derivative of softmax along h1, h2", 2));
const FunctionInfo& softmax_derivative_3 =
    function(derivative(Function::softmax_derivative_3, "softmax_derivative_3",
                        "third total derivative of softmax along h1, h2, h3", 3));

const FunctionInfo& softmax_derivative_4 =
    function(derivative(Function::softmax_derivative_4, "softmax_derivative_4",
                        "fourth total derivative of softmax along h1, h2, h3, h4", 4));

}  // namespace
}  // namespace softlaw::properties
