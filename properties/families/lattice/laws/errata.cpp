// SPDX-License-Identifier: Apache-2.0
// The family lattice, continued: false statements of S0.
#include <cmath>
#include <limits>

#include "families/lattice/functions.hpp"
#include "families/lattice/inputs/place.hpp"
#include "families/lattice/laws/terms.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_lattice
\erratum{erratum.lattice-domain} The lattice soft-min is not defined for negative n

\printed Well-defined for all \f$n \in \mathbb R\f$, \f$\alpha > 0\f$.

\sources S0, Tractability Analysis: Mathematical structure.

\weight substance: for \f$n < 0\f$ there is no term; no reading makes a number of it.

\counterexample \f$n = -\frac12\f$, \f$d = 2\f$: \f$\lfloor n/d \rfloor = -1\f$, the sum is empty, and
\f$f = +\infty\f$.

\correction For \f$d > 0\f$ f is finite if and only if \f$n \ge 0\f$.

\derivation An empty sum is 0, and \f$-\frac1\alpha\log 0 = +\infty\f$; a sum that is not empty is
positive.

\evidence{erratum.lattice-domain}
*/
// [erratum.lattice-domain]
Truth finite_everywhere(const Evaluator& f, double n, double d, double alpha, double epsilon) {
  return less(f(lattice_softmin, n, d, alpha, epsilon), std::numeric_limits<double>::infinity());
}
// [erratum.lattice-domain]
const Erratum& lattice_domain = erratum({.id = "erratum.lattice-domain",
                                         .parameters = place_and_epsilon_parameters,
                                         .printed = check(finite_everywhere),
                                         .counterexample = "binary64; -0.5; 2; 1; 1",
                                         .corrected_by = "special.lattice-softmin"});

/**
\page law_lattice
\erratum{erratum.lattice-mean-square} The mean energy on the lattice is not the mean squared distance

\printed \f$\langle\delta^2 + \varepsilon\rangle\f$ is the weighted mean squared distance.

\sources S0, First Derivative: df/dα, Interpretation.

\weight notation: it is, if \f$\varepsilon\f$ counts as part of the distance; by the definitions that S0
gives it does not.

\counterexample \f$n = 10\f$, \f$d = 2\f$, \f$\alpha = 7\f$, \f$\varepsilon = 1\f$: the mean squared
distance is \f$5.5315… \cdot 10^{-12}\f$, the printed value is larger by 1.

\correction \f$\langle\delta^2 + \varepsilon\rangle = \langle\delta^2\rangle + \varepsilon\f$: the mean
energy.

\derivation \f$\sum_k w_k = 1\f$.

\evidence{erratum.lattice-mean-square}
*/
// [erratum.lattice-mean-square]
Truth energy_is_distance(const Evaluator& f, double n, double d, double alpha, double epsilon) {
  const Intervals w = all_weights(f, n, d, alpha), delta = deviations(f, n, d);
  return same(mean(w, delta, 0, 2), mean(w, delta, 0, 2) + epsilon * sum(w));
}
// [erratum.lattice-mean-square]
const Erratum& lattice_mean_square = erratum({.id = "erratum.lattice-mean-square",
                                              .parameters = place_and_epsilon_parameters,
                                              .printed = check(energy_is_distance),
                                              .counterexample = "binary64; 10; 2; 7; 1",
                                              .corrected_by = "lattice.free-energy"});

/**
\page law_lattice
\erratum{erratum.lattice-curvature} Next to a point the curvature of the lattice soft-min is 2, whatever epsilon

\printed Near a lattice point \f$f'' \approx 2 - 4\alpha\varepsilon\f$; for \f$\alpha = 7\f$,
\f$\varepsilon = 1\f$ about −26, concave; the parabola there has a curvature proportional to
\f$-\alpha\varepsilon\f$.

\sources S0, Second Derivative, Interpretation; Taylor Expansion (Parabolic approximation).

\weight substance: at a point the variance is nearly 0, and not nearly \f$\varepsilon\f$; the sign is
wrong.

\counterexample \f$n = 10 = p_3\f$, \f$d = 2\f$, \f$\alpha = 7\f$, \f$\varepsilon = 1\f$: \f$f'' =
1.99999999984511…\f$, convex.  That is the law at a point; −26 is, by coincidence, the curvature half-way
between two points, \f$2 - \alpha d^2\f$.

\correction \f$0 \le 2 - f'' = 4\alpha\operatorname{Var}(\delta)\f$, which is at most \f$8\alpha d^2
q\frac{1+q^3}{(1-q^3)^3}\f$ at a point.

\derivation \ref lattice.near-a-point.  \f$\varepsilon\f$ cancels in the weights.

\evidence{erratum.lattice-curvature}
*/
// [erratum.lattice-curvature]
Truth curvature_by_epsilon(const Evaluator& f, double n, double d, double alpha, double epsilon) {
  return about(f(lattice_softmin_derivative, n, d, alpha, 2), 2 - 4 * Interval(alpha) * epsilon);
}
// [erratum.lattice-curvature]
const Erratum& lattice_curvature = erratum({.id = "erratum.lattice-curvature",
                                            .parameters = place_and_epsilon_parameters,
                                            .printed = check(curvature_by_epsilon),
                                            .counterexample = "binary64; 10; 2; 7; 1",
                                            .corrected_by = "lattice.near-a-point"});

/**
\page law_lattice
\erratum{erratum.lattice-near-point} The slope of the lattice soft-min next to a point need not be twice the deviation

\printed Near a lattice point \f$p_k\f$ the derivative is about \f$2\delta_k\f$.

\sources S0, First Derivative, Interpretation.

\weight substance: true where \f$\alpha d^2\f$ is large, which is not said.

\counterexample \f$\alpha = 0.01\f$, \f$d = 2\f$, \f$n = 10.1\f$, where \f$\delta_3 = 0.1\f$: \f$f' =
1.73000665…\f$, not 0.2.

\correction \f$|f' - 2\delta_*| \le 4d\,q^{1-2\theta}/(1-q^{3-2\theta})^2\f$ for \f$|\delta_*| \le \theta
d\f$, \f$\theta < \frac12\f$.

\derivation \ref lattice.near-a-point.

\evidence{erratum.lattice-near-point}
*/
// [erratum.lattice-near-point]
Truth slope_by_the_nearest(const Evaluator& f, double n, double d, double alpha) {
  return about(f(lattice_softmin_derivative, n, d, alpha, 1), 2 * nearest_deviation(f, n, d));
}
// [erratum.lattice-near-point]
const Erratum& lattice_near_point = erratum({.id = "erratum.lattice-near-point",
                                             .parameters = place_parameters,
                                             .printed = check(slope_by_the_nearest),
                                             .counterexample = "binary64; 10.1; 2; 0.01",
                                             .corrected_by = "lattice.near-a-point"});

/**
\page law_lattice
\erratum{erratum.lattice-between} On a finite lattice the curvature of the soft-min may be larger between points

\printed Between points, where the variance is high, the curvature is more negative.

\sources S0, Second Derivative, Interpretation.

\weight substance: true of the lattice that is infinite both ways, for every \f$\alpha\f$, and deep
inside a finite one; not of the finite sum.

\counterexample \f$\alpha = 0.001\f$, \f$d = 2\f$: \f$f''(11) = 1.953736…\f$ half-way between two points,
\f$f''(10) = 1.953732…\f$ at one; both are positive.

\correction \ref lattice.curvature-signs.  As \f$\alpha \to 0\f$ the weights become equal, and
\f$f'' \to 2\f$ everywhere.

\derivation \f$f'' = 2 - 4\alpha\operatorname{Var}(\delta) \ge 2 - \alpha(Nd)^2\f$.

\evidence{erratum.lattice-between}
*/
// [erratum.lattice-between]
Truth sharper_between(const Evaluator& f, double n, double d, double alpha) {
  const double middle = (Vector{n} + d / 2).front();
  return less(f(lattice_softmin_derivative, middle, d, alpha, 2),
              f(lattice_softmin_derivative, n, d, alpha, 2));
}
// [erratum.lattice-between]
const Erratum& lattice_between = erratum({.id = "erratum.lattice-between",
                                          .parameters = place_parameters,
                                          .printed = check(sharper_between),
                                          .counterexample = "binary64; 10; 2; 0.001",
                                          .corrected_by = "lattice.curvature-signs"});

/**
\page law_lattice
\erratum{erratum.lattice-third-derivative} The third derivative of the lattice soft-min has the opposite sign, and a factor alpha squared

\printed \f$f''' = -8\alpha\operatorname{Cov}[\delta, (\delta - \langle\delta\rangle)^2] +
\text{(lower order terms)}\f$.

\sources S0, Higher Derivatives.

\weight substance: sign and power of \f$\alpha\f$ are wrong, and there are no lower terms.

\counterexample \f$n = 3.3\f$, \f$d = 1.5\f$, \f$\alpha = 1\f$: the covariance is \f$0.207193…\f$, and
\f$f''' = +1.657547…\f$ where \f$-1.657547…\f$ is printed.

\correction \f$f''' = 8\alpha^2\kappa_3(\delta)\f$, exactly.

\derivation \ref lattice.cumulants: \f$-\frac1\alpha(-2\alpha)^3 = 8\alpha^2\f$.

\evidence{erratum.lattice-third-derivative}
*/
// [erratum.lattice-third-derivative]
Truth third_as_printed(const Evaluator& f, double n, double d, double alpha) {
  const Intervals w = all_weights(f, n, d, alpha), delta = deviations(f, n, d);
  const Interval covariance = mean(w, delta, mean(w, delta, 0, 1), 3);
  return about(f(lattice_softmin_derivative, n, d, alpha, 3), -8 * Interval(alpha) * covariance);
}
// [erratum.lattice-third-derivative]
const Erratum& lattice_third_derivative = erratum({.id = "erratum.lattice-third-derivative",
                                                   .parameters = place_parameters,
                                                   .printed = check(third_as_printed),
                                                   .counterexample = "binary64; 3.3; 1.5; 1",
                                                   .corrected_by = "lattice.cumulants"});

/**
\page law_lattice
\erratum{erratum.lattice-smooth} The lattice soft-min jumps wherever a point enters

\printed The function is \f$C^\infty\f$ smooth; standard calculus applies everywhere; no singularities,
no branch cuts; smoothness is gained against the minimum.

\sources S0, Higher Derivatives (Consequence); Mathematical structure; Trade-off; Summary.

\weight substance: it holds for a fixed index set, and the index set depends on n.

\counterexample \f$d = 1\f$, \f$\alpha = 1\f$, \f$m = 4\f$: f jumps by \f$-0.235360…\f$ at \f$n = 4\f$.
(With the \f$\alpha = 7\f$ of S0's example, \f$d = 2\f$ and \f$m = 3\f$ by
\f$-3.265276… \cdot 10^{-50}\f$: there, but below
binary64.)

\correction f is real-analytic on each \f$(md, (m+1)d)\f$, and continuous from the right with a strictly
negative jump at each \f$md\f$, \f$m \ge 1\f$.  The analytic continuation of a piece has logarithmic
branch points where its sum of exponentials vanishes: for two terms, at \f$n = p_k + \frac d2 \pm
\frac{i\pi(2l+1)}{2\alpha d}\f$.

\derivation \ref lattice.jump.  \f$e^{-\alpha u^2} + e^{-\alpha(u-d)^2} = 0\f$ if and only if
\f$\alpha(2ud - d^2)\f$ is an odd multiple of \f$i\pi\f$.

\evidence{erratum.lattice-smooth}
*/
// [erratum.lattice-smooth]
Truth no_jump(const Evaluator& f, std::int64_t m, double d, double alpha) {
  return same(f(lattice_jump, m, d, alpha), 0);
}
// [erratum.lattice-smooth]
const Erratum& lattice_smooth =
    erratum({.id = "erratum.lattice-smooth",
             .parameters = {{"m", Kind::integer}, d_parameter, alpha_parameter},
             .printed = check(no_jump),
             .counterexample = "binary64; 4; 1; 1",
             .corrected_by = "lattice.jump"});

}  // namespace
}  // namespace softlaw::properties
