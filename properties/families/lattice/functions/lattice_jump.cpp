// SPDX-License-Identifier: Apache-2.0
#include <softlaw/lattice.hpp>
#include <softlaw/reference/condition_lattice.hpp>

#include "families/lattice/functions.hpp"
#include "families/lattice/functions/points.hpp"
#include "families/lattice/inputs/inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real lattice_jump(std::uint64_t m, Real d, Real alpha) {
    return guarded([&] { return softlaw::lattice_jump(m, d, alpha); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.lattice-jump} The jumps of the lattice soft-min agree with their exact values

\statement The result stands for \f$f(md) - f(md^-) = \frac1\alpha\log(1 - w_m)\f$, at the real number
\f$md\f$.

\hypotheses \f$1 \le m \le 2^{40}\f$, \f$d, \alpha > 0\f$, \f$md\f$ a float.

\sources S0 takes f to be smooth: \ref erratum.lattice-smooth.

\derivation \ref lattice.jump.  ∎

\rounding None but the last: the difference of two values of f would lose all digits of a jump of
\f$10^{-20}\f$, and most jumps are smaller.

\witness \ref fault.lattice-no-jump.

\evidence{agreement.lattice-jump}
*/

/**
\page law_special
\law{special.lattice-jump} The jumps of the lattice soft-min at the ends

\statement From the first jump to those far out the result stands for \f$\frac1\alpha\log(1 - w_m)\f$,
which may be subnormal or round to \f$-0\f$, but is never positive.

\hypotheses \f$m = 1\f$, or \f$m\f$ up to \f$2^{40}\f$; \f$d, \alpha\f$ powers of two with \f$\alpha d^2\f$
from \f$2^{-20}\f$ to \f$2^{12}\f$.

\sources S0 takes f to be smooth: \ref erratum.lattice-smooth.

\derivation \ref lattice.jump.  ∎

\rounding Where \f$w_m\f$ underflows the jump is smaller than any float.

\witness \ref fault.lattice-no-jump: 0.

\evidence{special.lattice-jump}
*/
// [lattice-jump]
const Function<Interval(std::int64_t, double, double)> lattice_jump(
    {.name = "lattice_jump",
     .meaning = "its value at m d less the limit from the left",
     .parameters = {{{"m", at_least(1)}, gap_d, sharpness_alpha}},
     .formula =
         [](std::int64_t m, double d, double alpha) {
           return ref::lattice_jump(static_cast<std::uint64_t>(m), d, alpha);
         },
     .scale =
         [](std::int64_t m, double d, double alpha) {
           return ref::condition::lattice_jump(static_cast<std::uint64_t>(m), d, alpha);
         },
     .field = SOFTLAW_FIELD(lattice_jump),
     .agreement = {lattice_index_gap_sharpness, "lattice-no-jump"},
     .special_values = {extreme_lattice_jump, "lattice-no-jump"}});
// [lattice-jump]

}  // namespace softlaw::properties
