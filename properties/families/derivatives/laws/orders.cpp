// SPDX-License-Identifier: Apache-2.0
// The family derivatives, continued: every order.
#include "families/derivatives/functions.hpp"
#include "families/derivatives/inputs/line_inputs.hpp"
#include "families/derivatives/laws/derivative_bounds.hpp"
#include "families/derivatives/laws/set_partitions.hpp"
#include "families/softmax/functions.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_derivatives
\law{derivatives.set-partitions} Every derivative of softmax is a sum over set partitions

\statement For every \f$m \ge 1\f$, with \f$c_j = h_j - \langle\sigma,h_j\rangle\f$,
\f[ \bigl(d^m\sigma(x)\cdot(h_1,\dots,h_m)\bigr)_i = \sigma_i\sum_{\pi}\prod_{B\in\pi}b_B , \qquad
b_{\{j\}} = c_{j,i}, \qquad b_B = -\kappa(h_j : j\in B) \ \text{ for } |B| \ge 2 , \f]
over all partitions \f$\pi\f$ of \f$\{1,\dots,m\}\f$ into blocks, where
\f[ \kappa(h_j : j\in B) = \sum_{\rho}(-1)^{|\rho|-1}(|\rho|-1)!\prod_{C\in\rho}
\Bigl\langle\sigma, \prod_{j\in C}h_j\Bigr\rangle \f]
over all partitions \f$\rho\f$ of \f$B\f$ is the joint cumulant.

\hypotheses \f$x\f$ and the directions finite, of one length from 1 to 3; the directions are on one
grid, where their sums are floats.

\sources Not printed; orders 2 and 3 are the formulas of S1, \ref derivatives.expanded-2 and
\ref derivatives.expanded-3.

\derivation \f$\sigma_i = \exp(x_i - \operatorname{LSE}(x))\f$. By Faà di Bruno's formula for the
exponential, the mixed derivative of \f$e^g\f$ is \f$e^g\f$ times the sum over set partitions of the
products of the derivatives of \f$g\f$ by the blocks: differentiate \f$e^gF\f$ once more, and the new
variable either joins a block or is a block of its own. The derivatives of \f$g = x_i -
\operatorname{LSE}(x)\f$ are \f$h_{j,i} - \langle\sigma,h_j\rangle\f$ for one direction and
\f$-d^{|B|}\operatorname{LSE}(x)\cdot(h_j)_{j\in B}\f$ for more. Since
\f$\operatorname{LSE}(x+\sum t_jh_j) - \operatorname{LSE}(x) = \log\langle\sigma,e^{\sum
t_jh_j}\rangle\f$, the latter is a joint cumulant; its formula is Faà di Bruno's for the logarithm,
whose derivatives at 1 are \f$(-1)^{r-1}(r-1)!\f$.  ∎

\held In order 4 along four directions, 15 partitions; in order 5 along one, 52.

\rounding The terms cancel; the intervals account for it.

\witness \ref fault.derivative-4-forgets-pairs: the partitions into two pairs are left out.

\evidence{derivatives.set-partitions}
*/
// [derivatives.set-partitions]
Truth sums_over_set_partitions(const Evaluator& f, const Vector& x, const Vector& h1,
                               const Vector& h2, const Vector& h3, const Vector& h4) {
  const Intervals p = f(softmax, x);
  const std::vector<Vector> four{h1, h2, h3, h4}, five(5, h1);
  const Intervals fifth = row_of(f(softmax_jet, x, h1, 5), 5, x.size());
  return same(f(softmax_derivative, x, four), derivative_by_partitions(p, four)).as("fourth") &&
         same(factorial(5) * fifth, derivative_by_partitions(p, five)).as("fifth");
}
// [derivatives.set-partitions]
const Law& derivatives_set_partitions = law({.id = "derivatives.set-partitions",
                                             .inputs = at_most(3, vector_and_directions(4)),
                                             .predicate = check(sums_over_set_partitions),
                                             .witness = "derivative-4-forgets-pairs"});

/**
\page law_derivatives
\law{derivatives.jet} The jet of softmax holds its derivatives along a line

\statement With \f$a_k\f$ the coefficient of \f$t^k\f$ in \f$\sigma(x+th)\f$: \f$a_0 =
\sigma(x)\f$; \f$k!\,a_k = d^k\sigma(x)\cdot(h,\dots,h)\f$ for \f$k = 1, \dots, 4\f$; the entries of
every \f$a_k\f$, \f$k \ge 1\f$, sum to 0; and \f$a_k\f$ along \f$h/2\f$ is \f$2^{-k}a_k\f$.

\hypotheses \f$x, h\f$ small dyadics of one length from 1 to 4.

\sources S1, Taylor series approximations: \f$\frac1{k!}d^k\sigma(x)\cdot[h]^k\f$.

\derivation Taylor's coefficients of \f$t\mapsto\sigma(x+th)\f$, whose derivative of order \f$k\f$ at 0
is \f$d^k\sigma(x)\cdot(h,\dots,h)\f$ by the chain rule; \f$\sum_i\sigma_i(x+th) = 1\f$; put
\f$t/2\f$ for \f$t\f$.  ∎

\rounding As \ref derivatives.sum-to-zero.

\witness \ref fault.jet-holds-derivatives: without the factorials.

\evidence{derivatives.jet}
*/
// [derivatives.jet]
Truth jet_of_derivatives(const Evaluator& f, const Vector& x, const Vector& h) {
  constexpr std::size_t order = 5;
  const std::size_t n = x.size();
  const Intervals jet = f(softmax_jet, x, h, order), halved = f(softmax_jet, x, 0.5 * h, order);
  Truth all = same(row_of(jet, 0, n), f(softmax, x)).as("constant term");
  for (std::size_t k = 1; k <= order; ++k) {
    const Intervals a = row_of(jet, k, n);
    if (k <= 4) {
      const std::vector<Vector> directions(k, h);
      all &= same(factorial(k) * a, f(softmax_derivative, x, directions)).as("derivative");
    }
    all &= same(sum(a), 0).as("sum");
    all &= same(a, pow(Interval(2), static_cast<int>(k)) * row_of(halved, k, n)).as("half");
  }
  return all;
}
// [derivatives.jet]
const Law& derivatives_jet = law({.id = "derivatives.jet",
                                  .inputs = halved_line(),
                                  .predicate = check(jet_of_derivatives),
                                  .witness = "jet-holds-derivatives"});

/**
\page law_derivatives
\law{derivatives.radius} The power series of softmax along a line converges up to π/ω at least

\statement Let \f$a_k\f$ be the coefficient of \f$t^k\f$ in \f$\sigma(x+th)\f$, and \f$\omega = \max
h - \min h > 0\f$. Then \f$t\mapsto\sigma(x+th)\f$ is analytic for \f$|\mathrm{Im}\,t| <
\pi/\omega\f$, and for \f$k \ge 1\f$
\f[ \lVert a_k\rVert_1 \le \Bigl(\frac{(k+1)\,\omega}{\pi k}\Bigr)^k\Big/\sin\frac{\pi}{2(k+1)} <
e\,(k+1)\Bigl(\frac\omega\pi\Bigr)^k : \f]
the radius of convergence is at least \f$\pi/\omega\f$. At two equal entries it is no larger: there,
for odd \f$k\f$,
\f[ \frac4\pi\Bigl(\frac\omega\pi\Bigr)^k < \lVert a_k\rVert_1 \le
\frac\pi2\Bigl(\frac\omega\pi\Bigr)^k . \f]

\hypotheses \f$x, h\f$ small dyadics of one length from 1 to 4.

\sources S1 says that softmax is smooth; this says how smooth.

\derivation Let \f$\theta = \omega\,|\mathrm{Im}\,z| < \pi\f$. The numbers \f$e^{x_i+zh_i}\f$ have
arguments within \f$\theta/2\f$ of a middle one, so their sum has at least the size
\f$\cos(\theta/2)\f$ times the sum of their sizes: it is not 0, and \f$\lVert\sigma(x+zh)\rVert_1
\le 1/\cos(\theta/2)\f$. Cauchy's formula on the circle of radius \f$\theta/\omega\f$ gives
\f$\lVert a_k\rVert_1 \le (\omega/\theta)^k/\cos(\theta/2)\f$; take \f$\theta = \pi k/(k+1)\f$. The
second bound follows from \f$(1+1/k)^k < e\f$ and \f$\sin y \ge 2y/\pi\f$.
For \f$x = (0,0)\f$ and \f$h = (\frac\omega2,-\frac\omega2)\f$ the first entry is \f$\frac12(1+\tanh
\frac{\omega t}2)\f$, and by its partial fractions
\f[ \tanh\frac{\omega t}2 = \sum_{j\ge1}\frac{4\omega t}{(2j-1)^2\pi^2+\omega^2t^2} , \f]
so the coefficient of \f$t^k\f$, \f$k\f$ odd, has the size
\f$\frac{4\omega^k}{\pi^{k+1}}\sum_j(2j-1)^{-k-1}\f$, where the sum lies between 1 and its value
\f$\pi^2/8\f$ for \f$k = 1\f$. Both entries together have that size.  ∎

\held The first bound with \f$y - y^3/6\f$ for \f$\sin y\f$, which makes it
larger by 0.4 percent at most.

\rounding The bounds are wide but for the last, which for \f$k = 1\f$ is an equality,
\f$\frac12\omega\f$, and may be exceeded by a rounding.

\witness \ref fault.jet-holds-derivatives: these grow like \f$k!\f$, and no series of them converges.

\evidence{derivatives.radius}
*/
// [derivatives.radius]
Truth radius_of_convergence(const Evaluator& f, const Vector& x, const Vector& h) {
  constexpr std::size_t order = 7;
  const Interval omega = spread(h), pi = reference::pi();
  const Intervals jet = f(softmax_jet, x, h, order);
  const double low = minimum(h), high = maximum(h);
  const Intervals fair = f(softmax_jet, {0.0, 0.0}, {low, high}, order);
  Truth all;
  for (std::size_t k = 1; k <= order; ++k) {
    all &= less_equal(norm(row_of(jet, k, x.size())), coefficient_bound(k, omega)).as("bound");
    if (k % 2 == 0 || low == high) continue;
    const Interval power = pow(omega / pi, static_cast<int>(k));
    const Interval size = norm(row_of(fair, k, 2));
    all &= less(4 / pi * power, size).as("sharp") && less_equal(size, pi / 2 * power).as("above");
  }
  return all;
}
// [derivatives.radius]
const Law& derivatives_radius = law({.id = "derivatives.radius",
                                     .inputs = halved_line(),
                                     .predicate = check(radius_of_convergence),
                                     .witness = "jet-holds-derivatives"});

}  // namespace
}  // namespace softlaw::properties
