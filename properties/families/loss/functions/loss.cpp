// SPDX-License-Identifier: Apache-2.0
// The cross-entropy of a softmax from its logits, of soft labels and of hard ones.
#include <algorithm>
#include <softlaw/reference/loss.hpp>

#include "function/arguments.hpp"
#include "function/call.hpp"
#include "function/conventions.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;
using A = const Arguments&;
using F = const FunctionInfo&;

const Parameter o = vector_named("o");
const Parameter y = vector_named("y");
const Parameter label = integer_named("label");

void require_labels(F self, A a) {
  require_one_length(self, a);
  require_weights(self, a, 1);
}

void require_label(F self, A a) {
  const auto c = std::get<std::int64_t>(a[1]);
  if (c < 0 || static_cast<std::size_t>(c) >= length(a)) {
    refuse(self, 1,
           "must be less than " + std::to_string(length(a)) + ", got " + std::to_string(c));
  }
}

/// Is softmax NaN at these logits?
bool is_undefined(const Vector& logits) {
  return has_nan(logits) || has(logits, infinity) || where_present(logits, logits).empty();
}

/// How many of the entries before that one are there.
std::int64_t index_among_present(const Vector& logits, std::size_t i) {
  const auto end = logits.begin() + static_cast<std::ptrdiff_t>(i);
  return (end - logits.begin()) - std::count(logits.begin(), end, -infinity);
}

Intervals extended_soft(F self, A a) {
  const Vector &logits = vector_of(a, 0), &labels = vector_of(a, 1);
  if (logits.empty()) return {Interval(0)};
  if (is_undefined(logits) || has_nan(labels)) return {not_a_number()};
  for (std::size_t j = 0; j < logits.size(); ++j) {
    if (labels[j] > 0 && logits[j] == -infinity) return {Interval(infinity)};
  }
  return self.enclose(present_only(a));
}

/// The labels of logits that are not there count in the sum of the labels.
Intervals extended_soft_gradient(F self, A a) {
  const Vector &logits = vector_of(a, 0), &labels = vector_of(a, 1);
  if (is_undefined(logits) || has_nan(labels)) {
    return Intervals(logits.size(), not_a_number());
  }
  const Arguments present = present_only(a);
  const Intervals dense = self.enclose(present), p = ref::softmax(enclosed(present, 0));
  Interval lost;
  for (std::size_t j = 0; j < logits.size(); ++j) {
    if (logits[j] == -infinity) lost = exact_sum(lost, Interval(labels[j]));
  }
  Intervals all;
  std::size_t next = 0;
  for (std::size_t j = 0; j < logits.size(); ++j) {
    const bool there = logits[j] != -infinity;
    all.push_back(there ? dense[next] + lost * p[next] : -Interval(labels[j]));
    next += there ? 1 : 0;
  }
  return all;
}

Intervals extended_hard(F self, A a) {
  const Vector& logits = vector_of(a, 0);
  if (is_undefined(logits)) return {not_a_number()};
  const std::size_t c = integer_of(a, 1);
  if (logits[c] == -infinity) return {Interval(infinity)};
  return self.enclose({where_present(logits, logits), index_among_present(logits, c)});
}

Intervals extended_hard_gradient(F self, A a) {
  const Vector& logits = vector_of(a, 0);
  if (is_undefined(logits)) return Intervals(logits.size(), not_a_number());
  const std::size_t c = integer_of(a, 1);
  const Vector present = where_present(logits, logits);
  const Intervals dense = logits[c] == -infinity
                              ? ref::softmax(enclose(present))
                              : self.enclose({present, index_among_present(logits, c)});
  Intervals all(logits.size(), Interval(0));
  std::size_t next = 0;
  for (std::size_t j = 0; j < logits.size(); ++j) {
    if (logits[j] != -infinity) all[j] = dense[next++];
  }
  if (logits[c] == -infinity) all[c] = Interval(-1);
  return all;
}

/// The label, or the last entry if entries that are not there have been taken out: a scale only
/// widens what is allowed.
std::size_t nearest_label(A a) { return std::min(integer_of(a, 1), length(a) - 1); }

const FunctionInfo& cross_entropy_logits =
    function({.id = Function::cross_entropy_logits,
              .name = "cross_entropy_logits",
              .parameters = {o, y},
              .meaning = "minus the sum of y_j times the logarithm of softmax(o)_j",
              .enclose = [](A a) -> Intervals {
                return {ref::cross_entropy_logits(enclosed(a, 0), enclosed(a, 1))};
              },
              .condition = [](A a) -> Intervals {
                return {ref::condition::cross_entropy_logits(enclosed(a, 0), enclosed(a, 1))};
              },
              .result_count = one,
              .extended = extended_soft,
              .check = require_labels,
              .call = SOFTLAW_CALL(cross_entropy_logits, a.vector(0), a.vector(1), a.size(0))});

const FunctionInfo& cross_entropy_logits_gradient = function(
    {.id = Function::cross_entropy_logits_gradient,
     .name = "cross_entropy_logits_gradient",
     .parameters = {o, y},
     .meaning = "sum(y) softmax(o) - y",
     .enclose =
         [](A a) { return ref::cross_entropy_logits_gradient(enclosed(a, 0), enclosed(a, 1)); },
     .condition =
         [](A a) {
           return ref::condition::cross_entropy_logits_gradient(enclosed(a, 0), enclosed(a, 1));
         },
     .result_count = length,
     .extended = extended_soft_gradient,
     .check = require_labels,
     .call = SOFTLAW_CALL(cross_entropy_logits_gradient, a.vector(0), a.vector(1), a.size(0),
                          a.out())});

const FunctionInfo& cross_entropy_label =
    function({.id = Function::cross_entropy_label,
              .name = "cross_entropy_label",
              .parameters = {o, label},
              .meaning = "logsumexp(o) less the logit of the label",
              .enclose = [](A a) -> Intervals {
                return {ref::cross_entropy_label(enclosed(a, 0), integer_of(a, 1))};
              },
              .condition = [](A a) -> Intervals {
                return {ref::condition::cross_entropy_label(enclosed(a, 0), nearest_label(a))};
              },
              .result_count = one,
              .extended = extended_hard,
              .check = require_label,
              .call = SOFTLAW_CALL(cross_entropy_label, a.vector(0), a.size(0), a.integer(1))});

const FunctionInfo& cross_entropy_label_gradient = function(
    {.id = Function::cross_entropy_label_gradient,
     .name = "cross_entropy_label_gradient",
     .parameters = {o, label},
     .meaning = "softmax(o) less 1 at the label",
     .enclose =
         [](A a) { return ref::cross_entropy_label_gradient(enclosed(a, 0), integer_of(a, 1)); },
     .condition =
         [](A a) {
           return ref::condition::cross_entropy_label_gradient(enclosed(a, 0), nearest_label(a));
         },
     .result_count = length,
     .extended = extended_hard_gradient,
     .check = require_label,
     .call = SOFTLAW_CALL(cross_entropy_label_gradient, a.vector(0), a.size(0), a.integer(1),
                          a.out())});

}  // namespace
}  // namespace softlaw::properties
