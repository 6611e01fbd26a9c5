// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subjects/ordinary/shares.hpp"

// Losses, their gradients and softmax regression, as ordinary implementations compute them.
namespace softlaw::properties {

/// The sums of all terms but one, for each: those before it, and those behind.
template <class Sum, class Real>
std::vector<Real> sums_of_others(const std::vector<Real>& terms) {
  std::vector<Sum> sums(terms.size());
  Sum before, behind;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    sums[i] = before;
    before.add(terms[i]);
  }
  std::vector<Real> result(terms.size());
  for (std::size_t i = terms.size(); i-- > 0;) {
    sums[i].add(behind);
    result[i] = sums[i].total();
    behind.add(terms[i]);
  }
  return result;
}

template <class F>
struct OrdinaryLoss {
  using Real = typename F::Real;
  using Reals = typename F::Reals;

  static Real cross_entropy_label(const Real* o, std::size_t n, std::size_t label) {
    if (!F::is_defined(o, n)) return F::nan;
    const Shares<F> shares(o, n);
    return shares.log_sum - shares.shift[label];
  }
  static Real cross_entropy_logits(const Real* o, const Real* y, std::size_t n) {
    if (n == 0) return 0;
    if (!F::is_defined(o, n) || has_nan(y, n)) return F::nan;
    const Shares<F> shares(o, n);
    Reals terms;
    for (std::size_t j = 0; j < n; ++j) {
      const bool overflows = std::isinf(shares.shift[j]) && std::isfinite(o[j]);
      terms.push_back(y[j] == 0   ? Real(0)
                      : overflows ? y[j] * (o[shares.top] / 2 - o[j] / 2) * 2
                                  : y[j] * (shares.log_sum - shares.shift[j]));
    }
    return F::total(terms);
  }
  static void cross_entropy_label_gradient(const Real* o, std::size_t n, std::size_t label,
                                           Real* out) {
    if (!F::is_defined(o, n)) return void(std::fill(out, out + n, F::nan));
    const Shares<F> shares(o, n);
    for (std::size_t j = 0; j < n; ++j) {
      out[j] = j == label ? -shares.complement(j) : shares.share(j);
    }
  }
  static void cross_entropy_logits_gradient(const Real* o, const Real* y, std::size_t n,
                                            Real* out) {
    if (!F::is_defined(o, n) || has_nan(y, n)) return void(std::fill(out, out + n, F::nan));
    const Shares<F> shares(o, n);
    const Reals labels(y, y + n);
    if (F::is_plain) {
      const Real sum = F::total(labels);
      for (std::size_t j = 0; j < n; ++j) out[j] = shares.share(j) * sum - y[j];
      return;
    }
    const Reals other_labels = sums_of_others<typename F::Sum>(labels),
                other_weights = sums_of_others<typename F::Sum>(shares.weight);
    for (std::size_t j = 0; j < n; ++j) {
      out[j] = shares.share(j) * other_labels[j] - y[j] * (other_weights[j] / shares.sum);
    }
  }

  static void regression_logits(const Real* x, const Real* w, const Real* b, std::size_t rows,
                                std::size_t d, std::size_t q, Real* out) {
    Reals terms(d + 1);
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < q; ++j) {
        for (std::size_t k = 0; k < d; ++k) terms[k] = x[i * d + k] * w[k * q + j];
        terms[d] = b[j];
        out[i * q + j] = F::total(terms);
      }
    }
  }
  static Real regression_loss(const Real* x, const Real* w, const Real* b, const Real* y,
                              std::size_t rows, std::size_t d, std::size_t q) {
    if (!all_finite(x, rows * d) || !all_finite(w, d * q) || !all_finite(b, q)) return F::nan;
    Reals o(rows * q), losses(rows);
    regression_logits(x, w, b, rows, d, q, o.data());
    for (std::size_t i = 0; i < rows; ++i) {
      losses[i] = cross_entropy_logits(o.data() + i * q, y + i * q, q);
    }
    return F::total(losses) / static_cast<Real>(rows);
  }
  static void regression_gradient(const Real* x, const Real* w, const Real* b, const Real* y,
                                  std::size_t rows, std::size_t d, std::size_t q, Real* dw,
                                  Real* db) {
    Reals o(rows * q, F::nan), residuals(rows * q), terms(rows);
    if (all_finite(x, rows * d) && all_finite(w, d * q) && all_finite(b, q)) {
      regression_logits(x, w, b, rows, d, q, o.data());
    }
    for (std::size_t i = 0; i < rows; ++i) {
      cross_entropy_logits_gradient(o.data() + i * q, y + i * q, q, residuals.data() + i * q);
    }
    for (std::size_t j = 0; j < q; ++j) {
      for (std::size_t k = 0; k <= d; ++k) {
        for (std::size_t i = 0; i < rows; ++i) {
          terms[i] = k < d ? x[i * d + k] * residuals[i * q + j] : residuals[i * q + j];
        }
        (k < d ? dw[k * q + j] : db[j]) = F::total(terms) / static_cast<Real>(rows);
      }
    }
  }

 private:
  static bool has_nan(const Real* y, std::size_t n) {
    return std::any_of(y, y + n, [](Real e) { return std::isnan(e); });
  }
  static bool all_finite(const Real* y, std::size_t n) {
    return std::all_of(y, y + n, [](Real e) { return std::isfinite(e); });
  }
};

}  // namespace softlaw::properties
