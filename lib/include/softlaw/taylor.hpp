// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <softlaw/export.hpp>
#include <span>

/// \file
/// Softmax along a line: its power series, Taylor's polynomial, and a bound on its error.
namespace SOFTLAW_API softlaw {

/// The coefficients of \f$1, t, \dots, t^m\f$ in the power series of
/// \f$\operatorname{softmax}(x + t h)\f$: the k-th derivative along h, over \f$k!\f$.
///
/// With \f$c = h - \langle p, h \rangle\f$ it is the series of
/// \f$p \odot e^{t c} / \langle p, e^{t c} \rangle\f$, which converges for
/// \f$|t| < \pi / (\max h - \min h)\f$.
/// \param x      n entries.
/// \param h      n entries.
/// \param order  m, any.
/// \param out    (m + 1) n entries, row k the coefficient of \f$t^k\f$; a row may be x or h.
/// \throws std::invalid_argument if the sizes differ.
/// \par Special values
///   NaN everywhere when the softmax is NaN or h has an entry that is not finite; 0 for an entry
///   \f$x_i = -\infty\f$; rows 1 to m exactly 0 if h is constant.
/// \par Error
///   at most \f$0.5001\,\mathrm{ulp} + 2^{-8} u\,A_{k,i}\f$ for \f$k \le 60\f$, where \f$A_{k,i}\f$ is
///   the coefficient of \f$t^k\f$ in \f$p_i e^{t a_i} / (2 - \langle p, e^{t a} \rangle)\f$ with
///   \f$a = |h| + \langle p, |h| \rangle\f$: every term of the derivative in absolute value.
///   (Beyond, \f$2^{-14} (k + 2) u\f$ in place of \f$2^{-8} u\f$.)
/// \par Complexity
///   \f$O(n m^2)\f$ products, four passes with an exponential per entry; no allocation for
///   \f$m \le 31\f$, else \f$O(m)\f$.
/// \par Source
///   S1, Taylor series approximations; the series of a quotient.
void softmax_jet(std::span<const double> x, std::span<const double> h, std::size_t order,
                 std::span<double> out);
/// \overload
void softmax_jet(std::span<const float> x, std::span<const float> h, std::size_t order,
                 std::span<float> out);

/// Taylor's polynomial of softmax at x, evaluated at x + h:
/// \f$\sum_{k=0}^{m} \frac{1}{k!} d^k \operatorname{softmax}(x)(h, \dots, h)\f$.
///
/// Its entries sum to 1, but need not lie between 0 and 1. See softmax_taylor_remainder() for what
/// it is worth.
/// \param x      n entries.
/// \param h      n entries.
/// \param order  m, any.
/// \param out    n entries; may be x or h.
/// \throws std::invalid_argument if the sizes differ.
/// \par Special values
///   As for softmax_jet(); the softmax of x if h is constant.
/// \par Error
///   at most \f$0.5001\,\mathrm{ulp} + 2^{-8} u \sum_{k \le m} A_{k,i}\f$, A as for softmax_jet().
/// \par Complexity
///   \f$O(nm + m^2)\f$, four passes with an exponential per entry; no allocation for
///   \f$m \le 31\f$, else \f$O(m)\f$.
/// \par Source
///   S1, Taylor series approximations, of every order.
void softmax_taylor(std::span<const double> x, std::span<const double> h, std::size_t order,
                    std::span<double> out);
/// \overload
void softmax_taylor(std::span<const float> x, std::span<const float> h, std::size_t order,
                    std::span<float> out);

/// A bound, whatever x is, on the sum of the absolute errors of Taylor's polynomial at x + h, as a
/// polynomial without roundings.
///
/// With \f$\omega = \max h - \min h\f$ and \f$q = m + 1\f$: for \f$q = 1, 2, 3, 4\f$ it is
/// \f$\frac12 \omega\f$, \f$\frac14 \omega^2\f$, \f$\frac1{10} \omega^3\f$, \f$0.0402\,\omega^4\f$; then
/// \f[ \Bigl(\frac{(q + 1)\,\omega}{\pi q}\Bigr)^q \Big/ \sin\frac{\pi}{2 (q + 1)} . \f]
/// It falls with m where \f$\omega < \pi\f$.
///
/// **Proof.** Taylor's formula has the integral remainder
/// \f$\int_0^1 \frac{(1-s)^m}{m!} f^{(q)}(s)\,ds\f$ with \f$f(t) = \operatorname{softmax}(x + t h)\f$. For
/// complex z with \f$\theta = \omega\,|\mathrm{Im}\,z| < \pi\f$ the numbers \f$e^{x_i + z h_i}\f$ have
/// arguments within \f$\theta/2\f$ of a middle one, so the size of their sum is at least
/// \f$\cos(\theta/2)\f$ times the sum of their sizes: f is analytic there and
/// \f$\lVert f(z) \rVert_1 \le 1/\cos(\theta/2)\f$. By Cauchy's formula on circles of radius
/// \f$\theta/\omega\f$ about s, \f$\lVert f^{(q)}(s) \rVert_1 \le q!\,(\omega/\theta)^q/\cos(\theta/2)\f$, and
/// the integral of the weight is \f$1/q!\f$. Put \f$\theta = \pi q/(q + 1)\f$. For \f$q \le 4\f$ bounds on
/// the derivative itself do better: \ref derivatives.bounds.
/// \param h      one entry or more.
/// \param order  m, any.
/// \return the bound rounded up; NaN if h is empty or has an entry that is not finite; 0 if h is
///   constant.
/// \par Complexity
///   \f$O(n + m)\f$.
double softmax_taylor_remainder(std::span<const double> h, std::size_t order);
/// \overload
double softmax_taylor_remainder(std::span<const float> h, std::size_t order);

}  // namespace softlaw
