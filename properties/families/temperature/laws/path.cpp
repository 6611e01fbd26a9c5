// SPDX-License-Identifier: Apache-2.0
// The family temperature, continued: the path from hot to cold.
#include <algorithm>
#include <numeric>

#include "families/derivatives/functions.hpp"
#include "families/information/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// x and two temperatures, T < U.
Inputs vector_and_two_temperatures() {
  Inputs inputs = at_most(40, vector_and_two_scales());
  inputs.parameters.at(1).name = "T";
  inputs.parameters.at(2).name = "U";
  inputs.hypothesis_text = "x finite, 1 <= n <= 40, 0 < T < U finite";
  return inputs;
}

/// The mean of x under p, as a distance from the maximum of x: so offsets do not matter.
Interval mean_depth(const Intervals& p, const Vector& x) {
  Interval sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += p[i] * (Interval(maximum(x)) - Interval(x[i]));
  return sum;
}

/**
\page law_temperature
\law{temperature.boltzmann} States of lower energy are more likely, at every temperature

\statement Let \f$p = \sigma(-E/T)\f$, that is \f$p_i \propto e^{-E_i/T}\f$ in units with \f$k = 1\f$.  Then
\f$\log p_i - \log p_j = (E_j - E_i)/T\f$; so \f$E_i < E_j\f$ implies \f$p_i > p_j\f$ for every
\f$T > 0\f$.

\hypotheses \f$E\f$ finite, \f$n \ge 1\f$, \f$0 < T < \infty\f$.

\sources S2, section on the softmax: the prevalence of a state of energy \f$E\f$ is proportional to
\f$e^{-E/(kT)}\f$, and a change of \f$T\f$ favours states of lower or of higher energy: see
\ref erratum.temperature-favours.  S2, exercise 7 has the exponent as \f$o_i/T\f$ with
\f$o = -E/k\f$.

\derivation The sum of all weights cancels in the ratio.  ∎

\proved n ≥ 1, T > 0

\rounding The order may be lost where both probabilities underflow, or where two energies differ by
less than an ulp of \f$T\f$; never inverted.

\held Every entry is compared with the first; ratios to it make all other ratios.

\witness \ref fault.temperature-multiplies: \f$-ET\f$.

\evidence{temperature.boltzmann}
*/
// [temperature.boltzmann]
Truth lower_energy_is_likelier(const Evaluator& f, const Vector& energy, double T) {
  const Intervals log_p = f(log_softmax_temperature, -energy, T),
                  p = f(softmax_temperature, -energy, T);
  Truth all;
  for (std::size_t i = 1; i < energy.size(); ++i) {
    const Interval rise = Interval(energy[i]) - Interval(energy[0]);
    all &= same(log_p[0] - log_p[i], rise / T) && same(log(p[0] / p[i]), rise / T);
    if (energy[i] > energy[0]) all &= less(p[i], p[0]).as("order");
    if (energy[i] < energy[0]) all &= less(p[0], p[i]).as("order");
  }
  return all;
}
// [temperature.boltzmann]
const Law& boltzmann = law({.id = "temperature.boltzmann",
                            .inputs = vector_and_temperature(),
                            .predicate = check(lower_energy_is_likelier),
                            .witness = "temperature-multiplies"});

/**
\page law_temperature
\law{temperature.majorisation} The colder softmax distribution majorises the hotter one

\statement Let \f$p = \sigma(x/T)\f$ and \f$q = \sigma(x/U)\f$ with \f$T < U\f$.  For every \f$k\f$ the
\f$k\f$ largest entries of \f$p\f$ have a sum of at least that of the \f$k\f$ largest of \f$q\f$.
Hence \f$\max_i p_i\f$ and \f$\sum_i p_i^2\f$ are not smaller than those of \f$q\f$, and the mean of
\f$x\f$ is not lower.

\words Cooling takes from the poor and gives to the rich.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 40\f$, \f$0 < T < U < \infty\f$.

\sources S3 §1.2: a larger scale makes the distribution sharper; S2, section on the softmax, the role of
the temperature.  For two distributions that are not on one path it is not an order:
\ref erratum.variance-entropy.

\derivation Sort \f$x\f$ in falling order.  \f$p_i/q_i = c\,e^{x_i(1/T - 1/U)}\f$ falls along with it, so
\f$p_i - q_i\f$ is first not negative, then not positive; its partial sums rise, then fall, and end
at 0: they are never negative.  A convex function \f$\varphi\f$ has \f$\sum\varphi(p_i) \ge
\sum\varphi(q_i)\f$ then (Karamata): \f$t^2\f$, and \f$t\log t\f$, which gives \f$H(p) \le H(q)\f$.  For
the mean, \f$\sum(p_i - q_i)x_i\f$ is a sum of such partial sums times \f$x_k - x_{k+1} \ge 0\f$.  ∎

\proved n ≥ 1, T > 0, U > T

\rounding Sums of rounded entries may cross by an ulp where both are 1.

\witness \ref fault.temperature-multiplies: cooling for heating.

\evidence{temperature.majorisation}
*/
// [temperature.majorisation]
Truth colder_majorises(const Evaluator& f, const Vector& x, double T, double U) {
  const Intervals p = f(softmax_temperature, x, T), q = f(softmax_temperature, x, U);
  std::vector<std::size_t> order(x.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&x](std::size_t i, std::size_t j) { return x[i] > x[j]; });
  Truth all;
  Interval of_p = 0, of_q = 0;
  for (std::size_t i : order) all &= less_equal(of_q += q[i], of_p += p[i]);
  return all && less_equal(norm_squared(q), norm_squared(p)).as("sum of squares") &&
         less_equal(mean_depth(p, x), mean_depth(q, x)).as("mean");
}
// [temperature.majorisation]
const Law& majorisation = law({.id = "temperature.majorisation",
                               .inputs = vector_and_two_temperatures(),
                               .predicate = check(colder_majorises),
                               .witness = "temperature-multiplies"});

/**
\page law_temperature
\law{temperature.entropy-slope} The rates at which the entropy of softmax falls and its mean rises with the scale

\statement Let \f$p = \sigma(\lambda x)\f$, \f$\lambda \ge 0\f$.  Then
\f[ \frac{dH}{d\lambda} = -\lambda\operatorname{Var}_p(x) \le 0, \qquad
    \frac{d}{d\lambda}\sum_i p_i^2 = 2\operatorname{Cov}_p(p, x) \ge 0, \qquad
    \frac{d}{d\lambda}\langle p, x\rangle = \operatorname{Var}_p(x) \ge 0 , \f]
tested at \f$\lambda = 1\f$, where \f$p' = d\sigma(x)\cdot x\f$.

\words With \f$\lambda = 1/(kT)\f$ and \f$E = -x\f$ the last is
\f$\frac{d\langle E\rangle}{dT} = \operatorname{Var}(E)/(kT^2)\f$: the mean energy rises with the
temperature.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 40\f$.

\sources S3 §1.2, which observes it; S2, section on the softmax.

\derivation \f$p_i' = p_i(x_i - \bar x)\f$ with \f$\bar x = \langle p, x\rangle\f$; so
\f$\frac{d}{d\lambda}\langle p, x\rangle = \sum p_i(x_i - \bar x)x_i = \operatorname{Var}_p(x)\f$.  As
\f$\log p_i = \lambda x_i - \operatorname{LSE}(\lambda x)\f$ and \f$\sum p_i' = 0\f$,
\f$H' = -\sum p_i'\log p_i = -\lambda\sum p_i'x_i\f$.  The covariance of
\f$p_i = e^{\lambda x_i}/s\f$ and \f$x_i\f$ is not negative for \f$\lambda \ge 0\f$, because the one is an
increasing function of the other: \f$\operatorname{Cov} = \frac12\sum_{ij}p_ip_j(p_i - p_j)(x_i - x_j)\f$
(Chebyshev).  Another \f$\lambda > 0\f$ is the
case 1 of the vector \f$\lambda x\f$.  ∎

\proved n ≥ 1, λ ≥ 0

\rounding The mean is taken from the maximum, since a common offset would cancel.

\witness \ref fault.derivative-forgets-mean: \f$p_ix_i\f$ for \f$p_i'\f$.

\evidence{temperature.entropy-slope}
*/
// [temperature.entropy-slope]
Truth slopes_along_the_path(const Evaluator& f, const Vector& x) {
  const Intervals p = f(softmax, x), log_p = f(log_softmax, x),
                  slope = f(softmax_derivative, x, {x});
  const Interval depth = mean_depth(p, x), m = maximum(x);
  Interval variance = 0, mean_slope = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    variance += p[i] * sqr(Interval(x[i]) - m + depth);
    mean_slope += slope[i] * (Interval(x[i]) - m);
  }
  return same(dot(slope, log_p), variance).as("entropy") && same(mean_slope, variance).as("mean") &&
         less_equal(0, dot(p, slope)).as("sum of squares");
}
// [temperature.entropy-slope]
const Law& entropy_slope = law({.id = "temperature.entropy-slope",
                                .inputs = at_most(40, one_vector()),
                                .predicate = check(slopes_along_the_path),
                                .witness = "derivative-forgets-mean"});

/**
\page law_temperature
\law{temperature.entropy-falls} A larger scale lowers the entropy of softmax, by a bounded amount

\statement For \f$\lambda > 1\f$,
\f$0 \le H(\sigma(x)) - H(\sigma(\lambda x)) \le \frac{\lambda^2 - 1}8\omega^2\f$ with \f$\omega\f$ the spread
of \f$x\f$; for \f$\lambda < 1\f$ both inequalities are turned round.

\hypotheses \f$x\f$ finite, \f$\lambda > 0\f$ a power of two and \f$\lambda x\f$ a vector of floats.

\sources S3 §1.2: as the scale grows the entropy falls; S2, exercise 7, part 1: doubling \f$\alpha\f$ halves
the temperature.

\derivation By \ref temperature.entropy-slope the difference is
\f$\int_1^\lambda t\operatorname{Var}_{\sigma(tx)}(x)\,dt\f$, and
\f$0 \le \operatorname{Var} \le \omega^2/4\f$ (Popoviciu); \f$\int_1^\lambda t\,dt =
\frac12(\lambda^2 - 1)\f$.  ∎

\proved n ≥ 1, λ > 0

\rounding For two close entries the upper bound is nearly attained, and the difference is of the second
order in their distance.

\witness \ref fault.softmax-entropy-in-bits: 1.44 times the difference.

\evidence{temperature.entropy-falls}
*/
// [temperature.entropy-falls]
Truth entropy_falls(const Evaluator& f, const Vector& x, double lambda) {
  const Interval loss = f(softmax_entropy, x) - f(softmax_entropy, lambda * x);
  const Interval bound = (sqr(Interval(lambda)) - 1) * sqr(spread(x)) / 8;
  return lambda >= 1 ? less_equal(0, loss) && less_equal(loss, bound)
                     : less_equal(loss, 0) && less_equal(bound, loss);
}
// [temperature.entropy-falls]
const Law& falls = law({.id = "temperature.entropy-falls",
                        .inputs = vector_and_power_of_two(),
                        .predicate = check(entropy_falls),
                        .witness = "softmax-entropy-in-bits"});

/**
\page law_temperature
\erratum{erratum.temperature-favours} No temperature favours the higher energy

\printed The temperature is changed to favour states of lower or of higher energy.

\sources S2, section on the softmax.

\weight notation: it depends on the reading.  A higher temperature favours states of higher energy more than a
lower temperature does; it never favours them over states of lower energy.

\counterexample \f$E = (0, 1)\f$, \f$T = 2^{20}\f$: the state of energy 0 has 0.500000238…, the other
0.499999761….  As a predicate: the higher energy has the greater probability.

\correction At every \f$T > 0\f$ the lower energy is the more likely; heating only evens the probabilities
out, and the mean energy rises towards the plain mean.  It would take a negative temperature to go
beyond.

\derivation \ref temperature.boltzmann and \ref temperature.majorisation.

\evidence{erratum.temperature-favours}
*/
// [erratum.temperature-favours]
Truth heat_favours_higher_energy(const Evaluator& f, const Vector& energy, double T) {
  const Intervals p = f(softmax_temperature, -energy, T);
  const auto highest = std::ranges::max_element(energy) - energy.begin();
  return less_equal(p.front(), p[static_cast<std::size_t>(highest)]);
}
// [erratum.temperature-favours]
const Erratum& temperature_favours =
    erratum({.id = "erratum.temperature-favours",
             .parameters = {{"E", Kind::vector}, {"T", Kind::scalar}},
             .printed = check(heat_favours_higher_energy),
             .counterexample = "binary64; 0,1; 0x1p20",
             .corrected_by = "temperature.boltzmann"});

}  // namespace
}  // namespace softlaw::properties
