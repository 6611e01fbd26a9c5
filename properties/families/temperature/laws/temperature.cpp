// SPDX-License-Identifier: Apache-2.0
/**
\page law_temperature Temperature

Softmax at the temperature \f$T > 0\f$ is \f$\sigma(x/T)\f$: uniform when hot, on the maxima alone
when cold. As with all limits here, each law is a bound on the rate.
*/
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

Inputs vector_and_temperature() {
  Inputs inputs = vector_and_scale();
  inputs.parameters.at(1).name = "T";
  inputs.hypothesis_text = "x finite, not empty, T > 0 finite";
  return inputs;
}

/**
\page law_temperature
\law{temperature.cold} Cold softmax is concentrated on the maxima, in equal shares

\statement Let the maximum stand \f$k\f$ times in \f$x\f$, the next smaller entry \f$g\f$ below it
and the smallest \f$r\f$ below it (if \f$k = n\f$ there is no other, and the terms with \f$n - k\f$
are 0). Every entry that is the maximum has
\f[ \frac1{k + (n-k)e^{-g/T}} \le \sigma(x/T)_i \le \frac1{k + (n-k)e^{-r/T}} \le \frac1k , \f]
and all others together have
\f[ \sum_{x_j < \max x} \sigma(x/T)_j \le \frac{n-k}k e^{-g/T} . \f]
Hence, as \f$T \to 0\f$, softmax tends to the uniform distribution on the maxima.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$0 < T < \infty\f$.

\sources S2, exercise 7.2; its solution calls the limit deterministic, which it is for \f$k = 1\f$
only: \ref erratum.cold-limit.

\derivation For a maximal entry, \f$\sigma(x/T)_i = 1/\sum_j e^{-(\max x - x_j)/T}\f$, whose sum has
\f$k\f$ terms 1 and \f$n - k\f$ between \f$e^{-r/T}\f$ and \f$e^{-g/T}\f$.  For another,
\f$\sigma(x/T)_j = e^{-(\max x - x_j)/T}\sigma(x/T)_i \le e^{-g/T}/k\f$; there are \f$n - k\f$. ∎

\proved n ≥ 1, T > 0, g ≥ 0

\rounding Below \f$T = g/745.13\f$ (\f$g/103.97\f$ in binary32) the mass off the maxima underflows,
and the limit is reached to the last bit: \f$1/k\f$ rounded, and 0.

\witness \ref fault.temperature-twice: \f$\sigma(x/T^2)\f$, which freezes too early.

\evidence{temperature.cold}
*/
// [temperature.cold]
Truth cold_softmax_on_maxima(const Evaluator& f, const Vector& x, double T) {
  const Interval most = exp(-excess_if_others_lie(spread(x) / T, x));
  const Interval least = exp(-excess_if_others_lie(gap_below_maximum(x) / T, x));
  const Intervals p = f(softmax_temperature, x, T);
  const double m = maximum(x);
  Truth all;
  Interval elsewhere = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] == m) {
      all &= less_equal(least, p[i]) && less_equal(p[i], most);
    } else {
      elsewhere += p[i];
    }
  }
  const Interval bound = others_for_each_maximum(x) * exp(-gap_below_maximum(x) / T);
  return all && less_equal(elsewhere, bound).as("mass off the maxima");
}
// [temperature.cold]
const Law& cold = law({.id = "temperature.cold",
                       .inputs = vector_and_temperature(),
                       .predicate = check(cold_softmax_on_maxima),
                       .witness = "temperature-twice"});

/**
\page law_temperature
\law{temperature.hot} Hot softmax is uniform, with a tilt of 1/T

\statement Let \f$\bar x\f$ be the mean of \f$x\f$ and \f$\omega\f$ its spread.  Then
\f[ \frac{x_i - \bar x}T - \frac{\omega^2}{8T^2} \le \log\bigl(n\,\sigma(x/T)_i\bigr)
    \le \frac{x_i - \bar x}T . \f]
Hence \f$\sigma(x/T) \to \frac1n\mathbf 1\f$ as \f$T \to \infty\f$, and
\f$\sigma(x/T)_i = \frac1n\bigl(1 + (x_i - \bar x)/T + O(\omega^2/T^2)\bigr)\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$0 < T < \infty\f$.

\sources S2, exercise 7.3 and S3 §1.2, both without a rate.

\derivation \f$\log\sigma(x/T)_i = x_i/T - \operatorname{LSE}(x/T)\f$, and by \ref limits.mean with
\f$\lambda = 1/T\f$, \f$\log n + \bar x/T \le \operatorname{LSE}(x/T) \le
\log n + \bar x/T + \omega^2/(8T^2)\f$. ∎

\proved n ≥ 1, T > 0

\rounding Stated for the logarithm, because there the tilt \f$(x_i - \bar x)/T\f$ stands beside
\f$\log n\f$ alone.

\witness \ref fault.temperature-after-logarithm: \f$T^{-1}\log\sigma(x)\f$ for
\f$\log\sigma(x/T)\f$; it tends to 0, not to \f$-\log n\f$.

\evidence{temperature.hot}
*/
// [temperature.hot]
Truth hot_softmax_is_uniform(const Evaluator& f, const Vector& x, double T) {
  const Intervals log_p = f(log_softmax_temperature, x, T);
  const Interval centre = mean(x), log_n = log(count(x.size()));
  const Interval curvature = sqr(spread(x) / T) / 8;
  Truth all;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Interval most = (x[i] - centre) / T - log_n;
    all &= less_equal(most - curvature, log_p[i]) && less_equal(log_p[i], most);
  }
  return all;
}
// [temperature.hot]
const Law& hot = law({.id = "temperature.hot",
                      .inputs = vector_and_temperature(),
                      .predicate = check(hot_softmax_is_uniform),
                      .witness = "temperature-after-logarithm"});

/**
\page law_temperature
\law{temperature.division} The temperature of softmax divides the entries

\statement \f$\sigma(x; T) = \sigma(x/T)\f$ and \f$\log\sigma(x; T) = \log\sigma(x/T)\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$; \f$\lambda = 1/T\f$ is a power of two and \f$\lambda x\f$
a vector of floats.

\sources S2, exercise 7.1: raising probabilities to the power \f$\alpha\f$ divides the temperature
by \f$\alpha\f$.

\derivation Definition; \f$\sigma(x)_i^\alpha \propto e^{\alpha x_i}\f$ ties it to the exercise. ∎

\rounding \f$x/T\f$ is exact here, so a correctly rounded softmax returns the same bits either way.

\witness \ref fault.temperature-multiplies: \f$\sigma(Tx)\f$, temperature and its inverse confused.

\evidence{temperature.division}
*/
// [temperature.division]
Truth temperature_divides(const Evaluator& f, const Vector& x, double lambda) {
  return same(f(softmax_temperature, x, 1 / lambda), f(softmax, lambda * x)).as("softmax") &&
         same(f(log_softmax_temperature, x, 1 / lambda), f(log_softmax, lambda * x))
             .as("log_softmax");
}
// [temperature.division]
const Law& division = law({.id = "temperature.division",
                           .inputs = vector_and_power_of_two(),
                           .predicate = check(temperature_divides),
                           .witness = "temperature-multiplies"});

/**
\page law_temperature
\erratum{erratum.cold-limit} The cold limit of softmax is deterministic only if the maximum is alone

\printed As \f$T \to 0\f$ the distribution becomes deterministic: the most likely outcome(s) have
probability 1, all others 0.

\sources S2, exercise 7.2, the solution.

\weight substance, which the plural of the sentence betrays: two outcomes cannot both have
probability 1.

\counterexample \f$x = (0, 0, -1)\f$, \f$T = 2^{-10}\f$: each of the two maxima has 0.5, and would
be as far from 1 at any smaller \f$T\f$. As a predicate, with the rate \f$(n-1)e^{-g/T}\f$ that a
lone maximum has, where \f$g\f$ is the gap.

\correction The limit is uniform on the maxima: \f$1/k\f$ for each of \f$k\f$.

\derivation See \ref temperature.cold.

\evidence{erratum.cold-limit}
*/
// [erratum.cold-limit]
Truth cold_softmax_is_deterministic(const Evaluator& f, const Vector& x, double T) {
  const Intervals p = f(softmax_temperature, x, T);
  const Interval rate = count(x.size() - 1) * exp(-gap_below_maximum(x) / T);
  Truth all;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] == maximum(x)) all &= less_equal(1 - p[i], rate);
  }
  return all;
}
// [erratum.cold-limit]
const Erratum& cold_limit = erratum({.id = "erratum.cold-limit",
                                     .parameters = {{"x", Kind::vector}, {"T", Kind::scalar}},
                                     .printed = check(cold_softmax_is_deterministic),
                                     .counterexample = "binary64; 0,0,-1; 0x1p-10",
                                     .corrected_by = "temperature.cold"});

}  // namespace
}  // namespace softlaw::properties
