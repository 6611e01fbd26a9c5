// SPDX-License-Identifier: Apache-2.0
/**
\page law_limits Limits

The scaled log-sum-exp \f$F(\lambda) = \lambda^{-1}\operatorname{LSE}(\lambda x)\f$ goes from the
mean, lifted by \f$\lambda^{-1}\log n\f$, at small \f$\lambda\f$ to the maximum at large
\f$\lambda\f$. A limit cannot be tested; its rate can, and each law here is a bound that squeezes
\f$F\f$ onto its limit.
*/
#include "families/logsumexp/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_limits
\law{limits.maximum} The scaled log-sum-exp tends to the maximum

\statement Let \f$m = \max_i x_i\f$ stand \f$k\f$ times in \f$x\f$, the next smaller entry \f$g\f$
below it and the smallest \f$r\f$ below it.  For \f$\lambda > 0\f$,
\f[ \frac{\log k}\lambda \le \frac{\log(k + (n-k)e^{-\lambda r})}\lambda \le F(\lambda) - m
    \le \frac{\log(k + (n-k)e^{-\lambda g})}\lambda \le \frac{\log n}\lambda . \f]
Hence \f$F(\lambda) \to m\f$ as \f$\lambda \to \infty\f$: exponentially fast, as
\f$(n-1)e^{-\lambda g}/\lambda\f$, when the maximum is alone, and only as \f$\lambda^{-1}\log k\f$
when it is tied.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$0 < \lambda < \infty\f$.

\sources S2, exercise 5.4 and S3 §3.3 for two numbers, S3 §3.5, property 3 for \f$n\f$. S3 proves
the case \f$a > b\f$ and leaves out the tie, which is the slow one; no source states a rate.

\derivation \ref bounds.refined for \f$\lambda x\f$, whose gap is \f$\lambda g\f$ and whose spread
\f$\lambda r\f$, divided by \f$\lambda\f$. ∎

\proved n ≥ 1, λ > 0, g ≥ 0

\rounding For two entries and \f$|\lambda m| \ge 1\f$ a lone maximum is reached to the last bit from
\f$\lambda g = 38\f$ on (18 in binary32); in general once \f$(n-1)e^{-\lambda g}\f$ is below half an
ulp of \f$\lambda m\f$. A tied one never is before \f$\log k\f$ is.

\witness \ref fault.scale-capped: \f$\lambda\f$ cut off at 20, where the limit is still to come.

\evidence{limits.maximum}
*/
// [limits.maximum]
Truth scaled_near_maximum(const Evaluator& f, const Vector& x, double lambda) {
  const Interval m = maximum(x);
  const Interval least = excess_if_others_lie(lambda * spread(x), x) / lambda;
  const Interval most = excess_if_others_lie(lambda * gap_below_maximum(x), x) / lambda;
  const Interval value = f(logsumexp_scaled, x, lambda);
  return less_equal(m + least, value) && less_equal(value, m + most);
}
// [limits.maximum]
const Law& limit_maximum = law({.id = "limits.maximum",
                                .inputs = vector_and_scale(),
                                .predicate = check(scaled_near_maximum),
                                .witness = "scale-capped"});

/**
\page law_limits
\law{limits.mean} The scaled log-sum-exp leaves the lifted mean at a bounded slope

\statement Let \f$\bar x\f$ be the mean of \f$x\f$ and \f$\omega\f$ its spread.  For
\f$\lambda > 0\f$,
\f[ \bar x \le F(\lambda) - \frac{\log n}\lambda \le \bar x + \frac{\lambda\omega^2}8 . \f]
Hence \f$F(\lambda) - \lambda^{-1}\log n \to \bar x\f$ and \f$\lambda F(\lambda) \to \log n\f$ as
\f$\lambda \to 0\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$0 < \lambda < \infty\f$.

\sources S0 names the limit \f$\alpha \to 0\f$ and does not take it; the others take
\f$\lambda \to \infty\f$ alone.

\derivation \f$F(\lambda) - \lambda^{-1}\log n = \lambda^{-1}\log\frac1n\sum_i e^{\lambda x_i}\f$,
in which \f$\frac1n\sum_i\f$ is the expectation under the uniform distribution. Below: Jensen's
inequality, \f$\frac1n\sum_i e^{\lambda x_i} \ge e^{\lambda\bar x}\f$. Above: Hoeffding's lemma.
With \f$\psi(t) = \log\frac1n\sum_i e^{t x_i}\f$ one has \f$\psi(0) = 0\f$, \f$\psi'(0) = \bar x\f$,
and \f$\psi''(t)\f$ is the variance of numbers in an interval of length \f$\omega\f$, so at most
\f$\omega^2/4\f$; Taylor's theorem gives
\f$\psi(\lambda) \le \lambda\bar x + \lambda^2\omega^2/8\f$. Divide by \f$\lambda\f$. ∎

\proved n ≥ 1, λ > 0

\rounding At small \f$\lambda\f$ the result is nearly \f$\lambda^{-1}\log n\f$, large, and its ulp
covers \f$\bar x\f$: a result in one float cannot show the mean there. The law allows exactly that
ulp.

\witness \ref fault.mean-instead-of-sum: \f$\lambda^{-1}\log\frac1n\sum_i e^{\lambda x_i}\f$, which
some call by the same name and which tends to the mean itself.

\evidence{limits.mean}
*/
// [limits.mean]
Truth scaled_near_mean(const Evaluator& f, const Vector& x, double lambda) {
  const Interval lifted = mean(x) + log(count(x.size())) / lambda;
  const Interval value = f(logsumexp_scaled, x, lambda);
  return less_equal(lifted, value) && less_equal(value, lifted + lambda * sqr(spread(x)) / 8);
}
// [limits.mean]
const Law& limit_mean = law({.id = "limits.mean",
                             .inputs = vector_and_scale(),
                             .predicate = check(scaled_near_mean),
                             .witness = "mean-instead-of-sum"});

/**
\page law_limits
\law{limits.decreasing} The larger the scale, the closer the scaled log-sum-exp to the maximum

\statement For \f$0 < \lambda < \mu\f$ and \f$m = \max_i x_i\f$,
\f[ \mu\,(F(\mu) - m) \le \lambda\,(F(\lambda) - m) , \f]
with equality only if all entries are equal; hence \f$F(\mu) \le F(\lambda)\f$, strictly for
\f$n \ge 2\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$0 < \lambda < \mu < \infty\f$.

\sources S2, exercise 5.4, the solution concludes that \f$F\f$ approximates the maximum better as
\f$\lambda\f$ increases; it shows convergence, from which that does not follow.

\derivation \f$\lambda(F(\lambda) - m) = \log\sum_i e^{-\lambda(m - x_i)}\f$, and every term of the
sum falls or stays as \f$\lambda\f$ grows. This number is not negative, and positive for
\f$n \ge 2\f$, so dividing by the larger \f$\mu\f$ makes it smaller still. ∎

\proved n ≥ 1, λ > 0, μ > λ

\rounding Two results near the maximum may both round to it; they never come out in the wrong order
if they are correctly rounded.

\witness \ref fault.mean-instead-of-sum, whose value increases with \f$\lambda\f$.

\evidence{limits.decreasing}
*/
// [limits.decreasing]
Truth scaled_decreases(const Evaluator& f, const Vector& x, double lambda, double mu) {
  const Interval m = maximum(x);
  const Interval near = f(logsumexp_scaled, x, mu) - m, far = f(logsumexp_scaled, x, lambda) - m;
  return less_equal(near, far) && less_equal(mu * near, lambda * far).as("times the scale");
}
// [limits.decreasing]
const Law& limit_decreasing = law({.id = "limits.decreasing",
                                   .inputs = vector_and_two_scales(),
                                   .predicate = check(scaled_decreases),
                                   .witness = "mean-instead-of-sum"});

/**
\page law_limits
\law{limits.minimum} The scaled soft-min tends to the minimum

\statement Let \f$\min_i x_i\f$ stand \f$k\f$ times in \f$x\f$, the next larger entry \f$g\f$ above
it and the largest \f$r\f$ above it. For \f$\lambda > 0\f$,
\f[ \frac{\log(k + (n-k)e^{-\lambda r})}\lambda
    \le \min_i x_i - \lambda^{-1}\operatorname{softmin}(\lambda x)
    \le \frac{\log(k + (n-k)e^{-\lambda g})}\lambda . \f]

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$0 < \lambda < \infty\f$.

\sources S3 §3.4, the second property, for two numbers and without a rate.

\derivation \ref limits.maximum for \f$-x\f$, by
\f$\lambda^{-1}\operatorname{softmin}(\lambda x) = -\lambda^{-1}\operatorname{LSE}(-\lambda x)\f$. ∎

\proved n ≥ 1, λ > 0, g ≥ 0

\rounding As above.

\witness \ref fault.softmin-scaled-by-products: \f$e^{-\lambda x_i}\f$ without a shift.  Taking
\f$\lambda\f$ to its limit is the surest way to overflow.

\evidence{limits.minimum}
*/
// [limits.minimum]
Truth scaled_softmin_near_minimum(const Evaluator& f, const Vector& x, double lambda) {
  const Interval least = excess_if_others_lie(lambda * spread(-x), -x) / lambda;
  const Interval most = excess_if_others_lie(lambda * gap_below_maximum(-x), -x) / lambda;
  const Interval value = f(softmin_scaled, x, lambda);
  return less_equal(value, minimum(x) - least) && less_equal(minimum(x) - most, value);
}
// [limits.minimum]
const Law& limit_minimum = law({.id = "limits.minimum",
                                .inputs = vector_and_scale(),
                                .predicate = check(scaled_softmin_near_minimum),
                                .witness = "softmin-scaled-by-products"});

/**
\page law_limits
\law{limits.scale} Log-sum-exp with a scale is log-sum-exp of scaled entries

\statement For \f$\lambda > 0\f$, the function of two arguments has its usual meaning:
\f$F(\lambda) = \lambda^{-1}\operatorname{LSE}(\lambda x)\f$, and
\f$\lambda^{-1}\operatorname{softmin}(\lambda x)\f$ likewise.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$; \f$\lambda\f$ is a power of two and \f$\lambda x\f$ a
vector of floats, so that nothing is rounded on the way.

\sources S2, exercise 5.3; S3 §3.2, the definition.

\derivation Definition. ∎

\rounding Multiplying and dividing by a power of two is exact: a correctly rounded result differs
from the one by hand in no bit, unless it is subnormal.

\witness \ref fault.scale-left-off-logarithm.

\evidence{limits.scale}
*/
// [limits.scale]
Truth scale_is_a_factor(const Evaluator& f, const Vector& x, double lambda) {
  return same(f(logsumexp_scaled, x, lambda), f(logsumexp, lambda * x) / lambda).as("logsumexp") &&
         same(f(softmin_scaled, x, lambda), f(softmin, lambda * x) / lambda).as("softmin");
}
// [limits.scale]
const Law& limit_scale = law({.id = "limits.scale",
                              .inputs = vector_and_power_of_two(),
                              .predicate = check(scale_is_a_factor),
                              .witness = "scale-left-off-logarithm"});

}  // namespace
}  // namespace softlaw::properties
