// SPDX-License-Identifier: Apache-2.0
// The family agreement goes on: derivatives of higher order.
#include "judge/agreement.hpp"

#include <algorithm>

#include "families/derivatives/inputs/line_inputs.hpp"
#include "inputs/lengths.hpp"

namespace softlaw::properties {
namespace {

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
const Law& derivative_4_agrees = law({.id = "agreement.softmax-derivative-4",
                                      .inputs = at_most(4, vector_and_directions(4)),
                                      .predicate = agrees(Function::softmax_derivative_4),
                                      .witness = "derivative-4-forgets-pairs"});
// [agreement.softmax-derivative-4]

/**
\page law_agreement
\law{agreement.softmax-line} The series of softmax along a line agree with their exact values

\statement The jet's entry \f$(k, i)\f$ stands for the coefficient of \f$t^k\f$ in
\f$\sigma_i(x+th)\f$, the Taylor polynomial's entry \f$i\f$ for the sum of these over \f$k \le m\f$.

\hypotheses \f$x, h\f$ finite, of one length from 1 to 4, \f$0 \le m \le 6\f$.

\sources S1, Taylor series approximations.

\derivation \ref derivatives.jet and \ref derivatives.taylor-polynomial.

\rounding As for \ref agreement.softmax-derivative-4, each order by its scale over \f$k!\f$, the
polynomial by their sum.

\witness \ref fault.jet-by-repeated-first: \f$p\,c^k/k!\f$, as if the mean did not move.

\evidence{agreement.softmax-line}
*/
// [agreement.softmax-line]
Truth series_agree(const Evaluator& f, const Vector& x, const Vector& h,
                   const std::int64_t& order) {
  return f.agrees(Function::softmax_jet, {x, h, order}).as("jet") &&
         f.agrees(Function::softmax_taylor, {x, h, order}).as("Taylor polynomial");
}
// [agreement.softmax-line]
const Law& softmax_line_agrees = law({.id = "agreement.softmax-line",
                                      .inputs = line_and_order(6),
                                      .predicate = check(series_agree),
                                      .witness = "jet-by-repeated-first"});

/**
\page law_agreement
\law{agreement.cumulants} The cumulants of the softmax distribution agree with their exact values

\statement The results stand for \f$\kappa_k = \frac{d^k}{dt^k}\operatorname{LSE}(x+th)\f$ at \f$t =
0\f$, \f$k \le m\f$, and for \f$d^3\operatorname{LSE}(x)\cdot(h,h',h)\f$, where \f$h'\f$ is \f$h\f$
backwards.

\hypotheses \f$x, h\f$ finite, of one length from 1 to 4, \f$0 \le m \le 6\f$.

\sources Not printed.

\derivation The cumulants are the coefficients of the series of log-sum-exp along \f$h\f$, times
factorials (\ref cumulants.series); the joint one is a mixed derivative (\ref cumulants.joint).

\rounding The error is promised relative to the cumulant with every term in absolute value,
\f$|h_i| + \langle p,|h|\rangle\f$ for \f$h_i\f$, and each weight \f$p_i\f$ perturbed by \f$1 + (m-x_i) +
A\f$ of itself.

\witness \ref fault.cumulants-are-moments: the fourth central moment for the fourth cumulant.

\evidence{agreement.cumulants}
*/
// [agreement.cumulants]
Truth cumulants_agree(const Evaluator& f, const Vector& x, const Vector& h,
                      const std::int64_t& order) {
  Vector backwards = h;
  std::ranges::reverse(backwards);
  const Vector three = concatenate(concatenate(h, backwards), h);
  return f.agrees(Function::logsumexp_cumulants, {x, h, order}).as("cumulants") &&
         f.agrees(Function::logsumexp_derivative, {x, three}).as("joint cumulant");
}
// [agreement.cumulants]
const Law& cumulants_agree_exactly = law({.id = "agreement.cumulants",
                                          .inputs = line_and_order(6),
                                          .predicate = check(cumulants_agree),
                                          .witness = "cumulants-are-moments"});

}  // namespace
}  // namespace softlaw::properties
