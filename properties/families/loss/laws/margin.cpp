// SPDX-License-Identifier: Apache-2.0
// The family loss, continued: margins and minima, curvature, Bayes.
#include <algorithm>

#include "families/information/functions.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/loss/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

std::size_t index(std::int64_t c) { return static_cast<std::size_t>(c); }

/// From the largest of the other logits up to that of the label: negative if the label is not first.
Interval margin(const Vector& o, std::int64_t c) {
  Vector others = o;
  others.erase(others.begin() + static_cast<std::ptrdiff_t>(c));
  return exact_difference(Interval(o[index(c)]), Interval(maximum(others)));
}

/**
\page law_loss
\law{loss.margin} The loss of a hard label as a function of its margin

\statement Let \f$g = o_c - \max_{j \ne c} o_j\f$ be the margin of the label.  Then
\f[ 0 < \log(1 + e^{-g}) \le l(e_c) \le \log\bigl(1 + (n-1)e^{-g}\bigr) , \f]
and the same with \f$t g\f$ for the logits \f$t o\f$, \f$t > 0\f$.  So the loss is never 0 at finite
logits; if the label has a positive margin, it tends to 0 as the logits are scaled up.  The infimum 0
of the loss of separable data is not attained.

\hypotheses \f$o\f$ finite, \f$n \ge 2\f$.  For one class the loss is 0 always.

\sources S2, the log-likelihood: certainty can never happen for any finite setting of the weights.  The
bounds are not in the sources.

\derivation \f$l = \log(1 + \sum_{j \ne c} e^{o_j - o_c})\f$; of the \f$n - 1\f$ terms each is at most
\f$e^{-g}\f$, one is that, and none is 0.  If every row of a data set has a positive margin under
weights \f$W\f$, the mean loss at \f$tW\f$ is at most \f$(n-1)e^{-tg}\f$ with the least margin
\f$g\f$: its infimum over \f$W\f$ is 0, and each loss is positive. ∎

\proved n ≥ 2

\rounding At a margin of 40 the loss is \f$4.2 \cdot 10^{-18}\f$, and \f$\operatorname{LSE}(o) - o_c\f$
in floats is 0.  Below the least float even the exact loss rounds to 0.  At a margin of \f$-1000\f$
softmax underflows, and the loss is 1000 as it should be.

\witness \ref fault.label-loss-by-subtraction: \f$\operatorname{LSE}(o) - o_c\f$ in floats.

\evidence{loss.margin}
*/
// [loss.margin]
Truth bounded_by_margin(const Evaluator& f, const Vector& o, std::int64_t c) {
  const Interval odds = exp(-margin(o, c)), loss = f(cross_entropy_label, o, c);
  return less(Interval(0), loss).as("positive") && less_equal(log1p(odds), loss) &&
         less_equal(loss, log1p(count(o.size() - 1) * odds)).as("not far");
}
// [loss.margin]
const Law& loss_margin = law({.id = "loss.margin",
                              .inputs = logits_and_label(2),
                              .predicate = check(bounded_by_margin),
                              .witness = "label-loss-by-subtraction"});

/**
\page law_loss
\law{loss.certainty} The distance of softmax from certainty depends on the margin alone

\statement With the margin \f$g\f$ of \ref loss.margin,
\f[ \frac1{1 + e^g} \le 1 - \sigma(o)_c \le \frac1{1 + e^g/(n-1)} . \f]
Hence \f$\sigma(o)_c \to 1\f$ if and only if \f$g \to \infty\f$, and \f$\sigma(o)_c\f$ grows with
\f$o_c\f$ while the other logits stay.

\hypotheses \f$o\f$ finite, \f$n \ge 2\f$.

\sources S2, the log-likelihood, asks for \f$o_c \to \infty\f$ or all others to \f$-\infty\f$:
\ref erratum.infinite-logit.

\derivation \f$1 - \sigma_c = 1/(1 + 1/r)\f$ with \f$r = \sum_{j \ne c}e^{o_j - o_c}\f$, which lies
between \f$e^{-g}\f$ and \f$(n-1)e^{-g}\f$; \f$1/(1 + 1/r)\f$ increases. ∎

\proved n ≥ 2

\rounding Judged by the gradient, whose entry at the label is \f$-(1 - \sigma_c)\f$: from
\f$\sigma_c\f$ itself nothing is left beyond a margin of 37.

\witness \ref fault.label-gradient-cancelled: \f$\sigma_c - 1\f$ in floats.

\evidence{loss.certainty}
*/
// [loss.certainty]
Truth missing_from_certainty(const Evaluator& f, const Vector& o, std::int64_t c) {
  const Interval odds = exp(margin(o, c)), others = count(o.size() - 1);
  const Interval missing = -f(cross_entropy_label_gradient, o, c).at(index(c));
  return less_equal(1 / (1 + odds), missing) &&
         less_equal(missing, 1 / (1 + odds / others)).as("not far");
}
// [loss.certainty]
const Law& certainty = law({.id = "loss.certainty",
                            .inputs = logits_and_label(2),
                            .predicate = check(missing_from_certainty),
                            .witness = "label-gradient-cancelled"});

/**
\page law_loss
\law{loss.minimum} The gradient bounds the difference between the cross-entropy loss and the entropy of the labels

\statement For labels that sum to 1, with \f$g = \sigma(o) - y\f$,
\f[ \tfrac12\lVert g\rVert_1^2 \;\le\; l(y, o) - H(y) \;\le\; \sum_j\frac{g_j^2}{\sigma(o)_j} . \f]
So \f$\min_o l = H(y)\f$, taken where \f$g = 0\f$, that is at \f$o = \log y + c\mathbf 1\f$ only.  If a
label is 0 there is no such \f$o\f$, and the infimum is not attained.

\hypotheses \f$o\f$ finite, \f$y\f$ a probability vector.

\sources S2, cross-entropy revisited: the least cross-entropy is \f$H(P, P) = H(P)\f$.  The bounds are
not in the sources.

\derivation With \f$p = \sigma(o)\f$ the middle is \f$D = \sum_j y_j\log(y_j/p_j)\f$.  Above:
\f$\log t \le t - 1\f$ gives \f$D \le \sum_j y_j(y_j/p_j - 1) = \sum_j (y_j - p_j)^2/p_j\f$, as
\f$\sum_j (y_j^2/p_j - y_j) = \sum_j (y_j - p_j)^2/p_j\f$ for vectors of equal sums.  Below is
Pinsker's inequality: with \f$A = \{j : y_j > p_j\}\f$ merging the outcomes of \f$A\f$ and of its
complement does not increase \f$D\f$ (log-sum inequality), and for two outcomes
\f$a\log\frac ab + (1-a)\log\frac{1-a}{1-b} \ge 2(a-b)^2\f$: both sides vanish at \f$b = a\f$, and the
derivative of their difference by \f$b\f$ is \f$(b - a)\bigl(\frac1{b(1-b)} - 4\bigr)\f$, of the sign
of \f$b - a\f$.  Finally \f$\lVert g\rVert_1 = 2(a - b)\f$.  \f$g = 0\f$ means \f$\sigma(o) = y\f$,
and then \f$o_j = \log y_j + \operatorname{LSE}(o)\f$. ∎

\proved y distribution

\rounding At the minimum the middle is a difference of nearly equal numbers, and of the second order in
\f$g\f$: there the law asks that loss and entropy agree to their last bits.

\witness \ref fault.labels-smoothed: an eighth of the labels is spread over all classes, which moves
the minimum.

\evidence{loss.minimum}
*/
// [loss.minimum]
Truth entropy_and_more(const Evaluator& f, const Vector& o, const Vector& y) {
  const Interval above = f(cross_entropy_logits, o, y) - f(entropy, y);
  const Intervals g = f(cross_entropy_logits_gradient, o, y), p = f(softmax, o);
  Interval taxicab = 0, chi_squared = 0;
  for (std::size_t j = 0; j < o.size(); ++j) {
    taxicab += abs(g[j]);
    chi_squared += sqr(g[j]) / p[j];
  }
  return less_equal(sqr(taxicab) / 2, above) && less_equal(above, chi_squared).as("not far");
}
// [loss.minimum]
const Law& loss_minimum = law({.id = "loss.minimum",
                               .inputs = logits_and_distribution(),
                               .predicate = check(entropy_and_more),
                               .witness = "labels-smoothed"});

/**
\page law_loss
\law{loss.inverse} Softmax inverts the logarithm of a distribution

\statement For a probability vector \f$p > 0\f$ and \f$\delta = o - \log p\f$,
\f[ p_j e^{\delta_j - \max\delta} \le \sigma(o)_j \le p_j e^{\delta_j - \min\delta} . \f]
With \f$\delta = c\mathbf 1\f$: \f$\sigma(\log p + c\mathbf 1) = p\f$.  Softmax maps the vectors of sum
0 one to one onto the positive probability vectors, smoothly both ways.

\hypotheses \f$o\f$ finite, \f$p\f$ positive with sum 1.

\sources None prints it; S2, exercise 7 uses it when it raises probabilities to a power.

\derivation \f$e^{o_j} = p_j e^{\delta_j}\f$, so
\f$\sigma(o)_j = p_j e^{\delta_j}/\sum_k p_k e^{\delta_k}\f$, and the denominator, a mean of
\f$e^{\delta_k}\f$, lies between \f$e^{\min\delta}\f$ and \f$e^{\max\delta}\f$.  If
\f$\sigma(o) = p\f$ then \f$o = \log p + \operatorname{LSE}(o)\mathbf 1\f$: two such \f$o\f$ differ by
a constant, and one of them has sum 0.  Inverse and softmax are made of exponentials and logarithms of
positive numbers. ∎

\proved p distribution, p > 0

\rounding \f$\log p\f$ is not a vector of floats; the law says how far its rounding carries.

\witness \ref fault.powers-of-two: softmax with base 2.

\evidence{loss.inverse}
*/
// [loss.inverse]
Truth undoes_the_logarithm(const Evaluator& f, const Vector& o, const Vector& p) {
  const Intervals q = f(softmax, o);
  Intervals delta;
  for (std::size_t j = 0; j < o.size(); ++j) delta.push_back(Interval(o[j]) - log(Interval(p[j])));
  Interval least = delta[0], most = delta[0];
  for (const Interval& d : delta) {
    least = min(least, d);
    most = max(most, d);
  }
  Truth all;
  for (std::size_t j = 0; j < o.size(); ++j) {
    all &= less_equal(Interval(p[j]) * exp(delta[j] - most), q[j]) &&
           less_equal(q[j], Interval(p[j]) * exp(delta[j] - least));
  }
  return all;
}
// [loss.inverse]
const Law& loss_inverse = law({.id = "loss.inverse",
                               .inputs = logits_and_positive_distribution(),
                               .predicate = check(undoes_the_logarithm),
                               .witness = "powers-of-two"});

/**
\page law_loss
\law{loss.bayes} Adding log-likelihoods to logits gives the posterior

\statement Let \f$p = \sigma(o)\f$ be a prior and \f$l\f$ log-likelihoods of the observation.  Then
\f$\sigma(o + l)\f$ is the posterior, and \f$\operatorname{LSE}(o + l) - \operatorname{LSE}(o)\f$ the
logarithm of the evidence:
\f[ \sigma(o+l)_j = \frac{p_j e^{l_j}}{\sum_k p_k e^{l_k}} , \qquad
    \operatorname{LSE}(o+l) - \operatorname{LSE}(o) = \log\sum_k p_k e^{l_k} . \f]

\hypotheses \f$o, l\f$ finite, \f$o + l\f$ a vector of floats.

\sources In none of the four.

\derivation \f$e^{o_j} = p_j e^{\operatorname{LSE}(o)}\f$; so \f$\sum_k e^{o_k + l_k} =
e^{\operatorname{LSE}(o)}\sum_k p_k e^{l_k}\f$ and the quotients are Bayes' rule. With \f$o = \log p\f$
these are its usual forms. ∎

\proved n ≥ 1

\rounding The evidence may vanish in floats where its logarithm does not.

\witness \ref fault.powers-of-two: softmax with base 2 and log-sum-exp with base \f$e\f$.

\evidence{loss.bayes}
*/
// [loss.bayes]
Truth posterior(const Evaluator& f, const Vector& o, const Vector& l) {
  const Intervals prior = f(softmax, o), posterior = f(softmax, o + l);
  Intervals joint;
  for (std::size_t j = 0; j < o.size(); ++j) joint.push_back(prior[j] * exp(Interval(l[j])));
  const Interval evidence = sum(joint);
  Truth all = same(f(logsumexp, o + l) - f(logsumexp, o), log(evidence)).as("evidence");
  for (std::size_t j = 0; j < o.size(); ++j) all &= same(posterior[j], joint[j] / evidence);
  return all;
}
// [loss.bayes]
const Law& bayes = law({.id = "loss.bayes",
                        .inputs = two_logits_exact_sum(),
                        .predicate = check(posterior),
                        .witness = "powers-of-two"});

/**
\page law_loss
\erratum{erratum.infinite-logit} Certainty of softmax does not need an infinite logit

\printed Taking a softmax output towards 1 requires taking the corresponding input \f$o_i\f$ to
infinity, or all other outputs to negative infinity.

\sources S2, the log-likelihood.

\weight substance: only the gap counts.  Read of subsequences it is true: along some subsequence one of
the two happens.  As printed, of the whole process, it is not.

\counterexample Let the logits alternate between \f$(0, -t)\f$ and \f$(t, 0)\f$ as \f$t\f$ grows:
\f$\sigma_1 = 1/(1 + e^{-t})\f$ all along, while \f$o_1\f$ comes back to 0 for ever, and so does
\f$o_2\f$.  As a predicate on two points of the process, \f$(0, -40)\f$ and \f$(40, 0)\f$, both nearer
to 1 than \f$e^{-39}\f$: at both \f$o_1 > 1\f$, or at both \f$o_2 < -1\f$.

\correction \f$\sigma(o)_i \to 1\f$ if and only if \f$o_i - \max_{j \ne i}o_j \to \infty\f$.

\derivation See \ref loss.certainty, for every number of classes.

\evidence{erratum.infinite-logit}
*/
// [erratum.infinite-logit]
Truth near_one_asks_for_large_logits(const Evaluator& f, const Vector& a, const Vector& b) {
  const Interval missing =
      max(-f(cross_entropy_label_gradient, a, 0)[0], -f(cross_entropy_label_gradient, b, 0)[0]);
  const bool near = certainly_less(missing, exp(Interval(-39)));
  const bool first_large = std::min(a[0], b[0]) > 1, other_small = std::max(a[1], b[1]) < -1;
  return Truth(!near || first_large || other_small,
               "a large logit, or a small one, at both points");
}
// [erratum.infinite-logit]
const Erratum& infinite_logit = erratum({.id = "erratum.infinite-logit",
                                         .parameters = {{"a", Kind::vector}, {"b", Kind::vector}},
                                         .printed = check(near_one_asks_for_large_logits),
                                         .counterexample = "binary64; 0,-40; 40,0",
                                         .corrected_by = "loss.certainty"});

}  // namespace
}  // namespace softlaw::properties
