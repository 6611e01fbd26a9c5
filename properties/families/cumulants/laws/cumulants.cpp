// SPDX-License-Identifier: Apache-2.0
/**
\page law_cumulants Cumulants

The derivatives of log-sum-exp along a line, \f$\kappa_m = \frac{d^m}{dt^m}\operatorname{LSE}(x+th)\f$
at \f$t = 0\f$, are the cumulants of the numbers \f$h_i\f$ drawn with the probabilities
\f$p = \sigma(x)\f$: mean, variance, third central moment and so on. Along several directions they are
joint cumulants.
*/
#include <softlaw/reference/series.hpp>

#include "families/cumulants/functions.hpp"
#include "families/derivatives/functions.hpp"
#include "families/derivatives/inputs/line_inputs.hpp"
#include "families/derivatives/laws/derivative_bounds.hpp"
#include "families/softmax/functions.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_cumulants
\law{cumulants.moments} Cumulants of softmax from its moments

\statement With \f$\mu_k = \langle p, h^k\rangle\f$, \f$\kappa_1 = \mu_1\f$ and for \f$m \le 6\f$
\f[ \kappa_m = \mu_m - \sum_{j=1}^{m-1}\binom{m-1}{j-1}\kappa_j\,\mu_{m-j} . \f]
So with \f$c = h - \mu_1\f$: \f$\kappa_2 = \langle p,c^2\rangle = \langle h, \nabla^2
\operatorname{LSE}(x)\,h\rangle\f$, \f$\kappa_3 = \langle p,c^3\rangle\f$, \f$\kappa_4 = \langle
p,c^4\rangle - 3\kappa_2^2\f$.

\hypotheses \f$x, h\f$ finite, of one length from 1 to 3.

\sources Not printed; S1 has the first as the mean that its derivatives subtract.

\derivation \f$\operatorname{LSE}(x+th) - \operatorname{LSE}(x) = \log\mathbb E e^{th}\f$, the
cumulant generating function: expand \f$M K' = M'\f$ for \f$M = \mathbb Ee^{th} = \sum\mu_kt^k/k!\f$,
\f$K = \log M = \sum\kappa_kt^k/k!\f$. For \f$h = c + \mu_1\f$, \f$\log\mathbb Ee^{th} = t\mu_1 +
\log\mathbb Ee^{tc}\f$: from order 2 on the cumulants are those of \f$c\f$, whose first moment
vanishes.  ∎

\proved n ≥ 1

\rounding The recursion cancels; the intervals of its terms account for it.

\witness \ref fault.cumulants-are-moments: \f$\kappa_4\f$ without \f$-3\kappa_2^2\f$.

\evidence{cumulants.moments}
*/
// [cumulants.moments]
Truth cumulants_from_moments(const Evaluator& f, const Vector& x, const Vector& direction) {
  const Intervals p = f(softmax, x), h = enclose(direction);
  const Intervals kappa = f(logsumexp_cumulants, x, direction, 6);
  Intervals mu{sum(p)}, term = p;
  for (std::size_t k = 1; k <= 6; ++k) mu.push_back(sum(term = times(term, h)));
  Truth all;
  for (std::size_t m = 1; m <= 6; ++m) {
    Interval expected = mu[m];
    for (std::size_t j = 1; j < m; ++j) {
      const Interval binomial = factorial(m - 1) / (factorial(j - 1) * factorial(m - j));
      expected -= binomial * kappa[j - 1] * mu[m - j];
    }
    all &= same(kappa[m - 1], expected).as("order " + std::to_string(m));
  }
  Interval second = 0, third = 0, fourth = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Interval c = h[i] - kappa[0];
    second += p[i] * sqr(c);
    third += p[i] * pow(c, 3);
    fourth += p[i] * pow(c, 4);
  }
  return all && same(kappa[1], second).as("variance") && same(kappa[2], third).as("third") &&
         same(kappa[3], fourth - 3 * sqr(second)).as("fourth") &&
         same(kappa[1], dot(h, f(logsumexp_hessian_vector, x, direction))).as("Hessian");
}
// [cumulants.moments]
const Law& cumulants_moments = law({.id = "cumulants.moments",
                                    .inputs = at_most(3, line()),
                                    .predicate = check(cumulants_from_moments),
                                    .witness = "cumulants-are-moments"});

/**
\page law_cumulants
\law{cumulants.series} Cumulants are the coefficients of log-sum-exp along a line

\statement \f$\kappa_m/m!\f$ is the coefficient of \f$t^m\f$ in the power series of
\f$\operatorname{LSE}(x+th)\f$, for \f$m = 1, \dots, 6\f$.

\hypotheses \f$x, h\f$ finite, of one length from 1 to 3.

\sources Not printed.

\derivation The definition. The series are those of the exponential, a sum and the logarithm: no
moment is formed.  ∎

\rounding The series are evaluated in intervals of 256 bits, as in \ref derivatives.series.

\witness \ref fault.third-cumulant-doubled: a factorial gone wrong.

\evidence{cumulants.series}
*/
// [cumulants.series]
Truth coefficients_of_logsumexp(const Evaluator& f, const Vector& x, const Vector& h) {
  constexpr std::size_t order = 6;
  reference::Series total{Intervals(order + 1)};
  for (std::size_t i = 0; i < x.size(); ++i) {
    reference::Series line{Intervals(order + 1)};
    line.coefficient[0] = x[i] - Interval(maximum(x));
    line.coefficient[1] = h[i];
    total = total + exp(line);
  }
  const Intervals series = log(total).coefficient;
  Intervals derivatives;
  for (std::size_t k = 1; k <= order; ++k) derivatives.push_back(factorial(k) * series[k]);
  return same(f(logsumexp_cumulants, x, h, order), derivatives);
}
// [cumulants.series]
const Law& cumulants_series = law({.id = "cumulants.series",
                                   .inputs = at_most(3, line()),
                                   .predicate = check(coefficients_of_logsumexp),
                                   .witness = "third-cumulant-doubled"});

/**
\page law_cumulants
\law{cumulants.joint} Joint cumulants of softmax, and their recurrence in one more direction

\statement With \f$\kappa(h_1,\dots,h_m) = d^m\operatorname{LSE}(x)\cdot(h_1,\dots,h_m)\f$ and
\f$e_i\f$ the unit vectors, for \f$m = 1, 3\f$
\f[ \kappa(h_1,\dots,h_m,e_i) = \partial_{x_i}\kappa(h_1,\dots,h_m) =
\bigl(d^m\sigma(x)\cdot(h_1,\dots,h_m)\bigr)_i , \qquad \kappa(h_1) = \langle\sigma,h_1\rangle , \f]
\f$\kappa(h_1,h_2) = \langle h_1,\nabla^2\operatorname{LSE}(x)\,h_2\rangle\f$, and
\f$\kappa(h,\dots,h) = \kappa_m\f$. Exchanging directions changes nothing.

\hypotheses \f$x, h_1, h_2, h_3\f$ finite, of one length from 1 to 3; the directions are on one
grid, where their sums are floats.

\sources S1 gives the right sides: softmax is the gradient of log-sum-exp.

\derivation \f$\nabla\operatorname{LSE} = \sigma\f$, so \f$d^{m+1}\operatorname{LSE}(x)\cdot(h_1,\dots,
h_m,e_i)\f$ is the derivative of order \f$m\f$ of \f$\sigma_i\f$. Along one line this is
\f$\frac d{dt}\kappa_m(x+th) = \kappa_{m+1}(x+th)\f$.  ∎

\rounding Different sums of the same terms.

\witness \ref fault.joint-cumulant-uncentred: the product of two means is left in.

\evidence{cumulants.joint}
*/
// [cumulants.joint]
Truth joint_cumulants_grow(const Evaluator& f, const Vector& x, const Vector& h1, const Vector& h2,
                           const Vector& h3) {
  const Intervals p = f(softmax, x), kappa = f(logsumexp_cumulants, x, h1, 4);
  const std::vector<Vector> three{h1, h2, h3};
  Truth all = same(f(logsumexp_derivative, x, {h1}), dot(p, enclose(h1))).as("mean");
  all &= same(f(logsumexp_derivative, x, {h1, h2}),
              dot(enclose(h1), f(logsumexp_hessian_vector, x, h2)))
             .as("covariance");
  all &=
      same(f(logsumexp_derivative, x, three), f(logsumexp_derivative, x, {h3, h1, h2})).as("order");
  for (const std::size_t m : {2U, 4U}) {
    const std::vector<Vector> line(m, h1);
    all &= same(f(logsumexp_derivative, x, line), kappa[m - 1]).as("along a line");
  }
  for (const std::size_t m : {1U, 3U}) {
    std::vector<Vector> directions(three.begin(), three.begin() + static_cast<std::ptrdiff_t>(m));
    const Intervals derivative = f(softmax_derivative, x, directions);
    directions.emplace_back();
    for (std::size_t i = 0; i < x.size(); ++i) {
      directions.back() = Vector(x.size(), 0.0);
      directions.back()[i] = 1;
      all &= same(f(logsumexp_derivative, x, directions), derivative[i]).as("one direction more");
    }
  }
  return all;
}
// [cumulants.joint]
const Law& cumulants_joint = law({.id = "cumulants.joint",
                                  .inputs = at_most(3, vector_and_directions(3)),
                                  .predicate = check(joint_cumulants_grow),
                                  .witness = "joint-cumulant-uncentred"});

/**
\page law_cumulants
\law{cumulants.variance} The variance under softmax is positive unless all numbers are equal

\statement \f$\kappa_2 = \sum_{i<j}p_ip_j(h_i-h_j)^2 \ge 0\f$, with equality exactly if \f$h\f$ is
constant: log-sum-exp is strictly convex along every line but those in the direction of
\f$\mathbf 1\f$, and its Hessian has rank \f$n - 1\f$.

\hypotheses \f$x, h\f$ finite, of one length from 1 to 3.

\sources S2, exercise 1.2 and exercise 6.1; strictness is not printed.

\derivation Half the mean of \f$(h_i-h_j)^2\f$ over independent \f$i, j\f$ is \f$\mathbb Eh^2 -
(\mathbb Eh)^2\f$. All \f$p_i > 0\f$, so it vanishes only if every \f$h_i = h_j\f$. Then the kernel of
the Hessian is the span of \f$\mathbf 1\f$; and equality in Jensen's inequality for
\f$\operatorname{LSE}\f$ between two points, where \f$\kappa_2\f$ along the segment integrates to the gap
with a positive weight, needs a constant difference.  ∎

\proved n ≥ 1

\rounding A variance of floats may underflow, which the contract allows; it may not be negative by
more.

\witness \ref fault.variance-is-second-moment: positive for constants.

\evidence{cumulants.variance}
*/
// [cumulants.variance]
Truth variance_by_pairs(const Evaluator& f, const Vector& x, const Vector& h) {
  const Intervals p = f(softmax, x);
  const Interval variance = f(logsumexp_cumulants, x, h, 2)[1];
  Interval pairs(0);
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      pairs += p[i] * p[j] * sqr(Interval(h[i]) - Interval(h[j]));
    }
  }
  const Truth equal = same(variance, pairs);
  return minimum(h) == maximum(h) ? same(variance, 0) && equal : less(0, variance) && equal;
}
// [cumulants.variance]
const Law& cumulants_variance = law({.id = "cumulants.variance",
                                     .inputs = at_most(3, line()),
                                     .predicate = check(variance_by_pairs),
                                     .witness = "variance-is-second-moment"});

}  // namespace
}  // namespace softlaw::properties
