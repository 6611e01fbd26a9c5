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
  static void cross_entropy_label_gradient(const Real* o, std::size_t n, std::size_t label,
                                           Real* out) {
    guarded(out, n, [&] {
      softlaw::cross_entropy_label_gradient(std::span(o, n), label, std::span(out, n));
    });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.cross-entropy-label-gradient} The gradient of the cross-entropy of a hard label agrees with its exact value

\statement The results stand for \f$\sigma(o) - e_c\f$.

\hypotheses As for \ref agreement.cross-entropy-label.

\sources S2, the section on softmax and cross-entropy loss.

\derivation \ref agreement.cross-entropy-logits-gradient at \f$y = e_c\f$.  ∎

\rounding \f$\sigma_c - 1\f$ cancels when \f$c\f$ is the likely class: it is
\f$-\sum_{j \ne c}\sigma_j\f$.

\witness \ref fault.label-gradient-cancelled: \f$\sigma_c - 1\f$ by subtraction.

\evidence{agreement.cross-entropy-label-gradient}
*/

/**
\page law_special
\law{special.cross-entropy-label-gradient} The gradient of the cross-entropy of a hard label at special values

\statement NaN everywhere where softmax is NaN.  A logit \f$-\infty\f$ has 0, or \f$-1\f$ if it is that
of the label.

\hypotheses As for \ref special.cross-entropy-label.

\sources S2, the section on softmax and cross-entropy loss, which has finite logits.

\derivation \ref special.cross-entropy-logits-gradient at \f$y = e_c\f$.  ∎

\rounding None.

\witness \ref fault.label-not-subtracted: softmax itself.

\evidence{special.cross-entropy-label-gradient}
*/
// [cross-entropy-label-gradient]
const Function<Intervals(Vector, std::int64_t)> cross_entropy_label_gradient(
    {.name = "cross_entropy_label_gradient",
     .meaning = "softmax(o) less 1 at the label",
     .parameters = {{{"o"}, {"label"}}},
     .formula =
         [](const Vector& o, std::int64_t label) {
           return ref::cross_entropy_label_gradient(enclose(o), static_cast<std::size_t>(label));
         },
     .scale =
         [](const Vector& o, std::int64_t label) {
           return ref::condition::cross_entropy_label_gradient(enclose(o), nearest_label(o, label));
         },
     .range =
         [](const Format&, const Vector& o, std::int64_t label) {
           Intervals range(o.size(), Interval::between(0, 1));
           range[static_cast<std::size_t>(label)] = Interval::between(-1, 0);
           return range;
         },
     .special =
         [](const Vector& o, std::int64_t label) {
           if (is_undefined(o)) return Intervals(o.size(), not_a_number());
           const auto c = static_cast<std::size_t>(label);
           const Intervals dense = o[c] == -infinity
                                       ? ref::softmax(enclose(present(o)))
                                       : cross_entropy_label_gradient.formula(
                                             present(o), index_among_present(o, label));
           return spread_gradient(o, dense,
                                  [c](std::size_t j) { return Interval(j == c ? -1 : 0); });
         },
     .check = [](const Vector& o,
                 std::int64_t label) { require_label(cross_entropy_label_gradient, o, label); },
     .field = SOFTLAW_FIELD(cross_entropy_label_gradient),
     .agreement = {[] { return logits_and_label(); }, "label-gradient-cancelled"},
     .special_values = {special_logits_and_label, "label-not-subtracted"}});
// [cross-entropy-label-gradient]

}  // namespace softlaw::properties
