// SPDX-License-Identifier: Apache-2.0
// The family derivatives, continued: how large they are, and Taylor's formula.
#include "families/derivatives/functions.hpp"
#include "families/derivatives/laws/derivative_bounds.hpp"
#include "families/softmax/functions.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_derivatives
\law{derivatives.bounds} The derivatives of softmax are bounded by powers of the range

\statement With \f$\omega = \max_i h_i - \min_i h_i\f$, at every \f$x\f$,
\f[ \lVert d\sigma\cdot h\rVert_1 \le \tfrac12\omega, \qquad
\lVert d^2\sigma\cdot(h,h)\rVert_1 \le \tfrac12\omega^2, \qquad
\lVert d^3\sigma\cdot(h,h,h)\rVert_1 \le C_3\,\omega^3, \qquad
\lVert d^4\sigma\cdot(h,h,h,h)\rVert_1 \le C_4\,\omega^4 \f]
with \f$C_3 = \frac12 + \frac1{6\sqrt3} < 0.5963\f$ and \f$C_4 = \frac{37}{48} + \frac1{3\sqrt3} <
0.9633\f$.

\hypotheses \f$x, h\f$ finite, of one length from 1 to 6.

\sources Not printed; from the formulas of S1.  They bound the error of its Taylor polynomials.

\derivation Let \f$c = h - \langle\sigma,h\rangle\f$, and \f$\mathbb E\f$ the mean under
\f$\sigma(x)\f$.  Then \f$\mathbb E c = 0\f$, and \f$c\f$ lies in some \f$[-A, B]\f$ with
\f$A + B = \omega\f$.  For a convex \f$\varphi\f$, \f$\mathbb E\varphi(c)\f$ is at most that of the
law on \f$\{-A, B\}\f$ with mean 0, whose masses are \f$B/\omega\f$ and \f$A/\omega\f$ (bound
\f$\varphi\f$ by its chord).  With \f$q = AB/\omega^2 \le \frac14\f$ this gives
\f$\mathbb E|c| \le 2q\omega \le \frac12\omega\f$, \f$\kappa_2 = \mathbb E c^2 \le q\omega^2 \le
\frac14\omega^2\f$, \f$\mathbb E|c|^3 \le q(1-2q)\omega^3 \le \frac18\omega^3\f$,
\f$\mathbb E c^4 \le q(1-3q)\omega^4 \le \frac1{12}\omega^4\f$.
So \f$\lVert\sigma\odot c\rVert_1 = \mathbb E|c| \le \frac12\omega\f$;
\f$\lVert\sigma\odot(c^2-\kappa_2)\rVert_1 = \mathbb E|c^2 - \kappa_2| \le 2\kappa_2 \le
\frac12\omega^2\f$; with \f$|\kappa_3| \le \frac1{6\sqrt3}\omega^3\f$ from \ref
cumulants.third-bound, \f$\mathbb E|c^3 - 3\kappa_2c - \kappa_3| \le (\frac18 + \frac38 +
\frac1{6\sqrt3})\omega^3\f$; and with \f$|\kappa_4| \le \frac18\omega^4\f$ from \ref
cumulants.fourth-bound, \f$\mathbb E|c^4 - 6\kappa_2c^2 - 4\kappa_3c + 3\kappa_2^2 - \kappa_4| \le
(\frac1{12} + \frac6{16} + \frac2{6\sqrt3} + \frac3{16} + \frac18)\omega^4\f$.  (These are the
sums of \ref derivatives.set-partitions along one line.)  ∎

\proved n ≥ 1

\rounding The first bound is attained, at \f$p = (\frac12,\frac12)\f$; a result there may exceed it
by its rounding, which its interval contains.

\witness \ref fault.derivative-forgets-mean: \f$\sigma\odot h\f$ grows with a constant in \f$h\f$.

\evidence{derivatives.bounds}
*/
// [derivatives.bounds]
Truth bounded_by_range(const Evaluator& f, const Vector& x, const Vector& h) {
  const Interval omega = spread(h);
  Truth all;
  for (std::size_t k = 1; k <= 4; ++k) {
    const Intervals derivative = f(softmax_derivative, x, std::vector<Vector>(k, h));
    all &=
        less_equal(norm(derivative), derivative_bound(k, omega)).as("order " + std::to_string(k));
  }
  return all;
}
// [derivatives.bounds]
const Law& derivatives_bounds = law({.id = "derivatives.bounds",
                                     .inputs = at_most(6, vector_and_directions(1)),
                                     .predicate = check(bounded_by_range),
                                     .witness = "derivative-forgets-mean"});

/**
\page law_derivatives
\law{derivatives.taylor} Taylor polynomials of softmax of orders 1 to 3, and their errors

\statement With \f$h = y - x\f$ and \f$\omega = \max_i h_i - \min_i h_i\f$,
\f[ \bigl\lVert\sigma(y) - \sigma(x) - d\sigma\cdot h\bigr\rVert_1 \le \tfrac14\omega^2, \qquad
\bigl\lVert\sigma(y) - \sigma(x) - d\sigma\cdot h - \tfrac12 d^2\sigma\cdot(h,h)\bigr\rVert_1 \le
\tfrac1{10}\omega^3 , \f]
with the derivatives taken at \f$x\f$.

\hypotheses \f$x, y\f$ finite, of one length from 1 to 20, \f$y - x\f$ exact.

\sources S1, the Taylor approximations of orders 1 and 2, where \f$\odot\f$ must stand for a dot
that is printed: see \ref erratum.taylor-inner-product.

\derivation Taylor's formula along the segment with the integral remainder
\f$\int_0^1 \frac{(1-t)^{k}}{k!} d^{k+1}\sigma(x+th)\cdot[h]^{k+1}\,dt\f$, and
\ref derivatives.bounds at every point of it: \f$\frac12\cdot\frac12\omega^2\f$ and
\f$\frac16\cdot0.5963\,\omega^3\f$.  Any order: \ref derivatives.remainder.  ∎

\proved n ≥ 1

\rounding For large \f$\omega\f$ the statement is weak, for small \f$\omega\f$ the left side
consists of the roundings of three results.

\witness \ref fault.derivative-forgets-mean: then the polynomial does not even sum to 1.

\evidence{derivatives.taylor}
*/
// [derivatives.taylor]
Truth taylor(const Evaluator& f, const Vector& x, const Vector& y) {
  const Vector h = y - x;
  const Interval omega = spread(h);
  const Intervals first = f(softmax, y) - f(softmax, x) - f(softmax_derivative, x, {h});
  const Intervals second = first - Interval(0.5) * f(softmax_derivative, x, {h, h});
  return less_equal(norm(first), pow(omega, 2) / 4).as("first order") &&
         less_equal(norm(second), pow(omega, 3) / 10).as("second order");
}
// [derivatives.taylor]
const Law& derivatives_taylor = law({.id = "derivatives.taylor",
                                     .inputs = at_most(20, two_vectors_exact_difference()),
                                     .predicate = check(taylor),
                                     .witness = "derivative-forgets-mean"});

/**
\page law_derivatives
\erratum{erratum.taylor-inner-product} In the Taylor polynomial of softmax a dot is printed for the componentwise product

\printed The first approximation reads \f$\sigma(x+h) \approx \sigma(x) + \sigma(x)\cdot h -
\langle\sigma(x),h\rangle\sigma(x)\f$.  Those of order 2 and 3 begin with the same three terms, so the
slip stands in three formulas; the coefficients of their further terms are right.

\sources S1, Taylor series approximations: first, second and third order.

\weight notation: in the derivatives of S1 the product is \f$\odot\f$, and a dot applies a linear
map.  But it is a formula to be copied into code, where the dot of two vectors is their inner
product, a number added to every entry.

\counterexample \f$x = (0, 1)\f$, \f$h = (\frac18, -\frac14)\f$: then \f$\omega = \frac38\f$, and
the first-order error must be at most \f$\omega^2/4 = 0.0352\f$; with the inner product it is
\f$0.228\f$, and the entries sum to \f$0.85\f$.

\correction \f$\sigma(x) + \sigma(x)\odot h - \langle\sigma(x),h\rangle\sigma(x)\f$, and the same
in the other two: \ref derivatives.taylor-polynomial.

\derivation \ref derivatives.taylor for the error of order 1, \ref derivatives.remainder for all.
With \f$c = \langle\sigma,h\rangle\f$ added to every entry, in place of \f$\sigma\odot h\f$ with the
sum \f$c\f$, the entries sum to \f$1 + (n-1)c\f$; those of every Taylor polynomial sum to 1.

\evidence{erratum.taylor-inner-product}
*/
// [erratum.taylor-inner-product]
Truth taylor_with_inner_product(const Evaluator& f, const Vector& x, const Vector& h) {
  const Intervals p = f(softmax, x);
  const Interval inner = dot(p, enclose(h));
  const Intervals added(x.size(), inner);
  const Intervals slip = added - times(p, enclose(h));
  Truth all;
  for (std::size_t m = 1; m <= 3; ++m) {
    const Intervals printed = f(softmax_taylor, x, h, static_cast<std::int64_t>(m)) + slip;
    const Interval bound = derivative_bound(m + 1, spread(h)) / factorial(m + 1);
    all &= less_equal(norm(f(softmax, x + h) - printed), bound).as("order " + std::to_string(m));
  }
  return all;
}
// [erratum.taylor-inner-product]
const Erratum& taylor_inner_product =
    erratum({.id = "erratum.taylor-inner-product",
             .parameters = {{"x", Kind::vector}, {"h", Kind::vector}},
             .printed = check(taylor_with_inner_product),
             .counterexample = "binary64; 0,1; 0.125,-0.25",
             .corrected_by = "derivatives.taylor"});

/**
\page law_derivatives
\erratum{erratum.softmax-of-one-number} The softmax of one number is one

\printed \f$\partial_{o_j} l(y,\hat y) = \operatorname{softmax}(o_j) - y_j\f$, with
\f$p_j = \operatorname{softmax}(o_j)\f$ in the second derivative.

\sources S3 §1.1.

\weight notation: softmax is a map of the whole vector, and its argument is not \f$o_j\f$; the
Hessian that follows is right.  As printed, with a softmax that takes any vector, every \f$p_j\f$
is 1.

\counterexample \f$o = (0, 0)\f$: \f$\operatorname{softmax}(o_1) = 1\f$, but \f$p_1 = \frac12\f$.

\correction \f$p_j = \operatorname{softmax}(o)_j\f$ and \f$\partial_{o_j} l = p_j - y_j\f$, for
\f$\sum_j y_j = 1\f$.

\derivation \f$l = \operatorname{LSE}(o) - \langle y, o\rangle\f$, whose gradient is
\f$\sigma(o) - y\f$: \ref softmax.gradient.

\evidence{erratum.softmax-of-one-number}
*/
// [erratum.softmax-of-one-number]
Truth softmax_of_each_number(const Evaluator& f, const Vector& o) {
  const Intervals p = f(softmax, o);
  Truth all;
  for (std::size_t j = 0; j < o.size(); ++j) all &= same(f(softmax, {o[j]}).front(), p[j]);
  return all;
}
// [erratum.softmax-of-one-number]
const Erratum& softmax_of_one_number = erratum({.id = "erratum.softmax-of-one-number",
                                                .parameters = {{"o", Kind::vector}},
                                                .printed = check(softmax_of_each_number),
                                                .counterexample = "binary64; 0,0",
                                                .corrected_by = "softmax.gradient"});

}  // namespace
}  // namespace softlaw::properties
