// SPDX-License-Identifier: Apache-2.0
// The family hessian, continued: where its eigenvalues lie, and whose covariance it is.
#include "families/derivatives/functions.hpp"
#include "families/softmax/functions.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// The determinant of the square of a matrix's rows and columns that are not struck out, by its
/// first row.
Interval determinant(const Intervals& matrix, std::size_t n, const std::vector<std::size_t>& rows,
                     const std::vector<std::size_t>& columns) {
  if (rows.empty()) return 1;
  Interval total(0);
  const std::vector<std::size_t> below(rows.begin() + 1, rows.end());
  for (std::size_t k = 0; k < columns.size(); ++k) {
    std::vector<std::size_t> others = columns;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(k));
    const Interval term = matrix[rows[0] * n + columns[k]] * determinant(matrix, n, below, others);
    total += k % 2 == 0 ? term : -term;
  }
  return total;
}

std::vector<std::size_t> all_but(std::size_t n, std::size_t struck_out) {
  std::vector<std::size_t> rest;
  for (std::size_t i = 0; i < n; ++i) {
    if (i != struck_out) rest.push_back(i);
  }
  return rest;
}

Interval product(const Intervals& factors) {
  Interval total(1);
  for (const Interval& factor : factors) total *= factor;
  return total;
}

/**
\page law_hessian
\law{hessian.minors} The product of the nonzero eigenvalues of the Hessian of log-sum-exp

\statement Every principal minor of order \f$n-1\f$ of \f$H = \operatorname{diag}(p) - pp^\top\f$ is
\f$\prod_jp_j\f$. So \f$\det H = 0\f$, the rank is \f$n - 1\f$, and with the eigenvalues \f$0 =
\lambda_1 \le \lambda_2 \le \dots \le \lambda_n\f$
\f[ \prod_{i\ge2}\lambda_i = n\prod_jp_j > 0 . \f]

\hypotheses \f$x\f$ finite, \f$1 \le n \le 4\f$.

\sources S1, the Jacobian matrix; the rest is not printed.

\derivation Remove row and column \f$k\f$: the remainder is \f$\operatorname{diag}(p') -
p'p'^\top\f$ with \f$p'\f$ the other entries, of determinant \f$\prod_{j\ne k}p_j\,(1 - \sum_{j\ne
k}p_j) = \prod_{j\ne k}p_j\cdot p_k\f$ (a diagonal matrix and one of rank one). \f$H\mathbf 1 = 0\f$
gives \f$\det H = 0\f$. The coefficient of \f$-\lambda\f$ in \f$\det(H - \lambda I)\f$ is the sum of
the \f$n\f$ principal minors of order \f$n-1\f$, and the product of the other eigenvalues.  ∎

\rounding The determinants cancel: the intervals account for it.

\witness \ref fault.hessian-plus-rank-one: \f$\operatorname{diag}(p) + pp^\top\f$.

\evidence{hessian.minors}
*/
// [hessian.minors]
Truth minors_are_the_product(const Evaluator& f, const Vector& x) {
  const std::size_t n = x.size();
  const Intervals H = f(logsumexp_hessian, x), p = f(softmax, x);
  const std::vector<std::size_t> all_places = all_but(n, n);
  Truth all = same(determinant(H, n, all_places, all_places), 0).as("determinant");
  Interval trace_of_adjugate(0);
  for (std::size_t k = 0; k < n; ++k) {
    const Interval minor = determinant(H, n, all_but(n, k), all_but(n, k));
    all &= same(minor, product(p)).as("minor");
    trace_of_adjugate += minor;
  }
  return all &&
         same(trace_of_adjugate, Interval(static_cast<double>(n)) * product(p)).as("product");
}
// [hessian.minors]
const Law& hessian_minors = law({.id = "hessian.minors",
                                 .inputs = at_most(4, one_vector()),
                                 .predicate = check(minors_are_the_product),
                                 .witness = "hessian-plus-rank-one"});

/**
\page law_hessian
\law{hessian.interlacing} Probabilities and eigenvalues of the Hessian of log-sum-exp interlace

\statement With \f$p\f$ in rising order \f$p_{(1)} \le \dots \le p_{(n)}\f$ and the eigenvalues of the
Hessian \f$0 = \lambda_1 \le \dots \le \lambda_n\f$,
\f[ \lambda_1 \le p_{(1)} \le \lambda_2 \le p_{(2)} \le \dots \le \lambda_n \le p_{(n)} . \f]
The reason, for every \f$k\f$: \f$\det(H - p_kI) = -p_k^2\prod_{j\ne k}(p_j - p_k)\f$.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 4\f$.

\sources S1, the Jacobian matrix; not printed.

\derivation \f$H - \mu I = D - pp^\top\f$ with \f$D = \operatorname{diag}(p_j-\mu)\f$, so \f$\det(H-\mu
I) = \prod_j(p_j-\mu) - \sum_ip_i^2\prod_{j\ne i}(p_j-\mu)\f$, at first for \f$\mu\f$ not among the
\f$p_j\f$, then for all by continuity. At \f$\mu = p_k\f$ one product is left. Let all \f$p_j\f$ differ.
The sign at \f$\mu = p_{(r)}\f$ is \f$-(-1)^{r-1}\f$, since \f$r-1\f$ factors are negative: it changes
from each \f$p_{(r)}\f$ to the next, so between any two lies an eigenvalue; so does one in
\f$[0,p_{(1)}]\f$, which is \f$\lambda_1 = 0\f$. That makes \f$n\f$. Equal probabilities follow by
continuity of eigenvalues. (It is Weyl's and Cauchy's interlacing for a matrix of rank one that is
subtracted.)  ∎

\held The determinants, from which the interlacing follows as above; no eigenvalue is computed.

\rounding As for \ref hessian.minors.

\witness \ref fault.hessian-plus-rank-one: then the eigenvalues interlace from above.

\evidence{hessian.interlacing}
*/
// [hessian.interlacing]
Truth interlaces(const Evaluator& f, const Vector& x) {
  const std::size_t n = x.size();
  const Intervals H = f(logsumexp_hessian, x), p = f(softmax, x);
  const std::vector<std::size_t> places = all_but(n, n);
  Truth all;
  for (std::size_t k = 0; k < n; ++k) {
    Intervals shifted = H;
    Interval expected = -sqr(p[k]);
    for (std::size_t j = 0; j < n; ++j) {
      shifted[j * n + j] -= p[k];
      if (j != k) expected *= p[j] - p[k];
    }
    all &= same(determinant(shifted, n, places, places), expected);
  }
  return all;
}
// [hessian.interlacing]
const Law& hessian_interlacing = law({.id = "hessian.interlacing",
                                      .inputs = at_most(4, one_vector()),
                                      .predicate = check(interlaces),
                                      .witness = "hessian-plus-rank-one"});

/**
\page law_hessian
\law{hessian.fisher} The Hessian of log-sum-exp is the Fisher information

\statement Let a class \f$c\f$ be drawn from \f$p = \sigma(o)\f$. The score \f$\nabla_o\log\sigma_c(o)\f$
is \f$e_c - p\f$; its mean is 0, and its covariance matrix is the Hessian:
\f[ \sum_cp_c(e_c - p) = 0 , \qquad \sum_cp_c(e_c-p)(e_c-p)^\top = \operatorname{diag}(p) - pp^\top =
\nabla^2\operatorname{LSE}(o) . \f]

\hypotheses \f$o\f$ finite, \f$1 \le n \le 4\f$.

\sources S1 and S3 §1.1 have the matrix, S2, exercise 6.1, the covariance.

\derivation \f$\log\sigma_c(o) = o_c - \operatorname{LSE}(o)\f$, and softmax is the gradient of
log-sum-exp. \f$\sum_cp_ce_c = p\f$, \f$\sum_cp_ce_ce_c^\top = \operatorname{diag}(p)\f$: the matrix with
the entries of \f$p\f$ on its diagonal.  Since the Hessian of \f$-\log\sigma_c\f$ is the same for every
\f$c\f$, it is its own mean: the two definitions of Fisher's information agree.  ∎

\proved n ≥ 1

\rounding The covariance is summed from terms that cancel off the diagonal.

\witness \ref fault.hessian-diagonal-only: the variances, without the covariances.

\evidence{hessian.fisher}
*/
// [hessian.fisher]
Truth fisher_information(const Evaluator& f, const Vector& o) {
  const std::size_t n = o.size();
  const Intervals p = f(softmax, o);
  Intervals mean(n, Interval(0)), covariance(n * n, Interval(0)), diagonal(n * n, Interval(0));
  for (std::size_t c = 0; c < n; ++c) {
    Intervals score = Interval(-1) * p;
    score[c] += 1;
    mean = mean + p[c] * score;
    diagonal[c * n + c] = p[c];
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) covariance[i * n + j] += p[c] * score[i] * score[j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) diagonal[i * n + j] -= p[i] * p[j];
  }
  const Intervals H = f(logsumexp_hessian, o);
  return same(mean, Intervals(n, Interval(0))).as("mean") && same(H, covariance).as("covariance") &&
         same(H, diagonal).as("diagonal less rank one");
}
// [hessian.fisher]
const Law& hessian_fisher = law({.id = "hessian.fisher",
                                 .inputs = at_most(4, one_vector()),
                                 .predicate = check(fisher_information),
                                 .witness = "hessian-diagonal-only"});

}  // namespace
}  // namespace softlaw::properties
