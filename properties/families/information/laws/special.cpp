// SPDX-License-Identifier: Apache-2.0
// The family special goes on: surprisal, cross-entropy, relative entropy, their units, the entropy of
// softmax, and escort distributions.
#include "families/information/inputs/inputs.hpp"
#include "inputs/special_inputs.hpp"
#include "judge/agreement.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_special
\law{special.surprisal} Surprisal at special values

\statement \f$+\infty\f$ at 0, 0 at 1, NaN at NaN.

\hypotheses 0, the least and the largest float, 1, or NaN.

\sources S2, the section on surprisal; \ref special_values.

\derivation \f$-\log p \to \infty\f$ for \f$p \to 0\f$: what cannot happen surprises without bound.  ∎

\rounding At the least float the result is 744.44 (103.28 in binary32), far from overflow.

\witness \ref fault.surprisal-smoothed: 13.8 at 0.

\evidence{special.surprisal}
*/
// [special.surprisal]
const Law& special_surprisal = law({.id = "special.surprisal",
                                    .inputs = special_probability(),
                                    .predicate = agrees(Function::surprisal),
                                    .witness = "surprisal-smoothed"});
// [special.surprisal]

/**
\page law_special
\law{special.divergences} Cross-entropy and relative entropy at special values

\statement NaN for a NaN on either side.  A term with \f$p_i = 0\f$ is 0, whatever \f$q_i\f$ is; a
term with \f$p_i > 0 = q_i\f$ is \f$+\infty\f$.  Of nothing both are 0.

\hypotheses Entries 0, positive or NaN; they need not sum to 1, and the largest and the least float are
among them.

\sources S2, section on cross-entropy, which has neither case; \ref special_values.

\derivation \f$p\log q \to 0\f$ for \f$p \to 0\f$ and fixed \f$q > 0\f$, and what never happens costs
nothing to encode; \f$-p\log q \to \infty\f$ for \f$q \to 0\f$ and fixed \f$p > 0\f$: \f$H(p, q)\f$ is
infinite just when \f$p\f$ is not absolutely continuous with respect to \f$q\f$.  A NaN says that an
entry is not known.  ∎

\rounding Sums of entries that are no distribution may overflow.

\witness \ref fault.kl-as-written: \f$0\cdot(-\infty)\f$.

\evidence{special.divergences}
*/
// [special.divergences]
Truth divergences_at_special_values(const Evaluator& f, const Vector& p, const Vector& q) {
  return f.agrees(Function::cross_entropy, {p, q}).as("cross-entropy") &&
         f.agrees(Function::kl_divergence, {p, q}).as("relative entropy");
}
// [special.divergences]
const Law& special_divergences = law({.id = "special.divergences",
                                      .inputs = two_special_weights(),
                                      .predicate = check(divergences_at_special_values),
                                      .witness = "kl-as-written"});

/**
\page law_special
\law{special.units} Nats as bits and bits as nats at special values

\statement Infinities, zeros and NaN are themselves in either unit.

\hypotheses Any float, infinity or NaN.

\sources None of the four; \ref special_values.

\derivation Limits of \f$x/\log 2\f$ and \f$x\log 2\f$.  ∎

\rounding The largest float overflows when it is divided by \f$\log 2\f$; the least is itself in
either unit, since 1.44 and 0.69 round to 1.

\witness \ref fault.units-swapped: the largest float stays finite where it should overflow.

\evidence{special.units}
*/
// [special.units]
Truth units_at_special_values(const Evaluator& f, double t) {
  return f.agrees(Function::nats_to_bits, {t}).as("nats to bits") &&
         f.agrees(Function::bits_to_nats, {t}).as("bits to nats");
}
// [special.units]
const Law& special_units = law({.id = "special.units",
                                .inputs = special_number(),
                                .predicate = check(units_at_special_values),
                                .witness = "units-swapped"});

/**
\page law_special
\law{special.softmax-entropy} The entropy of softmax at special values

\statement NaN where softmax is NaN: for a NaN, a \f$+\infty\f$, or nothing but \f$-\infty\f$; entries
\f$-\infty\f$ beside others change nothing.  Of nothing it is 0.

\hypotheses Any vector of floats, infinities and NaN, also the empty one.

\sources None of the four; \ref special_values.

\derivation A masked entry has the probability 0, and \f$0\log 0 = 0\f$.  The empty sum is 0.  ∎

\rounding None.

\witness \ref fault.softmax-entropy-of-nothing: \f$0\cdot(-\infty)\f$ at a masked entry.

\evidence{special.softmax-entropy}
*/
// [special.softmax-entropy]
const Law& special_softmax_entropy = law({.id = "special.softmax-entropy",
                                          .inputs = special_vector(),
                                          .predicate = agrees(Function::softmax_entropy),
                                          .witness = "softmax-entropy-of-nothing"});
// [special.softmax-entropy]

/**
\page law_special
\law{special.escort} Escort distributions at special values

\statement NaN everywhere for a NaN, and where no entry is positive; entries 0 stay 0 for every
\f$\alpha > 0\f$; \f$\alpha = \infty\f$ shares among the largest entries alike.

\hypotheses Entries 0, positive or NaN, the largest and the least float among them;
\f$0 < \alpha \le \infty\f$.

\sources S2, exercise 7, parts 2 and 3, whose limits these are; \ref special_values.

\derivation \f$0^\alpha = 0\f$ for \f$\alpha > 0\f$.  (\f$0^0 = 1\f$ is no limit of these: at
\f$\alpha = 0\f$ the support would be lost, so 0 is refused.)  For \f$\alpha \to \infty\f$ see
\ref temperature.cold-escort.  Without a support it is 0/0.  ∎

\rounding The least float to a power above 1 underflows, and the largest overflows: neither shows in
the quotient.

\witness \ref fault.escort-off-the-support: zeros come alive.

\evidence{special.escort}
*/
// [special.escort]
const Law& special_escort = law({.id = "special.escort",
                                 .inputs = special_weights_and_exponent(),
                                 .predicate = agrees(Function::escort),
                                 .witness = "escort-off-the-support"});
// [special.escort]

}  // namespace
}  // namespace softlaw::properties
