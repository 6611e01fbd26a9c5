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
  static void softmax_jet(const Real* x, const Real* h, std::size_t n, std::size_t order,
                          Real* out) {
    softlaw::softmax_jet(std::span(x, n), std::span(h, n), order, std::span(out, (order + 1) * n));
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.softmax-jet} The series of softmax along a line agree with their exact values

\anchor agreement-softmax-line

\statement Entry \f$(k, i)\f$ stands for the coefficient of \f$t^k\f$ in \f$\sigma_i(x+th)\f$.

\hypotheses \f$x, h\f$ finite, of one length from 1 to 4, \f$0 \le m \le 6\f$.

\sources S1, Taylor series approximations.

\derivation \ref derivatives.jet.  ∎

\rounding As for \ref agreement.softmax-derivative-4, each order by its scale over \f$k!\f$.

\witness \ref fault.jet-by-repeated-first: \f$p\,c^k/k!\f$, as if the mean did not move.

\evidence{agreement.softmax-jet}
*/

/**
\page law_special
\law{special.softmax-jet} The series of softmax along a line at special values

\anchor special-softmax-line

\statement NaN everywhere where softmax is NaN or the direction is not finite; otherwise an entry
\f$-\infty\f$ has the coefficients 0 and takes no part in any mean.

\hypotheses Any vector of up to 9 entries, a direction of the same length, finite or not; orders from 0
to 4.

\sources None of the four; \ref special_values.

\derivation As \ref special.softmax-derivative.  ∎

\rounding None.

\witness \ref fault.line-zero-at-infinity: 0 in place of NaN.

\evidence{special.softmax-jet}
*/
// [softmax-jet]
const Function<Intervals(Vector, Vector, std::int64_t)> softmax_jet(
    {.name = "softmax_jet",
     .meaning = "the coefficients of t^0 to t^order in softmax(x + t h)",
     .parameters = {{{"x"}, {"h"}, {"order", from(0, highest_order)}}},
     .formula =
         [](const Vector& x, const Vector& h, std::int64_t order) {
           return ref::softmax_jet(enclose(x), enclose(h), static_cast<std::size_t>(order));
         },
     .scale =
         [](const Vector& x, const Vector& h, std::int64_t order) {
           return ref::condition::softmax_jet(enclose(x), enclose(h),
                                              static_cast<std::size_t>(order));
         },
     .absent = 0,
     .result_count =
         [](const Vector& x, const Vector&, std::int64_t order) {
           return (static_cast<std::size_t>(order) + 1) * x.size();
         },
     .place = [](std::size_t i, const Vector& x, const Vector&,
                 std::int64_t) { return row_and_column(i, x.size()); },
     .one_length = true,
     .field = SOFTLAW_FIELD(softmax_jet),
     .agreement = {[] { return line_and_order(6); }, "jet-by-repeated-first"},
     .special_values = {[] { return special_line(4); }, "line-zero-at-infinity"}});
// [softmax-jet]

}  // namespace softlaw::properties
