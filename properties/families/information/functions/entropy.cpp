// SPDX-License-Identifier: Apache-2.0
#include <softlaw/entropy.hpp>
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
  static Real entropy(const Real* p, std::size_t n) {
    return guarded([&] { return softlaw::entropy(std::span(p, n)); });
  }
};

}  // namespace

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
// [entropy]
const Function<Interval(Vector)> entropy(
    {.name = "entropy",
     .meaning = "minus the sum of p log p, in nats",
     .parameters = {{{"p", non_negative}}},
     .formula = [](const Vector& p) { return ref::entropy(enclose(p)); },
     .scale = [](const Vector& p) { return ref::condition::entropy(enclose(p)); },
     .range =
         [](const Format&, const Vector& p) {
           return maximum(p) <= 1 ? Interval::between(0, infinity) : Interval::whole();
         },
     .special = [](const Vector& p) { return has_nan(p) ? not_a_number() : entropy.formula(p); },
     .field = SOFTLAW_FIELD(entropy),
     .agreement = {distribution, "entropy-epsilon"},
     .special_values = {special_weights, "zero-log-zero"}});
// [entropy]

}  // namespace softlaw::properties
