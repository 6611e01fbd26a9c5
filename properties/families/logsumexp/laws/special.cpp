// SPDX-License-Identifier: Apache-2.0
/**
\page law_special Special values

What comes back from infinities, NaN, nothing at all and the largest floats: the conventions of
\ref special_values, function by function.  The formulas do not settle these; most of what libraries
have had to mend in this family, they had to mend here.

The inputs are vectors of infinities of one sign or of NaN, vectors masked by \f$-\infty\f$ in places, the
largest floats of both signs side by side, one or two special entries among ordinary ones, and
nothing.  All these laws have one predicate, that of the page \ref law_agreement
\snippet judge/agreement.hpp agrees
*/
#include "inputs/special_inputs.hpp"
#include "judge/agreement.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_special
\law{special.logsumexp} Log-sum-exp at special values

\statement NaN for a NaN, else \f$+\infty\f$ for a \f$+\infty\f$; entries \f$-\infty\f$ change
nothing; \f$-\infty\f$ when nothing else is there.

\hypotheses Any vector of floats, infinities and NaN, also the empty one.

\sources None of the four; \ref special_values.

\derivation \f$e^{-\infty} = 0\f$ is the neutral element of the sum and \f$\log 0 = -\infty\f$: so
the law \f$\operatorname{LSE}(x, y) = \operatorname{logaddexp}(\operatorname{LSE}(x),
\operatorname{LSE}(y))\f$ goes on to hold for parts that are empty or masked.  The functions are
monotone: \f$+\infty\f$ is the limit when an entry grows.  ∎

\rounding None, but the largest floats belong here: their differences overflow, and
\f$e^{-\infty} = 0\f$ is the right answer then.

\witness \ref fault.unguarded-shift: subtracts an infinite maximum.

\evidence{special.logsumexp}
*/
// [special.logsumexp]
const Law& special_logsumexp = law({.id = "special.logsumexp",
                                    .inputs = special_vector(),
                                    .predicate = agrees(Function::logsumexp),
                                    .witness = "unguarded-shift"});
// [special.logsumexp]

/**
\page law_special
\law{special.logsumexp-scaled} Log-sum-exp with a scale at special values

\statement For \f$\lambda > 0\f$ as \ref special.logsumexp, for \f$\lambda < 0\f$ as
\ref special.softmin; for \f$\lambda = \pm\infty\f$ the maximum or the minimum of the entries.

\hypotheses Any vector, \f$\lambda \ne 0\f$ no NaN.

\sources S3 §3.3 is the limit \f$\lambda\to\infty\f$; the rest is in none of the four.

\derivation \f$\lambda^{-1}\operatorname{LSE}(\lambda x)\f$ with \f$\lambda x_i = \pm\infty\f$ by
the sign of \f$\lambda\f$; for \f$\lambda\to\infty\f$ it is
\f$m + \lambda^{-1}\log\sum_i e^{\lambda(x_i-m)}\f$, whose sum lies in \f$[1, n]\f$.  ∎

\rounding None.

\witness \ref fault.empty-sum-zero: 0 where there is nothing to sum.

\evidence{special.logsumexp-scaled}
*/
// [special.logsumexp-scaled]
const Law& special_logsumexp_scaled = law({.id = "special.logsumexp-scaled",
                                           .inputs = special_vector_and_scale(),
                                           .predicate = agrees(Function::logsumexp_scaled),
                                           .witness = "empty-sum-zero"});
// [special.logsumexp-scaled]

/**
\page law_special
\law{special.logaddexp} Log-sum-exp of two special numbers

\statement As \ref special.logsumexp at \f$(a, b)\f$: \f$-\infty\f$ is neutral, \f$+\infty\f$ and
NaN win.

\hypotheses Any two floats, infinities or NaN.

\sources None of the four; \ref special_values.

\derivation It is log-sum-exp of two entries.  ∎

\rounding None.  The usual formula has \f$a - b\f$ in it, and two equal infinities are the two
inputs at which that has no value.

\witness \ref fault.infinities-subtracted: does so.

\evidence{special.logaddexp}
*/
// [special.logaddexp]
const Law& special_logaddexp = law({.id = "special.logaddexp",
                                    .inputs = two_special_numbers(),
                                    .predicate = agrees(Function::logaddexp),
                                    .witness = "infinities-subtracted"});
// [special.logaddexp]

/**
\page law_special
\law{special.softmin} Soft-min at special values

\statement NaN for a NaN, else \f$-\infty\f$ for a \f$-\infty\f$; entries \f$+\infty\f$ change
nothing; \f$+\infty\f$ when nothing else is there.

\hypotheses Any vector, also the empty one.

\sources S3 §3.4 for the definition; \ref special_values.

\derivation \ref special.logsumexp at \f$-x\f$.  ∎

\rounding None.  Which of two numbers `min` and `fmin` return beside a NaN is not the same, and
`std::min` depends on the order.

\witness \ref fault.nan-swallowed: the minimum by `fmin`.

\evidence{special.softmin}
*/
// [special.softmin]
const Law& special_softmin = law({.id = "special.softmin",
                                  .inputs = special_vector(),
                                  .predicate = agrees(Function::softmin),
                                  .witness = "nan-swallowed"});
// [special.softmin]

/**
\page law_special
\law{special.softmin-scaled} Soft-min with a scale at special values

\statement For \f$\lambda > 0\f$ as \ref special.softmin, for \f$\lambda < 0\f$ as
\ref special.logsumexp; for \f$\lambda = \pm\infty\f$ the minimum or the maximum of the entries.

\hypotheses Any vector, \f$\lambda \ne 0\f$ no NaN.

\sources S3 §3.4; \ref special_values.

\derivation \ref special.logsumexp-scaled at \f$-\lambda\f$:
\f$-\lambda^{-1}\operatorname{LSE}(-\lambda x)\f$.  ∎

\rounding None.

\witness \ref fault.finite-sentinel: a large number stands in for infinity, and comes back.

\evidence{special.softmin-scaled}
*/
// [special.softmin-scaled]
const Law& special_softmin_scaled = law({.id = "special.softmin-scaled",
                                         .inputs = special_vector_and_scale(),
                                         .predicate = agrees(Function::softmin_scaled),
                                         .witness = "finite-sentinel"});
// [special.softmin-scaled]

/**
\page law_special
\law{special.excess} The excess over the maximum at special values

\statement NaN for a NaN or a \f$+\infty\f$ and where there is no maximum but \f$-\infty\f$; entries
\f$-\infty\f$ beside others change nothing.

\hypotheses Any vector, also the empty one.

\sources None of the four; \ref special_values.

\derivation It is \f$\operatorname{LSE}(x) - \max x\f$; the difference of two equal infinities has
no value, and no limit either: at \f$(t, t)\f$ the excess is \f$\log 2\f$ for every \f$t\f$, at
\f$(2t, t)\f$ it tends to 0 for \f$t\to\infty\f$.  ∎

\rounding None.

\witness \ref fault.excess-of-nothing-zero: 0 where the maximum is infinite.

\evidence{special.excess}
*/
// [special.excess]
const Law& special_excess = law({.id = "special.excess",
                                 .inputs = special_vector(),
                                 .predicate = agrees(Function::excess),
                                 .witness = "excess-of-nothing-zero"});
// [special.excess]

/**
\page law_special
\law{special.softplus} Softplus at special values

\statement \f$0\f$ at \f$-\infty\f$, \f$+\infty\f$ at \f$+\infty\f$, NaN at NaN.

\hypotheses Any float, infinity or NaN; the largest and least floats of both signs among them.

\sources None of the four; \ref special_values.

\derivation The limits of \f$\log(1+e^t)\f$.  ∎

\rounding At the largest float the result is that float, though \f$e^t\f$ has long overflowed.

\witness \ref fault.softplus-infinities: \f$t + \log(1+e^{-t})\f$ at every \f$t\f$.

\evidence{special.softplus}
*/
// [special.softplus]
const Law& special_softplus = law({.id = "special.softplus",
                                   .inputs = special_number(),
                                   .predicate = agrees(Function::softplus),
                                   .witness = "softplus-infinities"});
// [special.softplus]

/**
\page law_special
\law{special.logistic} The logistic function at special values

\statement \f$0\f$ at \f$-\infty\f$, \f$1\f$ at \f$+\infty\f$, NaN at NaN.

\hypotheses As for \ref special.softplus.

\sources None of the four; \ref special_values.

\derivation The limits of \f$1/(1+e^{-t})\f$.  ∎

\rounding At the largest float the result is exactly 1.

\witness \ref fault.logistic-by-growing-exponential: \f$\infty/\infty\f$ there.

\evidence{special.logistic}
*/
// [special.logistic]
const Law& special_logistic = law({.id = "special.logistic",
                                   .inputs = special_number(),
                                   .predicate = agrees(Function::logistic),
                                   .witness = "logistic-by-growing-exponential"});
// [special.logistic]

/**
\page law_special
\law{special.entropy} Entropy at special values

\statement NaN for a NaN; entries 0 change nothing; the entropy of nothing is 0.

\hypotheses Entries 0, positive or NaN; they need not sum to 1, and the largest float is among them.

\sources S2, section on entropy, whose definition does not exclude \f$P(j) = 0\f$ and does not say
what \f$0\log 0\f$ is.

\derivation \f$p\log p \to 0\f$ for \f$p \to 0\f$: the continuous extension.  ∎

\rounding The terms of entries above 1 are negative, and may overflow.

\witness \ref fault.zero-log-zero: \f$0\cdot(-\infty)\f$.

\evidence{special.entropy}
*/
// [special.entropy]
const Law& special_entropy = law({.id = "special.entropy",
                                  .inputs = special_weights(),
                                  .predicate = agrees(Function::entropy),
                                  .witness = "zero-log-zero"});
// [special.entropy]

}  // namespace
}  // namespace softlaw::properties
