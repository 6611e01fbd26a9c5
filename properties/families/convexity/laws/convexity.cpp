// SPDX-License-Identifier: Apache-2.0
/**
\page law_convexity Convexity

Log-sum-exp is convex, and its curvature is bounded: along \f$h\f$ it is a variance of the entries
of \f$h\f$, and so between 0 and \f$\omega^2/4\f$ with \f$\omega = \max_i h_i - \min_i h_i\f$. Each
law here is one of the forms that this takes; \ref law_hessian has the curvature itself.
*/
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_convexity
\law{convexity.chord} Log-sum-exp lies below its chords, by a bounded amount

\statement For \f$\theta \in [0, 1]\f$ and \f$\omega\f$ the spread of \f$y - x\f$,
\f[ 0 \le (1-\theta)\operatorname{LSE}(x) + \theta\operatorname{LSE}(y) -
    \operatorname{LSE}\bigl((1-\theta)x + \theta y\bigr)
    \le \theta(1-\theta)\frac{\omega^2}8 . \f]

\hypotheses \f$x, y \in \mathbb R^n\f$ finite, \f$n \ge 1\f$; \f$\theta\f$ is 1/4, 1/2 or 3/4, and
the point between is a vector of floats.

\sources S2, exercise 6.1 asks for convexity and hints at the variance; its solution cites that a
covariance matrix is positive semidefinite.  The upper bound is not in the sources.

\derivation Let \f$\varphi(t) = \operatorname{LSE}(x + t(y - x))\f$. Its second derivative is the
variance of the numbers \f$y_i - x_i\f$ under \f$\sigma(x + t(y-x))\f$; a variance of numbers in an
interval of length \f$\omega\f$ lies between 0 and \f$\omega^2/4\f$ (Popoviciu). So \f$\varphi\f$
and \f$\frac{\omega^2}8 t^2 - \varphi\f$ are convex; Jensen's inequality for both at \f$0\f$,
\f$1\f$ and \f$\theta\f$ is the statement, because
\f$(1-\theta)0^2 + \theta 1^2 - \theta^2 = \theta(1-\theta)\f$. ∎

\proved n ≥ 1, 0 ≤ θ ≤ 1

\rounding A rounded function is not convex: it is a staircase, and near \f$x = y\f$ the three
roundings decide the sign. The law asks whether exact values that the three results may stand for
are in order.

\witness \ref fault.shift-not-added-back: \f$\log\sum_i e^{x_i - m}\f$ alone, which is the
difference of a convex function and the maximum, and has a peak where two entries are tied.

\evidence{convexity.chord}
*/
// [convexity.chord]
Truth under_its_chord(const Evaluator& f, const Vector& x, const Vector& y, double theta) {
  const Interval chord = (1 - theta) * f(logsumexp, x) + theta * f(logsumexp, y);
  const Interval between = f(logsumexp, x + theta * (y - x));
  const Interval most = Interval(theta) * (1 - theta) * sqr(spread(y - x)) / 8;
  return less_equal(between, chord) && less_equal(chord - between, most).as("not far");
}
// [convexity.chord]
const Law& convexity_chord = law({.id = "convexity.chord",
                                  .inputs = chord(),
                                  .predicate = check(under_its_chord),
                                  .witness = "shift-not-added-back"});

/**
\page law_convexity
\law{convexity.strict} Log-sum-exp is strictly convex, except along constants

\statement Let \f$h = y - x\f$ with the mean \f$\bar h\f$, and let \f$r\f$ be the larger of the
spreads of \f$x\f$ and \f$y\f$.  For \f$\theta \in [0, 1]\f$,
\f[ (1-\theta)\operatorname{LSE}(x) + \theta\operatorname{LSE}(y) -
    \operatorname{LSE}\bigl((1-\theta)x + \theta y\bigr)
    \ge \theta(1-\theta)\frac{e^{-r}}{2n}\,\lVert h - \bar h\mathbf 1\rVert_2^2 . \f]
Hence for \f$0 < \theta < 1\f$ there is equality in \ref convexity.chord only if \f$y - x\f$ is
constant, and then there is.

\hypotheses As for \ref convexity.chord.

\sources S2, exercise 6.1 asks for convexity alone.  That it is not strict along
\f$\mathbf 1\f$ is \ref translation.logsumexp.

\derivation Let \f$\varphi(t) = \operatorname{LSE}(x + th)\f$ and \f$p = \sigma(x + th)\f$.  The
spread of \f$x + th\f$ is at most \f$r\f$, a maximum of a convex function of \f$t\f$ at its ends, so
\f$p_i = e^{x_i + th_i}/\sum_j e^{x_j + th_j} \ge e^{-r}/n\f$.  With \f$\mu = \langle p,
h\rangle\f$, \f$\varphi'' = \sum_i p_i(h_i - \mu)^2 \ge \frac{e^{-r}}n\sum_i (h_i - \mu)^2 \ge
\frac{e^{-r}}n\sum_i (h_i - \bar h)^2 = 2C\f$, as the mean makes a sum of squares least.  So
\f$\varphi(t) - Ct^2\f$ is convex; Jensen's inequality for it at \f$0\f$, \f$1\f$ and \f$\theta\f$
is the statement. ∎

\proved n ≥ 1, 0 ≤ θ ≤ 1

\rounding Between vectors of large spread the curvature is exponentially small, and no float shows
it; the law demands no more than the floats can show.

\witness \ref fault.maximum-only: the maximum for log-sum-exp, which has no curvature between its
kinks.

\evidence{convexity.strict}
*/
// [convexity.strict]
Truth strictly_under_its_chord(const Evaluator& f, const Vector& x, const Vector& y, double theta) {
  const Interval chord = (1 - theta) * f(logsumexp, x) + theta * f(logsumexp, y);
  const Interval gap = chord - f(logsumexp, x + theta * (y - x));
  Intervals h = enclose(y) - enclose(x);
  const Interval centre = sum(h) / count(h.size());
  for (Interval& entry : h) entry -= centre;
  const Interval curvature = exp(-max(spread(x), spread(y))) / count(x.size());
  return less_equal(Interval(theta) * (1 - theta) * curvature * norm_squared(h) / 2, gap);
}
// [convexity.strict]
const Law& convexity_strict = law({.id = "convexity.strict",
                                   .inputs = chord(),
                                   .predicate = check(strictly_under_its_chord),
                                   .witness = "maximum-only"});

/**
\page law_convexity
\law{convexity.tangent} Log-sum-exp lies above its tangents, by a bounded amount

\statement With \f$h = y - x\f$ and \f$\omega\f$ its spread,
\f[ \lVert\sigma(y) - \sigma(x)\rVert_2^2
    \le \operatorname{LSE}(y) - \operatorname{LSE}(x) - \langle\sigma(x), h\rangle
    \le \frac{\omega^2}8 . \f]

\words The tangent at \f$x\f$ has softmax for its slope; log-sum-exp exceeds it by at least the square
of the change of softmax.

\hypotheses \f$x, y \in \mathbb R^n\f$ finite, \f$n \ge 1\f$.

\sources S2, exercise 6.1: the first derivative is softmax.  The bounds are not in the sources; the
upper one is Hoeffding's lemma, since \f$\operatorname{LSE}(x+h) - \operatorname{LSE}(x)\f$ is the
logarithm of the expectation of \f$e^{h_i}\f$ under \f$\sigma(x)\f$.

\derivation Above: Taylor's theorem with the second derivative \f$\le \omega^2/4\f$, as for
\ref convexity.chord.  Below: \f$\phi(z) = \operatorname{LSE}(z) - \langle\sigma(x), z\rangle\f$ is
convex with \f$\nabla\phi(x) = 0\f$, hence least at \f$x\f$, and its Hessian has no eigenvalue above
1/2 (\ref hessian.spectrum).  With \f$d = \nabla\phi(y) = \sigma(y) - \sigma(x)\f$, a step of 2
against the gradient gives
\f$\phi(x) \le \phi(y - 2d) \le \phi(y) - 2\lVert d\rVert^2 + \frac12\cdot\frac12\lVert 2d\rVert^2
= \phi(y) - \lVert d\rVert^2\f$. ∎

\proved n ≥ 1

\rounding Two functions meet here, and with \f$y\f$ near to \f$x\f$ the law holds softmax to being
the slope of log-sum-exp; the contracts of both enter.

\witness \ref fault.tail-not-normalised: softmax by pairs, whose odd entry at the end is not divided
by the sum.

\evidence{convexity.tangent}
*/
// [convexity.tangent]
Truth above_its_tangent(const Evaluator& f, const Vector& x, const Vector& y) {
  const Intervals h = enclose(y) - enclose(x);
  const Interval rise = f(logsumexp, y) - f(logsumexp, x) - dot(f(softmax, x), h);
  return less_equal(norm_squared(f(softmax, y) - f(softmax, x)), rise) &&
         less_equal(rise, sqr(spread(h)) / 8).as("not far");
}
// [convexity.tangent]
const Law& convexity_tangent = law({.id = "convexity.tangent",
                                    .inputs = two_vectors(),
                                    .predicate = check(above_its_tangent),
                                    .witness = "tail-not-normalised"});

/**
\page law_convexity
\law{convexity.monotone} Softmax is monotone as a map of vectors

\statement With \f$\omega\f$ the spread of \f$x - y\f$,
\f[ 0 \le 2\,\lVert\sigma(x) - \sigma(y)\rVert_2^2 \le \langle\sigma(x) - \sigma(y), x - y\rangle
    \le \frac{\omega^2}4 . \f]

\words Softmax is a monotone map, and more: it is cocoercive, and thereby 1/2-Lipschitz in the
Euclidean norm.

\hypotheses \f$x, y \in \mathbb R^n\f$ finite, \f$n \ge 1\f$.

\sources In none of the four.

\derivation Add \ref convexity.tangent to itself with \f$x\f$ and \f$y\f$ exchanged: log-sum-exp
drops out, and
\f$-\langle\sigma(x), y - x\rangle - \langle\sigma(y), x - y\rangle = \langle\sigma(x) - \sigma(y),
x - y\rangle\f$.
With the inequality of Cauchy and Schwarz,
\f$2\lVert\sigma(x) - \sigma(y)\rVert \le \lVert x - y\rVert\f$. ∎

\proved n ≥ 1

\rounding Near \f$x = y\f$ the difference of two roundings is as large as that of the exact values,
and the law is decided by the contract; further apart it is not.

\witness \ref fault.shares-left-sorted: probabilities in the order of size instead of that of the
entries.

\evidence{convexity.monotone}
*/
// [convexity.monotone]
Truth softmax_moves_along(const Evaluator& f, const Vector& x, const Vector& y) {
  const Intervals moved = f(softmax, x) - f(softmax, y), h = enclose(x) - enclose(y);
  return less_equal(2 * norm_squared(moved), dot(moved, h)) &&
         less_equal(dot(moved, h), sqr(spread(h)) / 4).as("not far");
}
// [convexity.monotone]
const Law& convexity_monotone = law({.id = "convexity.monotone",
                                     .inputs = two_vectors(),
                                     .predicate = check(softmax_moves_along),
                                     .witness = "shares-left-sorted"});

}  // namespace
}  // namespace softlaw::properties
