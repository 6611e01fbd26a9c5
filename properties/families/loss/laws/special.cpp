// SPDX-License-Identifier: Apache-2.0
// The family special goes on: cross-entropy from logits, softmax regression, choice.
#include "families/loss/inputs/regression_inputs.hpp"
#include "inputs/special_inputs.hpp"
#include "judge/agreement.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_special
\law{special.soft-labels} The cross-entropy of soft labels at special values

\statement NaN where softmax is NaN or a label is; a label 0 ignores its logit, also \f$-\infty\f$; a
label above 0 on a logit \f$-\infty\f$ costs \f$+\infty\f$.  The gradient is \f$-y_j\f$ there, and its
other entries count that label in \f$\sum_k y_k\f$.  Of nothing the loss is 0.

\hypotheses Any logits, perhaps none; labels finite and not negative, or NaN.

\sources S2, the log-likelihood: \f$-\log 0 = \infty\f$; that \f$0\log0\f$ is 0 it takes for granted.

\derivation \f$y \log p \to 0\f$ as \f$y \to 0\f$ for fixed \f$p > 0\f$, and along \f$p = y\f$; for
\f$y > 0\f$, \f$-y \log p \to \infty\f$ as \f$p \to 0\f$.  The gradient has \f$p_j = 0\f$.  ∎

\rounding None: what is at stake is \f$0 \cdot (-\infty)\f$, NaN in arithmetic.

\witness \ref fault.zero-label-counts: multiplies the label 0 by \f$-\infty\f$.

\evidence{special.soft-labels}
*/
// [special.soft-labels]
const Law& special_soft_labels = law(
    {.id = "special.soft-labels",
     .inputs = special_logits_and_labels(),
     .predicate = agree(Function::cross_entropy_logits, Function::cross_entropy_logits_gradient),
     .witness = "zero-label-counts"});
// [special.soft-labels]

/**
\page law_special
\law{special.hard-labels} The cross-entropy of a hard label at special values

\statement NaN where softmax is NaN; \f$+\infty\f$, with \f$-1\f$ in the gradient, for a label on a
logit \f$-\infty\f$.

\hypotheses Any logits, one or more; the label is one of their indices.

\sources S2, the log-likelihood: an outcome that was given probability 0 incurs infinite loss.

\derivation \ref special.soft-labels at \f$y = e_c\f$.  ∎

\rounding None.

\witness \ref fault.loss-clipped: probabilities are kept above \f$10^{-7}\f$, so that no loss exceeds
16.2.

\evidence{special.hard-labels}
*/
// [special.hard-labels]
const Law& special_hard_labels =
    law({.id = "special.hard-labels",
         .inputs = special_logits_and_label(),
         .predicate = agree(Function::cross_entropy_label, Function::cross_entropy_label_gradient),
         .witness = "loss-clipped"});
// [special.hard-labels]

/**
\page law_special
\law{special.regression-logits} The logits of a minibatch at special values

\statement A logit that meets an infinity or a NaN is the IEEE 754 sum of the terms that are not
finite: \f$0 \cdot \infty\f$ and \f$\infty - \infty\f$ are NaN.  The others do not feel it.

\hypotheses Infinities or NaN in \f$X\f$, \f$W\f$ or \f$b\f$.

\sources None of the four.

\derivation A finite sum beside an infinite term does not change it; \f$a \cdot \infty\f$ has no limit
for \f$a \to 0\f$.  ∎

\rounding None: finite products that overflow are finite still, and do not make a NaN of an infinity.

\witness \ref fault.zero-features-skipped: a product that leaves out zeros, as sparse ones do, takes
\f$0 \cdot \infty\f$ for 0.

\evidence{special.regression-logits}
*/
// [special.regression-logits]
const Law& special_regression_logits = law({.id = "special.regression-logits",
                                            .inputs = special_affine_map(),
                                            .predicate = agrees(Function::regression_logits),
                                            .witness = "zero-features-skipped"});
// [special.regression-logits]

/**
\page law_special
\law{special.regression} The loss of softmax regression at special values

\statement Loss and gradient are NaN when an entry of \f$X\f$, \f$W\f$, \f$b\f$ or \f$Y\f$ is NaN, or
one of \f$X\f$, \f$W\f$, \f$b\f$ infinite.

\hypotheses Such entries; labels finite and not negative, or NaN.

\sources None of the four.

\derivation A convention.  A mean over rows of which one is unknown is unknown.  ∎

\rounding None.

\witness \ref fault.rows-without-loss-skipped: a row whose loss is NaN is left out of the mean.

\evidence{special.regression}
*/
// [special.regression]
const Law& special_regression =
    law({.id = "special.regression",
         .inputs = special_minibatch(),
         .predicate = agree(Function::regression_loss, Function::regression_gradient),
         .witness = "rows-without-loss-skipped"});
// [special.regression]

/**
\page law_special
\law{special.preference} The preference of one score over another at special values

\statement An infinite score is certain to win over a smaller one; two equal infinities, or a NaN,
give NaN.

\hypotheses Any two numbers.

\sources None of the four.

\derivation The logistic function of \f$a - b\f$, which is \f$\infty - \infty\f$ for equal
infinities.  ∎

\rounding None; the difference of the largest floats of both signs overflows, the probability does
not.

\witness \ref fault.preference-of-exponentials: \f$e^a / (e^a + e^b)\f$, which is \f$\infty/\infty\f$
or \f$0/0\f$ at the ends.

\evidence{special.preference}
*/
// [special.preference]
const Law& special_preference = law({.id = "special.preference",
                                     .inputs = two_special_numbers(),
                                     .predicate = agrees(Function::preference),
                                     .witness = "preference-of-exponentials"});
// [special.preference]

/**
\page law_special
\law{special.bradley-terry} The preference of one strength over another at the ends of the range

\statement \f$a / (a + b)\f$, also where \f$a + b\f$ is above the largest float or both are the least;
NaN for a NaN.

\hypotheses \f$a, b\f$ positive and finite, or NaN.

\sources S2, exercise 4, the solution: strengths are positive.

\derivation The definition; the share lies between 0 and 1 whatever the sum.  ∎

\rounding The sum of two large strengths overflows in floats; the share is 1/2 for equal ones.

\witness \ref fault.strengths-overflow: \f$a / (a + b)\f$ as it is written.

\evidence{special.bradley-terry}
*/
// [special.bradley-terry]
const Law& special_bradley_terry = law({.id = "special.bradley-terry",
                                        .inputs = special_strengths(),
                                        .predicate = agrees(Function::bradley_terry),
                                        .witness = "strengths-overflow"});
// [special.bradley-terry]

/**
\page law_special
\law{special.choice} The probabilities of a choice at special values

\statement As \ref special.softmax for the \f$n + 1\f$ scores: a default of \f$-\infty\f$ is not
there, and of no options at all the default is certain.

\hypotheses Any scores, perhaps none, and any score of the default.

\sources None of the four; S2, exercise 4.2 has finite scores.

\derivation \ref special.softmax.  ∎

\rounding None.

\witness \ref fault.default-always-there: a default of \f$-\infty\f$ counts as a score of 0.

\evidence{special.choice}
*/
// [special.choice]
const Law& special_choice = law({.id = "special.choice",
                                 .inputs = special_scores_and_default(),
                                 .predicate = agrees(Function::choice),
                                 .witness = "default-always-there"});
// [special.choice]

}  // namespace
}  // namespace softlaw::properties
