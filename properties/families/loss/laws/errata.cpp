// SPDX-License-Identifier: Apache-2.0
// The family loss, continued: false statements of the sources.
#include "families/logsumexp/functions.hpp"
#include "families/loss/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_loss
\erratum{erratum.loss-without-sum} The last line of the loss needs labels that sum to one

\printed \f$-\sum_j y_j\log\sigma(o)_j = \log\sum_k e^{o_k} - \sum_j y_j o_j\f$ for labels \f$y\f$,
and from it the derivative \f$\sigma(o)_j - y_j\f$.

\sources S2, the section on softmax and cross-entropy loss, the last line of the first display and the
second display; S3 §1.1 has the same derivative.

\weight notation: on the reading that labels always sum to 1 it is right, but the hypothesis that
turns the second line into the third is not printed, and the solution of S2, exercise 1, stumbles over
it: \ref erratum.hessian-of-any-labels.

\counterexample \f$o = (0, 0)\f$, \f$y = (1, 1)\f$: the loss is \f$2\log2 = 1.386294…\f$, the last
line gives \f$\log 2\f$.  The derivative is 0, the printed one \f$-\frac12\f$.

\correction \f$s\operatorname{LSE}(o) - \langle y, o\rangle\f$ and \f$s\,\sigma(o)_j - y_j\f$ with
\f$s = \sum_j y_j\f$.

\derivation See \ref loss.logsumexp-form and \ref loss.gradient.

\evidence{erratum.loss-without-sum}
*/
// [erratum.loss-without-sum]
Truth loss_without_sum(const Evaluator& f, const Vector& o, const Vector& y) {
  return same(f(cross_entropy_logits, o, y), f(logsumexp, o) - dot(enclose(y), enclose(o))) &&
         same(f(cross_entropy_logits_gradient, o, y), f(softmax, o) - enclose(y));
}
// [erratum.loss-without-sum]
const Erratum& without_sum = erratum({.id = "erratum.loss-without-sum",
                                      .parameters = {{"o", Kind::vector}, {"y", Kind::vector}},
                                      .printed = check(loss_without_sum),
                                      .counterexample = "binary64; 0,0; 1,1",
                                      .corrected_by = "loss.logsumexp-form"});

/**
\page law_loss
\erratum{erratum.sign-of-the-score} The gradient of the log-likelihood has the opposite sign

\printed In any exponential family the gradients of the log-likelihood are given by precisely this
term, \f$\sigma(o)_j - y_j\f$; in regression too the gradient is the difference between the observation
and the estimate.

\sources S2, the section on softmax and cross-entropy loss.  The summary repeats it: the expected
behaviour less its prediction.

\weight notation: \f$\sigma - y\f$ is the gradient of the negative log-likelihood, as the display
above the sentence says; the words lose the sign, and that \f$\theta\f$ must be the natural parameter.

\counterexample \f$o = (0, 0)\f$, observed class 1: the log-likelihood
\f$o_1 - \operatorname{LSE}(o)\f$ grows with \f$o_1\f$, at the rate \f$1 - \frac12\f$; the printed term
is \f$\frac12 - 1\f$.

\correction For \f$p_\theta(z) = h(z)e^{\langle\theta, T(z)\rangle - A(\theta)}\f$ with the natural
parameter \f$\theta\f$, \f$\nabla_\theta\log p_\theta(z) = T(z) - \mathbb E_\theta T\f$: observation
less estimate.  For softmax it is \f$y - \sigma(o)\f$.  The squared error \f$\frac12(\hat y - y)^2\f$
has \f$\hat y - y\f$, estimate less observation, and without its half twice that.

\derivation \f$\nabla A = \mathbb E_\theta T\f$ follows from
\f$A = \log\int h e^{\langle\theta, T\rangle}\f$; here \f$A = \operatorname{LSE}\f$, \f$T(c) = e_c\f$.
See \ref loss.gradient.

\evidence{erratum.sign-of-the-score}
*/
// [erratum.sign-of-the-score]
Truth score_is_estimate_less_observation(const Evaluator& f, const Vector& o, const Vector& y) {
  const Intervals score = Interval(-1) * f(cross_entropy_logits_gradient, o, y);
  return same(score, f(softmax, o) - enclose(y));
}
// [erratum.sign-of-the-score]
const Erratum& sign_of_the_score =
    erratum({.id = "erratum.sign-of-the-score",
             .parameters = {{"o", Kind::vector}, {"y", Kind::vector}},
             .printed = check(score_is_estimate_less_observation),
             .counterexample = "binary64; 0,0; 1,0",
             .corrected_by = "loss.gradient"});

}  // namespace
}  // namespace softlaw::properties
