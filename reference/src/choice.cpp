// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/choice.hpp>
#include <softlaw/reference/condition.hpp>

namespace softlaw::reference {
namespace {

Vector with(Vector o, const Interval& none) {
  o.push_back(none);
  return o;
}

}  // namespace

Interval preference(const Interval& a, const Interval& b) {
  return logistic(exact_difference(a, b));
}

Interval bradley_terry(const Interval& a, const Interval& b) { return a / exact_sum(a, b); }

Vector choice(const Vector& o, const Interval& none) { return softmax(with(o, none)); }

namespace condition {

Interval preference(const Interval& a, const Interval& b) { return condition::softmax({a, b})[0]; }

Interval bradley_terry(const Interval& a, const Interval& b) {
  return reference::bradley_terry(a, b);
}

Vector choice(const Vector& o, const Interval& none) { return condition::softmax(with(o, none)); }

}  // namespace condition
}  // namespace softlaw::reference
