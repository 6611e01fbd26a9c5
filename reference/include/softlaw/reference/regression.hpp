// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <softlaw/reference/functions.hpp>

/// \file
/// Enclosures of softmax regression: logits, mean loss, gradient.
namespace softlaw::reference {

/// A row-major matrix of enclosures.
struct Matrix {
  std::size_t rows = 0;     ///< Number of rows.
  std::size_t columns = 0;  ///< Number of columns.
  Vector entries;           ///< rows · columns entries, row by row.

  /// Entry (i, j). \throws std::out_of_range beyond the entries.
  const Interval& operator()(std::size_t i, std::size_t j) const {
    return entries.at(i * columns + j);
  }
};

/// \f$XW+b\f$ (S2, Vectorization), row by row; exact for points that are floats.
/// \throws std::invalid_argument if the shapes do not fit.
Vector regression_logits(const Matrix& x, const Matrix& w, const Vector& b);
/// The mean over the rows of cross_entropy_logits() of the logits.
/// \throws std::invalid_argument if the shapes do not fit or there is no row.
Interval regression_loss(const Matrix& x, const Matrix& w, const Vector& b, const Matrix& y);
/// Its gradient with respect to w, row by row, then with respect to b.
/// \throws std::invalid_argument if the shapes do not fit or there is no row.
Vector regression_gradient(const Matrix& x, const Matrix& w, const Vector& b, const Matrix& y);

}  // namespace softlaw::reference

/// Scales of forward error, as in condition.hpp.
namespace softlaw::reference::condition {

/// \f$M_{ij}=\sum_k|x_{ik}w_{kj}|+|b_j|\f$: the terms that cancel.
Vector regression_logits(const Matrix& x, const Matrix& w, const Vector& b);
/// The mean of the scales of cross_entropy_logits(), plus
/// \f$\sum_j\bigl(p_j(s-y_j)+y_j(1-p_j)\bigr)M_{ij}\f$, which bounds the effect of an error of the logits by
/// \f$uM_{ij}\f$ does to first order: the derivative of the loss is \f$s\,p_j-y_j\f$.
Interval regression_loss(const Matrix& x, const Matrix& w, const Vector& b, const Matrix& y);
/// The mean of \f$|x_{ik}|\f$ (for b, of 1) times the scale of cross_entropy_logits_gradient() plus
/// \f$s\sum_l|H_{jl}|M_{il}\f$, H the Hessian of log-sum-exp: the same for the gradient.
Vector regression_gradient(const Matrix& x, const Matrix& w, const Vector& b, const Matrix& y);

}  // namespace softlaw::reference::condition
