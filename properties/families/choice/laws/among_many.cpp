// SPDX-License-Identifier: Apache-2.0
// The family choice, continued: more than two options, and none of them.
#include <algorithm>

#include "families/choice/functions.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// The scores with that of the default at their end, as choice() takes them.
Vector with_default(Vector o, double none) {
  o.push_back(none);
  return o;
}

/**
\page law_choice
\law{choice.rise} Raising one score raises its own probability and lowers all others

\statement Let \f$p\f$ be the probabilities of the options, the default among them, and \f$p'\f$ those
after the score of option \f$k\f$ has risen by \f$h > 0\f$.  With \f$r = 1 + p_k(e^h - 1)\f$,
\f[ p'_k = \frac{p_k e^h}r , \qquad p'_j = \frac{p_j}r \quad (j \ne k) . \f]
So \f$p'_k > p_k\f$ and \f$p'_j < p_j\f$.

\hypotheses Scores finite, \f$o_k + h\f$ a float; the other scores stay as they are, and there is another
option: with one option alone the probability is 1, and when all scores rise alike nothing changes.

\sources S2, exercise 4.1: larger scores lead to a higher likelihood of choosing the item; S2, the
softmax: the probability increases with \f$o_i\f$.  The solution of exercise 4 proves the order of two
probabilities, not this.

\derivation \f$e^{o_k + h} = e^{o_k}e^h\f$, and the sum of the weights grows by the factor
\f$1 - p_k + p_ke^h = r\f$; \f$1 < r < e^h\f$ for \f$0 < p_k < 1\f$. ∎

\proved n ≥ 1, h > 0

\rounding Where \f$p_k\f$ is next to 1, its rise is lost, but not the fall of the others.

\witness \ref fault.scores-as-costs: scores taken for energies.

\evidence{choice.rise}
*/
// [choice.rise]
Truth rise_of_a_score(const Evaluator& f, const Vector& o, double none, std::int64_t k, double h) {
  const auto risen_option = static_cast<std::size_t>(k);
  Vector risen = o;
  risen[risen_option] = (Vector{o[risen_option]} + h).front();
  const Intervals before = f(choice, o, none), after = f(choice, risen, none);
  const Interval growth = 1 + before[risen_option] * expm1(Interval(h));
  Truth all;
  for (std::size_t j = 0; j < before.size(); ++j) {
    if (j == risen_option) {
      all &= same(after[j] * growth, before[j] * exp(Interval(h))) && less(before[j], after[j]);
    } else {
      all &= same(after[j] * growth, before[j]) && less(after[j], before[j]);
    }
  }
  return all;
}
// [choice.rise]
const Law& choice_rise = law({.id = "choice.rise",
                              .inputs = scores_and_rise(),
                              .predicate = check(rise_of_a_score),
                              .witness = "scores-as-costs"});

/**
\page law_choice
\law{choice.most-likely} The probabilities of a choice have the order of the scores

\statement With the default as an option among others, \f$p_i \le p_j\f$ if and only if
\f$o_i \le o_j\f$.  So the option with the highest score, be it none, is the most likely.

\hypotheses Scores finite, one option or more.

\sources S2, exercise 4.1, and the solution of 4.2: the highest score is most likely still, if it is
that of choosing neither.

\derivation \f$p_j/p_i = e^{o_j - o_i}\f$. ∎

\proved n ≥ 1

\rounding Scores less than an ulp of 1 apart may have equal probabilities; never in the wrong order.

\held Each option is compared with the next one in the list; \ref choice.independence has the ratio
of each to the most likely, which makes the rest.

\witness \ref fault.default-first: the default comes first instead of last.

\evidence{choice.most-likely}
*/
// [choice.most-likely]
Truth ordered_as_the_scores(const Evaluator& f, const Vector& o, double none) {
  const Intervals p = f(choice, o, none);
  const Vector scores = with_default(o, none);
  Truth all;
  for (std::size_t i = 0; i + 1 < scores.size(); ++i) {
    const std::size_t j = i + 1;
    if (scores[i] == scores[j]) {
      all &= same(p[i], p[j]);
    } else {
      all &= scores[i] < scores[j] ? less(p[i], p[j]) : less(p[j], p[i]);
    }
  }
  return all;
}
// [choice.most-likely]
const Law& choice_most_likely = law({.id = "choice.most-likely",
                                     .inputs = scores_and_default(),
                                     .predicate = check(ordered_as_the_scores),
                                     .witness = "default-first"});

/**
\page law_choice
\law{choice.independence} The ratio of the probabilities of two options does not depend on the others

\statement \f[ \frac{p_i}{p_j} = e^{o_i - o_j} , \qquad \frac{p_i}{p_i + p_j} = P(o_i \succ o_j) , \f]
whatever other options there are, the default included.

\words Independence of irrelevant alternatives: who likes apples twice as well as oranges does so
beside pears too.

\hypotheses Scores finite, one option or more.

\sources S2, exercise 4.2 and its solution: the softmax of three.  The independence is not in the
sources.

\derivation The sum cancels in the ratio. ∎

\proved n ≥ 1

\rounding Stated as \f$p_i = p_t e^{o_i - o_t}\f$ with the most likely option \f$t\f$, so that no ratio of
vanishing numbers is formed.

\witness \ref fault.probabilities-floored: every probability is kept above 0.001.

\evidence{choice.independence}
*/
// [choice.independence]
Truth independent_of_others(const Evaluator& f, const Vector& o, double none) {
  const Intervals p = f(choice, o, none);
  const Vector scores = with_default(o, none);
  const auto top = static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
  Truth all;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const Interval gap = exact_difference(Interval(scores[i]), Interval(scores[top]));
    all &= same(p[i], p[top] * exp(gap));
    all &= same(p[i], (p[i] + p[top]) * f(preference, scores[i], scores[top])).as("of the pair");
  }
  return all;
}
// [choice.independence]
const Law& choice_independence = law({.id = "choice.independence",
                                      .inputs = scores_and_default(),
                                      .predicate = check(independent_of_others),
                                      .witness = "probabilities-floored"});

/**
\page law_choice
\law{choice.default} Choosing nothing is weighed against the log-sum-exp of the options

\statement With the score \f$o_0\f$ of the default,
\f[ p_0 = \operatorname{logistic}\bigl(o_0 - \operatorname{LSE}(o)\bigr) , \qquad
    p_i = \sigma(o)_i\,(1 - p_0) , \qquad \textstyle\sum_i p_i = 1 . \f]
As \f$o_0 \to -\infty\f$ the probabilities tend to those of softmax without a default, for two options
to those of Bradley and Terry, from below and by the factor \f$1 - p_0\f$.

\words One against the rest is a choice between two, in which the rest counts with its log-sum-exp.

\hypotheses Scores finite, one option or more.

\sources S2, exercise 4.2 and its solution.  In this form it is not in the sources.

\derivation Divide \f$e^{o_0}/(e^{o_0} + \sum_j e^{o_j})\f$ by \f$e^{o_0}\f$; and
\f$p_i = \frac{e^{o_i}}{\sum_j e^{o_j}}\cdot\frac{\sum_j e^{o_j}}{e^{o_0} + \sum_j e^{o_j}}\f$. ∎

\proved n ≥ 1

\rounding \f$\operatorname{LSE}(o)\f$ enters through an exponential: its absolute error is a relative
one of \f$p_0\f$, and the law applies the contract of log-sum-exp.

\witness \ref fault.default-against-the-best: the default is weighed against the best option alone.

\evidence{choice.default}
*/
// [choice.default]
Truth default_against_all(const Evaluator& f, const Vector& o, double none) {
  const Intervals p = f(choice, o, none), conditional = f(softmax, o);
  const Interval against = 1 / (1 + exp(f(logsumexp, o) - none));
  Truth all = same(p.back(), against).as("default") && same(sum(p), Interval(1)).as("sum");
  for (std::size_t i = 0; i < o.size(); ++i) {
    all &= same(p[i], conditional[i] * (1 - against));
    all &= less_equal(p[i], conditional[i]).as("from below");
  }
  return all;
}
// [choice.default]
const Law& choice_default = law({.id = "choice.default",
                                 .inputs = scores_and_default(),
                                 .predicate = check(default_against_all),
                                 .witness = "default-against-the-best"});

}  // namespace
}  // namespace softlaw::properties
