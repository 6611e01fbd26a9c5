// SPDX-License-Identifier: Apache-2.0
#include <softlaw/lattice.hpp>
#include <softlaw/reference/lattice.hpp>

#include "families/lattice/functions.hpp"
#include "families/lattice/functions/points.hpp"
#include "families/lattice/inputs/inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static std::uint64_t lattice_last(Real n, Real d) {
    return index_or_maximum([&] { return softlaw::lattice_last(n, d); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.lattice-last} The last index of the lattice is exact

\anchor agreement-lattice-indices

\statement \f$N = \lfloor n/d \rfloor\f$ of the exact quotient, as an integer, at most \f$2^{64} - 1\f$.

\hypotheses \f$0 \le n < 2^{120}\f$, \f$d \ge 2^{-60}\f$, \f$n < 2^{80}d\f$.

\sources S0, Definition, and Contrast with actual minimum.

\derivation Floats are dyadic rationals; the reference divides them exactly.  ∎

\rounding None may show.  \f$1/0.1\f$ rounds to 10, but the double 0.1 is more than a tenth: N is 9.

\witness \ref fault.lattice-rounded-quotient: the quotient is rounded to a float.

\evidence{agreement.lattice-last}
*/

/**
\page law_special
\law{special.lattice-last} The last index of the lattice at the ends of the formats

\anchor special-lattice-indices

\statement From \f$n = -0\f$ and subnormal gaps to the largest floats the index is that of the exact
quotient, cut off at \f$2^{64} - 1\f$.

\hypotheses \f$n \ge 0\f$, \f$d > 0\f$ finite.

\sources S0, Definition.

\derivation The definition; \f$2^{64} - 1\f$ is a convention for values beyond the range of an index.  ∎

\rounding None.

\witness \ref fault.lattice-rounded-quotient: the quotient overflows, or its integer does.

\evidence{special.lattice-last}
*/
// [lattice-last]
const Function<std::optional<std::uint64_t>(double, double)> lattice_last(
    {.name = "lattice_last",
     .meaning = "floor(n / d) of the exact quotient",
     // where d is not a gap there is no index, which is an answer
     .parameters = {{{"n"}, {"d"}}},
     .formula = [](double n, double d) { return index_at(n, d, ref::lattice_last); },
     .field = {SOFTLAW_FIELD(lattice_last),
               [](auto field, auto& room, double n, double d) {
                 return index_or_none(field(room.number(n), room.number(d)),
                                      index_at(n, d, ref::lattice_last));
               }},
     .agreement = {lattice_quotient, "lattice-rounded-quotient"},
     .special_values = {extreme_lattice_quotient, "lattice-rounded-quotient"}});
// [lattice-last]

}  // namespace softlaw::properties
