// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/softmax.hpp>

#include "families/softmax/functions.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "inputs/special_inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static void log_softmax(const Real* x, std::size_t n, Real* out) {
    softlaw::log_softmax(std::span(x, n), std::span(out, n));
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.log-softmax} Log-softmax agrees with its exact value

\statement Each entry stands for \f$x_i - \log\sum_j e^{x_j}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S2, the section on softmax and cross-entropy loss: the loss with a minus sign.

\derivation Take the logarithm in the definition of softmax.  For the largest entry it is
\f$-\operatorname{log1p}(\sum_{i \ne k} e^{x_i-m})\f$.  ∎

\rounding The largest entry may be tiny, and \f$x_k - \operatorname{LSE}(x)\f$ cancels to nothing
there; the others are large where the softmax has long underflowed to 0.

\witness \ref fault.log-of-softmax: the logarithm of a rounded softmax.

\evidence{agreement.log-softmax}
*/

/**
\page law_special
\law{special.log-softmax} Log-softmax at special values

\statement NaN everywhere for a NaN, a \f$+\infty\f$, or \f$-\infty\f$ alone; otherwise
\f$-\infty\f$ stays \f$-\infty\f$ and changes nothing for the others; one finite entry has exactly
0.

\hypotheses Any vector, also the empty one.

\sources None of the four; \ref special_values.

\derivation The logarithm of \ref special.softmax.  ∎

\rounding The difference of the largest floats of both signs overflows to \f$-\infty\f$, which the
exact value, below \f$-2^{1024}\f$, rounds to.

\witness \ref fault.lowest-for-minus-infinity: the lowest finite number stands in for \f$-\infty\f$.

\evidence{special.log-softmax}
*/
// [log-softmax]
const Function<Intervals(Vector)> log_softmax(
    {.name = "log_softmax",
     .meaning = "x_i minus logsumexp",
     .parameters = {{{"x"}}},
     .formula = [](const Vector& x) { return ref::log_softmax(enclose(x)); },
     .scale = [](const Vector& x) { return ref::condition::log_softmax(enclose(x)); },
     .range = [](const Format&,
                 const Vector& x) { return Intervals(x.size(), Interval::between(-infinity, 0)); },
     .absent = -infinity,
     .field = SOFTLAW_FIELD(log_softmax),
     .agreement = {[] { return one_vector(); }, "log-of-softmax"},
     .special_values = {special_vector, "lowest-for-minus-infinity"}});
// [log-softmax]

}  // namespace softlaw::properties
