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
  static Real lattice_softmin_derivative(Real n, Real d, Real alpha, std::size_t order) {
    return guarded([&] { return softlaw::lattice_softmin_derivative(n, d, alpha, order); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.lattice-softmin-derivative} The derivatives of the lattice soft-min agree with their exact values

\anchor agreement-lattice-derivatives

\statement The derivative of order \f$m\f$ stands for \f$2\kappa_1\f$, \f$2 - 4\alpha\kappa_2\f$ or
\f$-\frac1\alpha(-2\alpha)^m\kappa_m\f$, with the cumulants of \f$\delta\f$ under the weights.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$, \f$1 \le m \le 5\f$; at \f$n = kd\f$ the derivative
from the right.

\sources S0, First Derivative, Second Derivative and Higher Derivatives; \ref
lattice.derivative-series and \ref erratum.lattice-third-derivative.

\derivation \ref lattice.cumulants.  ∎

\rounding \f$2 - 4\alpha\kappa_2\f$ cancels where the lattice is dense: the scale of error is the sum
of the two, and likewise for all cumulants, whose terms in central moments have both signs.

\witness \ref fault.lattice-raw-moments: \f$\langle\delta^2\rangle - \langle\delta\rangle^2\f$.

\evidence{agreement.lattice-softmin-derivative}
*/

/**
\page law_special
\law{special.lattice-softmin-derivative} The derivatives of the lattice soft-min at special values

\anchor special-lattice-derivatives

\statement NaN where there are no points, for \f$n < 0\f$, for NaN and for \f$n = +\infty\f$.  With one
point, \f$0 \le n < d\f$, the derivatives are \f$2(n - d^2)\f$, 2, 0, 0, …

\hypotheses Any \f$n\f$; \f$d\f$, \f$\alpha\f$ as for \ref special.lattice-softmin; orders 1 to 4.

\sources S0, Mathematical structure: \ref erratum.lattice-domain.

\derivation A mean over nothing is \f$0/0\f$.  ∎

\rounding None.

\witness \ref fault.lattice-everywhere: the first point is there for \f$n < 0\f$ too.

\evidence{special.lattice-softmin-derivative}
*/
// [lattice-softmin-derivative]
const Function<Interval(double, double, double, std::int64_t)> lattice_softmin_derivative(
    {.name = "lattice_softmin_derivative",
     .meaning = "its derivative of that order with respect to n, from the right",
     .parameters = {{place_n, gap_d, sharpness_alpha, {"order", at_least(1)}}},
     .formula =
         [](double n, double d, double alpha, std::int64_t order) {
           return ref::lattice_softmin_derivative(n, d, alpha, static_cast<std::size_t>(order));
         },
     .scale = [](double n, double d, double alpha, std::int64_t order) -> Interval {
       if (!has_points(n)) return 0;
       return ref::condition::lattice_softmin_derivative(n, d, alpha,
                                                         static_cast<std::size_t>(order));
     },
     .special =
         [](double n, double d, double alpha, std::int64_t order) {
           if (!has_points(n)) return not_a_number();
           return lattice_softmin_derivative.formula(n, d, alpha, order);
         },
     .field = SOFTLAW_FIELD(lattice_softmin_derivative),
     .agreement = {[] { return lattice_place_and_order(1, 5); }, "lattice-raw-moments"},
     .special_values = {[] { return special_lattice_place_and_order(1, 4); },
                        "lattice-everywhere"}});
// [lattice-softmin-derivative]

}  // namespace softlaw::properties
