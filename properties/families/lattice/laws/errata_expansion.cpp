// SPDX-License-Identifier: Apache-2.0
// The family lattice, continued: false statements of S0 on terms, expansion and cost.
#include <cmath>

#include "families/lattice/functions.hpp"
#include "families/lattice/inputs/place.hpp"
#include "families/lattice/laws/terms.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_lattice
\erratum{erratum.lattice-effective-terms} The number of terms of the lattice soft-min is not the effective number

\printed \f$N_{\mathrm{eff}} = \lfloor d \rfloor + 1\f$ is the effective number of contributing points
near \f$d^2\f$.

\sources S0, Taylor Expansion: First order.

\weight substance: it is the number of all terms at \f$n = d^2\f$.

\counterexample \f$d = 2\f$, \f$\alpha = 7\f$, \f$n = 4\f$: \f$e^{H(w)} = 1.000000000020…\f$, not 3.

\correction \f$e^{H(w)} \in [1, \lfloor d \rfloor + 1]\f$, near 1 for large \f$\alpha d^2\f$ and near the
other end only as \f$\alpha \to 0\f$.

\derivation \ref lattice.free-energy; \f$H \le \log(N+1)\f$.

\evidence{erratum.lattice-effective-terms}
*/
// [erratum.lattice-effective-terms]
Truth all_terms_are_effective(const Evaluator& f, double n, double d, double alpha) {
  return about(f(lattice_effective_terms, n, d, alpha), static_cast<int>(d) + 1);
}
// [erratum.lattice-effective-terms]
const Erratum& lattice_effective_terms_erratum = erratum({.id = "erratum.lattice-effective-terms",
                                                          .parameters = place_parameters,
                                                          .printed = check(all_terms_are_effective),
                                                          .counterexample = "binary64; 4; 2; 7",
                                                          .corrected_by = "lattice.free-energy"});

/**
\page law_lattice
\erratum{erratum.lattice-taylor-value} The value of the lattice soft-min at the first point need not be epsilon

\printed \f$f(d^2) \approx \varepsilon\f$: all distances but that of \f$k = 0\f$ are large.

\sources S0, Taylor Expansion: Zeroth order.

\weight substance: it needs \f$\alpha d^2\f$ large, which is not said.

\counterexample \f$d = 1\f$, \f$\alpha = 0.1\f$, \f$\varepsilon = 1\f$: \f$f(1) = -5.443966…\f$.

\correction \f$\varepsilon - \frac1\alpha\log\frac1{1-q} \le f(d^2) \le \varepsilon\f$.

\derivation \ref lattice.first-point.

\evidence{erratum.lattice-taylor-value}
*/
// [erratum.lattice-taylor-value]
Truth value_is_epsilon(const Evaluator& f, double d, double alpha, double epsilon) {
  const double n = (d * Vector{d}).front();
  return about(f(lattice_softmin, n, d, alpha, epsilon), epsilon);
}
// [erratum.lattice-taylor-value]
const Erratum& lattice_taylor_value =
    erratum({.id = "erratum.lattice-taylor-value",
             .parameters = {d_parameter, alpha_parameter, epsilon_parameter},
             .printed = check(value_is_epsilon),
             .counterexample = "binary64; 1; 0.1; 1",
             .corrected_by = "lattice.first-point"});

/**
\page law_lattice
\erratum{erratum.lattice-taylor-slope} The slope of the lattice soft-min at the first point is not positive

\printed \f$f(d^2 + t) \approx \varepsilon + 2t/N_{\mathrm{eff}}\f$ with \f$N_{\mathrm{eff}} = \lfloor d
\rfloor + 1\f$.

\sources S0, Taylor Expansion: First order.

\weight substance: the deviation of the point itself is 0 there, and all others are negative.

\counterexample \f$d = 2.5\f$, \f$\alpha = 7\f$: \f$f'(d^2) = -4.9955… \cdot 10^{-19}\f$, not \f$\frac23\f$.

\correction \f$f'(d^2) = -2d\sum_k k\,q^{k^2} / \sum_k q^{k^2} \le 0\f$.

\derivation \ref lattice.first-point.

\evidence{erratum.lattice-taylor-slope}
*/
// [erratum.lattice-taylor-slope]
Truth slope_by_number_of_terms(const Evaluator& f, double d, double alpha) {
  const double n = (d * Vector{d}).front();
  return about(f(lattice_softmin_derivative, n, d, alpha, 1),
               Interval(2) / (static_cast<int>(d) + 1));
}
// [erratum.lattice-taylor-slope]
const Erratum& lattice_taylor_slope = erratum({.id = "erratum.lattice-taylor-slope",
                                               .parameters = {d_parameter, alpha_parameter},
                                               .printed = check(slope_by_number_of_terms),
                                               .counterexample = "binary64; 2.5; 7",
                                               .corrected_by = "lattice.first-point"});

/**
\page law_lattice
\erratum{erratum.lattice-taylor-curvature} The second Taylor coefficient of the lattice soft-min does not contain epsilon

\printed \f$f(d^2 + t) \approx \varepsilon + 2t/N_{\mathrm{eff}} - 2\alpha\varepsilon t^2 + O(t^3)\f$.

\sources S0, Taylor Expansion: Second order.

\weight substance: as \ref erratum.lattice-curvature.

\counterexample \f$d = 2\f$, \f$\alpha = 7\f$, \f$\varepsilon = 1\f$: half of \f$f''(4)\f$ is
\f$0.99999999996…\f$, not −14.

\correction \f$f(d^2 + t) = f(d^2) + f'(d^2)t + (1 - 2\alpha\operatorname{Var}(\delta))t^2 + R\f$ for
\f$0 \le t < d(\lfloor d \rfloor + 1) - d^2\f$, \f$|R| \le \frac{8\alpha^2(\lfloor d \rfloor d)^3}
{36\sqrt3}t^3\f$; for whole d the point \f$d^2\f$ is one where f jumps, so it has no expansion to both
sides.

\derivation \ref lattice.first-point, and \ref lattice.ranges for the remainder.

\evidence{erratum.lattice-taylor-curvature}
*/
// [erratum.lattice-taylor-curvature]
Truth second_coefficient(const Evaluator& f, double d, double alpha, double epsilon) {
  const double n = (d * Vector{d}).front();
  return about(f(lattice_softmin_derivative, n, d, alpha, 2) / 2, -2 * Interval(alpha) * epsilon);
}
// [erratum.lattice-taylor-curvature]
const Erratum& lattice_taylor_curvature =
    erratum({.id = "erratum.lattice-taylor-curvature",
             .parameters = {d_parameter, alpha_parameter, epsilon_parameter},
             .printed = check(second_coefficient),
             .counterexample = "binary64; 2; 7; 1",
             .corrected_by = "lattice.first-point"});

/**
\page law_lattice
\erratum{erratum.lattice-not-elementary} On each piece the lattice soft-min is an elementary function

\printed It cannot be reduced to elementary functions: sin, cos, \f$e^x\f$, polynomials.

\sources S0, Computational Tractability.

\weight notation: true if one elementary formula for all n is meant; the sum itself is elementary.

\counterexample \f$n = 0.5\f$, \f$d = 2\f$, \f$\varepsilon = 1\f$: f is the polynomial \f$(n - d^2)^2 +
\varepsilon = 13.25\f$, as everywhere on \f$[0, d)\f$.

\correction On \f$[md, (m+1)d)\f$ it is the logarithm of a sum of \f$m + 1\f$ exponentials of
quadratics.  The limit of infinitely many is Jacobi's theta function.

\derivation A finite sum of elementary functions is one; \ref lattice.theta.

\evidence{erratum.lattice-not-elementary}
*/
// [erratum.lattice-not-elementary]
Truth is_no_polynomial(const Evaluator& f, double n, double d, double alpha, double epsilon) {
  const Interval polynomial = sqr(deviation(n, d, 0)) + epsilon;
  return less(0, abs(f(lattice_softmin, n, d, alpha, epsilon) - polynomial));
}
// [erratum.lattice-not-elementary]
const Erratum& lattice_not_elementary = erratum({.id = "erratum.lattice-not-elementary",
                                                 .parameters = place_and_epsilon_parameters,
                                                 .printed = check(is_no_polynomial),
                                                 .counterexample = "binary64; 0.5; 2; 1; 1",
                                                 .corrected_by = "lattice.definition"});

/**
\page law_lattice
\erratum{erratum.lattice-full-sum} The lattice soft-min does not take the full sum

\printed No simplification: the computational complexity cannot be improved; the soft-min requires the
full sum, \f$O(n/d)\f$ operations, f, f′ and f″ alike.

\sources S0, Computational Tractability; Contrast with actual minimum; Summary.

\weight substance: to any fixed accuracy the number of operations does not depend on \f$n/d\f$.  A direct
evaluation of the sum does take them.

\counterexample \f$d = 2\f$, \f$\alpha = \frac14\f$, \f$n = 2 \cdot 10^9 + 1\f$: of the \f$10^9 + 1\f$ terms those
within \f$R = 6\f$ of the nearest index, 13 at most, give f to less than the unit roundoff of binary64.

\correction A window of \f$2R+1\f$ terms errs by at most \f$T_R/\alpha\f$; where \f$\alpha d^2\f$ is small a
coarse grid takes its place.  The cost is that of about 100 terms at most, for \f$n/d = 10^3\f$ and
\f$10^{12}\f$.

\derivation \ref lattice.window, \ref lattice.theta; \ref lattice_chapter has both forms, and the times.

\evidence{erratum.lattice-full-sum}
*/
// [erratum.lattice-full-sum]
Truth a_window_is_not_enough(const Evaluator& f, double n, double d, double alpha) {
  const std::uint64_t nearest = nearest_index(f, n, d);
  const Interval least = sqr(nearest_deviation(f, n, d));
  Interval part;
  for (std::uint64_t k = nearest - 6; k <= nearest + 6 && k <= last_index(f, n, d); ++k) {
    part += exp(-alpha * (sqr(deviation(n, d, k)) - least));
  }
  const Interval window = least - log(part) / alpha;
  const Interval value = f(lattice_softmin, n, d, alpha, 0);
  return less(Interval::power_of_two(-53) * abs(value), abs(window - value));
}
// [erratum.lattice-full-sum]
const Erratum& lattice_full_sum = erratum({.id = "erratum.lattice-full-sum",
                                           .parameters = place_parameters,
                                           .printed = check(a_window_is_not_enough),
                                           .counterexample = "binary64; 2000000001; 2; 0.25",
                                           .corrected_by = "lattice.window"});

/**
\page law_lattice
\erratum{erratum.lattice-nearest} The nearest index of the lattice needs clamping

\printed Actual minimum: \f$k^* = \mathrm{round}((n - d^2)/d)\f$.

\sources S0, Contrast with actual minimum.

\weight substance: the index need not be one of the sum.

\counterexample \f$n = 3\f$, \f$d = 3\f$: \f$k^* = -2\f$ is printed, with squared distance 0; the sum has
\f$k = 0\f$ and 1, and the least is 36, at \f$k = 0\f$.

\correction \f$k_*\f$ is that number clamped to \f$0, \dots, N\f$; the lower end acts for \f$n < d^2 -
\frac d2\f$, the upper only for \f$d < \frac12\f$.  Half-way between two points both are nearest.

\derivation The least of a convex parabola on an interval of integers; \f$\mathrm{round}(x - d) \le
\lfloor x \rfloor\f$ for \f$d \ge \frac12\f$.

\evidence{erratum.lattice-nearest}
*/
// [erratum.lattice-nearest]
Truth nearest_as_printed(const Evaluator& f, double n, double d) {
  const Interval rounded = std::round((n - d * d) / d);
  return same(static_cast<double>(nearest_index(f, n, d)), rounded);
}
// [erratum.lattice-nearest]
const Erratum& lattice_nearest_erratum = erratum({.id = "erratum.lattice-nearest",
                                                  .parameters = {n_parameter, d_parameter},
                                                  .printed = check(nearest_as_printed),
                                                  .counterexample = "binary64; 3; 3",
                                                  .corrected_by = "agreement.lattice-last"});

}  // namespace
}  // namespace softlaw::properties
