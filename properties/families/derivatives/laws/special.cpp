// SPDX-License-Identifier: Apache-2.0
// The family special goes on: the Hessian of log-sum-exp and the derivatives of softmax.
#include "inputs/lengths.hpp"
#include "inputs/special_inputs.hpp"
#include "judge/agreement.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_special
\law{special.logsumexp-hessian} The Hessian of log-sum-exp at special values

\statement NaN everywhere where softmax is NaN; otherwise the row and the column of an entry
\f$-\infty\f$ are 0, and the rest is the Hessian of the entries that are left.

\hypotheses Any vector of up to 9 entries, also the empty one.

\sources None of the four; \ref special_values.

\derivation \f$p_i\delta_{ij} - p_ip_j\f$ with \f$p_i = 0\f$ at \f$-\infty\f$: \ref
special.softmax.  ∎

\rounding None.

\witness \ref fault.derivative-zero-at-infinity: 0 in place of NaN, which lets a training go on from
nonsense.

\evidence{special.logsumexp-hessian}
*/
// [special.logsumexp-hessian]
const Law& special_logsumexp_hessian = law({.id = "special.logsumexp-hessian",
                                            .inputs = at_most(9, special_vector()),
                                            .predicate = agrees(Function::logsumexp_hessian),
                                            .witness = "derivative-zero-at-infinity"});
// [special.logsumexp-hessian]

/**
\page law_special
\law{special.logsumexp-hessian-vector} The Hessian of log-sum-exp times a vector at special values

\statement As \ref special.softmax-derivative-1.

\hypotheses As there.

\sources None of the four; \ref special_values.

\derivation The same function.  ∎

\rounding None.

\witness \ref fault.derivative-zero-at-infinity: 0 in place of NaN.

\evidence{special.logsumexp-hessian-vector}
*/
// [special.logsumexp-hessian-vector]
const Law& special_logsumexp_hessian_vector =
    law({.id = "special.logsumexp-hessian-vector",
         .inputs = special_vector_and_directions(1),
         .predicate = agrees(Function::logsumexp_hessian_vector),
         .witness = "derivative-zero-at-infinity"});
// [special.logsumexp-hessian-vector]

/**
\page law_special
\law{special.softmax-derivative-1} The first derivative of softmax at special values

\statement NaN everywhere where softmax is NaN or a direction is not finite; otherwise 0 at entries
\f$-\infty\f$, and elsewhere the derivative of the softmax of the entries that are left.

\hypotheses Any vector of up to 9 entries, a direction of the same length, finite or not.

\sources None of the four; \ref special_values.

\derivation \f$\sigma_i = 0\f$ for all \f$x\f$ with \f$x_i = -\infty\f$: the component is constant,
and a masked entry takes no part in any mean.  What its direction is does not matter, if it is
finite; \f$0\cdot\infty\f$ has no value.  ∎

\rounding None.

\witness \ref fault.derivative-zero-at-infinity: 0 in place of NaN.

\evidence{special.softmax-derivative-1}
*/
// [special.softmax-derivative-1]
const Law& special_softmax_derivative_1 = law({.id = "special.softmax-derivative-1",
                                               .inputs = special_vector_and_directions(1),
                                               .predicate = agrees(Function::softmax_derivative_1),
                                               .witness = "derivative-zero-at-infinity"});
// [special.softmax-derivative-1]

/**
\page law_special
\law{special.softmax-derivative-2} The second derivative of softmax at special values

\statement As \ref special.softmax-derivative-1, for every direction.

\hypotheses As there, with two directions.

\sources None of the four; \ref special_values.

\derivation As there: the closed forms have \f$\sigma\f$ as a factor of each direction.  ∎

\rounding None.

\witness \ref fault.derivative-zero-at-infinity: 0 in place of NaN.

\evidence{special.softmax-derivative-2}
*/
// [special.softmax-derivative-2]
const Law& special_softmax_derivative_2 = law({.id = "special.softmax-derivative-2",
                                               .inputs = special_vector_and_directions(2),
                                               .predicate = agrees(Function::softmax_derivative_2),
                                               .witness = "derivative-zero-at-infinity"});
// [special.softmax-derivative-2]

/**
\page law_special
\law{special.softmax-derivative-3} The third derivative of softmax at special values

\statement As \ref special.softmax-derivative-1, for every direction.

\hypotheses As there, with three directions.

\sources None of the four; \ref special_values.

\derivation As there: the closed forms have \f$\sigma\f$ as a factor of each direction.  ∎

\rounding None.

\witness \ref fault.derivative-zero-at-infinity: 0 in place of NaN.

\evidence{special.softmax-derivative-3}
*/
// [special.softmax-derivative-3]
const Law& special_softmax_derivative_3 = law({.id = "special.softmax-derivative-3",
                                               .inputs = special_vector_and_directions(3),
                                               .predicate = agrees(Function::softmax_derivative_3),
                                               .witness = "derivative-zero-at-infinity"});
// [special.softmax-derivative-3]

/**
\page law_special
\law{special.softmax-derivative-4} The fourth derivative of softmax at special values

\statement As \ref special.softmax-derivative-1, for every direction.

\hypotheses As there, with four directions.

\sources None of the four; \ref special_values.

\derivation As there.  ∎

\rounding None.

\witness \ref fault.derivative-zero-at-infinity: 0 in place of NaN.

\evidence{special.softmax-derivative-4}
*/
// [special.softmax-derivative-4]
const Law& special_softmax_derivative_4 = law({.id = "special.softmax-derivative-4",
                                               .inputs = special_vector_and_directions(4),
                                               .predicate = agrees(Function::softmax_derivative_4),
                                               .witness = "derivative-zero-at-infinity"});
// [special.softmax-derivative-4]

}  // namespace
}  // namespace softlaw::properties
