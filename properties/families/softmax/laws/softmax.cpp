// SPDX-License-Identifier: Apache-2.0
/**
\page law_softmax Softmax

Softmax is a distribution, it keeps the order, it is the gradient of log-sum-exp, and it moves less
than its input.  For two entries it is the logistic function, as log-sum-exp of two is softplus.
*/
#include <algorithm>
#include <limits>
#include <numeric>

#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_softmax
\law{softmax.sums-to-one} Softmax sums to one

\statement \f$\sum_i \sigma(x)_i = 1\f$.

\hypotheses \f$x \in \mathbb R^n\f$ finite, \f$n \ge 1\f$.

\sources S1, under the definition of softmax; S2, the section on softmax.

\derivation \f$\sum_i e^{x_i}\big/\sum_j e^{x_j} = 1\f$.  ∎

\proved n ≥ 1

\rounding The rounded entries do not sum to 1: \f$n\f$ of them may be off by half an ulp each, all
to the same side.  The law is that 1 lies between the sum of the least and the sum of the
greatest values they may stand for.

\witness \ref fault.softmax-sum-skips-last: the denominator misses the last entry when \f$n\f$ is
odd.

\evidence{softmax.sums-to-one}
*/
// [softmax.sums-to-one]
Truth sums_to_one(const Evaluator& f, const Vector& x) { return same(sum(f(softmax, x)), 1); }
// [softmax.sums-to-one]
const Law& softmax_sums_to_one = law({.id = "softmax.sums-to-one",
                                      .inputs = one_vector(),
                                      .predicate = check(sums_to_one),
                                      .witness = "softmax-sum-skips-last"});

/**
\page law_softmax
\law{softmax.range} Softmax lies between zero and one

\statement \f$0 < \sigma(x)_i \le 1\f$ for all \f$i\f$, and \f$\sigma(x)_i < 1\f$ if \f$n \ge 2\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S2, the section on softmax, which says that the results are non-negative.

\derivation \f$e^{x_i} > 0\f$ is one of the terms of the sum \f$\sum_j e^{x_j}\f$, and not the only
one if \f$n \ge 2\f$.  ∎

\proved n ≥ 1

\rounding Neither strict sign survives in floats: 0 and 1 are returned, by underflow and absorption,
for values next to them.  Each stands for an interval that reaches to the right side.

\witness \ref fault.softmax-no-shift: \f$e^{x_i}\f$ overflows above 709.78 and gives NaN.

\evidence{softmax.range}
*/
// [softmax.range]
Truth between_zero_and_one(const Evaluator& f, const Vector& x) {
  Truth all;
  for (const Interval& p : f(softmax, x)) {
    all &= less(0, p) && (x.size() > 1 ? less(p, 1) : less_equal(p, 1));
  }
  return all;
}
// [softmax.range]
const Law& softmax_range = law({.id = "softmax.range",
                                .inputs = one_vector(),
                                .predicate = check(between_zero_and_one),
                                .witness = "softmax-no-shift"});

/**
\page law_softmax
\law{softmax.order} Softmax preserves the order of the entries

\statement \f$x_i \le x_j\f$ implies \f$\sigma(x)_i \le \sigma(x)_j\f$; equal entries have equal
probabilities.  In particular a largest entry has a largest probability.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S2, the section on softmax: it does not change the order of its inputs.

\derivation The denominator is common and \f$e^t\f$ is increasing.  ∎

\proved n ≥ 1

\rounding Rounding to nearest is monotone, so a correctly rounded softmax keeps the order in the
weak sense.  Code that treats entries differently by their place in the vector may swap neighbours.

\held Neighbours in the sorted order are compared. For numbers these \f$n-1\f$ relations imply all;
for enclosures they ask a little less.

\witness \ref fault.softmax-coarse-tail: the last entries have a coarser exponential.

\evidence{softmax.order}
*/
// [softmax.order]
Truth keeps_order(const Evaluator& f, const Vector& x) {
  const Intervals p = f(softmax, x);
  std::vector<std::size_t> order(x.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return x[i]; });
  Truth all;
  for (std::size_t k = 1; k < order.size(); ++k) {
    const std::size_t i = order[k - 1], j = order[k];
    all &= x[i] == x[j] ? same(p[i], p[j]) : less_equal(p[i], p[j]);
  }
  return all;
}
// [softmax.order]
const Law& softmax_order = law({.id = "softmax.order",
                                .inputs = one_vector(2),
                                .predicate = check(keeps_order),
                                .witness = "softmax-coarse-tail"});

/**
\page law_softmax
\law{softmax.extremes} The mean probability of softmax lies between the extremes

\statement With \f$k\f$ an index of a largest entry and \f$l\f$ one of a smallest,
\f$\sigma(x)_l \le \tfrac1n \le \sigma(x)_k\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources Not printed; it sharpens "between 0 and 1" of S2.

\derivation \f$n e^{x_l} \le \sum_j e^{x_j} \le n e^{x_k}\f$; divide by \f$n\sum_j e^{x_j}\f$.  ∎

\proved n ≥ 1

\rounding \f$1/n\f$ is attained when all entries are equal, and is a float only for powers of two.

\witness \ref fault.softmax-counts-maximum-twice: the denominator is too large by one term.

\evidence{softmax.extremes}
*/
// [softmax.extremes]
Truth mean_between_extremes(const Evaluator& f, const Vector& x) {
  const Intervals p = f(softmax, x);
  const auto [least, greatest] = std::ranges::minmax_element(x);
  const Interval mean = Interval::ratio(1, static_cast<long>(x.size()));
  return less_equal(p[static_cast<std::size_t>(least - x.begin())], mean) &&
         less_equal(mean, p[static_cast<std::size_t>(greatest - x.begin())]);
}
// [softmax.extremes]
const Law& softmax_extremes = law({.id = "softmax.extremes",
                                   .inputs = one_vector(),
                                   .predicate = check(mean_between_extremes),
                                   .witness = "softmax-counts-maximum-twice"});

/**
\page law_softmax
\law{softmax.log-odds} The logarithm of a ratio of softmax probabilities is a difference of entries

\statement \f$\log\dfrac{\sigma(x)_i}{\sigma(x)_j} = x_i - x_j\f$: the other entries do
not matter.

\hypotheses \f$x\f$ finite, \f$n \ge 2\f$.

\sources Not printed; from the definition in S2, the section on the softmax.

\derivation The common denominator cancels: \f$\sigma(x)_i/\sigma(x)_j = e^{x_i-x_j}\f$.  ∎

\proved n ≥ 1

\rounding Each probability has its own rounding, of half an ulp or little more, which is \f$u\f$
relatively: the logarithm of the ratio is right to little more than \f$2u\f$ absolutely, however
large it is.  An underflowed probability
stands for everything down to 0, and its logarithm says nothing.

\held Each entry is compared with the one before it.

\witness \ref fault.softmax-in-base-two: \f$2^{x_i}\f$ in place of \f$e^{x_i}\f$.

\evidence{softmax.log-odds}
*/
// [softmax.log-odds]
Truth log_odds_are_differences(const Evaluator& f, const Vector& x) {
  const Intervals p = f(softmax, x);
  Truth all;
  for (std::size_t i = 1; i < x.size(); ++i) {
    all &= same(log(p[i]) - log(p[i - 1]), Interval(x[i]) - Interval(x[i - 1]));
  }
  return all;
}
// [softmax.log-odds]
const Law& softmax_log_odds = law({.id = "softmax.log-odds",
                                   .inputs = one_vector(2),
                                   .predicate = check(log_odds_are_differences),
                                   .witness = "softmax-in-base-two"});

/**
\page law_softmax
\law{softmax.logarithm} Log-softmax is the logarithm of softmax

\statement \f$e^{\log\sigma(x)_i} = \sigma(x)_i\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S2, the section on softmax and cross-entropy loss plugs the one into the logarithm.

\derivation The definition of log-softmax.  ∎

\proved n ≥ 1

\rounding An absolute error of log-softmax is a relative error of its exponential: an entry of
\f$-700\f$ known to one ulp gives a probability known to \f$2^{10}\f$ ulp.  The intervals carry
this.

\witness \ref fault.log-softmax-by-rounded-logsumexp: under a large common offset it is wrong by
ulps of the offset.

\evidence{softmax.logarithm}
*/
// [softmax.logarithm]
Truth exponential_of_logarithm(const Evaluator& f, const Vector& x) {
  const Intervals p = f(softmax, x), l = f(log_softmax, x);
  Truth all;
  for (std::size_t i = 0; i < x.size(); ++i) all &= same(exp(l[i]), p[i]);
  return all;
}
// [softmax.logarithm]
const Law& softmax_logarithm = law({.id = "softmax.logarithm",
                                    .inputs = one_vector(),
                                    .predicate = check(exponential_of_logarithm),
                                    .witness = "log-softmax-by-rounded-logsumexp"});

/**
\page law_softmax
\law{softmax.log-difference} Log-softmax is the input minus log-sum-exp

\statement \f$\log\sigma(x)_i = x_i - \operatorname{LSE}(x)\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S2, the derivation of the cross-entropy loss, where it is the loss with a minus sign.

\derivation \f$\log\bigl(e^{x_i}/\sum_j e^{x_j}\bigr) = x_i - \log\sum_j e^{x_j}\f$.  ∎

\proved n ≥ 1

\rounding The right side cancels for the largest entry; the interval that the rounded log-sum-exp
stands for is then much wider than the left side.  The law is sharp for the other entries.

\witness \ref fault.log-of-softmax: \f$-\infty\f$ where softmax underflows.

\evidence{softmax.log-difference}
*/
// [softmax.log-difference]
Truth log_softmax_is_difference(const Evaluator& f, const Vector& x) {
  const Intervals l = f(log_softmax, x);
  const Interval lse = f(logsumexp, x);
  Truth all;
  for (std::size_t i = 0; i < x.size(); ++i) all &= same(l[i], Interval(x[i]) - lse);
  return all;
}
// [softmax.log-difference]
const Law& softmax_log_difference = law({.id = "softmax.log-difference",
                                         .inputs = one_vector(),
                                         .predicate = check(log_softmax_is_difference),
                                         .witness = "log-of-softmax"});

/**
\page law_softmax
\law{softmax.log-range} Log-softmax is at most zero

\statement \f$\log\sigma(x)_i \le 0\f$, and \f$\max_i \log\sigma(x)_i \ge -\log n\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S2, the section on the loss: cross-entropy is non-negative.

\derivation Logarithms in \ref softmax.range and \ref softmax.extremes.  ∎

\proved n ≥ 1

\rounding A loss of \f$-10^{-17}\f$ is the mistake to catch: \f$m + \log s\f$ rounded may be less
than \f$m\f$ only if \f$s\f$ is below 1.

\witness \ref fault.log-softmax-by-mean: the logarithm of the mean is subtracted.

\evidence{softmax.log-range}
*/
// [softmax.log-range]
Truth log_softmax_is_not_positive(const Evaluator& f, const Vector& x) {
  Truth all;
  Interval greatest(-std::numeric_limits<double>::infinity());
  for (const Interval& l : f(log_softmax, x)) {
    all &= less_equal(l, 0);
    greatest = max(greatest, l);
  }
  return all && less_equal(-log(Interval(static_cast<double>(x.size()))), greatest);
}
// [softmax.log-range]
const Law& softmax_log_range = law({.id = "softmax.log-range",
                                    .inputs = one_vector(),
                                    .predicate = check(log_softmax_is_not_positive),
                                    .witness = "log-softmax-by-mean"});

}  // namespace
}  // namespace softlaw::properties
