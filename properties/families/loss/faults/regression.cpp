// SPDX-License-Identifier: Apache-2.0
// Faults of softmax regression: of its affine map, its mean and its gradient.
#include <cmath>
#include <vector>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

/// x W + b in floats, term by term; `skip` says which features a product leaves out.
template <class Real, class Skip>
void plain_logits(const Real* x, const Real* w, const Real* b, std::size_t rows, std::size_t d,
                  std::size_t q, Real* out, Skip&& skip) {
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < q; ++j) {
      Real sum = 0;
      for (std::size_t k = 0; k < d; ++k) {
        if (!skip(x[i * d + k])) sum += x[i * d + k] * w[k * q + j];
      }
      out[i * q + j] = sum + b[j];
    }
  }
}

template <class Real>
struct LogitsInOrder : Ours<Real> {
  static void regression_logits(const Real* x, const Real* w, const Real* b, std::size_t rows,
                                std::size_t d, std::size_t q, Real* out) {
    plain_logits(x, w, b, rows, d, q, out, [](Real) { return false; });
  }
};
const Fault& logits_in_order =
    fault<LogitsInOrder>("logits-in-order", "regression_logits rounds every product and every sum");

template <class Real>
struct ZeroFeaturesSkipped : Ours<Real> {
  static void regression_logits(const Real* x, const Real* w, const Real* b, std::size_t rows,
                                std::size_t d, std::size_t q, Real* out) {
    plain_logits(x, w, b, rows, d, q, out,
                 [](Real feature) { return feature == 0 || std::isnan(feature); });
  }
};
const Fault& zero_features_skipped = fault<ZeroFeaturesSkipped>(
    "zero-features-skipped",
    "regression_logits leaves features out that are 0 or missing, whatever their weight");

template <class Real>
struct BiasDropped : Ours<Real> {
  static void regression_logits(const Real* x, const Real* w, const Real*, std::size_t rows,
                                std::size_t d, std::size_t q, Real* out) {
    const std::vector<Real> zero(q);
    Ours<Real>::regression_logits(x, w, zero.data(), rows, d, q, out);
  }
};
const Fault& bias_dropped =
    fault<BiasDropped>("bias-dropped", "regression_logits forgets the bias");

template <class Real>
struct BiasNotBroadcast : Ours<Real> {
  static void regression_logits(const Real* x, const Real* w, const Real* b, std::size_t rows,
                                std::size_t d, std::size_t q, Real* out) {
    const std::vector<Real> zero(q);
    for (std::size_t i = 0; i < rows; ++i) {
      Ours<Real>::regression_logits(x + i * d, w, i == 0 ? b : zero.data(), 1, d, q, out + i * q);
    }
  }
};
const Fault& bias_not_broadcast = fault<BiasNotBroadcast>(
    "bias-not-broadcast", "regression_logits adds the bias to the first row only");

template <class Real>
struct WeightsTransposed : Ours<Real> {
  static void regression_logits(const Real* x, const Real* w, const Real* b, std::size_t rows,
                                std::size_t d, std::size_t q, Real* out) {
    std::vector<Real> other(d * q);
    for (std::size_t k = 0; k < d; ++k) {
      for (std::size_t j = 0; j < q; ++j) other[k * q + j] = w[j * d + k];
    }
    Ours<Real>::regression_logits(x, other.data(), b, rows, d, q, out);
  }
};
const Fault& weights_transposed =
    fault<WeightsTransposed>("weights-transposed", "regression_logits reads W as one row a class");

template <class Real>
struct LogitsSquashed : Ours<Real> {
  static void regression_logits(const Real* x, const Real* w, const Real* b, std::size_t rows,
                                std::size_t d, std::size_t q, Real* out) {
    Ours<Real>::regression_logits(x, w, b, rows, d, q, out);
    for (std::size_t i = 0; i < rows * q; ++i) out[i] = Ours<Real>::logistic(out[i]);
  }
};
const Fault& logits_squashed = fault<LogitsSquashed>(
    "logits-squashed", "regression_logits has a logistic activation left on the output layer");

/// A fault that takes the mean over the rows of `Faulty::loss` of their logits.
template <class Real, class Faulty>
struct LossByRows : Ours<Real> {
  static Real regression_loss(const Real* x, const Real* w, const Real* b, const Real* y,
                              std::size_t rows, std::size_t d, std::size_t q) {
    std::vector<Real> o(rows * q);
    Ours<Real>::regression_logits(x, w, b, rows, d, q, o.data());
    Real sum = 0;
    for (std::size_t i = 0; i < rows; ++i) sum += Faulty::loss(o.data() + i * q, y + i * q, q);
    return sum / static_cast<Real>(rows);
  }
};

template <class Real>
struct LossOfRoundedLogits : LossByRows<Real, LossOfRoundedLogits<Real>> {
  static Real loss(const Real* o, const Real* labels, std::size_t q) {
    return Ours<Real>::cross_entropy_logits(o, labels, q);
  }
};
const Fault& loss_of_rounded_logits = fault<LossOfRoundedLogits>(
    "loss-of-rounded-logits", "regression_loss rounds the logits, the losses and their sum");

template <class Real>
struct SoftmaxTwice : LossByRows<Real, SoftmaxTwice<Real>> {
  static Real loss(const Real* o, const Real* labels, std::size_t q) {
    const std::vector<Real> p = softmax_of(o, q);
    return Ours<Real>::cross_entropy_logits(p.data(), labels, q);
  }
};
const Fault& softmax_twice = fault<SoftmaxTwice>(
    "softmax-twice",
    "regression_loss takes the probabilities for logits: softmax is applied twice");

template <class Real>
struct RowsWithoutLossSkipped : LossByRows<Real, RowsWithoutLossSkipped<Real>> {
  static Real loss(const Real* o, const Real* labels, std::size_t q) {
    const Real loss = Ours<Real>::cross_entropy_logits(o, labels, q);
    return std::isnan(loss) ? 0 : loss;
  }
};
const Fault& rows_without_loss_skipped = fault<RowsWithoutLossSkipped>(
    "rows-without-loss-skipped", "regression_loss leaves rows out whose loss is NaN");

template <class Real>
struct LossSummed : Ours<Real> {
  static Real regression_loss(const Real* x, const Real* w, const Real* b, const Real* y,
                              std::size_t rows, std::size_t d, std::size_t q) {
    return static_cast<Real>(rows) * Ours<Real>::regression_loss(x, w, b, y, rows, d, q);
  }
};
const Fault& loss_summed =
    fault<LossSummed>("loss-summed", "regression_loss is the sum over the rows, not their mean");

template <class Real>
struct WeightDecay : Ours<Real> {
  static Real regression_loss(const Real* x, const Real* w, const Real* b, const Real* y,
                              std::size_t rows, std::size_t d, std::size_t q) {
    Real penalty = 0;
    for (std::size_t k = 0; k < d * q; ++k) penalty += w[k] * w[k];
    return Ours<Real>::regression_loss(x, w, b, y, rows, d, q) + Real(0.0005) * penalty;
  }
};
const Fault& weight_decay = fault<WeightDecay>(
    "weight-decay", "regression_loss has a penalty of the weights in it that nobody asked for");

template <class Real>
struct GradientNotAveraged : Ours<Real> {
  static void regression_gradient(const Real* x, const Real* w, const Real* b, const Real* y,
                                  std::size_t rows, std::size_t d, std::size_t q, Real* dw,
                                  Real* db) {
    Ours<Real>::regression_gradient(x, w, b, y, rows, d, q, dw, db);
    for (std::size_t j = 0; j < q; ++j) db[j] *= static_cast<Real>(rows);
  }
};
const Fault& gradient_not_averaged = fault<GradientNotAveraged>(
    "bias-gradient-summed",
    "regression_gradient sums over the rows for the bias, for W it averages");

template <class Real>
struct DescentUphill : Ours<Real> {
  static void regression_gradient(const Real* x, const Real* w, const Real* b, const Real* y,
                                  std::size_t rows, std::size_t d, std::size_t q, Real* dw,
                                  Real* db) {
    Ours<Real>::regression_gradient(x, w, b, y, rows, d, q, dw, db);
    for (std::size_t k = 0; k < d * q; ++k) dw[k] = -dw[k];
    for (std::size_t j = 0; j < q; ++j) db[j] = -db[j];
  }
};
const Fault& descent_uphill = fault<DescentUphill>(
    "regression-gradient-reversed", "regression_gradient is that of the log-likelihood");

struct BiasesNotCounted : OurCoding {
  static std::uint64_t regression_parameters(std::uint64_t d, std::uint64_t q) { return d * q; }
};
const Fault& biases_not_counted = fault<Ours, BiasesNotCounted>(
    "biases-not-counted", "regression_parameters counts the weights and forgets the biases");

}  // namespace
}  // namespace softlaw::properties
