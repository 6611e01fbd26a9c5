// SPDX-License-Identifier: Apache-2.0
#include <softlaw/loss.hpp>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/reference/loss.hpp>

#include "families/loss/functions.hpp"
#include "families/loss/functions/gradient.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real cross_entropy_label(const Real* o, std::size_t n, std::size_t label) {
    return guarded([&] { return softlaw::cross_entropy_label(std::span(o, n), label); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.cross-entropy-label} The cross-entropy of a hard label agrees with its exact value

\anchor agreement-hard-labels

\statement The result stands for \f$\operatorname{LSE}(o) - o_c\f$.

\hypotheses \f$o\f$ finite, \f$n \ge 1\f$, \f$c\f$ one of its indices.

\sources S2, the log-likelihood and the section on softmax and cross-entropy loss.

\derivation \ref agreement.cross-entropy-logits at \f$y = e_c\f$.  ∎

\rounding The difference cancels when \f$c\f$ is the likely class, as training makes it
about: it is \f$\log(1 + \sum_{j \ne c} e^{o_j - o_c})\f$.

\witness \ref fault.label-loss-by-subtraction: \f$\operatorname{LSE}(o)\f$ is rounded before the
difference is taken.

\evidence{agreement.cross-entropy-label}
*/

/**
\page law_special
\law{special.cross-entropy-label} The cross-entropy of a hard label at special values

\anchor special-hard-labels

\statement NaN where softmax is NaN; \f$+\infty\f$ for a label on a logit \f$-\infty\f$.

\hypotheses Any logits, one or more; the label is one of their indices.

\sources S2, the log-likelihood: an outcome that was given probability 0 incurs infinite loss.

\derivation \ref special.cross-entropy-logits at \f$y = e_c\f$.  ∎

\rounding None.

\witness \ref fault.loss-clipped: probabilities are kept above \f$10^{-7}\f$, so that no loss exceeds
16.2.

\evidence{special.cross-entropy-label}
*/
// [cross-entropy-label]
const Function<Interval(Vector, std::int64_t)> cross_entropy_label(
    {.name = "cross_entropy_label",
     .meaning = "logsumexp(o) less the logit of the label",
     .parameters = {{{"o"}, {"label"}}},
     .formula =
         [](const Vector& o, std::int64_t label) {
           return ref::cross_entropy_label(enclose(o), static_cast<std::size_t>(label));
         },
     .scale =
         [](const Vector& o, std::int64_t label) {
           return ref::condition::cross_entropy_label(enclose(o), nearest_label(o, label));
         },
     .range = [](const Format&, const Vector&,
                 std::int64_t) { return Interval::between(0, infinity); },
     .special = [](const Vector& o, std::int64_t label) -> Interval {
       if (is_undefined(o)) return not_a_number();
       if (o[static_cast<std::size_t>(label)] == -infinity) return infinity;
       return cross_entropy_label.formula(present(o), index_among_present(o, label));
     },
     .check = [](const Vector& o,
                 std::int64_t label) { require_label(cross_entropy_label, o, label); },
     .field = SOFTLAW_FIELD(cross_entropy_label),
     .agreement = {[] { return logits_and_label(); }, "label-loss-by-subtraction"},
     .special_values = {special_logits_and_label, "loss-clipped"}});
// [cross-entropy-label]

}  // namespace softlaw::properties
