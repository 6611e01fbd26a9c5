// SPDX-License-Identifier: Apache-2.0
/**
\page law_divergence Divergence

The distance of log-sum-exp from its tangents measures how the distributions \f$\sigma(x)\f$ and
\f$\sigma(y)\f$ diverge.  Throughout, \f$\operatorname{KL}(p\|q) = \sum_i p_i\log(p_i/q_i)\f$.
*/
#include "families/convexity/laws/divergence.hpp"

#include "families/logsumexp/functions.hpp"
#include "families/logsumexp/inputs/partition_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

Inputs two_short_vectors() { return at_most(12, two_vectors()); }

/// Softmax of a vector and its logarithms, as the subject has them.
struct Point {
  Point(const Evaluator& f, const Vector& x) : p(f(softmax, x)), log_p(f(log_softmax, x)) {}
  Intervals p, log_p;
};

Interval divergence_between(const Point& a, const Point& b) {
  return divergence(a.p, a.log_p, b.log_p);
}

/**
\page law_divergence
\law{divergence.bregman} The excess of log-sum-exp over its tangent is a relative entropy, with its arguments exchanged

\statement
\f[ \operatorname{LSE}(x) - \operatorname{LSE}(y) - \langle\sigma(y), x - y\rangle
    = \operatorname{KL}\bigl(\sigma(y) \,\big\|\, \sigma(x)\bigr) . \f]

\words The Bregman divergence of log-sum-exp from \f$y\f$ to \f$x\f$ is the divergence of Kullback
and Leibler with its arguments exchanged.

\hypotheses \f$x, y\f$ finite, of one length \f$n \le 12\f$.

\sources Not printed.

\derivation \f$\log\sigma(y)_i - \log\sigma(x)_i = (y_i - x_i) - \operatorname{LSE}(y) +
\operatorname{LSE}(x)\f$; take the mean under \f$\sigma(y)\f$. ∎

\proved n ≥ 1

\rounding For \f$x\f$ near \f$y\f$ both sides are small, of second order, while their terms are not:
the intervals are then wider than the value.  Further apart the law binds all three functions.

\witness \ref fault.log-softmax-in-bits: a divergence in bits.

\evidence{divergence.bregman}
*/
// [divergence.bregman]
Truth bregman_is_divergence(const Evaluator& f, const Vector& x, const Vector& y) {
  const Intervals q = f(softmax, y);
  const Interval tangent = f(logsumexp, y) + dot(q, enclose(x) - enclose(y));
  return same(f(logsumexp, x) - tangent, divergence(q, f(log_softmax, y), f(log_softmax, x)));
}
// [divergence.bregman]
const Law& divergence_bregman = law({.id = "divergence.bregman",
                                     .inputs = two_short_vectors(),
                                     .predicate = check(bregman_is_divergence),
                                     .witness = "log-softmax-in-bits"});

/**
\page law_divergence
\law{divergence.symmetrised} Relative entropy in both directions is the change of softmax along the change of its argument

\statement
\f[ \langle\sigma(x) - \sigma(y), x - y\rangle
    = \operatorname{KL}(\sigma(x)\|\sigma(y)) + \operatorname{KL}(\sigma(y)\|\sigma(x)) \ge 0 . \f]

\words Softmax is a monotone operator, and its monotony is measured by a divergence.

\hypotheses \f$x, y\f$ finite, of one length \f$n \le 12\f$.

\sources Not printed.

\derivation \ref divergence.bregman twice, with \f$x\f$ and \f$y\f$ exchanged; log-sum-exp drops
out. ∎

\proved n ≥ 1

\rounding The left side is made of differences of probabilities, the right one of differences of
their logarithms: a probability that has underflowed still has its logarithm.

\witness \ref fault.log-softmax-clipped: probabilities raised to \f$10^{-7}\f$ before their
logarithm is taken.  A fault of softmax alone is not seen here: for any two vectors of one sum in
the place of \f$\sigma(x)\f$ and \f$\sigma(y)\f$ the identity is one about logarithms.

\evidence{divergence.symmetrised}
*/
// [divergence.symmetrised]
Truth symmetrised_divergence(const Evaluator& f, const Vector& x, const Vector& y) {
  const Point a(f, x), b(f, y);
  const Interval moved = dot(a.p - b.p, enclose(x) - enclose(y));
  return same(moved, divergence_between(a, b) + divergence_between(b, a)) &&
         less_equal(0, moved).as("monotone");
}
// [divergence.symmetrised]
const Law& divergence_symmetrised = law({.id = "divergence.symmetrised",
                                         .inputs = two_short_vectors(),
                                         .predicate = check(symmetrised_divergence),
                                         .witness = "log-softmax-clipped"});

/**
\page law_divergence
\law{divergence.three-points} Three relative entropies between softmax distributions and a product of differences

\statement With \f$D(x, y) = \operatorname{KL}(\sigma(y)\|\sigma(x))\f$,
\f[ D(x, w) - D(x, y) - D(y, w) = \langle\sigma(y) - \sigma(w), x - y\rangle . \f]

\words The law of cosines of this geometry; where the product is 0 it is a theorem of Pythagoras,
and it says that projections onto families of distributions behave as they should.

\hypotheses \f$x, y, w\f$ finite, of one length \f$n \le 12\f$.

\sources Not printed.

\derivation By \ref divergence.bregman,
\f$D(x, y) = \operatorname{LSE}(x) - \operatorname{LSE}(y) - \langle\sigma(y), x - y\rangle\f$.  In
the combination on the left every log-sum-exp cancels and
\f$-\langle\sigma(w), x - w\rangle + \langle\sigma(y), x - y\rangle + \langle\sigma(w), y -
w\rangle = \langle\sigma(y) - \sigma(w), x - y\rangle\f$ is left. ∎

\proved n ≥ 1

\rounding As for \ref divergence.bregman.

\witness \ref fault.log-softmax-clipped: logarithms of probabilities that are not there.

\evidence{divergence.three-points}
*/
// [divergence.three-points]
Truth law_of_cosines(const Evaluator& f, const Vector& x, const Vector& y, const Vector& w) {
  const Point a(f, x), b(f, y), c(f, w);
  const Interval left =
      divergence_between(c, a) - divergence_between(b, a) - divergence_between(c, b);
  return same(left, dot(b.p - c.p, enclose(x) - enclose(y)));
}
// [divergence.three-points]
const Law& divergence_three_points = law({.id = "divergence.three-points",
                                          .inputs = three_vectors(),
                                          .predicate = check(law_of_cosines),
                                          .witness = "log-softmax-clipped"});

/**
\page law_divergence
\law{divergence.bounds} Relative entropy between softmax distributions lies between two squares

\statement With \f$\omega\f$ the spread of \f$x - y\f$,
\f[ \tfrac12\lVert\sigma(x) - \sigma(y)\rVert_1^2
    \le \operatorname{KL}(\sigma(x)\|\sigma(y)) \le \tfrac18\omega^2 . \f]

\words The divergence is smooth in the logits: a hundredth of a unit in each of them costs at most
\f$\frac18(0.02)^2\f$.

\hypotheses \f$x, y\f$ finite, of one length \f$n \le 12\f$.

\sources Not printed.

\derivation Below: Pinsker's inequality, proved at \ref duality.gibbs.  Above:
\ref divergence.bregman with \f$x\f$ and \f$y\f$ exchanged, and \ref convexity.tangent. ∎

\proved n ≥ 1

\rounding For \f$x\f$ near \f$y\f$ the divergence is a sum of terms of both signs that nearly
cancel.  Made of rounded probabilities it may come out negative, which no contract forbids.

\witness \ref fault.shares-left-sorted: probabilities in the order of size, beside logarithms that
are in place.

\evidence{divergence.bounds}
*/
// [divergence.bounds]
Truth between_squares(const Evaluator& f, const Vector& x, const Vector& y) {
  const Point a(f, x), b(f, y);
  const Interval kl = divergence_between(a, b);
  return less_equal(sqr(distance(a.p, b.p)) / 2, kl).as("Pinsker") &&
         less_equal(kl, sqr(spread(enclose(x) - enclose(y))) / 8).as("smooth");
}
// [divergence.bounds]
const Law& divergence_bounds = law({.id = "divergence.bounds",
                                    .inputs = two_short_vectors(),
                                    .predicate = check(between_squares),
                                    .witness = "shares-left-sorted"});

/**
\page law_divergence
\law{divergence.path} Softmax integrated along a path is the difference of log-sum-exp

\statement \f$\int_0^1 \langle\sigma(x + th), h\rangle\,dt = \operatorname{LSE}(x + h) -
\operatorname{LSE}(x)\f$.  With \f$g(t) = \langle\sigma(x + th), h\rangle\f$, \f$\omega\f$ the
spread of \f$h\f$ and \f$N\f$ equal steps,
\f[ \frac1N\sum_{k=0}^{N-1} g\bigl(\tfrac kN\bigr) \le \int_0^1 g \le
    \frac1N\sum_{k=1}^{N} g\bigl(\tfrac kN\bigr), \qquad
    \Bigl|\int_0^1 g - T_N\Bigr| \le \frac{\omega^3}{72\sqrt3\,N^2} , \f]
\f$T_N\f$ the mean of the two sums.

\words Softmax is a conservative field, with log-sum-exp for its potential: the integral along a path
depends on its ends alone.

\hypotheses \f$x, h\f$ finite, of one length \f$n \le 12\f$; \f$N = 4\f$, and the points
\f$x + \frac k4h\f$ are vectors of floats.

\sources S2, exercise 6.1 for the gradient; the integral is not printed.

\derivation \f$g = \varphi'\f$ with \f$\varphi(t) = \operatorname{LSE}(x + th)\f$: the fundamental
theorem.  \f$g\f$ increases since \f$\varphi'' = \operatorname{Var}(h) \ge 0\f$, whence the first
two bounds.  The trapezoidal rule errs by \f$\frac{1}{12N^2}|g''(\tau)|\f$ at some \f$\tau\f$, and
\f$g'' = \varphi''' = \kappa_3\f$, the third central moment of \f$h\f$ under \f$\sigma(x + \tau
h)\f$.  It is at most \f$\omega^3/(6\sqrt3)\f$: let \f$c\f$ be \f$h\f$ less its mean, within \f$[-A,
B]\f$, \f$A + B = \omega\f$.  With \f$s = \kappa_2/B\f$, \f$0 \le \mathbb E(B - c)(c + s)^2 =
B\kappa_2 - \kappa_3 - \kappa_2^2/B\f$; and \f$\kappa_2 \le AB\f$ from \f$\mathbb E(B - c)(c + A)
\ge 0\f$.  If \f$A \ge B/2\f$ then \f$\kappa_3 \le B^3/4 \le \frac2{27}\omega^3\f$, as \f$B \le
\frac23\omega\f$; otherwise \f$\kappa_3 \le AB(B - A)\f$, whose greatest value under \f$A + B =
\omega\f$ is \f$\omega^3/(6\sqrt3)\f$.  Exchange \f$h\f$ and \f$-h\f$ for the other sign. ∎

\proved n ≥ 1, N ≥ 1

\rounding The quadrature is exact in its nodes and certified in its error: nothing is sampled at a
point that is not a float.

\witness \ref fault.softmax-scaled-twice: a softmax that is the gradient of another function.

\evidence{divergence.path}
*/
// [divergence.path]
Truth integral_of_gradient(const Evaluator& f, const Vector& x, const Vector& h) {
  const auto g = [&](double t) { return dot(f(softmax, x + t * h), enclose(h)); };
  const Interval inner = g(0.25) + g(0.5) + g(0.75);
  const Interval below = (g(0) + inner) / 4, above = (inner + g(1)) / 4;
  const Interval integral = f(logsumexp, x + h) - f(logsumexp, x);
  const Interval error = pow(spread(h), 3) / (72 * sqrt(Interval(3)) * 16);
  return less_equal(below, integral) && less_equal(integral, above) &&
         less_equal(abs(integral - (below + above) / 2), error).as("trapezoidal rule");
}
// [divergence.path]
const Law& divergence_path = law({.id = "divergence.path",
                                  .inputs = path_in_quarters(),
                                  .predicate = check(integral_of_gradient),
                                  .witness = "softmax-scaled-twice"});

}  // namespace
}  // namespace softlaw::properties
