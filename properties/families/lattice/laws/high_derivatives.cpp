// SPDX-License-Identifier: Apache-2.0
// The family agreement, continued: derivatives of the lattice soft-min of high order.
#include "families/lattice/functions.hpp"
#include "families/lattice/inputs/inputs.hpp"
#include "judge/agreement.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_agreement
\law{agreement.lattice-high-derivatives} The derivatives of high order of the lattice soft-min agree with their exact values

\statement As for \ref agreement.lattice-softmin-derivative.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$, \f$6 \le m \le 40\f$; at \f$n = kd\f$ the derivative
from the right.  One input in six is a lattice of 101 to 110 points with \f$2^{-16} \le \alpha
(Nd)^2 \le 1\f$.

\sources S0, Higher Derivatives.

\derivation \ref lattice.cumulants.  ∎

\rounding On a lattice that is short against the Gaussian the moments are sums of polynomials of degree
\f$m\f$.  A sum on a coarser grid needs a step that falls with \f$m\f$: the corrections of
Euler and Maclaurin integrate no more than their own degree exactly, however short the range.

\witness \ref fault.lattice-raw-moments.

\evidence{agreement.lattice-high-derivatives}
*/
// [agreement.lattice-high-derivatives]
const Law& lattice_high_derivatives_agree = law({.id = "agreement.lattice-high-derivatives",
                                                 .inputs = lattice_place_and_high_order(6, 40),
                                                 .predicate = agrees(lattice_softmin_derivative),
                                                 .witness = "lattice-raw-moments"});
// [agreement.lattice-high-derivatives]

}  // namespace
}  // namespace softlaw::properties
