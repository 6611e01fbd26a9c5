// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/truth.hpp"

// What several families say of a vector: its extremes, and the terms of its shifted sum.
namespace softlaw::properties {

/// The smallest entry; x is not empty.
inline double minimum(const Vector& x) { return -maximum(-x); }

/// From the smallest entry to the largest.
inline Interval spread(const Vector& x) { return Interval(maximum(x)) - Interval(minimum(x)); }

/// From the smallest to the largest of numbers that are enclosed; x is not empty.
inline Interval spread(const Intervals& x) {
  Interval least = x.front(), most = x.front();
  for (const Interval& entry : x) {
    least = min(least, entry);
    most = max(most, entry);
  }
  return most - least;
}

/// The square of the Euclidean norm.
inline Interval norm_squared(const Intervals& x) {
  Interval total = 0;
  for (const Interval& entry : x) total += sqr(entry);
  return total;
}

/// A number of entries as an interval.
inline Interval count(std::size_t n) { return Interval(static_cast<double>(n)); }

/// The arithmetic mean of the entries, enclosed.
inline Interval mean(const Vector& x) { return sum(enclose(x)) / count(x.size()); }

/// The number of entries below the maximum for each that is the maximum.
inline Interval others_for_each_maximum(const Vector& x) {
  const std::size_t k = multiplicity_of_maximum(x);
  return count(x.size() - k) / count(k);
}

/// \f$\log(k + (n-k)e^{-d})\f$: the excess over the maximum of \f$n\f$ entries of which
/// \f$k\f$, as many as in x, are the maximum and all others lie \f$d\f$ below it.
inline Interval excess_if_others_lie(const Interval& d, const Vector& x) {
  // log k + log1p, because the sum itself would absorb the exponential
  return log(count(multiplicity_of_maximum(x))) + log1p(others_for_each_maximum(x) * exp(-d));
}

}  // namespace softlaw::properties
