// SPDX-License-Identifier: Apache-2.0
// The family temperature, continued: how fast the limits are approached.
#include "families/softmax/functions.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_temperature
\law{temperature.purity} The sum of squared probabilities of softmax, from hot to cold

\statement Let \f$p = \sigma(x/T)\f$, the maximum \f$k\f$ times in \f$x\f$ with the gap \f$g\f$ below it,
and \f$\omega\f$ the spread.  Then
\f[ 0 \le \sum_i p_i^2 - \frac1n \le \frac1n\bigl(e^{\omega/T} - 1\bigr)^2, \qquad
    \frac{k}{(k + (n-k)e^{-g/T})^2} \le \sum_i p_i^2 \le \frac1k . \f]

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

\proved n ≥ 1, T > 0, g ≥ 0

\rounding Taken as \f$\sum(p_i - \frac1n)^2\f$ it does not cancel.

\witness \ref fault.temperature-twice: \f$\sigma(x/T^2)\f$.

\evidence{temperature.purity}
*/
// [temperature.purity]
Truth purity(const Evaluator& f, const Vector& x, double T) {
  const Intervals p = f(softmax_temperature, x, T);
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
\f$V = \sum_j p_jd_j^2\f$: \f$p_i' = p_id_i\f$, which at \f$\lambda = 0\f$ is
\f$\frac1n(x_i - \bar x)\f$, and \f$p_i'' = p_i(d_i^2 - V)\f$.  Both \f$p_id_i^2\f$ and \f$p_iV\f$ lie
between 0 and \f$V \le \omega^2/4\f$, so \f$|p_i''| \le \omega^2/4\f$; Taylor's remainder at
\f$\lambda = 1/T\f$ is at most \f$\frac12\lambda^2\f$ times that.  ∎

\proved n ≥ 1, T > 0

\rounding \ref temperature.hot has the same in the logarithm.

\witness \ref fault.temperature-twice: the slope \f$1/T^2\f$.

\evidence{temperature.hot-linear}
*/
// [temperature.hot-linear]
Truth hot_softmax_is_linear(const Evaluator& f, const Vector& x, double T) {
  const Intervals p = f(softmax_temperature, x, T);
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

}  // namespace
}  // namespace softlaw::properties
