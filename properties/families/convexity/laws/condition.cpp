// SPDX-License-Identifier: Apache-2.0
/**
\page law_condition Condition

The effect of uncertain entries, whatever the algorithm: the condition numbers, which the laws
state for steps of any size, and with the steps at which they are attained.
*/
#include <algorithm>
#include <cmath>

#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

Inputs vector_and_step(std::size_t at_least_entries) {
  return where(with_lengths(
                   vector_and_shift(), std::to_string(at_least_entries) + " <= n <= 8",
                   [=](Vector& v) {
                     v.resize(std::clamp<std::size_t>(v.size(), at_least_entries, 8), v.back());
                   },
                   [=](std::size_t n) { return n >= at_least_entries && n <= 8; }),
               "x - c exact", [](const Case& c) {
                 try {
                   for (double entry :
                        std::get<Vector>(c.arguments[0]) + -std::get<double>(c.arguments[1])) {
                     if (!c.format.contains(entry)) return false;
                   }
                   return true;
                 } catch (const Inexact&) {
                   return false;
                 }
               });
}

/// x with c added to the first entry, subtracted from the second, and so on.
Vector alternating(Vector x, double c) {
  for (double& entry : x) {
    entry += c;  // exact by hypothesis
    c = -c;
  }
  return x;
}

/// \f$\log(p_1/(1 - p_1))\f$, where nothing cancels.
Interval log_odds_of_first(const Intervals& p) {
  Interval others = 0;
  for (std::size_t i = 1; i < p.size(); ++i) others += p[i];
  return log(p.front()) - log(others);
}

/**
\page law_condition
\law{condition.logsumexp} The condition number of log-sum-exp

\statement For \f$\delta \in \mathbb R^n\f$, \f$|\operatorname{LSE}(x + \delta) -
\operatorname{LSE}(x)| \le \lVert\delta\rVert_\infty\f$, attained by \f$\delta = c\mathbf 1\f$; and
\f[ \langle\sigma(x), \delta\rangle \le \operatorname{LSE}(x + \delta) - \operatorname{LSE}(x)
    \le \langle\sigma(x + \delta), \delta\rangle . \f]
Hence the condition number of \f$y = \operatorname{LSE}(x)\f$ in the norm
\f$\lVert\cdot\rVert_\infty\f$ is \f$\lVert x\rVert_\infty/|y|\f$, infinite at \f$y = 0\f$, and for
errors relative to each entry \f$\sum_i\sigma(x)_i|x_i|/|y|\f$.  If \f$x \ge 0\f$ and \f$x \ne 0\f$,
both are at most 1.

\words Where log-sum-exp is near 0, which it is when \f$e^{x_i}\f$ are probabilities that sum to
nearly 1, relative accuracy is lost with the last bit of the entries, whatever the algorithm.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 8\f$; \f$x_i \pm c\f$ floats.

\sources Not printed; S2, exercise 6.4 calls the shifted evaluation stable without it.

\derivation The first is \ref stability.logsumexp, with equality by \ref translation.logsumexp.  The
second is convexity: tangents at both ends (\ref convexity.tangent).  A step of
\f$\lVert\delta\rVert_\infty \le \varepsilon\lVert x\rVert_\infty\f$ therefore changes \f$y\f$ by at
most \f$\varepsilon\lVert x\rVert_\infty\f$, and does for \f$\delta = \varepsilon\lVert
x\rVert_\infty\mathbf 1\f$; divide by \f$\varepsilon|y|\f$.  With \f$|\delta_i| \le
\varepsilon|x_i|\f$ the derivative \f$\langle\sigma(x), \delta\rangle\f$ is at most
\f$\varepsilon\sum_i\sigma(x)_i|x_i|\f$, attained with equal signs.  For \f$x \ge 0\f$, \f$y \ge
\max_i x_i\f$. ∎

\proved n ≥ 1

\rounding The steps are exact, so only the function is judged.

\held With \f$\delta = c\mathbf 1\f$ and \f$\delta = c(1, -1, 1, \dots)\f$.

\witness \ref fault.logsumexp-in-base-two: entries times \f$\log_2e\f$, rounded, which are relative
errors that log-sum-exp then magnifies.

\evidence{condition.logsumexp}
*/
// [condition.logsumexp]
Truth condition_of_logsumexp(const Evaluator& f, const Vector& x, double c) {
  const Vector moved = alternating(x, c);
  const Interval y = f(logsumexp, x), step = f(logsumexp, moved) - y;
  const Intervals delta = enclose(moved) - enclose(x);
  return same(f(logsumexp, x + c) - y, c).as("attained") &&
         less_equal(abs(step), std::fabs(c)).as("no more") &&
         less_equal(dot(f(softmax, x), delta), step).as("tangent at x") &&
         less_equal(step, dot(f(softmax, moved), delta)).as("tangent at x + delta");
}
// [condition.logsumexp]
const Law& condition_logsumexp = law({.id = "condition.logsumexp",
                                      .inputs = vector_and_step(1),
                                      .predicate = check(condition_of_logsumexp),
                                      .witness = "logsumexp-in-base-two"});

/**
\page law_condition
\law{condition.softmax} The log-odds of a probability move by at most twice the step

\statement Let \f$\ell_k(x) = \log\dfrac{\sigma(x)_k}{1 - \sigma(x)_k}\f$.  For
\f$\delta \in \mathbb R^n\f$,
\f[ |\ell_k(x + \delta) - \ell_k(x)| \le \max_i\delta_i - \min_i\delta_i \le
    2\lVert\delta\rVert_\infty , \f]
with equality for \f$\delta = c(2e_k - \mathbf 1)\f$: then \f$\ell_k\f$ moves by \f$2c\f$ exactly.
Hence the condition number of softmax in the norm \f$\lVert\cdot\rVert_\infty\f$ is
\f[ \frac{2\max_i p_i(1 - p_i)\,\lVert x\rVert_\infty}{\max_i p_i} \le 2\lVert x\rVert_\infty , \f]
and that of every probability by itself, relatively, \f$2(1 - p_k)\lVert x\rVert_\infty\f$.

\hypotheses \f$x\f$ finite, \f$2 \le n \le 8\f$; \f$x_i \pm c\f$ floats.

\sources Not printed.

\derivation \f$\ell_k(x) = x_k - \operatorname{LSE}\bigl((x_i)_{i \ne k}\bigr)\f$ (\ref
softmax.one-against-rest).  The first term moves by \f$\delta_k\f$, the second by a number between
the least and the greatest of the other \f$\delta_i\f$ (\ref stability.logsumexp); for \f$\delta =
c(2e_k - \mathbf 1)\f$ by \f$c\f$ and \f$-c\f$.  As \f$dp_k = p_k(1 - p_k)\,d\ell_k\f$, a small step
moves \f$p_k\f$ by at most \f$2p_k(1 - p_k)\lVert\delta\rVert_\infty\f$, and for some \f$\delta\f$
by that.  Take the largest, and use \f$p_i(1 - p_i) \le \max_j p_j\f$. ∎

\proved n ≥ 2

\rounding Probabilities of both ends must be right relatively: for \f$p_k\f$ near 1 the odds are
made of the small ones.

\held For \f$k = 1\f$, with that step and with \f$\delta = c(1, -1, 1, \dots)\f$.

\witness \ref fault.softmax-scaled-twice: a softmax steeper by the factor \f$1/\log 2\f$.

\evidence{condition.softmax}
*/
// [condition.softmax]
Truth condition_of_softmax(const Evaluator& f, const Vector& x, double c) {
  Vector worst = x + -c;
  worst.front() = x.front() + c;  // exact by hypothesis
  const Interval odds = log_odds_of_first(f(softmax, x));
  const Interval other = log_odds_of_first(f(softmax, alternating(x, c)));
  return same(log_odds_of_first(f(softmax, worst)) - odds, 2 * c).as("attained") &&
         less_equal(abs(other - odds), 2 * std::fabs(c)).as("no more");
}
// [condition.softmax]
const Law& condition_softmax = law({.id = "condition.softmax",
                                    .inputs = vector_and_step(2),
                                    .predicate = check(condition_of_softmax),
                                    .witness = "softmax-scaled-twice"});

}  // namespace
}  // namespace softlaw::properties
