// SPDX-License-Identifier: Apache-2.0
// The family information, continued: how far apart two distributions are.
#include "families/information/functions.hpp"
#include "families/information/inputs/inputs.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// Half the sum of the differences.
Interval total_variation(const Vector& p, const Vector& q) {
  Interval sum = 0;
  for (std::size_t i = 0; i < p.size(); ++i) sum += abs(Interval(p[i]) - Interval(q[i]));
  return sum / 2;
}

/// (1 - theta) p + theta q, which must be exact.
Vector mixture(double theta, const Vector& p, const Vector& q) {
  return (1 - theta) * p + theta * q;
}

/**
\page law_information
\law{information.gibbs} Relative entropy is positive unless the distributions are equal

\statement \f$\operatorname{KL}(p \Vert q) \ge 0\f$, with equality only for \f$p = q\f$; so for fixed
\f$p\f$ the cross-entropy \f$H(p, q)\f$ is least at \f$q = p\f$, and there alone.

\hypotheses \f$p, q\f$ distributions whose entries sum to 1 exactly; half of the pairs are close.

\sources S2, section on cross-entropy: the least possible cross-entropy is reached for \f$P = Q\f$.  That
is so for a fixed \f$P\f$: \ref erratum.cross-entropy-minimum.

\derivation \f$\log t \le t - 1\f$, with equality at \f$t = 1\f$ only.  Hence
\f$-\operatorname{KL}(p \Vert q) = \sum_{p_i > 0} p_i\log\frac{q_i}{p_i} \le
\sum_{p_i > 0}(q_i - p_i) \le 0\f$.  Equality makes \f$q_i = p_i\f$ wherever \f$p_i > 0\f$, and then
the sums leave nothing for the other entries.  ∎

\proved p distribution, q distribution, q > 0

\rounding The sums must be exact: for \f$\sum q_i = 1 + \delta\f$ the value may be \f$-\delta\f$.  For
close distributions it is tiny and its sign is all that counts; computed as a difference of two
entropies it is noise of either sign.

\witness \ref fault.kl-smoothed: \f$\delta = 10^{-7}n\f$, so that it is negative for close distributions.

\evidence{information.gibbs}
*/
// [information.gibbs]
Truth divergence_is_positive(const Evaluator& f, const Vector& p, const Vector& q) {
  const Interval divergence = f(kl_divergence, p, q);
  const Interval least = f(entropy, p), cost = f(cross_entropy, p, q);
  if (p == q) return same(divergence, 0) && same(cost, least);
  return less(0, divergence) && less_equal(least, cost);
}
// [information.gibbs]
const Law& gibbs = law({.id = "information.gibbs",
                        .inputs = close_distributions(),
                        .predicate = check(divergence_is_positive),
                        .witness = "kl-smoothed"});

/**
\page law_information
\law{information.log-sum} The log-sum inequality

\statement \f$\sum_i a_i\log\frac{a_i}{b_i} \ge A\log\frac AB\f$ with \f$A = \sum_i a_i\f$,
\f$B = \sum_i b_i\f$.

\hypotheses \f$a_i, b_i > 0\f$, of any sums: no distributions.

\sources Not printed.  \ref information.gibbs is the case \f$A = B = 1\f$.

\derivation \f$\varphi(t) = t\log t\f$ is convex, so that by Jensen's inequality with the weights
\f$b_i/B\f$, \f$\sum_i \frac{b_i}B\varphi\bigl(\frac{a_i}{b_i}\bigr) \ge
\varphi\bigl(\sum_i \frac{b_i}B\frac{a_i}{b_i}\bigr) = \varphi(A/B)\f$; multiply by \f$B\f$.  With
\f$\varphi(0) = 0\f$ that holds for \f$a_i = 0\f$ too, where the laws that follow need it.  ∎

\proved n ≥ 1, a > 0, b > 0

\rounding Where \f$a\f$ is a multiple of \f$b\f$ it is an equality.

\witness \ref fault.kl-normalises: divides by the sums, where entries are to be taken as they are.

\evidence{information.log-sum}
*/
// [information.log-sum]
Truth log_sum(const Evaluator& f, const Vector& a, const Vector& b) {
  const Interval A = sum(enclose(a)), B = sum(enclose(b));
  return less_equal(A * log(A / B), f(kl_divergence, a, b));
}
// [information.log-sum]
const Law& log_sum_inequality = law({.id = "information.log-sum",
                                     .inputs = two_positive_vectors(),
                                     .predicate = check(log_sum),
                                     .witness = "kl-normalises"});

/**
\page law_information
\law{information.pinsker} Relative entropy against total variation and chi-square

\statement With \f$T = \frac12\sum_i|p_i - q_i|\f$ and \f$\chi^2 = \sum_i (p_i - q_i)^2/q_i\f$,
\f[ 2T^2 \le \operatorname{KL}(p \Vert q) \le \log(1 + \chi^2) \le \chi^2 . \f]

\hypotheses \f$p, q\f$ distributions, \f$q_i > 0\f$.

\sources Not printed; it says how much the cross-entropy exceeds the least value of
\ref information.gibbs.

\derivation Left: let \f$E = \{i : p_i > q_i\}\f$ and \f$a = p(E)\f$, \f$b = q(E)\f$, so that
\f$T = a - b\f$.  The log-sum inequality on \f$E\f$ and on its complement gives
\f$\operatorname{KL} \ge g(a) = a\log\frac ab + (1-a)\log\frac{1-a}{1-b}\f$ (\f$0 < b < 1\f$ unless
\f$T = 0\f$).  Now \f$g(b) = 0\f$, \f$g'(b) = 0\f$ and \f$g''(t) = \frac1{t(1-t)} \ge 4\f$, hence
\f$g(a) \ge 2(a-b)^2\f$.  Right: by Jensen's inequality for the concave logarithm,
\f$\sum p_i\log\frac{p_i}{q_i} \le \log\sum\frac{p_i^2}{q_i} = \log(1 + \chi^2)\f$, the last because
\f$\sum\frac{(p_i-q_i)^2}{q_i} = \sum\frac{p_i^2}{q_i} - 2 + 1\f$.  ∎

\proved p distribution, q distribution, q > 0

\rounding The upper bound is attained where \f$p_i/q_i\f$ is constant on the support of \f$p\f$.

\witness \ref fault.kl-in-bits: 1.44 times the value.

\evidence{information.pinsker}
*/
// [information.pinsker]
Truth pinsker(const Evaluator& f, const Vector& p, const Vector& q) {
  Interval chi_square = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    chi_square += sqr(Interval(p[i]) - Interval(q[i])) / Interval(q[i]);
  }
  const Interval divergence = f(kl_divergence, p, q);
  return less_equal(2 * sqr(total_variation(p, q)), divergence) &&
         less_equal(divergence, log1p(chi_square)) && less_equal(log1p(chi_square), chi_square);
}
// [information.pinsker]
const Law& pinsker_inequality = law({.id = "information.pinsker",
                                     .inputs = onto_positive_distributions(),
                                     .predicate = check(pinsker),
                                     .witness = "kl-in-bits"});

/**
\page law_information
\law{information.data-processing} Processing does not increase relative entropy

\statement \f$\operatorname{KL}(pK \Vert qK) \le \operatorname{KL}(p \Vert q)\f$ for every stochastic
matrix \f$K\f$.

\hypotheses \f$p, q\f$ distributions of at most 6 entries, the rows of \f$K\f$ too, all multiples of
\f$2^{-6}\f$; so \f$(pK)_j = \sum_i p_iK_{ij}\f$ are floats.  The right side may be \f$+\infty\f$.

\sources Not printed.

\derivation For each \f$j\f$ the log-sum inequality (with \f$0\log 0 = 0\f$ for terms that vanish) gives
\f$(pK)_j\log\frac{(pK)_j}{(qK)_j} \le \sum_i p_iK_{ij}\log\frac{p_iK_{ij}}{q_iK_{ij}} =
\sum_i K_{ij}\,p_i\log\frac{p_i}{q_i}\f$; sum over \f$j\f$ with \f$\sum_j K_{ij} = 1\f$.  ∎

\proved p distribution, q distribution, q > 0, K stochastic

\rounding None in the arguments.

\witness \ref fault.kl-mean: divides by the number of entries, which processing may lower.

\evidence{information.data-processing}
*/
// [information.data-processing]
Truth data_processing(const Evaluator& f, const Vector& p, const Vector& q, const Vector& K) {
  const std::size_t columns = K.size() / p.size();
  Vector p_after(columns, 0.0), q_after(columns, 0.0);
  for (std::size_t i = 0; i < K.size(); ++i) {
    p_after[i % columns] += p[i / columns] * K[i];  // exact by hypothesis
    q_after[i % columns] += q[i / columns] * K[i];
  }
  return less_equal(f(kl_divergence, p_after, q_after), f(kl_divergence, p, q));
}
// [information.data-processing]
const Law& processing = law({.id = "information.data-processing",
                             .inputs = coarse_channel(),
                             .predicate = check(data_processing),
                             .witness = "kl-mean"});

/**
\page law_information
\law{information.mixtures} Mixing raises entropy and brings distributions together

\statement For \f$0 \le \theta \le 1\f$,
\f$H((1-\theta)p + \theta q) \ge (1-\theta)H(p) + \theta H(q)\f$ and
\f$\operatorname{KL}((1-\theta)p + \theta q \Vert (1-\theta)r + \theta s) \le
(1-\theta)\operatorname{KL}(p \Vert r) + \theta\operatorname{KL}(q \Vert s)\f$.

\hypotheses \f$p, q, r, s\f$ distributions of one length, at most 4, of multiples of \f$2^{-6}\f$,
and \f$\theta\f$ such a multiple, so that the mixtures are floats.

\sources Not printed.

\derivation The log-sum inequality for the two terms of each entry gives the second; with \f$r = s\f$
uniform, \f$\operatorname{KL}(p \Vert r) = \log n - H(p)\f$, it gives the first.  Where \f$p, r\f$ have
one support and \f$q, s\f$ another, apart from it, the second is an equality.  ∎

\proved p distribution, q distribution, 0 ≤ θ ≤ 1

\rounding None in the arguments.

\witness \ref fault.kl-square-root: the square root, which is not convex.

\evidence{information.mixtures}
*/
// [information.mixtures]
Truth mixtures(const Evaluator& f, const Vector& p, const Vector& q, const Vector& r,
               const Vector& s, const Vector& share) {
  const double theta = share.front();
  const Interval rest = 1 - Interval(theta);
  const auto mean = [&](const Interval& a, const Interval& b) {
    // 0 times infinity is 0 here: a part that is not in the mixture
    return theta == 0 ? a : theta == 1 ? b : rest * a + Interval(theta) * b;
  };
  const Vector pq = mixture(theta, p, q), rs = mixture(theta, r, s);
  return less_equal(mean(f(entropy, p), f(entropy, q)), f(entropy, pq)).as("entropy") &&
         less_equal(f(kl_divergence, pq, rs), mean(f(kl_divergence, p, r), f(kl_divergence, q, s)))
             .as("relative entropy");
}
// [information.mixtures]
const Law& mixing = law({.id = "information.mixtures",
                         .inputs = coarse_mixtures(),
                         .predicate = check(mixtures),
                         .witness = "kl-square-root"});

/**
\page law_information
\law{information.chernoff} Log-sum-exp between two points, and the overlap of their distributions

\statement With \f$z = (1-\theta)x + \theta y\f$,
\f[ \operatorname{LSE}(z) - (1-\theta)\operatorname{LSE}(x) - \theta\operatorname{LSE}(y)
    = \log\sum_i \sigma(x)_i^{1-\theta}\,\sigma(y)_i^{\theta} \le 0 . \f]

\hypotheses \f$x, y\f$ finite of one length, \f$\theta \in \{\frac14, \frac12, \frac34\}\f$, \f$z\f$ a
vector of floats.

\sources Not printed; the right side is minus Chernoff's information at \f$\theta\f$, and the law says
by how much \ref convexity.chord is strict.

\derivation \f$\sigma(x)_i^{1-\theta}\sigma(y)_i^\theta =
e^{z_i - (1-\theta)\operatorname{LSE}(x) - \theta\operatorname{LSE}(y)}\f$; sum and take the logarithm.
It is not positive by the inequality of the weighted means,
\f$a^{1-\theta}b^\theta \le (1-\theta)a + \theta b\f$, summed over \f$i\f$.  ∎

\proved n ≥ 1, 0 ≤ θ ≤ 1

\rounding Near \f$x = y + c\mathbf 1\f$ both sides are about 0.

\witness \ref fault.log-softmax-by-mean: every logarithm is too large by \f$\log n\f$, and so is the
right side.

\evidence{information.chernoff}
*/
// [information.chernoff]
Truth chernoff(const Evaluator& f, const Vector& x, const Vector& y, double theta) {
  const Interval rest = 1 - Interval(theta);
  const Interval gap = f(logsumexp, x + theta * (y - x)) - rest * f(logsumexp, x) -
                       Interval(theta) * f(logsumexp, y);
  const Intervals exponents = rest * f(log_softmax, x) + Interval(theta) * f(log_softmax, y);
  Interval overlap = 0;
  for (const Interval& exponent : exponents) overlap += exp(exponent);
  return same(gap, log(overlap)) && less_equal(gap, 0) && less_equal(overlap, 1);
}
// [information.chernoff]
const Law& chernoff_gap = law({.id = "information.chernoff",
                               .inputs = chord(),
                               .predicate = check(chernoff),
                               .witness = "log-softmax-by-mean"});

/**
\page law_information
\erratum{erratum.cross-entropy-minimum} The least cross-entropy is at P = Q only for a fixed P

\printed The lowest possible cross-entropy is achieved when \f$P = Q\f$, where
\f$H(P, P) = H(P)\f$.

\sources S2, section on cross-entropy.

\weight notation: it depends on the reading.  With \f$P\f$ fixed, the true distribution, it is right; read
as a statement about both, it is not, and the text does not say which is meant.

\counterexample \f$Q = (\frac78, \frac18)\f$: \f$H(Q, Q) = 0.376770…\f$, but \f$P = (1, 0)\f$ has
\f$H(P, Q) = 0.133531…\f$

\correction \f$\min_Q H(P, Q) = H(P)\f$, at \f$Q = P\f$ alone.  For a fixed \f$Q\f$ the least value is
\f$\min_P H(P, Q) = -\log\max_j Q_j\f$, with all of \f$P\f$ on the most likely outcome: the
cross-entropy is linear in \f$P\f$.

\derivation \ref information.gibbs.

\evidence{erratum.cross-entropy-minimum}
*/
// [erratum.cross-entropy-minimum]
Truth least_for_equals(const Evaluator& f, const Vector& p, const Vector& q) {
  return less_equal(f(cross_entropy, q, q), f(cross_entropy, p, q));
}
// [erratum.cross-entropy-minimum]
const Erratum& cross_entropy_minimum =
    erratum({.id = "erratum.cross-entropy-minimum",
             .parameters = {{"p", Kind::vector}, {"q", Kind::vector}},
             .printed = check(least_for_equals),
             .counterexample = "binary64; 1,0; 0x1.cp-1,0x1p-3",
             .corrected_by = "information.gibbs"});

}  // namespace
}  // namespace softlaw::properties
