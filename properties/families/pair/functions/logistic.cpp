// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/softplus.hpp>

#include "families/pair/functions.hpp"
#include "inputs/special_inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real logistic(Real t) { return softlaw::logistic(t); }
};

}  // namespace

/**
\page law_agreement
\law{agreement.logistic} The logistic function agrees with its exact value

\statement The result stands for \f$1/(1+e^{-t})\f$.

\hypotheses \f$t\f$ finite.

\sources S1, the definition of softmax with \f$n = 2\f$ and \f$x = (0, t)\f$.

\derivation \f$1/(1+e^{-t}) = e^t/(1+e^t)\f$: the first form is safe for \f$t \ge 0\f$, the second
for \f$t < 0\f$.  ∎

\rounding Each form overflows on the other's side.  \f$e^{-t} = \infty\f$ gives 0 for values that
are subnormal; \f$e^t/(1+e^t)\f$ gives \f$\infty/\infty\f$.

\witness \ref fault.logistic-by-growing-exponential: \f$e^t/(1+e^t)\f$ for every \f$t\f$.

\evidence{agreement.logistic}
*/

/**
\page law_special
\law{special.logistic} The logistic function at special values

\statement \f$0\f$ at \f$-\infty\f$, \f$1\f$ at \f$+\infty\f$, NaN at NaN.

\hypotheses As for \ref special.softplus.

\sources None of the four; \ref special_values.

\derivation The limits of \f$1/(1+e^{-t})\f$.  ∎

\rounding At the largest float the result is exactly 1.

\witness \ref fault.logistic-by-growing-exponential: \f$\infty/\infty\f$ there.

\evidence{special.logistic}
*/
// [logistic]
const Function<Interval(double)> logistic(
    {.name = "logistic",
     .meaning = "1 / (1 + exp -t)",
     .parameters = {{{"t"}}},
     .formula = [](double t) { return ref::logistic(t); },
     .scale = [](double t) { return ref::condition::logistic(t); },
     .range = [](const Format&, double) { return Interval::between(0, 1); },
     .special =
         [](double t) {
           if (std::isnan(t)) return not_a_number();
           if (std::isinf(t)) return t < 0 ? Interval(0) : Interval(1);
           return logistic.formula(t);
         },
     .field = SOFTLAW_FIELD(logistic),
     .agreement = {one_number, "logistic-by-growing-exponential"},
     .special_values = {special_number, "logistic-by-growing-exponential"}});
// [logistic]

}  // namespace softlaw::properties
