// SPDX-License-Identifier: Apache-2.0
#include <softlaw/information.hpp>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/reference/information.hpp>

#include "families/information/functions.hpp"
#include "families/information/inputs/inputs.hpp"
#include "inputs/special_inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real cross_entropy(const Real* p, const Real* q, std::size_t n) {
    return guarded([&] { return softlaw::cross_entropy(std::span(p, n), std::span(q, n)); });
  }
};

}  // namespace

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

/**
\page law_special
\law{special.cross-entropy} Cross-entropy at special values

\anchor special-divergences

\statement NaN for a NaN on either side.  A term with \f$p_i = 0\f$ is 0, whatever \f$q_i\f$ is; a
term with \f$p_i > 0 = q_i\f$ is \f$+\infty\f$.  Of nothing it is 0.

\hypotheses Entries 0, positive or NaN; they need not sum to 1, and the largest and the least float are
among them.

\sources S2, section on cross-entropy, which has neither case; \ref special_values.

\derivation \f$p\log q \to 0\f$ for \f$p \to 0\f$ and fixed \f$q > 0\f$, and events of
probability 0 cost nothing to encode; \f$-p\log q \to \infty\f$ for \f$q \to 0\f$ and fixed \f$p >
0\f$: \f$H(p, q)\f$ is infinite if and only if \f$p\f$ is not absolutely continuous with respect to
\f$q\f$.  A NaN says that an entry is not known.  ∎

\rounding Sums of entries that are not a distribution may overflow.

\witness \ref fault.cross-entropy-as-written: \f$0\cdot(-\infty)\f$.

\evidence{special.cross-entropy}
*/
// [cross-entropy]
const Function<Interval(Vector, Vector)> cross_entropy(
    {.name = "cross_entropy",
     .meaning = "minus the sum of p log q, in nats",
     .parameters = {{{"p", non_negative}, {"q", non_negative}}},
     .formula = [](const Vector& p,
                   const Vector& q) { return ref::cross_entropy(enclose(p), enclose(q)); },
     .scale = [](const Vector& p,
                 const Vector& q) { return ref::condition::cross_entropy(enclose(p), enclose(q)); },
     .range =
         [](const Format&, const Vector&, const Vector& q) {
           return maximum(q) <= 1 ? Interval::between(0, infinity) : Interval::whole();
         },
     .special =
         [](const Vector& p, const Vector& q) {
           if (has_nan(p) || has_nan(q)) return not_a_number();
           return cross_entropy.formula(p, q);
         },
     .one_length = true,
     .field = SOFTLAW_FIELD(cross_entropy),
     .agreement = {close_distributions, "cross-entropy-epsilon"},
     .special_values = {two_special_weights, "cross-entropy-as-written"}});
// [cross-entropy]

}  // namespace softlaw::properties
