// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/softplus.hpp>

#include "families/pair/functions.hpp"
#include "families/terms.hpp"
#include "inputs/special_inputs.hpp"
#include "judge/law.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real log_logistic(Real t) { return softlaw::log_logistic(t); }
};

template <class Real>
Real log_logistic_as_written(Real t) {
  return std::log(1 / (1 + std::exp(-t)));
}
const Fault& log_logistic_as_written_fault =
    fault("log-logistic-as-written", "log_logistic is the logarithm of the rounded logistic",
          [](auto& table) { table.log_logistic = log_logistic_as_written; });

template <class Real>
Real log_logistic_by_difference(Real t) {
  return t - ours<Real>().softplus(t);
}
const Fault& log_logistic_by_difference_fault =
    fault("log-logistic-by-difference", "log_logistic is t less the rounded softplus",
          [](auto& table) { table.log_logistic = log_logistic_by_difference; });

}  // namespace

/**
\page law_agreement
\law{agreement.log-logistic} The log of the logistic function agrees with its exact value

\statement The result stands for \f$\log S(t) = -\log(1+e^{-t})\f$.

\hypotheses \f$t\f$ finite.

\sources S1, the definition of softmax with \f$n = 2\f$ and \f$x = (0, t)\f$, and its logarithm.

\derivation \f$\log S(t) = -\operatorname{softplus}(-t)\f$, a sum of two terms of one sign.  ∎

\rounding \f$S(t)\f$ rounds to 1 from \f$t = 37\f$ on and to 0 below \f$t = -745\f$; its logarithm
there is \f$-e^{-t}\f$ and \f$t\f$.

\witness \ref fault.log-logistic-as-written: \f$\log\f$ of the rounded \f$S(t)\f$.

\evidence{agreement.log-logistic}
*/

/**
\page law_special
\law{special.log-logistic} The log of the logistic function at special values

\statement \f$-\infty\f$ at \f$-\infty\f$, \f$0\f$ at \f$+\infty\f$, NaN at NaN.

\hypotheses As for \ref special.softplus.

\sources None of the four; \ref special_values.

\derivation The limits of \f$-\log(1+e^{-t})\f$.  ∎

\rounding At the lowest float the result is that float.

\witness \ref fault.log-logistic-by-difference: \f$\infty - \infty\f$ at \f$+\infty\f$.

\evidence{special.log-logistic}
*/
// [log-logistic]
const Function<Interval(double)> log_logistic(
    {.name = "log_logistic",
     .meaning = "-log(1 + exp -t)",
     .parameters = {{{"t"}}},
     .formula = [](double t) { return ref::log_logistic(t); },
     .scale = [](double t) { return ref::condition::log_logistic(t); },
     .range = [](const Format&,
                 double t) { return Interval::between(-infinity, std::min(t, 0.0)); },
     .special =
         [](double t) {
           if (std::isnan(t)) return not_a_number();
           if (std::isinf(t)) return t < 0 ? Interval(-infinity) : Interval(0);
           return log_logistic.formula(t);
         },
     .field = SOFTLAW_FIELD(log_logistic),
     .agreement = {one_number, "log-logistic-as-written"},
     .special_values = {special_number, "log-logistic-by-difference"}});
// [log-logistic]

namespace {

/**
\page law_pair
\law{pair.log-logistic} The logs of the two shares of a pair

\statement
\f[ \log S(t) - \log S(-t) = t, \qquad \log S(t) = -s(-t), \qquad e^{\log S(t)} = S(t) . \f]

\hypotheses \f$t\f$ finite.

\sources Not printed; S2 (The Softmax) with two classes.

\derivation \f$S(t)/S(-t) = e^t\f$, since \f$S(-t) = e^{-t}S(t)\f$; the others are the definition. ∎

\proved none

\rounding Of the two logs one is about \f$-|t|\f$ and the other about \f$-e^{-|t|}\f$: the first
equation sees the larger, the other two see both.

\witness \ref fault.log-logistic-by-difference: \f$t - s(t)\f$, which cancels for large \f$t\f$.

\evidence{pair.log-logistic}
*/
// [pair.log-logistic]
Truth logs_of_shares(const Evaluator& f, double t) {
  const Interval log_share = f(log_logistic, t);
  return same(log_share - f(log_logistic, -t), Interval(t)).as("difference") &&
         same(log_share, -f(softplus, -t)).as("softplus") &&
         same(exp(log_share), f(logistic, t)).as("exponential");
}
// [pair.log-logistic]
const Law& pair_log_logistic = law({.id = "pair.log-logistic",
                                    .inputs = one_number(),
                                    .predicate = check(logs_of_shares),
                                    .witness = "log-logistic-by-difference"});

}  // namespace
}  // namespace softlaw::properties
