// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <softlaw/export.hpp>
#include <softlaw/matrix_view.hpp>
#include <span>

/// \file
/// Softmax regression: affine logits of a minibatch, the mean cross-entropy, its gradient.
///
/// A minibatch is a matrix X with one observation of d features a row; W is d × q, one column a
/// class, b has q entries. Labels Y are one row an observation, q entries a row. Matrices are
/// row-major. Nothing is rounded between the parameters and the result: the logits are exact sums.
namespace SOFTLAW_API softlaw {

/// The number of parameters for d features and q classes: \f$dq + q\f$.
///
/// \throws std::overflow_error if that is \f$2^{64}\f$ or more.
/// \par Source
///   S2 (Linear Model).
[[nodiscard]] std::uint64_t regression_parameters(std::uint64_t d, std::uint64_t q);

/// The logits \f$O = XW + b\f$, the bias added to every row.
///
/// \param x    rows × d.
/// \param w    d × q.
/// \param b    q entries.
/// \param out  rows × q; overlaps no argument.
/// \throws std::invalid_argument if the shapes do not fit.
/// \par Special values
///   those of the sum of the products by IEEE 754: \f$0 \cdot \infty\f$ and \f$\infty - \infty\f$
///   are NaN. A sum of finite terms overflows only if the exact sum does.
/// \par Error
///   at most 0.5001 ulp of each exact logit, whatever cancels. The order of the features does not
///   show.
/// \par Complexity
///   rows × (d + 1) × q exact products, no allocation.
/// \par Source
///   S2 (Vectorization).
void regression_logits(MatrixView<const double> x, MatrixView<const double> w,
                       std::span<const double> b, MatrixView<double> out);
/// \overload
void regression_logits(MatrixView<const float> x, MatrixView<const float> w,
                       std::span<const float> b, MatrixView<float> out);

/// The mean over the rows of cross_entropy_logits(XW + b, Y), of the exact logits.
///
/// \param x  rows × d, at least one row.
/// \param w  d × q.
/// \param b  q entries.
/// \param y  rows × q labels, finite and not negative; a row need not sum to 1.
/// \throws std::invalid_argument if the shapes do not fit, or there is no row.
/// \throws std::domain_error if a label is negative or infinite.
/// \par Special values
///   NaN if an entry of x, w, b or y is NaN, or one of x, w, b infinite.
/// \par Error
///   at most 0.5001 ulp: differences of logits are exact before their one rounding to a pair.
/// \par Complexity
///   \f$O(\mathrm{rows}\,d\,q)\f$; allocates q numbers.
/// \par Source
///   S2 (Log-Likelihood); S2 (Softmax and Cross-Entropy Loss).
[[nodiscard]] double regression_loss(MatrixView<const double> x, MatrixView<const double> w,
                                     std::span<const double> b, MatrixView<const double> y);
/// \overload
[[nodiscard]] float regression_loss(MatrixView<const float> x, MatrixView<const float> w,
                                    std::span<const float> b, MatrixView<const float> y);

/// The gradient of regression_loss: \f$\frac1N X^\top R\f$ with respect to W and
/// \f$\frac1N \mathbf 1^\top R\f$ with respect to b, where row i of R is \f$s_i p_i - y_i\f$, the
/// gradient with respect to the logits.
///
/// \param x   rows × d, at least one row.
/// \param w   d × q.
/// \param b   q entries.
/// \param y   rows × q labels, finite and not negative.
/// \param dw  d × q; may be w.
/// \param db  q entries; may be b.
/// \throws std::invalid_argument if the shapes do not fit, or there is no row.
/// \throws std::domain_error if a label is negative or infinite.
/// \par Special values
///   NaN everywhere if an entry of x, w, b or y is NaN, or one of x, w, b infinite.
/// \par Error
///   0.5001 ulp plus \f$2^{-8} u\f$ times the mean over the rows of \f$|x_{ik}|\f$ times the
///   magnitudes that cancel in cross_entropy_logits_gradient. The order of the rows does not show.
/// \par Complexity
///   \f$O(\mathrm{rows}\,d\,q)\f$; allocates rows × q numbers.
/// \par Source
///   S2 (Softmax and Cross-Entropy Loss), by the chain rule.
void regression_gradient(MatrixView<const double> x, MatrixView<const double> w,
                         std::span<const double> b, MatrixView<const double> y,
                         MatrixView<double> dw, std::span<double> db);
/// \overload
void regression_gradient(MatrixView<const float> x, MatrixView<const float> w,
                         std::span<const float> b, MatrixView<const float> y, MatrixView<float> dw,
                         std::span<float> db);

}  // namespace softlaw
