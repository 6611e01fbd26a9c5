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
  static Real kl_divergence(const Real* p, const Real* q, std::size_t n) {
    return guarded([&] { return softlaw::kl_divergence(std::span(p, n), std::span(q, n)); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.kl-divergence} Relative entropy agrees with its exact value

\statement The result stands for \f$\sum_i p_i \log(p_i/q_i)\f$, in nats.

\hypotheses As for \ref agreement.cross-entropy; half of the pairs are close to each other.

\sources S2, section on cross-entropy, where it is the excess over the entropy; not printed.

\derivation The definition.  ∎

\rounding With \f$q_i = p_i + \delta_i\f$ the terms are \f$-\delta_i + \delta_i^2/(2p_i) - \dots\f$, and
the \f$\delta_i\f$ sum to 0: the remainder is of the second order, while every term has errors of the
first.  \f$p\log(p/q) - p + q\f$ has no terms of the first order and is never negative; its sum is the
same number.

\witness \ref fault.kl-by-difference: the cross-entropy less the entropy, two numbers of size
\f$\log n\f$ whose difference may be \f$2^{-100}\f$.

\evidence{agreement.kl-divergence}
*/

/**
\page law_special
\law{special.kl-divergence} Relative entropy at special values

\statement As \ref special.cross-entropy: NaN for a NaN on either side, a term with \f$p_i = 0\f$ is 0,
a term with \f$p_i > 0 = q_i\f$ is \f$+\infty\f$; of nothing it is 0.

\hypotheses As there.

\sources S2, section on cross-entropy, which has neither case; \ref special_values.

\derivation As there: \f$p\log p \to 0\f$ as well.  ∎

\rounding Sums of entries that are not a distribution may overflow.

\witness \ref fault.kl-as-written: \f$0\cdot(-\infty)\f$.

\evidence{special.kl-divergence}
*/
// [kl-divergence]
const Function<Interval(Vector, Vector)> kl_divergence(
    {.name = "kl_divergence",
     .meaning = "the sum of p log(p / q), in nats",
     .parameters = {{{"p", non_negative}, {"q", non_negative}}},
     .formula = [](const Vector& p,
                   const Vector& q) { return ref::kl_divergence(enclose(p), enclose(q)); },
     .scale = [](const Vector& p,
                 const Vector& q) { return ref::condition::kl_divergence(enclose(p), enclose(q)); },
     .special =
         [](const Vector& p, const Vector& q) {
           if (has_nan(p) || has_nan(q)) return not_a_number();
           return kl_divergence.formula(p, q);
         },
     .one_length = true,
     .field = SOFTLAW_FIELD(kl_divergence),
     .agreement = {close_distributions, "kl-by-difference"},
     .special_values = {two_special_weights, "kl-as-written"}});
// [kl-divergence]

}  // namespace softlaw::properties
