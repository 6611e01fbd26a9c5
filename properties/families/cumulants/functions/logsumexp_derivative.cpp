// SPDX-License-Identifier: Apache-2.0
#include <softlaw/cumulants.hpp>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>

#include "families/cumulants/functions.hpp"
#include "families/derivatives/functions/directions.hpp"
#include "families/derivatives/inputs/line_inputs.hpp"
#include "inputs/lengths.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real logsumexp_derivative(const Real* x, std::size_t n, const Real* const* directions,
                                   std::size_t order) {
    const auto h = spans(directions, n, order);
    return softlaw::logsumexp_derivative(std::span(x, n),
                                         std::span<const std::span<const Real>>(h));
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.logsumexp-derivative} The derivatives of log-sum-exp agree with their exact values

\statement The result stands for \f$d^k\operatorname{LSE}(x)\cdot(h_1,\dots,h_k)\f$, the joint
cumulant of the directions under \f$\sigma(x)\f$.

\hypotheses \f$x\f$ and the directions finite, of one length from 1 to 4; one to four directions.

\sources Not printed.

\derivation The joint cumulant is the mixed derivative of the cumulant generating function
(\ref cumulants.joint).  ∎

\rounding As for \ref agreement.logsumexp-cumulants.

\witness \ref fault.joint-cumulant-uncentred: the mean of the products, without the terms that lower orders take
from it.

\evidence{agreement.logsumexp-derivative}
*/

/**
\page law_special
\law{special.logsumexp-derivative} The derivatives of log-sum-exp at special values

\statement NaN where softmax is NaN, also for no entries, or a direction is not finite.  Otherwise an
entry \f$-\infty\f$ takes no part in any mean.

\hypotheses Any vector of up to 9 entries; one to three directions of the same length, finite or not.

\sources None of the four; \ref special_values.

\derivation As \ref special.logsumexp-cumulants.  ∎

\rounding None.

\witness \ref fault.joint-cumulant-zero-at-infinity: 0 in place of NaN.

\evidence{special.logsumexp-derivative}
*/
// [logsumexp-derivative]
const Function<Interval(Vector, Directions)> logsumexp_derivative(
    {.name = "logsumexp_derivative",
     .meaning = "the derivative of logsumexp along directions as long as x",
     .parameters = {{{"x"}, {"directions"}}},
     .formula =
         [](const Vector& x, const Directions& h) {
           return ref::logsumexp_derivative(enclose(x), enclose_all(h));
         },
     .scale =
         [](const Vector& x, const Directions& h) {
           return ref::condition::logsumexp_derivative(enclose(x), enclose_all(h));
         },
     .special = [](const Vector& x, const Directions& h) -> Interval {
       if (is_undefined(x) || !all_finite(pack(h))) return not_a_number();
       Directions kept;
       for (const Vector& each : h) kept.push_back(where_present(x, each));
       return logsumexp_derivative.formula(present(x), kept);
     },
     .check = [](const Vector& x,
                 const Directions& h) { require_directions(logsumexp_derivative, x, h); },
     .field = SOFTLAW_FIELD(logsumexp_derivative),
     .agreement = {[] { return vector_and_any_directions(4); }, "joint-cumulant-uncentred"},
     .special_values = {[] { return special_vector_and_any_directions(3); },
                        "joint-cumulant-zero-at-infinity"}});
// [logsumexp-derivative]

}  // namespace softlaw::properties
