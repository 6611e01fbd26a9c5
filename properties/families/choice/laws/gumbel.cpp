// SPDX-License-Identifier: Apache-2.0
// The family choice, continued: the largest of noisy scores.
#include <algorithm>
#include <cmath>
#include <softlaw/reference/constants.hpp>
#include <softlaw/reference/precision.hpp>

#include "families/choice/laws/quadrature.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// Up to four scores, for the sake of time.
Inputs few_scores() {
  Inputs inputs = where(one_vector(), "n <= 4",
                        [](const Case& c) { return std::get<Vector>(c.arguments[0]).size() <= 4; });
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    Vector& x = std::get<Vector>(c.arguments[0]);
    if (x.size() > 4) x.resize(4);
    return c;
  };
  return inputs;
}

/// The weights \f$e^{x_j - \max x}\f$: the rates of the exponential clocks \f$e^{-(x_j + G_j)}\f$.
Intervals rates(const Vector& x) {
  Intervals w;
  for (double entry : x) w.push_back(exp(exact_difference(Interval(entry), Interval(maximum(x)))));
  return w;
}

/// A width, at most 1 and a power of two, in which \f$e^{-su}\f$ falls by a factor between e and e².
double panel(const Intervals& w) {
  return std::min(1.0, std::exp2(1 - std::ceil(std::log2(midpoint_double(sum(w))))));
}

constexpr int panels = 10;  ///< After these, about e^-10 at most is left.
constexpr int bits = 64;    ///< Far more than the dozen that the quadrature gives.

/**
\page law_choice
\law{choice.gumbel-max} Softmax is the choice of the largest score under Gumbel noise

\statement Let \f$G_1, \dots, G_n\f$ be independent with
\f$P(G_j \le z) = e^{-e^{-z}}\f$.  Then
\f[ P\bigl(x_k + G_k = \max_j (x_j + G_j)\bigr)
    = \int_{-\infty}^\infty e^{-(z - x_k)}\exp\Bigl(-\sum_j e^{-(z - x_j)}\Bigr)dz = \sigma(x)_k . \f]

\hypotheses \f$x\f$ finite; up to four entries, for the sake of time.

\sources Not in the sources.  S2, the softmax, starts from Gaussian noise instead and takes it for the
probit model: \ref erratum.noise-is-not-probit.

\derivation The density of \f$x_k + G_k\f$ at \f$z\f$ is
\f$e^{-(z-x_k)}\exp(-e^{-(z-x_k)})\f$, and the others are below \f$z\f$ with probability
\f$\prod_{j \ne k}\exp(-e^{-(z-x_j)})\f$.  With \f$u = e^{-z}\f$ the integral becomes
\f$\int_0^\infty e^{x_k}\exp(-u\sum_j e^{x_j})\,du = e^{x_k}/\sum_j e^{x_j}\f$. ∎

The check does not use the last step: it encloses the integral over \f$u\f$ between two quadrature
rules, whose errors have known and opposite signs for a completely monotone integrand, and adds what
the tail can hold.  That decides to \f$10^{-4}\f$ of the value.

\proved n ≥ 1

\rounding Not at stake: the contract is far finer than the quadrature.

\witness \ref fault.powers-of-two: softmax with base 2, which is the choice under noise of another
scale.

\evidence{choice.gumbel-max}
*/
// [choice.gumbel-max]
Truth largest_under_noise(const Evaluator& f, const Vector& x) {
  const Intervals p = f(softmax, x);
  const reference::WorkingPrecision coarse(bits);
  const Intervals w = rates(x);
  const Interval width = panel(w), s = sum(w);
  const Interval wait =
      integral(Interval(0), width, panels, [&](const Interval& u) { return exp(-s * u); });
  const Interval tail = Interval::between(0, exp(-s * width * panels) / s);
  Truth all;
  for (std::size_t k = 0; k < x.size(); ++k) all &= same(p[k], w[k] * (wait + tail));
  return all;
}
// [choice.gumbel-max]
const Law& gumbel_max = law({.id = "choice.gumbel-max",
                             .inputs = few_scores(),
                             .predicate = check(largest_under_noise),
                             .witness = "powers-of-two"});

/**
\page law_choice
\law{choice.gumbel-mean} The mean of the largest score under Gumbel noise is log-sum-exp plus a constant

\statement With \f$G_j\f$ as for \ref choice.gumbel-max, \f$m = \max x\f$ and Euler's constant
\f$\gamma\f$,
\f[ \mathbb E\max_j(x_j + G_j) = \operatorname{LSE}(x) + \gamma . \f]
With \f$s = \sum_j e^{x_j - m}\f$, the mean of the maximum less \f$m\f$ is
\f[ \int_0^1\frac{1 - e^{-su}}u\,du - \int_1^\infty\frac{e^{-su}}u\,du = \log s + \gamma . \f]

\hypotheses \f$x\f$ finite; up to four entries, for the sake of time.

\sources Not in the sources.

\derivation The maximum is at most \f$m + t\f$ with probability
\f$F(t) = \prod_j \exp(-e^{x_j - m - t}) = \exp(-se^{-t})\f$: it is a Gumbel variable moved by
\f$m + \log s = \operatorname{LSE}(x)\f$, and the mean of a Gumbel variable is \f$\gamma\f$.  The
integrals are \f$\int_0^\infty (1 - F) - \int_{-\infty}^0 F\f$, which is the mean of any random
variable that has one, with \f$u = e^{-t}\f$. ∎

The check encloses both integrals as for \ref choice.gumbel-max; both integrands are completely
monotone, since \f$(1 - e^{-su})/u = \int_0^s e^{-uv}dv\f$.

\rounding As above.

\witness \ref fault.excess-in-bits: \f$\log_2 s\f$.

\evidence{choice.gumbel-mean}
*/
// [choice.gumbel-mean]
Truth mean_of_the_largest(const Evaluator& f, const Vector& x) {
  const Interval gain = f(excess, x);
  const reference::WorkingPrecision coarse(bits);
  const Intervals w = rates(x);
  const Interval width = panel(w), s = sum(w);
  const int to_one = static_cast<int>(1 / panel(w));
  const Interval above = integral(Interval(0), width, to_one, [&](const Interval& u) {
    return certainly_less(Interval(0), u) ? -expm1(-s * u) / u : s;
  });
  const Interval below =
      integral(Interval(1), width, panels, [&](const Interval& u) { return exp(-s * u) / u; });
  const Interval tail = Interval::between(0, exp(-s * (1 + width * panels)));
  return same(gain + reference::euler(), above - below - tail);
}
// [choice.gumbel-mean]
const Law& gumbel_mean = law({.id = "choice.gumbel-mean",
                              .inputs = few_scores(),
                              .predicate = check(mean_of_the_largest),
                              .witness = "excess-in-bits"});

/**
\page law_choice
\erratum{erratum.noise-is-not-probit} Labels with Gaussian noise are not the probit model

\printed The outputs \f$o\f$ are corrupted versions of the labels, \f$y = o + \epsilon\f$ with
\f$\epsilon_i \sim \mathcal N(0, \sigma^2)\f$.  This is the probit model.

\sources S2, the softmax.

\weight substance: the printed model is Gaussian linear regression, which gives a one-hot label the
probability 0.

\counterexample \f$o = (0, 0)\f$, \f$\sigma = 1\f$: \f$y\f$ has a density, so that
\f$P\bigl(y \in \{(1, 0), (0, 1)\}\bigr) = 0\f$, where a model of two classes has 1.  As a predicate that
can be computed: the squares of side \f$\frac12\f$ around the two labels together do not even have the
probability \f$0.0796\f$, as the density is at most \f$(2\pi)^{-1}\f$.

\correction The probit model takes the label of the largest noisy score,
\f$y = e_c\f$ for \f$c = \operatorname{argmax}_i(o_i + \epsilon_i)\f$; of two classes it gives
\f$P(c = 1) = \Phi\bigl((o_1 - o_2)/(\sqrt2\sigma)\bigr)\f$.  With Gumbel noise in place of Gaussian it
is softmax.

\derivation A random vector with a density hits a finite set with probability 0.  \f$o_1 - o_2 +
\epsilon_1 - \epsilon_2\f$ is normal with variance \f$2\sigma^2\f$.  For softmax see
\ref choice.gumbel-max.

\evidence{erratum.noise-is-not-probit}
*/
// [erratum.noise-is-not-probit]
Truth labels_have_all_probability(const Evaluator&, const Vector& o, double sigma, double side) {
  const Interval density = 1 / (Interval(sigma) * sqrt(2 * reference::pi()));
  const Interval near_one_label = pow(density * Interval(side), static_cast<int>(o.size()));
  return less_equal(Interval(1), count(o.size()) * near_one_label);
}
// [erratum.noise-is-not-probit]
const Erratum& noise_is_not_probit =
    erratum({.id = "erratum.noise-is-not-probit",
             .parameters = {{"o", Kind::vector}, {"sigma", Kind::scalar}, {"side", Kind::scalar}},
             .printed = check(labels_have_all_probability),
             .counterexample = "binary64; 0,0; 1; 0x1p-1",
             .corrected_by = "choice.gumbel-max"});

}  // namespace
}  // namespace softlaw::properties
