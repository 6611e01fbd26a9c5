// SPDX-License-Identifier: Apache-2.0
/**
\page law_hessian Hessian

The second derivative of log-sum-exp is the matrix \f$H = \operatorname{diag}(p) - pp^\top\f$ with
\f$p = \sigma(x)\f$: the covariance matrix of the distribution \f$p\f$, and the Jacobian matrix of
softmax.
*/
#include "families/derivatives/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// The matrices have n² entries, and some laws look at all pairs of them.
Inputs short_vector() { return at_most(12, one_vector()); }
Inputs short_vector_and_direction() { return at_most(12, vector_and_directions(1)); }

/// Row i of a square matrix in row-major order.
Intervals row(const Intervals& matrix, std::size_t i, std::size_t n) {
  const auto first = matrix.begin() + static_cast<std::ptrdiff_t>(i * n);
  return Intervals(first, first + static_cast<std::ptrdiff_t>(n));
}

/**
\page law_hessian
\law{hessian.rows} The Hessian of log-sum-exp is symmetric and its rows sum to 0

\statement \f$H_{ij} = H_{ji}\f$ and \f$\sum_j H_{ij} = 0\f$, that is \f$H^\top = H\f$ and
\f$H\mathbf 1 = 0\f$.

\words Moving all entries alike moves no probability.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 12\f$.

\sources S1, First-order total derivative; S3 §1.1; S2, exercise 1.1.

\derivation \f$H_{ij} = p_i(\delta_{ij} - p_j)\f$ is symmetric, and
\f$\sum_j H_{ij} = p_i - p_i\sum_j p_j = 0\f$.  Or differentiate \ref translation.softmax at
\f$c = 0\f$. ∎

\proved n ≥ 1

\rounding The rows of a rounded Hessian do not sum to 0. But where \f$p_i\f$ is near 1, the diagonal
\f$p_i(1 - p_i)\f$ must be as small as the absolute values of the other entries of its row together:
computed from a rounded \f$p_i\f$, it is not.

\witness \ref fault.hessian-diagonal-only: the variances, without the covariances.

\evidence{hessian.rows}
*/
// [hessian.rows]
Truth symmetric_with_rows_of_sum_0(const Evaluator& f, const Vector& x) {
  const std::size_t n = x.size();
  const Intervals H = f(logsumexp_hessian, x);
  Truth all;
  for (std::size_t i = 0; i < n; ++i) {
    all &= same(sum(row(H, i, n)), 0).as("row sum");
    for (std::size_t j = 0; j < i; ++j) all &= same(H[i * n + j], H[j * n + i]).as("symmetry");
  }
  return all;
}
// [hessian.rows]
const Law& hessian_rows = law({.id = "hessian.rows",
                               .inputs = short_vector(),
                               .predicate = check(symmetric_with_rows_of_sum_0),
                               .witness = "hessian-diagonal-only"});

/**
\page law_hessian
\law{hessian.semidefinite} The variances and the principal minors of order two of the Hessian are non-negative

\statement \f$H_{ii} \ge 0 \ge H_{ij}\f$ for \f$i \ne j\f$, and \f$H_{ii}H_{jj} \ge H_{ij}^2\f$.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 12\f$.

\sources S2, exercise 6.1, the solution: the covariance matrix is positive semidefinite.  S3 §1.1.

\derivation \f$H_{ii} = p_i(1 - p_i)\f$ and \f$H_{ij} = -p_ip_j\f$ with \f$0 < p_i \le 1\f$, and
\f$H_{ii}H_{jj} - H_{ij}^2 = p_ip_j(1 - p_i - p_j) \ge 0\f$.  These are necessary for \f$H\f$ to be
positive semidefinite.  With the rows of \ref hessian.rows the signs are sufficient too:
\f$v^\top Hv = -\sum_{i<j} H_{ij}(v_i - v_j)^2 \ge 0\f$. ∎

\proved n ≥ 1

\rounding For two entries the minor is exactly 0, and the product of two rounded variances must meet
the square of a rounded covariance, however small all of them are.

\witness \ref fault.hessian-diagonal-by-rounding: \f$p_i - p_i^2\f$ from a rounded \f$p_i\f$, which
is 0 or wrong in most digits where \f$p_i\f$ is near 1.

\evidence{hessian.semidefinite}
*/
// [hessian.semidefinite]
Truth signs_and_minors(const Evaluator& f, const Vector& x) {
  const std::size_t n = x.size();
  const Intervals H = f(logsumexp_hessian, x);
  Truth all;
  for (std::size_t i = 0; i < n; ++i) {
    all &= less_equal(0, H[i * n + i]).as("variance");
    for (std::size_t j = 0; j < i; ++j) {
      const Interval& covariance = H[i * n + j];
      all &= less_equal(covariance, 0).as("covariance") &&
             less_equal(sqr(covariance), H[i * n + i] * H[j * n + j]).as("minor");
    }
  }
  return all;
}
// [hessian.semidefinite]
const Law& hessian_semidefinite = law({.id = "hessian.semidefinite",
                                       .inputs = short_vector(),
                                       .predicate = check(signs_and_minors),
                                       .witness = "hessian-diagonal-by-rounding"});

/**
\page law_hessian
\law{hessian.spectrum} No eigenvalue of the Hessian of log-sum-exp exceeds one half

\statement The eigenvalues of \f$H\f$ lie in \f$[0, \frac12]\f$, the upper bound because
\f$\sum_j \lvert H_{ij}\rvert \le \frac12\f$ in every row; they sum to
\f$\operatorname{tr} H = 1 - \lVert\sigma(x)\rVert_2^2\f$.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 12\f$.

\sources S3 §1.1 has the matrix; S3 §1.2 prints \f$\lVert p\rVert_2^2 - 1/q\f$ for \f$q\f$ classes
under the name of a variance, one minus the trace less \f$1/q\f$.  The bound is not in the sources.

\derivation \f$\sum_j \lvert H_{ij}\rvert = p_i(1 - p_i) + p_i\sum_{j \ne i}p_j = 2p_i(1 - p_i) \le
\frac12\f$.  By Gershgorin's theorem no eigenvalue exceeds the largest such sum; none is negative by
\ref hessian.semidefinite.  The trace is \f$\sum_i p_i(1 - p_i) = 1 - \sum_i p_i^2\f$. ∎

\proved n ≥ 1

\rounding For \f$n = 2\f$ the bound is reached, at equal entries. For \f$n \ge 3\f$ it is only
approached, as \f$p \to (\frac12, \frac12, 0, \dots)\f$; floats meet that point, where the other
entries underflow.

\witness \ref fault.hessian-plus-rank-one: \f$\operatorname{diag}(p) + pp^\top\f$.

\evidence{hessian.spectrum}
*/
// [hessian.spectrum]
Truth spectrum_up_to_one_half(const Evaluator& f, const Vector& x) {
  const std::size_t n = x.size();
  const Intervals H = f(logsumexp_hessian, x);
  Truth all;
  Interval trace = 0;
  for (std::size_t i = 0; i < n; ++i) {
    Interval in_row = 0;
    for (const Interval& entry : row(H, i, n)) in_row += abs(entry);
    all &= less_equal(in_row, Interval(1) / 2).as("row of absolute values");
    trace += H[i * n + i];
  }
  return all && same(trace, 1 - norm_squared(f(softmax, x))).as("trace");
}
// [hessian.spectrum]
const Law& hessian_spectrum = law({.id = "hessian.spectrum",
                                   .inputs = short_vector(),
                                   .predicate = check(spectrum_up_to_one_half),
                                   .witness = "hessian-plus-rank-one"});

/**
\page law_hessian
\law{hessian.variance} The quadratic form of the Hessian of log-sum-exp is a variance

\statement With \f$p = \sigma(x)\f$, \f$\mu = \langle p, v\rangle\f$ and \f$\omega\f$ the spread of
\f$v\f$,
\f[ 0 \le \langle v, Hv\rangle = \sum_i p_i(v_i - \mu)^2
    \le \frac{\omega^2}4 \le \frac12\lVert v\rVert_2^2 . \f]

\hypotheses \f$x\f$, \f$v\f$ finite, \f$1 \le n \le 12\f$.

\sources S2, exercise 6.1 and its hint; S2, exercise 1.2.

\derivation \f$\langle v, Hv\rangle = \sum_i p_iv_i^2 - \mu^2\f$ is the variance of \f$v_i\f$ under
\f$p\f$. With \f$c\f$ the middle between the least and the greatest \f$v_i\f$,
\f$\sum_i p_i(v_i - \mu)^2 \le \sum_i p_i(v_i - c)^2 \le \omega^2/4\f$ (Popoviciu), and
\f$\omega^2 = (v_a - v_b)^2 \le 2(v_a^2 + v_b^2)\f$ for the places \f$a\f$, \f$b\f$ of the extremes.
∎

\proved n ≥ 1

\rounding A variance taken as a difference of moments may come out negative, and its square root
NaN. The products \f$v_i(Hv)_i\f$ have both signs and cancel; the intervals account for it.

\witness \ref fault.hessian-vector-without-mean: \f$p_iv_i\f$ for \f$p_i(v_i - \mu)\f$, a second
moment for a variance.

\evidence{hessian.variance}
*/
// [hessian.variance]
Truth quadratic_form_is_variance(const Evaluator& f, const Vector& x, const Vector& v) {
  const Intervals p = f(softmax, x);
  const Interval form = dot(enclose(v), f(logsumexp_hessian_vector, x, v));
  const Interval mu = dot(p, enclose(v));
  Interval variance = 0;
  for (std::size_t i = 0; i < x.size(); ++i) variance += p[i] * sqr(v[i] - mu);
  return same(form, variance) && less_equal(0, form).as("not negative") &&
         less_equal(form, sqr(spread(v)) / 4).as("Popoviciu");
}
// [hessian.variance]
const Law& hessian_variance = law({.id = "hessian.variance",
                                   .inputs = short_vector_and_direction(),
                                   .predicate = check(quadratic_form_is_variance),
                                   .witness = "hessian-vector-without-mean"});

/**
\page law_hessian
\law{hessian.product} The Hessian's product with a vector is the product with the matrix

\statement \f$(Hv)_i = \sum_j H_{ij}v_j\f$, and \f$\sum_i (Hv)_i = 0\f$.

\hypotheses \f$x\f$, \f$v\f$ finite, \f$1 \le n \le 12\f$.

\sources S1, First-order total derivative prints both forms.

\derivation \f$p_i(v_i - \langle p, v\rangle) = \sum_j p_i(\delta_{ij} - p_j)v_j\f$; the sum over
\f$i\f$ is \f$\mathbf 1^\top Hv = 0\f$ by \ref hessian.rows. ∎

\proved n ≥ 1

\rounding \f$v_i - \langle p, v\rangle\f$ cancels where \f$v\f$ is nearly constant, and so does the
sum on the right: the contract measures the error by the terms, and on the right the error of each
entry enters times \f$v_j\f$.

\witness \ref fault.hessian-vector-plain-mean: the mean of \f$v\f$ that is subtracted is the plain
one.

\evidence{hessian.product}
*/
// [hessian.product]
Truth product_is_by_the_matrix(const Evaluator& f, const Vector& x, const Vector& v) {
  const Intervals H = f(logsumexp_hessian, x), product = f(logsumexp_hessian_vector, x, v);
  Truth all = same(sum(product), 0).as("sum");
  for (std::size_t i = 0; i < x.size(); ++i) {
    all &= same(product[i], dot(row(H, i, x.size()), enclose(v)));
  }
  return all;
}
// [hessian.product]
const Law& hessian_product = law({.id = "hessian.product",
                                  .inputs = short_vector_and_direction(),
                                  .predicate = check(product_is_by_the_matrix),
                                  .witness = "hessian-vector-plain-mean"});

}  // namespace
}  // namespace softlaw::properties
