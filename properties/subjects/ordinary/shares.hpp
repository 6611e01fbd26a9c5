// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

#include "subjects/ordinary/sums.hpp"

// The weights of softmax, as ordinary implementations compute them.
namespace softlaw::properties {

/// How the sum, its logarithm and the complements of shares are formed: docs/chapters/profiles.md.
enum class Style { textbook, careful, compensated };

/// What all functions of one style and format share.
template <class R, Style s>
struct Ordinary {
  using Real = R;
  using Reals = std::vector<Real>;
  using Sum = std::conditional_t<s == Style::compensated, Compensated<Real>, Plain<Real>>;
  static constexpr bool is_plain = s == Style::textbook;
  static constexpr Real infinity = std::numeric_limits<Real>::infinity();
  static constexpr Real nan = std::numeric_limits<Real>::quiet_NaN();

  static Real total(const Reals& terms) { return properties::total<Sum>(terms); }
  /// log(1 + r)
  static Real log_of_one_and(Real r) { return is_plain ? std::log(1 + r) : std::log1p(r); }

  /// Neither NaN nor +inf among them, and an entry that is there.
  static bool is_defined(const Real* x, std::size_t n) {
    return std::none_of(x, x + n, [](Real e) { return std::isnan(e) || e == infinity; }) &&
           std::any_of(x, x + n, [](Real e) { return e != -infinity; });
  }
};

/// The weights e^(x_i - m), their sum and its logarithm, for defined x.
template <class F>
struct Shares {
  using Real = typename F::Real;
  using Reals = typename F::Reals;

  Reals shift;   ///< x_i - m, divided by the temperature
  Reals weight;  ///< its exponential
  std::size_t top = 0;
  Real rest = 0;  ///< the sum of the other weights than the first of the largest
  Real sum = 0;
  Real log_sum = 0;

  Shares(const Real* x, std::size_t n) : Shares(x, n, [](Real d) { return d; }) {}

  template <class Scale>
  Shares(const Real* x, std::size_t n, Scale&& scale)
      : top(static_cast<std::size_t>(std::max_element(x, x + n) - x)) {
    for (std::size_t i = 0; i < n; ++i) {
      shift.push_back(difference(x[i], x[top], scale));
      weight.push_back(std::exp(shift.back()));
    }
    if (OrderOfSums::current() == Order::online) {
      add_online(x, scale);
    } else if (F::is_plain) {
      sum = F::total(weight);
      rest = sum - 1;
    } else {
      Reals others = weight;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(top));
      rest = F::total(others);
      sum = 1 + rest;
    }
    log_sum = F::is_plain ? std::log(sum) : std::log1p(rest);
  }

  std::size_t size() const { return weight.size(); }
  Real share(std::size_t i) const { return weight[i] / sum; }
  Reals shares() const {
    Reals p;
    for (Real w : weight) p.push_back(w / sum);
    return p;
  }
  /// 1 - p_i
  Real complement(std::size_t i) const {
    if (F::is_plain) return 1 - share(i);
    if (i == top) return rest / sum;
    Reals others = weight;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    // in another order than the sum, and so perhaps above it
    return std::min(Real(1), F::total(others) / sum);
  }

 private:
  /// Where the difference overflows, its half does not.
  template <class Scale>
  static Real difference(Real a, Real m, Scale&& scale) {
    if (a == -F::infinity) return a;
    const Real d = a - m;
    return std::isinf(d) ? scale(a / 2 - m / 2) * 2 : scale(d);
  }

  /// In one pass: whenever a larger entry comes, the sum so far is scaled down.
  template <class Scale>
  void add_online(const Real* x, Scale&& scale) {
    Real m = -F::infinity;
    for (std::size_t i = 0; i < size(); ++i) {
      if (x[i] == -F::infinity) continue;
      if (m == -F::infinity) {
        m = x[i];
        rest = 0;
      } else if (x[i] > m) {
        rest = (rest + 1) * std::exp(difference(m, x[i], scale));
        m = x[i];
      } else {
        rest += std::exp(difference(x[i], m, scale));
      }
    }
    sum = 1 + rest;
    if (F::is_plain) sum = std::max(sum, Real(1));
  }
};

}  // namespace softlaw::properties
