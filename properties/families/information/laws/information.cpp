// SPDX-License-Identifier: Apache-2.0
/**
\page law_information Information

Surprisal, entropy, cross-entropy and relative entropy: their relations, their
values for certain or independent outcomes, and their units.
*/
#include "families/information/functions.hpp"
#include "families/information/inputs/inputs.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_information
\law{information.surprisal-adds} Surprisals of independent events add

\statement \f$s(pq) = s(p) + s(q)\f$ for the surprisal \f$s(p) = -\log p\f$.

\hypotheses \f$0 < p, q \le 1\f$; \f$pq\f$ is a float.

\sources S2, the section on surprisal, defines \f$\log\frac1{P(j)} = -\log P(j)\f$; the law is the
reason for the logarithm.

\derivation \f$\log(pq) = \log p + \log q\f$.  Conversely, a monotone \f$s\f$ on \f$(0, 1]\f$ with this
law is additive and monotone as a function of \f$-\log p\f$, hence linear there: up to the unit there
is no other.  ∎

\proved p > 0, q > 0

\rounding None in the arguments.

\witness \ref fault.surprisal-smoothed: \f$-\log(p + 10^{-6})\f$.

\evidence{information.surprisal-adds}
*/
// [information.surprisal-adds]
Truth surprisals_add(const Evaluator& f, double p, double q) {
  return same(f(surprisal, p * q), f(surprisal, p) + f(surprisal, q));  // p q exact by hypothesis
}
// [information.surprisal-adds]
const Law& surprisal_adds = law({.id = "information.surprisal-adds",
                                 .inputs = two_probabilities(),
                                 .predicate = check(surprisals_add),
                                 .witness = "surprisal-smoothed"});

/**
\page law_information
\law{information.surprisal-falls} Less likely outcomes have a higher surprisal

\statement \f$0 < p < q \le 1\f$ implies \f$s(p) > s(q) \ge 0\f$.

\hypotheses As stated; half of the pairs are neighbouring floats.

\sources S2, the section on surprisal: we are more surprised by an event of lower probability.

\derivation The logarithm is strictly increasing and \f$\log 1 = 0\f$.  ∎

\proved 0 < p < q ≤ 1

\rounding Neighbouring floats below \f$\tfrac12\f$ may have the same rounded surprisal, since
\f$s\f$ is flat there compared with its size.  The enclosures then overlap, and the law is not broken:
strictness is asked of the exact values that the results stand for.

\witness \ref fault.surprisal-of-complement: \f$-\log(1 - p)\f$, which rises.

\evidence{information.surprisal-falls}
*/
// [information.surprisal-falls]
Truth surprisal_decreases(const Evaluator& f, double p, double q) {
  return less(f(surprisal, q), f(surprisal, p)) && less_equal(0, f(surprisal, q));
}
// [information.surprisal-falls]
const Law& surprisal_falls = law({.id = "information.surprisal-falls",
                                  .inputs = ordered_probabilities(),
                                  .predicate = check(surprisal_decreases),
                                  .witness = "surprisal-of-complement"});

/**
\page law_information
\law{information.expected-surprisal} Entropy is the expected surprisal

\statement \f$H(p) = \sum_{p_i > 0} p_i\,s(p_i)\f$ and \f$H(p, q) = \sum_{p_i > 0} p_i\,s(q_i)\f$.

\words If the probabilities that are believed are \f$q\f$ and the true ones \f$p\f$, the expected
surprise is the cross-entropy; if they are the same, it is the entropy.

\hypotheses \f$p, q\f$ distributions, \f$p_i, q_i > 0\f$.

\sources S2, the section on surprisal: entropy is the surprisal that one expects who knows the true
probabilities.  S2, section on entropy and S2, section on cross-entropy have the two definitions; S2,
the view of the loss as surprisal: the mean negative log-likelihood is \f$H(\hat p, q)\f$ with
\f$\hat p\f$ the frequencies of the labels, so that the same \f$q\f$ maximises the likelihood and
minimises the surprise.

\derivation The definitions.  For labels \f$c_1, \dots, c_N\f$ with frequencies \f$\hat p\f$,
\f$-\frac1N\sum_k\log q_{c_k} = -\sum_j \hat p_j\log q_j\f$.  ∎

\proved p distribution

\rounding The sum of rounded surprisals is enclosed, term by term.

\witness \ref fault.cross-entropy-swapped: the arguments exchanged.

\evidence{information.expected-surprisal}
*/
// [information.expected-surprisal]
Truth entropy_is_expected(const Evaluator& f, const Vector& p, const Vector& q) {
  Interval of_p = 0, of_q = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    of_p += Interval(p[i]) * f(surprisal, p[i]);
    of_q += Interval(p[i]) * f(surprisal, q[i]);
  }
  return same(f(entropy, p), of_p).as("entropy") &&
         same(f(cross_entropy, p, q), of_q).as("cross-entropy");
}
// [information.expected-surprisal]
const Law& expected_surprisal = law({.id = "information.expected-surprisal",
                                     .inputs = positive_close_distributions(),
                                     .predicate = check(entropy_is_expected),
                                     .witness = "cross-entropy-swapped"});

/**
\page law_information
\law{information.certainty} A certain outcome has no entropy, and costs its surprisal

\statement For the distribution \f$e_k\f$ that has all at \f$k\f$: \f$H(e_k) = 0\f$ exactly, and
\f$H(e_k, q) = \operatorname{KL}(e_k \Vert q) = s(q_k)\f$.

\hypotheses \f$q\f$ a distribution with \f$q_i > 0\f$, of at most 6 entries; each \f$k\f$.

\sources S2, the section on surprisal: a constant stream has no information to transmit.  (The receiver
must know the constant, and how long the stream is: a length \f$n\f$ that is unknown takes about
\f$\log_2 n\f$ bits itself.)  S2, section on the loss: for a one-hot label it is
\f$-\log q_k\f$.

\derivation \f$-1\log 1 = 0\f$ and \f$0\log 0 = 0\f$; only term \f$k\f$ is left.  ∎

\proved q > 0

\rounding Zero is a point, not an interval: \f$H(e_k)\f$ is not allowed to be a small number.

\witness \ref fault.kl-as-written: 0 times \f$\log 0\f$.

\evidence{information.certainty}
*/
// [information.certainty]
Truth certainty(const Evaluator& f, const Vector& q) {
  Truth all;
  for (std::size_t k = 0; k < q.size(); ++k) {
    Vector e(q.size(), 0.0);
    e[k] = 1;
    const Interval cost = f(surprisal, q[k]);
    all &= same(f(entropy, e), 0).as("entropy");
    all &= same(f(cross_entropy, e, q), cost).as("cross-entropy");
    all &= same(f(kl_divergence, e, q), cost).as("relative entropy");
  }
  return all;
}
// [information.certainty]
const Law& certain = law({.id = "information.certainty",
                          .inputs = small_positive_distribution(),
                          .predicate = check(certainty),
                          .witness = "kl-as-written"});

/**
\page law_information
\law{information.decomposition} Cross-entropy is entropy plus relative entropy

\statement \f$H(p, q) = H(p) + \operatorname{KL}(p \Vert q)\f$; in particular \f$H(p, p) = H(p)\f$ and
\f$\operatorname{KL}(p \Vert p) = 0\f$ exactly.

\hypotheses \f$p, q\f$ distributions; both sides may be \f$+\infty\f$.

\sources S2, section on cross-entropy: \f$H(P, P) = H(P)\f$.

\derivation \f$-p\log q = -p\log p + p\log(p/q)\f$ for \f$p > 0\f$; terms with \f$p = 0\f$ are 0 in
all three.  ∎

\proved p distribution, q > 0

\rounding The relative entropy is not computed as this difference, or it would lose to rounding all
that is below an ulp of the entropy.

\witness \ref fault.cross-entropy-swapped: \f$H(q, p)\f$.

\evidence{information.decomposition}
*/
// [information.decomposition]
Truth cross_entropy_decomposes(const Evaluator& f, const Vector& p, const Vector& q) {
  return same(f(cross_entropy, p, q), f(entropy, p) + f(kl_divergence, p, q)) &&
         same(f(cross_entropy, p, p), f(entropy, p)).as("H(p, p)") &&
         same(f(kl_divergence, p, p), 0).as("KL(p, p)");
}
// [information.decomposition]
const Law& decomposition = law({.id = "information.decomposition",
                                .inputs = close_distributions(),
                                .predicate = check(cross_entropy_decomposes),
                                .witness = "cross-entropy-swapped"});

/**
\page law_information
\law{information.softmax-entropy} The entropy of softmax is the excess plus the mean depth below the maximum

\statement With \f$p = \sigma(x)\f$ and \f$m = \max_i x_i\f$,
\f$H(p) = (\operatorname{LSE}(x) - m) + \sum_i p_i\,(m - x_i)\f$, and
\f$0 \le \operatorname{LSE}(x) - m \le H(p) \le \log n\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S2, section on entropy, for the probabilities of the section on the softmax.

\derivation \f$-\log p_i = \operatorname{LSE}(x) - x_i\f$; take the mean under \f$p\f$ and add and
subtract \f$m\f$.  The mean depth is not negative; for the upper bound see
\ref coding.entropy-bounds.  ∎

\proved n ≥ 1

\rounding Unlike \f$\operatorname{LSE}(x) - \langle p, x\rangle\f$ (\ref coding.softmax-entropy), this
form does not feel a common offset.

\witness \ref fault.softmax-entropy-in-bits: exceeds \f$\log n\f$.

\evidence{information.softmax-entropy}
*/
// [information.softmax-entropy]
Truth entropy_by_depth(const Evaluator& f, const Vector& x) {
  const Interval H = f(softmax_entropy, x), above = f(excess, x), m = maximum(x);
  const Intervals p = f(softmax, x);
  Interval depth = 0;
  for (std::size_t i = 0; i < x.size(); ++i) depth += p[i] * (m - Interval(x[i]));
  return same(H, above + depth) && less_equal(above, H) && less_equal(H, log(count(x.size())));
}
// [information.softmax-entropy]
const Law& softmax_entropy_law = law({.id = "information.softmax-entropy",
                                      .inputs = one_vector(),
                                      .predicate = check(entropy_by_depth),
                                      .witness = "softmax-entropy-in-bits"});

/**
\page law_information
\law{information.outer-sum} Independent softmax distributions multiply

\statement For \f$z_{ij} = x_i + y_j\f$: \f$\sigma(z)_{ij} = \sigma(x)_i\,\sigma(y)_j\f$,
\f$\operatorname{LSE}(z) = \operatorname{LSE}(x) + \operatorname{LSE}(y)\f$ and
\f$H(\sigma(z)) = H(\sigma(x)) + H(\sigma(y))\f$.

\hypotheses \f$x, y\f$ finite, of 1 to 6 entries, and all sums \f$x_i + y_j\f$ are floats.

\sources Not printed; S3 §2.2 takes \f$n\f$ independent observations together.

\derivation \f$e^{x_i + y_j} = e^{x_i}e^{y_j}\f$, and the double sum is the product of the sums.
Logarithms of products are sums, and each factor sums to 1: see \ref coding.independent.  ∎

\proved n ≥ 1, p ≥ 1

\rounding None in the arguments.

\witness \ref fault.softmax-entropy-of-few: three entries for all.

\evidence{information.outer-sum}
*/
// [information.outer-sum]
Truth outer_sum_is_independent(const Evaluator& f, const Vector& x, const Vector& y) {
  Vector z;
  Intervals products;
  const Intervals p = f(softmax, x), q = f(softmax, y);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Vector row = y + x[i];  // exact by hypothesis
    z.insert(z.end(), row.begin(), row.end());
    for (const Interval& entry : q) products.push_back(p[i] * entry);
  }
  return same(f(softmax, z), products).as("softmax") &&
         same(f(logsumexp, z), f(logsumexp, x) + f(logsumexp, y)).as("log-sum-exp") &&
         same(f(softmax_entropy, z), f(softmax_entropy, x) + f(softmax_entropy, y)).as("entropy");
}
// [information.outer-sum]
const Law& outer_sum = law({.id = "information.outer-sum",
                            .inputs = two_vectors_exact_sums(),
                            .predicate = check(outer_sum_is_independent),
                            .witness = "softmax-entropy-of-few"});

}  // namespace
}  // namespace softlaw::properties
