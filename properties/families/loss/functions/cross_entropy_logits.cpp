// SPDX-License-Identifier: Apache-2.0
#include <softlaw/loss.hpp>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/reference/loss.hpp>

#include "families/loss/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real cross_entropy_logits(const Real* o, const Real* y, std::size_t n) {
    return guarded([&] { return softlaw::cross_entropy_logits(std::span(o, n), std::span(y, n)); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.cross-entropy-logits} The cross-entropy of soft labels agrees with its exact value

\anchor agreement-soft-labels

\statement The result stands for \f$-\sum_j y_j \log\sigma(o)_j\f$.

\hypotheses \f$o\f$ finite, \f$n \ge 1\f$; labels finite and not negative, of any sum.

\sources S2, the log-likelihood and the section on softmax and cross-entropy loss; S3 §1.1.

\derivation The definition.  ∎

\rounding No term of the loss is negative, so that it has as many correct digits as its logarithms.

\witness \ref fault.loss-of-rounded-softmax: the logarithm of a rounded softmax.

\evidence{agreement.cross-entropy-logits}
*/

/**
\page law_special
\law{special.cross-entropy-logits} The cross-entropy of soft labels at special values

\anchor special-soft-labels

\statement NaN where softmax is NaN or a label is; a label 0 ignores its logit, also \f$-\infty\f$; a
label above 0 on a logit \f$-\infty\f$ costs \f$+\infty\f$.  Of nothing the loss is 0.

\hypotheses Any logits, perhaps none; labels finite and not negative, or NaN.

\sources S2, the log-likelihood: \f$-\log 0 = \infty\f$; that \f$0\log0\f$ is 0 it takes for granted.

\derivation \f$y \log p \to 0\f$ as \f$y \to 0\f$ for fixed \f$p > 0\f$, and along \f$p = y\f$; for
\f$y > 0\f$, \f$-y \log p \to \infty\f$ as \f$p \to 0\f$.  ∎

\rounding None: the danger is \f$0 \cdot (-\infty)\f$, NaN in arithmetic.

\witness \ref fault.zero-label-counts: multiplies the label 0 by \f$-\infty\f$.

\evidence{special.cross-entropy-logits}
*/
// [cross-entropy-logits]
const Function<Interval(Vector, Vector)> cross_entropy_logits(
    {.name = "cross_entropy_logits",
     .meaning = "minus the sum of y_j times the logarithm of softmax(o)_j",
     .parameters = {{{"o"}, {"y", non_negative}}},
     .formula = [](const Vector& o,
                   const Vector& y) { return ref::cross_entropy_logits(enclose(o), enclose(y)); },
     .scale =
         [](const Vector& o, const Vector& y) {
           return ref::condition::cross_entropy_logits(enclose(o), enclose(y));
         },
     .range = [](const Format&, const Vector&,
                 const Vector&) { return Interval::between(0, infinity); },
     .special = [](const Vector& o, const Vector& y) -> Interval {
       if (o.empty()) return 0;
       if (is_undefined(o) || has_nan(y)) return not_a_number();
       for (std::size_t j = 0; j < o.size(); ++j) {
         if (y[j] > 0 && o[j] == -infinity) return infinity;
       }
       return cross_entropy_logits.formula(present(o), where_present(o, y));
     },
     .one_length = true,
     .field = SOFTLAW_FIELD(cross_entropy_logits),
     .agreement = {logits_and_labels, "loss-of-rounded-softmax"},
     .special_values = {special_logits_and_labels, "zero-label-counts"}});
// [cross-entropy-logits]

}  // namespace softlaw::properties
