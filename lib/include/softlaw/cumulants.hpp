// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <softlaw/export.hpp>
#include <span>

/// \file
/// The higher derivatives of log-sum-exp, which are the cumulants of the softmax distribution.
namespace SOFTLAW_API softlaw {

/// The cumulants \f$\kappa_1, \dots, \kappa_m\f$ of the entries of h, drawn with the probabilities
/// \f$p = \operatorname{softmax}(x)\f$: the derivatives
/// \f$\kappa_k = \frac{d^k}{dt^k} \operatorname{LSE}(x + t h)\f$ at \f$t = 0\f$.
///
/// The first is the mean, the second the variance, the third the third central moment.
/// \param x    n entries.
/// \param h    n entries.
/// \param out  m entries, for any m: entry k - 1 is \f$\kappa_k\f$.
/// \throws std::invalid_argument if x and h differ in size.
/// \par Special values
///   NaN everywhere when the softmax of x is NaN, x is empty or h has an entry that is not finite;
///   \f$(c, 0, 0, \dots)\f$ exactly if h is the constant c. An entry \f$x_i = -\infty\f$ has
///   probability 0.
/// \par Error
///   at most \f$0.5001\,\mathrm{ulp} + 2^{-8} u\,B_k\f$ for \f$k \le 60\f$, where \f$B_k\f$ is
///   \f$k!\f$ times the coefficient of \f$t^k\f$ in
///   \f$-\log(2 - \sum_i p_i e^{t (|h_i| + \langle p, |h| \rangle)})\f$: every term of the cumulant in
///   absolute value. (Beyond, \f$2^{-14} (k + 2) u\f$ in place of \f$2^{-8} u\f$.)
/// \par Complexity
///   \f$O(nm + m^2)\f$, three passes with an exponential per entry; no allocation for
///   \f$m \le 31\f$, else \f$O(m)\f$.
/// \par Source
///   S1 has softmax and its derivatives; softmax is the gradient of log-sum-exp.
void logsumexp_cumulants(std::span<const double> x, std::span<const double> h,
                         std::span<double> out);
/// \overload
void logsumexp_cumulants(std::span<const float> x, std::span<const float> h, std::span<float> out);

/// The derivative \f$d^m \operatorname{LSE}(x)(h_1, \dots, h_m)\f$: the joint cumulant of the
/// directions under \f$p = \operatorname{softmax}(x)\f$.
///
/// Of order 1 the mean, of order 2 the covariance \f$h_1^\top \nabla^2 \operatorname{LSE}(x) h_2\f$.
/// \param x           n entries.
/// \param directions  1 to 20 vectors of n entries.
/// \throws std::invalid_argument if the sizes differ, or there are no directions or more than 20.
/// \par Special values
///   NaN when the softmax of x is NaN, x is empty or a direction has an entry that is not finite;
///   exactly 0 if one of two or more directions is constant.
/// \par Error
///   at most \f$0.5001\,\mathrm{ulp} + 2^{-8} u\,B\f$, B as for logsumexp_cumulants() with the
///   coefficient of \f$t_1 \cdots t_m\f$.
/// \par Complexity
///   \f$O(2^m n + 3^m)\f$, three passes with an exponential per entry; no allocation for
///   \f$m \le 3\f$, else \f$O(2^m)\f$. Along one line logsumexp_cumulants() is cheaper.
/// \par Source
///   S1, as above.
double logsumexp_derivative(std::span<const double> x,
                            std::span<const std::span<const double>> directions);
/// \overload
float logsumexp_derivative(std::span<const float> x,
                           std::span<const std::span<const float>> directions);
/// \overload
inline double logsumexp_derivative(std::span<const double> x,
                                   std::initializer_list<std::span<const double>> directions) {
  return logsumexp_derivative(x, std::span(directions.begin(), directions.size()));
}
/// \overload
inline float logsumexp_derivative(std::span<const float> x,
                                  std::initializer_list<std::span<const float>> directions) {
  return logsumexp_derivative(x, std::span(directions.begin(), directions.size()));
}

}  // namespace softlaw
