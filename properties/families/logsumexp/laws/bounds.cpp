// SPDX-License-Identifier: Apache-2.0
/**
\page law_bounds Bounds

The distance of log-sum-exp from the maximum, and of soft-min from the minimum.  Throughout,
\f$m = \max_i x_i\f$ stands \f$k\f$ times in \f$x\f$, the next smaller entry lies the gap \f$g\f$
below it (\f$g = \infty\f$ if there is none), and the smallest the spread \f$r\f$.
*/
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// \f$\log(1 + (n-1)e^{-r})\f$: the excess if one entry stands r above all others.
Interval least_excess(const Interval& r, std::size_t n) {
  return log1p((count(n) - Interval(1)) * exp(-r));
}

/**
\page law_bounds
\law{bounds.above-max} Log-sum-exp lies strictly above the maximum, by log n at most

\statement For \f$n \ge 2\f$, \f[ m < \operatorname{LSE}(x) \le m + \log n . \f]

\words The soft maximum overshoots the maximum, by \f$\log n\f$ when all entries are equal and by as
little as you like when one entry dominates; it never touches it.

\hypotheses \f$x \in \mathbb R^n\f$ finite, \f$n \ge 2\f$.

\sources S2, exercise 5.1 and S3 §3.1 for two numbers, S3 §3.5 for \f$n\f$; S3 gives a reason that
does not suffice, see \ref erratum.rsm-just, and neither says \f$n \ge 2\f$: for one entry,
\f$\operatorname{LSE}(x) = m\f$ (\ref bounds.single).

\derivation \f$\operatorname{LSE}(x) = m + \log s\f$ with \f$s = \sum_i e^{x_i - m}\f$.  One term of
\f$s\f$ is 1 and every other lies in \f$(0, 1]\f$; there is another since \f$n \ge 2\f$.  Hence
\f$1 < s \le n\f$, and the logarithm increases strictly. ∎

\held The strict inequality by what it is worth: with the spread \f$r\f$ the excess is at least
\f$\log(1 + (n-1)e^{-r})\f$ (\ref bounds.refined), so a function that returns the maximum itself fails
wherever that is beyond its contract.

\proved n ≥ 2

\rounding Strictness does not survive. At \f$x = (1, -37)\f$ the exact value exceeds 1 by
\f$3\cdot10^{-17}\f$, less than half an ulp, and the nearest float is the maximum itself. Rounding
is monotone, so a correctly rounded result is still never below \f$m\f$, nor above the float nearest
to \f$m + \log n\f$. The excess keeps the lost part: \ref law_excess.

\witness \ref fault.odd-tail-dropped: the last entry of an odd number of them is not read.  When it
is the maximum, the result lies below it.

\evidence{bounds.above-max}
*/
// [bounds.above-max]
Truth logsumexp_above_max(const Evaluator& f, const Vector& x) {
  const Interval m = maximum(x);
  return less(m, f(logsumexp, x)).as("above the maximum") &&
         less_equal(m + least_excess(spread(x), x.size()), f(logsumexp, x)).as("by how much") &&
         less_equal(f(logsumexp, x), m + log(count(x.size()))).as("by log n at most");
}
// [bounds.above-max]
const Law& above_max = law({.id = "bounds.above-max",
                            .inputs = one_vector(2),
                            .predicate = check(logsumexp_above_max),
                            .witness = "odd-tail-dropped"});

/**
\page law_bounds
\law{bounds.refined} Bounds on log-sum-exp above the maximum, by ties, gap and spread

\statement
\f[ m + \log\bigl(k + (n-k)e^{-r}\bigr) \le \operatorname{LSE}(x)
    \le m + \log\bigl(k + (n-k)e^{-g}\bigr) . \f]
Both are equalities when the entries take at most two values, in particular for \f$n \le 2\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S2, exercise 5.2 asks how small the difference can be, and its solution finds the two ends
of the range for \f$n = 2\f$ and confuses them: \ref erratum.gap-extremes.  The refinement by
\f$k\f$, \f$g\f$ and \f$r\f$ is not in the sources.

\derivation In \f$s = \sum_i e^{x_i - m}\f$ exactly \f$k\f$ terms are 1; each of the other
\f$n - k\f$ has \f$g \le m - x_i \le r\f$ and so lies between \f$e^{-r}\f$ and \f$e^{-g}\f$. ∎

\proved n ≥ 1

\rounding Both ends are enclosed to 256 bits, so that only the contract of the result is left.  For
two entries the law determines the value, and nothing beyond the contract is forgiven.

\witness \ref fault.padded-with-zero: a vector register filled up with zeros, which are entries,
where only \f$-\infty\f$ is none.

\evidence{bounds.refined}
*/
// [bounds.refined]
Truth logsumexp_between(const Evaluator& f, const Vector& x) {
  const Interval m = maximum(x);
  const Interval least = m + excess_if_others_lie(spread(x), x);
  const Interval most = m + excess_if_others_lie(gap_below_maximum(x), x);
  return less_equal(least, f(logsumexp, x)) && less_equal(f(logsumexp, x), most);
}
// [bounds.refined]
const Law& refined = law({.id = "bounds.refined",
                          .inputs = one_vector(),
                          .predicate = check(logsumexp_between),
                          .witness = "padded-with-zero"});

/**
\page law_bounds
\law{bounds.softmin} Soft-min lies strictly below the minimum, by log n at most

\statement For \f$n \ge 2\f$,
\f[ \min_i x_i - \log n \le \operatorname{softmin}(x) < \min_i x_i . \f]

\hypotheses \f$x\f$ finite, \f$n \ge 2\f$.

\sources S3 §3.4 for two numbers; S2, exercise 5.5 asks for the function; its solution has
\f$\min - \log(1 + e^{-|a-b|})\f$ and only lets the gap grow.  The lower bound is not printed.

\derivation \ref bounds.above-max for \f$-x\f$, whose maximum is \f$-\min_i x_i\f$, times
\f$-1\f$. ∎

\held The strict inequality by what it is worth: with the spread \f$r\f$ the distance is at least
\f$\log(1 + (n-1)e^{-r})\f$ (\ref bounds.refined), so a function that returns the minimum itself fails
wherever that is beyond its contract.

\proved n ≥ 2

\rounding As above, mirrored: a rounded soft-min may be the minimum, never more.

\witness \ref fault.softmin-adds-logarithm: the sign of the logarithm left as in log-sum-exp.

\evidence{bounds.softmin}
*/
// [bounds.softmin]
Truth softmin_below_min(const Evaluator& f, const Vector& x) {
  const Interval least = minimum(x);
  return less(f(softmin, x), least).as("below the minimum") &&
         less_equal(f(softmin, x), least - least_excess(spread(x), x.size())).as("by how much") &&
         less_equal(least - log(count(x.size())), f(softmin, x)).as("by log n at most");
}
// [bounds.softmin]
const Law& softmin_law = law({.id = "bounds.softmin",
                              .inputs = one_vector(2),
                              .predicate = check(softmin_below_min),
                              .witness = "softmin-adds-logarithm"});

/**
\page law_bounds
\law{bounds.scaled} The scaled log-sum-exp lies strictly above the maximum

\statement For \f$\lambda > 0\f$ and \f$n \ge 2\f$,
\f[ m < \lambda^{-1}\operatorname{LSE}(\lambda x) \le m + \lambda^{-1}\log n . \f]

\hypotheses \f$x\f$ finite, \f$n \ge 2\f$, \f$0 < \lambda < \infty\f$.

\sources S2, exercise 5.3; S3 §3.2 and §3.5, property 2.

\derivation \f$\lambda x\f$ has the maximum \f$\lambda m\f$, because \f$\lambda > 0\f$; divide
\ref bounds.above-max for it by \f$\lambda\f$. ∎

\held The strict inequality by what it is worth: with the spread \f$r\f$ the excess is at least
\f$\lambda^{-1}\log(1 + (n-1)e^{-\lambda r})\f$ (\ref bounds.refined), so a function that returns the maximum itself fails
wherever that is beyond its contract.

\proved n ≥ 2, λ > 0

\rounding \f$\lambda x_i\f$ need not be a float and may overflow: the subject is handed \f$x\f$ and
\f$\lambda\f$, and the law speaks of their exact product.  Again the result may round to \f$m\f$.

\witness \ref fault.scale-left-off-logarithm: \f$m + \log s\f$ where \f$m + \lambda^{-1}\log s\f$ is
meant; above \f$\lambda = 1\f$ it passes the upper bound.

\evidence{bounds.scaled}
*/
// [bounds.scaled]
Truth scaled_above_max(const Evaluator& f, const Vector& x, double lambda) {
  const Interval m = maximum(x);
  const Interval value = f(logsumexp_scaled, x, lambda);
  const Interval at_least = m + least_excess(spread(x) * lambda, x.size()) / lambda;
  return less(m, value).as("above the maximum") && less_equal(at_least, value).as("by how much") &&
         less_equal(value, m + log(count(x.size())) / lambda).as("by log n / lambda at most");
}
// [bounds.scaled]
const Law& scaled = law({.id = "bounds.scaled",
                         .inputs = at_least(2, vector_and_scale()),
                         .predicate = check(scaled_above_max),
                         .witness = "scale-left-off-logarithm"});

/**
\page law_bounds
\law{bounds.single} One entry is its own log-sum-exp and soft-min

\statement For \f$x = (t)\f$: \f$\operatorname{LSE}(x) = \operatorname{softmin}(x) = t\f$, the
excess is 0, \f$\sigma(x) = (1)\f$ and \f$\log\sigma(x) = (0)\f$.

\hypotheses \f$t\f$ finite.

\sources Where S3 §3.5 prints a strict inequality for \f$n\f$ numbers, this is the case
\f$n = 1\f$ that it overlooks.

\derivation \f$\log e^t = t\f$, and \f$e^t / e^t = 1\f$. ∎

\proved n = 1

\rounding All five are floats: a correctly rounded function returns them exactly.

\witness \ref fault.epsilon-in-logarithm: \f$m + \log(s + 10^{-6})\f$, which moves the result by
\f$10^{-6}\f$ where \f$s = 1\f$.

\evidence{bounds.single}
*/
// [bounds.single]
Truth single_is_exact(const Evaluator& f, double t) {
  const Vector x{t};
  return same(f(logsumexp, x), t).as("logsumexp") && same(f(softmin, x), t).as("softmin") &&
         same(f(excess, x), 0).as("excess") && same(f(softmax, x), {1}).as("softmax") &&
         same(f(log_softmax, x), {0}).as("log_softmax");
}
// [bounds.single]
const Law& single = law({.id = "bounds.single",
                         .inputs = one_number(),
                         .predicate = check(single_is_exact),
                         .witness = "epsilon-in-logarithm"});

/**
\page law_bounds
\erratum{erratum.rsm-just} A non-negative second term does not put log-sum-exp above the maximum

\printed \f$\log(e^{a-m} + e^{b-m}) > 0\f$ because one of the two terms is 1 and the other is
\f$\ge 0\f$.

\sources S3 §3.1.

\weight substance: the reason given does not yield the conclusion.  The conclusion is true of real
numbers.

\counterexample \f$a = 0\f$, \f$b = -\infty\f$, the one extended number whose exponential is not
positive but \f$\ge 0\f$ still: \f$\log(1 + 0) = 0\f$, and RealSoftMax equals the maximum.  Floats
meet this at \f$b = -746\f$ already, where \f$e^b\f$ underflows.

\correction The other term is strictly positive, \f$e^{b-m} > 0\f$, since \f$b\f$ is finite.

\derivation From \f$u \ge 0\f$ follows \f$\log(1+u) \ge 0\f$ only; from \f$u > 0\f$,
\f$\log(1+u) > 0\f$.  \ref bounds.above-max has the proof.

\evidence{erratum.rsm-just}
*/
// [erratum.rsm-just]
Truth above_max_without_positivity(const Evaluator& f, const Vector& x) {
  return less(maximum(x), f(logsumexp, x));
}
// [erratum.rsm-just]
const Erratum& rsm_just = erratum({.id = "erratum.rsm-just",
                                   .parameters = {{"x", Kind::vector}},
                                   .printed = check(above_max_without_positivity),
                                   .counterexample = "binary64; 0,-inf",
                                   .corrected_by = "bounds.above-max"});

/**
\page law_bounds
\erratum{erratum.gap-extremes} Log 2 is the greatest excess of log-sum-exp of two numbers, not the least

\printed The difference \f$D(a, b) = \operatorname{RealSoftMax}(a,b) - \max(a,b)\f$ is least when
\f$a = b\f$, where it is \f$\log 2\f$.

\sources S2, exercise 5.2, the solution.

\weight substance: the least is taken for the greatest; the same paragraph says that the difference
becomes arbitrarily small.

\counterexample \f$D(1, 0) = 0.313261…\f$, less than \f$\log 2 = 0.693147…\f$.

\correction \f$\log 2\f$ is the greatest value of \f$D\f$, taken at \f$a = b\f$ alone; the infimum
is 0 and is not taken.

\derivation \f$D = \log(1 + e^{-|a-b|})\f$ decreases strictly in \f$|a - b|\f$.

\evidence{erratum.gap-extremes}
*/
// [erratum.gap-extremes]
Truth difference_is_least_at_ties(const Evaluator& f, const Vector& x) {
  return less_equal(log(Interval(2)), f(excess, x));
}
// [erratum.gap-extremes]
const Erratum& gap_extremes = erratum({.id = "erratum.gap-extremes",
                                       .parameters = {{"x", Kind::vector}},
                                       .printed = check(difference_is_least_at_ties),
                                       .counterexample = "binary64; 1,0",
                                       .corrected_by = "bounds.refined"});

/**
\page law_bounds
\erratum{erratum.large-maximum} A large maximum does not bring log-sum-exp close to it

\printed The difference to the maximum tends to 0 as \f$a \to \infty\f$, and this covers the case
where the maximum is very large.

\sources S2, exercise 5.2, the solution.

\weight substance: having set \f$b = 0\f$, the solution takes \f$a\f$ for the maximum, where
\f$a\f$ has become the gap.

\counterexample \f$D(1000, 1000) = \log 2\f$, more than \f$D(1, 0) = 0.313261…\f$ with its smaller
maximum.

\correction \f$D\f$ depends on the gap \f$|a - b|\f$ alone, and tends to 0 as that grows.

\derivation \f$D(a + c, b + c) = D(a, b)\f$: \ref excess.translation.

\evidence{erratum.large-maximum}
*/
// [erratum.large-maximum]
Truth larger_maximum_is_closer(const Evaluator& f, const Vector& x, const Vector& y) {
  return maximum(x) > maximum(y) ? Truth() : less_equal(f(excess, y), f(excess, x));
}
// [erratum.large-maximum]
const Erratum& large_maximum = erratum({.id = "erratum.large-maximum",
                                        .parameters = {{"x", Kind::vector}, {"y", Kind::vector}},
                                        .printed = check(larger_maximum_is_closer),
                                        .counterexample = "binary64; 1,0; 1000,1000",
                                        .corrected_by = "excess.translation"});

}  // namespace
}  // namespace softlaw::properties
