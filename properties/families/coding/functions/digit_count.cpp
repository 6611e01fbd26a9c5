// SPDX-License-Identifier: Apache-2.0
#include <softlaw/block_code.hpp>
#include <softlaw/reference/block_code.hpp>

#include "families/coding/functions.hpp"
#include "families/coding/functions/code.hpp"
#include "families/coding/inputs/at_the_ends.hpp"
#include "families/coding/inputs/block_inputs.hpp"
#include "families/coding/inputs/inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

struct Ours {
  static std::uint32_t digit_count(std::uint64_t states, std::uint32_t radix) {
    return softlaw::digit_count(states, radix);
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.digit-count} The number of digits is right

\statement \f$m = \lceil\log_r N\rceil\f$.

\hypotheses \f$1 \le N \le 2^{62}\f$, \f$2 \le r \le 64\f$; most \f$N\f$ are powers of \f$r\f$ or next to
one.

\sources S2, exercise 3; \ref coding.digits.

\derivation \ref coding.digits.  ∎

\rounding None: an integer is exact.

\witness \ref fault.digits-by-logarithm: a quotient of logarithms, rounded up.

\evidence{agreement.digit-count}
*/

/**
\page law_special
\law{special.digit-count} The number of digits at the ends

\statement 0 for no state and for one; otherwise as \ref agreement.digit-count.

\hypotheses \f$N\f$ is 0, 1, 2, or next to a power of two up to \f$2^{63} - 1\f$; a radix up to
\f$2^{32} - 1\f$.

\sources None of the four.

\derivation One state needs no telling, and nor does none: \f$r^0 = 1 \ge N\f$ for both.  The powers
of \f$r\f$ up to \f$r^m \ge N\f$ pass \f$2^{64}\f$ where \f$N\f$ is next to it.  ∎

\rounding None: powers of the radix pass \f$2^{64}\f$.

\witness \ref fault.digits-of-the-last: the digits of \f$N\f$, not of the last state.

\evidence{special.digit-count}
*/
// [digit-count]
const Function<std::uint64_t(std::int64_t, std::int64_t)> digit_count(
    {.name = "digit_count",
     .meaning = "the least m with radix^m >= states",
     .parameters = {{{"states"}, radix_parameter}},
     .formula = [](std::int64_t states, std::int64_t radix) -> std::uint64_t {
       return ref::digit_count(static_cast<std::uint64_t>(states), narrow(radix));
     },
     .field = {SOFTLAW_CODING_FIELD(digit_count),
               [](auto field, std::int64_t states, std::int64_t radix) -> std::uint64_t {
                 return field(static_cast<std::uint64_t>(states), narrow(radix));
               }},
     .agreement = {states_and_radix, "digits-by-logarithm"},
     .special_values = {states_at_the_ends, "digits-of-the-last"}});
// [digit-count]

}  // namespace softlaw::properties
