// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/loss.hpp>

#include "scales.hpp"

namespace softlaw::reference {
namespace {

Vector one_hot(const Vector& o, std::size_t label) {
  Vector y(o.size());
  y.at(label) = 1;
  return y;
}

}  // namespace

Interval cross_entropy_logits(const Vector& o, const Vector& y) {
  require_size("cross_entropy_logits", "y", y, o);
  const Vector logarithms = log_softmax(o);
  Interval sum;
  for (std::size_t j = 0; j < o.size(); ++j) sum -= y[j] * logarithms[j];
  return sum;
}

Vector cross_entropy_logits_gradient(const Vector& o, const Vector& y) {
  require_size("cross_entropy_logits_gradient", "y", y, o);
  if (o.empty()) return {};
  const Weights w(o);
  const Vector other_weights = sums_of_the_others(w.weight), other_labels = sums_of_the_others(y);
  Vector gradient;
  for (std::size_t j = 0; j < o.size(); ++j) {
    gradient.push_back((w.weight[j] * other_labels[j] - y[j] * other_weights[j]) / w.total);
  }
  return gradient;
}

Interval cross_entropy_label(const Vector& o, std::size_t label) {
  return -log_softmax(o).at(label);
}

Vector cross_entropy_label_gradient(const Vector& o, std::size_t label) {
  return cross_entropy_logits_gradient(o, one_hot(o, label));
}

namespace condition {

Interval cross_entropy_logits(const Vector& o, const Vector& y) {
  require_size("condition::cross_entropy_logits", "y", y, o);
  const Vector scales = condition::log_softmax(o);
  Interval sum;
  for (std::size_t j = 0; j < o.size(); ++j) sum += y[j] * scales[j];
  return sum;
}

Vector cross_entropy_logits_gradient(const Vector& o, const Vector& y) {
  require_size("condition::cross_entropy_logits_gradient", "y", y, o);
  if (o.empty()) return {};
  const Scales scales(o);
  // s p_j - y_j = p_j times the other labels, less y_j times the other shares
  const Vector other_labels = sums_of_the_others(y), errors = scales.errors();
  const Vector other_errors = sums_of_the_others(errors);
  Vector result;
  for (std::size_t j = 0; j < o.size(); ++j) {
    result.push_back(Arithmetic::is_plain()
                         ? errors[j] * (other_labels[j] + y[j]) + y[j]  // s p_j less y_j
                         : errors[j] * other_labels[j] + y[j] * other_errors[j]);
  }
  return result;
}

Interval cross_entropy_label(const Vector& o, std::size_t label) {
  return condition::log_softmax(o).at(label);
}

Vector cross_entropy_label_gradient(const Vector& o, std::size_t label) {
  return condition::cross_entropy_logits_gradient(o, one_hot(o, label));
}

}  // namespace condition
}  // namespace softlaw::reference
