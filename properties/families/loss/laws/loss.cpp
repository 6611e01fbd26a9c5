// SPDX-License-Identifier: Apache-2.0
/**
\page law_loss Cross-entropy

The loss of softmax regression: the surprisal of an observer who expects \f$\sigma(o)\f$, on
seeing \f$y\f$.  It is taken from the logits \f$o\f$ at once, for the logarithm of a rounded softmax
is infinite where the softmax underflows.
*/
#include "families/information/functions.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/loss/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// The label that is 1 at c alone.
Vector one_hot(const Vector& o, std::int64_t c) {
  Vector y(o.size());
  y.at(static_cast<std::size_t>(c)) = 1;
  return y;
}

double at(const Vector& o, std::int64_t c) { return o.at(static_cast<std::size_t>(c)); }
const Interval& at(const Intervals& p, std::int64_t c) { return p.at(static_cast<std::size_t>(c)); }

/**
\page law_loss
\law{loss.logsumexp-form} The cross-entropy loss is a log-sum-exp minus a mean of the logits

\statement With \f$s = \sum_j y_j\f$,
\f[ -\sum_j y_j \log\sigma(o)_j = s \operatorname{LSE}(o) - \langle y, o\rangle . \f]

\hypotheses \f$o\f$ finite, labels finite and not negative, of any sum.

\sources S2, the section on softmax and cross-entropy loss, has the second line of this and then, with
\f$s = 1\f$ left unsaid, a third: \ref erratum.loss-without-sum.  S3 §1.1 defines the loss.

\derivation \f$\log\sigma(o)_j = o_j - \operatorname{LSE}(o)\f$; multiply by \f$-y_j\f$ and add. ∎

\proved n ≥ 1

\rounding The left side has terms of one sign; on the right two large numbers cancel, and where the
logits are large the right side tells nothing about a small loss.

\witness \ref fault.loss-assumes-sum-one: \f$\operatorname{LSE}(o) - \langle y, o\rangle\f$.

\evidence{loss.logsumexp-form}
*/
// [loss.logsumexp-form]
Truth logsumexp_less_mean(const Evaluator& f, const Vector& o, const Vector& y) {
  const Interval s = sum(enclose(y));
  return same(f(cross_entropy_logits, o, y), s * f(logsumexp, o) - dot(enclose(y), enclose(o)));
}
// [loss.logsumexp-form]
const Law& logsumexp_form = law({.id = "loss.logsumexp-form",
                                 .inputs = logits_and_labels(),
                                 .predicate = check(logsumexp_less_mean),
                                 .witness = "loss-assumes-sum-one"});

/**
\page law_loss
\law{loss.gradient} The gradient of the cross-entropy loss is the prediction minus the label

\statement With \f$s = \sum_j y_j\f$, the derivative of the loss with respect to \f$o_j\f$ is
\f$s\,\sigma(o)_j - y_j\f$; for \f$s = 1\f$, prediction less label.  The entries of the gradient sum
to 0.

\hypotheses \f$o\f$ finite, labels finite and not negative, of any sum.

\sources S2, the section on softmax and cross-entropy loss, for \f$s = 1\f$; S3 §1.1, with the
softmax of one number: \ref erratum.softmax-of-one-number.  The solution of S2, exercise 1, prints the
derivatives of all three logits with \f$y_1 + y_2 + y_3\f$ in place.

\derivation \f$\partial\operatorname{LSE}/\partial o_j = \sigma_j\f$ (\ref softmax.gradient) and
\ref loss.logsumexp-form; the labels are constants. \f$\sum_j (s\sigma_j - y_j) = s - s\f$.  That the
formula is the derivative of the loss is checked by \ref loss.tangent and \ref loss.second-order. ∎

\proved n ≥ 1

\rounding The difference cancels where prediction and label agree; the contract allows for the loss
against \f$\sigma_j(s - y_j) + y_j(1 - \sigma_j)\f$, no more.

\witness \ref fault.gradient-assumes-sum-one: \f$\sigma(o) - y\f$ for labels of any sum.

\evidence{loss.gradient}
*/
// [loss.gradient]
Truth prediction_less_label(const Evaluator& f, const Vector& o, const Vector& y) {
  const Intervals gradient = f(cross_entropy_logits_gradient, o, y);
  const Interval s = sum(enclose(y));
  return same(gradient, s * f(softmax, o) - enclose(y)) &&
         same(sum(gradient), Interval(0)).as("sum");
}
// [loss.gradient]
const Law& loss_gradient = law({.id = "loss.gradient",
                                .inputs = logits_and_labels(),
                                .predicate = check(prediction_less_label),
                                .witness = "gradient-assumes-sum-one"});

/**
\page law_loss
\law{loss.hard-label} The cross-entropy loss of a one-hot label has a single term

\statement For a class \f$c\f$ and its one-hot label \f$e_c\f$, which is 1 at \f$c\f$ and 0 elsewhere,
\f[ -\sum_j (e_c)_j \log\sigma(o)_j = -\log\sigma(o)_c = \operatorname{LSE}(o) - o_c . \f]

\hypotheses \f$o\f$ finite, \f$c\f$ one of its indices.  Where \f$\sigma_j\f$ may be 0 the convention
\f$0\log0 = 0\f$ is needed: \ref special.cross-entropy-logits.

\sources S2, the classification problem: the one-hot encoding, where the integers number the classes
dog, cat, chicken and the one-hot labels cat, chicken, dog; here the index is the place of the 1.  S2,
the log-likelihood: all terms but one vanish.

\derivation \f$(e_c)_j\f$ is 0 but for \f$j = c\f$.  So \f$\sum_j (e_c)_j = 1\f$ and
\f$\langle e_c, o\rangle = o_c\f$, and \ref loss.logsumexp-form ends it. ∎

\proved n ≥ 1

\rounding None: both functions stand for the same number.

\witness \ref fault.labels-from-one: classes are counted from 1.

\evidence{loss.hard-label}
*/
// [loss.hard-label]
Truth one_term_is_left(const Evaluator& f, const Vector& o, std::int64_t c) {
  const Interval loss = f(cross_entropy_label, o, c);
  return same(loss, f(cross_entropy_logits, o, one_hot(o, c))).as("of the one-hot label") &&
         same(loss, -at(f(log_softmax, o), c)).as("log-softmax") &&
         same(loss, f(logsumexp, o) - at(o, c)).as("log-sum-exp");
}
// [loss.hard-label]
const Law& hard_label = law({.id = "loss.hard-label",
                             .inputs = logits_and_label(),
                             .predicate = check(one_term_is_left),
                             .witness = "labels-from-one"});

/**
\page law_loss
\law{loss.hard-gradient} The gradient of a hard label raises one logit and lowers all others

\statement The gradient \f$g = \sigma(o) - e_c\f$ has \f$g_j = \sigma_j\f$ for \f$j \ne c\f$ and
\f$g_c = -\sum_{j \ne c}\sigma_j\f$.  Hence \f$\sum_j g_j = 0\f$,
\f$\lVert g\rVert_1 = 2(1 - \sigma_c) \le 2\f$ and \f$\lVert g\rVert_2^2 \le 2(1 - \sigma_c)^2\f$.

\hypotheses \f$o\f$ finite, \f$c\f$ one of its indices.

\sources S2, the section on softmax and cross-entropy loss; the norms are not in the sources.

\derivation \f$\sigma_c - 1 = -\sum_{j\ne c}\sigma_j\f$ since softmax sums to 1.  With
\f$t = 1 - \sigma_c\f$, \f$\lVert g\rVert_1 = t + t\f$ and
\f$\lVert g\rVert_2^2 = t^2 + \sum_{j \ne c}\sigma_j^2 \le t^2 + t^2\f$. ∎

\proved n ≥ 1

\rounding \f$g_c\f$ keeps its relative accuracy only as the sum of the others.

\witness \ref fault.label-not-subtracted: softmax itself.

\evidence{loss.hard-gradient}
*/
// [loss.hard-gradient]
Truth pulls_one_up(const Evaluator& f, const Vector& o, std::int64_t c) {
  const Intervals g = f(cross_entropy_label_gradient, o, c), p = f(softmax, o);
  const Interval miss = -at(g, c);
  Truth all =
      same(g, f(cross_entropy_logits_gradient, o, one_hot(o, c))).as("of the one-hot label");
  for (std::size_t j = 0; j < o.size(); ++j) {
    if (j != static_cast<std::size_t>(c)) all &= same(g[j], p[j]);
  }
  return all && same(sum(g), Interval(0)).as("sum") && same(miss, 1 - at(p, c)).as("label") &&
         less_equal(norm_squared(g), 2 * sqr(miss)).as("norm");
}
// [loss.hard-gradient]
const Law& hard_gradient = law({.id = "loss.hard-gradient",
                                .inputs = logits_and_label(),
                                .predicate = check(pulls_one_up),
                                .witness = "label-not-subtracted"});

/**
\page law_loss
\law{loss.gibbs} The cross-entropy loss is at least the entropy of the labels, which is non-negative

\statement For labels that sum to 1, \f$-\sum_j y_j\log\sigma(o)_j \ge H(y) \ge 0\f$.

\words Nobody is less surprised than who knows the distribution.

\hypotheses \f$o\f$ finite, \f$y\f$ a probability vector.

\sources S2, the log-likelihood: the loss is bounded below by 0 as no entry exceeds 1; the sharper
bound is S2's statement that cross-entropy is least at \f$P = Q\f$.  \f$l = 0\f$ only if the label is
predicted with certainty is true of one-hot \f$y\f$; for others the loss is never 0, as \f$H(y) > 0\f$.

\derivation \f$\sigma_j \le 1\f$ makes every term non-negative, and \f$y_j \le 1\f$ those of
\f$H\f$.  As \f$\log t \le t - 1\f$,
\f$\sum_{y_j > 0} y_j\log(\sigma_j/y_j) \le \sum_{y_j > 0}(\sigma_j - y_j) \le 1 - 1 = 0\f$. ∎

\proved y distribution

\rounding Near \f$\sigma(o) = y\f$ the two sides agree to second order, and their roundings decide.

\witness \ref fault.loss-mean-over-classes: the mean over the classes for the sum.

\evidence{loss.gibbs}
*/
// [loss.gibbs]
Truth at_least_the_entropy(const Evaluator& f, const Vector& o, const Vector& y) {
  const Interval H = f(entropy, y);
  return less_equal(H, f(cross_entropy_logits, o, y)) && less_equal(Interval(0), H).as("entropy");
}
// [loss.gibbs]
const Law& gibbs = law({.id = "loss.gibbs",
                        .inputs = logits_and_distribution(),
                        .predicate = check(at_least_the_entropy),
                        .witness = "loss-mean-over-classes"});

/**
\page law_loss
\law{loss.expectation} The loss of soft labels is the expected loss of hard ones

\statement \f[ -\sum_j y_j \log\sigma(o)_j = \sum_c y_c \, l(e_c), \qquad
l(e_c) = -\log\sigma(o)_c . \f]
For labels that sum to 1 that is the expectation of the loss of a hard label drawn from \f$y\f$.

\hypotheses \f$o\f$ finite, labels finite and not negative.

\sources S2, the section on softmax and cross-entropy loss: a distribution over outcomes for a label.

\derivation The loss is linear in the labels, and \f$y = \sum_c y_c e_c\f$. ∎

\proved n ≥ 1

\rounding No term is negative, so nothing cancels.

\witness \ref fault.labels-normalised: labels divided by their sum.

\evidence{loss.expectation}
*/
// [loss.expectation]
Truth expected_loss(const Evaluator& f, const Vector& o, const Vector& y) {
  Interval expected = 0;
  for (std::size_t c = 0; c < o.size(); ++c) {
    expected += Interval(y[c]) * f(cross_entropy_label, o, static_cast<std::int64_t>(c));
  }
  return same(f(cross_entropy_logits, o, y), expected);
}
// [loss.expectation]
const Law& expectation = law({.id = "loss.expectation",
                              .inputs = logits_and_labels(),
                              .predicate = check(expected_loss),
                              .witness = "labels-normalised"});

}  // namespace
}  // namespace softlaw::properties
