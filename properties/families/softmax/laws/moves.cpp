// SPDX-License-Identifier: Apache-2.0
// The family softmax, continued: its gradient and its Lipschitz bounds.
#include <cmath>

#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// The range of the differences of two vectors, \f$\omega = \max_i(x_i-y_i) - \min_i(x_i-y_i)\f$.
Interval range_of_difference(const Vector& x, const Vector& y) {
  const Intervals d = enclose(x) - enclose(y);
  Interval least = d.front(), greatest = d.front();
  for (const Interval& entry : d) {
    least = min(least, entry);
    greatest = max(greatest, entry);
  }
  return greatest - least;
}

/**
\page law_softmax
\law{softmax.gradient} Softmax is the gradient of log-sum-exp

\statement For every \f$i\f$ and \f$t\f$ of either sign,
\f[ t\,\sigma(x)_i \;\le\; \operatorname{LSE}(x + t e_i) - \operatorname{LSE}(x) \;\le\;
t\,\sigma(x + t e_i)_i . \f]

\words The difference quotients of log-sum-exp lie between its partial derivatives at the two ends.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$; \f$x_i + t\f$ is a float.

\sources S1: softmax is differentiated there and is itself a derivative; S2, exercise 6.1, has
the gradient and the convexity.

\derivation \f$\partial_i \log\sum_j e^{x_j} = \sigma(x)_i\f$.  Log-sum-exp is convex, as its second
derivative \f$\operatorname{Var}_{\sigma}(h)\f$ is not negative; so its graph lies above its
tangents at \f$x\f$ and at \f$x + te_i\f$: these are the two inequalities.  They determine
the gradient: divide by \f$t\f$ and let \f$t \to 0\f$ from both sides.  ∎

\proved n ≥ 1

\rounding No step is too small or too large: an inequality that is true needs no limit.

\held The first three entries are moved, one at a time.

\witness \ref fault.softmax-in-base-two: a softmax that is not the gradient of this log-sum-exp.

\evidence{softmax.gradient}
*/
// [softmax.gradient]
Truth difference_between_gradients(const Evaluator& f, const Vector& x, double t) {
  const Interval lse = f(logsumexp, x);
  const Intervals p = f(softmax, x);
  Truth all;
  for (std::size_t i = 0; i < std::min<std::size_t>(x.size(), 3); ++i) {
    Vector moved = x;
    moved[i] += t;  // exact by hypothesis
    const Interval difference = f(logsumexp, moved) - lse;
    all &= less_equal(Interval(t) * p[i], difference) &&
           less_equal(difference, Interval(t) * f(softmax, moved)[i]);
  }
  return all;
}
// [softmax.gradient]
const Law& softmax_gradient = law({.id = "softmax.gradient",
                                   .inputs = vector_and_shift(),
                                   .predicate = check(difference_between_gradients),
                                   .witness = "softmax-in-base-two"});

/**
\page law_softmax
\law{softmax.lipschitz} Softmax moves less than its input

\statement With \f$\omega = \max_i(x_i - y_i) - \min_i(x_i - y_i)\f$,
\f[ \lVert\sigma(x) - \sigma(y)\rVert_1 \le \tfrac12\omega, \qquad
\lVert\sigma(x) - \sigma(y)\rVert_\infty \le \tfrac14\omega . \f]

\hypotheses \f$x, y\f$ finite, of one length \f$n \ge 1\f$.

\sources Not printed; from the first total derivative of S1.

\derivation Let \f$h = x - y\f$ and \f$\mu = \langle\sigma, h\rangle\f$ at a point of the segment.
There \f$\lVert d\sigma\cdot h\rVert_1 = \sum_i \sigma_i|h_i - \mu|\f$, the mean distance to the
mean of a quantity of range \f$\omega\f$.  Half of it comes from the entries above the mean: with
\f$q\f$ their share, \f$q(1-q)(a - b)\f$ for the conditional means \f$a\f$, \f$b\f$ above and below,
and \f$q(1-q) \le \frac14\f$, \f$a - b \le \omega\f$: so it is at most \f$\omega/2\f$.  And
\f$\sigma_i|h_i - \mu| = \sigma_i\bigl|\sum_j \sigma_j(h_i - h_j)\bigr| \le
\sigma_i(1-\sigma_i)\omega \le \omega/4\f$.  Integrate along the segment.  ∎

\proved n ≥ 1

\rounding The two sides are compared as they are; for \f$x\f$ and \f$y\f$ a few ulps apart the left
side is made of roundings alone, which the intervals contain.

\witness \ref fault.softmax-scaled-twice: a softmax steeper by the factor \f$1/\log 2\f$.

\evidence{softmax.lipschitz}
*/
// [softmax.lipschitz]
Truth moves_less(const Evaluator& f, const Vector& x, const Vector& y) {
  const Interval omega = range_of_difference(x, y);
  Interval distance(0), largest(0);
  for (const Interval& difference : f(softmax, x) - f(softmax, y)) {
    distance += abs(difference);
    largest = max(largest, abs(difference));
  }
  return less_equal(distance, omega / 2).as("sum of distances") &&
         less_equal(largest, omega / 4).as("largest distance");
}
// [softmax.lipschitz]
const Law& softmax_lipschitz = law({.id = "softmax.lipschitz",
                                    .inputs = two_vectors(),
                                    .predicate = check(moves_less),
                                    .witness = "softmax-scaled-twice"});

/**
\page law_softmax
\law{softmax.stability} A step of the input changes each probability of softmax by a bounded factor

\statement With \f$\omega\f$ as for \ref softmax.lipschitz,
\f$e^{-\omega} \le \sigma(x)_i/\sigma(y)_i \le e^{\omega}\f$ for every \f$i\f$.

\hypotheses \f$x, y\f$ finite, of one length \f$n \ge 1\f$.

\sources Not printed.  It makes sampling by softmax differentially private.

\derivation \f$\log\sigma(x)_i - \log\sigma(y)_i = (x_i - y_i) - (\operatorname{LSE}(x) -
\operatorname{LSE}(y))\f$.  Both brackets lie between \f$\min_j(x_j - y_j)\f$ and
\f$\max_j(x_j - y_j)\f$, the second by monotony and translation; so they differ by at most
\f$\omega\f$.  ∎

\proved n ≥ 1

\rounding It is a relative statement, and holds for the smallest entries too, until they underflow.

\witness \ref fault.softmax-coarse-differences: an entry far below the maximum moves in large steps.

\evidence{softmax.stability}
*/
// [softmax.stability]
Truth moves_by_a_factor(const Evaluator& f, const Vector& x, const Vector& y) {
  const Interval factor = exp(range_of_difference(x, y));
  const Intervals p = f(softmax, x), q = f(softmax, y);
  return less_equal(p, factor * q) && less_equal(q, factor * p);
}
// [softmax.stability]
const Law& softmax_stability = law({.id = "softmax.stability",
                                    .inputs = two_vectors(),
                                    .predicate = check(moves_by_a_factor),
                                    .witness = "softmax-coarse-differences"});

}  // namespace
}  // namespace softlaw::properties
