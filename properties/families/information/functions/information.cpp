// SPDX-License-Identifier: Apache-2.0
// Entropy and what is measured in nats and bits.
#include <algorithm>
#include <cmath>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/information.hpp>

#include "function/arguments.hpp"
#include "function/call.hpp"
#include "function/conventions.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;
using A = const Arguments&;
using F = const FunctionInfo&;

Intervals unless_nan(F self, A a) {
  for (const Value& value : a) {
    const auto* v = std::get_if<Vector>(&value);
    if (v ? has_nan(*v) : std::isnan(std::get<double>(value))) return {not_a_number()};
  }
  return self.enclose(a);
}

void require_probability(F self, A a) {
  const double p = number_of(a, 0);
  if (p < 0 || std::isinf(p)) refuse(self, 0, "must be finite and not negative, got " + shown(p));
}

void require_two_weights(F self, A a) {
  require_one_length(self, a);
  require_weights(self, a, 0);
  require_weights(self, a, 1);
}

void require_escort(F self, A a) {
  require_weights(self, a, 0);
  require_positive(self, a, 1);
}

/// Uniform on the largest entries.
Intervals on_the_modes(const Vector& p) {
  Intervals shares;
  for (double entry : p) {
    const auto modes = static_cast<double>(multiplicity_of_maximum(p));
    shares.push_back(entry == maximum(p) ? 1 / Interval(modes) : Interval(0));
  }
  return shares;
}

Intervals escort_of(F self, A a) {
  const Vector& p = vector_of(a, 0);
  const bool no_support = std::ranges::none_of(p, [](double entry) { return entry > 0; });
  if (has_nan(p) || no_support) return Intervals(p.size(), not_a_number());
  return number_of(a, 1) == infinity ? on_the_modes(p) : self.enclose(a);
}

Intervals softmax_entropy_of(F self, A a) {
  const Vector& x = vector_of(a, 0);
  const Vector present = where_present(x, x);
  const bool undefined = has_nan(x) || has(x, infinity) || (present.empty() && !x.empty());
  return undefined ? Intervals{not_a_number()} : self.enclose({present});
}

/// Infinite at the infinities, by the sign.
Intervals of_any_size(F self, A a) {
  const double number = number_of(a, 0);
  return std::isinf(number) ? Intervals{number} : unless_nan(self, a);
}

const FunctionInfo& entropy = function(
    {.id = Function::entropy,
     .name = "entropy",
     .parameters = {vector_named("p")},
     .meaning = "minus the sum of p log p, in nats",
     .enclose = [](A a) -> Intervals { return {ref::entropy(enclosed(a, 0))}; },
     .condition = [](A a) -> Intervals { return {ref::condition::entropy(enclosed(a, 0))}; },
     .result_count = one,
     .extended = unless_nan,
     .check = [](F self, A a) { require_weights(self, a, 0); },
     .call = SOFTLAW_CALL(entropy, a.vector(0), a.size(0))});

const FunctionInfo& cross_entropy =
    function({.id = Function::cross_entropy,
              .name = "cross_entropy",
              .parameters = {vector_named("p"), vector_named("q")},
              .meaning = "minus the sum of p log q, in nats",
              .enclose = [](A a) -> Intervals {
                return {ref::cross_entropy(enclosed(a, 0), enclosed(a, 1))};
              },
              .condition = [](A a) -> Intervals {
                return {ref::condition::cross_entropy(enclosed(a, 0), enclosed(a, 1))};
              },
              .result_count = one,
              .extended = unless_nan,
              .check = require_two_weights,
              .call = SOFTLAW_CALL(cross_entropy, a.vector(0), a.vector(1), a.size(0))});

const FunctionInfo& kl_divergence =
    function({.id = Function::kl_divergence,
              .name = "kl_divergence",
              .parameters = {vector_named("p"), vector_named("q")},
              .meaning = "the sum of p log(p / q), in nats",
              .enclose = [](A a) -> Intervals {
                return {ref::kl_divergence(enclosed(a, 0), enclosed(a, 1))};
              },
              .condition = [](A a) -> Intervals {
                return {ref::condition::kl_divergence(enclosed(a, 0), enclosed(a, 1))};
              },
              .result_count = one,
              .extended = unless_nan,
              .check = require_two_weights,
              .call = SOFTLAW_CALL(kl_divergence, a.vector(0), a.vector(1), a.size(0))});

const FunctionInfo& surprisal = function(
    {.id = Function::surprisal,
     .name = "surprisal",
     .parameters = {number_named("p")},
     .meaning = "minus log p, in nats",
     .enclose = [](A a) -> Intervals { return {ref::surprisal(number_of(a, 0))}; },
     .condition = [](A a) -> Intervals { return {ref::condition::surprisal(number_of(a, 0))}; },
     .result_count = one,
     .extended = unless_nan,
     .check = require_probability,
     .call = SOFTLAW_CALL(surprisal, a.number(0))});

const FunctionInfo& nats_to_bits = function(
    {.id = Function::nats_to_bits,
     .name = "nats_to_bits",
     .parameters = {number_named("nats")},
     .meaning = "a number divided by log 2",
     .enclose = [](A a) -> Intervals { return {ref::nats_to_bits(number_of(a, 0))}; },
     .condition = [](A a) -> Intervals { return {ref::condition::nats_to_bits(number_of(a, 0))}; },
     .result_count = one,
     .extended = of_any_size,
     .check = nullptr,
     .call = SOFTLAW_CALL(nats_to_bits, a.number(0))});

const FunctionInfo& bits_to_nats = function(
    {.id = Function::bits_to_nats,
     .name = "bits_to_nats",
     .parameters = {number_named("bits")},
     .meaning = "a number times log 2",
     .enclose = [](A a) -> Intervals { return {ref::bits_to_nats(number_of(a, 0))}; },
     .condition = [](A a) -> Intervals { return {ref::condition::bits_to_nats(number_of(a, 0))}; },
     .result_count = one,
     .extended = of_any_size,
     .check = nullptr,
     .call = SOFTLAW_CALL(bits_to_nats, a.number(0))});

const FunctionInfo& softmax_entropy =
    function({.id = Function::softmax_entropy,
              .name = "softmax_entropy",
              .parameters = {vector_named("x")},
              .meaning = "the entropy of softmax, in nats",
              .enclose = [](A a) -> Intervals { return {ref::softmax_entropy(enclosed(a, 0))}; },
              .condition = [](A a) -> Intervals {
                return {ref::condition::softmax_entropy(enclosed(a, 0))};
              },
              .result_count = one,
              .extended = softmax_entropy_of,
              .check = nullptr,
              .call = SOFTLAW_CALL(softmax_entropy, a.vector(0), a.size(0))});

const FunctionInfo& escort = function(
    {.id = Function::escort,
     .name = "escort",
     .parameters = {vector_named("p"), number_named("alpha")},
     .meaning = "p^alpha over its sum, on the support of p",
     .enclose = [](A a) { return ref::escort(enclosed(a, 0), number_of(a, 1)); },
     .condition = [](A a) { return ref::condition::escort(enclosed(a, 0), number_of(a, 1)); },
     .result_count = length,
     .extended = escort_of,
     .check = require_escort,
     .call = SOFTLAW_CALL(escort, a.vector(0), a.size(0), a.number(1), a.out())});

}  // namespace
}  // namespace softlaw::properties
