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
void logits_in_order(const Real* x, const Real* w, const Real* b, std::size_t rows, std::size_t d,
                     std::size_t q, Real* out) {
  plain_logits(x, w, b, rows, d, q, out, [](Real) { return false; });
}
const Fault& logits_in_order_fault =
    fault("logits-in-order", "regression_logits rounds every product and every sum",
          [](auto& table) { table.regression_logits = logits_in_order; });

template <class Real>
void zero_features_skipped(const Real* x, const Real* w, const Real* b, std::size_t rows,
                           std::size_t d, std::size_t q, Real* out) {
  plain_logits(x, w, b, rows, d, q, out,
               [](Real feature) { return feature == 0 || std::isnan(feature); });
}
const Fault& zero_features_skipped_fault =
    fault("zero-features-skipped",
          "regression_logits leaves features out that are 0 or missing, whatever their weight",
          [](auto& table) { table.regression_logits = zero_features_skipped; });

template <class Real>
void bias_dropped(const Real* x, const Real* w, const Real*, std::size_t rows, std::size_t d,
                  std::size_t q, Real* out) {
  const std::vector<Real> zero(q);
  ours<Real>().regression_logits(x, w, zero.data(), rows, d, q, out);
}
const Fault& bias_dropped_fault =
    fault("bias-dropped", "regression_logits forgets the bias",
          [](auto& table) { table.regression_logits = bias_dropped; });

template <class Real>
void bias_not_broadcast(const Real* x, const Real* w, const Real* b, std::size_t rows,
                        std::size_t d, std::size_t q, Real* out) {
  const std::vector<Real> zero(q);
  for (std::size_t i = 0; i < rows; ++i) {
    ours<Real>().regression_logits(x + i * d, w, i == 0 ? b : zero.data(), 1, d, q, out + i * q);
  }
}
const Fault& bias_not_broadcast_fault =
    fault("bias-not-broadcast", "regression_logits adds the bias to the first row only",
          [](auto& table) { table.regression_logits = bias_not_broadcast; });

template <class Real>
void weights_transposed(const Real* x, const Real* w, const Real* b, std::size_t rows,
                        std::size_t d, std::size_t q, Real* out) {
  std::vector<Real> other(d * q);
  for (std::size_t k = 0; k < d; ++k) {
    for (std::size_t j = 0; j < q; ++j) other[k * q + j] = w[j * d + k];
  }
  ours<Real>().regression_logits(x, other.data(), b, rows, d, q, out);
}
const Fault& weights_transposed_fault =
    fault("weights-transposed", "regression_logits reads W as one row a class",
          [](auto& table) { table.regression_logits = weights_transposed; });

template <class Real>
void logits_squashed(const Real* x, const Real* w, const Real* b, std::size_t rows, std::size_t d,
                     std::size_t q, Real* out) {
  ours<Real>().regression_logits(x, w, b, rows, d, q, out);
  for (std::size_t i = 0; i < rows * q; ++i) out[i] = ours<Real>().logistic(out[i]);
}
const Fault& logits_squashed_fault =
    fault("logits-squashed", "regression_logits has a logistic activation left on the output layer",
          [](auto& table) { table.regression_logits = logits_squashed; });

/// The mean over the rows of a faulty loss of their logits.
template <class Real, Real (*faulty)(const Real*, const Real*, std::size_t)>
Real loss_by_rows(const Real* x, const Real* w, const Real* b, const Real* y, std::size_t rows,
                  std::size_t d, std::size_t q) {
  std::vector<Real> o(rows * q);
  ours<Real>().regression_logits(x, w, b, rows, d, q, o.data());
  Real sum = 0;
  for (std::size_t i = 0; i < rows; ++i) sum += faulty(o.data() + i * q, y + i * q, q);
  return sum / static_cast<Real>(rows);
}

template <class Real>
Real loss_of_rounded_logits(const Real* o, const Real* labels, std::size_t q) {
  return ours<Real>().cross_entropy_logits(o, labels, q);
}
const Fault& loss_of_rounded_logits_fault =
    fault("loss-of-rounded-logits", "regression_loss rounds the logits, the losses and their sum",
          [](auto& table) {
            using Real = RealOf<decltype(table)>;
            table.regression_loss = loss_by_rows<Real, loss_of_rounded_logits<Real>>;
          });

template <class Real>
Real softmax_twice(const Real* o, const Real* labels, std::size_t q) {
  const std::vector<Real> p = softmax_of(o, q);
  return ours<Real>().cross_entropy_logits(p.data(), labels, q);
}
const Fault& softmax_twice_fault = fault(
    "softmax-twice", "regression_loss takes the probabilities for logits: softmax is applied twice",
    [](auto& table) {
      using Real = RealOf<decltype(table)>;
      table.regression_loss = loss_by_rows<Real, softmax_twice<Real>>;
    });

template <class Real>
Real rows_without_loss_skipped(const Real* o, const Real* labels, std::size_t q) {
  const Real loss = ours<Real>().cross_entropy_logits(o, labels, q);
  return std::isnan(loss) ? 0 : loss;
}
const Fault& rows_without_loss_skipped_fault =
    fault("rows-without-loss-skipped", "regression_loss leaves rows out whose loss is NaN",
          [](auto& table) {
            using Real = RealOf<decltype(table)>;
            table.regression_loss = loss_by_rows<Real, rows_without_loss_skipped<Real>>;
          });

template <class Real>
Real loss_summed(const Real* x, const Real* w, const Real* b, const Real* y, std::size_t rows,
                 std::size_t d, std::size_t q) {
  return static_cast<Real>(rows) * ours<Real>().regression_loss(x, w, b, y, rows, d, q);
}
const Fault& loss_summed_fault =
    fault("loss-summed", "regression_loss is the sum over the rows, not their mean",
          [](auto& table) { table.regression_loss = loss_summed; });

template <class Real>
Real weight_decay(const Real* x, const Real* w, const Real* b, const Real* y, std::size_t rows,
                  std::size_t d, std::size_t q) {
  Real penalty = 0;
  for (std::size_t k = 0; k < d * q; ++k) penalty += w[k] * w[k];
  return ours<Real>().regression_loss(x, w, b, y, rows, d, q) + Real(0.0005) * penalty;
}
const Fault& weight_decay_fault = fault(
    "weight-decay", "regression_loss has a penalty of the weights in it that nobody asked for",
    [](auto& table) { table.regression_loss = weight_decay; });

template <class Real>
void gradient_not_averaged(const Real* x, const Real* w, const Real* b, const Real* y,
                           std::size_t rows, std::size_t d, std::size_t q, Real* dw, Real* db) {
  ours<Real>().regression_gradient(x, w, b, y, rows, d, q, dw, db);
  for (std::size_t j = 0; j < q; ++j) db[j] *= static_cast<Real>(rows);
}
const Fault& gradient_not_averaged_fault =
    fault("bias-gradient-summed",
          "regression_gradient sums over the rows for the bias, for W it averages",
          [](auto& table) { table.regression_gradient = gradient_not_averaged; });

template <class Real>
void descent_uphill(const Real* x, const Real* w, const Real* b, const Real* y, std::size_t rows,
                    std::size_t d, std::size_t q, Real* dw, Real* db) {
  ours<Real>().regression_gradient(x, w, b, y, rows, d, q, dw, db);
  for (std::size_t k = 0; k < d * q; ++k) dw[k] = -dw[k];
  for (std::size_t j = 0; j < q; ++j) db[j] = -db[j];
}
const Fault& descent_uphill_fault =
    fault("regression-gradient-reversed", "regression_gradient is that of the log-likelihood",
          [](auto& table) { table.regression_gradient = descent_uphill; });

std::uint64_t biases_not_counted(std::uint64_t d, std::uint64_t q) { return d * q; }
const Fault& biases_not_counted_fault = fault_of_codes(
    "biases-not-counted", "regression_parameters counts the weights and forgets the biases",
    [](softlaw_coding& table) { table.regression_parameters = biases_not_counted; });

template <class Real>
void regression_gradient_zero_for_nan(const Real* x, const Real* w, const Real* b, const Real* y,
                                      std::size_t rows, std::size_t d, std::size_t q, Real* dw,
                                      Real* db) {
  ours<Real>().regression_gradient(x, w, b, y, rows, d, q, dw, db);
  const auto is_nan = [](Real entry) { return std::isnan(entry); };
  std::replace_if(dw, dw + d * q, is_nan, Real(0));
  std::replace_if(db, db + q, is_nan, Real(0));
}
const Fault& regression_gradient_zero_for_nan_fault = fault(
    "regression-gradient-zero-for-nan", "entries of regression_gradient that are NaN are set to 0",
    [](auto& table) { table.regression_gradient = regression_gradient_zero_for_nan; });

std::uint64_t parameters_in_32_bits(std::uint64_t d, std::uint64_t q) {
  return static_cast<std::uint32_t>(d * q) + q;
}
const Fault& parameters_in_32_bits_fault = fault_of_codes(
    "parameters-in-32-bits", "regression_parameters multiplies in 32 bits",
    [](softlaw_coding& table) { table.regression_parameters = parameters_in_32_bits; });

}  // namespace
}  // namespace softlaw::properties
