// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/truth.hpp"

// The minibatches of the laws on regression, taken apart and put together.
namespace softlaw::properties {

/// The shape of X (rows × d) and W (d × q), stored by rows, and b (q).
struct Shape {
  Shape(const Vector& x, const Vector& w, const Vector& b)
      : rows(x.size() * b.size() / w.size()), d(w.size() / b.size()), q(b.size()) {}
  std::size_t rows, d, q;
};

/// Row i of a matrix with that many columns.
template <class Entries>
Entries row(const Entries& matrix, std::size_t i, std::size_t columns) {
  const auto begin = matrix.begin() + static_cast<std::ptrdiff_t>(i * columns);
  return Entries(begin, begin + static_cast<std::ptrdiff_t>(columns));
}

/// The features and the constant 1 that the bias belongs to.
inline Vector with_one(Vector features) {
  features.push_back(1);
  return features;
}

/// The logits, from entries on a grid so coarse that nothing is rounded.
inline Vector exact_logits(const Vector& x, const Vector& w, const Vector& b) {
  const Shape shape(x, w, b);
  Vector o;
  for (std::size_t i = 0; i < shape.rows; ++i) {
    Vector sums = b;
    for (std::size_t k = 0; k < shape.d; ++k) {
      sums = sums + x[i * shape.d + k] * row(w, k, shape.q);
    }
    o = concatenate(o, sums);
  }
  return o;
}

}  // namespace softlaw::properties
