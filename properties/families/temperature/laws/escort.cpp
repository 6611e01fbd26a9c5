// SPDX-License-Identifier: Apache-2.0
// The family temperature, continued: powers of a distribution.
#include <algorithm>
#include <cmath>

#include "families/coding/inputs/inputs.hpp"
#include "families/information/inputs/inputs.hpp"
#include "families/temperature/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// The entries that are not 0.
Vector support(const Vector& p) {
  Vector entries = p;
  std::erase(entries, 0.0);
  return entries;
}

Intervals logarithms(const Vector& p) {
  Intervals all;
  for (double entry : p) all.push_back(log(Interval(entry)));
  return all;
}

/**
\page law_temperature
\law{temperature.escort} A power of the probabilities of softmax divides the temperature

\statement Let \f$q_i = p_i^\alpha/\sum_j p_j^\alpha\f$ on the support of \f$p\f$.  Then
\f$\log(q_i/q_j) = \alpha\log(p_i/p_j)\f$, \f$\sum_i q_i = 1\f$, and \f$q_i = 0\f$ where
\f$p_i = 0\f$.

\words If \f$p = \sigma(x)\f$ then \f$q = \sigma(\alpha x)\f$: softmax at the temperature
\f$1/\alpha\f$.  To double the temperature, take square roots; to halve it, squares.

\hypotheses \f$p_i \ge 0\f$ finite, not all 0, of any sum; \f$0 < \alpha < \infty\f$.

\sources S2, exercise 7, its setting and part 1: \f$Q(i) \propto P(i)^\alpha\f$; the solution has
\f$\alpha \propto 1/T\f$, and reads \f$e^{-E/(kT)}\f$ as \f$e^{o_i/T}\f$, where \f$P(i) \propto e^{o_i}\f$ is
meant at the temperature 1 and \f$o = -E/k\f$.

\derivation The common factor cancels in the ratio.  For \f$p_i = e^{x_i}/s\f$,
\f$p_i^\alpha \propto e^{\alpha x_i}\f$, so the exponent \f$\alpha = T_0/T\f$ leads from the temperature
\f$T_0\f$ to \f$T\f$.  ∎

\proved p ≥ 0, p ≠ 0

\rounding Where \f$q_i\f$ underflows its logarithm is not known, and the law says no more than that it
is small.

\witness \ref fault.escort-at-temperature: the exponent \f$1/\alpha\f$.

\evidence{temperature.escort}
*/
// [temperature.escort]
Truth escort_raises_ratios(const Evaluator& f, const Vector& p, double alpha) {
  const Intervals q = f(escort, p, alpha);
  const auto mode = static_cast<std::size_t>(std::ranges::max_element(p) - p.begin());
  Truth all = same(sum(q), 1).as("sum");
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Interval depth = Interval(alpha) * log(Interval(p[i]) / Interval(p[mode]));
    all &= p[i] == 0 ? same(q[i], 0).as("off the support") : same(log(q[i] / q[mode]), depth);
  }
  return all;
}
// [temperature.escort]
const Law& escort_ratios = law({.id = "temperature.escort",
                                .inputs = weights_and_exponent(),
                                .predicate = check(escort_raises_ratios),
                                .witness = "escort-at-temperature"});

/**
\page law_temperature
\law{temperature.semigroup} The exponents of nested powers of a distribution multiply

\statement With \f$E_\alpha(p) = p^\alpha/\sum p^\alpha\f$: \f$E_\alpha(p^2) = E_{2\alpha}(p)\f$, which is
\f$E_\alpha(E_2(p)) = E_{2\alpha}(p)\f$ since \f$E_\alpha\f$ does not feel a factor:
\f$E_\alpha(cp) = E_\alpha(p)\f$.  In particular \f$E_{1/2}(p^2) = E_1(p) = p/\sum p\f$.

\hypotheses \f$p_i \ge 0\f$ of at most 10 bits, not all 0, so that \f$p_i^2\f$ and \f$2p_i\f$ are
floats; \f$\alpha, 2\alpha\f$ floats.

\sources S2, exercise 7, part 1: halving \f$\alpha\f$ doubles the temperature, doubling halves it.

\derivation \f$(p^2)^\alpha = p^{2\alpha}\f$.  In general \f$E_\beta E_\alpha = E_{\alpha\beta}\f$, and
\f$E_1\f$ is the identity of distributions: \f$\alpha \mapsto E_\alpha\f$ is an action of the positive
numbers under multiplication.  ∎

\proved p ≥ 0, p ≠ 0

\rounding A distribution that was raised to a power and rounded is another one.  So the square is taken
exactly, and its sum left as it is.

\witness \ref fault.escort-not-normalised: the powers without the division.

\evidence{temperature.semigroup}
*/
// [temperature.semigroup]
Truth powers_multiply(const Evaluator& f, const Vector& p, double alpha) {
  Vector squares;
  for (double entry : p) squares.push_back(entry * entry);  // exact by hypothesis
  const Intervals doubled = f(escort, p, 2 * alpha);
  const Interval total = sum(enclose(p));
  Intervals shares;
  for (double entry : p) shares.push_back(Interval(entry) / total);
  return same(f(escort, squares, alpha), doubled) &&
         same(f(escort, 2 * p, 2 * alpha), doubled).as("factor") &&
         same(f(escort, squares, 0.5), shares).as("root") &&
         same(f(escort, p, 1), shares).as("one");
}
// [temperature.semigroup]
const Law& semigroup = law({.id = "temperature.semigroup",
                            .inputs = short_weights_and_exponent(),
                            .predicate = check(powers_multiply),
                            .witness = "escort-not-normalised"});

/**
\page law_temperature
\law{temperature.cold-escort} High powers of a distribution are concentrated on its modes, in equal shares

\statement Let \f$p\f$ have its maximum \f$k\f$ times, \f$s\f$ positive entries in all, and let
\f$r < 1\f$ be the ratio of the next smaller entry to it.  Each mode has the same probability, and
\f[ \sum_{p_i < \max p} q_i \le \frac{s - k}k\,r^\alpha . \f]
Hence as \f$\alpha \to \infty\f$, \f$q\f$ tends to the uniform distribution on the modes.

\hypotheses \f$p_i \ge 0\f$ finite, not all 0, \f$0 < \alpha < \infty\f$.

\sources S2, exercise 7, part 2, whose solution gives the probability 1 to the most likely outcomes,
be they one or several: \ref erratum.cold-limit.

\derivation Divide by \f$(\max p)^\alpha\f$: the \f$k\f$ modes have the weight 1, the others at most
\f$r^\alpha\f$, and there are \f$s - k\f$ of them; the sum of all weights is at least \f$k\f$.  ∎

\proved p ≥ 0, p ≠ 0, α > 0

\rounding Ties are ties of floats.  Two entries that differ in the last bit have a gap \f$-\log r\f$ of
\f$10^{-16}\f$, and stay together up to \f$\alpha = 10^{16}\f$.

\witness \ref fault.escort-first-mode: all to the first of the modes.

\evidence{temperature.cold-escort}
*/
// [temperature.cold-escort]
Truth cold_escort_on_modes(const Evaluator& f, const Vector& p, double alpha) {
  const Intervals q = f(escort, p, alpha);
  const double mode = maximum(p);
  const std::size_t k = multiplicity_of_maximum(p);
  double next = 0;
  Interval elsewhere = 0, first = Interval::empty();
  Truth all;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] < mode) {
      next = std::max(next, p[i]);
      elsewhere += q[i];
    } else {
      if (!first.is_empty()) all &= same(q[i], first).as("modes alike");
      first = q[i];
    }
  }
  const Interval rate =
      next == 0 ? Interval(0) : exp(Interval(alpha) * log(Interval(next) / Interval(mode)));
  const Interval others = count(support(p).size() - k) / count(k);
  return all && less_equal(elsewhere, others * rate) && less_equal(count(k) * first, 1);
}
// [temperature.cold-escort]
const Law& cold_escort = law({.id = "temperature.cold-escort",
                              .inputs = weights_and_exponent(),
                              .predicate = check(cold_escort_on_modes),
                              .witness = "escort-first-mode"});

/**
\page law_temperature
\law{temperature.hot-escort} Low powers of a distribution are uniform on its support

\statement On the support of \f$p\f$, of \f$s\f$ entries, let \f$l_i = \log p_i\f$, \f$\bar l\f$ their
mean and \f$\omega\f$ their spread.  Then \f$\alpha(l_i - \bar l) - \frac{\alpha^2\omega^2}8 \le
\log(s\,q_i) \le \alpha(l_i - \bar l)\f$, and \f$q_i = 0\f$ elsewhere.  Hence \f$q\f$ tends to the uniform
distribution on the support as \f$\alpha \to 0\f$.

\hypotheses \f$p_i \ge 0\f$ finite, not all 0, \f$0 < \alpha < \infty\f$.

\sources S2, exercise 7, part 3: uniform over all possible outcomes, with \f$P(i) > 0\f$.  An outcome of
probability 0 stays so at every temperature: for \f$p = (\frac12, \frac12, 0)\f$, \f$q = p\f$ for all
\f$\alpha\f$.

\derivation \ref temperature.hot for the vector of the \f$l_i\f$ at the temperature \f$1/\alpha\f$.  ∎

\proved p ≥ 0, p ≠ 0, α > 0

\rounding The limit is not the value at \f$\alpha = 0\f$ of the formula with `pow`, whose \f$0^0\f$ is 1.

\witness \ref fault.escort-off-the-support: zeros are lifted to a small number, whose low powers are
near 1.

\evidence{temperature.hot-escort}
*/
// [temperature.hot-escort]
Truth hot_escort_is_uniform(const Evaluator& f, const Vector& p, double alpha) {
  const Intervals q = f(escort, p, alpha), l = logarithms(support(p));
  const Interval centre = sum(l) / count(l.size()), log_s = log(count(l.size()));
  const Interval curvature = sqr(Interval(alpha) * spread(l)) / 8;
  Truth all;
  std::size_t next = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] == 0) {
      all &= same(q[i], 0).as("off the support");
      continue;
    }
    const Interval most = Interval(alpha) * (l[next++] - centre) - log_s;
    all &= less_equal(log(q[i]), most) && less_equal(most - curvature, log(q[i]));
  }
  return all;
}
// [temperature.hot-escort]
const Law& hot_escort = law({.id = "temperature.hot-escort",
                             .inputs = weights_and_exponent(),
                             .predicate = check(hot_escort_is_uniform),
                             .witness = "escort-off-the-support"});

}  // namespace
}  // namespace softlaw::properties
