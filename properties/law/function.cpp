// SPDX-License-Identifier: Apache-2.0
#include "function.hpp"

#include <algorithm>
#include <array>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

const Vector& vector_at(const Arguments& a, std::size_t i) { return std::get<Vector>(a[i]); }
double scalar_at(const Arguments& a, std::size_t i) { return std::get<double>(a[i]); }
std::size_t integer_at(const Arguments& a, std::size_t i) {
  return static_cast<std::size_t>(std::get<std::int64_t>(a[i]));
}

Intervals x_of(const Arguments& a) { return enclose(vector_at(a, 0)); }

std::vector<Intervals> directions_of(const Arguments& a) {
  std::vector<Intervals> directions;
  for (std::size_t i = 1; i < a.size(); ++i) directions.push_back(enclose(vector_at(a, i)));
  return directions;
}

/// Applies a function of one row and a temperature to each row of (x, columns, padding, T).
template <class F>
Intervals by_row(const Arguments& a, F&& of_row) {
  const Intervals x = x_of(a);
  const auto columns = static_cast<std::ptrdiff_t>(integer_at(a, 1));
  Intervals all;
  for (auto row = x.begin(); row != x.end(); row += columns) {
    const Intervals result = of_row(Intervals(row, row + columns), Interval(scalar_at(a, 3)));
    all.insert(all.end(), result.begin(), result.end());
  }
  return all;
}

std::size_t one(const Arguments&) { return 1; }
std::size_t length(const Arguments& a) { return vector_at(a, 0).size(); }
std::size_t square(const Arguments& a) { return length(a) * length(a); }

const Parameter x{"x", Kind::vector};
const Parameter lambda{"lambda", Kind::scalar};
const Parameter temperature{"temperature", Kind::scalar};
const Parameter t{"t", Kind::scalar};
const std::vector<Parameter> matrix{
    x, {"columns", Kind::integer}, {"padding", Kind::integer}, temperature};

Parameter direction(const char* name) { return {name, Kind::vector}; }

using A = const Arguments&;

const std::array<FunctionInfo, 20> catalogue{{
    {Function::logsumexp,
     "logsumexp",
     {x},
     "log of the sum of exponentials",
     [](A a) -> Intervals { return {ref::logsumexp(x_of(a))}; },
     [](A a) -> Intervals { return {ref::condition::logsumexp(x_of(a))}; },
     one},
    {Function::logsumexp_scaled,
     "logsumexp_scaled",
     {x, lambda},
     "1/lambda times the logsumexp of lambda x",
     [](A a) -> Intervals { return {ref::logsumexp(x_of(a), scalar_at(a, 1))}; },
     [](A a) -> Intervals { return {ref::condition::logsumexp(x_of(a), scalar_at(a, 1))}; },
     one},
    {Function::logaddexp,
     "logaddexp",
     {{"a", Kind::scalar}, {"b", Kind::scalar}},
     "logsumexp of two numbers",
     [](A a) -> Intervals { return {ref::logaddexp(scalar_at(a, 0), scalar_at(a, 1))}; },
     [](A a) -> Intervals { return {ref::condition::logaddexp(scalar_at(a, 0), scalar_at(a, 1))}; },
     one},
    {Function::softmin,
     "softmin",
     {x},
     "minus the logsumexp of -x",
     [](A a) -> Intervals { return {ref::softmin(x_of(a))}; },
     [](A a) -> Intervals { return {ref::condition::softmin(x_of(a))}; },
     one},
    {Function::softmin_scaled,
     "softmin_scaled",
     {x, lambda},
     "1/lambda times the softmin of lambda x",
     [](A a) -> Intervals { return {ref::softmin(x_of(a), scalar_at(a, 1))}; },
     [](A a) -> Intervals { return {ref::condition::softmin(x_of(a), scalar_at(a, 1))}; },
     one},
    {Function::excess,
     "excess",
     {x},
     "logsumexp minus the maximum",
     [](A a) -> Intervals { return {ref::excess(x_of(a))}; },
     [](A a) -> Intervals { return {ref::condition::excess(x_of(a))}; },
     one},
    {Function::softmax,
     "softmax",
     {x},
     "exp(x_i) over the sum of exponentials",
     [](A a) { return ref::softmax(x_of(a)); },
     [](A a) { return ref::condition::softmax(x_of(a)); },
     length},
    {Function::softmax_temperature,
     "softmax_temperature",
     {x, temperature},
     "softmax of x / T",
     [](A a) { return ref::softmax(x_of(a), scalar_at(a, 1)); },
     [](A a) { return ref::condition::softmax(x_of(a), scalar_at(a, 1)); },
     length},
    {Function::log_softmax,
     "log_softmax",
     {x},
     "x_i minus logsumexp",
     [](A a) { return ref::log_softmax(x_of(a)); },
     [](A a) { return ref::condition::log_softmax(x_of(a)); },
     length},
    {Function::log_softmax_temperature,
     "log_softmax_temperature",
     {x, temperature},
     "log_softmax of x / T",
     [](A a) { return ref::log_softmax(x_of(a), scalar_at(a, 1)); },
     [](A a) { return ref::condition::log_softmax(x_of(a), scalar_at(a, 1)); },
     length},
    {Function::softmax_rows, "softmax_rows", matrix, "softmax of each row of a matrix",
     [](A a) {
       return by_row(a, [](const Intervals& r, const Interval& T) { return ref::softmax(r, T); });
     },
     [](A a) {
       return by_row(
           a, [](const Intervals& r, const Interval& T) { return ref::condition::softmax(r, T); });
     },
     length},
    {Function::log_softmax_rows, "log_softmax_rows", matrix, "log_softmax of each row of a matrix",
     [](A a) {
       return by_row(a,
                     [](const Intervals& r, const Interval& T) { return ref::log_softmax(r, T); });
     },
     [](A a) {
       return by_row(a, [](const Intervals& r, const Interval& T) {
         return ref::condition::log_softmax(r, T);
       });
     },
     length},
    {Function::softplus,
     "softplus",
     {t},
     "log(1 + exp t)",
     [](A a) -> Intervals { return {ref::softplus(scalar_at(a, 0))}; },
     [](A a) -> Intervals { return {ref::condition::softplus(scalar_at(a, 0))}; },
     one},
    {Function::logistic,
     "logistic",
     {t},
     "1 / (1 + exp -t)",
     [](A a) -> Intervals { return {ref::logistic(scalar_at(a, 0))}; },
     [](A a) -> Intervals { return {ref::condition::logistic(scalar_at(a, 0))}; },
     one},
    {Function::logsumexp_hessian,
     "logsumexp_hessian",
     {x},
     "diag(p) - p p^T, p = softmax(x)",
     [](A a) { return ref::logsumexp_hessian(x_of(a)); },
     [](A a) { return ref::condition::logsumexp_hessian(x_of(a)); },
     square},
    {Function::logsumexp_hessian_vector,
     "logsumexp_hessian_vector",
     {x, direction("v")},
     "the Hessian of logsumexp times v",
     [](A a) { return ref::logsumexp_hessian_vector(x_of(a), enclose(vector_at(a, 1))); },
     [](A a) {
       return ref::condition::logsumexp_hessian_vector(x_of(a), enclose(vector_at(a, 1)));
     },
     length},
    {Function::softmax_derivative_1,
     "softmax_derivative_1",
     {x, direction("h1")},
     "total derivative of softmax along h1",
     [](A a) { return ref::softmax_derivative(x_of(a), directions_of(a)); },
     [](A a) { return ref::condition::softmax_derivative(x_of(a), directions_of(a)); },
     length},
    {Function::softmax_derivative_2,
     "softmax_derivative_2",
     {x, direction("h1"), direction("h2")},
     "second total derivative of softmax along h1, h2",
     [](A a) { return ref::softmax_derivative(x_of(a), directions_of(a)); },
     [](A a) { return ref::condition::softmax_derivative(x_of(a), directions_of(a)); },
     length},
    {Function::softmax_derivative_3,
     "softmax_derivative_3",
     {x, direction("h1"), direction("h2"), direction("h3")},
     "third total derivative of softmax along h1, h2, h3",
     [](A a) { return ref::softmax_derivative(x_of(a), directions_of(a)); },
     [](A a) { return ref::condition::softmax_derivative(x_of(a), directions_of(a)); },
     length},
    {Function::entropy,
     "entropy",
     {{"p", Kind::vector}},
     "minus the sum of p log p, in nats",
     [](A a) -> Intervals { return {ref::entropy(x_of(a))}; },
     [](A a) -> Intervals { return {ref::condition::entropy(x_of(a))}; },
     one},
}};

}  // namespace

std::span<const FunctionInfo> functions() { return catalogue; }

const FunctionInfo& info(Function function) {
  return catalogue.at(static_cast<std::size_t>(function));
}

const FunctionInfo* find_function(const std::string& name) {
  const auto found = std::ranges::find(catalogue, name, &FunctionInfo::name);
  return found == catalogue.end() ? nullptr : &*found;
}

}  // namespace softlaw::properties
