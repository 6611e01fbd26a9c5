// SPDX-License-Identifier: Apache-2.0
// The family derivatives, continued: Taylor polynomials of every order.
#include <cmath>

#include "families/derivatives/functions.hpp"
#include "families/derivatives/inputs/line_inputs.hpp"
#include "families/derivatives/laws/derivative_bounds.hpp"
#include "families/softmax/functions.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_derivatives
\law{derivatives.taylor-polynomial} The Taylor polynomial of softmax, and the sum of its entries

\statement The Taylor polynomial of order \f$m\f$ at \f$x\f$, evaluated at \f$x + h\f$, is
\f$T_m = \sum_{k\le m}\frac1{k!}d^k\sigma(x)\cdot(h,\dots,h)\f$, with \f$d^0\sigma = \sigma\f$: the sum
of the coefficients of the power series along \f$h\f$ up to order \f$m\f$. Its entries sum to 1. With
\f$\langle\cdot\rangle = \langle\sigma,\cdot\rangle\f$ and products by entries,
\f[ \begin{aligned} T_1 &= \sigma + \sigma h - \langle h\rangle\sigma , \\
T_2 &= T_1 + \tfrac12\sigma h^2 - \langle h\rangle\sigma h - \tfrac12\langle h^2\rangle\sigma +
\langle h\rangle^2\sigma , \\
T_3 &= T_2 + \tfrac16\sigma h^3 + \langle h\rangle^2\sigma h - \tfrac12\langle h\rangle\sigma h^2 -
\tfrac12\langle h^2\rangle\sigma h - \tfrac16\langle h^3\rangle\sigma + \langle h^2\rangle\langle
h\rangle\sigma - \langle h\rangle^3\sigma . \end{aligned} \f]

\hypotheses \f$x, h\f$ finite, of one length from 1 to 4; \f$m \le 6\f$.

\sources S1, Taylor series approximations: the definition and the three approximations, with
\f$\sigma h\f$ for the printed dot, see \ref erratum.taylor-inner-product. The sum is not printed.

\derivation \ref derivatives.jet for the sum of coefficients; the diagonals of \ref
derivatives.expanded-2 and \ref derivatives.expanded-3, divided by 2 and by 6. The entries of
\f$\sigma\f$ sum to 1, those of every derivative to 0: \ref derivatives.sum-to-zero.  ∎

\rounding The polynomial may leave \f$[0, 1]\f$, and its terms may be far larger than 1.

\witness \ref fault.taylor-with-inner-product: the dot read as an inner product.

\evidence{derivatives.taylor-polynomial}
*/
// [derivatives.taylor-polynomial]
Truth taylor_polynomial(const Evaluator& f, const Vector& x, const Vector& direction,
                        const std::int64_t& order) {
  const std::size_t n = x.size();
  const Intervals T = f(softmax_taylor, x, direction, order);
  const Intervals jet = f(softmax_jet, x, direction, order);
  Intervals coefficients = row_of(jet, 0, n);
  for (std::size_t k = 1; k <= static_cast<std::size_t>(order); ++k) {
    coefficients = coefficients + row_of(jet, k, n);
  }
  Truth all = same(T, coefficients).as("sum of the jet") && same(sum(T), 1).as("entries' sum");

  const Intervals s = f(softmax, x), h = enclose(direction);
  const Intervals s1 = times(s, h), s2 = times(s1, h), s3 = times(s2, h);
  const Interval m1 = sum(s1), m2 = sum(s2), m3 = sum(s3), half = Interval(1) / 2,
                 sixth = Interval(1) / 6;
  Intervals printed = s;
  if (order >= 1) printed = printed + s1 - m1 * s;
  if (order >= 2) printed = printed + half * s2 - m1 * s1 - half * m2 * s + sqr(m1) * s;
  if (order == 3) {
    printed = printed + sixth * s3 + sqr(m1) * s1 - half * m1 * s2 - half * m2 * s1 -
              sixth * m3 * s + m2 * m1 * s - pow(m1, 3) * s;
  }
  return order > 3 ? all : all && same(T, printed).as("printed");
}
// [derivatives.taylor-polynomial]
const Law& derivatives_taylor_polynomial = law({.id = "derivatives.taylor-polynomial",
                                                .inputs = line_and_order(6),
                                                .predicate = check(taylor_polynomial),
                                                .witness = "taylor-with-inner-product"});

/**
\page law_derivatives
\law{derivatives.remainder} The error of a Taylor polynomial of softmax of any order

\statement With \f$h = y - x\f$, \f$\omega = \max h - \min h\f$ and \f$T_m\f$ the Taylor polynomial of
order \f$m\f$ at \f$x\f$, evaluated at \f$y\f$, at every \f$x\f$
\f[ \lVert\sigma(y) - T_m\rVert_1 \le \frac{C_{m+1}}{(m+1)!}\,\omega^{m+1} , \f]
where \f$C_k\omega^k\f$ is the bound on a derivative of order \f$k\f$: that of \ref derivatives.bounds
for \f$k \le 4\f$ and \f$k!\f$ times that of \ref derivatives.radius beyond. So it is at most
\f$\frac12\omega\f$, \f$\frac14\omega^2\f$, \f$\frac1{10}\omega^3\f$, \f$0.0402\,\omega^4\f$ for \f$m =
0, 1, 2, 3\f$, and the polynomials converge to softmax where \f$\omega < \pi\f$.

\hypotheses \f$x, h\f$ small dyadics of one length from 1 to 4; \f$m = 0,
1, 2, 3, 8\f$.

\sources S1 calls the approximations useful. They are where \f$\omega\f$ is small: at \f$x = (0,0)\f$,
\f$h = (4,-4)\f$ those of order 1, 2 and 3 have the first entries 2.5, 2.5 and −8.17, and softmax
0.9997.

\derivation Taylor's formula along the segment has the remainder \f$\int_0^1\frac{(1-t)^m}{m!}
D_{m+1}(x+th)\,dt\f$, where \f$\lVert D_{m+1}\rVert_1 \le C_{m+1}\omega^{m+1}\f$ at every point and the
weight has the integral \f$1/(m+1)!\f$. For \f$k \ge 5\f$ the bound on \f$D_k/k!\f$ is Cauchy's: the
circle about \f$x + th\f$ lies where softmax is analytic even if \f$\omega \ge \pi\f$ and the series at
\f$x\f$ diverges.  ∎

\rounding For small \f$\omega\f$ the left side consists of the roundings of two results.

\witness \ref fault.taylor-one-order-short: the last term is left out.

\evidence{derivatives.remainder}
*/
// [derivatives.remainder]
Truth remainder_bounded(const Evaluator& f, const Vector& x, const Vector& h) {
  const Intervals exact = f(softmax, x + h);
  const Interval omega = spread(h);
  Truth all;
  for (const std::size_t m : {0U, 1U, 2U, 3U, 8U}) {
    const Intervals error = exact - f(softmax_taylor, x, h, static_cast<std::int64_t>(m));
    all &= less_equal(norm(error), derivative_bound(m + 1, omega) / factorial(m + 1))
               .as("order " + std::to_string(m));
  }
  return all;
}
// [derivatives.remainder]
const Law& derivatives_remainder = law({.id = "derivatives.remainder",
                                        .inputs = halved_line(),
                                        .predicate = check(remainder_bounded),
                                        .witness = "taylor-one-order-short"});

/**
\page law_derivatives
\law{derivatives.rate} The error of a Taylor polynomial of softmax decreases like its first omitted term

\statement Let \f$R_m(h) = \sigma(x+h) - T_m\f$, and \f$a_{m+1}\f$ the first coefficient that \f$T_m\f$
lacks. For \f$j = 0, 3\f$ and \f$m \le 3\f$,
\f[ \bigl\lVert 2^{j(m+1)}R_m(2^{-j}h) - a_{m+1}\bigr\rVert_1 \le
2^{-j}\,\frac{C_{m+2}}{(m+2)!}\,\omega^{m+2} , \f]
with \f$C\f$ as in \ref derivatives.remainder: halving \f$h\f$ divides the error by \f$2^{m+1}\f$, up
to terms that halve.

\hypotheses \f$x, h\f$ small dyadics of one length from 1 to 4, \f$x + 2^{-j}h\f$ exact.

\sources S1, where "approximation of order p" is meant so.

\derivation \f$T_{m+1}\f$ along \f$2^{-j}h\f$ is \f$T_m\f$ along \f$2^{-j}h\f$ plus
\f$2^{-j(m+1)}a_{m+1}\f$. So the left side is \f$2^{j(m+1)}\lVert R_{m+1}(2^{-j}h)\rVert_1\f$: apply
\ref derivatives.remainder with \f$m+1\f$ and the range \f$2^{-j}\omega\f$.  ∎

\rounding The factor \f$2^{j(m+1)} \le 2^{12}\f$ magnifies the roundings of the results; their
intervals grow with it.

\witness \ref fault.taylor-one-order-short: then the error falls one order more slowly.

\evidence{derivatives.rate}
*/
// [derivatives.rate]
Truth falls_like_first_missing_term(const Evaluator& f, const Vector& x, const Vector& h) {
  const Interval omega = spread(h);
  const Intervals jet = f(softmax_jet, x, h, 4);
  Truth all;
  for (const int j : {0, 3}) {
    const Interval part = Interval::power_of_two(-j);
    const Vector step = std::ldexp(1.0, -j) * h;
    const Intervals exact = f(softmax, x + step);
    for (std::size_t m = 0; m <= 3; ++m) {
      const Intervals R = exact - f(softmax_taylor, x, step, static_cast<std::int64_t>(m));
      const Interval scale = Interval::power_of_two(static_cast<long>(m + 1) * j);
      const Intervals rest = scale * R - row_of(jet, m + 1, x.size());
      all &= less_equal(norm(rest), part * derivative_bound(m + 2, omega) / factorial(m + 2));
    }
  }
  return all;
}
// [derivatives.rate]
const Law& derivatives_rate = law({.id = "derivatives.rate",
                                   .inputs = halved_line(),
                                   .predicate = check(falls_like_first_missing_term),
                                   .witness = "taylor-one-order-short"});

}  // namespace
}  // namespace softlaw::properties
