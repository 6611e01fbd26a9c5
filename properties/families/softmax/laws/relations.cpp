// SPDX-License-Identifier: Apache-2.0
// The family softmax, continued: two entries, one against the rest, rows.
#include <cmath>

#include "families/logsumexp/functions.hpp"
#include "families/pair/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_softmax
\law{softmax.logistic} Softmax of two numbers is the logistic function

\statement \f$\sigma(a, b)_1 = \operatorname{logistic}(a - b)\f$ and
\f$\operatorname{logistic}(t) + \operatorname{logistic}(-t) = 1\f$ for \f$t = a - b\f$.

\hypotheses \f$a, b\f$ finite, \f$a - b\f$ a float.

\sources S1 for \f$n = 2\f$.

\derivation \f$e^a/(e^a+e^b) = 1/(1+e^{b-a})\f$, and the two probabilities sum to 1.  ∎

\proved none

\rounding None in the argument.  Far out on the left the logistic function is small and must keep
its relative accuracy; its reflection is then 1.

\witness \ref fault.logistic-tail-early: \f$e^t\f$ for the logistic function below \f$-2\f$.

\evidence{softmax.logistic}
*/
// [softmax.logistic]
Truth two_are_logistic(const Evaluator& f, double a, double b) {
  const double t = (Vector{a} + -b).front();
  const Intervals p = f(softmax, {a, b});
  return same(p[0], f(logistic, t)).as("first") && same(p[1], f(logistic, -t)).as("second") &&
         same(f(logistic, t) + f(logistic, -t), 1).as("reflection");
}
// [softmax.logistic]
const Law& softmax_logistic = law({.id = "softmax.logistic",
                                   .inputs = two_numbers_exact_difference(),
                                   .predicate = check(two_are_logistic),
                                   .witness = "logistic-tail-early"});

/**
\page law_softmax
\law{softmax.softplus} Log-sum-exp of two numbers is softplus

\statement With \f$t = a - b\f$ and \f$s(t) = \log(1+e^t)\f$,
\f$\operatorname{LSE}(a, b) = b + s(t) = \max(a, b) + s(-|t|)\f$ and \f$s(t) - s(-t) = t\f$; in
particular the excess of \f$(a, b)\f$ is \f$s(-|t|)\f$.

\hypotheses \f$a, b\f$ finite, \f$a - b\f$ a float.

\sources S3 §3.1.

\derivation \f$\log(e^a + e^b) = b + \log(1 + e^{a-b})\f$; exchange \f$a\f$ and \f$b\f$ for the
second form, and compare the two for the third.  ∎

\proved none

\rounding The excess \f$s(-|t|)\f$ is compared also by itself: in the sum with the maximum most of
its bits are lost.

\witness \ref fault.softplus-tail-early: \f$e^t\f$ for softplus below \f$-4\f$.

\evidence{softmax.softplus}
*/
// [softmax.softplus]
Truth two_are_softplus(const Evaluator& f, double a, double b) {
  const double t = (Vector{a} + -b).front();
  const Interval lse = f(logaddexp, a, b), small = f(softplus, -std::abs(t));
  return same(lse, Interval(b) + f(softplus, t)).as("from b") &&
         same(lse, Interval(std::max(a, b)) + small).as("from the maximum") &&
         same(f(excess, {a, b}), small).as("excess") &&
         same(f(softplus, t) - f(softplus, -t), t).as("reflection");
}
// [softmax.softplus]
const Law& softmax_softplus = law({.id = "softmax.softplus",
                                   .inputs = two_numbers_exact_difference(),
                                   .predicate = check(two_are_softplus),
                                   .witness = "softplus-tail-early"});

/**
\page law_softmax
\law{softmax.one-against-rest} One entry of softmax against the rest is a softmax of two

\statement \f$\sigma(x)_1 = \operatorname{logistic}\bigl(x_1 -
\operatorname{LSE}(x_2, \dots, x_n)\bigr)\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 2\f$.

\sources Not printed.

\derivation \f$e^{x_1}/(e^{x_1} + e^{L})\f$ with \f$e^{L} = \sum_{i\ge2} e^{x_i}\f$; divide by
\f$e^{x_1}\f$.  ∎

\proved n ≥ 2

\rounding \f$x_1 - L\f$ is not a float, so the logistic function is evaluated on its enclosure.

\witness \ref fault.softmax-sum-skips-last: the denominator misses the last entry when \f$n\f$ is
odd.

\evidence{softmax.one-against-rest}
*/
// [softmax.one-against-rest]
Truth one_against_rest(const Evaluator& f, const Vector& x) {
  const Vector rest(x.begin() + 1, x.end());
  return same(f(softmax, x).front(), 1 / (1 + exp(f(logsumexp, rest) - Interval(x.front()))));
}
// [softmax.one-against-rest]
const Law& softmax_one_against_rest = law({.id = "softmax.one-against-rest",
                                           .inputs = one_vector(2),
                                           .predicate = check(one_against_rest),
                                           .witness = "softmax-sum-skips-last"});

/**
\page law_softmax
\law{softmax.rows} Softmax of a row is softmax of a vector

\statement Row \f$r\f$ of softmax of the rows of a matrix is the softmax of row \f$r\f$, at every
distance between rows.

\hypotheses As for \ref agreement.softmax-rows.

\sources S2, the section on vectorization: softmax row by row.

\derivation The definition.  ∎

\rounding The two calls may round differently, within the contract of each.

\witness \ref fault.rows-packed: takes the rows as if there were no padding.

\evidence{softmax.rows}
*/
// [softmax.rows]
Truth rows_are_vectors(const Evaluator& f, const Vector& x, std::int64_t columns,
                       std::int64_t padding, double temperature) {
  const Intervals all = f(softmax_rows, x, columns, padding, temperature);
  Intervals one_by_one;
  for (auto row = x.begin(); row != x.end(); row += columns) {
    for (const Interval& p : f(softmax_temperature, Vector(row, row + columns), temperature)) {
      one_by_one.push_back(p);
    }
  }
  return same(all, one_by_one);
}
// [softmax.rows]
const Law& softmax_rows_law = law({.id = "softmax.rows",
                                   .inputs = matrix(),
                                   .predicate = check(rows_are_vectors),
                                   .witness = "rows-packed"});

/**
\page law_softmax
\law{softmax.log-rows} Log-softmax of a row is log-softmax of a vector

\statement Row \f$r\f$ of log-softmax of the rows of a matrix is the log-softmax of row \f$r\f$.

\hypotheses As for \ref agreement.softmax-rows.

\sources S2, the section on vectorization: softmax row by row; its logarithm is not printed.

\derivation The definition.  ∎

\rounding As above.

\witness \ref fault.log-softmax-of-columns: normalises along the other axis.

\evidence{softmax.log-rows}
*/
// [softmax.log-rows]
Truth log_rows_are_vectors(const Evaluator& f, const Vector& x, std::int64_t columns,
                           std::int64_t padding, double temperature) {
  const Intervals all = f(log_softmax_rows, x, columns, padding, temperature);
  Intervals one_by_one;
  for (auto row = x.begin(); row != x.end(); row += columns) {
    for (const Interval& l : f(log_softmax_temperature, Vector(row, row + columns), temperature)) {
      one_by_one.push_back(l);
    }
  }
  return same(all, one_by_one);
}
// [softmax.log-rows]
const Law& softmax_log_rows = law({.id = "softmax.log-rows",
                                   .inputs = matrix(),
                                   .predicate = check(log_rows_are_vectors),
                                   .witness = "log-softmax-of-columns"});

}  // namespace
}  // namespace softlaw::properties
