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

/// Whether there is a distribution, and numbers to take means of.
bool has_means(const Vector& x, const Vector& h) { return !is_undefined(x) && all_finite(h); }

template <class Real>
struct Ours {
  static void logsumexp_cumulants(const Real* x, const Real* h, std::size_t n, std::size_t order,
                                  Real* out) {
    softlaw::logsumexp_cumulants(std::span(x, n), std::span(h, n), std::span(out, order));
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.logsumexp-cumulants} The cumulants of the softmax distribution agree with their exact values

\anchor agreement-cumulants

\statement The results stand for \f$\kappa_k = \frac{d^k}{dt^k}\operatorname{LSE}(x+th)\f$ at \f$t =
0\f$, \f$1 \le k \le m\f$.

\hypotheses \f$x, h\f$ finite, of one length from 1 to 4, \f$0 \le m \le 6\f$.

\sources Not printed.

\derivation The cumulants are the coefficients of the series of log-sum-exp along \f$h\f$, times
factorials (\ref cumulants.series).  ∎

\rounding The error is promised relative to the cumulant with every term in absolute value,
\f$|h_i| + \langle p,|h|\rangle\f$ for \f$h_i\f$, and each weight \f$p_i\f$ perturbed by \f$1 + (m-x_i) +
A\f$ of itself.

\witness \ref fault.cumulants-are-moments: the fourth central moment for the fourth cumulant.

\evidence{agreement.logsumexp-cumulants}
*/

/**
\page law_special
\law{special.logsumexp-cumulants} The cumulants of the softmax distribution at special values

\statement NaN everywhere where softmax is NaN, also for no entries, or the direction is not finite.
Otherwise an entry \f$-\infty\f$ takes no part in any mean.

\hypotheses As for \ref special.softmax-jet.

\sources None of the four; \ref special_values.

\derivation Of no entries there is no mean, while a vector of no results is not a statement.  ∎

\rounding None.

\witness \ref fault.cumulants-zero-at-infinity: 0 in place of NaN.

\evidence{special.logsumexp-cumulants}
*/
// [logsumexp-cumulants]
const Function<Intervals(Vector, Vector, std::int64_t)> logsumexp_cumulants(
    {.name = "logsumexp_cumulants",
     .meaning = "the cumulants of order 1 to order of h under softmax(x)",
     .parameters = {{{"x"}, {"h"}, {"order", from(0, highest_order)}}},
     .formula =
         [](const Vector& x, const Vector& h, std::int64_t order) {
           return ref::logsumexp_cumulants(enclose(x), enclose(h), static_cast<std::size_t>(order));
         },
     .scale =
         [](const Vector& x, const Vector& h, std::int64_t order) {
           return ref::condition::logsumexp_cumulants(enclose(x), enclose(h),
                                                      static_cast<std::size_t>(order));
         },
     .special =
         [](const Vector& x, const Vector& h, std::int64_t order) {
           if (!has_means(x, h)) return Intervals(static_cast<std::size_t>(order), not_a_number());
           return logsumexp_cumulants.formula(present(x), where_present(x, h), order);
         },
     .result_count = [](const Vector&, const Vector&,
                        std::int64_t order) { return static_cast<std::size_t>(order); },
     .one_length = true,
     .field = SOFTLAW_FIELD(logsumexp_cumulants),
     .agreement = {[] { return line_and_order(6); }, "cumulants-are-moments"},
     .special_values = {[] { return special_line(4); }, "cumulants-zero-at-infinity"}});
// [logsumexp-cumulants]

}  // namespace softlaw::properties
