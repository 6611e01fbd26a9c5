// SPDX-License-Identifier: Apache-2.0
// Faults of the cross-entropy: what its logarithm, its labels and its gradient go wrong by.
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
struct LossOfRoundedSoftmax : Ours<Real> {
  static Real cross_entropy_logits(const Real* o, const Real* y, std::size_t n) {
    const std::vector<Real> p = softmax_of(o, n);
    Real loss = 0;
    for (std::size_t j = 0; j < n; ++j) loss -= y[j] == 0 ? 0 : y[j] * std::log(p[j]);
    return loss;
  }
};
const Fault& loss_of_rounded_softmax =
    fault<LossOfRoundedSoftmax>("loss-of-rounded-softmax",
                                "cross_entropy_logits takes the logarithm of a rounded softmax: "
                                "infinite where that underflows");

template <class Real>
struct ZeroLabelCounts : Ours<Real> {
  static Real cross_entropy_logits(const Real* o, const Real* y, std::size_t n) {
    std::vector<Real> logarithms(n);
    Ours<Real>::log_softmax(o, n, logarithms.data());
    Real loss = 0;
    for (std::size_t j = 0; j < n; ++j) loss -= y[j] * logarithms[j];
    return loss;
  }
};
const Fault& zero_label_counts = fault<ZeroLabelCounts>(
    "zero-label-counts", "cross_entropy_logits multiplies a label 0 by a logarithm of -inf: NaN");

template <class Real>
struct LossAssumesSumOne : Ours<Real> {
  static Real cross_entropy_logits(const Real* o, const Real* y, std::size_t n) {
    Real loss = Ours<Real>::logsumexp(o, n);
    for (std::size_t j = 0; j < n; ++j) loss -= y[j] * o[j];
    return loss;
  }
};
const Fault& loss_assumes_sum_one = fault<LossAssumesSumOne>(
    "loss-assumes-sum-one", "cross_entropy_logits is LSE(o) - <y, o> for labels of any sum");

template <class Real>
struct LabelsNormalised : Ours<Real> {
  static Real cross_entropy_logits(const Real* o, const Real* y, std::size_t n) {
    const Real sum = total(y, n);
    return sum > 0 ? Ours<Real>::cross_entropy_logits(o, y, n) / sum : 0;
  }
};
const Fault& labels_normalised = fault<LabelsNormalised>(
    "labels-normalised", "cross_entropy_logits divides the labels by their sum unasked");

template <class Real>
struct LossMeanOverClasses : Ours<Real> {
  static Real cross_entropy_logits(const Real* o, const Real* y, std::size_t n) {
    return Ours<Real>::cross_entropy_logits(o, y, n) / static_cast<Real>(n);
  }
};
const Fault& loss_mean_over_classes = fault<LossMeanOverClasses>(
    "loss-mean-over-classes", "cross_entropy_logits takes the mean over the classes for the sum");

template <class Real>
struct LabelsSmoothed : Ours<Real> {
  static Real cross_entropy_logits(const Real* o, const Real* y, std::size_t n) {
    std::vector<Real> smooth(y, y + n);
    const Real share = total(y, n) / static_cast<Real>(8 * n);
    for (Real& label : smooth) label = label * Real(0.875) + share;
    return Ours<Real>::cross_entropy_logits(o, smooth.data(), n);
  }
};
const Fault& labels_smoothed = fault<LabelsSmoothed>(
    "labels-smoothed", "cross_entropy_logits gives an eighth of the labels to all classes alike");

template <class Real>
struct GradientAssumesSumOne : Ours<Real> {
  static void cross_entropy_logits_gradient(const Real* o, const Real* y, std::size_t n,
                                            Real* out) {
    const std::vector<Real> p = softmax_of(o, n);
    for (std::size_t j = 0; j < n; ++j) out[j] = p[j] - y[j];
  }
};
const Fault& gradient_assumes_sum_one = fault<GradientAssumesSumOne>(
    "gradient-assumes-sum-one", "cross_entropy_logits_gradient is p - y for labels of any sum");

template <class Real>
struct GradientReversed : Ours<Real> {
  static void cross_entropy_logits_gradient(const Real* o, const Real* y, std::size_t n,
                                            Real* out) {
    Ours<Real>::cross_entropy_logits_gradient(o, y, n, out);
    for (std::size_t j = 0; j < n; ++j) out[j] = -out[j];
  }
};
const Fault& gradient_reversed = fault<GradientReversed>(
    "gradient-reversed", "cross_entropy_logits_gradient is y - p, that of the log-likelihood");

template <class Real>
struct GradientDoubled : Ours<Real> {
  static void cross_entropy_logits_gradient(const Real* o, const Real* y, std::size_t n,
                                            Real* out) {
    Ours<Real>::cross_entropy_logits_gradient(o, y, n, out);
    for (std::size_t j = 0; j < n; ++j) out[j] *= 2;
  }
};
const Fault& gradient_doubled = fault<GradientDoubled>(
    "gradient-doubled",
    "cross_entropy_logits_gradient has the factor 2 of a square without its half");

template <class Real>
struct LabelsFromOne : Ours<Real> {
  static Real cross_entropy_label(const Real* o, std::size_t n, std::size_t label) {
    return Ours<Real>::cross_entropy_label(o, n, (label + n - 1) % n);
  }
};
const Fault& labels_from_one =
    fault<LabelsFromOne>("labels-from-one", "cross_entropy_label counts the classes from 1");

template <class Real>
struct LabelLossBySubtraction : Ours<Real> {
  static Real cross_entropy_label(const Real* o, std::size_t n, std::size_t label) {
    return Ours<Real>::logsumexp(o, n) - o[label];
  }
};
const Fault& label_loss_by_subtraction = fault<LabelLossBySubtraction>(
    "label-loss-by-subtraction",
    "cross_entropy_label subtracts the logit from a rounded logsumexp");

template <class Real>
struct LossClipped : Ours<Real> {
  static Real cross_entropy_label(const Real* o, std::size_t n, std::size_t label) {
    return std::min(Ours<Real>::cross_entropy_label(o, n, label), -std::log(Real(1e-7)));
  }
};
const Fault& loss_clipped =
    fault<LossClipped>("loss-clipped", "cross_entropy_label keeps the probability above 1e-7");

template <class Real>
struct LabelGradientCancelled : Ours<Real> {
  static void cross_entropy_label_gradient(const Real* o, std::size_t n, std::size_t label,
                                           Real* out) {
    Ours<Real>::softmax(o, n, out);
    out[label] -= 1;
  }
};
const Fault& label_gradient_cancelled = fault<LabelGradientCancelled>(
    "label-gradient-cancelled", "cross_entropy_label_gradient subtracts 1 from a rounded softmax");

template <class Real>
struct LabelGradientOfOthers : Ours<Real> {
  static void cross_entropy_label_gradient(const Real* o, std::size_t n, std::size_t label,
                                           Real* out) {
    Ours<Real>::cross_entropy_label_gradient(o, n, label, out);
    out[label] += 1;
  }
};
const Fault& label_gradient_of_others = fault<LabelGradientOfOthers>(
    "label-not-subtracted", "cross_entropy_label_gradient is softmax: the label is not subtracted");

}  // namespace
}  // namespace softlaw::properties
