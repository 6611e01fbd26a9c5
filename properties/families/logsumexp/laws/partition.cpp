// SPDX-License-Identifier: Apache-2.0
/**
\page law_partition Log-partition function

Log-sum-exp as the logarithm of the sum that probabilities are divided by: the shares of its terms,
log-probabilities, and its values where exponentials leave the range of floats.
Gradient, covariance and convexity are \ref softmax.gradient, \ref law_hessian and
\ref law_convexity.
*/
#include "families/derivatives/functions.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/rounding/inputs/inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_partition
\law{partition.far-out} Log-sum-exp is finite where the exponentials overflow or underflow

\statement If \f$\max_i x_i > 750\f$ (110 in binary32) then \f$\sum_i e^{x_i}\f$ exceeds every
float; if \f$\max_i x_i < -750\f$ (\f$-110\f$), it is less than half the least positive one.  In
both cases
\f[ \max_i x_i \le \operatorname{LSE}(x) \le \max_i x_i + \log n \f]
is a number of the size of the maximum, and a finite float is returned.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 12\f$, \f$|\max_i x_i| > 750\f$ (110 in binary32).

\sources S2, exercise 6.3 and its solution, what happens if some coordinates are very large or all
are very small; 6.4, that the shift by the maximum prevents overflow.  The solution lets the sum
underflow: \ref erratum.sum-underflows.

\derivation \f$e^{750} > 2^{1024}\f$ and \f$12\,e^{-750} < 2^{-1075}\f$; \f$e^{110} > 2^{128}\f$ and
\f$12\,e^{-110} < 2^{-150}\f$.  The bounds are \ref bounds.above-max. ∎

\rounding A sum of exponentials as it is written is \f$\infty\f$ or 0 here, and its logarithm
\f$\pm\infty\f$, at once and without any rounding.  The shift cures both; what it
does not cure is cancellation between the maximum and the logarithm: \ref rounding.shifted.

\witness \ref fault.no-shift: \f$\log\sum_i e^{x_i}\f$ computed as it is written.

\evidence{partition.far-out}
*/
// [partition.far-out]
Truth finite_far_out(const Evaluator& f, const Vector& x) {
  const Format format = f.format();
  const Interval m = maximum(x);
  Interval plain = 0;
  for (double entry : x) plain += exp(Interval(entry));
  const Truth out_of_range = maximum(x) > 0
                                 ? less(format.max_finite(), plain).as("overflow")
                                 : less(2 * plain, format.min_subnormal()).as("underflow");
  const Interval float_itself = f.returned(logsumexp, x);
  return out_of_range && less_equal(m, f(logsumexp, x)) &&
         less_equal(f(logsumexp, x), m + log(count(x.size()))) &&
         less_equal(abs(float_itself), format.max_finite()).as("finite");
}
// [partition.far-out]
const Law& partition_far_out = law({.id = "partition.far-out",
                                    .inputs = vector_far_out(),
                                    .predicate = check(finite_far_out),
                                    .witness = "no-shift"});

/**
\page law_partition
\law{partition.largest-share} The share of the largest term in the sum of exponentials

\statement Let the maximum stand \f$k\f$ times in \f$x\f$, the next smaller entry \f$g\f$ below it
and the smallest \f$r\f$ below it (if \f$k = n\f$ there is no other, and the terms with \f$n - k\f$
are 0).  The share of one largest term in the sum of exponentials is
\f[ \max_i \sigma(x)_i = e^{-\operatorname{excess}(x)}, \qquad
    \frac1n \le \frac1{k + (n-k)e^{-g}} \le \max_i \sigma(x)_i \le \frac1{k + (n-k)e^{-r}} . \f]
So it is more than one half if \f$k = 1\f$ and \f$g > \log(n-1)\f$, and never if \f$k \ge 2\f$.

\words Large entries overflow alike; whether one of them dominates is a matter of gaps, not of size.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 64\f$.

\sources S2, exercise 6.3, the solution: the sum is dominated by the largest exponential; which is
not so for ties, \ref erratum.largest-dominates.

\derivation \f$e^m/\sum_i e^{x_i} = 1/s\f$ with \f$s = \sum_i e^{x_i - m} = e^{\operatorname{excess}
(x)}\f$, and \f$s\f$ is bounded as in \ref excess.bounds.  \f$k + (n-k)e^{-g} < 2\f$ for \f$k = 1\f$
means \f$(n-1)e^{-g} < 1\f$. ∎

\proved n ≥ 1

\rounding Two functions that are computed apart must agree: softmax where it is next to 1, and the
excess where it is next to 0.

\witness \ref fault.softmax-counts-maximum-twice: the denominator is too large by one term.

\evidence{partition.largest-share}
*/
// [partition.largest-share]
Truth share_of_the_largest(const Evaluator& f, const Vector& x) {
  Interval largest = 0;
  for (const Interval& p : f(softmax, x)) largest = max(largest, p);
  return same(largest, exp(-f(excess, x))) &&
         less_equal(exp(-excess_if_others_lie(gap_below_maximum(x), x)), largest).as("at least") &&
         less_equal(largest, exp(-excess_if_others_lie(spread(x), x))).as("at most");
}
// [partition.largest-share]
const Law& partition_largest_share = law({.id = "partition.largest-share",
                                          .inputs = at_most(64, one_vector()),
                                          .predicate = check(share_of_the_largest),
                                          .witness = "softmax-counts-maximum-twice"});

/**
\page law_partition
\law{partition.log-odds} Differences of log-softmax are differences of entries

\statement \f$\log\sigma(x)_i - \log\sigma(x)_j = x_i - x_j\f$ for all \f$i, j\f$: independent of
the other entries, and of how many there are.

\hypotheses \f$x\f$ finite, \f$2 \le n\f$.

\sources Not printed.  S2, exercise 4.2 adds an alternative, which leaves the odds of the others
alone.

\derivation \f$\log\sigma(x)_i = x_i - \operatorname{LSE}(x)\f$. ∎

\proved n ≥ 1

\rounding Unlike the odds of probabilities (\ref softmax.log-odds) these do not end where
probabilities underflow.  The error is that of the two logarithms, units of their size.

\held Each entry is compared with the one before it.

\witness \ref fault.log-softmax-clipped: probabilities raised to \f$10^{-7}\f$ before their
logarithm is taken.

\evidence{partition.log-odds}
*/
// [partition.log-odds]
Truth differences_are_kept(const Evaluator& f, const Vector& x) {
  const Intervals l = f(log_softmax, x);
  Truth all;
  for (std::size_t i = 1; i < x.size(); ++i) {
    all &= same(l[i] - l[i - 1], Interval(x[i]) - Interval(x[i - 1]));
  }
  return all;
}
// [partition.log-odds]
const Law& partition_log_odds = law({.id = "partition.log-odds",
                                     .inputs = one_vector(2),
                                     .predicate = check(differences_are_kept),
                                     .witness = "log-softmax-clipped"});

/**
\page law_partition
\law{partition.log-concave} Log-softmax is concave in the entries

\statement For \f$\theta \in [0, 1]\f$ and every \f$i\f$,
\f[ \log\sigma\bigl((1-\theta)x + \theta y\bigr)_i \ge (1-\theta)\log\sigma(x)_i +
    \theta\log\sigma(y)_i . \f]

\words The likelihood of an observed class, as a function of the logits, has no local maxima that
are not global.

\hypotheses \f$x, y\f$ finite, of one length \f$n \ge 1\f$; \f$\theta\f$ is 1/4, 1/2 or 3/4, and the
point between is a vector of floats.

\sources S2, exercise 6.1: the log-partition function is convex, which it is minus.

\derivation \f$\log\sigma(x)_i = x_i - \operatorname{LSE}(x)\f$: a linear function less a convex one
(\ref convexity.chord). ∎

\proved n ≥ 1, 0 ≤ θ ≤ 1

\rounding As above.

\witness \ref fault.log-softmax-clipped: a floor under the probabilities has a kink, of the wrong
kind.

\evidence{partition.log-concave}
*/
// [partition.log-concave]
Truth logarithms_are_concave(const Evaluator& f, const Vector& x, const Vector& y, double theta) {
  const Intervals chord =
      Interval(1 - theta) * f(log_softmax, x) + Interval(theta) * f(log_softmax, y);
  return less_equal(chord, f(log_softmax, x + theta * (y - x)));
}
// [partition.log-concave]
const Law& partition_log_concave = law({.id = "partition.log-concave",
                                        .inputs = chord(),
                                        .predicate = check(logarithms_are_concave),
                                        .witness = "log-softmax-clipped"});

/**
\page law_partition
\law{partition.bernoulli} A diagonal entry of the Hessian is the variance of one outcome

\statement With \f$p = \sigma(x)\f$, \f$H_{ii} = p_i(1 - p_i) = p_i\sum_{j \ne i}p_j \le \frac14\f$.

\words Whether the outcome is \f$i\f$ or not is a coin with the bias \f$p_i\f$.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 12\f$.

\sources S2, exercise 6.1, the solution, which recognises the variance of a Bernoulli variable;
S3 §1.1.

\derivation An indicator with the mean \f$p\f$ has the second moment \f$p\f$, and so the variance
\f$p - p^2\f$; \f$p(1-p) = \frac14 - (p - \frac12)^2\f$. ∎

\proved n ≥ 1

\rounding \f$1 - p_i\f$ from a rounded \f$p_i\f$ near 1 has no correct digit; the sum of the others
has all.

\witness \ref fault.hessian-diagonal-by-rounding: \f$p_i - p_i^2\f$ from a rounded \f$p_i\f$.

\evidence{partition.bernoulli}
*/
// [partition.bernoulli]
Truth diagonal_is_a_variance(const Evaluator& f, const Vector& x) {
  const Intervals H = f(logsumexp_hessian, x), p = f(softmax, x);
  Truth all;
  for (std::size_t i = 0; i < x.size(); ++i) {
    Interval others = 0;
    for (std::size_t j = 0; j < x.size(); ++j) {
      if (j != i) others += p[j];
    }
    const Interval& variance = H[i * x.size() + i];
    all &= same(variance, p[i] * others) && less_equal(variance, Interval::ratio(1, 4));
  }
  return all;
}
// [partition.bernoulli]
const Law& partition_bernoulli = law({.id = "partition.bernoulli",
                                      .inputs = at_most(12, one_vector()),
                                      .predicate = check(diagonal_is_a_variance),
                                      .witness = "hessian-diagonal-by-rounding"});

}  // namespace
}  // namespace softlaw::properties
