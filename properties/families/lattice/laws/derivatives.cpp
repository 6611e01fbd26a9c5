// SPDX-License-Identifier: Apache-2.0
// The family lattice, continued: derivatives.
#include <softlaw/reference/lattice.hpp>

#include "families/lattice/functions.hpp"
#include "families/lattice/laws/terms.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_lattice
\law{lattice.cumulants} The derivatives of the lattice soft-min are cumulants of the deviation

\statement With the central moments \f$\mu_m = \langle(\delta - \langle\delta\rangle)^m\rangle\f$, N held
fixed:
\f[ f' = 2\langle\delta\rangle, \quad f'' = 2 - 4\alpha\mu_2, \quad f''' = 8\alpha^2\mu_3, \quad
f^{(4)} = -16\alpha^3(\mu_4 - 3\mu_2^2), \f]
and in general \f$f^{(m)} = -\frac1\alpha(-2\alpha)^m\kappa_m(\delta)\f$ for \f$m \ge 3\f$.  None
depends on \f$\varepsilon\f$.

\hypotheses \f$0 \le n < 24d\f$, \f$d, \alpha > 0\f$; at \f$n = kd\f$ derivatives from the right.

\sources S0, First Derivative, Second Derivative, Higher Derivatives (Covariance of \f$\delta\f$ and
\f$(\delta - \langle\delta\rangle)^2\f$ is \f$\mu_3\f$) and Key property.  S0 has no hypothesis on n,
and the third derivative with another sign: \ref erratum.lattice-third-derivative.

\derivation \f$(\delta_k + t)^2 = t^2 + 2t\delta_k + \delta_k^2\f$, so that
\f$f(n+t) = t^2 + f(n) - \frac1\alpha\log\langle e^{-2\alpha t\delta}\rangle\f$.  The logarithm is the
cumulant generating function of \f$\delta\f$ at \f$-2\alpha t\f$; differentiate m times at 0.  Of the
weights follows \f$\partial_n w_k = -2\alpha w_k(\delta_k - \langle\delta\rangle)\f$, the case of two
factors.  ∎

\proved α > 0, N fixed, m ≤ 4

\rounding \f$2 - 4\alpha\mu_2\f$ cancels where \f$\mu_2\f$ is near \f$1/(2\alpha)\f$: where the lattice is
dense.

\witness \ref fault.lattice-printed-derivatives: the mean deviation for the slope, \f$2 -
4\alpha\varepsilon\f$ for the curvature, and the third derivative with the sign that S0 has.

\evidence{lattice.cumulants}
*/
// [lattice.cumulants]
Truth derivatives_are_cumulants(const Evaluator& f, double n, double d, double alpha) {
  const Intervals w = all_weights(f, n, d, alpha), delta = deviations(f, n, d);
  const Interval centre = mean(w, delta, 0, 1), a = alpha;
  const Interval second = mean(w, delta, centre, 2), third = mean(w, delta, centre, 3);
  const Interval fourth = mean(w, delta, centre, 4) - 3 * sqr(second);
  const auto derivative = [&](int m) { return f(lattice_softmin_derivative, n, d, alpha, m); };
  return same(derivative(1), 2 * centre) && same(derivative(2), 2 - 4 * a * second) &&
         same(derivative(3), 8 * sqr(a) * third) && same(derivative(4), -16 * pow(a, 3) * fourth);
}
// [lattice.cumulants]
const Law& lattice_cumulants = law({.id = "lattice.cumulants",
                                    .inputs = lattice_place_few(),
                                    .predicate = check(derivatives_are_cumulants),
                                    .witness = "lattice-printed-derivatives"});

/**
\page law_lattice
\law{lattice.derivative-series} All derivatives of the lattice soft-min exist between the points where terms enter

\statement The derivative of order m is \f$m!\f$ times the coefficient of \f$t^m\f$ in the power series
of \f$-\frac1\alpha\log\sum_{k=0}^N e^{-\alpha(\delta_k + t)^2}\f$.

\hypotheses \f$0 \le n < 24d\f$, \f$d, \alpha > 0\f$, \f$1 \le m \le 7\f$.

\sources S0, Higher Derivatives and Symbolic tractability: explicit formulas for all of them.

\derivation On \f$(Nd, (N+1)d)\f$ the index set is constant, and f is the logarithm of a positive sum
of entire functions: real-analytic there.  The series is exact arithmetic on those, by the
recurrences of exp and log, and shares nothing with cumulants.  ∎

\rounding None.

\witness \ref fault.lattice-raw-moments.

\evidence{lattice.derivative-series}
*/
// [lattice.derivative-series]
Truth derivative_of_the_series(const Evaluator& f, double n, double d, double alpha,
                               std::int64_t order) {
  return same(f(lattice_softmin_derivative, n, d, alpha, order),
              reference::lattice_softmin_derivative_by_series(n, d, alpha,
                                                              static_cast<std::size_t>(order)));
}
// [lattice.derivative-series]
const Law& lattice_derivative_series = law({.id = "lattice.derivative-series",
                                            .inputs = lattice_place_few_and_order("order", 1, 7),
                                            .predicate = check(derivative_of_the_series),
                                            .witness = "lattice-raw-moments"});

/**
\page law_lattice
\law{lattice.mixed} The mixed derivative of the lattice soft-min is a covariance

\statement \f$\partial_n\partial_\alpha f = -2\operatorname{Cov}(\delta, \delta^2)
= -2\sum_k \delta_k w_k(\delta_k^2 - \langle\delta^2\rangle)\f$, which \f$\varepsilon\f$ does not enter.

\words It vanishes where the weights are symmetric about 0: there sharpening does not move the slope.

\hypotheses \f$0 \le n < 24d\f$, \f$d, \alpha > 0\f$; at \f$n = kd\f$ from the right.

\sources S0, Mixed Derivative, without the hypothesis on n.

\derivation \f$\partial_\alpha w_k = -w_k(\delta_k^2 - \langle\delta^2\rangle)\f$; differentiate
\f$f' = 2\langle\delta\rangle\f$.  By Schwarz it is also \f$\partial_n(H/\alpha^2)\f$.  ∎

\proved α > 0, N fixed

\rounding \ref agreement.lattice-softmin-mixed.

\witness \ref fault.lattice-raw-moments: \f$\langle\delta^3\rangle -
\langle\delta\rangle\langle\delta^2\rangle\f$.

\evidence{lattice.mixed}
*/
// [lattice.mixed]
Truth mixed_is_a_covariance(const Evaluator& f, double n, double d, double alpha) {
  const Intervals w = all_weights(f, n, d, alpha), delta = deviations(f, n, d);
  const Interval square = mean(w, delta, 0, 2);
  Interval covariance;
  for (std::size_t k = 0; k < w.size(); ++k) {
    covariance += delta[k] * w[k] * (sqr(delta[k]) - square);
  }
  return same(f(lattice_softmin_mixed, n, d, alpha), -2 * covariance);
}
// [lattice.mixed]
const Law& lattice_mixed = law({.id = "lattice.mixed",
                                .inputs = lattice_place_few(),
                                .predicate = check(mixed_is_a_covariance),
                                .witness = "lattice-raw-moments"});

/**
\page law_lattice
\law{lattice.ranges} Bounds of the first four derivatives of the lattice soft-min

\statement With \f$\rho = Nd\f$, the distance of the last point from the first,
\f[ 2\delta_N \le f' \le 2\delta_0, \quad 2 - \alpha\rho^2 \le f'' \le 2, \quad
|f'''| \le \frac{8\alpha^2\rho^3}{6\sqrt3}, \quad
-\tfrac23\alpha^3\rho^4 \le f^{(4)} \le 2\alpha^3\rho^4 . \f]

\words \f$f - n^2\f$ is concave between the points where terms enter.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$, N held fixed.

\sources Not printed; a mean lies between the extremes.

\derivation The first: a mean of \f$\delta\f$.  A law on an interval of length \f$\rho\f$ has variance
at most \f$\rho^2/4\f$ (Popoviciu), \f$|\kappa_3| \le \rho^3/(6\sqrt3)\f$ and
\f$-\rho^4/8 \le \kappa_4 \le \rho^4/24\f$: the proofs of \ref cumulants.third-bound and
\ref cumulants.fourth-bound use only that.  Laws on two points attain all of them.
Put in \ref lattice.cumulants: \f$f^{(4)} = -16\alpha^3\kappa_4\f$.  ∎

\proved α > 0, d ≥ 0, N fixed

\rounding None.

\witness \ref fault.lattice-printed-derivatives.

\evidence{lattice.ranges}
*/
// [lattice.ranges]
Truth derivatives_in_their_ranges(const Evaluator& f, double n, double d, double alpha) {
  const auto derivative = [&](int m) { return f(lattice_softmin_derivative, n, d, alpha, m); };
  const std::uint64_t last = last_index(f, n, d);
  const Interval range = static_cast<double>(last) * Interval(d), a = alpha;
  const Interval first = derivative(1), second = derivative(2), fourth = derivative(4);
  const Interval steepest = 8 * sqr(a) * pow(range, 3) / (6 * sqrt(Interval(3)));
  const Interval quartic = pow(a, 3) * pow(range, 4);
  return less_equal(2 * deviation(n, d, last), first) &&
         less_equal(first, 2 * deviation(n, d, 0)) && less_equal(second, 2) &&
         less_equal(2 - a * sqr(range), second) && less_equal(abs(derivative(3)), steepest) &&
         less_equal(-2 * quartic / 3, fourth) && less_equal(fourth, 2 * quartic);
}
// [lattice.ranges]
const Law& lattice_ranges = law({.id = "lattice.ranges",
                                 .inputs = lattice_place(),
                                 .predicate = check(derivatives_in_their_ranges),
                                 .witness = "lattice-printed-derivatives"});

/**
\page law_lattice
\law{lattice.near-a-point} Value, slope and curvature of the lattice soft-min next to a point

\statement Let \f$|\delta_*| \le \theta d\f$, \f$0 \le \theta < \frac12\f$, and \f$r = q^{3-2\theta}\f$.
Then
\f[ 0 \le \delta_*^2 - f \le \frac{2q^{1-2\theta}}{\alpha(1-r)}, \qquad
|f' - 2\delta_*| \le \frac{4d\,q^{1-2\theta}}{(1-r)^2}, \qquad
0 \le 2 - f'' \le 8\alpha d^2 q^{1-2\theta}\,\frac{1+r}{(1-r)^3} . \f]

\words Where \f$\alpha d^2\f$ is large the value is \f$\delta_*^2\f$, the slope \f$2\delta_*\f$ and the
curvature 2.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$; the law takes \f$\theta = |\delta_*|/d\f$ and says nothing
at \f$\theta \ge \frac12\f$.

\sources S0, Conclusion (use the dominant approximation) and First Derivative, Interpretation, without a
bound; Second Derivative, Interpretation, has \f$2 - 4\alpha\varepsilon\f$: \ref
erratum.lattice-curvature.

\derivation Let \f$j = k - k_*\f$, so that \f$\delta = \delta_* - jd\f$ and \f$e^{-\alpha(\delta^2 -
\delta_*^2)} \le e^{-\alpha d^2(j^2 - 2\theta|j|)} = q^{j^2 - 2\theta|j|}\f$, which bounds w as well.  Now
\f$j^2 - 2\theta j \ge (1 - 2\theta) + (3-2\theta)(j-1)\f$, since \f$(j-1)(j-2) \ge 0\f$.  So
\f$\alpha(\delta_*^2 - f) = \log(1 + \sum_{j\ne0} e^{-\alpha(\delta^2 - \delta_*^2)})\f$ is at least 0 and
at most \f$2q^{1-2\theta}\sum_{j\ge1} r^{j-1}\f$, by \f$\log(1 + t) \le t\f$.  For the slope \f$|f' -
2\delta_*| = 2d|\langle j\rangle| \le 4d\sum_{j\ge1} j q^{j^2-2\theta j}\f$ with
\f$\sum_{j\ge1} j r^{j-1} = (1-r)^{-2}\f$.  For the curvature
\f$2 - f'' = 4\alpha d^2\operatorname{Var}(j) \le 4\alpha d^2\langle j^2\rangle\f$ with
\f$\sum j^2r^{j-1} = (1+r)/(1-r)^3\f$.  ∎

\proved α > 0, d > 0, 0 ≤ θ < 1/2, N fixed

\rounding None.

\witness \ref fault.lattice-printed-derivatives.

\evidence{lattice.near-a-point}
*/
// [lattice.near-a-point]
Truth next_to_a_point(const Evaluator& f, double n, double d, double alpha) {
  const Interval delta = nearest_deviation(f, n, d), theta = abs(delta) / d;
  if (!certainly_less(theta, 0.5)) return Truth();
  const Interval lambda = alpha * sqr(Interval(d));
  const Interval first = exp(-lambda * (1 - 2 * theta)), r = exp(-lambda * (3 - 2 * theta));
  const Interval drop = sqr(delta) - f(lattice_softmin, n, d, alpha, 0);
  const Interval slope = f(lattice_softmin_derivative, n, d, alpha, 1);
  const Interval curvature = f(lattice_softmin_derivative, n, d, alpha, 2);
  return less_equal(0, drop) && less_equal(drop, 2 * first / (alpha * (1 - r))) &&
         less_equal(abs(slope - 2 * delta), 4 * d * first / sqr(1 - r)) &&
         less_equal(curvature, 2) &&
         less_equal(2 - curvature, 8 * lambda * first * (1 + r) / pow(1 - r, 3));
}
// [lattice.near-a-point]
const Law& lattice_near_a_point = law({.id = "lattice.near-a-point",
                                       .inputs = lattice_place(),
                                       .predicate = check(next_to_a_point),
                                       .witness = "lattice-printed-derivatives"});

}  // namespace
}  // namespace softlaw::properties
