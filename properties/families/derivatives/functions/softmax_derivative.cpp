// SPDX-License-Identifier: Apache-2.0
#include <softlaw/derivative.hpp>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>

#include "families/derivatives/functions.hpp"
#include "families/derivatives/functions/directions.hpp"
#include "families/derivatives/inputs/line_inputs.hpp"
#include "inputs/lengths.hpp"
#include "inputs/special_inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static void softmax_derivative(const Real* x, std::size_t n, const Real* const* directions,
                                 std::size_t order, Real* out) {
    const auto h = spans(directions, n, order);
    softlaw::softmax_derivative(std::span(x, n), std::span<const std::span<const Real>>(h),
                                std::span(out, n));
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.softmax-derivative} The total derivatives of softmax agree with their exact values

\statement Entry \f$i\f$ stands for \f$\bigl(d^k\sigma(x)\cdot(h_1,\dots,h_k)\bigr)_i\f$.

\hypotheses \f$x\f$ and the directions finite, of one length from 1 to 4; one to four directions, on
one grid, where their sums are floats.

\sources S1, total derivatives; the closed forms of the orders 1 to 3 are at
\ref agreement.softmax-derivative-1 and the laws that follow it.

\derivation The coefficient of \f$t_1\cdots t_k\f$ in \f$\sigma(x+\sum t_jh_j)\f$.  ∎

\rounding Each direction enters less its mean, and the products of covariances cancel: the contract's
second term is relative to the sum of all terms in absolute value.

\witness \ref fault.derivative-forgets-mean: the directions are not centred.

\evidence{agreement.softmax-derivative}
*/

/**
\page law_special
\law{special.softmax-derivative} The total derivatives of softmax at special values

\anchor special-softmax-derivative-1 \anchor special-softmax-derivative-2
\anchor special-softmax-derivative-3 \anchor special-softmax-derivative-4

\statement NaN everywhere where softmax is NaN or a direction is not finite; otherwise 0 at entries
\f$-\infty\f$, and elsewhere the derivative of the softmax of the entries that are left.

\hypotheses Any vector of up to 9 entries; one to four directions of the same length, finite or not.

\sources None of the four; \ref special_values.

\derivation \f$\sigma_i = 0\f$ for all \f$x\f$ with \f$x_i = -\infty\f$: the component is constant,
and a masked entry takes no part in any mean; the closed forms have \f$\sigma\f$ as a factor of each
direction.  The direction of a masked entry does not matter, if it is finite; \f$0\cdot\infty\f$ has
no value.  ∎

\rounding None.

\witness \ref fault.derivative-zero-at-infinity: 0 in place of NaN.

\evidence{special.softmax-derivative}
*/
// [softmax-derivative]
const Function<Intervals(Vector, Directions)> softmax_derivative(
    {.name = "softmax_derivative",
     .meaning = "the total derivative of softmax along directions as long as x",
     .parameters = {{{"x"}, {"directions"}}},
     .formula =
         [](const Vector& x, const Directions& h) {
           return ref::softmax_derivative(enclose(x), enclose_all(h));
         },
     .scale =
         [](const Vector& x, const Directions& h) {
           return ref::condition::softmax_derivative(enclose(x), enclose_all(h));
         },
     .absent = 0,
     .check = [](const Vector& x,
                 const Directions& h) { require_directions(softmax_derivative, x, h); },
     .field = SOFTLAW_FIELD(softmax_derivative),
     .agreement = {[] { return vector_and_any_directions(4); }, "derivative-forgets-mean"},
     .special_values = {[] { return special_vector_and_any_directions(4); },
                        "derivative-zero-at-infinity"}});
// [softmax-derivative]

}  // namespace softlaw::properties
