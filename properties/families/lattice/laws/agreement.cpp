// SPDX-License-Identifier: Apache-2.0
// The family agreement goes on: the lattice soft-min.
#include "judge/agreement.hpp"

#include <softlaw/reference/lattice.hpp>

#include "families/lattice/inputs/inputs.hpp"

namespace softlaw::properties {
namespace {

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

\rounding \f$kd + d^2\f$ is no float: an error in it moves \f$\delta_k\f$ by \f$u(n + kd)\f$, and the
exponent by \f$2\alpha\delta_k\f$ times that.  The exact \f$\delta_*\f$ is a sum of few products.

\witness \ref fault.lattice-naive: the sum as it is written.  It underflows where no point is near.

\evidence{agreement.lattice-softmin}
*/
// [agreement.lattice-softmin]
const Law& lattice_softmin_agrees = law({.id = "agreement.lattice-softmin",
                                         .inputs = lattice_place_and_epsilon(),
                                         .predicate = agrees(Function::lattice_softmin),
                                         .witness = "lattice-naive"});
// [agreement.lattice-softmin]

/**
\page law_agreement
\law{agreement.lattice-derivatives} The derivatives of the lattice soft-min agree with their exact values

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

\evidence{agreement.lattice-derivatives}
*/
// [agreement.lattice-derivatives]
const Law& lattice_derivatives_agree =
    law({.id = "agreement.lattice-derivatives",
         .inputs = lattice_place_and_order(1, 5),
         .predicate = agrees(Function::lattice_softmin_derivative),
         .witness = "lattice-raw-moments"});
// [agreement.lattice-derivatives]

/**
\page law_agreement
\law{agreement.lattice-high-derivatives} The derivatives of high order of the lattice soft-min agree with their exact values

\statement As for \ref agreement.lattice-derivatives.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$, \f$6 \le m \le 40\f$; at \f$n = kd\f$ the derivative
from the right.  One input in six is a lattice of 101 to 110 points with \f$2^{-16} \le \alpha
(Nd)^2 \le 1\f$.

\sources S0, Higher Derivatives.

\derivation \ref lattice.cumulants.  ∎

\rounding On a lattice that is short against the Gaussian the moments are sums of polynomials of degree
\f$m\f$.  Whoever sums them on a coarser grid needs a step that falls with \f$m\f$: the corrections of
Euler and Maclaurin integrate no more than their own degree exactly, however short the range.

\witness \ref fault.lattice-raw-moments.

\evidence{agreement.lattice-high-derivatives}
*/
// [agreement.lattice-high-derivatives]
const Law& lattice_high_derivatives_agree =
    law({.id = "agreement.lattice-high-derivatives",
         .inputs = lattice_place_and_high_order(6, 40),
         .predicate = agrees(Function::lattice_softmin_derivative),
         .witness = "lattice-raw-moments"});
// [agreement.lattice-high-derivatives]

/**
\page law_agreement
\law{agreement.lattice-alpha} The alpha-derivative and the effective terms of the lattice soft-min agree with their exact values

\statement With \f$H = -\sum_k w_k\log w_k\f$ the derivative with respect to \f$\alpha\f$ stands for
\f$H/\alpha^2\f$, and the effective number of terms for \f$e^H\f$.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$.

\sources S0, First Derivative df/dα and Taylor Expansion.

\derivation \f$-\log w_k = \alpha\delta_k^2 + \log\sum_i e^{-\alpha\delta_i^2}\f$; take the mean:
\f$H = L + \alpha\langle\delta^2\rangle\f$, where \f$L = -\alpha f\f$ at \f$\varepsilon = 0\f$.  ∎

\rounding \f$L\f$ and \f$\alpha\langle\delta^2\rangle\f$ cancel: both are about \f$\alpha\delta_*^2\f$,
and \f$H \le \log(N+1)\f$.  Relative to the nearest point neither is negative.

\witness \ref fault.lattice-entropy: the difference as S0 prints it, and all terms for the effective
ones.

\evidence{agreement.lattice-alpha}
*/
// [agreement.lattice-alpha]
Truth entropies_agree(const Evaluator& f, double n, double d, double alpha) {
  return f.agrees(Function::lattice_softmin_alpha, {n, d, alpha}).as("df/dalpha") &&
         f.agrees(Function::lattice_effective_terms, {n, d, alpha}).as("effective terms");
}
// [agreement.lattice-alpha]
const Law& lattice_alpha_agrees = law({.id = "agreement.lattice-alpha",
                                       .inputs = lattice_place(),
                                       .predicate = check(entropies_agree),
                                       .witness = "lattice-entropy"});

/**
\page law_agreement
\law{agreement.lattice-mixed} The mixed derivative of the lattice soft-min agrees with its exact value

\statement The result stands for \f$-2\operatorname{Cov}(\delta, \delta^2)\f$.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$.

\sources S0, Mixed Derivative; \ref lattice.mixed.

\derivation \ref lattice.mixed.  ∎

\rounding \f$\langle\delta^3\rangle - \langle\delta\rangle\langle\delta^2\rangle\f$ cancels; with the
mean \f$\mu\f$ the covariance is \f$2\mu\kappa_2 + \kappa_3\f$, of central moments.

\witness \ref fault.lattice-raw-moments.

\evidence{agreement.lattice-mixed}
*/
// [agreement.lattice-mixed]
const Law& lattice_mixed_agrees = law({.id = "agreement.lattice-mixed",
                                       .inputs = lattice_place(),
                                       .predicate = agrees(Function::lattice_softmin_mixed),
                                       .witness = "lattice-raw-moments"});
// [agreement.lattice-mixed]

/**
\page law_agreement
\law{agreement.lattice-weights} The weights of the lattice soft-min agree with their exact values

\statement The first four weights, and the four about the nearest index, stand for
\f$e^{-\alpha\delta_k^2} / \sum_i e^{-\alpha\delta_i^2}\f$; beyond \f$N\f$ they are 0.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$.

\sources S0, Definition: Notation.

\derivation The definition.  ∎

\rounding None but the last, if the exponents are taken relative to the nearest point.

\witness \ref fault.lattice-weights-unshifted: they are not.

\evidence{agreement.lattice-weights}
*/
// [agreement.lattice-weights]
Truth weights_agree(const Evaluator& f, double n, double d, double alpha) {
  const auto nearest = static_cast<std::int64_t>(f.lattice_nearest(n, d));
  const std::int64_t before = nearest > 0 ? nearest - 1 : 0;
  const std::int64_t count = 4;
  return f.agrees(Function::lattice_weights, {n, d, alpha, std::int64_t{0}, count}) &&
         f.agrees(Function::lattice_weights, {n, d, alpha, before, count});
}
// [agreement.lattice-weights]
const Law& lattice_weights_agree = law({.id = "agreement.lattice-weights",
                                        .inputs = lattice_place(),
                                        .predicate = check(weights_agree),
                                        .witness = "lattice-weights-unshifted"});

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
// [agreement.lattice-jump]
const Law& lattice_jump_agrees = law({.id = "agreement.lattice-jump",
                                      .inputs = lattice_index_gap_sharpness(),
                                      .predicate = agrees(Function::lattice_jump),
                                      .witness = "lattice-no-jump"});
// [agreement.lattice-jump]

/**
\page law_agreement
\law{agreement.lattice-indices} The last and the nearest index of the lattice are exact

\statement \f$N = \lfloor n/d \rfloor\f$ of the exact quotient, and the nearest of the indices
\f$0, \dots, N\f$, the lower of two: as integers, at most \f$2^{64} - 1\f$.

\hypotheses \f$0 \le n < 2^{120}\f$, \f$d \ge 2^{-60}\f$, \f$n < 2^{80}d\f$.

\sources S0, Definition, and Contrast with actual minimum.

\derivation Floats are dyadic rationals; the reference divides them exactly.  ∎

\rounding None may show.  \f$1/0.1\f$ rounds to 10, but the double 0.1 is more than a tenth: N is 9.

\witness \ref fault.lattice-rounded-quotient.

\evidence{agreement.lattice-indices}
*/
// [agreement.lattice-indices]
Truth indices_agree(const Evaluator& f, double n, double d) {
  return Truth(f.lattice_last(n, d) == reference::lattice_last(n, d), "last index") &&
         Truth(f.lattice_nearest(n, d) == reference::lattice_nearest(n, d), "nearest index");
}
// [agreement.lattice-indices]
const Law& lattice_indices_agree = law({.id = "agreement.lattice-indices",
                                        .inputs = lattice_quotient(),
                                        .predicate = check(indices_agree),
                                        .witness = "lattice-rounded-quotient"});

}  // namespace
}  // namespace softlaw::properties
