// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subjects/ordinary/shares.hpp"

// Log-sum-exp, softmax and the functions of one and two numbers, as ordinary implementations compute them.
namespace softlaw::properties {

template <class F>
struct OrdinarySoftmax {
  using Real = typename F::Real;
  using Reals = typename F::Reals;

  static Real logsumexp(const Real* x, std::size_t n) {
    if (std::any_of(x, x + n, [](Real e) { return std::isnan(e); })) return F::nan;
    const Real m = n == 0 ? -F::infinity : *std::max_element(x, x + n);
    return std::isinf(m) ? m : m + Shares<F>(x, n).log_sum;
  }
  static Real logsumexp_scaled(const Real* x, std::size_t n, Real lambda) {
    if (lambda < 0) {
      const Reals opposite = negated(x, n);
      return -logsumexp_scaled(opposite.data(), n, -lambda);
    }
    if (std::any_of(x, x + n, [](Real e) { return std::isnan(e); })) return F::nan;
    const Real m = n == 0 ? -F::infinity : *std::max_element(x, x + n);
    if (std::isinf(m) || std::isinf(lambda)) return m;
    return m + Shares<F>(x, n, [lambda](Real d) { return lambda * d; }).log_sum / lambda;
  }
  static Real softmin(const Real* x, std::size_t n) {
    const Reals opposite = negated(x, n);
    return -logsumexp(opposite.data(), n);
  }
  static Real softmin_scaled(const Real* x, std::size_t n, Real lambda) {
    const Reals opposite = negated(x, n);
    return -logsumexp_scaled(opposite.data(), n, lambda);
  }
  static Real logaddexp(Real a, Real b) {
    const Real x[] = {a, b};
    return logsumexp(x, 2);
  }
  static Real excess(const Real* x, std::size_t n) {
    return F::is_defined(x, n) ? Shares<F>(x, n).log_sum : F::nan;
  }

  static void softmax(const Real* x, std::size_t n, Real* out) {
    softmax_temperature(x, n, Real(1), out);
  }
  static void softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    if (!F::is_defined(x, n)) return void(std::fill(out, out + n, F::nan));
    const Reals p = at(x, n, temperature).shares();
    std::copy(p.begin(), p.end(), out);
  }
  static void log_softmax(const Real* x, std::size_t n, Real* out) {
    log_softmax_temperature(x, n, Real(1), out);
  }
  static void log_softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    if (!F::is_defined(x, n)) return void(std::fill(out, out + n, F::nan));
    const Shares<F> shares = at(x, n, temperature);
    for (std::size_t i = 0; i < n; ++i) out[i] = shares.shift[i] - shares.log_sum;
  }
  static void softmax_rows(const Real* x, std::size_t rows, std::size_t columns, std::size_t ldx,
                           Real temperature, Real* out, std::size_t ldout) {
    for (std::size_t r = 0; r < rows; ++r) {
      softmax_temperature(x + r * ldx, columns, temperature, out + r * ldout);
    }
  }
  static void log_softmax_rows(const Real* x, std::size_t rows, std::size_t columns,
                               std::size_t ldx, Real temperature, Real* out, std::size_t ldout) {
    for (std::size_t r = 0; r < rows; ++r) {
      log_softmax_temperature(x + r * ldx, columns, temperature, out + r * ldout);
    }
  }
  static void choice(const Real* o, std::size_t n, Real none, Real* out) {
    Reals scores(o, o + n);
    scores.push_back(none);
    softmax(scores.data(), n + 1, out);
  }

  static Real softplus(Real t) {
    return std::max(t, Real(0)) + F::log_of_one_and(std::exp(-std::abs(t)));
  }
  static Real log_logistic(Real t) { return -softplus(-t); }
  static Real logistic(Real t) {
    const Real e = std::exp(-std::abs(t));
    return (t < 0 ? e : Real(1)) / (1 + e) + (std::isnan(t) ? t : Real(0));
  }
  static Real preference(Real a, Real b) { return logistic(a - b); }
  static Real bradley_terry(Real a, Real b) {
    const Real sum = a + b;
    return std::isinf(sum) ? a / 2 / (a / 2 + b / 2) : a / sum;
  }
  static Real logit(Real p) {
    if (!(p >= 0 && p <= 1)) return F::nan;
    if (F::is_plain || p == 0 || p == 1) return std::log(p / (1 - p));
    if (p >= Real(0.25) && p <= Real(0.75)) return std::log1p((2 * p - 1) / (1 - p));
    return std::log(p) - std::log1p(-p);
  }
  /// With either formula where it loses nothing (Maechler 2012): the one in the textbook would not have a
  /// correct digit next to 0.
  static Real log1mexp(Real x) {
    if (x > 0) return F::nan;
    return x > Real(-0.6931471805599453) ? std::log(-std::expm1(x)) : std::log1p(-std::exp(x));
  }
  static Real logsubexp(Real a, Real b) {
    if (!(a >= b) || b == F::infinity) return F::nan;
    if (a == b) return -F::infinity;
    return std::isinf(a) || std::isinf(b) ? a : a + log1mexp(b - a);
  }
  static Real softplus_inverse(Real y) {
    if (!(y >= 0)) return F::nan;
    return y < 1 ? std::log(std::expm1(y)) : y + std::log1p(-std::exp(-y));
  }

 private:
  static Reals negated(const Real* x, std::size_t n) {
    Reals result;
    for (std::size_t i = 0; i < n; ++i) result.push_back(-x[i]);
    return result;
  }
  static Shares<F> at(const Real* x, std::size_t n, Real temperature) {
    return {x, n, [temperature](Real d) { return d / temperature; }};
  }
};

}  // namespace softlaw::properties
