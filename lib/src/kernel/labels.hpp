// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check.hpp"
#include "shares.hpp"

/// Soft labels: numbers that are not negative, whatever their sum.
namespace softlaw::kernel {

/// The labels of one observation and their sum. The largest are counted apart, so that the sum of
/// all labels but one never cancels.
template <class R>
class Labels {
 public:
  explicit Labels(std::span<const R> y) : y_(y), peak_(find_peak(y)) {
    BinnedSum rest;
    for (const R label : y) {
      if (static_cast<double>(label) != peak_.value)
        rest.add(make_scaled(static_cast<double>(label)));
    }
    rest_ = rest.total();
  }

  bool has_nan() const { return peak_.has_nan; }
  double operator[](std::size_t j) const { return static_cast<double>(y_[j]); }

  /// The sum of all labels but this one.
  Scaled others(std::size_t j) const {
    if ((*this)[j] == peak_.value) return largest(peak_.count - 1) + rest_;
    return largest(peak_.count) + rest_ - make_scaled((*this)[j]);
  }

 private:
  Scaled largest(std::size_t count) const { return make_scaled(peak_.value) * from_integer(count); }

  std::span<const R> y_;
  Peak peak_;
  Scaled rest_;
};

/// The cross-entropy -sum y_j log p_j: no summand is negative. Every entry with a label above zero
/// is finite.
template <class Source, class R>
Scaled cross_entropy_of(const Shares<Source>& p, const Labels<R>& y) {
  BinnedSum sum;
  for (std::size_t j = 0; j < p.size(); ++j) {
    if (y[j] > 0) sum.add(make_scaled(y[j]) * p.surprisal(j));
  }
  return sum.total();
}

/// Its derivative with respect to logit j: with s the sum of the labels,
///   s p_j - y_j = p_j (s - y_j) - y_j (1 - p_j).
/// The right side subtracts only what must be: for a label of 1 among zeros one product vanishes.
template <class Source, class R>
Scaled residual_of(const Shares<Source>& p, const Labels<R>& y, std::size_t j) {
  return p.probability(j) * y.others(j) - make_scaled(y[j]) * p.others(j);
}

}  // namespace softlaw::kernel
