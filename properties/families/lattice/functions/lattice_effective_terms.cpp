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
  static Real lattice_effective_terms(Real n, Real d, Real alpha) {
    return guarded([&] { return softlaw::lattice_effective_terms(n, d, alpha); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.lattice-effective-terms} The effective terms of the lattice soft-min agree with their exact number

\statement With \f$H = -\sum_k w_k\log w_k\f$ the result stands for \f$e^H\f$.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$.

\sources S0, Taylor Expansion.

\derivation As for \ref agreement.lattice-softmin-alpha.  ∎

\rounding An absolute error of \f$H\f$ is a relative one of \f$e^H\f$.

\witness \ref fault.lattice-entropy: all terms are counted.

\evidence{agreement.lattice-effective-terms}
*/

/**
\page law_special
\law{special.lattice-effective-terms} The effective terms of the lattice soft-min at special values

\statement NaN where there are no points; exactly 1 with one point.

\hypotheses As for \ref special.lattice-softmin-derivative.

\sources S0, Mathematical structure: \ref erratum.lattice-domain.

\derivation \f$e^0 = 1\f$; see \ref special.lattice-softmin-alpha.  ∎

\rounding None.

\witness \ref fault.lattice-derivatives-everywhere: 0 where there are no points.

\evidence{special.lattice-effective-terms}
*/
// [lattice-effective-terms]
const Function<Interval(double, double, double)> lattice_effective_terms(
    {.name = "lattice_effective_terms",
     .meaning = "the exponential of the entropy of its weights",
     .parameters = {{place_n, gap_d, sharpness_alpha}},
     .formula = [](double n, double d,
                   double alpha) { return ref::lattice_effective_terms(n, d, alpha); },
     .scale = [](double n, double d, double alpha) -> Interval {
       if (!has_points(n)) return 0;
       return ref::condition::lattice_effective_terms(n, d, alpha);
     },
     .special =
         [](double n, double d, double alpha) {
           return has_points(n) ? lattice_effective_terms.formula(n, d, alpha) : not_a_number();
         },
     .field = SOFTLAW_FIELD(lattice_effective_terms),
     .agreement = {lattice_place, "lattice-entropy"},
     .special_values = {special_lattice_place, "lattice-derivatives-everywhere"}});
// [lattice-effective-terms]

}  // namespace softlaw::properties
