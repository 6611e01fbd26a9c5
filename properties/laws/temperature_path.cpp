// SPDX-License-Identifier: Apache-2.0
// The family temperature goes on: what happens on the way from hot to cold.
#include <algorithm>
#include <numeric>

#include "../generate/lengths.hpp"
#include "../generate/softmax_inputs.hpp"
#include "law/law.hpp"
#include "terms.hpp"

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
\f$e^{-E/kT}\f$, and a change of \f$T\f$ favours states of lower or of higher energy: see
\ref erratum.temperature-favours.  S2, exercise 7 has the exponent as \f$o_i/T\f$ with
\f$o = -E/k\f$.

\derivation The sum of all weights cancels in the ratio.  ∎

\rounding The order may be lost where both probabilities underflow, or where two energies differ by
less than an ulp of \f$T\f$; never inverted.

\witness \ref fault.temperature-multiplies: \f$-ET\f$.

\evidence{temperature.boltzmann}
*/
// [temperature.boltzmann]
Truth lower_energy_is_likelier(const Evaluator& f, const Vector& energy, double T) {
  const Intervals log_p = f.log_softmax(-energy, T), p = f.softmax(-energy, T);
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
\law{temperature.majorisation} The colder distribution majorises the hotter one

\statement Let \f$p = \sigma(x/T)\f$ and \f$q = \sigma(x/U)\f$ with \f$T < U\f$.  For every \f$k\f$ the
\f$k\f$ largest entries of \f$p\f$ have a sum of at least that of the \f$k\f$ largest of \f$q\f$.
Hence \f$\max_i p_i\f$ and \f$\sum_i p_i^2\f$ are not smaller than those of \f$q\f$, and the mean of
\f$x\f$ is not lower.

\words Cooling takes from the poor and gives to the rich.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 40\f$, \f$0 < T < U < \infty\f$.

\sources S3 §1.2: a larger scale makes the distribution sharper; S2, section on the softmax, the role of
the temperature.  For two distributions that are not on one path it is no order:
\ref erratum.variance-entropy.

\derivation Sort \f$x\f$ in falling order.  \f$p_i/q_i = c\,e^{x_i(1/T - 1/U)}\f$ falls along with it, so
\f$p_i - q_i\f$ is first not negative, then not positive; its partial sums rise, then fall, and end
at 0: they are never negative.  A convex function \f$\varphi\f$ has \f$\sum\varphi(p_i) \ge
\sum\varphi(q_i)\f$ then (Karamata): \f$t^2\f$, and \f$t\log t\f$, which gives \f$H(p) \le H(q)\f$.  For
the mean, \f$\sum(p_i - q_i)x_i\f$ is a sum of such partial sums times \f$x_k - x_{k+1} \ge 0\f$.  ∎

\rounding Sums of rounded entries may cross by an ulp where both are 1.

\witness \ref fault.temperature-multiplies: cooling for heating.

\evidence{temperature.majorisation}
*/
// [temperature.majorisation]
Truth colder_majorises(const Evaluator& f, const Vector& x, double T, double U) {
  const Intervals p = f.softmax(x, T), q = f.softmax(x, U);
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
\law{temperature.entropy-slope} How fast entropy falls and the mean rises

\statement Let \f$p = \sigma(\lambda x)\f$.  Then
\f[ \frac{dH}{d\lambda} = -\lambda\operatorname{Var}_p(x) \le 0, \qquad
    \frac{d}{d\lambda}\sum_i p_i^2 = 2\operatorname{Cov}_p(p, x) \ge 0, \qquad
    \frac{d}{d\lambda}\langle p, x\rangle = \operatorname{Var}_p(x) \ge 0 , \f]
tested at \f$\lambda = 1\f$, where \f$\dot p = d\sigma(x)\cdot x\f$.

\words With \f$\lambda = 1/kT\f$ and \f$E = -x\f$ the last is
\f$\frac{d\langle E\rangle}{dT} = \operatorname{Var}(E)/kT^2\f$: the mean energy rises with the
temperature.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 40\f$.

\sources S3 §1.2, which observes it; S2, section on the softmax.

\derivation \f$\dot p_i = p_i(x_i - \bar x)\f$ with \f$\bar x = \langle p, x\rangle\f$; so
\f$\frac{d}{d\lambda}\langle p, x\rangle = \sum p_i(x_i - \bar x)x_i = \operatorname{Var}_p(x)\f$.  As
\f$\log p_i = \lambda x_i - \operatorname{LSE}(\lambda x)\f$ and \f$\sum\dot p_i = 0\f$,
\f$\dot H = -\sum\dot p_i\log p_i = -\lambda\sum\dot p_ix_i\f$.  The covariance of
\f$p_i = e^{\lambda x_i}/s\f$ and \f$x_i\f$ is not negative for \f$\lambda \ge 0\f$, because the one is an
increasing function of the other: \f$\operatorname{Cov} = \frac12\sum_{ij}p_ip_j(p_i - p_j)(x_i - x_j)\f$
(Chebyshev).  For any other \f$\lambda\f$ take \f$\lambda x\f$ for \f$x\f$.  ∎

\rounding The mean is taken from the maximum, since a common offset would cancel.

\witness \ref fault.derivative-forgets-mean: \f$p_ix_i\f$ for \f$\dot p_i\f$.

\evidence{temperature.entropy-slope}
*/
// [temperature.entropy-slope]
Truth slopes_along_the_path(const Evaluator& f, const Vector& x) {
  const Intervals p = f.softmax(x), log_p = f.log_softmax(x), slope = f.softmax_derivative(x, {x});
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
\law{temperature.entropy-falls} A larger scale lowers the entropy, by a bounded amount

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

\rounding For two close entries the upper bound is nearly attained, and the difference is of the second
order in their distance.

\witness \ref fault.softmax-entropy-in-bits: 1.44 times the difference.

\evidence{temperature.entropy-falls}
*/
// [temperature.entropy-falls]
Truth entropy_falls(const Evaluator& f, const Vector& x, double lambda) {
  const Interval loss = f.softmax_entropy(x) - f.softmax_entropy(lambda * x);
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
\law{temperature.purity} The sum of squares, from hot to cold

\statement Let \f$p = \sigma(x/T)\f$, the maximum \f$k\f$ times in \f$x\f$ with the gap \f$g\f$ below it,
and \f$\omega\f$ the spread.  Then
\f[ 0 \le \sum_i p_i^2 - \frac1n \le \frac1n\bigl(e^{\omega/T} - 1\bigr)^2, \qquad
    \frac{k}{(k + (n-k)e^{-g/T})^2} \le \sum_i p_i^2 \le \max_i p_i \le \frac1k . \f]

\words It goes to \f$\frac1n\f$ when hot and to \f$\frac1k\f$ when cold.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$0 < T < \infty\f$.

\sources S3 §1.2: \f$\sum p_j^2 - \frac1q\f$ tends to 0 as the scale of \f$o\f$ shrinks, and to
\f$1 - \frac1q\f$ as it grows.  The second is so for a lone maximum; with \f$k\f$ the limit is
\f$\frac1k - \frac1q\f$, for \f$o = (1, 1, 0)\f$ it is \f$\frac16\f$ and not \f$\frac23\f$.  That is the
mistake of \ref erratum.cold-limit once more.

\derivation \f$p_i \le e^{\omega/T}/n\f$ and \f$p_i \ge e^{-\omega/T}/n\f$, for each of the \f$n\f$ terms of
\f$1/p_i = \sum_j e^{(x_j - x_i)/T}\f$ lies between \f$e^{\pm\omega/T}\f$.  So
\f$|np_i - 1| \le e^{\omega/T} - 1\f$; square and sum, with \f$\sum p_i^2 - \frac1n =
\sum(p_i - \frac1n)^2\f$.  The maximal entries are at least \f$1/(k + (n-k)e^{-g/T})\f$ by
\ref temperature.cold, and \f$\sum p_i^2 \le \max p\sum p_i\f$, where \f$k\max p \le 1\f$.  ∎

\rounding Taken as \f$\sum(p_i - \frac1n)^2\f$ it does not cancel.

\witness \ref fault.temperature-twice: \f$\sigma(x/T^2)\f$.

\evidence{temperature.purity}
*/
// [temperature.purity]
Truth purity(const Evaluator& f, const Vector& x, double T) {
  const Intervals p = f.softmax(x, T);
  const Interval n = count(x.size()), k = count(multiplicity_of_maximum(x));
  Interval above_even = 0;
  for (const Interval& entry : p) above_even += sqr(entry - 1 / n);
  const Interval most = exp(-excess_if_others_lie(gap_below_maximum(x) / T, x));
  return less_equal(above_even, sqr(expm1(spread(x) / T)) / n).as("hot") &&
         less_equal(k * sqr(most), norm_squared(p)).as("cold") &&
         less_equal(norm_squared(p), 1 / k).as("at most 1/k");
}
// [temperature.purity]
const Law& sum_of_squares = law({.id = "temperature.purity",
                                 .inputs = vector_and_temperature(),
                                 .predicate = check(purity),
                                 .witness = "temperature-twice"});

/**
\page law_temperature
\law{temperature.hot-linear} Hot softmax to first order

\statement With \f$\bar x\f$ the mean and \f$\omega\f$ the spread of \f$x\f$,
\f[ \Bigl|\sigma(x/T)_i - \frac1n - \frac{x_i - \bar x}{nT}\Bigr| \le \frac{\omega^2}{8T^2} . \f]

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$0 < T < \infty\f$.

\sources S2, exercise 7.3 and S3 §1.2, both without a rate.

\derivation Along \f$\lambda \mapsto p = \sigma(\lambda x)\f$, with \f$d_i = x_i - \langle p, x\rangle\f$ and
\f$V = \sum_j p_jd_j^2\f$: \f$\dot p_i = p_id_i\f$, which at \f$\lambda = 0\f$ is
\f$\frac1n(x_i - \bar x)\f$, and \f$\ddot p_i = p_i(d_i^2 - V)\f$.  Both \f$p_id_i^2\f$ and \f$p_iV\f$ lie
between 0 and \f$V \le \omega^2/4\f$, so \f$|\ddot p_i| \le \omega^2/4\f$; Taylor's remainder at
\f$\lambda = 1/T\f$ is at most \f$\frac12\lambda^2\f$ times that.  ∎

\rounding \ref temperature.hot has the same in the logarithm.

\witness \ref fault.temperature-twice: the slope \f$1/T^2\f$.

\evidence{temperature.hot-linear}
*/
// [temperature.hot-linear]
Truth hot_softmax_is_linear(const Evaluator& f, const Vector& x, double T) {
  const Intervals p = f.softmax(x, T);
  const Interval n = count(x.size()), centre = mean(x), bound = sqr(spread(x) / T) / 8;
  Truth all;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Interval linear = (1 + (Interval(x[i]) - centre) / T) / n;
    all &= less_equal(abs(p[i] - linear), bound);
  }
  return all;
}
// [temperature.hot-linear]
const Law& hot_linear = law({.id = "temperature.hot-linear",
                             .inputs = vector_and_temperature(),
                             .predicate = check(hot_softmax_is_linear),
                             .witness = "temperature-twice"});

/**
\page law_temperature
\erratum{erratum.temperature-favours} No temperature favours the higher energy

\printed The temperature is changed to favour states of lower or of higher energy.

\sources S2, section on the softmax.

\weight notation: it turns on a reading.  A higher temperature favours states of higher energy more than a
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
  const Intervals p = f.softmax(-energy, T);
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
