// SPDX-License-Identifier: Apache-2.0
// The family regression, continued: convexity and descent.
#include "families/loss/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "families/loss/laws/regression.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

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

/// The mean over the rows of the sum of the labels times a function of the change of the logits.
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
\law{regression.convex} The loss of softmax regression is convex in weights and bias

\statement Along a step \f$U\f$, with \f$u_i = \tilde x_iU\f$ its change of the logits of row
\f$i\f$,
\f[ 0 \le \ell(\theta) + \ell(\theta + 2U) - 2\ell(\theta + U)
      \le \frac1N\sum_i s_i\,\frac{\omega(u_i)^2}4 , \f]
where \f$\omega\f$ is the spread.  The Hessian
\f$\frac1N\sum_i s_i\,(\tilde x_i^\top\tilde x_i) \otimes H_i\f$,
\f$H_i = \operatorname{diag}(p_i) - p_ip_i^\top\f$, is positive semidefinite.

\hypotheses \f$X, W, b, u\f$ multiples of \f$2^{-4}\f$ up to \f$2^6\f$, so that the sums are floats;
labels not negative.

\sources In none of the four; S2 says of the probit model that its optimisation is less nice.

\derivation \f$\varphi(t) = \ell(\theta + tU)\f$ has
\f$\varphi''(t) = \frac1N\sum_i s_i\langle u_i, H_i u_i\rangle\f$, a mean of variances of the entries
of \f$u_i\f$, each between 0 and \f$\omega(u_i)^2/4\f$; that is the quadratic form of the matrix above
in \f$U\f$.  The second difference is \f$\int_0^2 (1 - |t-1|)\varphi''(t)\,dt\f$, and the weight has
the integral 1. ∎

\proved n ≥ 1, labels ≥ 0

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
    return f(regression_loss, x, at.weights, at.bias, y);
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
\law{regression.descent} A step against the gradient lowers the loss of softmax regression

\statement With \f$u_i = \tilde x_iU\f$,
\f[ 0 \le \ell(\theta + U) - \ell(\theta) - \langle\nabla\ell(\theta), U\rangle
      \le \frac1{4N}\sum_i s_i\lVert u_i\rVert_2^2 \le \frac L2\lVert U\rVert_F^2 , \qquad
   L = \tfrac12\lambda_{\max}\Bigl(\frac1N\sum_i s_i\tilde x_i^\top\tilde x_i\Bigr) . \f]
A step \f$U = -\nabla\ell/L\f$ lowers the loss by \f$\lVert\nabla\ell\rVert_F^2/(2L)\f$ at least.
(\f$L > 0\f$ unless all labels are 0, since \f$\tilde x_i\f$ ends in 1.)

\hypotheses \f$X, W, b, u\f$ multiples of \f$2^{-4}\f$ up to \f$2^6\f$, so that the sums are floats;
labels not negative.

\sources In none of the four.

\derivation Taylor's theorem with the second derivative of \ref regression.convex; no eigenvalue of
\f$H_i\f$ exceeds 1/2 (\ref hessian.spectrum), so
\f$\frac12\langle u_i, H_iu_i\rangle \le \frac14\lVert u_i\rVert^2\f$.
\f$\sum_i s_i\lVert\tilde x_iU\rVert^2\f$ is the sum over the columns \f$v\f$ of \f$U\f$ of
\f$\langle v, \sum_i s_i\tilde x_i^\top\tilde x_i v\rangle\f$, at most \f$\lambda_{\max}\f$ of that
matrix times \f$\lVert U\rVert_F^2\f$.  At \f$U = -\nabla\ell/L\f$ the right side gives
\f$-\lVert\nabla\ell\rVert^2/L + \lVert\nabla\ell\rVert^2/(2L)\f$. ∎

\proved n ≥ 1, labels ≥ 0

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
  const Interval rise = f(regression_loss, x, to.weights, to.bias, y) -
                        f(regression_loss, x, w, b, y) -
                        dot(f(regression_gradient, x, w, b, y), enclose(u));
  const Interval most =
      mean_of_steps(x, b, y, u, [](const Intervals& step) { return norm_squared(step) / 4; });
  return less_equal(Interval(0), rise) && less_equal(rise, most).as("not far");
}
// [regression.descent]
const Law& regression_descent = law({.id = "regression.descent",
                                     .inputs = minibatch_and_step(),
                                     .predicate = check(goes_down),
                                     .witness = "regression-gradient-reversed"});

}  // namespace
}  // namespace softlaw::properties
