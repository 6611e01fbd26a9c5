// SPDX-License-Identifier: Apache-2.0
#include <softlaw/choice.hpp>
#include <softlaw/reference/choice.hpp>
#include <softlaw/reference/condition.hpp>

#include "families/choice/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "inputs/special_inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real preference(Real a, Real b) { return softlaw::preference(a, b); }
};

}  // namespace

/**
\page law_agreement
\law{agreement.preference} The preference of one score over another agrees with its exact value

\statement It stands for \f$1 / (1 + e^{b - a})\f$.

\hypotheses \f$a, b\f$ finite.

\sources S2, exercise 4.

\derivation Softmax of two scores, divided by the first weight.  ∎

\rounding Where \f$b - a\f$ is rounded first, its error \f$u|b - a|\f$ is a relative error of the
small probability.

\witness \ref fault.score-difference-rounded: logistic of the rounded difference.

\evidence{agreement.preference}
*/

/**
\page law_special
\law{special.preference} The preference of one score over another at special values

\statement An infinite score is certain to win over a smaller one; two equal infinities, or a NaN,
give NaN.

\hypotheses Any two numbers.

\sources None of the four.

\derivation The logistic function of \f$a - b\f$, which is \f$\infty - \infty\f$ for equal
infinities.  ∎

\rounding None; the difference of the largest floats of both signs overflows, the probability does
not.

\witness \ref fault.preference-of-exponentials: \f$e^a / (e^a + e^b)\f$, which is \f$\infty/\infty\f$
or \f$0/0\f$ at the ends.

\evidence{special.preference}
*/
// [preference]
const Function<Interval(double, double)> preference(
    {.name = "preference",
     .meaning = "1 / (1 + exp(b - a)): that a is chosen, by scores",
     .parameters = {{{"a"}, {"b"}}},
     .formula = [](double a, double b) { return ref::preference(a, b); },
     .scale = [](double a, double b) { return ref::condition::preference(a, b); },
     .range = [](const Format&, double, double) { return Interval::between(0, 1); },
     .special = [](double a, double b) -> Interval {
       if (std::isnan(a) || std::isnan(b)) return not_a_number();
       if (!std::isinf(a) && !std::isinf(b)) return preference.formula(a, b);
       if (a == b) return not_a_number();
       return a > b ? 1 : 0;
     },
     .field = SOFTLAW_FIELD(preference),
     .agreement = {two_numbers, "score-difference-rounded"},
     .special_values = {two_special_numbers, "preference-of-exponentials"}});
// [preference]

}  // namespace softlaw::properties
