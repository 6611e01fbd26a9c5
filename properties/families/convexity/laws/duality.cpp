// SPDX-License-Identifier: Apache-2.0
/**
\page law_duality Duality

Log-sum-exp and the negative entropy \f$\sum_i p_i\log p_i\f$ on the simplex
\f$\Delta = \{p \ge 0,\ \sum_i p_i = 1\}\f$ are a pair of conjugate convex functions, and softmax
is the map between them: log-sum-exp is a maximum over distributions, which softmax attains.
*/
#include <algorithm>
#include <cmath>

#include "families/convexity/laws/divergence.hpp"
#include "families/information/functions.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/logsumexp/inputs/partition_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_duality
\law{duality.gibbs} Log-sum-exp is the greatest mean plus entropy

\statement For \f$p \in \Delta\f$, with \f$H(p) = -\sum_i p_i\log p_i\f$ and
\f$\operatorname{KL}(p\|q) = \sum_i p_i\log(p_i/q_i)\f$,
\f[ \operatorname{LSE}(x) - \langle p, x\rangle - H(p)
    = \operatorname{KL}\bigl(p \,\big\|\, \sigma(x)\bigr)
    \ge \tfrac12\lVert p - \sigma(x)\rVert_1^2 \ge 0 . \f]
Hence \f$\operatorname{LSE}(x) = \max_{p \in \Delta}\{\langle p, x\rangle + H(p)\}\f$, and
\f$p = \sigma(x)\f$ is the only maximiser.

\words Gibbs' variational principle: a system at temperature 1 chooses the distribution that
balances energy and entropy best, and log-sum-exp is the value it attains.

\hypotheses \f$x\f$ finite, \f$p \ge 0\f$ of the same length, with sum exactly 1; \f$0\log0 = 0\f$.

\sources Not printed.  S2 names \f$\operatorname{LSE}\f$ the log-partition function and
\f$\sigma(x)\f$ the Gibbs distribution; this law connects them.

\derivation \f$\log\sigma(x)_i = x_i - \operatorname{LSE}(x)\f$ and \f$\sum_i p_i = 1\f$ give
\f$\operatorname{KL}(p\|\sigma(x)) = -H(p) - \sum_i p_i x_i + \operatorname{LSE}(x)\f$.

For the bound let \f$q = \sigma(x)\f$, \f$h \in \mathbb R^n\f$ and \f$y = x + h\f$.  The identity
for \f$y\f$ says that \f$\operatorname{LSE}(x+h) - \langle p, x + h\rangle - H(p) \ge 0\f$ once
\f$\operatorname{KL} \ge 0\f$ is known, which is Jensen's inequality for the logarithm:
\f$-\sum_{p_i>0} p_i\log(q_i/p_i) \ge -\log\sum_{p_i>0} q_i \ge 0\f$.  Subtract that from the
identity for \f$x\f$, and use \ref convexity.tangent in the form \f$\operatorname{LSE}(x+h) -
\operatorname{LSE}(x) \le \langle q, h\rangle + \omega^2/8\f$, where \f$\omega\f$ is the spread of
\f$h\f$:
\f[ \operatorname{KL}(p\|q) \ge \langle p, h\rangle - \operatorname{LSE}(x+h) +
\operatorname{LSE}(x) \ge \langle p - q, h\rangle - \tfrac18\omega^2 . \f]
With \f$h = t\operatorname{sign}(p - q)\f$, whose spread is at most \f$2t\f$, and \f$t = \lVert
p-q\rVert_1\f$ the right side is \f$t\cdot t - \frac12t^2\f$ (Pinsker's inequality). Equality to 0
forces \f$p = q\f$. ∎

\proved p distribution

\rounding Three functions are asked and must fit each other.  Near \f$p = \sigma(x)\f$ the left side
cancels to the square of a distance, and only the contract of log-sum-exp is left to see.

\witness \ref fault.entropy-in-bits: the entropy to base 2, which does not balance an energy that
is measured in nats.

\evidence{duality.gibbs}
*/
// [duality.gibbs]
Truth gap_is_divergence(const Evaluator& f, const Vector& x, const Vector& p) {
  const Interval gap = f(logsumexp, x) - dot(enclose(p), enclose(x)) - f(entropy, p);
  return same(gap, divergence(p, f(log_softmax, x))) &&
         less_equal(sqr(distance(enclose(p), f(softmax, x))) / 2, gap).as("Pinsker");
}
// [duality.gibbs]
const Law& duality_gibbs = law({.id = "duality.gibbs",
                                .inputs = vector_and_distribution(),
                                .predicate = check(gap_is_divergence),
                                .witness = "entropy-in-bits"});

/**
\page law_duality
\law{duality.legendre} At softmax, the mean entry plus the entropy is log-sum-exp

\statement \f$\langle\sigma(x), x\rangle + H(\sigma(x)) = \operatorname{LSE}(x)\f$.

\words Free energy is energy less temperature times entropy.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 12\f$.

\sources Not printed; with \f$x = \log p\f$ it is the entropy of S2, and the identity
\f$\partial_\alpha f = H(w)/\alpha^2\f$ behind S0 follows from it.

\derivation \ref duality.gibbs at \f$p = \sigma(x)\f$, where the divergence is 0.  Or: \f$H(\sigma)
= -\sum_i \sigma_i(x_i - \operatorname{LSE}(x))\f$. ∎

\proved n ≥ 1

\rounding The terms of the entropy are products of two results, and that of a small probability is
small although its logarithm is large: nothing cancels but the mean and log-sum-exp themselves.

\witness \ref fault.log-softmax-in-bits: logarithms to base 2, of probabilities to base e.

\evidence{duality.legendre}
*/
// [duality.legendre]
Truth legendre_transform(const Evaluator& f, const Vector& x) {
  const Intervals p = f(softmax, x);
  const Interval H = -dot(p, f(log_softmax, x));
  return same(dot(p, enclose(x)) + H, f(logsumexp, x));
}
// [duality.legendre]
const Law& duality_legendre = law({.id = "duality.legendre",
                                   .inputs = at_most(12, one_vector()),
                                   .predicate = check(legendre_transform),
                                   .witness = "log-softmax-in-bits"});

/**
\page law_duality
\law{duality.off-the-simplex} Off the simplex the conjugate of log-sum-exp is infinite

\statement For \f$p \in \mathbb R^n\f$ let \f$\varphi(x) = \langle p, x\rangle -
\operatorname{LSE}(x)\f$.  Then, for \f$t \in \mathbb R\f$ and every \f$i\f$,
\f[ \varphi(x + t\mathbf 1) - \varphi(x) = t\Bigl(\sum_i p_i - 1\Bigr), \qquad
    \varphi(x - |t|e_i) - \varphi(x) \ge -|t|\,p_i . \f]
Hence \f$\operatorname{LSE}^*(p) = \sup_x \varphi(x)\f$ is \f$+\infty\f$ if \f$\sum_i p_i \ne 1\f$
or some \f$p_i < 0\f$; on the simplex it is \f$\sum_i p_i\log p_i\f$.

\hypotheses \f$x\f$, \f$t\f$, \f$p\f$ finite; the entries \f$x_i \pm t\f$ are floats.

\sources Not printed.

\derivation The first is \ref translation.logsumexp; let \f$t \to \pm\infty\f$.  For the second,
lowering an entry lowers log-sum-exp (\ref stability.monotone), and \f$\langle p, x\rangle\f$
changes by \f$-|t|p_i\f$; let \f$|t| \to \infty\f$ where \f$p_i < 0\f$.  On the simplex \ref
duality.gibbs bounds \f$\varphi\f$ by \f$-H(p)\f$.  That is attained at \f$x_i = \log p_i\f$ if all
\f$p_i > 0\f$; otherwise it is the supremum, approached with \f$x_i \to -\infty\f$ where \f$p_i =
0\f$. ∎

\proved n ≥ 1

\rounding None in the arguments.  A limit cannot be tested, but the rate at which it is approached is
exact.

\held The second part is asked of the least entry of \f$p\f$.

\witness \ref fault.shift-not-added-back: log-sum-exp without its maximum does not grow along
\f$\mathbf 1\f$.

\evidence{duality.off-the-simplex}
*/
// [duality.off-the-simplex]
Truth unbounded_off_the_simplex(const Evaluator& f, const Vector& x, double t, const Vector& p) {
  const auto phi = [&](const Vector& z) { return dot(enclose(p), enclose(z)) - f(logsumexp, z); };
  const Interval start = phi(x);
  const auto least = static_cast<std::size_t>(std::ranges::min_element(p) - p.begin());
  Vector lowered = x;
  lowered[least] -= std::fabs(t);  // exact by hypothesis
  return same(phi(x + t) - start, t * (sum(enclose(p)) - 1)).as("along 1") &&
         less_equal(-std::fabs(t) * Interval(p[least]), phi(lowered) - start).as("along e_i");
}
// [duality.off-the-simplex]
const Law& duality_off_the_simplex = law({.id = "duality.off-the-simplex",
                                          .inputs = vector_shift_and_weights(),
                                          .predicate = check(unbounded_off_the_simplex),
                                          .witness = "shift-not-added-back"});

/**
\page law_duality
\law{duality.inverse} Logarithms invert softmax, up to a constant

\statement Let \f$p > 0\f$ sum to 1, and let \f$\omega\f$ be the spread of the numbers
\f$x_i - \log p_i\f$.  Then
\f[ e^{-\omega} \le \frac{\sigma(x)_i}{p_i} \le e^{\omega} \quad\text{for all } i . \f]
In particular \f$\sigma(\log p + c\mathbf 1) = p\f$: there \f$\omega = 0\f$.  Softmax is one to one
from \f$\{x : \sum_i x_i = 0\}\f$ onto the open simplex, smooth in both directions.

\hypotheses \f$p > 0\f$ with sum exactly 1, \f$x\f$ finite of the same length.

\sources S2, exercise 7 writes \f$P(i) \propto e^{o_i}\f$ for a given \f$P\f$, which takes this for
granted.

\derivation With \f$e_i = x_i - \log p_i\f$, \f$\sigma(x)_i = p_ie^{e_i}/\sum_j p_je^{e_j}\f$, and
the denominator is a mean of the numbers \f$e^{e_j}\f$: it lies between \f$e^{\min e}\f$ and
\f$e^{\max e}\f$.  Given \f$p\f$, the only \f$x\f$ of sum 0 with \f$\sigma(x) = p\f$ is
\f$\log p\f$ less its mean, because \f$\log\sigma(x) - x\f$ is constant. ∎

\proved p distribution, p > 0

\rounding \f$\log p_i\f$ is not a float unless \f$p_i = 1\f$, so the round trip is taken with rounded
logarithms, and \f$\omega\f$ is the spread of their errors, which the law knows exactly: it is about
an ulp of the largest entry, the cost of storing logits.

\witness \ref fault.softmax-coarse-differences: differences of logits kept in eight bits.

\evidence{duality.inverse}
*/
// [duality.inverse]
Truth logarithms_invert(const Evaluator& f, const Vector& p, const Vector& x) {
  Intervals errors;
  for (std::size_t i = 0; i < x.size(); ++i) errors.push_back(x[i] - log(Interval(p[i])));
  const Interval factor = exp(spread(errors));
  const Intervals q = f(softmax, x);
  return less_equal(q, factor * enclose(p)) && less_equal(enclose(p), factor * q);
}
// [duality.inverse]
const Law& duality_inverse = law({.id = "duality.inverse",
                                  .inputs = distribution_and_logarithms(),
                                  .predicate = check(logarithms_invert),
                                  .witness = "softmax-coarse-differences"});

}  // namespace
}  // namespace softlaw::properties
