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
  static Real surprisal(Real p) {
    return guarded([&] { return softlaw::surprisal(p); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.surprisal} Surprisal agrees with its exact value

\statement The result stands for \f$-\log p\f$, in nats.

\hypotheses \f$0 < p \le 1\f$.

\sources S2, the section on surprisal: the definition.

\derivation The definition.  ∎

\rounding \f$-\log p\f$ is the result of the logarithm of the format.  \f$\log(1/p)\f$, the same number,
rounds \f$1/p\f$ first: next to \f$p = 1\f$ that is an error as large as the result, and for subnormal
\f$p\f$ the inverse overflows.

\witness \ref fault.surprisal-of-inverse: does so.

\evidence{agreement.surprisal}
*/

/**
\page law_special
\law{special.surprisal} Surprisal at special values

\statement \f$+\infty\f$ at 0, 0 at 1, NaN at NaN.

\hypotheses 0, the least and the largest float, 1, or NaN.

\sources S2, the section on surprisal; \ref special_values.

\derivation \f$-\log p \to \infty\f$ for \f$p \to 0\f$: an impossible event has an infinite surprisal.  ∎

\rounding At the least float the result is 744.44 (103.28 in binary32), far from overflow.

\witness \ref fault.surprisal-smoothed: 13.8 at 0.

\evidence{special.surprisal}
*/
// [surprisal]
const Function<Interval(double)> surprisal(
    {.name = "surprisal",
     .meaning = "minus log p, in nats",
     .parameters = {{{"p", non_negative}}},
     .formula = [](double p) { return ref::surprisal(p); },
     .scale = [](double p) { return ref::condition::surprisal(p); },
     .range = [](const Format&,
                 double p) { return p <= 1 ? Interval::between(0, infinity) : Interval::whole(); },
     .special = [](double p) { return std::isnan(p) ? not_a_number() : surprisal.formula(p); },
     .field = SOFTLAW_FIELD(surprisal),
     .agreement = {one_probability, "surprisal-of-inverse"},
     .special_values = {special_probability, "surprisal-smoothed"}});
// [surprisal]

}  // namespace softlaw::properties
