// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/export.hpp>
#include <span>

/// \file
/// The second derivative of log-sum-exp, which is the Jacobian matrix of softmax.
namespace SOFTLAW_API softlaw {

/// The Hessian matrix of log-sum-exp, \f$\operatorname{diag}(p) - p p^\top\f$ with \f$p\f$ the
/// softmax of \f$x\f$.
///
/// The diagonal \f$p_i (1 - p_i)\f$ takes \f$1 - p_i\f$ from the sum of the others.
/// \param x    n entries.
/// \param out  n² entries, row-major.
/// \throws std::invalid_argument if out has another size.
/// \par Special values
///   NaN everywhere when the softmax is NaN; the row and the column of an entry \f$-\infty\f$ are 0.
/// \par Error
///   at most 0.5001 ulp in each entry. The matrix is symmetric to the last bit.
/// \par Complexity
///   \f$O(n^2)\f$ products and \f$O(n^2 / 64)\f$ exponentials, no allocation.
/// \par Source
///   S1 (First-order total derivative); S3 §1.1.
void logsumexp_hessian(std::span<const double> x, std::span<double> out);
/// \overload
void logsumexp_hessian(std::span<const float> x, std::span<float> out);

/// The Hessian matrix of log-sum-exp times a vector, \f$p \odot (v - \langle p, v \rangle)\f$.
///
/// It is the first derivative of softmax, softmax_derivative(x, {v}, out), and equal to it bit for
/// bit.
/// \param x    n entries.
/// \param v    n entries.
/// \param out  n entries; may be x or v.
/// \throws std::invalid_argument if the sizes differ.
/// \par Special values
///   NaN everywhere when the softmax is NaN or v has an entry that is not finite; 0 for an entry
///   \f$x_i = -\infty\f$; exactly 0 everywhere if v is constant.
/// \par Error
///   at most \f$0.5001\,\mathrm{ulp} + 2^{-8} u\,p_i (|v_i| + \langle p, |v| \rangle)\f$.
///   (The contract that laws judge it by has the further factor \f$1 + (m - x_i) + A\f$; see
///   softlaw/reference/condition.hpp.)
/// \par Complexity
///   \f$O(n)\f$, no allocation.
/// \par Source
///   S1 (First-order total derivative).
void logsumexp_hessian_vector(std::span<const double> x, std::span<const double> v,
                              std::span<double> out);
/// \overload
void logsumexp_hessian_vector(std::span<const float> x, std::span<const float> v,
                              std::span<float> out);

}  // namespace softlaw
