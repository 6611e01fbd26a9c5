// SPDX-License-Identifier: Apache-2.0
// The family lattice, continued: single places, deep inside, at the ends of pieces, at the first point.
#include <cmath>
#include <softlaw/reference/constants.hpp>

#include "families/lattice/functions.hpp"
#include "families/lattice/laws/terms.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_lattice
\law{lattice.curvature-signs} Deep inside, the lattice soft-min is convex at points and concave between them

\statement For \f$\alpha d^2 \in [\frac14, 16]\f$ and a point \f$p = kd + d^2\f$ at least 40 points from
both ends, \f$f''(p + \frac d2) < 0 < f''(p)\f$ but for the contribution of the ends, which is below
\f$2^{-100}\f$: with \f$a_m = e^{-(2m-1)\pi^2/(\alpha d^2)}\f$
\f[ f''(p) = \frac{\pi^2}{\alpha d^2}\sum_{m\ge1}\frac{8a_m}{(1+a_m)^2}, \qquad
    f''(p + \tfrac d2) = -\frac{\pi^2}{\alpha d^2}\sum_{m\ge1}\frac{8a_m}{(1-a_m)^2} . \f]

\hypotheses d whole, from 40 to 60; \f$40 \le k \le 1000\f$.

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
/// The sum over m of 8 a_m / (1 ± a_m)^2, times pi^2 / (alpha d^2); what is left out is below 2^-100.
Interval curvature_of_theta(double d, double alpha, int sign) {
  const Interval factor = sqr(reference::pi()) / (Interval(alpha) * sqr(Interval(d)));
  const Interval square = exp(-2 * factor);
  Interval a = exp(-factor), total;
  for (int m = 1; m <= 80; ++m) {
    total += 8 * a / sqr(1 + sign * a);
    a = a * square;
  }
  return factor * total;
}

Truth convex_at_points(const Evaluator& f, std::int64_t k, double d, double alpha) {
  const double point = (d * Vector{static_cast<double>(k) + d}).front();
  const double middle = (Vector{point} + d / 2).front();
  const Interval ends = Interval::power_of_two(-100);
  const auto is = [&](double n, const Interval& curvature) {
    return less_equal(abs(f(lattice_softmin_derivative, n, d, alpha, 2) - curvature), ends);
  };
  return is(point, curvature_of_theta(d, alpha, 1)).as("at a point") &&
         is(middle, -curvature_of_theta(d, alpha, -1)).as("between points");
}
// [lattice.curvature-signs]
const Law& lattice_curvature_signs = law({.id = "lattice.curvature-signs",
                                          .inputs = lattice_deep(),
                                          .predicate = check(convex_at_points),
                                          .witness = "lattice-printed-derivatives"});

/**
\page law_lattice
\law{lattice.theta} Deep inside, the lattice soft-min is a theta function

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
    const Interval gap = f(lattice_softmin, n, d, alpha, 0) + log(scale * (1 + dual)) / alpha;
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
\law{lattice.jump} The lattice soft-min jumps down where a point enters

\statement At \f$n = md\f$, \f$m \ge 1\f$,
\f[ f(md) - f(md^-) = \frac1\alpha\log(1 - w_m) =
-\frac1\alpha\log\Bigl(1 + \frac{e^{-\alpha d^4}}{\sum_{j=1}^m e^{-\alpha d^2(j-d)^2}}\Bigr) < 0 . \f]
If d is whole and \f$m \ge d\f$, it is at least \f$-e^{-\alpha d^4}/\alpha\f$.

\hypotheses \f$1 \le m \le 2^{40}\f$, \f$d, \alpha > 0\f$, \f$md\f$ a float.

\sources S0, Higher Derivatives, where f is smooth: \ref erratum.lattice-smooth.

\derivation The term of index m enters, with \f$\delta_m = -d^2\f$; the others, \f$\delta_k = (m-k)d -
d^2\f$, are continuous.  So \f$g(md^-) = (1 - w_m)\,g(md)\f$; take \f$-\frac1\alpha\log\f$.  If
\f$j = d \le m\f$ is among the indices, the sum is at least 1, and \f$\log(1+t) \le t\f$.  ∎

\proved α > 0, m ≥ 1

\rounding Most jumps are far below half an ulp of f: the function shows them, a difference of values does
not.

\witness \ref fault.lattice-no-jump.

\evidence{lattice.jump}
*/
// [lattice.jump]
Truth jumps_down(const Evaluator& f, std::int64_t m, double d, double alpha) {
  const double n = (static_cast<double>(m) * Vector{d}).front();
  const Interval jump = f(lattice_jump, m, d, alpha);
  const Interval weight = f(lattice_weights, n, d, alpha, m, 1).front();
  const bool whole = d == std::floor(d) && static_cast<double>(m) >= d;
  const Interval most = whole ? exp(-alpha * pow(Interval(d), 4)) / alpha : -jump;
  return same(alpha * jump, log1p(-weight)) && less(jump, 0) && less_equal(-most, jump);
}
// [lattice.jump]
const Law& lattice_jump_law = law({.id = "lattice.jump",
                                   .inputs = lattice_index_gap_sharpness(),
                                   .predicate = check(jumps_down),
                                   .witness = "lattice-no-jump"});

/**
\page law_lattice
\law{lattice.first-point} The expansion of the lattice soft-min at the first point

\statement At \f$n = d^2\f$, with \f$w_k = q^{k^2}/\sum_{i=0}^{\lfloor d \rfloor} q^{i^2}\f$:
\f[ f(d^2) = -\frac1\alpha\log\sum_{k=0}^{\lfloor d \rfloor} q^{k^2}, \quad
f' = -2d\sum_k k\,w_k \le 0, \quad f'' = 2 - 4\alpha d^2\operatorname{Var}(k), \f]
and \f$-\frac1\alpha\log\frac1{1-q} \le f(d^2) \le 0\f$: for large \f$\alpha d^2\f$ simply \f$f(d^2 + t)
\approx \varepsilon + t^2\f$ for small \f$t \ge 0\f$.

\hypotheses \f$d\f$ a multiple of 1/8, at most 4; \f$\alpha > 0\f$; derivatives from the right.

\sources S0, Taylor Expansion Near Lattice Point, where the value needs \f$\alpha d^2\f$ large and the
coefficients are others: \ref erratum.lattice-taylor-slope, \ref erratum.lattice-taylor-curvature.

\derivation \f$n/d = d\f$, so \f$N = \lfloor d \rfloor\f$ and \f$\delta_k = -kd\f$; \ref
lattice.cumulants.  \f$\sum_k q^{k^2} \le \sum_k q^k\f$.  ∎

\proved α > 0, d > 0, N fixed

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
  const Interval value = f(lattice_softmin, n, d, alpha, 0);
  return same(value, -log(total) / alpha) && less_equal(value, 0) &&
         less_equal(log(1 - q) / alpha, value) &&
         same(f(lattice_softmin_derivative, n, d, alpha, 1), -2 * d * first / total) &&
         same(f(lattice_softmin_derivative, n, d, alpha, 2),
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
\law{lattice.descent} A step within a piece of the lattice soft-min cannot rise above the parabola

\statement If no point enters between \f$n\f$ and \f$n + s\f$, then
\f$f(n+s) \le f(n) + s f'(n) + s^2\f$.  So a step \f$s = -tf'(n)\f$, \f$0 \le t \le 1\f$, lowers f by at
least \f$t(1-t)f'(n)^2\f$.

\words Gradient descent works inside a piece; between pieces f jumps, and it has a local minimum near
every point where \f$\alpha d^2\f$ is large.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$; at \f$n = md\f$ the derivative from the right and
\f$s \ge 0\f$.

\sources S0, Summary (Optimization friendly).

\derivation \f$f'' \le 2\f$ (\ref lattice.ranges), and Taylor's formula with remainder.  ∎

\proved α > 0, N fixed

\held At \f$n = md\f$, \f$m \ge 1\f$, with \f$s = d/2\f$.

\rounding None.

\witness \ref fault.lattice-printed-derivatives: half of the slope.

\evidence{lattice.descent}
*/
// [lattice.descent]
Truth below_the_parabola(const Evaluator& f, std::int64_t m, double d, double alpha) {
  const double n = (static_cast<double>(m) * Vector{d}).front();
  const Interval here = f(lattice_softmin, n, d, alpha, 0), s = d / 2;
  const Interval there = f(lattice_softmin, (Vector{n} + d / 2).front(), d, alpha, 0);
  const Interval slope = f(lattice_softmin_derivative, n, d, alpha, 1);
  return less_equal(there, here + s * slope + sqr(s));
}
// [lattice.descent]
const Law& lattice_descent = law({.id = "lattice.descent",
                                  .inputs = lattice_index_gap_sharpness(),
                                  .predicate = check(below_the_parabola),
                                  .witness = "lattice-printed-derivatives"});

}  // namespace
}  // namespace softlaw::properties
