// SPDX-License-Identifier: Apache-2.0
#include <softlaw/choice.hpp>
#include <softlaw/reference/choice.hpp>
#include <softlaw/reference/condition.hpp>

#include "families/choice/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "inputs/special_inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static void choice(const Real* o, std::size_t n, Real none, Real* out) {
    guarded(out, n + 1, [&] { softlaw::choice(std::span(o, n), none, std::span(out, n + 1)); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.choice} The probabilities of a choice agree with their exact values

\statement Entry \f$i < n\f$ stands for \f$e^{o_i} / (e^{o_0} + \sum_j e^{o_j})\f$, the last for
\f$e^{o_0}\f$ over the same sum.

\hypotheses \f$o\f$ and \f$o_0\f$ finite, \f$n \ge 1\f$.

\sources S2, exercise 4.2 and its solution.

\derivation Softmax of the \f$n + 1\f$ scores.  ∎

\rounding As for \ref agreement.softmax.

\witness \ref fault.default-first: the default option comes first.

\evidence{agreement.choice}
*/

/**
\page law_special
\law{special.choice} The probabilities of a choice at special values

\statement As \ref special.softmax for the \f$n + 1\f$ scores: a default of \f$-\infty\f$ is not
there, and of no options at all the default is certain.

\hypotheses Any scores, perhaps none, and any score of the default.

\sources None of the four; S2, exercise 4.2 has finite scores.

\derivation \ref special.softmax.  ∎

\rounding None.

\witness \ref fault.default-always-there: a default of \f$-\infty\f$ counts as a score of 0.

\evidence{special.choice}
*/
// [choice]
const Function<Intervals(Vector, double)> choice(
    {.name = "choice",
     .meaning = "softmax of the scores o and that of choosing none, which comes last",
     .parameters = {{{"o"}, {"none"}}},
     .formula = [](const Vector& o, double none) { return ref::choice(enclose(o), none); },
     .scale = [](const Vector& o, double none) { return ref::condition::choice(enclose(o), none); },
     .special_scale =
         [](const Vector& o, double none) {
           Vector scores = o;
           scores.push_back(none);
           return softmax.scale(Arguments{scores});
         },
     .range = [](const Format&, const Vector& o,
                 double) { return Intervals(o.size() + 1, Interval::between(0, 1)); },
     .is_distribution = true,
     .special =
         [](const Vector& o, double none) {
           Vector scores = o;
           scores.push_back(none);
           return softmax.exact(scores);
         },
     .result_count = [](const Vector& o, double) { return o.size() + 1; },
     .field = SOFTLAW_FIELD(choice),
     .agreement = {scores_and_default, "default-first"},
     .special_values = {special_scores_and_default, "default-always-there"}});
// [choice]

}  // namespace softlaw::properties
