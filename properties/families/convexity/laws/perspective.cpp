// SPDX-License-Identifier: Apache-2.0
/**
\page law_perspective Perspective

At the temperature \f$t > 0\f$ log-sum-exp becomes \f$P(t, x) = t\operatorname{LSE}(x/t)\f$, the
perspective of a convex function: convex in both arguments together, and homogeneous.  With
\f$\lambda = 1/t\f$ it is the scaled log-sum-exp \f$\lambda^{-1}\operatorname{LSE}(\lambda x)\f$.
*/
#include "families/logsumexp/functions.hpp"
#include "families/logsumexp/inputs/partition_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_perspective
\law{perspective.homogeneous} The scaled log-sum-exp is homogeneous in entries and temperature

\statement For \f$c > 0\f$, \f$P(ct, cx) = c\,P(t, x)\f$; in terms of \f$\lambda = 1/t\f$,
\f[ \Bigl(\frac\lambda c\Bigr)^{-1}\operatorname{LSE}\Bigl(\frac\lambda c\,cx\Bigr)
    = c\,\lambda^{-1}\operatorname{LSE}(\lambda x) . \f]

\hypotheses \f$x\f$ finite, \f$1 \le n \le 12\f$, \f$\lambda > 0\f$; \f$c\f$ is a power of two, and
\f$cx\f$, \f$\lambda/c\f$ are floats.

\sources Not printed; S2, exercise 7 doubles and halves a temperature with the energies kept.

\derivation \f$(\lambda/c)(cx) = \lambda x\f$. ∎

\proved c > 0, λ > 0

\rounding Scaling by a power of two is exact: a correctly rounded function returns the same bits but
for the exponent.

\witness \ref fault.scale-capped: \f$\lambda\f$ cut off at 20.

\evidence{perspective.homogeneous}
*/
// [perspective.homogeneous]
Truth no_unit(const Evaluator& f, const Vector& x, double c, double lambda) {
  return same(f(logsumexp_scaled, c * x, lambda / c), c * f(logsumexp_scaled, x, lambda));
}
// [perspective.homogeneous]
const Law& perspective_homogeneous = law({.id = "perspective.homogeneous",
                                          .inputs = vector_scale_and_power_of_two(),
                                          .predicate = check(no_unit),
                                          .witness = "scale-capped"});

/**
\page law_perspective
\law{perspective.convex} Log-sum-exp is convex in entries and temperature together

\statement For \f$s, t > 0\f$,
\f[ P\Bigl(\frac{s+t}2, \frac{x+y}2\Bigr) \le \frac{P(s, x) + P(t, y)}2 . \f]

\hypotheses \f$x, y\f$ finite, of one length, \f$\frac12(x + y)\f$ a vector of floats; \f$s =
1/\lambda\f$ and \f$t = 1/\mu\f$ for floats \f$\lambda, \mu\f$ whose sum is a power of two and whose
product is a float, so that \f$2/(s+t) = 2\lambda\mu/(\lambda + \mu)\f$ is one.

\sources Not printed.

\derivation With \f$\theta = s/(s+t)\f$,
\f$\frac{x+y}{s+t} = \theta\frac xs + (1-\theta)\frac yt\f$.  Convexity of log-sum-exp
(\ref convexity.chord) gives
\f$\operatorname{LSE}\bigl(\frac{x+y}{s+t}\bigr) \le \theta\operatorname{LSE}(\frac xs) +
(1-\theta)\operatorname{LSE}(\frac yt)\f$; multiply by \f$\frac{s+t}2\f$. ∎

\proved n ≥ 1, s > 0, t > 0

\rounding No temperature is rounded: each is the reciprocal of a float, and never formed.

\witness \ref fault.scale-squared: divided by \f$\lambda\f$ twice, which is homogeneous no more.

\evidence{perspective.convex}
*/
// [perspective.convex]
Truth jointly_convex(const Evaluator& f, const Vector& x, const Vector& y, double lambda,
                     double mu) {
  const double middle = 2 * (lambda * mu) / (lambda + mu);  // exact by hypothesis
  const Interval chord = (f(logsumexp_scaled, x, lambda) + f(logsumexp_scaled, y, mu)) / 2;
  return less_equal(f(logsumexp_scaled, 0.5 * (x + y), middle), chord);
}
// [perspective.convex]
const Law& perspective_convex = law({.id = "perspective.convex",
                                     .inputs = perspective_chord(),
                                     .predicate = check(jointly_convex),
                                     .witness = "scale-squared"});

/**
\page law_perspective
\law{perspective.slope} The slope of the scaled log-sum-exp in the temperature is the entropy

\statement For \f$0 < S < T\f$, with \f$H_t = H(\sigma(x/t))\f$,
\f[ 0 \le (T - S)\,H_S \le P(T, x) - P(S, x) \le (T - S)\,H_T \le (T - S)\log n . \f]
Hence \f$\partial_t P(t, x) = H_t\f$, the entropy increases with the temperature, and
\f$F(\lambda) = P(1/\lambda, x)\f$ has \f$F'(\lambda) = -H(\sigma(\lambda x))/\lambda^2\f$.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 12\f$; \f$S\f$, \f$T\f$ powers of two.

\sources S2, exercise 5.4, the solution says that \f$F\f$ comes closer to the maximum as
\f$\lambda\f$ grows; this is by how much.  S0 has the derivative with respect to \f$\alpha\f$.

\derivation \f$\partial_t\bigl(t\operatorname{LSE}(x/t)\bigr) = \operatorname{LSE}(x/t) -
\langle\sigma(x/t), x/t\rangle = H_t\f$ by \ref duality.legendre.  \f$P\f$ is convex in \f$t\f$
(\ref perspective.convex with \f$y = x\f$), so it lies above its tangents at \f$S\f$ and at \f$T\f$,
which are the two inequalities; divide by \f$T - S\f$ and let it tend to 0.  And \f$0 \le H_t \le
\log n\f$. ∎

\proved n ≥ 1, 0 < S, S < T

\rounding For a small temperature both values of \f$P\f$ are the maximum, rounded, and their
difference is a rounding; the entropy is then small as well.

\held The entropies are \f$-\langle\sigma, \log\sigma\rangle\f$, of two functions of the subject.

\witness \ref fault.temperature-twice: \f$\sigma(x/T^2)\f$, the entropy of another temperature.

\evidence{perspective.slope}
*/
// [perspective.slope]
Truth slope_is_entropy(const Evaluator& f, const Vector& x, double S, double T) {
  const auto entropy_at = [&](double t) {
    return -dot(f(softmax_temperature, x, t), f(log_softmax_temperature, x, t));
  };
  const Interval cold = entropy_at(S), hot = entropy_at(T);
  const Interval rise = f(logsumexp_scaled, x, 1 / T) - f(logsumexp_scaled, x, 1 / S);
  return less_equal(0, cold) && less_equal((T - S) * cold, rise).as("from below") &&
         less_equal(rise, (T - S) * hot).as("from above") && less_equal(hot, log(count(x.size())));
}
// [perspective.slope]
const Law& perspective_slope = law({.id = "perspective.slope",
                                    .inputs = vector_and_two_temperatures(),
                                    .predicate = check(slope_is_entropy),
                                    .witness = "temperature-twice"});

}  // namespace
}  // namespace softlaw::properties
