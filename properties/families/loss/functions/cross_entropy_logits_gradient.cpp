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
  static void cross_entropy_logits_gradient(const Real* o, const Real* y, std::size_t n,
                                            Real* out) {
    guarded(out, n, [&] {
      softlaw::cross_entropy_logits_gradient(std::span(o, n), std::span(y, n), std::span(out, n));
    });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.cross-entropy-logits-gradient} The gradient of the cross-entropy of soft labels agrees with its exact value

\statement Entry \f$j\f$ stands for \f$\sigma(o)_j \sum_k y_k - y_j\f$.

\hypotheses As for \ref agreement.cross-entropy-logits.

\sources S2, the section on softmax and cross-entropy loss.

\derivation \f$\partial\log\sigma_j/\partial o_k = [j = k] - \sigma_k\f$.  ∎

\rounding With \f$s = \sum_k y_k\f$, \f$\sigma_j s\f$ and \f$y_j\f$ may cancel; as
\f$\sigma_j(s - y_j) - y_j(1 - \sigma_j)\f$ they do so only where neither product is small beside the
other, and for one-hot labels not at all.

\witness \ref fault.gradient-assumes-sum-one: \f$\sigma(o) - y\f$ whatever the labels sum to.

\evidence{agreement.cross-entropy-logits-gradient}
*/

/**
\page law_special
\law{special.cross-entropy-logits-gradient} The gradient of the cross-entropy of soft labels at special values

\statement NaN everywhere where softmax is NaN or a label is.  At a logit \f$-\infty\f$ it is
\f$-y_j\f$, and the other entries count that label in \f$\sum_k y_k\f$.

\hypotheses As for \ref special.cross-entropy-logits.

\sources S2, the section on softmax and cross-entropy loss, which has finite logits.

\derivation \f$\sigma(o)_j \sum_k y_k - y_j\f$ with \f$\sigma(o)_j = 0\f$ there.  ∎

\rounding None.

\witness \ref fault.gradient-reversed: \f$y - \sigma(o)\sum_k y_k\f$.

\evidence{special.cross-entropy-logits-gradient}
*/
// [cross-entropy-logits-gradient]
const Function<Intervals(Vector, Vector)> cross_entropy_logits_gradient(
    {.name = "cross_entropy_logits_gradient",
     .meaning = "sum(y) softmax(o) - y",
     .parameters = {{{"o"}, {"y", non_negative}}},
     .formula =
         [](const Vector& o, const Vector& y) {
           return ref::cross_entropy_logits_gradient(enclose(o), enclose(y));
         },
     .scale =
         [](const Vector& o, const Vector& y) {
           return ref::condition::cross_entropy_logits_gradient(enclose(o), enclose(y));
         },
     .special =
         [](const Vector& o, const Vector& y) {
           if (is_undefined(o) || has_nan(y)) return Intervals(o.size(), not_a_number());
           const Intervals p = ref::softmax(enclose(present(o)));
           Intervals dense = cross_entropy_logits_gradient.formula(present(o), where_present(o, y));
           // the labels of logits that are not there count in the sum of the labels
           const Interval lost = sum_of_absent(o, y);
           for (std::size_t j = 0; j < dense.size(); ++j) dense[j] = dense[j] + lost * p[j];
           return spread_gradient(o, dense, [&](std::size_t j) { return -Interval(y[j]); });
         },
     .one_length = true,
     .field = SOFTLAW_FIELD(cross_entropy_logits_gradient),
     .agreement = {logits_and_labels, "gradient-assumes-sum-one"},
     .special_values = {special_logits_and_labels, "gradient-reversed"}});
// [cross-entropy-logits-gradient]

}  // namespace softlaw::properties
