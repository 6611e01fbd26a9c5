// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include "resolve.hpp"

/// Sums of multiples of logarithms: entropies and divergences of any precision.
namespace softlaw::exact {

/// sum w_i log a_i with a_i > 0, all finite.
class Logarithms {
 public:
  void add(double weight, double argument) {
    if (weight != 0 && argument != 1) terms_.emplace_back(weight, argument);
  }

  Interval enclosure(const Precision& p) const;

  /// Is the sum zero? Decided by integers: see the page on exact cases.
  bool is_zero() const;

  template <class R>
  R resolve() const {
    // Other than zero, the sum is transcendental (Baker), so that the search ends.
    const auto enclose = [this](const Precision& p) { return enclosure(p); };
    constexpr std::size_t patience = 640;
    if (const auto result = rounded<R>(enclose(Precision(patience)), patience)) return *result;
    return is_zero() ? R(0) : exact::resolve<R>(enclose);
  }

 private:
  std::vector<std::pair<double, double>> terms_;
};

}  // namespace softlaw::exact
