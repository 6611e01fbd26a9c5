// SPDX-License-Identifier: Apache-2.0
// The family lattice goes on: derivatives.
#include <cmath>
#include <softlaw/reference/constants.hpp>
#include <softlaw/reference/lattice.hpp>

#include "lattice_terms.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_lattice
\law{lattice.cumulants} The derivatives are cumulants of the deviation

\statement With the central moments \f$\mu_m = \langle(\delta - \langle\delta\rangle)^m\rangle\f$, N held
fixed:
\f[ f' = 2\langle\delta\rangle, \quad f'' = 2 - 4\alpha\mu_2, \quad f''' = 8\alpha^2\mu_3, \quad
f^{(4)} = -16\alpha^3(\mu_4 - 3\mu_2^2), \]
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
  const auto derivative = [&](int m) { return f.lattice_softmin_derivative(n, d, alpha, m); };
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
\law{lattice.derivative-series} All derivatives exist between the points where terms enter

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
  return same(f.lattice_softmin_derivative(n, d, alpha, order),
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
\law{lattice.mixed} The mixed derivative is a covariance

\statement \f$\partial_n\partial_\alpha f = -2\operatorname{Cov}(\delta, \delta^2)
= -2\sum_k \delta_k w_k(\delta_k^2 - \langle\delta^2\rangle)\f$, which \f$\varepsilon\f$ does not enter.

\words It vanishes where the weights are symmetric about 0: there sharpening does not move the slope.

\hypotheses \f$0 \le n < 24d\f$, \f$d, \alpha > 0\f$; at \f$n = kd\f$ from the right.

\sources S0, Mixed Derivative, without the hypothesis on n.

\derivation \f$\partial_\alpha w_k = -w_k(\delta_k^2 - \langle\delta^2\rangle)\f$; differentiate
\f$f' = 2\langle\delta\rangle\f$.  By Schwarz it is also \f$\partial_n(H/\alpha^2)\f$.  ∎

\rounding \ref agreement.lattice-mixed.

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
  return same(f.lattice_softmin_mixed(n, d, alpha), -2 * covariance);
}
// [lattice.mixed]
const Law& lattice_mixed = law({.id = "lattice.mixed",
                                .inputs = lattice_place_few(),
                                .predicate = check(mixed_is_a_covariance),
                                .witness = "lattice-raw-moments"});

/**
\page law_lattice
\law{lattice.ranges} Bounds of the first four derivatives

\statement With \f$\rho = Nd\f$, the distance of the last point from the first,
\f[ 2\delta_N \le f' \le 2\delta_0, \quad 2 - \alpha\rho^2 \le f'' \le 2, \quad
|f'''| \le \frac{8\alpha^2\rho^3}{6\sqrt3}, \quad
-\tfrac43\alpha^3\rho^4 \le f^{(4)} \le 2\alpha^3\rho^4 . \]

\words \f$f - n^2\f$ is concave between the points where terms enter.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$, N held fixed.

\sources Not printed; a mean lies between the extremes.

\derivation The first: a mean of \f$\delta\f$.  A law on an interval of length \f$\rho\f$ has variance
at most \f$\rho^2/4\f$ (Popoviciu), \f$|\kappa_3| \le \rho^3/(6\sqrt3)\f$, \f$-\rho^4/8 \le \kappa_4 \le
\rho^4/12\f$: these are extremal for laws on two points, with \f$\kappa_2 = p(1-p)\f$, \f$\kappa_3 =
p(1-p)(1-2p)\f$ and \f$\kappa_4 = p(1-p)(1 - 6p(1-p))\f$ for a unit interval; \ref law_cumulants.
Put in \ref lattice.cumulants: \f$f^{(4)} = -16\alpha^3\kappa_4\f$.  ∎

\rounding None.

\witness \ref fault.lattice-printed-derivatives.

\evidence{lattice.ranges}
*/
// [lattice.ranges]
Truth derivatives_in_their_ranges(const Evaluator& f, double n, double d, double alpha) {
  const auto derivative = [&](int m) { return f.lattice_softmin_derivative(n, d, alpha, m); };
  const std::uint64_t last = f.lattice_last(n, d);
  const Interval range = static_cast<double>(last) * Interval(d), a = alpha;
  const Interval first = derivative(1), second = derivative(2), fourth = derivative(4);
  const Interval steepest = 8 * sqr(a) * pow(range, 3) / (6 * sqrt(Interval(3)));
  const Interval quartic = pow(a, 3) * pow(range, 4);
  return less_equal(2 * deviation(n, d, last), first) &&
         less_equal(first, 2 * deviation(n, d, 0)) && less_equal(second, 2) &&
         less_equal(2 - a * sqr(range), second) && less_equal(abs(derivative(3)), steepest) &&
         less_equal(-4 * quartic / 3, fourth) && less_equal(fourth, 2 * quartic);
}
// [lattice.ranges]
const Law& lattice_ranges = law({.id = "lattice.ranges",
                                 .inputs = lattice_place(),
                                 .predicate = check(derivatives_in_their_ranges),
                                 .witness = "lattice-printed-derivatives"});

/**
\page law_lattice
\law{lattice.near-a-point} Slope and curvature next to a point

\statement Let \f$|\delta_*| \le \theta d\f$, \f$0 \le \theta < \frac12\f$, and \f$r = q^{3-2\theta}\f$.
Then
\f[ |f' - 2\delta_*| \le \frac{4d\,q^{1-2\theta}}{(1-r)^2}, \qquad
0 \le 2 - f'' \le 8\alpha d^2 q^{1-2\theta}\,\frac{1+r}{(1-r)^3} . \f]

\words Where \f$\alpha d^2\f$ is large the slope is \f$2\delta_*\f$ and the curvature 2.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$; the law takes \f$\theta = |\delta_*|/d\f$ and says nothing
at \f$\theta \ge \frac12\f$.

\sources S0, First Derivative, Interpretation, without a bound; Second Derivative, Interpretation, has
\f$2 - 4\alpha\varepsilon\f$: \ref erratum.lattice-curvature.

\derivation Let \f$j = k - k_*\f$, so that \f$\delta = \delta_* - jd\f$ and \f$w \le e^{-\alpha d^2(j^2 -
2\theta|j|)} = q^{j^2 - 2\theta|j|}\f$.  Then \f$|f' - 2\delta_*| = 2d|\langle j\rangle| \le
4d\sum_{j\ge1} j q^{j^2-2\theta j}\f$.  Now \f$j^2 - 2\theta j \ge (1 - 2\theta) + (3-2\theta)(j-1)\f$,
since \f$(j-1)(j-2) \ge 0\f$; and \f$\sum_{j\ge1} j r^{j-1} = (1-r)^{-2}\f$.  For the second,
\f$2 - f'' = 4\alpha d^2\operatorname{Var}(j) \le 4\alpha d^2\langle j^2\rangle\f$ with
\f$\sum j^2r^{j-1} = (1+r)/(1-r)^3\f$.  ∎

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
  const Interval slope = f.lattice_softmin_derivative(n, d, alpha, 1);
  const Interval curvature = f.lattice_softmin_derivative(n, d, alpha, 2);
  return less_equal(abs(slope - 2 * delta), 4 * d * first / sqr(1 - r)) &&
         less_equal(curvature, 2) &&
         less_equal(2 - curvature, 8 * lambda * first * (1 + r) / pow(1 - r, 3));
}
// [lattice.near-a-point]
const Law& lattice_near_a_point = law({.id = "lattice.near-a-point",
                                       .inputs = lattice_place(),
                                       .predicate = check(next_to_a_point),
                                       .witness = "lattice-printed-derivatives"});

/**
\page law_lattice
\law{lattice.curvature-signs} Deep inside it is convex at points and concave between them

\statement For \f$\alpha d^2 \in [\frac14, 16]\f$ and a point \f$p = kd + d^2\f$ at least 40 points from
both ends, \f$f''(p + \frac d2) < 0 < f''(p)\f$ but for the contribution of the ends, which is below
\f$2^{-100}\f$.

\hypotheses d whole, at least 40; \f$40 \le k \le 1000\f$.

\sources S0, Second Derivative, Interpretation: between points the curvature is more negative; on the
whole lattice that is so for every \f$\alpha\f$, on a finite one not: \ref erratum.lattice-between.

\derivation On the lattice infinite in both directions Poisson's summation gives \f$f = c - \frac1\alpha
\log\theta_3(\pi n/d, a)\f$ with \f$a = e^{-\pi^2/(\alpha d^2)}\f$, and by Jacobi's triple product
\f$\log\theta_3(z) = c + \sum_m\log(1 + 2a_m\cos 2z + a_m^2)\f$, \f$a_m = a^{2m-1}\f$, whose second
derivative is \f$8a_m/(1-a_m)^2 > 0\f$ at \f$z = \pi/2\f$ and \f$-8a_m/(1+a_m)^2 < 0\f$ at 0.  What is 40
points away has the weight \f$q^{40\cdot39} \le e^{-390}\f$, and enters the curvature with the factor
\f$4\alpha d^2 40^2 \le 2^{17}\f$.  ∎

\rounding At \f$\alpha d^2 = \frac14\f$ the curvature is \f$10^{-15}\f$, a difference of numbers near 2.

\witness \ref fault.lattice-printed-derivatives.

\evidence{lattice.curvature-signs}
*/
// [lattice.curvature-signs]
Truth convex_at_points(const Evaluator& f, std::int64_t k, double d, double alpha) {
  const double point = (d * Vector{static_cast<double>(k) + d}).front();
  const double middle = (Vector{point} + d / 2).front();
  const Interval ends = Interval::power_of_two(-100);
  return less_equal(-ends, f.lattice_softmin_derivative(point, d, alpha, 2)) &&
         less_equal(f.lattice_softmin_derivative(middle, d, alpha, 2), ends);
}
// [lattice.curvature-signs]
const Law& lattice_curvature_signs = law({.id = "lattice.curvature-signs",
                                          .inputs = lattice_deep(),
                                          .predicate = check(convex_at_points),
                                          .witness = "lattice-printed-derivatives"});

/**
\page law_lattice
\law{lattice.theta} Deep inside it is a theta function

\statement For a point \f$p\f$ at least 40 points from both ends, \f$h = \sqrt\alpha d\f$ and
\f$x = \sqrt\alpha(n - p)\f$,
\f[ f(n) = -\frac1\alpha\log\Bigl(\frac{\sqrt\pi}h\Bigl(1 + 2\sum_{m\ge1}
e^{-\pi^2m^2/h^2}\cos\frac{2\pi mx}h\Bigr)\Bigr) \f]
up to \f$2^{-100}/\alpha\f$; the law takes \f$n = p\f$ and \f$n = p + \frac d2\f$, where the cosines are 1
and \f$(-1)^m\f$.

\hypotheses As for \ref lattice.curvature-signs.

\sources Not printed.  S0, Computational Tractability, denies that the sum can be done without.

\derivation Poisson's summation of \f$e^{-(x-kh)^2}\f$ over all integers k: its Fourier transform is
\f$\sqrt\pi e^{-\omega^2/4}\f$ at \f$\omega = 2\pi m/h\f$, over h.  The terms beyond the ends are at most
\f$4q^{40\cdot39}\f$ of the sum.  ∎

\rounding The dual series needs few terms exactly where the sum needs many.

\witness \ref fault.lattice-infinite: the term \f$m = 0\f$ alone, which is the integral.

\evidence{lattice.theta}
*/
// [lattice.theta]
Truth a_theta_function(const Evaluator& f, std::int64_t k, double d, double alpha) {
  const double point = (d * Vector{static_cast<double>(k) + d}).front();
  const Interval pi = reference::pi(), lambda = alpha * sqr(Interval(d));
  const Interval quotient = exp(-sqr(pi) / lambda);
  Interval even, odd;  // the terms m = 1, …, 40; the next is below 2^-1000
  for (int m = 1; m <= 40; ++m) (m % 2 == 0 ? even : odd) += 2 * pow(quotient, m * m);
  const Interval tail = Interval::power_of_two(-100) / alpha, scale = sqrt(pi / lambda);
  const auto close = [&](double n, const Interval& dual) {
    const Interval gap = f.lattice_softmin(n, d, alpha, 0) + log(scale * (1 + dual)) / alpha;
    return less_equal(-tail, gap) && less_equal(gap, tail);
  };
  return close(point, even + odd) && close((Vector{point} + d / 2).front(), even - odd);
}
// [lattice.theta]
const Law& lattice_theta = law({.id = "lattice.theta",
                                .inputs = lattice_deep(),
                                .predicate = check(a_theta_function),
                                .witness = "lattice-infinite"});

/**
\page law_lattice
\law{lattice.jump} It jumps down where a point enters

\statement At \f$n = md\f$, \f$m \ge 1\f$,
\f[ f(md) - f(md^-) = \frac1\alpha\log(1 - w_m) = -\frac1\alpha\log\Bigl(1 + \frac{e^{-\alpha d^4}}
{\sum_{j=1}^m e^{-\alpha d^2(j-d)^2}}\Bigr) < 0 . \f]
If d is whole and \f$m \ge d\f$, it is at least \f$-e^{-\alpha d^4}/\alpha\f$.

\hypotheses \f$m \ge 1\f$, \f$d, \alpha > 0\f$, \f$md\f$ a float.

\sources S0, Higher Derivatives, where f is smooth: \ref erratum.lattice-smooth.

\derivation The term of index m enters, with \f$\delta_m = -d^2\f$; the others, \f$\delta_k = (m-k)d -
d^2\f$, are continuous.  So \f$g(md^-) = (1 - w_m)\,g(md)\f$; take \f$-\frac1\alpha\log\f$.  If
\f$j = d \le m\f$ is among the indices, the sum is at least 1, and \f$\log(1+t) \le t\f$.  ∎

\rounding Most jumps are far below half an ulp of f: the function sees what a difference of values does
not.

\witness \ref fault.lattice-no-jump.

\evidence{lattice.jump}
*/
// [lattice.jump]
Truth jumps_down(const Evaluator& f, std::int64_t m, double d, double alpha) {
  const double n = (static_cast<double>(m) * Vector{d}).front();
  const Interval jump = f.lattice_jump(m, d, alpha);
  const Interval weight = f.lattice_weights(n, d, alpha, m, 1).front();
  const bool whole = d == std::floor(d) && static_cast<double>(m) >= d;
  const Interval most = whole ? exp(-alpha * pow(Interval(d), 4)) / alpha : -jump;
  return same(alpha * jump, log1p(-weight)) && less(jump, 0) && less_equal(-most, jump);
}
// [lattice.jump]
const Law& lattice_jump = law({.id = "lattice.jump",
                               .inputs = lattice_index_gap_sharpness(),
                               .predicate = check(jumps_down),
                               .witness = "lattice-no-jump"});

/**
\page law_lattice
\law{lattice.first-point} The expansion at the first point

\statement At \f$n = d^2\f$, with \f$w_k = q^{k^2}/\sum_{i=0}^{\lfloor d \rfloor} q^{i^2}\f$:
\f[ f(d^2) = -\frac1\alpha\log\sum_{k=0}^{\lfloor d \rfloor} q^{k^2}, \quad
f' = -2d\sum_k k\,w_k \le 0, \quad f'' = 2 - 4\alpha d^2\operatorname{Var}(k), \f]
and \f$-\frac1\alpha\log\frac1{1-q} \le f(d^2) \le 0\f$: for large \f$\alpha d^2\f$ simply \f$f(d^2 + t)
\approx \varepsilon + t^2\f$ for \f$t \ge 0\f$.

\hypotheses \f$d\f$ a multiple of 1/8, at most 4; \f$\alpha > 0\f$; derivatives from the right.

\sources S0, Taylor Expansion Near Lattice Point, where the value needs \f$\alpha d^2\f$ large and the
coefficients are others: \ref erratum.lattice-taylor-slope, \ref erratum.lattice-taylor-curvature.

\derivation \f$n/d = d\f$, so \f$N = \lfloor d \rfloor\f$ and \f$\delta_k = -kd\f$; \ref
lattice.cumulants.  \f$\sum_k q^{k^2} \le \sum_k q^k\f$.  ∎

\rounding None.

\witness \ref fault.lattice-printed-derivatives.

\evidence{lattice.first-point}
*/
// [lattice.first-point]
Truth at_the_first_point(const Evaluator& f, std::int64_t, double d, double alpha) {
  const double n = (d * Vector{d}).front();
  const Interval q = nome(d, alpha);
  Interval total, first, second;
  for (int k = 0; k <= static_cast<int>(d); ++k) {
    total += pow(q, k * k);
    first += k * pow(q, k * k);
    second += k * k * pow(q, k * k);
  }
  const Interval variance = second / total - sqr(first / total);
  const Interval value = f.lattice_softmin(n, d, alpha, 0);
  return same(value, -log(total) / alpha) && less_equal(value, 0) &&
         less_equal(log(1 - q) / alpha, value) &&
         same(f.lattice_softmin_derivative(n, d, alpha, 1), -2 * d * first / total) &&
         same(f.lattice_softmin_derivative(n, d, alpha, 2),
              2 - 4 * alpha * sqr(Interval(d)) * variance);
}
// [lattice.first-point]
const Law& lattice_first_point =
    law({.id = "lattice.first-point",
         .inputs = where(lattice_index_gap_sharpness(), "d a multiple of 1/8, at most 4",
                         [](const Case& c) {
                           const double d = std::get<double>(c.arguments[1]);
                           return d <= 4 && d * 8 == std::floor(d * 8);
                         }),
         .predicate = check(at_the_first_point),
         .witness = "lattice-printed-derivatives"});

/**
\page law_lattice
\law{lattice.descent} A step within a piece cannot rise above the parabola

\statement If no point enters between \f$n\f$ and \f$n + s\f$, then
\f$f(n+s) \le f(n) + s f'(n) + s^2\f$.  So a step \f$s = -tf'(n)\f$, \f$0 \le t \le 1\f$, lowers f by at
least \f$t(1-t)f'(n)^2\f$.

\words Gradient descent works inside a piece; between pieces f jumps, and it has a local minimum near
every point where \f$\alpha d^2\f$ is large.

\hypotheses \f$0 \le n < 24d\f$; the law takes \f$n = \lfloor n/d \rfloor d\f$ and \f$s = d/2\f$.

\sources S0, Summary (Optimization friendly).

\derivation \f$f'' \le 2\f$ (\ref lattice.ranges), and Taylor's formula with remainder.  ∎

\rounding None.

\witness \ref fault.lattice-printed-derivatives: half of the slope.

\evidence{lattice.descent}
*/
// [lattice.descent]
Truth below_the_parabola(const Evaluator& f, std::int64_t m, double d, double alpha) {
  const double n = (static_cast<double>(m) * Vector{d}).front();
  const Interval here = f.lattice_softmin(n, d, alpha, 0), s = d / 2;
  const Interval there = f.lattice_softmin((Vector{n} + d / 2).front(), d, alpha, 0);
  const Interval slope = f.lattice_softmin_derivative(n, d, alpha, 1);
  return less_equal(there, here + s * slope + sqr(s));
}
// [lattice.descent]
const Law& lattice_descent = law({.id = "lattice.descent",
                                  .inputs = lattice_index_gap_sharpness(),
                                  .predicate = check(below_the_parabola),
                                  .witness = "lattice-printed-derivatives"});

}  // namespace
}  // namespace softlaw::properties
