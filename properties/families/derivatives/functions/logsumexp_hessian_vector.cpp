// SPDX-License-Identifier: Apache-2.0
#include <softlaw/hessian.hpp>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>

#include "families/derivatives/functions.hpp"
#include "inputs/lengths.hpp"
#include "inputs/special_inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static void logsumexp_hessian_vector(const Real* x, const Real* v, std::size_t n, Real* out) {
    softlaw::logsumexp_hessian_vector(std::span(x, n), std::span(v, n), std::span(out, n));
  }
};

}  // namespace

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

/**
\page law_special
\law{special.logsumexp-hessian-vector} The Hessian of log-sum-exp times a vector at special values

\statement As \ref special.softmax-derivative.

\hypotheses As there.

\sources None of the four; \ref special_values.

\derivation The same function.  ∎

\rounding None.

\witness \ref fault.derivative-zero-at-infinity: 0 in place of NaN.

\evidence{special.logsumexp-hessian-vector}
*/
// [logsumexp-hessian-vector]
const Function<Intervals(Vector, Vector)> logsumexp_hessian_vector(
    {.name = "logsumexp_hessian_vector",
     .meaning = "the Hessian of logsumexp times v",
     .parameters = {{{"x"}, {"v"}}},
     .formula =
         [](const Vector& x, const Vector& v) {
           return ref::logsumexp_hessian_vector(enclose(x), enclose(v));
         },
     .scale =
         [](const Vector& x, const Vector& v) {
           return ref::condition::logsumexp_hessian_vector(enclose(x), enclose(v));
         },
     .absent = 0,
     .one_length = true,
     .field = SOFTLAW_FIELD(logsumexp_hessian_vector),
     .agreement = {[] { return at_most(20, vector_and_directions(1)); }, "hessian-vector-expanded"},
     .special_values = {[] { return special_vector_and_directions(1); },
                        "derivative-zero-at-infinity"}});
// [logsumexp-hessian-vector]

}  // namespace softlaw::properties
