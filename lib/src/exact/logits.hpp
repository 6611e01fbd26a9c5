// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <optional>
#include <span>

#include "resolve.hpp"

/// Log-sum-exp and softmax of any precision.
namespace softlaw::exact {

/// The exponents a_i = (y_i - max y) factor / divisor with y_i = sign x_i, for a finite maximum.
struct Scaling {
  double sign = 1;
  double factor = 1;
  double divisor = 1;
};

template <class R>
class Logits {
 public:
  Logits(std::span<const R> x, double maximum, const Scaling& scaling = {})
      : x_(x), maximum_(maximum), scaling_(scaling) {}

  /// The entry is finite.
  Interval exponent(const Precision& p, R entry) const {
    const Interval difference =
        p.number(scaling_.sign * static_cast<double>(entry)) - p.number(maximum_);
    const Interval scaled =
        scaling_.factor == 1 ? difference : p.multiply(difference, scaling_.factor);
    return scaling_.divisor == 1 ? scaled : p.divide(scaled, scaling_.divisor);
  }

  Interval weight(const Precision& p, R entry) const {
    return std::isinf(entry) ? Interval{} : p.exponential(exponent(p, entry));
  }

  Interval total(const Precision& p) const {
    if (!total_ || total_precision_ != p.bits()) {
      Interval sum;
      for (const R entry : x_) sum = sum + weight(p, entry);
      total_ = sum;
      total_precision_ = p.bits();
    }
    return *total_;
  }

  Interval log_total(const Precision& p) const { return p.logarithm(total(p)); }

  Interval share(const Precision& p, R entry) const { return p.divide(weight(p, entry), total(p)); }
  /// Of a finite entry.
  Interval log_share(const Precision& p, R entry) const {
    return exponent(p, entry) - log_total(p);
  }
  /// max y + log(total) divisor / factor
  Interval logsumexp(const Precision& p) const {
    Interval log = log_total(p);
    if (scaling_.divisor != 1) log = p.multiply(log, scaling_.divisor);
    if (scaling_.factor != 1) log = p.divide(log, scaling_.factor);
    return p.number(maximum_) + log;
  }

 private:
  std::span<const R> x_;
  double maximum_;
  Scaling scaling_;
  mutable std::optional<Interval> total_;
  mutable std::size_t total_precision_ = 0;
};

}  // namespace softlaw::exact
