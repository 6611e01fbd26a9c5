// SPDX-License-Identifier: Apache-2.0
// The family special goes on: the lattice soft-min.
#include <softlaw/reference/lattice.hpp>

#include "families/lattice/inputs/inputs.hpp"
#include "judge/agreement.hpp"

namespace softlaw::properties {
namespace {

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
// [special.lattice-softmin]
const Law& special_lattice_softmin = law({.id = "special.lattice-softmin",
                                          .inputs = special_lattice_place_and_epsilon(),
                                          .predicate = agrees(Function::lattice_softmin),
                                          .witness = "lattice-everywhere"});
// [special.lattice-softmin]

/**
\page law_special
\law{special.lattice-derivatives} The derivatives and weights of the lattice soft-min at special values

\statement Where there are no points, for \f$n < 0\f$, the weights are 0 and all that is a mean under
them is NaN; for NaN and for \f$n = +\infty\f$ everything is NaN.  With one point, \f$0 \le n < d\f$,
the derivatives are \f$2(n - d^2)\f$, 2, 0, 0, …, the entropy is exactly 0, and so is the mixed
derivative.

\hypotheses Any \f$n\f$; \f$d\f$, \f$\alpha\f$ as for \ref special.lattice-softmin.

\sources S0, Mathematical structure: \ref erratum.lattice-domain.

\derivation A mean over nothing is \f$0/0\f$.  ∎

\rounding None.

\witness \ref fault.lattice-everywhere.

\evidence{special.lattice-derivatives}
*/
// [special.lattice-derivatives]
Truth means_of_nothing(const Evaluator& f, double n, double d, double alpha) {
  const std::int64_t one = 1, third = 3, zero = 0;
  return f.agrees(Function::lattice_softmin_derivative, {n, d, alpha, one}) &&
         f.agrees(Function::lattice_softmin_derivative, {n, d, alpha, third}) &&
         f.agrees(Function::lattice_softmin_alpha, {n, d, alpha}) &&
         f.agrees(Function::lattice_softmin_mixed, {n, d, alpha}) &&
         f.agrees(Function::lattice_effective_terms, {n, d, alpha}) &&
         f.agrees(Function::lattice_weights, {n, d, alpha, zero, third});
}
// [special.lattice-derivatives]
const Law& special_lattice_derivatives = law({.id = "special.lattice-derivatives",
                                              .inputs = special_lattice_place(),
                                              .predicate = check(means_of_nothing),
                                              .witness = "lattice-everywhere"});

/**
\page law_special
\law{special.lattice-indices} The indices of the lattice at the ends of the formats

\statement From \f$n = -0\f$ and subnormal gaps to the largest floats the indices are those of the
exact quotient, cut off at \f$2^{64} - 1\f$; and the first jump stands for its exact value.

\hypotheses \f$n \ge 0\f$, \f$d > 0\f$ finite.

\sources S0, Definition.

\derivation The definition; \f$2^{64} - 1\f$ is a convention for what no index can hold.  ∎

\rounding None.

\witness \ref fault.lattice-rounded-quotient: the quotient overflows, or its integer does.

\evidence{special.lattice-indices}
*/
// [special.lattice-indices]
Truth indices_at_the_ends(const Evaluator& f, double n, double d) {
  const double one = 1;
  return Truth(f.lattice_last(n, d) == reference::lattice_last(n, d), "last index") &&
         Truth(f.lattice_nearest(n, d) == reference::lattice_nearest(n, d), "nearest index") &&
         f.agrees(Function::lattice_jump, {std::int64_t{1}, one, one});
}
// [special.lattice-indices]
const Law& special_lattice_indices = law({.id = "special.lattice-indices",
                                          .inputs = extreme_lattice_quotient(),
                                          .predicate = check(indices_at_the_ends),
                                          .witness = "lattice-rounded-quotient"});

}  // namespace
}  // namespace softlaw::properties
