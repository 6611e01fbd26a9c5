// SPDX-License-Identifier: Apache-2.0
/**
\page law_choice Choice

The Bradley–Terry model and its relatives: items have scores \f$o\f$, or strengths
\f$\pi = e^o\f$, and each is chosen with a probability in proportion to its strength.  One of the items
may be the choice of none.
*/
#include "families/choice/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "families/pair/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_choice
\law{choice.logistic} The choice between two options is logistic

\statement \f[ P(a \succ b) = \frac1{1 + e^{b - a}} = \operatorname{logistic}(a - b) = \sigma(a, b)_1 ,
\qquad P(a \succ b) + P(b \succ a) = 1 . \f]

\hypotheses \f$a, b\f$ finite, \f$a - b\f$ a float.

\sources S2, exercise 4: a logistic model for scores; the definition in its solution, by strengths, is
\ref choice.odds.

\derivation Divide \f$e^a/(e^a + e^b)\f$ by \f$e^a\f$, and by the sum of both. ∎

\proved none

\rounding With an exact difference all four are correctly rounded values of one number, or of its
complement.

\witness \ref fault.preference-of-exponentials: \f$e^a/(e^a + e^b)\f$ as it is written.

\evidence{choice.logistic}
*/
// [choice.logistic]
Truth two_are_logistic(const Evaluator& f, double a, double b) {
  const Interval first = f(preference, a, b);
  return same(first, f(logistic, (Vector{a} + -b).front())).as("logistic") &&
         same(first, f(softmax, {a, b})[0]).as("softmax") &&
         same(first + f(preference, b, a), Interval(1)).as("sum");
}
// [choice.logistic]
const Law& choice_logistic = law({.id = "choice.logistic",
                                  .inputs = two_numbers_exact_difference(),
                                  .predicate = check(two_are_logistic),
                                  .witness = "preference-of-exponentials"});

/**
\page law_choice
\law{choice.odds} The odds of a choice between two options are the ratio of their strengths

\statement For strengths \f$a, b > 0\f$ and \f$P = P(a \succ b) = a/(a + b)\f$,
\f[ \frac P{1 - P} = \frac ab , \qquad P + P(b \succ a) = 1 . \f]

\hypotheses \f$a, b > 0\f$ finite.

\sources S2, exercise 4, the solution, which calls the probability a ratio of the parameters:
\ref erratum.ratio-for-share.

\derivation \f$1 - P = b/(a + b)\f$. ∎

\proved a > 0, b > 0

\rounding Stated without division: \f$P(a \succ b)\,b = P(b \succ a)\,a\f$.

\witness \ref fault.odds-for-probability: \f$a/b\f$, cut at 1.

\evidence{choice.odds}
*/
// [choice.odds]
Truth odds_are_a_ratio(const Evaluator& f, double a, double b) {
  const Interval first = f(bradley_terry, a, b), second = f(bradley_terry, b, a);
  return same(first * Interval(b), second * Interval(a)) &&
         same(first + second, Interval(1)).as("sum");
}
// [choice.odds]
const Law& choice_odds = law({.id = "choice.odds",
                              .inputs = two_strengths(),
                              .predicate = check(odds_are_a_ratio),
                              .witness = "odds-for-probability"});

/**
\page law_choice
\law{choice.half} Of two options, the one with the higher score has a probability above one half

\statement \f$P(a \succ b) > \frac12\f$ if and only if \f$a > b\f$, and \f$\frac12\f$ for a tie.

\hypotheses \f$a, b\f$ finite: exactly two options.

\sources S2, exercise 4.1: the item with the largest score is the most likely; its solution adds that
the probability is then above one half, and proves it for two.  With a third option it may be below:
\ref erratum.half-of-three.

\derivation \f$1/(1 + e^{b-a}) > \frac12\f$ means \f$e^{b-a} < 1\f$. ∎

\proved none

\rounding For \f$a - b\f$ below an ulp of 1 the probability rounds to 1/2.

\witness \ref fault.preference-reversed: the difference the wrong way round.

\evidence{choice.half}
*/
// [choice.half]
Truth higher_score_wins(const Evaluator& f, double a, double b) {
  const Interval first = f(preference, a, b), half = Interval::ratio(1, 2);
  if (a > b) return less(half, first);
  return a < b ? less(first, half) : same(first, half);
}
// [choice.half]
const Law& choice_half = law({.id = "choice.half",
                              .inputs = two_numbers(),
                              .predicate = check(higher_score_wins),
                              .witness = "preference-reversed"});

/**
\page law_choice
\erratum{erratum.ratio-for-share} The ratio of two strengths is the odds, not the probability

\printed The probability that item \f$i\f$ is preferred over item \f$j\f$ is modelled as a function of
their parameters, typically the ratio of their parameters.

\sources S2, exercise 4, the solution; its next sentence has the share \f$\pi_i/(\pi_i + \pi_j)\f$.

\weight notation: the definition that follows is right, the word is that for the odds.

\counterexample Strengths 2 and 1: the ratio is 2, which no probability is; the share is
\f$\frac23\f$.

\correction \f$P/(1 - P) = \pi_i/\pi_j\f$.

\derivation See \ref choice.odds.

\evidence{erratum.ratio-for-share}
*/
// [erratum.ratio-for-share]
Truth probability_is_the_ratio(const Evaluator& f, double a, double b) {
  return same(f(bradley_terry, a, b), Interval(a) / Interval(b));
}
// [erratum.ratio-for-share]
const Erratum& ratio_for_share = erratum({.id = "erratum.ratio-for-share",
                                          .parameters = {{"a", Kind::scalar}, {"b", Kind::scalar}},
                                          .printed = check(probability_is_the_ratio),
                                          .counterexample = "binary64; 2; 1",
                                          .corrected_by = "choice.odds"});

/**
\page law_choice
\erratum{erratum.half-of-three} The best of three options may have a probability below one half

\printed For any two items, if one has a higher score than the other, the probability of choosing it
over the other should be greater than 0.5.

\sources S2, exercise 4, the solution: the requirement of the model, before its extension by a
default.

\weight notation: it depends on the reading.  Of the choice between the two it is true, also beside
other options (\ref choice.independence); of the probability of being chosen at all it fails with a
third option.  Of three options the solution says only that the highest score is the most likely,
which is so.

\counterexample Scores \f$(1, 0)\f$ and \f$0.9\f$ for neither: the first has the highest score and the
probability \f$0.440002…\f$.

\correction With more than two options the highest score is the most likely, and no more.

\derivation See \ref choice.half and \ref choice.most-likely.

\evidence{erratum.half-of-three}
*/
// [erratum.half-of-three]
Truth first_has_more_than_half(const Evaluator& f, const Vector& o, double none) {
  return less(Interval::ratio(1, 2), f(choice, o, none).front());
}
// [erratum.half-of-three]
const Erratum& half_of_three = erratum({.id = "erratum.half-of-three",
                                        .parameters = {{"o", Kind::vector}, {"none", Kind::scalar}},
                                        .printed = check(first_has_more_than_half),
                                        .counterexample = "binary64; 1,0; 0.9",
                                        .corrected_by = "choice.half"});

}  // namespace
}  // namespace softlaw::properties
