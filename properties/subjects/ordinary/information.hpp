// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subjects/ordinary/shares.hpp"

// Entropies, divergences and escort distributions, as ordinary implementations compute them.
namespace softlaw::properties {

template <class F>
struct OrdinaryInformation {
  using Real = typename F::Real;
  using Reals = typename F::Reals;

  static Real surprisal(Real p) { return -std::log(p); }
  static Real nats_to_bits(Real nats) { return nats / Real(0.69314718055994530942L); }
  static Real bits_to_nats(Real bits) { return bits * Real(0.69314718055994530942L); }

  static Real entropy(const Real* p, std::size_t n) { return cross_entropy(p, p, n); }
  static Real cross_entropy(const Real* p, const Real* q, std::size_t n) {
    if (is_infinite(p, q, n)) return F::infinity;
    Reals terms;
    for (std::size_t i = 0; i < n; ++i)
      terms.push_back(p[i] == 0 ? nothing(q[i]) : -p[i] * std::log(q[i]));
    return F::total(terms);
  }
  static Real kl_divergence(const Real* p, const Real* q, std::size_t n) {
    if (is_infinite(p, q, n)) return F::infinity;
    Reals terms;
    for (std::size_t i = 0; i < n; ++i) {
      terms.push_back(p[i] == 0 ? nothing(q[i]) : p[i] * log_of_ratio(p[i], q[i]));
    }
    return F::total(terms);
  }
  static Real softmax_entropy(const Real* x, std::size_t n) {
    if (n == 0) return 0;
    if (!F::is_defined(x, n)) return F::nan;
    const Shares<F> shares(x, n);
    Reals terms;
    for (std::size_t i = 0; i < n; ++i) {
      const Real weight = F::is_plain ? shares.share(i) : shares.weight[i];
      const Real depth = (F::is_plain ? shares.log_sum : Real(0)) - shares.shift[i];
      terms.push_back(weight == 0 ? Real(0) : weight * depth);
    }
    return F::is_plain ? F::total(terms) : shares.log_sum + F::total(terms) / shares.sum;
  }
  static void escort(const Real* p, std::size_t n, Real alpha, Real* out) {
    const Real most = n == 0 ? 0 : *std::max_element(p, p + n);
    if (!(most > 0) || std::any_of(p, p + n, [](Real e) { return std::isnan(e); })) {
      return void(std::fill(out, out + n, F::nan));
    }
    Reals logarithms;
    for (std::size_t i = 0; i < n; ++i) {
      const Real depth = careful_log_of_ratio(p[i], most);
      logarithms.push_back(depth == 0 ? Real(0) : alpha * depth);
    }
    const Reals shares = Shares<F>(logarithms.data(), n).shares();
    std::copy(shares.begin(), shares.end(), out);
  }

 private:
  /// Something of p where q has nothing, and no NaN.
  static bool is_infinite(const Real* p, const Real* q, std::size_t n) {
    bool all = false;
    for (std::size_t i = 0; i < n; ++i) {
      if (std::isnan(p[i]) || std::isnan(q[i])) return false;
      all = all || (p[i] > 0 && q[i] == 0);
    }
    return all;
  }
  static Real nothing(Real q) { return std::isnan(q) ? q : Real(0); }
  static Real log_of_ratio(Real p, Real q) {
    return F::is_plain ? std::log(p) - std::log(q) : careful_log_of_ratio(p, q);
  }
  /// Next to 1 by the difference, which is exact; beyond the range of the ratio by two logarithms.
  static Real careful_log_of_ratio(Real p, Real q) {
    if (p >= q / 2 && p / 2 <= q) return std::log1p((p - q) / q);
    const Real ratio = p / q;
    return std::isnormal(ratio) ? std::log(ratio) : std::log(p) - std::log(q);
  }
};

}  // namespace softlaw::properties
