// SPDX-License-Identifier: Apache-2.0
/**
\page law_stability Stability

The change of the functions with their arguments: log-sum-exp moves by at most as much as its argument,
softmax by at most half of that.  Laws on softmax in other norms are \ref softmax.lipschitz,
\ref softmax.stability and \ref convexity.monotone.
*/
#include <algorithm>

#include "families/logsumexp/functions.hpp"
#include "families/logsumexp/inputs/partition_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// The least and the greatest of the differences of two vectors of floats.
struct Extremes {
  Extremes(const Vector& x, const Vector& y) : least(Interval(x[0]) - Interval(y[0])) {
    most = least;
    for (const Interval& entry : enclose(x) - enclose(y)) {
      least = min(least, entry);
      most = max(most, entry);
    }
  }
  Interval least, most;
};

/**
\page law_stability
\law{stability.logsumexp} Log-sum-exp moves by an amount between the least and the greatest step of an entry

\statement
\f[ \min_i (x_i - y_i) \le \operatorname{LSE}(x) - \operatorname{LSE}(y) \le \max_i (x_i - y_i) .
\f]
In particular \f$|\operatorname{LSE}(x) - \operatorname{LSE}(y)| \le \lVert x - y\rVert_\infty\f$.
Both bounds are attained when all entries move alike.

\hypotheses \f$x, y\f$ finite, of one length \f$n \ge 1\f$.

\sources Not printed.

\derivation With \f$d = \max_i(x_i - y_i)\f$, \f$e^{x_i} \le e^d e^{y_i}\f$; sum, and take
logarithms. Exchange \f$x\f$ and \f$y\f$ for the lower bound. ∎

\proved n ≥ 1

\rounding For \f$x - y\f$ constant the law is \ref translation.logsumexp; in general it binds two
results to an interval, of the length of the spread of \f$x - y\f$.

\witness \ref fault.padded-with-zero: zeros that are put in do not move along.

\evidence{stability.logsumexp}
*/
// [stability.logsumexp]
Truth moves_no_more(const Evaluator& f, const Vector& x, const Vector& y) {
  const Extremes step(x, y);
  const Interval moved = f(logsumexp, x) - f(logsumexp, y);
  return less_equal(step.least, moved) && less_equal(moved, step.most);
}
// [stability.logsumexp]
const Law& stability_logsumexp = law({.id = "stability.logsumexp",
                                      .inputs = two_vectors(),
                                      .predicate = check(moves_no_more),
                                      .witness = "padded-with-zero"});

/**
\page law_stability
\law{stability.monotone} Log-sum-exp increases in every entry

\statement If \f$x \le y\f$ in every entry, and \f$x \ne y\f$, then
\f$\operatorname{LSE}(x) < \operatorname{LSE}(y)\f$ and
\f$\operatorname{softmin}(x) < \operatorname{softmin}(y)\f$.

\hypotheses \f$x \le y\f$ finite, of one length \f$1 \le n \le 12\f$.

\sources Not printed; S2, exercise 6.1 has the gradient, which is positive.

\derivation \f$\sum_i e^{x_i} < \sum_i e^{y_i}\f$, since no term decreases and one increases; the
logarithm increases.  For soft-min, \f$-y \le -x\f$. ∎

\proved n ≥ 1, x ≤ y, x ≠ y

\rounding Rounding is monotone, so a correctly rounded result never decreases; but it may stay,
because an entry far below the maximum changes nothing that a float can show.

\held With \f$\operatorname{LSE}(x) \le \operatorname{LSE}(y)\f$ when \f$x = y\f$.

\witness \ref fault.shift-not-added-back: the excess alone, which falls when the maximum rises.

\evidence{stability.monotone}
*/
// [stability.monotone]
Truth increases(const Evaluator& f, const Vector& x, const Vector& y) {
  if (x == y) return same(f(logsumexp, x), f(logsumexp, y));
  return less(f(logsumexp, x), f(logsumexp, y)).as("logsumexp") &&
         less(f(softmin, x), f(softmin, y)).as("softmin");
}
// [stability.monotone]
const Law& stability_monotone = law({.id = "stability.monotone",
                                     .inputs = two_vectors_in_order(),
                                     .predicate = check(increases),
                                     .witness = "shift-not-added-back"});

/**
\page law_stability
\law{stability.euclidean} Softmax moves at most half as far as its argument, in the Euclidean norm

\statement With \f$h = x - y\f$ and \f$\bar h\f$ its mean,
\f[ \lVert\sigma(x) - \sigma(y)\rVert_2 \le \tfrac12\lVert h - \bar h\mathbf 1\rVert_2 \le
    \tfrac12\lVert x - y\rVert_2 . \f]

\hypotheses \f$x, y\f$ finite, of one length \f$1 \le n \le 12\f$.

\sources Not printed.

\derivation \f$\sigma(x) - \sigma(y) = \int_0^1 H(y + th)h\,dt\f$, with the Hessian \f$H\f$ of
log-sum-exp, symmetric with eigenvalues in \f$[0, \frac12]\f$ (\ref hessian.spectrum):
\f$\lVert Hh\rVert \le \frac12\lVert h\rVert\f$.  Constants may be taken off \f$h\f$ since
\f$H\mathbf 1 = 0\f$.  The constant is the best: near \f$x = y = (0, 0)\f$ it is attained in the
limit, for \f$h = (1, -1)\f$. ∎

\proved n ≥ 1

\rounding A step by one ulp of a large entry may move a probability by more than its ulp; this law
says by how much.

\witness \ref fault.softmax-scaled-twice: a softmax steeper by the factor \f$1/\log 2\f$.

\evidence{stability.euclidean}
*/
// [stability.euclidean]
Truth moves_half_as_far(const Evaluator& f, const Vector& x, const Vector& y) {
  Intervals h = enclose(x) - enclose(y);
  const Interval centre = sum(h) / count(h.size());
  for (Interval& entry : h) entry -= centre;
  return less_equal(norm_squared(f(softmax, x) - f(softmax, y)), norm_squared(h) / 4);
}
// [stability.euclidean]
const Law& stability_euclidean = law({.id = "stability.euclidean",
                                      .inputs = at_most(12, two_vectors()),
                                      .predicate = check(moves_half_as_far),
                                      .witness = "softmax-scaled-twice"});

/**
\page law_stability
\law{stability.log-softmax} Log-softmax moves by at most the spread of the step

\statement With \f$h = x - y\f$, for every \f$i\f$,
\f[ h_i - \max_j h_j \le \log\sigma(x)_i - \log\sigma(y)_i \le h_i - \min_j h_j . \f]
In particular \f$\lVert\log\sigma(x) - \log\sigma(y)\rVert_\infty \le \max h - \min h \le
2\lVert x - y\rVert_\infty\f$.

\hypotheses \f$x, y\f$ finite, of one length \f$1 \le n \le 12\f$.

\sources Not printed.

\derivation \f$\log\sigma(x)_i - \log\sigma(y)_i = h_i - (\operatorname{LSE}(x) -
\operatorname{LSE}(y))\f$; put in \ref stability.logsumexp. ∎

\proved n ≥ 1

\rounding The law is one about relative changes of probabilities, down to those that have
underflowed.

\witness \ref fault.log-softmax-in-bits: logarithms to base 2 move by \f$1/\log 2\f$ times as much.

\evidence{stability.log-softmax}
*/
// [stability.log-softmax]
Truth logarithms_move_no_more(const Evaluator& f, const Vector& x, const Vector& y) {
  const Extremes step(x, y);
  const Intervals moved = f(log_softmax, x) - f(log_softmax, y);
  Truth all;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Interval h = Interval(x[i]) - Interval(y[i]);
    all &= less_equal(h - step.most, moved[i]) && less_equal(moved[i], h - step.least);
  }
  return all;
}
// [stability.log-softmax]
const Law& stability_log_softmax = law({.id = "stability.log-softmax",
                                        .inputs = at_most(12, two_vectors()),
                                        .predicate = check(logarithms_move_no_more),
                                        .witness = "log-softmax-in-bits"});

}  // namespace
}  // namespace softlaw::properties
