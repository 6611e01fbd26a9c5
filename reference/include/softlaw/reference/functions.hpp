// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/interval.hpp>
#include <vector>

/// \file
/// Enclosures of the functions of the softmax family.
///
/// Each function evaluates the formula of its source in interval arithmetic, with
/// WorkingPrecision::current() bits, and returns an enclosure of its exact value for every choice
/// of members of the arguments. Arguments are meant to be finite points, that is, floats. Then the
/// relative width of each result is a small multiple of \f$n2^{-\mathrm{bits}}\f$, with two
/// exceptions. Where the exact value is near 0 by cancellation (logsumexp(), softmin(),
/// derivatives), that is the width relative to the terms that cancel. And with a factor
/// \f$\lambda\f$ or a temperature, n grows by the largest of the scaled differences, which are
/// rounded once; differences alone are exact. Wider arguments and infinite ends give sound results,
/// at worst Interval::whole().
///
/// Cost, unless said otherwise: \f$n\f$ exponentials and one logarithm.

namespace softlaw::reference {

/// A vector of enclosures, from a list of numbers or of intervals.
using Vector = std::vector<Interval>;

/// \f$\log\sum_i e^{x_i}\f$ (S3 §3.5). For n = 1 exactly \f$x_1\f$; for no entries \f$-\infty\f$.
Interval logsumexp(const Vector& x);
/// \f$\lambda^{-1}\log\sum_i e^{\lambda x_i}\f$ (S3 §3.2), for \f$\lambda\ne0\f$ of either sign; a
/// \p lambda that may be 0 gives whole(). For no entries \f$-\infty\f$ divided by \p lambda.
Interval logsumexp(const Vector& x, const Interval& lambda);
/// \f$\log(e^a+e^b)\f$ (S3 §3.1).
Interval logaddexp(const Interval& a, const Interval& b);
/// \f$-\log\sum_i e^{-x_i}\f$ (S3 §3.4). For no entries \f$+\infty\f$.
Interval softmin(const Vector& x);
/// \f$-\lambda^{-1}\log\sum_i e^{-\lambda x_i}\f$ (S3 §3.4), for \f$\lambda\ne0\f$.
Interval softmin(const Vector& x, const Interval& lambda);
/// \f$\log\sum_i e^{x_i-m}\f$ with \f$m=\max_ix_i\f$: how far logsumexp exceeds the maximum.
/// Sharp however small. For no entries empty(), as there is no maximum.
Interval excess(const Vector& x);

/// \f$e^{x_i}/\sum_je^{x_j}\f$ (S1). One entry each; equal entries give \f$1/n\f$ rounded once.
Vector softmax(const Vector& x);
/// softmax() of \f$x/T\f$, for a temperature \f$T>0\f$.
Vector softmax(const Vector& x, const Interval& temperature);
/// \f$x_i-\log\sum_je^{x_j}\f$, sharp for the dominant entry too.
Vector log_softmax(const Vector& x);
/// log_softmax() of \f$x/T\f$, for a temperature \f$T>0\f$.
Vector log_softmax(const Vector& x, const Interval& temperature);

/// \f$\log(1+e^t)\f$.
Interval softplus(const Interval& t);
/// \f$1/(1+e^{-t})\f$.
Interval logistic(const Interval& t);

/// \f$-\log(1+e^{-t})\f$.
Interval log_logistic(const Interval& t);
/// \f$\log(p/(1-p))\f$ for \f$0<p<1\f$, sharp where it is near 0 too.
Interval logit(const Interval& p);
/// \f$\log(1-e^x)\f$ for \f$x<0\f$, sharp near 0 and far below.
Interval log1mexp(const Interval& x);
/// \f$\log(e^a-e^b)\f$ for \f$a>b\f$.
Interval logsubexp(const Interval& a, const Interval& b);
/// \f$\log(e^y-1)\f$ for \f$y>0\f$.
Interval softplus_inverse(const Interval& y);

/// \f$\operatorname{diag}(p)-pp^\top\f$ with p = softmax(x) (S1; S3 §1.1), row by row. The diagonal
/// is \f$p_i\f$ times the sum of the other entries of p. Cost: \f$n^2\f$ divisions more.
Vector logsumexp_hessian(const Vector& x);
/// The Hessian times v: \f$p_i(v_i-\langle p,v\rangle)\f$.
/// \throws std::invalid_argument if the sizes of \p x and \p v differ.
Vector logsumexp_hessian_vector(const Vector& x, const Vector& v);

/// The total derivative of softmax at \p x in the given directions, each a vector as long as \p x: up
/// to order 3 by the closed forms of S1, beyond by the coefficients of the reciprocal of the mean of
/// \f$e^{\sum_jt_jh_j}\f$. Constant directions give exactly 0. Cost in order m: \f$n\,2^m+3^m\f$
/// products.
/// \throws std::invalid_argument for a direction of another size.
Vector softmax_derivative(const Vector& x, const std::vector<Vector>& directions);
/// The same of any order m, by another road: as the coefficient of \f$t_1\cdots t_m\f$ in the power
/// series of \f$\operatorname{softmax}(x+\sum_jt_jh_j)\f$. Cost: \f$n\,3^m\f$ products.
/// \throws std::invalid_argument for a direction of another size.
Vector softmax_derivative_by_series(const Vector& x, const std::vector<Vector>& directions);
/// The derivative of logsumexp() of any order, by power series likewise.
/// \throws std::invalid_argument for a direction of another size.
Interval logsumexp_derivative_by_series(const Vector& x, const std::vector<Vector>& directions);

/// The derivative of logsumexp() in the given directions: their joint cumulant under softmax(x), as a
/// polynomial in moments. Exactly 0 if one of several directions is constant.
/// \throws std::invalid_argument for a direction of another size.
Interval logsumexp_derivative(const Vector& x, const std::vector<Vector>& directions);
/// The derivatives of order 1 to \p order of \f$\operatorname{LSE}(x+th)\f$ at \f$t=0\f$: the
/// cumulants of h. Cost: \f$n\f$ times the order, and its square, of products. For no entries empty().
/// \throws std::invalid_argument if the sizes of \p x and \p h differ.
Vector logsumexp_cumulants(const Vector& x, const Vector& h, std::size_t order);
/// The coefficients of \f$1,t,\dots,t^{\mathrm{order}}\f$ in the power series of
/// \f$\operatorname{softmax}(x+th)\f$: n entries for each. Cost: n times the order squared.
/// \throws std::invalid_argument if the sizes of \p x and \p h differ.
Vector softmax_jet(const Vector& x, const Vector& h, std::size_t order);
/// Their sum: Taylor's polynomial of softmax at \p x, evaluated at \f$x+h\f$ (S1).
/// \throws std::invalid_argument if the sizes of \p x and \p h differ.
Vector softmax_taylor(const Vector& x, const Vector& h, std::size_t order);

/// \f$-\sum_ip_i\log p_i\f$ in nats, with \f$0\log0=0\f$; the entries need not sum to 1. Exactly 0
/// for no entries; empty() for an entry that is negative.
Interval entropy(const Vector& p);

}  // namespace softlaw::reference
