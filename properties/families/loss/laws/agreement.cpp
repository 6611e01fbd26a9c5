// SPDX-License-Identifier: Apache-2.0
// The family agreement goes on: cross-entropy from logits, softmax regression, choice.
#include "judge/agreement.hpp"

#include "families/loss/inputs/regression_inputs.hpp"
#include "families/softmax/inputs/inputs.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_agreement
\law{agreement.soft-labels} The cross-entropy of soft labels and its gradient agree with their exact values

\statement The loss stands for \f$-\sum_j y_j \log\sigma(o)_j\f$ and entry \f$j\f$ of its gradient for
\f$\sigma(o)_j \sum_k y_k - y_j\f$.

\hypotheses \f$o\f$ finite, \f$n \ge 1\f$; labels finite and not negative, of any sum.

\sources S2, the log-likelihood and the section on softmax and cross-entropy loss; S3 §1.1.

\derivation The first is the definition; the second follows from
\f$\partial\log\sigma_j/\partial o_k = [j = k] - \sigma_k\f$.  ∎

\rounding No term of the loss is negative, so that it has as many correct digits as its logarithms.
In the gradient \f$\sigma_j s\f$ and \f$y_j\f$ may cancel; as
\f$\sigma_j(s - y_j) - y_j(1 - \sigma_j)\f$ they do so only where neither product is small beside the
other, and for one-hot labels not at all.

\witness \ref fault.loss-of-rounded-softmax: the logarithm of a rounded softmax.

\evidence{agreement.soft-labels}
*/
// [agreement.soft-labels]
const Law& soft_labels_agree = law(
    {.id = "agreement.soft-labels",
     .inputs = logits_and_labels(),
     .predicate = agree(Function::cross_entropy_logits, Function::cross_entropy_logits_gradient),
     .witness = "loss-of-rounded-softmax"});
// [agreement.soft-labels]

/**
\page law_agreement
\law{agreement.hard-labels} The cross-entropy of a hard label and its gradient agree with their exact values

\statement The loss stands for \f$\operatorname{LSE}(o) - o_c\f$, its gradient for
\f$\sigma(o) - e_c\f$.

\hypotheses \f$o\f$ finite, \f$n \ge 1\f$, \f$c\f$ one of its indices.

\sources S2, the log-likelihood and the section on softmax and cross-entropy loss.

\derivation \ref agreement.soft-labels at \f$y = e_c\f$.  ∎

\rounding Both differences cancel when \f$c\f$ is the likely class, which is what training brings
about: \f$\operatorname{LSE}(o) - o_c\f$ is \f$\log(1 + \sum_{j \ne c} e^{o_j - o_c})\f$, and
\f$\sigma_c - 1\f$ is \f$-\sum_{j \ne c}\sigma_j\f$.

\witness \ref fault.label-gradient-cancelled: \f$\sigma_c - 1\f$ by subtraction.

\evidence{agreement.hard-labels}
*/
// [agreement.hard-labels]
const Law& hard_labels_agree =
    law({.id = "agreement.hard-labels",
         .inputs = logits_and_label(),
         .predicate = agree(Function::cross_entropy_label, Function::cross_entropy_label_gradient),
         .witness = "label-gradient-cancelled"});
// [agreement.hard-labels]

/**
\page law_agreement
\law{agreement.regression-logits} The logits of a minibatch agree with their exact values

\statement Entry \f$(i, j)\f$ stands for \f$\sum_k x_{ik} w_{kj} + b_j\f$.

\hypotheses Finite entries; \f$X\f$ of one row or more, one feature or more; one class or more.

\sources S2, the linear model and the section on vectorization, which has \f$W\f$ transposed between
them: \f$3 \times 4\f$ there, \f$d \times q\f$ here.

\derivation The definition.  ∎

\rounding A sum of products in floats is good to about
\f$(d + 1) u \sum_k |x_{ik} w_{kj}| + |b_j|\f$, which is nothing where they cancel.  The scale of the
contract is that sum without the factor \f$d + 1\f$.

\witness \ref fault.logits-in-order: products and sums rounded one after the other.

\evidence{agreement.regression-logits}
*/
// [agreement.regression-logits]
const Law& regression_logits_agree = law({.id = "agreement.regression-logits",
                                          .inputs = affine_map(),
                                          .predicate = agrees(Function::regression_logits),
                                          .witness = "logits-in-order"});
// [agreement.regression-logits]

/**
\page law_agreement
\law{agreement.regression} The loss of softmax regression and its gradient agree with their exact values

\statement With \f$o_i = x_i W + b\f$, the loss stands for
\f$\frac1N \sum_i -\langle y_i, \log\sigma(o_i)\rangle\f$; its gradient for
\f$\frac1N \sum_i x_{ik} (s_i \sigma(o_i) - y_i)_j\f$ at \f$w_{kj}\f$ and the same without
\f$x_{ik}\f$ at \f$b_j\f$, where \f$s_i = \sum_j y_{ij}\f$.

\hypotheses Finite entries, labels not negative, one row or more.

\sources S2, the log-likelihood and the section on softmax and cross-entropy loss, with the chain rule.

\derivation The definition, and \f$\partial o_{ij}/\partial w_{kj} = x_{ik}\f$,
\f$\partial o_{ij}/\partial b_j = 1\f$.  ∎

\rounding The logits are not rounded before the softmax is taken of them: a logit of \f$10^{16}\f$
that is off by one unit would be off by a factor \f$e\f$ in the likelihood.

\witness \ref fault.loss-of-rounded-logits: logits rounded to floats on the way.

\evidence{agreement.regression}
*/
// [agreement.regression]
const Law& regression_agrees =
    law({.id = "agreement.regression",
         .inputs = minibatch(),
         .predicate = agree(Function::regression_loss, Function::regression_gradient),
         .witness = "loss-of-rounded-logits"});
// [agreement.regression]

/**
\page law_agreement
\law{agreement.preference} The preference of one score over another agrees with its exact value

\statement It stands for \f$1 / (1 + e^{b - a})\f$.

\hypotheses \f$a, b\f$ finite.

\sources S2, exercise 4.

\derivation Softmax of two scores, divided by the first weight.  ∎

\rounding Where \f$b - a\f$ is rounded first, its error \f$u|b - a|\f$ is a relative error of the
small probability.

\witness \ref fault.score-difference-rounded: logistic of the rounded difference.

\evidence{agreement.preference}
*/
// [agreement.preference]
const Law& preference_agrees = law({.id = "agreement.preference",
                                    .inputs = two_numbers(),
                                    .predicate = agrees(Function::preference),
                                    .witness = "score-difference-rounded"});
// [agreement.preference]

/**
\page law_agreement
\law{agreement.bradley-terry} The preference of one strength over another agrees with its exact value

\statement It stands for \f$a / (a + b)\f$.

\hypotheses \f$a, b > 0\f$ finite.

\sources S2, exercise 4, the solution.

\derivation The definition.  ∎

\rounding A sum and a quotient: at most two roundings, if the sum does not overflow.

\witness \ref fault.strengths-through-logarithms: logistic of the difference of two rounded logarithms.

\evidence{agreement.bradley-terry}
*/
// [agreement.bradley-terry]
const Law& bradley_terry_agrees = law({.id = "agreement.bradley-terry",
                                       .inputs = two_strengths(),
                                       .predicate = agrees(Function::bradley_terry),
                                       .witness = "strengths-through-logarithms"});
// [agreement.bradley-terry]

/**
\page law_agreement
\law{agreement.choice} The probabilities of a choice agree with their exact values

\statement Entry \f$i < n\f$ stands for \f$e^{o_i} / (e^{o_0} + \sum_j e^{o_j})\f$, the last for
\f$e^{o_0}\f$ over the same sum.

\hypotheses \f$o\f$ and \f$o_0\f$ finite, \f$n \ge 1\f$.

\sources S2, exercise 4.2 and its solution.

\derivation Softmax of the \f$n + 1\f$ scores.  ∎

\rounding As for \ref agreement.softmax.

\witness \ref fault.default-first: the default option comes first.

\evidence{agreement.choice}
*/
// [agreement.choice]
const Law& choice_agrees = law({.id = "agreement.choice",
                                .inputs = scores_and_default(),
                                .predicate = agrees(Function::choice),
                                .witness = "default-first"});
// [agreement.choice]

}  // namespace
}  // namespace softlaw::properties
