// SPDX-License-Identifier: Apache-2.0
#include "evaluator.hpp"

#include <softlaw/reference/coding.hpp>

#include "conventions.hpp"

namespace softlaw::properties {
namespace {

/// Relative accuracy of every enclosure that a law sees, far beyond what any contract can tell.
constexpr int bits_of_accuracy = 128;

}  // namespace

Intervals Evaluator::operator()(Function function, const Arguments& arguments) const {
  return evaluate(info(function), arguments);
}

Truth Evaluator::agrees(Function function, const Arguments& arguments) const {
  return compare(info(function), arguments, ReferenceEvaluator(format_)(function, arguments));
}

Truth Evaluator::compare(const FunctionInfo& function, const Arguments& arguments,
                         const Intervals& exact) const {
  return same(evaluate(function, arguments), exact);
}

Interval Evaluator::logsumexp(const Vector& x) const {
  return (*this)(Function::logsumexp, {x}).front();
}
Interval Evaluator::logsumexp(const Vector& x, double lambda) const {
  return (*this)(Function::logsumexp_scaled, {x, lambda}).front();
}
Interval Evaluator::logaddexp(double a, double b) const {
  return (*this)(Function::logaddexp, {a, b}).front();
}
Interval Evaluator::softmin(const Vector& x) const {
  return (*this)(Function::softmin, {x}).front();
}
Interval Evaluator::softmin(const Vector& x, double lambda) const {
  return (*this)(Function::softmin_scaled, {x, lambda}).front();
}
Interval Evaluator::excess(const Vector& x) const { return (*this)(Function::excess, {x}).front(); }
Intervals Evaluator::softmax(const Vector& x) const { return (*this)(Function::softmax, {x}); }
Intervals Evaluator::softmax(const Vector& x, double temperature) const {
  return (*this)(Function::softmax_temperature, {x, temperature});
}
Intervals Evaluator::log_softmax(const Vector& x) const {
  return (*this)(Function::log_softmax, {x});
}
Intervals Evaluator::log_softmax(const Vector& x, double temperature) const {
  return (*this)(Function::log_softmax_temperature, {x, temperature});
}
Interval Evaluator::softplus(double t) const { return (*this)(Function::softplus, {t}).front(); }
Interval Evaluator::logistic(double t) const { return (*this)(Function::logistic, {t}).front(); }
Intervals Evaluator::logsumexp_hessian(const Vector& x) const {
  return (*this)(Function::logsumexp_hessian, {x});
}
Intervals Evaluator::logsumexp_hessian_vector(const Vector& x, const Vector& v) const {
  return (*this)(Function::logsumexp_hessian_vector, {x, v});
}
Intervals Evaluator::softmax_derivative(const Vector& x,
                                        const std::vector<Vector>& directions) const {
  const Function by_order[] = {Function::softmax_derivative_1, Function::softmax_derivative_2,
                               Function::softmax_derivative_3};
  Arguments arguments{x};
  arguments.insert(arguments.end(), directions.begin(), directions.end());
  return (*this)(by_order[directions.size() - 1], arguments);
}
Interval Evaluator::entropy(const Vector& p) const {
  return (*this)(Function::entropy, {p}).front();
}

Integers Evaluator::huffman_lengths(const Vector& weights, std::uint32_t radix) const {
  Integers lengths = find_lengths(weights, radix);
  note("huffman_lengths", {weights, std::int64_t{radix}}, to_text(lengths));
  return lengths;
}

Kraft Evaluator::kraft_sum(const Integers& lengths, std::uint32_t radix) const {
  Kraft sum = find_kraft_sum(lengths, radix);
  note("kraft_sum", {lengths, std::int64_t{radix}},
       std::to_string(sum.whole) + " + digits " + to_text(sum.fraction));
  return sum;
}

Integers Evaluator::encode(const Integers& lengths, std::uint32_t radix,
                           const Integers& symbols) const {
  Integers digits = find_digits(lengths, radix, symbols);
  note("prefix_encode", {lengths, std::int64_t{radix}, symbols}, to_text(digits));
  return digits;
}

std::optional<Integers> Evaluator::decode(const Integers& lengths, std::uint32_t radix,
                                          const Integers& digits, std::size_t count) const {
  auto symbols = find_symbols(lengths, radix, digits, count);
  note("prefix_decode", {lengths, std::int64_t{radix}, digits},
       symbols ? to_text(*symbols) : "not a code");
  return symbols;
}

void Evaluator::note(const std::string& function, const Arguments& arguments,
                     const std::string& results) const {
  if (calls_) calls_->push_back({function, to_text(arguments, format_), results});
}

Intervals ReferenceEvaluator::evaluate(const FunctionInfo& function,
                                       const Arguments& arguments) const {
  Intervals exact =
      reference::enclose([&] { return enclose_extended(function, arguments); }, bits_of_accuracy);
  if (recording()) {
    std::string results;
    for (const Interval& value : exact) {
      results += (results.empty() ? "" : ", ") + reference::to_string(value, 20);
    }
    note(function.name, arguments, results);
  }
  return exact;
}

Integers ReferenceEvaluator::find_lengths(const Vector& weights, std::uint32_t radix) const {
  return reference::huffman_lengths(weights, radix);
}

Kraft ReferenceEvaluator::find_kraft_sum(const Integers& lengths, std::uint32_t radix) const {
  const auto sum = reference::kraft_sum(lengths, radix);
  return {sum.whole, sum.fraction};
}

Integers ReferenceEvaluator::find_digits(const Integers& lengths, std::uint32_t radix,
                                         const Integers& symbols) const {
  return reference::encode(lengths, radix, symbols);
}

std::optional<Integers> ReferenceEvaluator::find_symbols(const Integers& lengths,
                                                         std::uint32_t radix,
                                                         const Integers& digits,
                                                         std::size_t count) const {
  return reference::decode(lengths, radix, digits, count);
}

}  // namespace softlaw::properties
