// SPDX-License-Identifier: Apache-2.0
#include <softlaw/logsumexp.hpp>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>

#include "families/logsumexp/functions.hpp"
#include "families/pair/functions.hpp"
#include "inputs/special_inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real logaddexp(Real a, Real b) { return softlaw::logaddexp(a, b); }
};

}  // namespace

/**
\page law_agreement
\law{agreement.logaddexp} Log-sum-exp of two numbers agrees with its exact value

\statement The result stands for \f$\log(e^a + e^b)\f$.

\hypotheses \f$a, b\f$ finite.

\sources S3 §3.1.

\derivation \f$\log(e^a+e^b) = \max(a,b) + \operatorname{log1p}(e^{-|a-b|})\f$.  ∎

\rounding \f$e^{-|a-b|}\f$ is below half an ulp of 1 only from \f$|a-b| = 36.8\f$ on (16.7 in
binary32), and it counts for longer when the maximum is near 0: no gap is safe to cut at.

\witness \ref fault.logaddexp-cutoff: the maximum as soon as the gap passes 20.

\evidence{agreement.logaddexp}
*/

/**
\page law_special
\law{special.logaddexp} Log-sum-exp of two special numbers

\statement As \ref special.logsumexp at \f$(a, b)\f$: \f$-\infty\f$ is neutral, \f$+\infty\f$ and
NaN win.

\hypotheses Any two floats, infinities or NaN.

\sources None of the four; \ref special_values.

\derivation It is log-sum-exp of two entries.  ∎

\rounding None.  The usual formula has \f$a - b\f$ in it, and two equal infinities are the two
inputs at which that has no value.

\witness \ref fault.infinities-subtracted: does so.

\evidence{special.logaddexp}
*/
// [logaddexp]
const Function<Interval(double, double)> logaddexp(
    {.name = "logaddexp",
     .meaning = "logsumexp of two numbers",
     .parameters = {{{"a"}, {"b"}}},
     .formula = [](double a, double b) { return ref::logaddexp(a, b); },
     .scale = [](double a, double b) { return ref::condition::logaddexp(a, b); },
     .range = [](const Format& format, double a,
                 double b) { return Interval::between(std::max(a, b), format.max_finite()); },
     .special =
         [](double a, double b) {
           return logsumexp.exact({a, b});
         },
     .field = SOFTLAW_FIELD(logaddexp),
     .agreement = {two_numbers, "logaddexp-cutoff"},
     .special_values = {two_special_numbers, "infinities-subtracted"}});
// [logaddexp]

}  // namespace softlaw::properties
