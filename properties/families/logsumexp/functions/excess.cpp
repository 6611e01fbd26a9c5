// SPDX-License-Identifier: Apache-2.0
#include <softlaw/logsumexp.hpp>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>

#include "families/logsumexp/functions.hpp"
#include "inputs/special_inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real excess(const Real* x, std::size_t n) { return softlaw::excess(std::span(x, n)); }
};

}  // namespace

/**
\page law_agreement
\law{agreement.excess} The excess over the maximum agrees with its exact value

\statement The result stands for \f$\log\sum_i e^{x_i-m}\f$, \f$m = \max_i x_i\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S3 §3.1: the term that is added to the maximum.

\derivation The definition.  ∎

\rounding It is small where log-sum-exp is next to the maximum, down to the least subnormal, and a
relative error is promised there too: \f$\operatorname{LSE}(x) - m\f$ of a rounded LSE has none.

\witness \ref fault.excess-by-difference: log-sum-exp, rounded, less the maximum.

\evidence{agreement.excess}
*/

/**
\page law_special
\law{special.excess} The excess over the maximum at special values

\statement NaN for a NaN or a \f$+\infty\f$ and where there is no maximum but \f$-\infty\f$; entries
\f$-\infty\f$ beside others change nothing.

\hypotheses Any vector, also the empty one.

\sources None of the four; \ref special_values.

\derivation It is \f$\operatorname{LSE}(x) - \max x\f$; the difference of two equal infinities has
no value, and no limit either: at \f$(t, t)\f$ the excess is \f$\log 2\f$ for every \f$t\f$, at
\f$(2t, t)\f$ it tends to 0 for \f$t\to\infty\f$.  ∎

\rounding None.

\witness \ref fault.excess-of-nothing-zero: 0 where the maximum is infinite.

\evidence{special.excess}
*/
// [excess]
const Function<Interval(Vector)> excess(
    {.name = "excess",
     .meaning = "logsumexp minus the maximum",
     .parameters = {{{"x"}}},
     .formula = [](const Vector& x) { return ref::excess(enclose(x)); },
     .scale = [](const Vector& x) { return ref::condition::excess(enclose(x)); },
     .range =
         [](const Format& format, const Vector& x) {
           const Interval log_n = log(Interval(static_cast<double>(x.size())));
           return Interval::between(0, log_n + ldexp(log_n, 1 - format.precision));
         },
     .special =
         [](const Vector& x) {
           return is_undefined(x) ? not_a_number() : excess.formula(present(x));
         },
     .field = SOFTLAW_FIELD(excess),
     .agreement = {[] { return one_vector(); }, "excess-by-difference"},
     .special_values = {special_vector, "excess-of-nothing-zero"}});
// [excess]

}  // namespace softlaw::properties
