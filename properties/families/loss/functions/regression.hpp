// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/regression.hpp>
#include <softlaw/regression.hpp>

#include "families/loss/functions.hpp"

// What the functions of softmax regression share.
namespace softlaw::properties {

/// Dense matrices: b has a class an entry, W a class a column, X and Y an observation a row.
struct Affine {
  std::size_t rows, features, classes;

  Affine(const Vector& X, const Vector& W, const Vector& b)
      : rows(X.size() / (W.size() / b.size())), features(W.size() / b.size()), classes(b.size()) {}

  reference::Matrix x(const Vector& X) const { return {rows, features, enclose(X)}; }
  reference::Matrix w(const Vector& W) const { return {features, classes, enclose(W)}; }
  reference::Matrix y(const Vector& Y) const { return {rows, classes, enclose(Y)}; }
};

inline void require_affine(const FunctionItem& function, const Vector& X, const Vector& W,
                           const Vector& b) {
  const auto rows_of = [&](std::size_t argument, std::size_t width, std::size_t got) {
    if (got > 0 && got % width == 0) return;
    refuse(function, argument,
           "must have rows of " + std::to_string(width) + " entries, got " + std::to_string(got));
  };
  if (b.empty()) refuse(function, 2, "must have an entry");
  rows_of(1, b.size(), W.size());
  rows_of(0, W.size() / b.size(), X.size());
}

inline void require_data(const FunctionItem& function, const Vector& X, const Vector& W,
                         const Vector& b, const Vector& Y) {
  require_affine(function, X, W, b);
  const Affine map(X, W, b);
  const std::size_t wanted = map.rows * map.classes;
  if (Y.size() == wanted) return;
  refuse(function, 3,
         "must have " + std::to_string(wanted) + " entries, got " + std::to_string(Y.size()));
}

inline bool all_finite(const Vector& X, const Vector& W, const Vector& b) {
  return all_finite(X) && all_finite(W) && all_finite(b);
}

}  // namespace softlaw::properties
