// SPDX-License-Identifier: Apache-2.0
// The family agreement goes on: surprisal, cross-entropy, relative entropy, their units, the entropy
// of softmax, and escort distributions.
#include "judge/agreement.hpp"

#include "families/information/inputs/inputs.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_agreement
\law{agreement.surprisal} Surprisal agrees with its exact value

\statement The result stands for \f$-\log p\f$, in nats.

\hypotheses \f$0 < p \le 1\f$.

\sources S2, the section on surprisal: the definition.

\derivation The definition.  ∎

\rounding \f$-\log p\f$ is what the logarithm of the format gives.  \f$\log(1/p)\f$, the same number,
rounds \f$1/p\f$ first: next to \f$p = 1\f$ that is an error as large as the result, and for subnormal
\f$p\f$ the inverse overflows.

\witness \ref fault.surprisal-of-inverse: does so.

\evidence{agreement.surprisal}
*/
// [agreement.surprisal]
const Law& surprisal_agrees = law({.id = "agreement.surprisal",
                                   .inputs = one_probability(),
                                   .predicate = agrees(Function::surprisal),
                                   .witness = "surprisal-of-inverse"});
// [agreement.surprisal]

/**
\page law_agreement
\law{agreement.cross-entropy} Cross-entropy agrees with its exact value

\statement The result stands for \f$-\sum_i p_i \log q_i\f$, in nats, \f$0\log 0 = 0\f$.

\hypotheses \f$p_i, q_i \ge 0\f$, both sums are 1 exactly.

\sources S2, section on cross-entropy: the definition.

\derivation The definition.  No term is negative.  ∎

\rounding Where \f$q_i\f$ is tiny its logarithm still is of modest size, and must come from \f$q_i\f$
itself: a small number that is added against \f$\log 0\f$ replaces it.

\witness \ref fault.cross-entropy-epsilon: \f$\log(q_i + 10^{-7})\f$.

\evidence{agreement.cross-entropy}
*/
// [agreement.cross-entropy]
const Law& cross_entropy_agrees = law({.id = "agreement.cross-entropy",
                                       .inputs = close_distributions(),
                                       .predicate = agrees(Function::cross_entropy),
                                       .witness = "cross-entropy-epsilon"});
// [agreement.cross-entropy]

/**
\page law_agreement
\law{agreement.kl-divergence} Relative entropy agrees with its exact value

\statement The result stands for \f$\sum_i p_i \log(p_i/q_i)\f$, in nats.

\hypotheses As for \ref agreement.cross-entropy; half of the pairs are close to each other.

\sources S2, section on cross-entropy, where it is the excess over the entropy; not printed.

\derivation The definition.  ∎

\rounding With \f$q_i = p_i + \delta_i\f$ the terms are \f$-\delta_i + \delta_i^2/(2p_i) - \dots\f$, and
the \f$\delta_i\f$ sum to 0: what is left is of the second order, while every term has errors of the
first.  \f$p\log(p/q) - p + q\f$ has no terms of the first order and is never negative; its sum is the
same number.

\witness \ref fault.kl-by-difference: the cross-entropy less the entropy, two numbers of size
\f$\log n\f$ whose difference may be \f$2^{-100}\f$.

\evidence{agreement.kl-divergence}
*/
// [agreement.kl-divergence]
const Law& kl_divergence_agrees = law({.id = "agreement.kl-divergence",
                                       .inputs = close_distributions(),
                                       .predicate = agrees(Function::kl_divergence),
                                       .witness = "kl-by-difference"});
// [agreement.kl-divergence]

/**
\page law_agreement
\law{agreement.units} Nats as bits and bits as nats agree with their exact values

\statement The results stand for \f$x/\log 2\f$ and \f$x\log 2\f$.

\hypotheses \f$x\f$ finite.

\sources S2, section on entropy: one nat is \f$1/\log 2 \approx 1.44\f$ bit, that is
\f$1.442695040888963407359924681001892137…\f$

\derivation The definition.  ∎

\rounding One product with a rounded constant is within 1 ulp already; within \f$\tfrac12\f$ ulp takes
the constant to twice the precision.

\witness \ref fault.units-by-rounded-constant: six decimals.

\evidence{agreement.units}
*/
// [agreement.units]
Truth units_agree(const Evaluator& f, double x) {
  return f.agrees(Function::nats_to_bits, {x}).as("nats to bits") &&
         f.agrees(Function::bits_to_nats, {x}).as("bits to nats");
}
// [agreement.units]
const Law& units = law({.id = "agreement.units",
                        .inputs = any_number("x"),
                        .predicate = check(units_agree),
                        .witness = "units-by-rounded-constant"});

/**
\page law_agreement
\law{agreement.softmax-entropy} The entropy of softmax agrees with its exact value

\statement The result stands for \f$-\sum_i \sigma(x)_i \log\sigma(x)_i\f$, in nats.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S2, section on entropy, of the probabilities that softmax makes; S3 §1.2 speaks of it.

\derivation With \f$m = \max_i x_i\f$, \f$s = \sum_i e^{x_i-m}\f$ and \f$p = \sigma(x)\f$,
\f$-\log p_i = (m - x_i) + \log s\f$, so that \f$H(p) = \log s + \sum_i p_i(m - x_i)\f$, a sum of terms
that are not negative.  ∎

\rounding Where one entry takes nearly all, \f$1 - p_k\f$ is made of the other entries, and a rounded
\f$p_k\f$ no longer knows it: the entropy of rounded probabilities is off by half an ulp of 1.

\witness \ref fault.softmax-entropy-of-rounded: rounds in between.

\evidence{agreement.softmax-entropy}
*/
// [agreement.softmax-entropy]
const Law& softmax_entropy_agrees = law({.id = "agreement.softmax-entropy",
                                         .inputs = one_vector(),
                                         .predicate = agrees(Function::softmax_entropy),
                                         .witness = "softmax-entropy-of-rounded"});
// [agreement.softmax-entropy]

/**
\page law_agreement
\law{agreement.escort} Escort distributions agree with their exact values

\statement Each entry stands for \f$p_i^\alpha/\sum_j p_j^\alpha\f$, and for 0 where \f$p_i = 0\f$.

\hypotheses \f$p_i \ge 0\f$ finite and not all 0, \f$0 < \alpha < \infty\f$.

\sources S2, exercise 7.

\derivation The definition.  Divided by the largest power, it is \f$e^{-d_i}/\sum_j e^{-d_j}\f$ with
\f$d_i = \alpha\log(\max p/p_i) \ge 0\f$.  ∎

\rounding The powers themselves underflow or overflow together, for \f$\alpha = 2\f$ below
\f$p = 1.5\cdot10^{-162}\f$, and then it is 0/0.  The quotients do not.

\witness \ref fault.escort-by-powers: forms them.

\evidence{agreement.escort}
*/
// [agreement.escort]
const Law& escort_agrees = law({.id = "agreement.escort",
                                .inputs = weights_and_exponent(),
                                .predicate = agrees(Function::escort),
                                .witness = "escort-by-powers"});
// [agreement.escort]

}  // namespace
}  // namespace softlaw::properties
