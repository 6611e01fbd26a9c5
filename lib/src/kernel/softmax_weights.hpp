// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "round.hpp"
#include "sum.hpp"

/// The softmax as a distribution over the entries, before any rounding.
namespace softlaw::kernel {

template <class R>
class SoftmaxWeights {
 public:
  SoftmaxWeights(std::span<const R> x, const Peak& peak)
      : x_(x), shift_{peak}, inverse_(make_scaled(1.0) / sum_exponentials(x, shift_).total()) {}

  std::size_t size() const { return x_.size(); }

  Scaled operator()(std::size_t i) const {
    return exponential(shift_.pair(static_cast<double>(x_[i]))) * inverse_;
  }

  /// The mean of h, rounded: exactly c if h is the constant c.
  double centre(std::span<const R> h) const {
    BinnedSum sum;
    for (std::size_t i = 0; i < size(); ++i) {
      sum.add((*this)(i)*make_scaled(static_cast<double>(h[i])));
    }
    return round<double>(sum.total());
  }

 private:
  std::span<const R> x_;
  Shift shift_;
  Scaled inverse_;
};

/// h_i less the centre, exactly.
template <class R>
Scaled from_centre(R h, double centre) {
  return make_scaled(static_cast<double>(h)) - make_scaled(centre);
}

}  // namespace softlaw::kernel
