// SPDX-License-Identifier: Apache-2.0
// The family loss, continued: its second derivative, which is a covariance.
#include "families/derivatives/functions.hpp"
#include "families/loss/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// Up to four logits: the laws here take all pairs and triples.
Inputs few_logits() {
  Inputs inputs = where(one_vector(), "n <= 4",
                        [](const Case& c) { return std::get<Vector>(c.arguments[0]).size() <= 4; });
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    Vector& o = std::get<Vector>(c.arguments[0]);
    if (o.size() > 4) o.resize(4);
    return c;
  };
  return inputs;
}

/**
\page law_loss
\law{loss.fisher} The score of softmax has mean zero, and its covariance is the Hessian of log-sum-exp

\statement Draw the class \f$c\f$ from \f$p = \sigma(o)\f$ and let \f$g(c) = p - e_c\f$ be the gradient
of its loss.  Then
\f[ \mathbb E\,g(c) = 0 , \qquad \operatorname{Cov} g(c) = \mathbb E\,g(c)g(c)^\top =
    \operatorname{Cov} e_c = \operatorname{diag}(p) - pp^\top = \nabla^2\operatorname{LSE}(o) . \f]

\words The second derivative of the loss is the covariance matrix of the one-hot vector of the class:
its Fisher information.

\hypotheses \f$o\f$ finite, up to four entries.

\sources S2, exercise 1.2, which says variance for this matrix: \ref erratum.variance-of-the-class.  Its
solution prints \f$p_j(1-p_j)\f$ and \f$-p_jp_k\f$ twice, once as the derivative and once as the
covariance, and finds them equal; the check here computes a covariance from its definition.  What it
labels the covariance of the softmax outputs, which are not random, is that of the indicators
\f$e_c\f$.  S3 §1.1 has the matrix.

\derivation \f$\mathbb E e_c = p\f$.  \f$\mathbb E (e_c)_j(e_c)_k = [j = k]p_j\f$, as \f$e_c\f$ has one
entry 1; subtract \f$p_jp_k\f$.  \f$g\f$ differs from \f$-e_c\f$ by a constant.  The last equality is
\f$\partial_{o_k}\sigma_j = \sigma_j([j = k] - \sigma_k)\f$: the quotient rule. ∎

\proved n ≥ 1

\rounding The products \f$p_c g_j g_k\f$ have both signs off the diagonal; on it they have one.

\witness \ref fault.label-not-subtracted: \f$g(c) = p\f$, whose mean is not 0.

\evidence{loss.fisher}
*/
// [loss.fisher]
Truth score_has_covariance(const Evaluator& f, const Vector& o) {
  const std::size_t n = o.size();
  const Intervals p = f(softmax, o), hessian = f(logsumexp_hessian, o);
  Intervals mean(n, Interval(0)), covariance(n * n, Interval(0));
  for (std::size_t c = 0; c < n; ++c) {
    const Intervals g = f(cross_entropy_label_gradient, o, static_cast<std::int64_t>(c));
    mean = mean + p[c] * g;
    for (std::size_t j = 0; j < n; ++j) {
      for (std::size_t k = 0; k < n; ++k) covariance[j * n + k] += p[c] * g[j] * g[k];
    }
  }
  return same(mean, Intervals(n, Interval(0))).as("mean") &&
         same(covariance, hessian).as("covariance");
}
// [loss.fisher]
const Law& fisher = law({.id = "loss.fisher",
                         .inputs = few_logits(),
                         .predicate = check(score_has_covariance),
                         .witness = "label-not-subtracted"});

/**
\page law_loss
\law{loss.tangent} The cross-entropy loss lies above its tangents, by a bounded amount

\statement With \f$g\f$ the gradient at \f$o\f$, \f$s = \sum_j y_j\f$ and \f$\omega\f$ the spread of
\f$h\f$,
\f[ 0 \le l(y, o + h) - l(y, o) - \langle g, h\rangle \le \tfrac18 s\,\omega^2 . \f]

\hypotheses \f$o, h\f$ finite, \f$o + h\f$ a vector of floats, labels finite and not negative.

\sources S2, the section on softmax and cross-entropy loss, for the gradient; the bounds are not in the
sources.

\derivation By \ref loss.logsumexp-form the loss is \f$s\f$ times log-sum-exp and a linear function,
which drops out: \ref convexity.tangent, times \f$s\f$. ∎

\proved n ≥ 1, y ≥ 0

\rounding The middle cancels for small \f$h\f$; the contracts of three results enter.

\witness \ref fault.gradient-reversed: \f$y - \sigma(o)\f$.

\evidence{loss.tangent}
*/
// [loss.tangent]
Truth above_its_tangent(const Evaluator& f, const Vector& o, const Vector& h, const Vector& y) {
  const Interval rise = f(cross_entropy_logits, o + h, y) - f(cross_entropy_logits, o, y) -
                        dot(f(cross_entropy_logits_gradient, o, y), enclose(h));
  return less_equal(Interval(0), rise) &&
         less_equal(rise, sum(enclose(y)) * sqr(spread(h)) / 8).as("not far");
}
// [loss.tangent]
const Law& loss_tangent = law({.id = "loss.tangent",
                               .inputs = logits_step_and_labels(),
                               .predicate = check(above_its_tangent),
                               .witness = "gradient-reversed"});

/// The remainder of the quadratic Taylor polynomial with a given multiple of the Hessian, against
/// the given multiple of the cubic bound.
Truth quadratic(const Evaluator& f, const Vector& o, const Vector& h, const Vector& y,
                const Interval& multiple) {
  const Interval curvature = dot(enclose(h), f(logsumexp_hessian_vector, o, h));
  const Interval slope = dot(f(cross_entropy_logits_gradient, o, y), enclose(h));
  const Interval rise = f(cross_entropy_logits, o + h, y) - f(cross_entropy_logits, o, y);
  const Interval cubic = pow(spread(h), 3) / (36 * sqrt(Interval(3)));
  return less_equal(abs(rise - slope - multiple * curvature / 2), sum(enclose(y)) * cubic);
}

/**
\page law_loss
\law{loss.second-order} The second derivative of the cross-entropy loss is the sum of the labels times a covariance

\statement With \f$g\f$ the gradient at \f$o\f$, \f$s = \sum_j y_j\f$,
\f$H = \operatorname{diag}(p) - pp^\top\f$ at \f$p = \sigma(o)\f$, and \f$\omega\f$ the spread of
\f$h\f$,
\f[ \Bigl| l(y, o+h) - l(y, o) - \langle g, h\rangle - \tfrac12 s\,\langle h, Hh\rangle \Bigr|
    \le \frac{s\,\omega^3}{36\sqrt3} . \f]
So the second derivative of the loss is \f$sH\f$, and \f$H\f$ for labels that sum to 1.

\hypotheses \f$o, h\f$ finite, \f$o + h\f$ a vector of floats, labels finite and not negative.

\sources S2, exercise 1.1 and S3 §1.1, for \f$s = 1\f$.  The solution of the exercise keeps \f$s\f$ and
blames the mismatch on a lack of simplification: \ref erratum.hessian-of-any-labels.

\derivation Taylor's theorem for \f$\varphi(t) = \operatorname{LSE}(o + th)\f$, with
\f$\varphi'' = \langle h, H_t h\rangle\f$ the variance and \f$\varphi'''\f$ the third central moment of
the numbers \f$h_j\f$ under \f$\sigma(o + th)\f$.  Of random numbers in an interval of length
\f$\omega\f$ with a given mean the third central moment is linear in the distribution, hence largest at
an extreme point, which has two values.  For values \f$d \le \omega\f$ apart, taken with probabilities
\f$q\f$ and \f$1-q\f$, it is \f$q(1-q)(1-2q)d^3\f$, and \f$|q(1-q)(1-2q)| \le 1/(6\sqrt3)\f$, at
\f$q = \frac12 \pm \frac1{\sqrt{12}}\f$.  The remainder is at most
\f$\frac16 \cdot \frac{\omega^3}{6\sqrt3}\f$; multiply by \f$s\f$. ∎

\proved n ≥ 1, y ≥ 0

\rounding As for \ref loss.tangent, with a fourth result.

\witness \ref fault.gradient-doubled: the factor 2 of a square without its half.

\evidence{loss.second-order}
*/
// [loss.second-order]
Truth second_order(const Evaluator& f, const Vector& o, const Vector& h, const Vector& y) {
  return quadratic(f, o, h, y, sum(enclose(y)));
}
// [loss.second-order]
const Law& loss_second_order = law({.id = "loss.second-order",
                                    .inputs = logits_step_and_labels(),
                                    .predicate = check(second_order),
                                    .witness = "gradient-doubled"});

/**
\page law_loss
\erratum{erratum.hessian-of-any-labels} With any labels the second derivative of the loss is not the covariance

\printed With symbols \f$y_1, y_2, y_3\f$ for the labels the second derivative of the loss is
\f$\operatorname{diag}(p) - pp^\top\f$; that the check printed False is due to an output that was not
simplified.

\sources S2, the solution of exercise 1, the first cell and the reasoning after it.  S3 §1.1 prints the
same second derivative without a condition on \f$y\f$.

\weight substance: no simplification can help; the two differ by the factor \f$y_1 + y_2 + y_3\f$.  The
second cell puts the one-hot gradient in by hand, and then compares two copies of one expression.

\counterexample \f$o = (0, 0)\f$, \f$y = (1, 1)\f$, \f$h = (\frac14, -\frac14)\f$: the loss rises by
\f$2\log\cosh\frac14 = 0.061859…\f$, with \f$s = 2\f$ the quadratic term is
\f$\frac1{16} = 0.0625\f$, and without it \f$0.03125\f$, off by more than the cubic bound
\f$0.0040093…\f$ allows.

\correction \f$\nabla^2 l = \bigl(\sum_j y_j\bigr)\bigl(\operatorname{diag}(p) - pp^\top\bigr)\f$.

\derivation See \ref loss.second-order.

\evidence{erratum.hessian-of-any-labels}
*/
// [erratum.hessian-of-any-labels]
Truth covariance_for_any_labels(const Evaluator& f, const Vector& o, const Vector& h,
                                const Vector& y) {
  return quadratic(f, o, h, y, Interval(1));
}
// [erratum.hessian-of-any-labels]
const Erratum& hessian_of_any_labels =
    erratum({.id = "erratum.hessian-of-any-labels",
             .parameters = {{"o", Kind::vector}, {"h", Kind::vector}, {"y", Kind::vector}},
             .printed = check(covariance_for_any_labels),
             .counterexample = "binary64; 0,0; 0x1p-2,-0x1p-2; 1,1",
             .corrected_by = "loss.second-order"});

/**
\page law_loss
\erratum{erratum.variance-of-the-class} The second derivative of the loss is not the variance of the class

\printed The variance of the distribution given by softmax matches the second derivative of the loss.

\sources S2, exercise 1.2.

\weight notation: the distribution is on classes, which are no numbers; read as the covariance matrix
of their one-hot vectors the sentence is true.  Read as the variance of the number of the class, it is
not.

\counterexample \f$o = (0, 0, 0)\f$: the number of the class, 1, 2 or 3, has the variance
\f$\frac23\f$; the second derivative by \f$o_1\f$ is \f$\frac13(1 - \frac13) = \frac29\f$.

\correction \f$\nabla^2 l = \operatorname{Cov}(e_c)\f$ for labels that sum to 1.

\derivation See \ref loss.fisher.

\evidence{erratum.variance-of-the-class}
*/
// [erratum.variance-of-the-class]
Truth variance_of_the_number(const Evaluator& f, const Vector& o) {
  const Intervals p = f(softmax, o);
  Interval mean = 0, square = 0;
  for (std::size_t c = 0; c < o.size(); ++c) {
    mean += p[c] * count(c + 1);
    square += p[c] * sqr(count(c + 1));
  }
  return same(f(logsumexp_hessian, o).front(), square - sqr(mean));
}
// [erratum.variance-of-the-class]
const Erratum& variance_of_the_class = erratum({.id = "erratum.variance-of-the-class",
                                                .parameters = {{"o", Kind::vector}},
                                                .printed = check(variance_of_the_number),
                                                .counterexample = "binary64; 0,0,0",
                                                .corrected_by = "loss.fisher"});

}  // namespace
}  // namespace softlaw::properties
