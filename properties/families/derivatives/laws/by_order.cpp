// SPDX-License-Identifier: Apache-2.0
// The family agreement, continued: the derivatives of softmax order by order, with their closed forms.
#include "families/derivatives/functions.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_agreement
\law{agreement.softmax-derivative-1} The first derivative of softmax agrees with its exact value

\statement Entry \f$i\f$ stands for \f$\bigl(\sigma\odot h - \langle\sigma,h\rangle\sigma\bigr)_i\f$
at \f$\sigma = \sigma(x)\f$.

\hypotheses \f$x, h\f$ finite, of one length from 1 to 20.

\sources S1, the first-order total derivative.

\derivation The quotient rule, as in S1.  ∎

\rounding As for \ref agreement.logsumexp-hessian-vector, which is the same function.

\witness \ref fault.derivative-forgets-mean: \f$\sigma\odot h\f$, as if the denominator were
constant.

\evidence{agreement.softmax-derivative-1}
*/
// [agreement.softmax-derivative-1]
Truth first_derivative_agrees(const Evaluator& f, const Vector& x, const Vector& h1) {
  return f.agrees(softmax_derivative, x, {h1});
}
// [agreement.softmax-derivative-1]
const Law& first_derivative = law({.id = "agreement.softmax-derivative-1",
                                   .inputs = at_most(20, vector_and_directions(1)),
                                   .predicate = check(first_derivative_agrees),
                                   .witness = "derivative-forgets-mean"});

/**
\page law_agreement
\law{agreement.softmax-derivative-2} The second derivative of softmax agrees with its exact value

\statement With \f$\sigma = \sigma(x)\f$, \f$c_a = h_a - \langle\sigma,h_a\rangle\f$, the result
stands for \f$\sigma\odot(c_1\odot c_2 - \langle\sigma, c_1\odot c_2\rangle)\f$.

\hypotheses \f$x, h_1, h_2\f$ finite, of one length from 1 to 20; the directions are on one grid,
where their sums are floats.

\sources S1, the second-order total derivative: five terms.

\derivation Expanding the products in the centred form gives \f$\sigma\odot h_1\odot h_2\f$,
\f$-\langle\sigma,h_2\rangle\sigma\odot h_1\f$, \f$-\langle\sigma,h_1\rangle\sigma\odot h_2\f$, and
with \f$\langle\sigma,c_1 c_2\rangle = \langle\sigma,h_1\odot h_2\rangle -
\langle\sigma,h_1\rangle\langle\sigma,h_2\rangle\f$ the coefficient \f$-1\f$ for
\f$\langle\sigma,h_1\odot h_2\rangle\sigma\f$ and \f$1 + 1 = 2\f$ for
\f$\langle\sigma,h_1\rangle\langle\sigma,h_2\rangle\sigma\f$: the five terms of S1.  ∎

\rounding The five terms may each be larger than the result by any factor: a common part of a
direction drops out exactly, and in the centred form it drops out first.

\witness \ref fault.derivative-2-one-factor-short: the last of the five terms without its factor 2.

\evidence{agreement.softmax-derivative-2}
*/
// [agreement.softmax-derivative-2]
Truth second_derivative_agrees(const Evaluator& f, const Vector& x, const Vector& h1,
                               const Vector& h2) {
  return f.agrees(softmax_derivative, x, {h1, h2});
}
// [agreement.softmax-derivative-2]
const Law& second_derivative = law({.id = "agreement.softmax-derivative-2",
                                    .inputs = at_most(20, vector_and_directions(2)),
                                    .predicate = check(second_derivative_agrees),
                                    .witness = "derivative-2-one-factor-short"});

/**
\page law_agreement
\law{agreement.softmax-derivative-3} The third derivative of softmax agrees with its exact value

\statement With \f$c_a\f$ as for \ref agreement.softmax-derivative-2 and
\f$\kappa_{ab} = \langle\sigma, c_a\odot c_b\rangle\f$,
\f$\kappa_{123} = \langle\sigma, c_1\odot c_2\odot c_3\rangle\f$, the result stands for
\f[ \sigma\odot\bigl(c_1 c_2 c_3 - \kappa_{12}c_3 - \kappa_{13}c_2 - \kappa_{23}c_1 -
\kappa_{123}\bigr). \f]

\hypotheses \f$x, h_1, h_2, h_3\f$ finite, of one length from 1 to 20; the directions are on one
grid, where their sums are floats.

\sources S1, the third-order total derivative: fifteen terms.

\derivation Differentiate the second derivative along \f$h_3\f$: \f$d\sigma = \sigma\odot c_3\f$,
\f$dc_a = -\kappa_{a3}\mathbf 1\f$, and \f$d\kappa_{12} = \langle\sigma, c_1c_2c_3\rangle -
\kappa_{13}\langle\sigma,c_2\rangle - \kappa_{23}\langle\sigma,c_1\rangle = \kappa_{123}\f$, since
\f$\langle\sigma,c_a\rangle = 0\f$.  Collecting gives the form above; expanding it, the fifteen
terms of S1.  ∎

\rounding As above, with more to cancel.

\witness \ref fault.derivative-3-forgets-covariances: the three terms with \f$\kappa_{ab}\f$ left
out, as if third central moments were all.

\evidence{agreement.softmax-derivative-3}
*/
// [agreement.softmax-derivative-3]
Truth third_derivative_agrees(const Evaluator& f, const Vector& x, const Vector& h1,
                              const Vector& h2, const Vector& h3) {
  return f.agrees(softmax_derivative, x, {h1, h2, h3});
}
// [agreement.softmax-derivative-3]
const Law& third_derivative = law({.id = "agreement.softmax-derivative-3",
                                   .inputs = at_most(20, vector_and_directions(3)),
                                   .predicate = check(third_derivative_agrees),
                                   .witness = "derivative-3-forgets-covariances"});

/**
\page law_agreement
\law{agreement.softmax-derivative-4} The fourth derivative of softmax agrees with its exact value

\statement Entry \f$i\f$ stands for \f$\bigl(d^4\sigma(x)\cdot(h_1,h_2,h_3,h_4)\bigr)_i\f$.

\hypotheses \f$x\f$ and the directions finite, of one length from 1 to 4; the directions are on one
grid, where their sums are floats.

\sources Not printed; S1 ends at order 3.

\derivation The coefficient of \f$t_1t_2t_3t_4\f$ in \f$\sigma(x+\sum t_jh_j)\f$, computed from the
moments of the directions; \ref derivatives.series and \ref derivatives.set-partitions are other
roads to it.  ∎

\rounding As for order 3, with more to cancel.  The contract's second term is relative to the sum of
all terms in absolute value, with \f$|h_j| + \langle\sigma,|h_j|\rangle\f$ for \f$|h_j|\f$.

\witness \ref fault.derivative-4-forgets-pairs: without the products of two covariances.

\evidence{agreement.softmax-derivative-4}
*/
// [agreement.softmax-derivative-4]
Truth fourth_derivative_agrees(const Evaluator& f, const Vector& x, const Vector& h1,
                               const Vector& h2, const Vector& h3, const Vector& h4) {
  return f.agrees(softmax_derivative, x, {h1, h2, h3, h4});
}
// [agreement.softmax-derivative-4]
const Law& fourth_derivative = law({.id = "agreement.softmax-derivative-4",
                                    .inputs = at_most(4, vector_and_directions(4)),
                                    .predicate = check(fourth_derivative_agrees),
                                    .witness = "derivative-4-forgets-pairs"});

}  // namespace
}  // namespace softlaw::properties
