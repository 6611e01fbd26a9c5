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
  static Real lattice_softmin_mixed(Real n, Real d, Real alpha) {
    return guarded([&] { return softlaw::lattice_softmin_mixed(n, d, alpha); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.lattice-softmin-mixed} The mixed derivative of the lattice soft-min agrees with its exact value

\anchor agreement-lattice-mixed

\statement The result stands for \f$-2\operatorname{Cov}(\delta, \delta^2)\f$.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$.

\sources S0, Mixed Derivative; \ref lattice.mixed.

\derivation \ref lattice.mixed.  ∎

\rounding \f$\langle\delta^3\rangle - \langle\delta\rangle\langle\delta^2\rangle\f$ cancels; with the
mean \f$\mu\f$ the covariance is \f$2\mu\kappa_2 + \kappa_3\f$, of central moments.

\witness \ref fault.lattice-raw-moments: the difference of raw moments.

\evidence{agreement.lattice-softmin-mixed}
*/

/**
\page law_special
\law{special.lattice-softmin-mixed} The mixed derivative of the lattice soft-min at special values

\statement NaN where there are no points; exactly 0 with one point.

\hypotheses As for \ref special.lattice-softmin-derivative.

\sources S0, Mathematical structure: \ref erratum.lattice-domain.

\derivation A mean over nothing is \f$0/0\f$; a constant has no covariance with anything.  ∎

\rounding None.

\witness \ref fault.lattice-derivatives-everywhere: 0 where there are no points.

\evidence{special.lattice-softmin-mixed}
*/
// [lattice-softmin-mixed]
const Function<Interval(double, double, double)> lattice_softmin_mixed(
    {.name = "lattice_softmin_mixed",
     .meaning = "its derivative with respect to n and alpha",
     .parameters = {{place_n, gap_d, sharpness_alpha}},
     .formula = [](double n, double d,
                   double alpha) { return ref::lattice_softmin_mixed(n, d, alpha); },
     .scale = [](double n, double d, double alpha) -> Interval {
       if (!has_points(n)) return 0;
       return ref::condition::lattice_softmin_mixed(n, d, alpha);
     },
     .special =
         [](double n, double d, double alpha) {
           return has_points(n) ? lattice_softmin_mixed.formula(n, d, alpha) : not_a_number();
         },
     .field = SOFTLAW_FIELD(lattice_softmin_mixed),
     .agreement = {lattice_place, "lattice-raw-moments"},
     .special_values = {special_lattice_place, "lattice-derivatives-everywhere"}});
// [lattice-softmin-mixed]

}  // namespace softlaw::properties
