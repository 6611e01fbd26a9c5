// SPDX-License-Identifier: Apache-2.0
// The family information, continued: the variance of the entries of a distribution, which is not that of
// the outcome.
#include "families/derivatives/functions.hpp"
#include "families/information/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

Interval trace(const Intervals& matrix, std::size_t n) {
  Interval sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += matrix[i * n + i];
  return sum;
}

/// The mean of the squares of the entries less the square of their mean.
Interval variance_of_entries(const Intervals& p) {
  const Interval n = count(p.size());
  return norm_squared(p) / n - sqr(sum(p) / n);
}

/// The sum of the squares less 1/n.
Interval printed_variance(const Intervals& p) { return norm_squared(p) - 1 / count(p.size()); }

/**
\page law_information
\law{information.variance} The sharper softmax, the larger the variance of its entries and the smaller that of the outcome

\statement For \f$p = \sigma(x)\f$, \f$H = \operatorname{diag}(p) - pp^\top\f$, and \f$V\f$ the
variance of the \f$n\f$ numbers \f$p_1, \dots, p_n\f$,
\f[ \sum_i p_i^2 - \frac1n = \sum_i\Bigl(p_i - \frac1n\Bigr)^2 = nV = 1 - \frac1n -
    \operatorname{tr}H . \f]

\words The sharper the distribution, the more its entries vary, and the less the outcome does.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 9\f$.

\sources S3 §1.2 takes \f$\sum p_j^2 - \frac1q\f$ for \f$V\f$ and for the second derivative:
\ref erratum.variance-formula and \ref erratum.variance-hessian.

\derivation \f$\sum p_i = 1\f$: expand the square.  The mean of the entries is \f$\frac1n\f$, so that
\f$V = \frac1n\sum(p_i - \frac1n)^2\f$.  \f$\operatorname{tr}H = \sum p_i(1 - p_i) = 1 - \sum p_i^2\f$;
\f$H\f$ is the covariance matrix of the one-hot vector of the outcome.  ∎

\proved n ≥ 1

\rounding Near the uniform distribution \f$\sum p_i^2 - \frac1n\f$ cancels, and the second form does
not.

\witness \ref fault.hessian-plus-rank-one: \f$\operatorname{diag}(p) + pp^\top\f$.

\evidence{information.variance}
*/
// [information.variance]
Truth variance_against_hessian(const Evaluator& f, const Vector& x) {
  const std::size_t n = x.size();
  const Interval even = 1 / count(n);
  const Intervals p = f(softmax, x);
  Interval distance = 0;
  for (const Interval& entry : p) distance += sqr(entry - even);
  return same(distance, printed_variance(p)) && same(distance, count(n) * variance_of_entries(p)) &&
         same(distance, 1 - even - trace(f(logsumexp_hessian, x), n)).as("trace");
}
// [information.variance]
const Law& variance = law({.id = "information.variance",
                           .inputs = at_most(9, one_vector()),
                           .predicate = check(variance_against_hessian),
                           .witness = "hessian-plus-rank-one"});

/**
\page law_information
\erratum{erratum.variance-formula} The variance of the entries of a distribution is 1/q of the printed value

\printed \f$\operatorname{Var}(\mathbf p) = \mathbb E[p_j^2] - (\mathbb E[p_j])^2 =
\sum_j p_j^2 - \frac1q\f$.

\sources S3 §1.2.

\weight substance: one side is \f$q\f$ times the other.  No reading of the expectation makes them
equal: under the uniform law on the indices \f$\mathbb E[p_j^2] = \frac1q\sum p_j^2\f$ and
\f$(\mathbb E[p_j])^2 = \frac1{q^2}\f$, and under \f$p\f$ itself \f$\mathbb E[p_j^2] = \sum p_j^3\f$.

\counterexample \f$x = (0, 0, 1)\f$, \f$p = \sigma(x)\f$: the variance of the entries is
\f$0.029471…\f$, the right side \f$0.088415…\f$

\correction \f$\frac1q\sum_j p_j^2 - \frac1{q^2} = \frac1q\sum_j(p_j - \frac1q)^2\f$.  What is printed on
the right is \f$q\f$ times that, the squared distance to the uniform distribution.

\derivation \ref information.variance.

\evidence{erratum.variance-formula}
*/
// [erratum.variance-formula]
Truth variance_as_printed(const Evaluator& f, const Vector& x) {
  const Intervals p = f(softmax, x);
  return same(variance_of_entries(p), printed_variance(p));
}
// [erratum.variance-formula]
const Erratum& variance_formula = erratum({.id = "erratum.variance-formula",
                                           .parameters = {{"x", Kind::vector}},
                                           .printed = check(variance_as_printed),
                                           .counterexample = "binary64; 0,0,1",
                                           .corrected_by = "information.variance"});

/**
\page law_information
\erratum{erratum.variance-hessian} The variance of the entries of softmax is not the second derivative of the loss

\printed Under the title of how the variance of the distribution is related to the second derivative
of the loss, the variance of the softmax output is \f$\sum_j p_j^2 - \frac1q\f$.

\sources S3 §1.2, its title; S2, exercise 1.2 asks to see that the two match.

\weight substance: a wrong random variable.  The variance that the Hessian is, is that of the outcome
in one-hot form; the source computes that of the \f$q\f$ probabilities.

\counterexample \f$x = (0, 0, 0)\f$: all entries are \f$\frac13\f$ and do not vary, but the Hessian has the
trace \f$\frac23\f$, the greatest there is.

\correction \f$\operatorname{diag}(p) - pp^\top = \operatorname{Cov}(e_J)\f$ for \f$J \sim p\f$.  The sum of
squares moves against its trace: \f$\sum p_j^2 - \frac1q = 1 - \frac1q - \operatorname{tr}H\f$.

\derivation \ref information.variance; \ref hessian.variance for the quadratic form.

\evidence{erratum.variance-hessian}
*/
// [erratum.variance-hessian]
Truth variance_matches_hessian(const Evaluator& f, const Vector& x) {
  return same(printed_variance(f(softmax, x)), trace(f(logsumexp_hessian, x), x.size()));
}
// [erratum.variance-hessian]
const Erratum& variance_hessian = erratum({.id = "erratum.variance-hessian",
                                           .parameters = {{"x", Kind::vector}},
                                           .printed = check(variance_matches_hessian),
                                           .counterexample = "binary64; 0,0,0",
                                           .corrected_by = "information.variance"});

/**
\page law_information
\erratum{erratum.variance-entropy} A larger variance of the entries does not mean a smaller entropy

\printed The variance is negatively correlated with the entropy: the larger the variance, the sharper
the distribution and the smaller its entropy.

\sources S3 §1.2.

\weight substance: false for two distributions of three outcomes or more that are not on one path of
temperatures.

\counterexample \f$p = (\frac{11}{16}, \frac5{32}, \frac5{32})\f$, \f$q = (\frac{31}{64},
\frac{31}{64}, \frac1{32})\f$: \f$\sum p_j^2 = 0.5215 > \sum q_j^2 = 0.4702\f$, but
\f$H(p) = 0.837694… > H(q) = 0.810547…\f$

\correction It is true for two outcomes; along a path of temperatures, \f$p = \sigma(x/T)\f$; and
wherever one distribution majorises the other.  In general only \f$H(p) \ge -\log\sum p_j^2\f$.

\derivation \ref temperature.majorisation for the path; \ref information.renyi for the inequality.

\evidence{erratum.variance-entropy}
*/
// [erratum.variance-entropy]
Truth larger_variance_smaller_entropy(const Evaluator& f, const Vector& p, const Vector& q) {
  const Truth larger = less_equal(printed_variance(enclose(q)), printed_variance(enclose(p)));
  return larger.broken() ? Truth() : less_equal(f(entropy, p), f(entropy, q));
}
// [erratum.variance-entropy]
const Erratum& variance_entropy =
    erratum({.id = "erratum.variance-entropy",
             .parameters = {{"p", Kind::vector}, {"q", Kind::vector}},
             .printed = check(larger_variance_smaller_entropy),
             .counterexample = "binary64; 0x1.6p-1,0x1.4p-3,0x1.4p-3; 0x1.fp-2,0x1.fp-2,0x1p-5",
             .corrected_by = "information.renyi"});

}  // namespace
}  // namespace softlaw::properties
