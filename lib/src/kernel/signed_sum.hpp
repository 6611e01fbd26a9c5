// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "binned_sum.hpp"
#include "certain.hpp"

/// Sums that may cancel.
namespace softlaw::kernel {

/// Adds terms of both signs apart, so that the error of the sum is known by the size of its parts.
class SignedSum {
 public:
  void add(const Scaled& term) {
    if (term.mantissa.hi < 0) {
      negative_.add(-term);
    } else {
      positive_.add(term);
    }
  }

  Scaled total() const { return positive_.total() - negative_.total(); }
  Scaled size() const { return positive_.total() + negative_.total(); }

  /// The rounded total of terms with relative errors of 2^exponent, if they allow to say it.
  template <class R>
  std::optional<R> certain_total(int exponent) const {
    return certain<R>(total(), times_power_of_two(size(), exponent));
  }

 private:
  BinnedSum positive_;
  BinnedSum negative_;
};

}  // namespace softlaw::kernel
