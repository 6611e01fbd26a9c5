// SPDX-License-Identifier: Apache-2.0
/**
\page law_derivatives Derivatives of softmax

The total derivatives \f$d^k\sigma(x)\cdot(h_1,\dots,h_k)\f$ of every order: as multilinear
maps, their bounds, their derivation in S1, and the errors of the Taylor polynomials of softmax. */
#include <softlaw/reference/functions.hpp>

#include "families/derivatives/functions.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// Enough for every code path, and short enough for the reference.
constexpr std::size_t longest = 3;

Inputs directions(std::size_t k) { return at_most(longest, vector_and_directions(k)); }

/**
\page law_derivatives
\law{derivatives.symmetric} The order of the directions of a derivative of softmax does not matter

\statement \f$d^m\sigma(x)\cdot(h_1,\dots,h_m)\f$ is unchanged under every permutation of the
directions, for \f$m = 2, 3, 4\f$.

\hypotheses \f$x\f$ and the directions finite, of one length from 1 to 3; the directions are on one
grid, where their sums are floats.

\sources S1 says so of orders 2 and 3, after each formula.

\derivation Softmax is smooth, and second derivatives commute (Schwarz).  Or look: the sum over set
partitions in \ref derivatives.set-partitions is symmetric.  ∎

\proved none

\rounding A rounded mean or product is taken in some order, so equal bits are not promised; equal
values up to the contract are.

\held Exchanging the first two and rotating all generate all permutations.

\witness \ref fault.derivative-2-one-centred: only one of two directions is centred.

\evidence{derivatives.symmetric}
*/
// [derivatives.symmetric]
Truth symmetric(const Evaluator& f, const Vector& x, const Vector& h1, const Vector& h2,
                const Vector& h3, const Vector& h4) {
  const Intervals third = f(softmax_derivative, x, {h1, h2, h3});
  const Intervals fourth = f(softmax_derivative, x, {h1, h2, h3, h4});
  return same(f(softmax_derivative, x, {h1, h2}), f(softmax_derivative, x, {h2, h1})) &&
         same(third, f(softmax_derivative, x, {h2, h1, h3})) &&
         same(third, f(softmax_derivative, x, {h2, h3, h1})) &&
         same(fourth, f(softmax_derivative, x, {h2, h1, h3, h4})) &&
         same(fourth, f(softmax_derivative, x, {h2, h3, h4, h1}));
}
// [derivatives.symmetric]
const Law& derivatives_symmetric = law({.id = "derivatives.symmetric",
                                        .inputs = directions(4),
                                        .predicate = check(symmetric),
                                        .witness = "derivative-2-one-centred"});

/**
\page law_derivatives
\law{derivatives.linear} The derivatives of softmax are linear in each direction

\statement For \f$k = 1, 2, 3, 4\f$ and each of the k slots, with further directions
\f$g_2, g_3, g_4\f$ in the other slots,
\f$d^k\sigma\cdot(\tfrac12h_1+h_2, g_2, \dots) = \tfrac12\,d^k\sigma\cdot(h_1, g_2, \dots) +
d^k\sigma\cdot(h_2, g_2, \dots)\f$, and so on.

\words For all \f$h_1, h_2\f$ that is additivity and homogeneity: put one of them 0.

\hypotheses As for \ref derivatives.symmetric; \f$\tfrac12h_1+h_2\f$ is exact.

\sources S1: bilinear, trilinear.

\derivation A total derivative is a multilinear map.  ∎

\proved none

\held With \f$g_2 = g\f$, \f$g_3 = g + h_1\f$, \f$g_4 = g + h_2\f$: no two slots hold the same.

\rounding The sum on the right may cancel; the intervals of its terms add up.

\witness \ref fault.derivative-by-differences: a difference quotient bends with the length of its
step.

\evidence{derivatives.linear}
*/
// [derivatives.linear]
Truth linear(const Evaluator& f, const Vector& x, const Vector& h1, const Vector& h2,
             const Vector& g) {
  const Vector combined = 0.5 * (h1 + 2 * h2);
  const std::vector<Vector> others{g, g + h1, g + h2};
  Truth all;
  for (std::size_t k = 1; k <= 4; ++k) {
    for (std::size_t slot = 0; slot < k; ++slot) {
      const auto with = [&](const Vector& h) {
        std::vector<Vector> directions(others.begin(), others.begin() + static_cast<long>(k) - 1);
        directions.insert(directions.begin() + static_cast<long>(slot), h);
        return f(softmax_derivative, x, directions);
      };
      all &= same(with(combined), Interval(0.5) * with(h1) + with(h2))
                 .as("order " + std::to_string(k) + ", slot " + std::to_string(slot + 1));
    }
  }
  return all;
}
// [derivatives.linear]
const Law& derivatives_linear = law({.id = "derivatives.linear",
                                     .inputs = directions(3),
                                     .predicate = check(linear),
                                     .witness = "derivative-by-differences"});

/**
\page law_derivatives
\law{derivatives.constants} The derivatives of softmax in a constant direction are zero

\statement \f$d^k\sigma(x)\cdot(\mathbf 1, h_2, \dots, h_k) = 0\f$ for \f$k = 1, 2, 3, 4\f$.

\hypotheses As for \ref derivatives.symmetric.

\sources Not printed.  From \ref translation.softmax.

\derivation \f$\sigma(x + t\mathbf 1) = \sigma(x)\f$ for all \f$t\f$: the derivative of the left
side along \f$\mathbf 1\f$ vanishes, and so do all its derivatives.  In the centred form, \f$c_1 =
\mathbf 1 - \langle\sigma,\mathbf 1\rangle = 0\f$.  ∎

\proved n ≥ 1

\rounding \f$1 - \sum_i p_i\f$ is not 0 in floats, and only its rounding error comes out.
The contract's second term is at least \f$p_i(|h_i| + \langle p,|h|\rangle)(1+(m-x_i)+A)\f$,
\f$A = \sum_j p_j(m-x_j)\f$.

\witness \ref fault.derivative-mean-rounded: the mean of \f$\mathbf 1\f$, rounded.

\evidence{derivatives.constants}
*/
// [derivatives.constants]
Truth constants_vanish(const Evaluator& f, const Vector& x, const Vector& h2, const Vector& h3,
                       const Vector& h4) {
  const Vector one(x.size(), 1.0);
  const Intervals zero(x.size(), Interval(0));
  return same(f(softmax_derivative, x, {one}), zero).as("first") &&
         same(f(softmax_derivative, x, {one, h2}), zero).as("second") &&
         same(f(softmax_derivative, x, {one, h2, h3}), zero).as("third") &&
         same(f(softmax_derivative, x, {one, h2, h3, h4}), zero).as("fourth");
}
// [derivatives.constants]
const Law& derivatives_constants = law({.id = "derivatives.constants",
                                        .inputs = directions(3),
                                        .predicate = check(constants_vanish),
                                        .witness = "derivative-mean-rounded"});

/**
\page law_derivatives
\law{derivatives.sum-to-zero} The entries of a derivative of softmax sum to zero

\statement \f$\sum_i \bigl(d^k\sigma(x)\cdot(h_1,\dots,h_k)\bigr)_i = 0\f$ for \f$k = 1, 2, 3, 4\f$.

\hypotheses As for \ref derivatives.symmetric.

\sources Not printed.  From \f$\langle\sigma, 1_n\rangle = 1\f$ of S1.

\derivation Differentiate \ref softmax.sums-to-one \f$k\f$ times.  ∎

\proved n ≥ 1

\rounding As above: the sum of the intervals holds 0.

\witness \ref fault.derivative-2-one-factor-short: a term of the second derivative taken once, not
twice.

\evidence{derivatives.sum-to-zero}
*/
// [derivatives.sum-to-zero]
Truth sum_to_zero(const Evaluator& f, const Vector& x, const Vector& h1, const Vector& h2,
                  const Vector& h3, const Vector& h4) {
  return same(sum(f(softmax_derivative, x, {h1})), 0).as("first") &&
         same(sum(f(softmax_derivative, x, {h1, h2})), 0).as("second") &&
         same(sum(f(softmax_derivative, x, {h1, h2, h3})), 0).as("third") &&
         same(sum(f(softmax_derivative, x, {h1, h2, h3, h4})), 0).as("fourth");
}
// [derivatives.sum-to-zero]
const Law& derivatives_sum_to_zero = law({.id = "derivatives.sum-to-zero",
                                          .inputs = directions(4),
                                          .predicate = check(sum_to_zero),
                                          .witness = "derivative-2-one-factor-short"});

/**
\page law_derivatives
\law{derivatives.series} Closed forms and power series of the derivatives of softmax agree

\statement \f$d^k\sigma(x)\cdot(h_1,\dots,h_k)\f$ is the coefficient of \f$t_1\cdots t_k\f$ in the
power series of \f$\sigma(x + t_1h_1 + \dots + t_kh_k)\f$, for \f$k = 1, 2, 3, 4\f$.

\hypotheses As for \ref derivatives.symmetric.

\sources S1: its three formulas, which this law tests as a whole and \ref law_agreement takes as
given; the fourth is not printed.

\derivation The definition of the derivative.  The series are computed from those of the exponential
and the quotient, truncated at \f$t_j^2\f$: no formula of S1 is used.  ∎

\proved n ≥ 1

\rounding The series are evaluated in intervals of 256 bits, far within any contract's scale, and where
the derivative is 0 no wider than its terms' last bits.

\witness \ref fault.derivative-3-forgets-covariances: the third derivative without its middle terms.

\evidence{derivatives.series}
*/
// [derivatives.series]
Truth agrees_with_series(const Evaluator& f, const Vector& x, const Vector& h1, const Vector& h2,
                         const Vector& h3, const Vector& h4) {
  Truth all;
  const std::vector<Vector> four{h1, h2, h3, h4};
  for (std::size_t k = 1; k <= 4; ++k) {
    const std::vector<Vector> directions(four.begin(), four.begin() + static_cast<long>(k));
    std::vector<Intervals> enclosed;
    enclosed.reserve(k);
    for (const Vector& h : directions) enclosed.push_back(enclose(h));
    all &= same(f(softmax_derivative, x, directions),
                reference::softmax_derivative_by_series(enclose(x), enclosed));
  }
  return all;
}
// [derivatives.series]
const Law& derivatives_series = law({.id = "derivatives.series",
                                     .inputs = directions(4),
                                     .predicate = check(agrees_with_series),
                                     .witness = "derivative-3-forgets-covariances"});

/**
\page law_derivatives
\law{derivatives.columns} The columns of the Hessian are first derivatives of softmax

\statement \f$d\sigma(x)\cdot e_j\f$ is column \f$j\f$ of the Hessian of log-sum-exp, for every
\f$j\f$.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 6\f$.

\sources S1, the Jacobian matrix of softmax; S3 §1.1, the Hessian matrix of the loss: the same
matrix.

\derivation The Jacobian of a gradient is the Hessian, and softmax is the gradient of log-sum-exp:
\ref softmax.gradient.  It is the covariance matrix of the indicator of a class drawn from
\f$\sigma(x)\f$, since \f$\mathbb E[e_ie_j] - \mathbb E[e_i]\mathbb E[e_j] = p_i\delta_{ij} -
p_ip_j\f$. ∎

\proved n ≥ 1

\rounding The diagonal is where two implementations differ: \f$p_j(1 - p_j)\f$ cancels near
\f$p_j = 1\f$.

\witness \ref fault.hessian-cancels: the diagonal from rounded probabilities.

\evidence{derivatives.columns}
*/
// [derivatives.columns]
Truth columns_are_derivatives(const Evaluator& f, const Vector& x) {
  const std::size_t n = x.size();
  const Intervals hessian = f(logsumexp_hessian, x);
  Truth all;
  for (std::size_t j = 0; j < n; ++j) {
    Vector unit(n, 0.0);
    unit[j] = 1;
    Intervals column;
    for (std::size_t i = 0; i < n; ++i) column.push_back(hessian[i * n + j]);
    all &= same(f(softmax_derivative, x, {unit}), column).as("column " + std::to_string(j));
  }
  return all;
}
// [derivatives.columns]
const Law& derivatives_columns = law({.id = "derivatives.columns",
                                      .inputs = at_most(6, one_vector()),
                                      .predicate = check(columns_are_derivatives),
                                      .witness = "hessian-cancels"});

}  // namespace
}  // namespace softlaw::properties
