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
  static void softmax(const Real* x, std::size_t n, Real* out) {
    softlaw::softmax(std::span(x, n), std::span(out, n));
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.softmax} Softmax agrees with its exact value

\statement Each entry stands for \f$e^{x_i}/\sum_j e^{x_j}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S1, the definition of softmax; S2, the section on the softmax.

\derivation \f$\sigma(x)_i = e^{x_i-m}/\sum_j e^{x_j-m}\f$ for any \f$m\f$.  ∎

\rounding The error of the rounded difference \f$x_i - m\f$ is \f$u(m - x_i)\f$, and it is a
relative error of the entry: an entry of \f$10^{-300}\f$ is wrong in its last nine bits.

\witness \ref fault.plain-softmax: the shifted formula, every operation rounded.

\evidence{agreement.softmax}
*/

/**
\page law_special
\law{special.softmax} Softmax at special values

\statement NaN everywhere for a NaN, a \f$+\infty\f$, or \f$-\infty\f$ alone; otherwise
\f$-\infty\f$ has probability 0 and changes nothing for the others; one finite entry has exactly 1.

\hypotheses Any vector, also the empty one, of which the softmax is empty.

\sources None of the four; \ref special_values.

\derivation Over the entries that are there, \f$e^{x_i}/\sum_j e^{x_j}\f$ with \f$e^{-\infty} =
0\f$.  Where all are \f$-\infty\f$ it is \f$0/0\f$, where one is \f$+\infty\f$ it is
\f$\infty/\infty\f$; the limits depend on the path, as \f$(t, t)\f$ and \f$(t, t+1)\f$ show.  ∎

\rounding None; where entries lie further apart than the largest float, the probability of the lower
one is not 0, but rounds to the 0 that underflow gives.

\witness \ref fault.masked-row-zero: 0 where all entries are masked.

\evidence{special.softmax}
*/
// [softmax]
const Function<Intervals(Vector)> softmax(
    {.name = "softmax",
     .meaning = "exp(x_i) over the sum of exponentials",
     .parameters = {{{"x"}}},
     .formula = [](const Vector& x) { return ref::softmax(enclose(x)); },
     .scale = [](const Vector& x) { return ref::condition::softmax(enclose(x)); },
     .range = [](const Format&,
                 const Vector& x) { return Intervals(x.size(), Interval::between(0, 1)); },
     .is_distribution = true,
     .absent = 0,
     .field = SOFTLAW_FIELD(softmax),
     .agreement = {[] { return one_vector(); }, "plain-softmax"},
     .special_values = {special_vector, "masked-row-zero"}});
// [softmax]

}  // namespace softlaw::properties
