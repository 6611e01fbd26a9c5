// SPDX-License-Identifier: Apache-2.0
// The family agreement goes on: the Hessian of log-sum-exp and the derivatives of softmax.
#include "judge/agreement.hpp"

#include "inputs/lengths.hpp"

namespace softlaw::properties {
namespace {

/// Long enough for every code path, short enough for n^2 entries of the reference.
constexpr std::size_t longest = 20;

/**
\page law_agreement
\law{agreement.logsumexp-hessian} The Hessian of log-sum-exp agrees with its exact value

\statement Entry \f$(i, j)\f$ stands for \f$p_i\delta_{ij} - p_i p_j\f$, \f$p = \sigma(x)\f$.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 20\f$: a matrix costs \f$n^2\f$.

\sources S1, the Jacobian matrix of softmax; S3 §1.1.

\derivation \f$\partial_j p_i = p_i(\delta_{ij} - p_j)\f$, the first derivative of S1 along
\f$e_j\f$.  The diagonal is \f$p_i(1-p_i) = p_i\sum_{j\ne i}p_j\f$.  ∎

\rounding Next to \f$p_i = 1\f$ both \f$p_i - p_i^2\f$ and \f$p_i(1-p_i)\f$ cancel: only the sum of
the others says how far from 1 it is.

\witness \ref fault.hessian-cancels: \f$p_i - p_i^2\f$ from rounded probabilities.

\evidence{agreement.logsumexp-hessian}
*/
// [agreement.logsumexp-hessian]
const Law& logsumexp_hessian_agrees = law({.id = "agreement.logsumexp-hessian",
                                           .inputs = at_most(longest, one_vector()),
                                           .predicate = agrees(Function::logsumexp_hessian),
                                           .witness = "hessian-cancels"});
// [agreement.logsumexp-hessian]

/**
\page law_agreement
\law{agreement.logsumexp-hessian-vector} The Hessian of log-sum-exp times a vector agrees with its exact value

\statement Entry \f$i\f$ stands for \f$p_i(v_i - \langle p, v\rangle)\f$, \f$p = \sigma(x)\f$.

\hypotheses \f$x, v\f$ finite, of one length from 1 to 20.

\sources S1, the first-order total derivative.

\derivation \f$(\operatorname{diag}p - pp^\top)v = p\odot v - \langle p, v\rangle p\f$.  ∎

\rounding \f$v_i\f$ and the mean cancel where one probability takes nearly all, or \f$v\f$ is nearly
constant.  The error is promised relative to the result and, as far as the contract's second term
goes, to \f$p_i(|v_i| + \langle p, |v|\rangle)(1 + (m-x_i) + A)\f$, \f$A = \sum_j p_j(m-x_j)\f$.

\witness \ref fault.hessian-vector-expanded: \f$p_iv_i - p_i\langle p, v\rangle\f$, every operation
rounded.

\evidence{agreement.logsumexp-hessian-vector}
*/
// [agreement.logsumexp-hessian-vector]
const Law& hessian_vector_agrees = law({.id = "agreement.logsumexp-hessian-vector",
                                        .inputs = at_most(longest, vector_and_directions(1)),
                                        .predicate = agrees(Function::logsumexp_hessian_vector),
                                        .witness = "hessian-vector-expanded"});
// [agreement.logsumexp-hessian-vector]

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
const Law& derivative_1_agrees = law({.id = "agreement.softmax-derivative-1",
                                      .inputs = at_most(longest, vector_and_directions(1)),
                                      .predicate = agrees(Function::softmax_derivative_1),
                                      .witness = "derivative-forgets-mean"});
// [agreement.softmax-derivative-1]

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
const Law& derivative_2_agrees = law({.id = "agreement.softmax-derivative-2",
                                      .inputs = at_most(longest, vector_and_directions(2)),
                                      .predicate = agrees(Function::softmax_derivative_2),
                                      .witness = "derivative-2-one-factor-short"});
// [agreement.softmax-derivative-2]

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

\rounding As there, with more to cancel.

\witness \ref fault.derivative-3-forgets-covariances: the three terms with \f$\kappa_{ab}\f$ left
out, as if third central moments were all.

\evidence{agreement.softmax-derivative-3}
*/
// [agreement.softmax-derivative-3]
const Law& derivative_3_agrees = law({.id = "agreement.softmax-derivative-3",
                                      .inputs = at_most(longest, vector_and_directions(3)),
                                      .predicate = agrees(Function::softmax_derivative_3),
                                      .witness = "derivative-3-forgets-covariances"});
// [agreement.softmax-derivative-3]

}  // namespace
}  // namespace softlaw::properties
