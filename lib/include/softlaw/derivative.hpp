// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <softlaw/export.hpp>
#include <span>

/// \file
/// Total derivatives of softmax.
namespace SOFTLAW_API softlaw {

/// The total derivative \f$d^m \operatorname{softmax}(x)(h_1, \dots, h_m)\f$ of order
/// \f$m \ge 1\f$.
///
/// With the centred directions \f$c_a = h_a - \langle p, h_a \rangle\f$ and the joint cumulants
/// \f$\kappa_S = \langle p, \prod_{a \in S} c_a \rangle\f$ of two or three it is
/// \f$p \odot c_1\f$, \f$p \odot (c_1 c_2 - \kappa_{12})\f$, and
/// \f$p \odot (c_1 c_2 c_3 - \kappa_{12} c_3 - \kappa_{13} c_2 - \kappa_{23} c_1 - \kappa_{123})\f$.
/// Of any order it is the coefficient of \f$t_1 \cdots t_m\f$ in
/// \f$p \odot e^{\sum t_a c_a} / \langle p, e^{\sum t_a c_a} \rangle\f$.
/// \param x           n entries.
/// \param directions  1 to 20 vectors of n entries.
/// \param out         n entries; may be x or a direction.
/// \throws std::invalid_argument if the sizes differ, or there are no directions or more than 20.
/// \par Special values
///   NaN everywhere when the softmax is NaN or a direction has an entry that is not finite; 0 for an
///   entry \f$x_i = -\infty\f$; exactly 0 everywhere if a direction is constant.
/// \par Error
///   up to order 3 at most \f$0.5001\,\mathrm{ulp} + 2^{-8} u\,A_i\f$, where \f$A_i\f$ is the closed
///   form of S1 with every term in absolute value; beyond, the same with
///   \f$|h_a| + \langle p, |h_a| \rangle\f$ for \f$h_a\f$ in \f$A_i\f$. (The contract that laws judge
///   it by has the further factor \f$1 + (m - x_i) + A\f$; see softlaw/reference/condition.hpp.)
/// \par Complexity
///   \f$O(n)\f$ and no allocation up to order 3, with two to four exponentials per entry; then
///   \f$O(2^m n + 3^m)\f$ and \f$O(2^m)\f$ memory. Along one line softmax_jet() is cheaper.
/// \par Source
///   S1; the centred form is the derivative of a cumulant generating function.
void softmax_derivative(std::span<const double> x,
                        std::span<const std::span<const double>> directions, std::span<double> out);
/// \overload
void softmax_derivative(std::span<const float> x,
                        std::span<const std::span<const float>> directions, std::span<float> out);
/// \overload
inline void softmax_derivative(std::span<const double> x,
                               std::initializer_list<std::span<const double>> directions,
                               std::span<double> out) {
  softmax_derivative(x, std::span(directions.begin(), directions.size()), out);
}
/// \overload
inline void softmax_derivative(std::span<const float> x,
                               std::initializer_list<std::span<const float>> directions,
                               std::span<float> out) {
  softmax_derivative(x, std::span(directions.begin(), directions.size()), out);
}

}  // namespace softlaw
