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
  static Real lattice_softmin_alpha(Real n, Real d, Real alpha) {
    return guarded([&] { return softlaw::lattice_softmin_alpha(n, d, alpha); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.lattice-softmin-alpha} The alpha-derivative of the lattice soft-min agrees with its exact value

\anchor agreement-lattice-alpha

\statement With \f$H = -\sum_k w_k\log w_k\f$ the result stands for \f$H/\alpha^2\f$.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$.

\sources S0, First Derivative df/dα and Taylor Expansion.

\derivation \f$-\log w_k = \alpha\delta_k^2 + \log\sum_i e^{-\alpha\delta_i^2}\f$; take the mean:
\f$H = L + \alpha\langle\delta^2\rangle\f$, where \f$L = -\alpha f\f$ at \f$\varepsilon = 0\f$.  ∎

\rounding \f$L\f$ and \f$\alpha\langle\delta^2\rangle\f$ cancel: both are about \f$\alpha\delta_*^2\f$,
and \f$H \le \log(N+1)\f$.  Relative to the nearest point neither is negative.

\witness \ref fault.lattice-entropy: the difference as S0 prints it.

\evidence{agreement.lattice-softmin-alpha}
*/

/**
\page law_special
\law{special.lattice-softmin-alpha} The alpha-derivative of the lattice soft-min at special values

\statement NaN where there are no points, for \f$n < 0\f$, for NaN and for \f$n = +\infty\f$; exactly 0
with one point, \f$0 \le n < d\f$.

\hypotheses As for \ref special.lattice-softmin-derivative.

\sources S0, Mathematical structure: \ref erratum.lattice-domain.

\derivation A mean over nothing is \f$0/0\f$; one weight of 1 has the entropy 0.  ∎

\rounding None.

\witness \ref fault.lattice-derivatives-everywhere: 0 where there are no points.

\evidence{special.lattice-softmin-alpha}
*/
// [lattice-softmin-alpha]
const Function<Interval(double, double, double)> lattice_softmin_alpha(
    {.name = "lattice_softmin_alpha",
     .meaning = "its derivative with respect to alpha",
     .parameters = {{place_n, gap_d, sharpness_alpha}},
     .formula = [](double n, double d,
                   double alpha) { return ref::lattice_softmin_alpha(n, d, alpha); },
     .scale = [](double n, double d, double alpha) -> Interval {
       if (!has_points(n)) return 0;
       return ref::condition::lattice_softmin_alpha(n, d, alpha);
     },
     .special =
         [](double n, double d, double alpha) {
           return has_points(n) ? lattice_softmin_alpha.formula(n, d, alpha) : not_a_number();
         },
     .field = SOFTLAW_FIELD(lattice_softmin_alpha),
     .agreement = {lattice_place, "lattice-entropy"},
     .special_values = {special_lattice_place, "lattice-derivatives-everywhere"}});
// [lattice-softmin-alpha]

}  // namespace softlaw::properties
