// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <span>

/// \file
/// Total derivatives of softmax.
namespace softlaw {

/// The total derivative \f$d^m \operatorname{softmax}(x)(h_1, \dots, h_m)\f$ of order
/// \f$m = 1, 2, 3\f$.
///
/// With the centred directions \f$c_a = h_a - \langle p, h_a \rangle\f$ and the joint cumulants
/// \f$\kappa_S = \langle p, \prod_{a \in S} c_a \rangle\f$ it is \f$p \odot c_1\f$,
/// \f$p \odot (c_1 c_2 - \kappa_{12})\f$, and
/// \f$p \odot (c_1 c_2 c_3 - \kappa_{12} c_3 - \kappa_{13} c_2 - \kappa_{23} c_1 - \kappa_{123})\f$.
/// \param x           n entries.
/// \param directions  one to three vectors of n entries.
/// \param out         n entries; may be x or a direction.
/// \throws std::invalid_argument if the sizes differ or there are no directions or more than three.
/// \par Special values
///   NaN everywhere when the softmax is NaN or a direction has an entry that is not finite; 0 for an
///   entry \f$x_i = -\infty\f$; exactly 0 everywhere if a direction is constant.
/// \par Error
///   at most \f$0.5001\,\mathrm{ulp} + 2^{-8} u\,A_i\f$, where \f$A_i\f$ is the closed form of S1 with
///   every term in absolute value. (The contract that laws judge it by has the further factor
///   \f$1 + (m - x_i) + A\f$; see softlaw/reference/condition.hpp.)
/// \par Complexity
///   \f$O(n)\f$, four passes with an exponential an entry, no allocation.
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
