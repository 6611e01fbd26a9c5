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
  static Real nats_to_bits(Real nats) { return softlaw::nats_to_bits(nats); }
};

}  // namespace

/**
\page law_agreement
\law{agreement.nats-to-bits} Nats as bits agree with their exact value

\anchor agreement-units

\statement The result stands for \f$x/\log 2\f$.

\hypotheses \f$x\f$ finite.

\sources S2, section on entropy: one nat is \f$1/\log 2 \approx 1.44\f$ bit, that is
\f$1.442695040888963407359924681001892137…\f$

\derivation The definition.  ∎

\rounding One product with a rounded constant is within 1 ulp already; within \f$\tfrac12\f$ ulp takes
the constant to twice the precision.

\witness \ref fault.units-by-rounded-constant: six decimals.

\evidence{agreement.nats-to-bits}
*/

/**
\page law_special
\law{special.nats-to-bits} Nats as bits at special values

\anchor special-units

\statement Infinities, zeros and NaN are themselves in either unit.

\hypotheses Any float, infinity or NaN.

\sources None of the four; \ref special_values.

\derivation The limits of \f$x/\log 2\f$.  ∎

\rounding The largest float overflows when it is divided by \f$\log 2\f$; the least is itself in either
unit, since 1.44 rounds to 1.

\witness \ref fault.units-swapped: the largest float stays finite where it should overflow.

\evidence{special.nats-to-bits}
*/
// [nats-to-bits]
const Function<Interval(double)> nats_to_bits(
    {.name = "nats_to_bits",
     .meaning = "a number divided by log 2",
     .parameters = {{{"nats"}}},
     .formula = [](double x) { return ref::nats_to_bits(x); },
     .scale = [](double x) { return ref::condition::nats_to_bits(x); },
     .special = [](double x) -> Interval {
       if (std::isnan(x)) return not_a_number();
       return std::isinf(x) ? Interval(x) : nats_to_bits.formula(x);
     },
     .field = SOFTLAW_FIELD(nats_to_bits),
     .agreement = {[] { return any_number("x"); }, "units-by-rounded-constant"},
     .special_values = {special_number, "units-swapped"}});
// [nats-to-bits]

}  // namespace softlaw::properties
