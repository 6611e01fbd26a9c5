// SPDX-License-Identifier: Apache-2.0
// Faults of the cross-entropy: in its logarithm, its labels and its gradient.
#include <cmath>
#include <vector>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
Real total(const Real* y, std::size_t n) {
  Real sum = 0;
  for (std::size_t j = 0; j < n; ++j) sum += y[j];
  return sum;
}

template <class Real>
Real loss_of_rounded_softmax(const Real* o, const Real* y, std::size_t n) {
  const std::vector<Real> p = softmax_of(o, n);
  Real loss = 0;
  for (std::size_t j = 0; j < n; ++j) loss -= y[j] == 0 ? 0 : y[j] * std::log(p[j]);
  return loss;
}
const Fault& loss_of_rounded_softmax_fault =
    fault("loss-of-rounded-softmax",
          "cross_entropy_logits takes the logarithm of a rounded softmax: "
          "infinite where that underflows",
          [](auto& table) { table.cross_entropy_logits = loss_of_rounded_softmax; });

template <class Real>
Real zero_label_counts(const Real* o, const Real* y, std::size_t n) {
  std::vector<Real> logarithms(n);
  ours<Real>().log_softmax(o, n, logarithms.data());
  Real loss = 0;
  for (std::size_t j = 0; j < n; ++j) loss -= y[j] * logarithms[j];
  return loss;
}
const Fault& zero_label_counts_fault = fault(
    "zero-label-counts", "cross_entropy_logits multiplies a label 0 by a logarithm of -inf: NaN",
    [](auto& table) { table.cross_entropy_logits = zero_label_counts; });

template <class Real>
Real loss_assumes_sum_one(const Real* o, const Real* y, std::size_t n) {
  Real loss = ours<Real>().logsumexp(o, n);
  for (std::size_t j = 0; j < n; ++j) loss -= y[j] * o[j];
  return loss;
}
const Fault& loss_assumes_sum_one_fault =
    fault("loss-assumes-sum-one", "cross_entropy_logits is LSE(o) - <y, o> for labels of any sum",
          [](auto& table) { table.cross_entropy_logits = loss_assumes_sum_one; });

template <class Real>
Real labels_normalised(const Real* o, const Real* y, std::size_t n) {
  const Real sum = total(y, n);
  return sum > 0 ? ours<Real>().cross_entropy_logits(o, y, n) / sum : 0;
}
const Fault& labels_normalised_fault =
    fault("labels-normalised", "cross_entropy_logits divides the labels by their sum unasked",
          [](auto& table) { table.cross_entropy_logits = labels_normalised; });

template <class Real>
Real loss_mean_over_classes(const Real* o, const Real* y, std::size_t n) {
  return ours<Real>().cross_entropy_logits(o, y, n) / static_cast<Real>(n);
}
const Fault& loss_mean_over_classes_fault = fault(
    "loss-mean-over-classes", "cross_entropy_logits takes the mean over the classes for the sum",
    [](auto& table) { table.cross_entropy_logits = loss_mean_over_classes; });

template <class Real>
Real labels_smoothed(const Real* o, const Real* y, std::size_t n) {
  std::vector<Real> smooth(y, y + n);
  const Real share = total(y, n) / static_cast<Real>(8 * n);
  for (Real& label : smooth) label = label * Real(0.875) + share;
  return ours<Real>().cross_entropy_logits(o, smooth.data(), n);
}
const Fault& labels_smoothed_fault = fault(
    "labels-smoothed", "cross_entropy_logits gives an eighth of the labels to all classes alike",
    [](auto& table) { table.cross_entropy_logits = labels_smoothed; });

template <class Real>
void gradient_assumes_sum_one(const Real* o, const Real* y, std::size_t n, Real* out) {
  const std::vector<Real> p = softmax_of(o, n);
  for (std::size_t j = 0; j < n; ++j) out[j] = p[j] - y[j];
}
const Fault& gradient_assumes_sum_one_fault = fault(
    "gradient-assumes-sum-one", "cross_entropy_logits_gradient is p - y for labels of any sum",
    [](auto& table) { table.cross_entropy_logits_gradient = gradient_assumes_sum_one; });

template <class Real>
void gradient_reversed(const Real* o, const Real* y, std::size_t n, Real* out) {
  ours<Real>().cross_entropy_logits_gradient(o, y, n, out);
  for (std::size_t j = 0; j < n; ++j) out[j] = -out[j];
}
const Fault& gradient_reversed_fault =
    fault("gradient-reversed", "cross_entropy_logits_gradient is y - p, that of the log-likelihood",
          [](auto& table) { table.cross_entropy_logits_gradient = gradient_reversed; });

template <class Real>
void gradient_doubled(const Real* o, const Real* y, std::size_t n, Real* out) {
  ours<Real>().cross_entropy_logits_gradient(o, y, n, out);
  for (std::size_t j = 0; j < n; ++j) out[j] *= 2;
}
const Fault& gradient_doubled_fault =
    fault("gradient-doubled",
          "cross_entropy_logits_gradient has the factor 2 of a square without its half",
          [](auto& table) { table.cross_entropy_logits_gradient = gradient_doubled; });

template <class Real>
Real labels_from_one(const Real* o, std::size_t n, std::size_t label) {
  return ours<Real>().cross_entropy_label(o, n, (label + n - 1) % n);
}
const Fault& labels_from_one_fault =
    fault("labels-from-one", "cross_entropy_label counts the classes from 1",
          [](auto& table) { table.cross_entropy_label = labels_from_one; });

template <class Real>
Real label_loss_by_subtraction(const Real* o, std::size_t n, std::size_t label) {
  return ours<Real>().logsumexp(o, n) - o[label];
}
const Fault& label_loss_by_subtraction_fault = fault(
    "label-loss-by-subtraction", "cross_entropy_label subtracts the logit from a rounded logsumexp",
    [](auto& table) { table.cross_entropy_label = label_loss_by_subtraction; });

template <class Real>
Real loss_clipped(const Real* o, std::size_t n, std::size_t label) {
  return std::min(ours<Real>().cross_entropy_label(o, n, label), -std::log(Real(1e-7)));
}
const Fault& loss_clipped_fault =
    fault("loss-clipped", "cross_entropy_label keeps the probability above 1e-7",
          [](auto& table) { table.cross_entropy_label = loss_clipped; });

template <class Real>
void label_gradient_cancelled(const Real* o, std::size_t n, std::size_t label, Real* out) {
  ours<Real>().softmax(o, n, out);
  out[label] -= 1;
}
const Fault& label_gradient_cancelled_fault = fault(
    "label-gradient-cancelled", "cross_entropy_label_gradient subtracts 1 from a rounded softmax",
    [](auto& table) { table.cross_entropy_label_gradient = label_gradient_cancelled; });

template <class Real>
void label_gradient_of_others(const Real* o, std::size_t n, std::size_t label, Real* out) {
  ours<Real>().cross_entropy_label_gradient(o, n, label, out);
  out[label] += 1;
}
const Fault& label_gradient_of_others_fault = fault(
    "label-not-subtracted", "cross_entropy_label_gradient is softmax: the label is not subtracted",
    [](auto& table) { table.cross_entropy_label_gradient = label_gradient_of_others; });

}  // namespace
}  // namespace softlaw::properties
