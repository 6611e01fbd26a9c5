// SPDX-License-Identifier: Apache-2.0
// The family regression, continued: lines, fitted to classes or not, in place of softmax.
#include <cmath>

#include "families/loss/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_regression
\law{regression.least-squares} Least squares on one-hot labels predicts numbers that sum to one

\statement Let \f$\hat o(z) = \hat w z + \hat b\f$ be the affine map of least squared error to the
one-hot labels of the classes \f$c_i\f$ at the points \f$x_i\f$.  Then \f$\sum_j \hat o_j(z) = 1\f$ for
every \f$z\f$.  With \f$D = n\sum_i x_i^2 - (\sum_i x_i)^2\f$ its coefficients are
\f[ \hat w_j = \frac{n\sum_{c_i = j}x_i - n_j\sum_i x_i}D , \qquad
    \hat b_j = \frac{n_j\sum_i x_i^2 - \sum_i x_i\sum_{c_i = j}x_i}D , \f]
\f$n_j\f$ the number of the \f$c_i\f$ that are \f$j\f$.

\hypotheses At most eight \f$x_i\f$ and \f$z\f$, integers up to 16, the \f$x_i\f$ not all alike.  The law
multiplies by \f$D\f$, so that all coefficients are integers and nothing is rounded.

\sources S2, the softmax: there is no guarantee that the outputs sum to 1.  Of arbitrary weights that
is so; of the fitted ones, in the regression that the paragraph discusses, not:
\ref erratum.least-squares-sum.

\derivation The normal equations \f$n\hat b_j + \hat w_j\sum x_i = n_j\f$,
\f$\hat b_j\sum x_i + \hat w_j\sum x_i^2 = \sum_{c_i=j}x_i\f$ have that solution by Cramer's rule.
Summed over \f$j\f$ the right sides are \f$n\f$ and \f$\sum x_i\f$, solved by \f$\hat b = 1\f$,
\f$\hat w = 0\f$: the constant 1 is among the functions that are fitted, and fitting is linear in the
labels. In any dimension the same holds as long as there is an intercept. ∎

\proved the x not all alike, labels that sum to 1

\rounding None here; in floats the sum is 1 within the condition of the problem.

\witness \ref fault.bias-dropped: the intercept is forgotten.

\evidence{regression.least-squares}
*/
/// D times the least-squares fit of the indicators of three classes, and D.
struct Fit {
  Fit(const Vector& x, const Integers& classes) : slopes(3), offsets(3) {
    double n = 0, first = 0, second = 0;
    Vector members(3), moments(3);
    for (std::size_t i = 0; i < x.size(); ++i) {
      n += 1;
      first += x[i];
      second += x[i] * x[i];
      members.at(classes.at(i)) += 1;
      moments.at(classes.at(i)) += x[i];
    }
    for (std::size_t j = 0; j < 3; ++j) {
      slopes[j] = n * moments[j] - first * members[j];
      offsets[j] = second * members[j] - first * moments[j];
    }
    determinant = n * second - first * first;
  }
  Vector slopes, offsets;
  double determinant = 0;
};

// [regression.least-squares]
Truth fitted_outputs_sum_to_one(const Evaluator& f, const Vector& x, const Integers& c, double z) {
  const Fit fit(x, c);
  const Intervals outputs = f(regression_logits, {z}, fit.slopes, fit.offsets);
  return same(sum(outputs) / fit.determinant, Interval(1));
}
// [regression.least-squares]
const Law& least_squares = law({.id = "regression.least-squares",
                                .inputs = points_and_classes(),
                                .predicate = check(fitted_outputs_sum_to_one),
                                .witness = "bias-dropped"});

/**
\page law_regression
\law{regression.unbounded} An affine function takes values outside the interval of probabilities

\statement An affine function \f$o(x) = wx + b\f$ with \f$w \ne 0\f$ exceeds 1 and falls below 0: for
\f$|x| \ge (|b| + 2)/|w|\f$ it is at least 2 on the one side and at most \f$-2\f$ on the other.
So an observation there, whatever its label \f$y \in [0, 1]\f$, has a squared error that grows like the
square of its distance: \f$(o(x) - y)^2 \ge (|w||x| - |b| - 1)^2 \ge 1\f$.

\hypotheses \f$w, b\f$ of sizes from \f$2^{-20}\f$ to \f$2^{20}\f$, for the law to reach far enough; the
\f$x\f$ are powers of two.

\sources S2, the softmax: outputs need be neither non-negative nor at most 1, even if they sum to 1, and
a probability that depends linearly on the number of bedrooms exceeds 1 at some mansion.  For that
reason squared error on one-hot labels is brittle to outliers.  The fit of
\ref erratum.least-squares-sum has at \f$z = 10\f$ the outputs \f$-\frac{107}{170}, \frac{103}{170},
\frac{87}{85}\f$, of sum 1.

\derivation \f$|w||x| + b \ge |b| + 2 + b \ge 2\f$ and \f$-|w||x| + b \le -2\f$; \f$|o(x) - y| \ge |w||x| -
|b| - y\f$. ∎

\proved w ≠ 0

\rounding None that matters.

\witness \ref fault.logits-squashed: a logistic activation after the affine map.

\evidence{regression.unbounded}
*/
// [regression.unbounded]
Truth leaves_the_interval(const Evaluator& f, double w, double b) {
  const double far = std::exp2(std::ceil(std::log2((std::fabs(b) + 2) / std::fabs(w))) + 1);
  const double right = w > 0 ? far : -far;
  const Intervals o = f(regression_logits, {right, -right}, {w}, {b});
  const Interval least = sqr(Interval(far) * std::fabs(w) - std::fabs(b) - 1);
  Truth all =
      less_equal(Interval(2), o[0]).as("above") && less_equal(o[1], Interval(-2)).as("below");
  for (const int label : {0, 1}) {
    for (const Interval& output : o) all &= less_equal(least, sqr(output - label)).as("outlier");
  }
  return all;
}
// [regression.unbounded]
const Law& unbounded = law({.id = "regression.unbounded",
                            .inputs = slope_and_offset(),
                            .predicate = check(leaves_the_interval),
                            .witness = "logits-squashed"});

/**
\page law_regression
\erratum{erratum.least-squares-sum} The outputs of a least-squares fit do sum to one

\printed If classification is treated as a vector-valued regression problem, there is no guarantee that
the outputs sum up to 1 in the way we expect probabilities to behave.

\sources S2, the softmax.

\weight substance, on the reading that the paragraph suggests: of arbitrary weights the sentence is
true; of the minimiser of the squared error, with an intercept, the sum is 1 at every point.  What is
not guaranteed is that the outputs lie between 0 and 1: \ref regression.unbounded.

\counterexample Points \f$0, 1, 2, 5, 7\f$ of the classes \f$1, 1, 2, 2, 3\f$: the fit is
\f$\hat o(z) = (\frac{143}{170} - \frac5{34}z,\; \frac{53}{170} + \frac1{34}z,\;
-\frac{13}{85} + \frac2{17}z)\f$, and at \f$z = 10\f$ the outputs sum to 1.  As a predicate: at
\f$z\f$ the sum differs from 1.

\correction The outputs of least squares with an intercept sum to 1 and may leave \f$[0, 1]\f$.

\derivation See \ref regression.least-squares.

\evidence{erratum.least-squares-sum}
*/
// [erratum.least-squares-sum]
Truth fitted_outputs_do_not_sum_to_one(const Evaluator& f, const Vector& x, const Integers& c,
                                       double z) {
  const Fit fit(x, c);
  const Intervals outputs = f(regression_logits, {z}, fit.slopes, fit.offsets);
  return less(Interval(0), abs(sum(outputs) / fit.determinant - 1));
}
// [erratum.least-squares-sum]
const Erratum& least_squares_sum =
    erratum({.id = "erratum.least-squares-sum",
             .parameters = {{"x", Kind::vector}, {"c", Kind::integers}, {"z", Kind::scalar}},
             .printed = check(fitted_outputs_do_not_sum_to_one),
             .counterexample = "binary64; 0,1,2,5,7; 0,0,1,1,2; 10",
             .corrected_by = "regression.least-squares"});

}  // namespace
}  // namespace softlaw::properties
