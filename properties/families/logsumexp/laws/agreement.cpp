// SPDX-License-Identifier: Apache-2.0
/**
\page law_agreement Agreement

What a contract says, and nothing else: the interval of exact values that a result may stand for
holds the exact value, function by function.  The other laws relate results to each other, and hold
for whoever computes a wrong thing consistently; these do not.  The exact value comes from the
reference, which evaluates the formulas of the sources in interval arithmetic and shares no code
with what is judged.

The inputs are all classes of vectors; what is hard about a function is said at its law.  All these
laws have one predicate:
\snippet judge/agreement.hpp agrees
*/
#include "judge/agreement.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_agreement
\law{agreement.logsumexp} Log-sum-exp agrees with its exact value

\statement The result stands for \f$\log\sum_i e^{x_i}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S3 §3.5.

\derivation With \f$m = \max_i x_i\f$ attained at \f$k\f$,
\f$\operatorname{LSE}(x) = m + \operatorname{log1p}\bigl(\sum_{i\ne k} e^{x_i-m}\bigr)\f$.  ∎

\rounding The sum is at least 0 and well conditioned; the last addition is not.  Where \f$m\f$ is
about \f$-\log n\f$, as when \f$x\f$ holds log-probabilities, the two terms cancel, and each must be
known beyond working precision.  Where the other terms are small against 1, adding them to 1 before
the logarithm loses them.

\witness \ref fault.plain-logsumexp: \f$m + \log\sum_i e^{x_i-m}\f$, every operation rounded.

\evidence{agreement.logsumexp}
*/
// [agreement.logsumexp]
const Law& logsumexp_agrees = law({.id = "agreement.logsumexp",
                                   .inputs = one_vector(),
                                   .predicate = agrees(Function::logsumexp),
                                   .witness = "plain-logsumexp"});
// [agreement.logsumexp]

/**
\page law_agreement
\law{agreement.logsumexp-scaled} Log-sum-exp with a scale agrees with its exact value

\statement The result stands for \f$\lambda^{-1}\log\sum_i e^{\lambda x_i}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$\lambda > 0\f$ finite.

\sources S3 §3.2.

\derivation It is \f$m + \lambda^{-1}\log\sum_i e^{\lambda(x_i-m)}\f$.  ∎

\rounding The product \f$\lambda x_i\f$ is no float.  Rounded, it is off by
\f$u\,\lambda|x_i|\f$, which is an error of \f$u|x_i|\f$ in the result; that is harmless only while
the result is as large.  It may also overflow where the result does not.

\witness \ref fault.scale-rounds-products: the products \f$\lambda x_i\f$ are rounded.

\evidence{agreement.logsumexp-scaled}
*/
// [agreement.logsumexp-scaled]
const Law& logsumexp_scaled_agrees = law({.id = "agreement.logsumexp-scaled",
                                          .inputs = vector_and_scale(),
                                          .predicate = agrees(Function::logsumexp_scaled),
                                          .witness = "scale-rounds-products"});
// [agreement.logsumexp-scaled]

/**
\page law_agreement
\law{agreement.logaddexp} Log-sum-exp of two numbers agrees with its exact value

\statement The result stands for \f$\log(e^a + e^b)\f$.

\hypotheses \f$a, b\f$ finite.

\sources S3 §3.1.

\derivation \f$\log(e^a+e^b) = \max(a,b) + \operatorname{log1p}(e^{-|a-b|})\f$.  ∎

\rounding \f$e^{-|a-b|}\f$ is below half an ulp of 1 only from \f$|a-b| = 36.8\f$ on (16.7 in
binary32), and it counts for longer when the maximum is near 0: no gap is safe to cut at.

\witness \ref fault.logaddexp-cutoff: the maximum as soon as the gap passes 20.

\evidence{agreement.logaddexp}
*/
// [agreement.logaddexp]
const Law& logaddexp_agrees = law({.id = "agreement.logaddexp",
                                   .inputs = two_numbers(),
                                   .predicate = agrees(Function::logaddexp),
                                   .witness = "logaddexp-cutoff"});
// [agreement.logaddexp]

/**
\page law_agreement
\law{agreement.softmin} Soft-min agrees with its exact value

\statement The result stands for \f$-\log\sum_i e^{-x_i}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S3 §3.4 and S3 §3.5.

\derivation The definition; \ref agreement.logsumexp at \f$-x\f$.  ∎

\rounding As there.  Where it is a loop of its own, it has a remainder of its own too: vector code
takes entries by fours or eights and the last ones singly.

\witness \ref fault.softmin-drops-tail: the entries after the last multiple of four are forgotten.

\evidence{agreement.softmin}
*/
// [agreement.softmin]
const Law& softmin_agrees = law({.id = "agreement.softmin",
                                 .inputs = one_vector(),
                                 .predicate = agrees(Function::softmin),
                                 .witness = "softmin-drops-tail"});
// [agreement.softmin]

/**
\page law_agreement
\law{agreement.softmin-scaled} Soft-min with a scale agrees with its exact value

\statement The result stands for \f$-\lambda^{-1}\log\sum_i e^{-\lambda x_i}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$\lambda > 0\f$ finite.

\sources S3 §3.4: the limit there is of \f$\lambda^{-1}\operatorname{softmin}(\lambda x)\f$.

\derivation The definition of soft-min at \f$\lambda x\f$.  ∎

\rounding As for \ref agreement.logsumexp-scaled.

\witness \ref fault.softmin-scaled-undivided: the factor \f$\lambda^{-1}\f$ is left out.

\evidence{agreement.softmin-scaled}
*/
// [agreement.softmin-scaled]
const Law& softmin_scaled_agrees = law({.id = "agreement.softmin-scaled",
                                        .inputs = vector_and_scale(),
                                        .predicate = agrees(Function::softmin_scaled),
                                        .witness = "softmin-scaled-undivided"});
// [agreement.softmin-scaled]

/**
\page law_agreement
\law{agreement.excess} The excess over the maximum agrees with its exact value

\statement The result stands for \f$\log\sum_i e^{x_i-m}\f$, \f$m = \max_i x_i\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S3 §3.1: the term that is added to the maximum.

\derivation The definition.  ∎

\rounding It is small where log-sum-exp is next to the maximum, down to the least subnormal, and a
relative error is promised there too: \f$\operatorname{LSE}(x) - m\f$ of a rounded LSE has none.

\witness \ref fault.excess-by-difference: log-sum-exp, rounded, less the maximum.

\evidence{agreement.excess}
*/
// [agreement.excess]
const Law& excess_agrees = law({.id = "agreement.excess",
                                .inputs = one_vector(),
                                .predicate = agrees(Function::excess),
                                .witness = "excess-by-difference"});
// [agreement.excess]

/**
\page law_agreement
\law{agreement.softplus} Softplus agrees with its exact value

\statement The result stands for \f$\log(1+e^t)\f$.

\hypotheses \f$t\f$ finite.

\sources S3 §3.1 with \f$(a, b) = (0, t)\f$.

\derivation \f$\log(1+e^t) = \max(t,0) + \operatorname{log1p}(e^{-|t|})\f$; no two terms of
different sign.  ∎

\rounding For \f$t < -37\f$ the sum \f$1 + e^t\f$ is 1 in binary64 and its logarithm 0, while
softplus is \f$e^t\f$; for \f$t > 709.8\f$ the exponential overflows, while softplus is \f$t\f$.

\witness \ref fault.softplus-as-written: \f$\log(1+e^t)\f$ as it stands.

\evidence{agreement.softplus}
*/
// [agreement.softplus]
const Law& softplus_agrees = law({.id = "agreement.softplus",
                                  .inputs = one_number(),
                                  .predicate = agrees(Function::softplus),
                                  .witness = "softplus-as-written"});
// [agreement.softplus]

/**
\page law_agreement
\law{agreement.logistic} The logistic function agrees with its exact value

\statement The result stands for \f$1/(1+e^{-t})\f$.

\hypotheses \f$t\f$ finite.

\sources S1, the definition of softmax with \f$n = 2\f$ and \f$x = (0, t)\f$.

\derivation \f$1/(1+e^{-t}) = e^t/(1+e^t)\f$: the first form is safe for \f$t \ge 0\f$, the second
for \f$t < 0\f$.  ∎

\rounding Each form overflows on the other's side.  \f$e^{-t} = \infty\f$ gives 0 for values that
are subnormal; \f$e^t/(1+e^t)\f$ gives \f$\infty/\infty\f$.

\witness \ref fault.logistic-by-growing-exponential: \f$e^t/(1+e^t)\f$ for every \f$t\f$.

\evidence{agreement.logistic}
*/
// [agreement.logistic]
const Law& logistic_agrees = law({.id = "agreement.logistic",
                                  .inputs = one_number(),
                                  .predicate = agrees(Function::logistic),
                                  .witness = "logistic-by-growing-exponential"});
// [agreement.logistic]

/**
\page law_agreement
\law{agreement.entropy} Entropy agrees with its exact value

\statement The result stands for \f$-\sum_i p_i \log p_i\f$, in nats, \f$0\log 0 = 0\f$.

\hypotheses \f$p_i \ge 0\f$, the sum is 1 exactly.

\sources S2, section on entropy: the definition.

\derivation The definition.  All terms are at least 0 for \f$p_i \le 1\f$: nothing cancels.  ∎

\rounding Next to \f$p_i = 1\f$ the logarithm is small, and it is exact only if nothing is added to
its argument; where one \f$p_i\f$ takes nearly all, the entropy is made of the small ones.

\witness \ref fault.entropy-epsilon: \f$\log(p_i + 10^{-12})\f$, against the logarithm of 0.

\evidence{agreement.entropy}
*/
// [agreement.entropy]
const Law& entropy_agrees = law({.id = "agreement.entropy",
                                 .inputs = distribution(),
                                 .predicate = agrees(Function::entropy),
                                 .witness = "entropy-epsilon"});
// [agreement.entropy]

}  // namespace
}  // namespace softlaw::properties
