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
  static Real softplus(Real t) { return softlaw::softplus(t); }
};

}  // namespace

/**
\page law_agreement
\law{agreement.softplus} Softplus agrees with its exact value

\statement The result stands for \f$\log(1+e^t)\f$.

\hypotheses \f$t\f$ finite.

\sources S3 §3.1 with \f$(a, b) = (0, t)\f$.

\derivation \f$\log(1+e^t) = \max(t,0) + \operatorname{log1p}(e^{-|t|})\f$; no two terms of
different sign.  ∎

\rounding For \f$t < -37\f$ the sum \f$1 + e^t\f$ is 1 in binary64 and its logarithm 0, while
softplus is \f$e^t\f$; for \f$t > 709.8\f$ the exponential overflows, while softplus is \f$t\f$.

\witness \ref fault.softplus-as-written: \f$\log(1+e^t)\f$ as it stands.

\evidence{agreement.softplus}
*/

/**
\page law_special
\law{special.softplus} Softplus at special values

\statement \f$0\f$ at \f$-\infty\f$, \f$+\infty\f$ at \f$+\infty\f$, NaN at NaN.

\hypotheses Any float, infinity or NaN; the largest and least floats of both signs among them.

\sources None of the four; \ref special_values.

\derivation The limits of \f$\log(1+e^t)\f$.  ∎

\rounding At the largest float the result is that float, though \f$e^t\f$ has long overflowed.

\witness \ref fault.softplus-infinities: \f$t + \log(1+e^{-t})\f$ at every \f$t\f$.

\evidence{special.softplus}
*/
// [softplus]
const Function<Interval(double)> softplus(
    {.name = "softplus",
     .meaning = "log(1 + exp t)",
     .parameters = {{{"t"}}},
     .formula = [](double t) { return ref::softplus(t); },
     .scale = [](double t) { return ref::condition::softplus(t); },
     .range = [](const Format&, double t) { return Interval::between(std::max(t, 0.0), infinity); },
     .special =
         [](double t) {
           if (std::isnan(t)) return not_a_number();
           if (std::isinf(t)) return t < 0 ? Interval(0) : Interval(infinity);
           return softplus.formula(t);
         },
     .field = SOFTLAW_FIELD(softplus),
     .agreement = {one_number, "softplus-as-written"},
     .special_values = {special_number, "softplus-infinities"}});
// [softplus]

}  // namespace softlaw::properties
