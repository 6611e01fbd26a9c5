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
  static Real lattice_softmin(Real n, Real d, Real alpha, Real epsilon) {
    return guarded([&] { return softlaw::lattice_softmin(n, d, alpha, epsilon); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.lattice-softmin} The lattice soft-min agrees with its exact value

\statement The result stands for \f$f(n) = -\frac1\alpha\log\sum_{k=0}^N
e^{-\alpha(\delta_k^2+\varepsilon)}\f$ with \f$\delta_k = n - kd - d^2\f$ and \f$N = \lfloor n/d
\rfloor\f$, the floor of the exact quotient of the two floats.

\hypotheses \f$n \ge 0\f$, \f$d > 0\f$, \f$\alpha > 0\f$, within the bounds on the page \ref
law_lattice, as for all laws of the lattice here; \f$\varepsilon\f$ finite.

\sources S0, Definition.

\derivation The definition.  How the reference encloses a sum of \f$10^{12}\f$ terms is in \ref
lattice_chapter.  ∎

\rounding \f$kd + d^2\f$ is not a float: an error in it moves \f$\delta_k\f$ by \f$u(n + kd)\f$, and the
exponent by \f$2\alpha\delta_k\f$ times that.  The exact \f$\delta_*\f$ is a sum of few products.

\witness \ref fault.lattice-naive: the sum as it is written.  It underflows where no point is near.

\evidence{agreement.lattice-softmin}
*/

/**
\page law_special
\law{special.lattice-softmin} The lattice soft-min at special values

\statement \f$+\infty\f$ for \f$n < 0\f$, also \f$-\infty\f$; the value at 0 for −0; NaN for NaN and for
\f$n = +\infty\f$; for \f$n \ge 0\f$ an infinite \f$\varepsilon\f$ is the result.

\hypotheses Any \f$n\f$ and \f$\varepsilon\f$; \f$d\f$, \f$\alpha\f$ positive, within the bounds on
the page \ref law_lattice.

\sources S0, Mathematical structure, which has f well defined for all n: \ref
erratum.lattice-domain.

\derivation For \f$n < 0\f$ the sum is empty, and \f$-\log 0 = +\infty\f$.  As \f$n \to \infty\f$ the
value goes on to oscillate: there is no limit.  ∎

\rounding None.

\witness \ref fault.lattice-everywhere: the first point is there for \f$n < 0\f$ too.

\evidence{special.lattice-softmin}
*/
// [lattice-softmin]
const Function<Interval(double, double, double, double)> lattice_softmin(
    {.name = "lattice_softmin",
     .meaning = "-1/alpha log sum exp(-alpha ((n - k d - d^2)^2 + epsilon)), k <= n / d",
     .parameters = {{place_n, gap_d, sharpness_alpha, {"epsilon"}}},
     .formula = [](double n, double d, double alpha,
                   double epsilon) { return ref::lattice_softmin(n, d, alpha, epsilon); },
     .scale = [](double n, double d, double alpha, double epsilon) -> Interval {
       if (!has_points(n)) return 0;
       return ref::condition::lattice_softmin(n, d, alpha, epsilon);
     },
     .special = [](double n, double d, double alpha, double epsilon) -> Interval {
       if (std::isnan(n) || std::isnan(epsilon)) return not_a_number();
       if (n < 0) return infinity;
       if (std::isinf(n)) return not_a_number();
       if (std::isinf(epsilon)) return epsilon;
       return lattice_softmin.formula(n, d, alpha, epsilon);
     },
     .field = SOFTLAW_FIELD(lattice_softmin),
     .agreement = {lattice_place_and_epsilon, "lattice-naive"},
     .special_values = {special_lattice_place_and_epsilon, "lattice-everywhere"}});
// [lattice-softmin]

}  // namespace softlaw::properties
