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
  static Real bradley_terry(Real a, Real b) {
    return guarded([&] { return softlaw::bradley_terry(a, b); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.bradley-terry} The preference of one strength over another agrees with its exact value

\statement It stands for \f$a / (a + b)\f$.

\hypotheses \f$a, b > 0\f$ finite.

\sources S2, exercise 4, the solution.

\derivation The definition.  ∎

\rounding A sum and a quotient: at most two roundings, if the sum does not overflow.

\witness \ref fault.strengths-through-logarithms: logistic of the difference of two rounded logarithms.

\evidence{agreement.bradley-terry}
*/

/**
\page law_special
\law{special.bradley-terry} The preference of one strength over another at the ends of the range

\statement \f$a / (a + b)\f$, also where \f$a + b\f$ is above the largest float or both are the least;
NaN for a NaN.

\hypotheses \f$a, b\f$ positive and finite, or NaN.

\sources S2, exercise 4, the solution: strengths are positive.

\derivation The definition; the share lies between 0 and 1 whatever the sum.  ∎

\rounding The sum of two large strengths overflows in floats; the share is 1/2 for equal ones.

\witness \ref fault.strengths-overflow: \f$a / (a + b)\f$ as it is written.

\evidence{special.bradley-terry}
*/
// [bradley-terry]
const Function<Interval(double, double)> bradley_terry(
    {.name = "bradley_terry",
     .meaning = "a / (a + b): that a is chosen, by strengths",
     .parameters = {{{"a", positive_finite_or_nan}, {"b", positive_finite_or_nan}}},
     .formula = [](double a, double b) { return ref::bradley_terry(a, b); },
     .scale = [](double a, double b) { return ref::condition::bradley_terry(a, b); },
     .range = [](const Format&, double, double) { return Interval::between(0, 1); },
     .special =
         [](double a, double b) {
           if (std::isnan(a) || std::isnan(b)) return not_a_number();
           return bradley_terry.formula(a, b);
         },
     .field = SOFTLAW_FIELD(bradley_terry),
     .agreement = {two_strengths, "strengths-through-logarithms"},
     .special_values = {special_strengths, "strengths-overflow"}});
// [bradley-terry]

}  // namespace softlaw::properties
