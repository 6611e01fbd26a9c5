// SPDX-License-Identifier: Apache-2.0
// The family regression goes on: convexity and descent, parameters, least squares.
#include <cmath>

#include "../generate/regression_inputs.hpp"
#include "law/law.hpp"
#include "regression.hpp"
#include "terms.hpp"

namespace softlaw::properties {
namespace {

/// W and b moved along u, which holds both.
struct Moved {
  Moved(const Vector& w, const Vector& b, double times, const Vector& u)
      : weights(w + times * Vector(u.begin(), u.end() - length(b))),
        bias(b + times * Vector(u.end() - length(b), u.end())) {}
  static std::ptrdiff_t length(const Vector& b) { return static_cast<std::ptrdiff_t>(b.size()); }
  Vector weights, bias;
};

/// The mean over the rows of the sum of the labels times a function of what u adds to the logits.
template <class OfStep>
Interval mean_of_steps(const Vector& x, const Vector& b, const Vector& y, const Vector& u,
                       OfStep&& of_step) {
  const std::size_t q = b.size(), d = u.size() / q - 1, rows = x.size() / d;
  Interval total = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    Intervals step(q, Interval(0));
    for (std::size_t k = 0; k <= d; ++k) {
      const double feature = k < d ? x[i * d + k] : 1;
      step = step + Interval(feature) * enclose(row(u, k, q));
    }
    total += sum(enclose(row(y, i, q))) * of_step(step);
  }
  return total / count(rows);
}

/**
\page law_regression
\law{regression.convex} The loss is convex in weights and bias

\statement Along a step \f$U\f$, with \f$u_i = \tilde x_iU\f$ what it adds to the logits of row
\f$i\f$,
\f[ 0 \le \ell(\theta) + \ell(\theta + 2U) - 2\ell(\theta + U)
      \le \frac1N\sum_i s_i\,\frac{\omega(u_i)^2}4 , \f]
where \f$\omega\f$ is the spread.  The Hessian
\f$\frac1N\sum_i s_i\,(\tilde x_i^\top\tilde x_i) \otimes H_i\f$,
\f$H_i = \operatorname{diag}(p_i) - p_ip_i^\top\f$, is positive semidefinite.

\hypotheses \f$X, W, b, u\f$ multiples of \f$2^{-6}\f$ up to \f$2^8\f$, so that the sums are floats;
labels not negative.

\sources In none of the four; S2 says of the probit model that its optimisation is less nice.

\derivation \f$\varphi(t) = \ell(\theta + tU)\f$ has
\f$\varphi''(t) = \frac1N\sum_i s_i\langle u_i, H_i u_i\rangle\f$, a mean of variances of the entries
of \f$u_i\f$, each between 0 and \f$\omega(u_i)^2/4\f$; that is the quadratic form of the matrix above
in \f$U\f$.  The second difference is \f$\int_0^2 (1 - |t-1|)\varphi''(t)\,dt\f$, and the weight has
the integral 1. ∎

\rounding The difference cancels; three contracts enter.

\witness \ref fault.softmax-twice: probabilities taken for logits.  The loss is then bounded, and a
bounded convex function is constant.

\evidence{regression.convex}
*/
// [regression.convex]
Truth convex_in_parameters(const Evaluator& f, const Vector& x, const Vector& w, const Vector& b,
                           const Vector& y, const Vector& u) {
  const auto loss = [&](double t) {
    const Moved at(w, b, t, u);
    return f.regression_loss(x, at.weights, at.bias, y);
  };
  const Interval bend = loss(0) + loss(2) - 2 * loss(1);
  const Interval most =
      mean_of_steps(x, b, y, u, [](const Intervals& step) { return sqr(spread(step)) / 4; });
  return less_equal(Interval(0), bend) && less_equal(bend, most).as("not far");
}
// [regression.convex]
const Law& regression_convex = law({.id = "regression.convex",
                                    .inputs = minibatch_and_step(),
                                    .predicate = check(convex_in_parameters),
                                    .witness = "softmax-twice"});

/**
\page law_regression
\law{regression.descent} A step against the gradient goes down

\statement With \f$u_i = \tilde x_iU\f$,
\f[ 0 \le \ell(\theta + U) - \ell(\theta) - \langle\nabla\ell(\theta), U\rangle
      \le \frac1{4N}\sum_i s_i\lVert u_i\rVert_2^2 \le \frac L2\lVert U\rVert_F^2 , \qquad
   L = \tfrac12\lambda_{\max}\Bigl(\frac1N\sum_i s_i\tilde x_i^\top\tilde x_i\Bigr) . \f]
A step \f$U = -\nabla\ell/L\f$ lowers the loss by \f$\lVert\nabla\ell\rVert_F^2/(2L)\f$ at least.
(\f$L > 0\f$ unless all labels are 0, since \f$\tilde x_i\f$ ends in 1.)

\hypotheses \f$X, W, b, u\f$ multiples of \f$2^{-6}\f$ up to \f$2^8\f$, so that the sums are floats;
labels not negative.

\sources In none of the four.

\derivation Taylor's theorem with the second derivative of \ref regression.convex; no eigenvalue of
\f$H_i\f$ exceeds 1/2 (\ref hessian.spectrum), so
\f$\frac12\langle u_i, H_iu_i\rangle \le \frac14\lVert u_i\rVert^2\f$.
\f$\sum_i s_i\lVert\tilde x_iU\rVert^2\f$ is the sum over the columns \f$v\f$ of \f$U\f$ of
\f$\langle v, \sum_i s_i\tilde x_i^\top\tilde x_i v\rangle\f$, at most \f$\lambda_{\max}\f$ of that
matrix times \f$\lVert U\rVert_F^2\f$.  At \f$U = -\nabla\ell/L\f$ the right side gives
\f$-\lVert\nabla\ell\rVert^2/L + \lVert\nabla\ell\rVert^2/(2L)\f$. ∎

\rounding As for \ref regression.convex.  Steps so small that the gain is below an ulp of the loss tell
nothing.

\held The first two inequalities.  The third is one of matrices, in which nothing is computed by a
subject.

\witness \ref fault.regression-gradient-reversed: the gradient of the log-likelihood.

\evidence{regression.descent}
*/
// [regression.descent]
Truth goes_down(const Evaluator& f, const Vector& x, const Vector& w, const Vector& b,
                const Vector& y, const Vector& u) {
  const Moved to(w, b, 1, u);
  const Interval rise = f.regression_loss(x, to.weights, to.bias, y) -
                        f.regression_loss(x, w, b, y) -
                        dot(f.regression_gradient(x, w, b, y), enclose(u));
  const Interval most =
      mean_of_steps(x, b, y, u, [](const Intervals& step) { return norm_squared(step) / 4; });
  return less_equal(Interval(0), rise) && less_equal(rise, most).as("not far");
}
// [regression.descent]
const Law& regression_descent = law({.id = "regression.descent",
                                     .inputs = minibatch_and_step(),
                                     .predicate = check(goes_down),
                                     .witness = "regression-gradient-reversed"});

/**
\page law_regression
\law{regression.parameters} There are dq weights and q biases

\statement \f$d\f$ features and \f$q\f$ classes have \f$dq + q\f$ parameters.  The four pixels of a
\f$2 \times 2\f$ image and three classes have 12 weights and 3 biases.

\hypotheses \f$1 \le d, q \le 2^{31}\f$.

\sources S2, the classification problem: four features, and the linear model: 12 and 3; its summary:
cost and parameters of a fully connected layer are \f$\mathcal O(dq)\f$.  One observation takes
\f$dq\f$ products and as many sums.

\derivation \f$W\f$ is \f$d \times q\f$, \f$b\f$ has \f$q\f$ entries. ∎

\rounding None.

\witness \ref fault.biases-not-counted: \f$dq\f$.

\evidence{regression.parameters}
*/
// [regression.parameters]
Truth parameters_are_counted(const Evaluator& f, std::int64_t d, std::int64_t q) {
  const auto features = static_cast<std::uint64_t>(d), classes = static_cast<std::uint64_t>(q);
  return Truth(f.regression_parameters(d, q) == features * classes + classes, "d q + q") &&
         Truth(f.regression_parameters(2 * 2, 3) == 12 + 3, "12 weights and 3 biases");
}
// [regression.parameters]
const Law& regression_parameters = law({.id = "regression.parameters",
                                        .inputs = features_and_classes(),
                                        .predicate = check(parameters_are_counted),
                                        .witness = "biases-not-counted"});

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
  const Intervals outputs = f.regression_logits({z}, fit.slopes, fit.offsets);
  return same(sum(outputs) / fit.determinant, Interval(1));
}
// [regression.least-squares]
const Law& least_squares = law({.id = "regression.least-squares",
                                .inputs = points_and_classes(),
                                .predicate = check(fitted_outputs_sum_to_one),
                                .witness = "bias-dropped"});

/**
\page law_regression
\law{regression.unbounded} An affine function leaves the interval of probabilities

\statement An affine function \f$o(x) = wx + b\f$ with \f$w \ne 0\f$ exceeds 1 and falls below 0: for
\f$|x| \ge (|b| + 2)/|w|\f$ it is at least 2 on the one side and at most \f$-2\f$ on the other.

\hypotheses \f$w, b\f$ of sizes from \f$2^{-20}\f$ to \f$2^{20}\f$, for the law to reach far enough; the
\f$x\f$ are powers of two.

\sources S2, the softmax: outputs need be neither non-negative nor at most 1, even if they sum to 1, and
a probability that depends linearly on the number of bedrooms exceeds 1 at some mansion.  For that
reason squared error on one-hot labels is brittle to outliers: an observation far out has an influence
that grows with its distance.  The fit of \ref erratum.least-squares-sum has at \f$z = 10\f$ the outputs
\f$-\frac{107}{170}, \frac{103}{170}, \frac{87}{85}\f$, of sum 1.

\derivation \f$|w||x| + b \ge |b| + 2 + b \ge 2\f$ and \f$-|w||x| + b \le -2\f$. ∎

\rounding None that matters.

\witness \ref fault.logits-squashed: a logistic activation after the affine map.

\evidence{regression.unbounded}
*/
// [regression.unbounded]
Truth leaves_the_interval(const Evaluator& f, double w, double b) {
  const double far = std::exp2(std::ceil(std::log2((std::fabs(b) + 2) / std::fabs(w))) + 1);
  const double right = w > 0 ? far : -far;
  const Intervals o = f.regression_logits({right, -right}, {w}, {b});
  return less_equal(Interval(2), o[0]).as("above") && less_equal(o[1], Interval(-2)).as("below");
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
  const Intervals outputs = f.regression_logits({z}, fit.slopes, fit.offsets);
  return less(Interval(0), abs(sum(outputs) / fit.determinant - 1));
}
// [erratum.least-squares-sum]
const Erratum& least_squares_sum =
    erratum({.id = "erratum.least-squares-sum",
             .parameters = {{"x", Kind::vector}, {"c", Kind::integers}, {"z", Kind::scalar}},
             .printed = check(fitted_outputs_do_not_sum_to_one),
             .counterexample = "binary64; 0,1,2,5,7; 0,0,1,1,2; 10",
             .corrected_by = "regression.least-squares"});

/**
\page law_regression
\erratum{erratum.compressed-layer} A compressed layer may be the larger one

\printed Quaternion-like decompositions reduce the cost of a fully connected layer to
\f$\mathcal O(dq/n)\f$ with the compression factor \f$n\f$.

\sources S2, the summary.

\weight notation: of fixed \f$n\f$ and growing \f$d, q\f$ the \f$\mathcal O\f$ is right; the term that it
hides has the factor \f$n^3\f$, so that the cost is of that order only for \f$n^4 \lesssim dq\f$.

\counterexample \f$d = q = 8\f$, \f$n = 4\f$: the sum of \f$n\f$ Kronecker products of an \f$n \times
n\f$ and a \f$\frac dn \times \frac qn\f$ matrix has \f$n^3 + dq/n = 80\f$ parameters, the full matrix
64; with the biases 88 and 72.

\correction \f$n^3 + dq/n\f$ weights; and the time is reduced only if the products are not multiplied
out.

\derivation \f$n\f$ matrices of \f$n^2\f$ entries, and \f$n\f$ of \f$dq/n^2\f$.  The full layer is
counted by \ref regression.parameters.

\evidence{erratum.compressed-layer}
*/
// [erratum.compressed-layer]
Truth compressed_layer_is_smaller(const Evaluator& f, std::int64_t d, std::int64_t q,
                                  std::int64_t n) {
  const auto compressed = static_cast<std::uint64_t>(n * n * n + d * q / n + q);
  return Truth(compressed < f.regression_parameters(d, q), "fewer parameters");
}
// [erratum.compressed-layer]
const Erratum& compressed_layer =
    erratum({.id = "erratum.compressed-layer",
             .parameters = {{"d", Kind::integer}, {"q", Kind::integer}, {"n", Kind::integer}},
             .printed = check(compressed_layer_is_smaller),
             .counterexample = "binary64; 8; 8; 4",
             .corrected_by = "regression.parameters"});

}  // namespace
}  // namespace softlaw::properties
