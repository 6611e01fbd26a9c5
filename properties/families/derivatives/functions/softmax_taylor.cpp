// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/taylor.hpp>

#include "families/derivatives/functions.hpp"
#include "families/derivatives/functions/directions.hpp"
#include "families/derivatives/inputs/line_inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static void softmax_taylor(const Real* x, const Real* h, std::size_t n, std::size_t order,
                             Real* out) {
    softlaw::softmax_taylor(std::span(x, n), std::span(h, n), order, std::span(out, n));
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.softmax-taylor} The Taylor polynomials of softmax agree with their exact values

\statement Entry \f$i\f$ stands for the sum over \f$k \le m\f$ of the coefficients of \f$t^k\f$ in
\f$\sigma_i(x+th)\f$.

\hypotheses \f$x, h\f$ finite, of one length from 1 to 4, \f$0 \le m \le 6\f$.

\sources S1, Taylor series approximations.

\derivation \ref derivatives.taylor-polynomial.  ∎

\rounding The scale of error is the sum of those of the terms, \ref agreement.softmax-jet: where the
series is far from its limit, terms of both signs cancel.

\witness \ref fault.taylor-one-order-short: the last term is left out.

\evidence{agreement.softmax-taylor}
*/

/**
\page law_special
\law{special.softmax-taylor} The Taylor polynomials of softmax at special values

\statement NaN everywhere where softmax is NaN or the direction is not finite; 0 at an entry
\f$-\infty\f$, which takes no part in any mean.

\hypotheses As for \ref special.softmax-jet.

\sources None of the four; \ref special_values.

\derivation Sums of the coefficients at \ref special.softmax-jet.  ∎

\rounding None.

\witness \ref fault.line-zero-at-infinity: 0 in place of NaN.

\evidence{special.softmax-taylor}
*/
// [softmax-taylor]
const Function<Intervals(Vector, Vector, std::int64_t)> softmax_taylor(
    {.name = "softmax_taylor",
     .meaning = "the Taylor polynomial of softmax at x, evaluated at x + h",
     .parameters = {{{"x"}, {"h"}, {"order", from(0, highest_order)}}},
     .formula =
         [](const Vector& x, const Vector& h, std::int64_t order) {
           return ref::softmax_taylor(enclose(x), enclose(h), static_cast<std::size_t>(order));
         },
     .scale =
         [](const Vector& x, const Vector& h, std::int64_t order) {
           return ref::condition::softmax_taylor(enclose(x), enclose(h),
                                                 static_cast<std::size_t>(order));
         },
     .absent = 0,
     .one_length = true,
     .field = SOFTLAW_FIELD(softmax_taylor),
     .agreement = {[] { return line_and_order(6); }, "taylor-one-order-short"},
     .special_values = {[] { return special_line(4); }, "line-zero-at-infinity"}});
// [softmax-taylor]

}  // namespace softlaw::properties
