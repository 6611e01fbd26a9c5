// SPDX-License-Identifier: Apache-2.0
/**
\page law_means Means

Divided by the number of entries, the sum of exponentials makes a mean:
\f[ G(\lambda) = \frac1\lambda\log\Bigl(\frac1n\sum_i e^{\lambda x_i}\Bigr)
    = F(\lambda) - \frac{\log n}\lambda , \qquad F(\lambda) =
    \lambda^{-1}\operatorname{LSE}(\lambda x) , \f]
for \f$\lambda\f$ of either sign; \f$F(-\lambda)\f$ is the scaled soft-min.  With \f$y_i =
e^{x_i}\f$ it is the logarithm of a power mean, and \f$F\f$ that of a norm.
*/
#include <algorithm>

#include "families/logsumexp/functions.hpp"
#include "families/logsumexp/inputs/partition_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

Interval exponential_mean(const Evaluator& f, const Vector& x, double lambda) {
  const Interval sum = lambda > 0 ? f(logsumexp_scaled, x, lambda) : f(softmin_scaled, x, -lambda);
  return sum - log(count(x.size())) / lambda;
}

/**
\page law_means
\law{means.chain} The exponential mean increases from the minimum to the maximum

\statement For \f$\lambda < \mu\f$, neither of them 0, and \f$\bar x\f$ the arithmetic mean,
\f[ \min_i x_i \le G(\lambda) \le G(\mu) \le \max_i x_i , \f]
and \f$G(\lambda) \le \bar x \le G(\mu)\f$ if \f$\lambda < 0 < \mu\f$.  Hence \f$G\f$, with
\f$G(0) = \bar x\f$, increases, strictly unless all entries are equal.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$\lambda < \mu\f$ finite and not 0.

\sources Not printed.  S3 §3.2 to §3.4 have the two ends, the maximum and the minimum, for the sum
in the place of the mean.

\derivation For \f$\lambda > 0\f$, \f$\psi(\lambda) = \lambda G(\lambda) = \log\frac1n\sum_i
e^{\lambda x_i}\f$ is convex (its second derivative is a variance) and \f$\psi(0) = 0\f$, so
\f$G(\lambda) = (\psi(\lambda) - \psi(0))/\lambda\f$, a slope of chords from one point, increases on
the whole line, with the value \f$\psi'(0) = \bar x\f$ at 0.  A mean of the numbers
\f$e^{\lambda x_i}\f$ lies between the least and the greatest of them. ∎

\proved n ≥ 1, λ ≠ 0, μ > λ

\rounding The logarithm of \f$n\f$, divided by a small \f$\lambda\f$, dwarfs the mean, and the
subject returns the sum of both: near \f$\lambda = 0\f$ the law is only as sharp as that ulp.

\witness \ref fault.scale-left-off-logarithm: \f$m + \log s\f$ where \f$m + \lambda^{-1}\log s\f$ is
meant.

\evidence{means.chain}
*/
// [means.chain]
Truth mean_increases(const Evaluator& f, const Vector& x, double lambda, double mu) {
  const Interval low = exponential_mean(f, x, lambda), high = exponential_mean(f, x, mu);
  Truth all = less_equal(minimum(x), low) && less_equal(low, high) && less_equal(high, maximum(x));
  if (lambda < 0) all &= less_equal(low, mean(x)).as("below the mean");
  if (mu > 0) all &= less_equal(mean(x), high).as("above the mean");
  return all;
}
// [means.chain]
const Law& means_chain = law({.id = "means.chain",
                              .inputs = vector_and_signed_scales(),
                              .predicate = check(mean_increases),
                              .witness = "scale-left-off-logarithm"});

/**
\page law_means
\law{means.expansion} Near zero the exponential mean is the mean plus half the variance

\statement Let \f$v = \frac1n\sum_i (x_i - \bar x)^2\f$ and \f$\omega\f$ the spread of \f$x\f$.  For
\f$\lambda > 0\f$,
\f[ \Bigl|G(\lambda) - \bar x - \frac\lambda2 v\Bigr| \le \frac{\lambda^2\omega^3}{36\sqrt3} . \f]

\hypotheses \f$x\f$ finite, \f$1 \le n \le 12\f$, \f$\lambda > 0\f$.

\sources Not printed.

\derivation \f$\psi(\lambda) = \lambda G(\lambda)\f$ has \f$\psi(0) = 0\f$, \f$\psi'(0) = \bar x\f$,
\f$\psi''(0) = v\f$, and \f$|\psi'''| \le \omega^3/(6\sqrt3)\f$: a third central moment of numbers
of spread \f$\omega\f$ (\ref divergence.path has the bound).  Taylor's theorem gives
\f$|\psi(\lambda) - \lambda\bar x - \frac12\lambda^2v| \le \lambda^3\omega^3/(36\sqrt3)\f$; divide
by \f$\lambda\f$. ∎

\proved n ≥ 1, λ > 0

\rounding As for \ref means.chain.  For \f$\lambda\omega\f$ near 1 the remainder is about a
hundredth of the spread, and the law sees the second order.

\witness \ref fault.scale-left-off-logarithm.

\evidence{means.expansion}
*/
// [means.expansion]
Truth mean_and_variance(const Evaluator& f, const Vector& x, double lambda) {
  const Interval centre = mean(x);
  Interval variance = 0;
  for (double entry : x) variance += sqr(entry - centre) / count(x.size());
  const Interval bound = sqr(Interval(lambda)) * pow(spread(x), 3) / (36 * sqrt(Interval(3)));
  const Interval expansion = centre + lambda * variance / 2;
  return less_equal(abs(exponential_mean(f, x, lambda) - expansion), bound);
}
// [means.expansion]
const Law& means_expansion = law({.id = "means.expansion",
                                  .inputs = vector_and_small_scale(),
                                  .predicate = check(mean_and_variance),
                                  .witness = "scale-left-off-logarithm"});

/**
\page law_means
\law{means.product} Log-sum-exp of a sum of vectors, and the chance that two draws agree

\statement For \f$x, y \in \mathbb R^n\f$,
\f[ \operatorname{LSE}(x + y) = \operatorname{LSE}(x) + \operatorname{LSE}(y) +
    \log\langle\sigma(x), \sigma(y)\rangle \le \operatorname{LSE}(x) + \operatorname{LSE}(y) . \f]

\words The missing part is the logarithm of the probability that a draw from \f$\sigma(x)\f$ and an
independent one from \f$\sigma(y)\f$ give the same index.

\hypotheses \f$x, y\f$ finite, of one length; \f$x + y\f$ a vector of floats.

\sources Not printed.

\derivation \f$\sum_i e^{x_i}e^{y_i} = \bigl(\sum_i e^{x_i}\bigr)\bigl(\sum_j e^{y_j}\bigr)\sum_i
\sigma(x)_i\sigma(y)_i\f$.  The last sum is at most \f$\sum_{i,j}\sigma(x)_i\sigma(y)_j = 1\f$. ∎

\proved n ≥ 1

\rounding Where \f$x\f$ and \f$y\f$ favour different indices, the inner product consists of small
numbers, which must be right relatively: an underflowed one leaves its logarithm undetermined.

\witness \ref fault.softmax-coarse-tail: an exponential of half the precision for the last entries.

\evidence{means.product}
*/
// [means.product]
Truth sum_and_agreement(const Evaluator& f, const Vector& x, const Vector& y) {
  const Interval apart = f(logsumexp, x + y) - f(logsumexp, x) - f(logsumexp, y);
  return same(apart, log(dot(f(softmax, x), f(softmax, y)))) &&
         less_equal(apart, 0).as("subadditive");
}
// [means.product]
const Law& means_product = law({.id = "means.product",
                                .inputs = two_vectors_exact_sum(),
                                .predicate = check(sum_and_agreement),
                                .witness = "softmax-coarse-tail"});

/**
\page law_means
\law{means.chebyshev} Vectors in the same order agree more often than by chance

\statement If \f$x\f$ and \f$y\f$ are in the same order, \f$(x_i - x_j)(y_i - y_j) \ge 0\f$ for all
\f$i, j\f$, then
\f[ \operatorname{LSE}(x + y) \ge \operatorname{LSE}(x) + \operatorname{LSE}(y) - \log n ; \f]
with the opposite order the inequality is reversed.

\hypotheses \f$x, y\f$ finite, of one length, ascending; \f$x + y\f$ and \f$x\f$ plus the reverse of
\f$y\f$ vectors of floats.

\sources Not printed.

\derivation \f$0 \le \sum_{i,j}(e^{x_i} - e^{x_j})(e^{y_i} - e^{y_j}) = 2n\sum_i e^{x_i + y_i} -
2\sum_i e^{x_i}\sum_j e^{y_j}\f$, for every term is a product of two differences of one sign; of
opposite signs in the other case (Chebyshev's sum inequality). ∎

\proved n ≥ 1, x and y in the same order

\rounding Equality for constant vectors; there the three results and \f$\log n\f$ must fit.

\witness \ref fault.odd-tail-dropped: the last entry of an odd number, here the largest, is not
read.

\evidence{means.chebyshev}
*/
// [means.chebyshev]
Truth order_helps(const Evaluator& f, const Vector& x, const Vector& y) {
  const Interval apart = f(logsumexp, x) + f(logsumexp, y) - log(count(x.size()));
  const Vector opposite(y.rbegin(), y.rend());
  return less_equal(apart, f(logsumexp, x + y)).as("same order") &&
         less_equal(f(logsumexp, x + opposite), apart).as("opposite order");
}
// [means.chebyshev]
const Law& means_chebyshev = law({.id = "means.chebyshev",
                                  .inputs = two_sorted_vectors_exact_sum(),
                                  .predicate = check(order_helps),
                                  .witness = "odd-tail-dropped"});

/**
\page law_means
\law{means.norm} The scaled log-sum-exp is the logarithm of a norm

\statement Let \f$y_i = e^{x_i}\f$ and \f$\lVert y\rVert_k = \bigl(\sum_i y_i^k\bigr)^{1/k}\f$.  For
an integer \f$k \ge 1\f$, \f$F(k) = \log\lVert y\rVert_k\f$, and
\f[ \lVert y\rVert_{k+1} \le \lVert y\rVert_k \le n^{\frac1k - \frac1{k+1}}\,\lVert y\rVert_{k+1} .
\f]

\hypotheses \f$x\f$ finite, \f$1 \le n \le 12\f$, \f$1 \le k \le 6\f$.

\sources Not printed; S3 §3.2 has \f$F\f$.

\derivation \f$e^{kx_i} = y_i^k\f$.  The left inequality is \ref limits.decreasing, the right one
\ref means.chain, both at the scales \f$k\f$ and \f$k + 1\f$. ∎

\proved n ≥ 1, k ≥ 1

\rounding The powers are taken of enclosures of \f$e^{x_i}\f$, by multiplication, which is another
way than exponentials of \f$\lambda x_i\f$.

\witness \ref fault.scale-squared: divided by \f$\lambda\f$ twice.

\evidence{means.norm}
*/
// [means.norm]
Truth logarithm_of_a_norm(const Evaluator& f, const Vector& x, std::int64_t k) {
  const auto exponent = static_cast<int>(k);
  const Interval now = f(logsumexp_scaled, x, exponent),
                 next = f(logsumexp_scaled, x, exponent + 1);
  Interval powers = 0;
  for (double entry : x) powers += pow(exp(Interval(entry)), exponent);
  const Interval most = next + log(count(x.size())) / (exponent * (exponent + 1));
  return same(now, log(powers) / exponent) && less_equal(next, now).as("decreases") &&
         less_equal(now, most).as("by the number of entries at most");
}
// [means.norm]
const Law& means_norm = law({.id = "means.norm",
                             .inputs = at_most(12, vector_and_integer("k", 1, 6)),
                             .predicate = check(logarithm_of_a_norm),
                             .witness = "scale-squared"});

}  // namespace
}  // namespace softlaw::properties
