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
  static Real logsumexp(const Real* x, std::size_t n) {
    return softlaw::logsumexp(std::span(x, n));
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.logsumexp} Log-sum-exp agrees with its exact value

\statement The result stands for \f$\log\sum_i e^{x_i}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S3 §3.5.

\derivation With \f$m = \max_i x_i\f$ attained at \f$k\f$,
\f$\operatorname{LSE}(x) = m + \operatorname{log1p}\bigl(\sum_{i\ne k} e^{x_i-m}\bigr)\f$.  ∎

\rounding The sum is at least 0 and well conditioned; the last addition is not.  Where \f$m\f$ is
about \f$-\log n\f$, as when \f$x\f$ holds log-probabilities, the two terms cancel, and each must be
known beyond working precision.  Where the other terms are small against 1, adding them to 1 before
the logarithm loses them.

\witness \ref fault.plain-logsumexp: \f$m + \log\sum_i e^{x_i-m}\f$, every operation rounded.

\evidence{agreement.logsumexp}
*/

/**
\page law_special
\law{special.logsumexp} Log-sum-exp at special values

\statement NaN for a NaN, else \f$+\infty\f$ for a \f$+\infty\f$; entries \f$-\infty\f$ change
nothing; \f$-\infty\f$ when nothing else is there.

\hypotheses Any vector of floats, infinities and NaN, also the empty one.

\sources None of the four; \ref special_values.

\derivation \f$e^{-\infty} = 0\f$ is the neutral element of the sum and \f$\log 0 = -\infty\f$: so
the law \f$\operatorname{LSE}(x, y) = \operatorname{logaddexp}(\operatorname{LSE}(x),
\operatorname{LSE}(y))\f$ goes on to hold for parts that are empty or masked.  The functions are
monotone: \f$+\infty\f$ is the limit when an entry grows.  ∎

\rounding None, but the largest floats belong here: their differences overflow, and
\f$e^{-\infty} = 0\f$ is the right answer then.

\witness \ref fault.unguarded-shift: subtracts an infinite maximum.

\evidence{special.logsumexp}
*/
// [logsumexp]
const Function<Interval(Vector)> logsumexp(
    {.name = "logsumexp",
     .meaning = "log of the sum of exponentials",
     .parameters = {{{"x"}}},
     .formula = [](const Vector& x) { return ref::logsumexp(enclose(x)); },
     .scale = [](const Vector& x) { return ref::condition::logsumexp(enclose(x)); },
     .range = [](const Format& format,
                 const Vector& x) { return Interval::between(maximum(x), format.max_finite()); },
     .special = [](const Vector& x) -> Interval {
       if (has_nan(x)) return not_a_number();
       if (has(x, infinity)) return sum_with_infinity();
       if (present(x).empty()) return x.empty() ? -infinity : sum_of_masked();
       return logsumexp.formula(present(x));
     },
     .field = SOFTLAW_FIELD(logsumexp),
     .agreement = {[] { return one_vector(); }, "plain-logsumexp"},
     .special_values = {special_vector, "unguarded-shift"}});
// [logsumexp]

}  // namespace softlaw::properties
