// SPDX-License-Identifier: Apache-2.0
// The family partition, continued: false statements on overflow, underflow and stability.
#include <softlaw/reference/round.hpp>

#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// The float nearest to the value.
Interval rounded(const Interval& value, Format format) {
  return reference::round_to_nearest(value, format).value();
}

/**
\page law_partition
\erratum{erratum.logarithm-of-large} Logarithms of large numbers are harmless

\printed Exponentiating and taking logarithms of large numbers is to be avoided, since this can
cause overflow or underflow.

\sources S2, the section on vectorization.

\weight substance, on the reading that each of the two can: the logarithm is blamed for what the
exponential does.  The solution of exercise
6.3 says it right.

\counterexample The greatest float of binary64, \f$t = 1.797…\cdot10^{308}\f$: \f$\log t =
709.782712893…\f$.  As a predicate: the logarithm of \f$t\f$ is beyond the greatest float.

\correction The logarithm of a positive float lies between −744.4401 and 709.7828 in binary64,
between −103.28 and 88.73 in binary32.  It fails at 0 alone, the sum of exponentials that have
vanished.

\derivation \f$2^{-1074} \le t < 2^{1024}\f$ and \f$\log\f$ increases; \ref rounding.edges has the
numbers.

\evidence{erratum.logarithm-of-large}
*/
// [erratum.logarithm-of-large]
Truth logarithm_overflows(const Evaluator& f, double t) {
  return less(f.format().max_finite(), log(Interval(t)));
}
// [erratum.logarithm-of-large]
const Erratum& logarithm_of_large = erratum({.id = "erratum.logarithm-of-large",
                                             .parameters = {{"t", Kind::scalar}},
                                             .printed = check(logarithm_overflows),
                                             .counterexample = "binary64; 0x1.fffffffffffffp+1023",
                                             .corrected_by = "rounding.edges"});

/**
\page law_partition
\erratum{erratum.sum-underflows} A sum of positive numbers does not underflow

\printed When many very small numbers are summed, the sum can underflow to zero.

\sources S2, exercise 6.3, the solution.

\weight substance, on the reading that adding does it: the addition is blamed for what the
exponential does.  That the real number \f$\sum_i e^{x_i}\f$ can be less than every positive float
is right, and so is the conclusion, that a logarithm of 0 may be taken.

\counterexample \f$t = (2^{-1074}, 2^{-1074})\f$, the least positive float twice: the sum is
\f$2^{-1073} = 9.881…\cdot10^{-324}\f$, a float.  As a predicate: the sum is at most half the least
positive float, so that it rounds to 0.

\correction Each \f$e^{x_i}\f$ underflows to 0, for \f$x_i < -745.133…\f$ (\f$-103.972…\f$ in
binary32).  Floating-point addition never underflows: a sum of positive floats is at least each of
them, and exact where it is subnormal.

\derivation See \ref rounding.edges.

\evidence{erratum.sum-underflows}
*/
// [erratum.sum-underflows]
Truth sum_underflows(const Evaluator& f, const Vector& t) {
  return less_equal(2 * sum(enclose(t)), f.format().min_subnormal());
}
// [erratum.sum-underflows]
const Erratum& sum_of_small = erratum({.id = "erratum.sum-underflows",
                                       .parameters = {{"t", Kind::vector}},
                                       .printed = check(sum_underflows),
                                       .counterexample = "binary64; 0x1p-1074,0x1p-1074",
                                       .corrected_by = "rounding.edges"});

/**
\page law_partition
\erratum{erratum.shift-against-underflow} The shift by the maximum makes underflow more likely, and harmless

\printed After the maximum has been subtracted, the numbers to sum lie between 0 and 1, which is
much less likely to cause underflow than to sum many extremely small numbers.

\sources S2, exercise 6.4, the solution.

\weight notation: it depends on the reading.  Of the sum it is right, and more than that: the sum is at
least 1.  Of its terms it is right where all entries are very small; in general the shift does not
prevent their underflow, but makes it harmless.

\counterexample \f$x = (700, -50)\f$: \f$e^{-50} = 1.928…\cdot10^{-22}\f$ is a normal float,
\f$e^{-50 - 700} = 1.9\cdot10^{-326}\f$ rounds to 0.  As a predicate: where \f$e^{x_i}\f$ does not
underflow, neither does \f$e^{x_i - m}\f$.

\correction For \f$m > 0\f$ the shift makes every term smaller, and more of them underflow.  It does
no harm, since the sum is at least 1: the loss is less than \f$n2^{-1075}\f$.  Without the
shift all terms may be lost, and then the logarithm of 0 is taken.

\derivation \ref rounding.lost-terms.

\evidence{erratum.shift-against-underflow}
*/
// [erratum.shift-against-underflow]
Truth shift_prevents_underflow(const Evaluator& f, const Vector& x) {
  const Interval vanishes = Interval(f.format().min_subnormal()) / 2;
  Truth all;
  for (double entry : x) {
    if (certainly_less(exp(Interval(entry)), vanishes)) continue;
    all &= less(vanishes, exp(Interval(entry) - maximum(x)));
  }
  return all;
}
// [erratum.shift-against-underflow]
const Erratum& shift_against_underflow = erratum({.id = "erratum.shift-against-underflow",
                                                  .parameters = {{"x", Kind::vector}},
                                                  .printed = check(shift_prevents_underflow),
                                                  .counterexample = "binary64; 700,-50",
                                                  .corrected_by = "rounding.lost-terms"});

/**
\page law_partition
\erratum{erratum.largest-dominates} The largest exponential need not dominate the sum of exponentials

\printed If some coordinates are very large, the sum is dominated by the largest exponential.

\sources S2, exercise 6.3, the solution.

\weight notation: the overflow that is meant happens all the same, and with a gap the statement is
true.  As printed, of some large coordinates, it is false.

\counterexample \f$x = (1000, 1000, 1000)\f$: each term is a third of the sum, and
\f$\operatorname{LSE}(x) = 1000 + \log 3 = 1001.098…\f$.  As a predicate: the largest term is more
than half of the sum.

\correction The share of a largest term is \f$e^{-\operatorname{excess}(x)}\f$.  It exceeds one half
if the maximum is alone and the gap to the next entry exceeds \f$\log(n-1)\f$.

\derivation See \ref partition.largest-share.

\evidence{erratum.largest-dominates}
*/
// [erratum.largest-dominates]
Truth largest_term_dominates(const Evaluator& f, const Vector& x) {
  Interval largest = 0;
  for (const Interval& p : f(softmax, x)) largest = max(largest, p);
  return less(Interval::ratio(1, 2), largest);
}
// [erratum.largest-dominates]
const Erratum& largest_dominates = erratum({.id = "erratum.largest-dominates",
                                            .parameters = {{"x", Kind::vector}},
                                            .printed = check(largest_term_dominates),
                                            .counterexample = "binary64; 1000,1000,1000",
                                            .corrected_by = "partition.largest-share"});

/**
\page law_partition
\erratum{erratum.stable-is-absolute} The shifted evaluation of log-sum-exp is stable, not accurate

\printed With \f$b = \max_i x_i\f$ the implementation is numerically stable.

\sources S2, exercise 6.4 and its solution.

\weight notation: it depends on the definition of stability.  The error is bounded beside
\f$|y| + \log n\f$, and the algorithm deserves the name; beside \f$|y|\f$ it is not bounded, as a
reader may expect.

\counterexample \f$x = (a, a)\f$ with \f$a\f$ the float nearest to \f$-\log 2\f$: the shifted sum is
2, its logarithm rounded is \f$-a\f$, and the result is 0, where \f$\operatorname{LSE}(x) =
2.319…\cdot10^{-17}\f$.  As a predicate: with every operation correctly rounded, three decimal
digits are right.

\correction \f$|\hat y - y| \le u\{|y| + H(p) + n + \dots\}\f$.  The problem itself has the
condition number \f$\lVert x\rVert_\infty/|y|\f$, so no algorithm does better if the entries are
uncertain; one that works with more digits inside does if they are exact.

\derivation \ref rounding.shifted, \ref condition.logsumexp.

\evidence{erratum.stable-is-absolute}
*/
// [erratum.stable-is-absolute]
Truth shifted_is_accurate(const Evaluator& f, const Vector& x) {
  const Format format = f.format();
  const Interval m = maximum(x);
  Interval s = 0;
  for (double entry : x) s = rounded(s + rounded(exp(rounded(entry - m, format)), format), format);
  const Interval result = rounded(m + rounded(log(s), format), format);
  const Interval exact = f(logsumexp, x);
  return less_equal(1000 * abs(result - exact), abs(exact));
}
// [erratum.stable-is-absolute]
const Erratum& stable_is_absolute =
    erratum({.id = "erratum.stable-is-absolute",
             .parameters = {{"x", Kind::vector}},
             .printed = check(shifted_is_accurate),
             .counterexample = "binary64; -0x1.62e42fefa39efp-1,-0x1.62e42fefa39efp-1",
             .corrected_by = "rounding.shifted"});

/**
\page law_partition
\erratum{erratum.hessian-iff-convex} A positive second derivative implies convexity only on a convex domain

\printed A function is convex if and only if its Hessian is positive semidefinite.

\sources S2, exercise 6.1, the solution.

\weight substance: two hypotheses are missing.  Log-sum-exp has them, being smooth on all of
\f$\mathbb R^n\f$, so that its convexity is proved all the same.

\counterexample \f$\varphi(t) = t^{-2}\f$ on \f$\mathbb R \setminus \{0\}\f$ has \f$\varphi''(t) =
6t^{-4} > 0\f$.  At \f$a = -1\f$, \f$b = 2\f$ the mean of \f$\varphi(a) = 1\f$ and \f$\varphi(b) =
\frac14\f$ is 0.625, but \f$\varphi(\frac12) = 4\f$.  For the other direction, \f$|t|\f$ is convex
and has no second derivative at 0.

\correction A twice continuously differentiable function on an open convex set is convex if and only
if its Hessian is positive semidefinite everywhere.

\derivation On a segment within the domain \f$\varphi(x + t(y - x))\f$ has the second derivative
\f$\langle y - x, \nabla^2\varphi\,(y - x)\rangle\f$, and a function of one variable is convex on an
interval if and only if that is not negative.  For log-sum-exp: \ref convexity.chord.

\evidence{erratum.hessian-iff-convex}
*/
// [erratum.hessian-iff-convex]
Truth inverse_square_is_convex(const Evaluator&, double a, double b) {
  const auto phi = [](const Interval& t) { return 1 / sqr(t); };
  return less_equal(phi((Interval(a) + b) / 2), (phi(a) + phi(b)) / 2);
}
// [erratum.hessian-iff-convex]
const Erratum& hessian_iff_convex =
    erratum({.id = "erratum.hessian-iff-convex",
             .parameters = {{"a", Kind::scalar}, {"b", Kind::scalar}},
             .printed = check(inverse_square_is_convex),
             .counterexample = "binary64; -1; 2",
             .corrected_by = "convexity.chord"});

/**
\page law_partition
\erratum{erratum.one-entry} One number is its own log-sum-exp

\printed For \f$n\f$ numbers and \f$\lambda > 0\f$,
\f$\lambda^{-1}\operatorname{LSE}(\lambda x) > \max_i x_i\f$; with \f$\lambda = 1\f$,
\f$\operatorname{LSE}(x) > \max_i x_i\f$.

\sources S3 §3.5, properties 1 and 2.

\weight notation: several numbers are meant.  As printed, \f$n = 1\f$ is allowed.

\counterexample \f$x = (3)\f$, \f$\lambda = 1\f$: \f$\operatorname{LSE}(x) = \log e^3 = 3\f$, the
maximum itself.

\correction The sign is strict for \f$n \ge 2\f$; for \f$n = 1\f$ there is equality.

\derivation \ref bounds.scaled and \ref bounds.above-max for \f$n \ge 2\f$, \ref bounds.single for
\f$n = 1\f$.

\evidence{erratum.one-entry}
*/
// [erratum.one-entry]
Truth above_max_for_any_number(const Evaluator& f, const Vector& x, double lambda) {
  return less(maximum(x), f(logsumexp_scaled, x, lambda));
}
// [erratum.one-entry]
const Erratum& one_entry = erratum({.id = "erratum.one-entry",
                                    .parameters = {{"x", Kind::vector}, {"lambda", Kind::scalar}},
                                    .printed = check(above_max_for_any_number),
                                    .counterexample = "binary64; 3; 1",
                                    .corrected_by = "bounds.scaled"});

}  // namespace
}  // namespace softlaw::properties
