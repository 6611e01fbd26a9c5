// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/softmin.hpp>

#include "families/logsumexp/functions.hpp"
#include "inputs/special_inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real softmin(const Real* x, std::size_t n) { return softlaw::softmin(std::span(x, n)); }
};

}  // namespace

/**
\page law_agreement
\law{agreement.softmin} Soft-min agrees with its exact value

\statement The result stands for \f$-\log\sum_i e^{-x_i}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S3 §3.4 and S3 §3.5.

\derivation The definition; \ref agreement.logsumexp at \f$-x\f$.  ∎

\rounding As for \ref agreement.logsumexp.  Where soft-min is a loop of its own, it has a remainder of its own too: vector code
takes entries by fours or eights and the last ones singly.

\witness \ref fault.softmin-drops-tail: the entries after the last multiple of four are forgotten.

\evidence{agreement.softmin}
*/

/**
\page law_special
\law{special.softmin} Soft-min at special values

\statement NaN for a NaN, else \f$-\infty\f$ for a \f$-\infty\f$; entries \f$+\infty\f$ change
nothing; \f$+\infty\f$ when nothing else is there.

\hypotheses Any vector, also the empty one.

\sources S3 §3.4 for the definition; \ref special_values.

\derivation \ref special.logsumexp at \f$-x\f$.  ∎

\rounding None.  Which of two numbers `min` and `fmin` return beside a NaN is not the same, and
`std::min` depends on the order.

\witness \ref fault.nan-swallowed: the minimum by `fmin`.

\evidence{special.softmin}
*/
// [softmin]
const Function<Interval(Vector)> softmin(
    {.name = "softmin",
     .meaning = "minus the logsumexp of -x",
     .parameters = {{{"x"}}},
     .formula = [](const Vector& x) { return ref::softmin(enclose(x)); },
     .scale = [](const Vector& x) { return ref::condition::softmin(enclose(x)); },
     .range = [](const Format& format,
                 const Vector& x) { return Interval::between(-format.max_finite(), -maximum(-x)); },
     .special = [](const Vector& x) { return -logsumexp.exact(-x); },
     .field = SOFTLAW_FIELD(softmin),
     .agreement = {[] { return one_vector(); }, "softmin-drops-tail"},
     .special_values = {special_vector, "nan-swallowed"}});
// [softmin]

}  // namespace softlaw::properties
