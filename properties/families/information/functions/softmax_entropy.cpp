// SPDX-License-Identifier: Apache-2.0
#include <softlaw/entropy.hpp>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/reference/information.hpp>

#include "families/information/functions.hpp"
#include "families/information/inputs/inputs.hpp"
#include "inputs/special_inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real softmax_entropy(const Real* x, std::size_t n) {
    return softlaw::softmax_entropy(std::span(x, n));
  }
};

}  // namespace

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
// [softmax-entropy]
const Function<Interval(Vector)> softmax_entropy(
    {.name = "softmax_entropy",
     .meaning = "the entropy of softmax, in nats",
     .parameters = {{{"x"}}},
     .formula = [](const Vector& x) { return ref::softmax_entropy(enclose(x)); },
     .scale = [](const Vector& x) { return ref::condition::softmax_entropy(enclose(x)); },
     .range = [](const Format&, const Vector&) { return Interval::between(0, infinity); },
     .special =
         [](const Vector& x) {
           if (!x.empty() && is_undefined(x)) return not_a_number();
           return softmax_entropy.formula(present(x));
         },
     .field = SOFTLAW_FIELD(softmax_entropy),
     .agreement = {[] { return one_vector(); }, "softmax-entropy-of-rounded"},
     .special_values = {special_vector, "softmax-entropy-of-nothing"}});
// [softmax-entropy]

}  // namespace softlaw::properties
