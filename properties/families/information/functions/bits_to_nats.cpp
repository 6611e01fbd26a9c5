// SPDX-License-Identifier: Apache-2.0
#include <softlaw/information.hpp>
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
  static Real bits_to_nats(Real bits) { return softlaw::bits_to_nats(bits); }
};

}  // namespace

/**
\page law_agreement
\law{agreement.bits-to-nats} Bits as nats agree with their exact value

\statement The result stands for \f$x\log 2\f$.

\hypotheses \f$x\f$ finite.

\sources S2, section on entropy: one nat is \f$1/\log 2 \approx 1.44\f$ bit, that is
\f$1.442695040888963407359924681001892137…\f$

\derivation The definition.  ∎

\rounding One product with a rounded constant is within 1 ulp already; within \f$\tfrac12\f$ ulp takes
the constant to twice the precision.

\witness \ref fault.units-by-rounded-constant: six decimals.

\evidence{agreement.bits-to-nats}
*/

/**
\page law_special
\law{special.bits-to-nats} Bits as nats at special values

\statement Infinities, zeros and NaN are themselves in either unit.

\hypotheses Any float, infinity or NaN.

\sources None of the four; \ref special_values.

\derivation The limits of \f$x\log 2\f$.  ∎

\rounding The least float is itself in either unit, since 0.69 rounds to 1; the largest stays finite.

\witness \ref fault.units-swapped: the largest float overflows where it should stay finite.

\evidence{special.bits-to-nats}
*/
// [bits-to-nats]
const Function<Interval(double)> bits_to_nats(
    {.name = "bits_to_nats",
     .meaning = "a number times log 2",
     .parameters = {{{"bits"}}},
     .formula = [](double x) { return ref::bits_to_nats(x); },
     .scale = [](double x) { return ref::condition::bits_to_nats(x); },
     .special = [](double x) -> Interval {
       if (std::isnan(x)) return not_a_number();
       return std::isinf(x) ? Interval(x) : bits_to_nats.formula(x);
     },
     .field = SOFTLAW_FIELD(bits_to_nats),
     .agreement = {[] { return any_number("x"); }, "units-by-rounded-constant"},
     .special_values = {special_number, "units-swapped"}});
// [bits-to-nats]

}  // namespace softlaw::properties
