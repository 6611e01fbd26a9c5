// SPDX-License-Identifier: Apache-2.0
/**
\page law_rounding Rounding

The errors of the textbook algorithms, with \f$m = \max_i x_i\f$, \f$S = \sum_i e^{x_i - m}\f$,
\f$y = m + \log S\f$ and \f$p = \sigma(x)\f$.  They subtract the maximum, add up the exponentials
one after the other, and round every result; \f$u\f$ is the unit roundoff, \f$2^{-53}\f$ or
\f$2^{-24}\f$.  Exponential and logarithm are taken to be faithful: their relative errors are at
most \f$cu\f$ with \f$c = 2\f$, or their absolute error is below the least positive float where the
result is subnormal.

The four bounds are proved for that algorithm, by Coq for every order of the additions, and asked of
every subject: to be no worse.  Exponentials and logarithms within k ulp have \f$c = 2k\f$.  Trials
with the C library come to 0.93 of the first, 0.97 of the second and 0.93 of the third.  \ref
bib_bhh21 "[BHH21]" has the analysis that they refine.

Let \f$g_i = m - x_i\f$ and \f$A = \sum_i p_i g_i\f$.  The difference \f$x_i - m\f$ is
rounded to \f$-g_i(1 + \delta)\f$, \f$|\delta| \le u\f$, which multiplies \f$e^{-g_i}\f$ by a factor
within \f$e^{\pm ug_i}\f$; the exponential adds \f$cu\f$.  Weighted by the shares \f$e^{-g_i}/S =
p_i\f$ these relative errors amount to \f$u(A + c)\f$, and the \f$n - 1\f$ additions of positive
numbers to \f$u(n - 1)\f$.  So \f$\hat S = S(1 + \theta)\f$ with
\f[ |\theta| \le u\,(A + c + n - 1) \f]
to first order.  \f$A\f$ is harmless although single \f$g_i\f$ are large: \f$-\log p_i = g_i + \log
S\f$, whose mean under \f$p\f$ gives
\f[ A = H(p) - \log S \in [0, \log n] . \f]
For \f$n \le 1024\f$ all first-order quantities are below \f$2^{-13}\f$ (in binary32, and far below
in binary64), and the factor \f$1 + 2^{-8}\f$ in the laws covers the products of two or more of
them. Terms that underflow are off by the least positive float each, next to \f$S \ge 1\f$ less than
that factor leaves room for.
*/
#include <cmath>

#include "families/logsumexp/functions.hpp"
#include "families/rounding/inputs/inputs.hpp"
#include "families/rounding/laws/textbook.hpp"
#include "families/softmax/functions.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// The hypothesis covers more than the drawn inputs, which must be cheap.
Inputs up_to_1024() {
  Inputs inputs = at_most(1024, one_vector());
  inputs.generate = at_most(48, one_vector()).generate;
  return inputs;
}

/// The differences of the entries are floats, or round to floats.
Inputs differences_in_range() {
  return where(up_to_1024(), "x_i - max x in the range of the format", [](const Case& c) {
    const Vector& x = std::get<Vector>(c.arguments[0]);
    return std::isfinite(Landscape::of(c.format).round(maximum(x) + maximum(-x)));
  });
}

/**
\page law_rounding
\law{rounding.shifted} Log-sum-exp keeps the error bound of the textbook algorithm

\statement The shifted algorithm returns \f$\hat y\f$ with
\f[ |\hat y - y| \le u\,\bigl\{\,|y| + A + c + (n - 1) + c\log S\,\bigr\}\,(1 + 2^{-8}), \qquad
    A = H(p) - \log S . \f]

\words The error is small beside the larger of \f$|y|\f$ and \f$\log n + n\f$, not beside \f$|y|\f$:
the algorithm is stable, and its result may have no correct digit where \f$y\f$ is near 0.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 1024\f$; the machine's exponential and logarithm err by at most
c units of roundoff, subnormal exponentials by at most the least positive float.

\sources S2, exercise 6.4 and its solution call the shifted algorithm numerically stable; in which
sense, they do not say: \ref erratum.stable-is-absolute.

\derivation The logarithm of \f$\hat S = S(1 + \theta)\f$ is off by \f$|\theta|\f$ and by its own
error \f$cu\log S\f$; the addition to \f$m\f$ by \f$u|y|\f$.  Put in the bound of \f$\theta\f$ from
the head of this page. ∎

\proved 1 ≤ n ≤ 2³⁹ (1024 in binary32), exp and log within c ≤ 16 units of roundoff

\rounding The law is itself about rounding.  For \f$n = 1\f$ the algorithm is exact.

\held The returned value, or one that the contract takes it for, lies within the bound of the exact
one.  That the algorithm on the C library does, under the contract of half an ulp, is tested.

\witness \ref fault.narrow-accumulator: the sum accumulated in the next narrower format.

\evidence{rounding.shifted}
*/
// [rounding.shifted]
Truth no_worse_than_shifted(const Evaluator& f, const Vector& x) {
  const Textbook t(f.format(), x);
  const Interval bound = t.error(abs(t.y) + t.sum + t.faithful * t.log_s);
  return less_equal(abs(f(logsumexp, x) - t.y), bound);
}
// [rounding.shifted]
const Law& rounding_shifted = law({.id = "rounding.shifted",
                                   .inputs = up_to_1024(),
                                   .predicate = check(no_worse_than_shifted),
                                   .witness = "narrow-accumulator"});

/**
\page law_rounding
\law{rounding.softmax} Softmax keeps the error bound of the textbook algorithm

\statement The shifted algorithm \f$\hat p_i = e^{x_i - m}/\hat S\f$ has, with \f$\eta\f$ the least
positive float,
\f[ |\hat p_i - p_i| \le u\,p_i\,\bigl\{\,(m - x_i) + A + 2c + n\,\bigr\}\,(1 + 2^{-8}) + 2\eta,
    \qquad \Bigl|\sum_i \hat p_i - 1\Bigr| \le nu\,(1 + 2^{-8}) + n\eta . \f]

\words A small probability is wrong by as many units of roundoff as its logarithm has: with
\f$m - x_i = -\log p_i - \log S\f$ the bracket is \f$-\log p_i + H(p) - 2\log S + 2c + n\f$.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 1024\f$; the machine's exponential and logarithm err by at most
c units of roundoff, subnormal exponentials by at most the least positive float.

\sources Not printed; S2 has the algorithm in exercise 6.4.

\derivation The numerator is off by the factor \f$e^{\pm u(m - x_i)}(1 + cu)\f$, the denominator by
\f$1 + \theta\f$, the quotient by \f$1 + u\f$: sum the exponents.  Where the numerator is subnormal
its error is below \f$\eta\f$, divided by \f$\hat S \ge 1\f$; where the quotient is, its rounding is
at most \f$\eta/2\f$.  The sum of the quotients is \f$\sum_i \hat e_i/\hat S\f$ but for their
roundings, and \f$\hat S\f$ differs from \f$\sum_i \hat e_i\f$ by \f$(n-1)u\f$ relatively: the
errors of the numerators drop out. ∎

\proved 1 ≤ n ≤ 2³⁹ (1024 in binary32), exp and log within c ≤ 16 units of roundoff

\rounding The first bound is nearly attained.  A correctly rounded softmax does better by the whole
bracket.

\witness \ref fault.softmax-coarse-tail: an exponential of half the precision for the last entries.

\evidence{rounding.softmax}
*/
// [rounding.softmax]
Truth no_worse_than_shifted_softmax(const Evaluator& f, const Vector& x) {
  const Textbook t(f.format(), x);
  const Intervals p = f(softmax, x);
  Truth all = less_equal(abs(sum(p) - 1), t.error(t.terms) + t.terms * t.least).as("sum");
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Interval bound = t.error(t.below[i] + t.sum + t.faithful + 1) * t.p[i] + 2 * t.least;
    all &= less_equal(abs(p[i] - t.p[i]), bound);
  }
  return all;
}
// [rounding.softmax]
const Law& rounding_softmax = law({.id = "rounding.softmax",
                                   .inputs = up_to_1024(),
                                   .predicate = check(no_worse_than_shifted_softmax),
                                   .witness = "softmax-coarse-tail"});

/**
\page law_rounding
\law{rounding.log-softmax} Log-softmax keeps the error bound of the textbook algorithm

\statement The algorithm \f$\hat l_i = (x_i - m) - \log\hat S\f$ has
\f[ |\hat l_i - l_i| \le u\,\bigl\{\,(m - x_i) + |l_i| + A + c + (n - 1) + c\log S\,\bigr\}\,
    (1 + 2^{-8}) , \f]
and never returns \f$-\infty\f$.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 1024\f$, and no difference \f$x_i - m\f$ overflows.

\sources Not printed; S2, the derivation of the loss writes \f$\log\sum_j e^{o_j} - o_i\f$, which is
another order of the same operations and does worse (\ref fault.log-softmax-by-rounded-logsumexp).

\derivation The difference is off by \f$u(m - x_i)\f$, the logarithm as for \ref rounding.shifted,
the last subtraction by \f$u|l_i|\f$.  \f$1 \le \hat S\f$ is finite, and so is its logarithm. ∎

\proved 1 ≤ n ≤ 2³⁹ (1024 in binary32), exp and log within c ≤ 16 units of roundoff

\rounding Here the shift by the maximum must be undone by subtracting before the logarithm joins in:
\f$x_i - \hat y\f$ has an error of \f$u|y|\f$, which no offset of the entries bounds.

\witness \ref fault.log-softmax-by-rounded-logsumexp: \f$x_i - \operatorname{LSE}(x)\f$ with LSE
rounded.

\evidence{rounding.log-softmax}
*/
// [rounding.log-softmax]
Truth no_worse_than_shifted_logarithms(const Evaluator& f, const Vector& x) {
  const Textbook t(f.format(), x);
  const Intervals l = f(log_softmax, x);
  Truth all;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Interval exact = -t.below[i] - t.log_s;
    const Interval bound = t.error(t.below[i] + abs(exact) + t.sum + t.faithful * t.log_s);
    all &= less_equal(abs(l[i] - exact), bound);
  }
  return all;
}
// [rounding.log-softmax]
const Law& rounding_log_softmax = law({.id = "rounding.log-softmax",
                                       .inputs = differences_in_range(),
                                       .predicate = check(no_worse_than_shifted_logarithms),
                                       .witness = "log-softmax-by-rounded-logsumexp"});

/**
\page law_rounding
\law{rounding.unshifted} Within the range of exp, log-sum-exp keeps the error bound of the unshifted algorithm

\statement If no \f$e^{x_i}\f$, nor their sum, overflows or is subnormal, \f$\log\sum_i e^{x_i}\f$
evaluated as written returns \f$\hat y\f$ with
\f[ |\hat y - y| \le u\,\bigl\{\,c|y| + c + (n - 1)\,\bigr\}\,(1 + 2^{-8}) . \f]

\words No subtraction, no error of it.  With a correctly rounded logarithm, \f$c = 1\f$, the bound
of \ref rounding.shifted is larger by \f$u(A + \log S) = uH(p) \le u\log n\f$: within its range the
formula as written is then the better one, and the shift buys the range.  With \f$c = 2\f$ it is the
better one only where \f$|y| < A + 2\log S\f$, for its logarithm is large and the shifted one is
not.

\hypotheses \f$1 \le n \le 1024\f$, \f$|x_i| \le 700\f$ in binary64 and \f$\le 80\f$ in binary32.

\sources S2, exercises 6.3 and 6.4: the effect of large and small entries, and the purpose of the shift.

\derivation As for the shifted sum, with \f$g_i = 0\f$: the arguments of the exponential are floats.
The logarithm of the sum is \f$y\f$, and its own error is at most \f$cu|y|\f$; nothing is added. ∎

\proved 1 ≤ n ≤ 2³⁹ (1024 in binary32), exp and log within c ≤ 16 units of roundoff, no term subnormal

\rounding At \f$|x_i| \le 80\f$, \f$1024\,e^{80} < 2^{128}\f$ and \f$e^{-80} > 2^{-126}\f$; likewise
in binary64.

\held The same of every subject.  That the formula as written, \ref fault.no-shift, meets this law
under the contract of half an ulp is tested.

\witness \ref fault.shifted-by-first: the first entry is subtracted, not the largest, and the
exponential overflows.

\evidence{rounding.unshifted}
*/
// [rounding.unshifted]
Truth no_worse_than_unshifted(const Evaluator& f, const Vector& x) {
  const Textbook t(f.format(), x);
  const Interval bound = t.error(t.faithful * abs(t.y) + t.faithful + t.terms - 1);
  return less_equal(abs(f(logsumexp, x) - t.y), bound);
}
// [rounding.unshifted]
const Law& rounding_unshifted = law({.id = "rounding.unshifted",
                                     .inputs = vector_within_exp(),
                                     .predicate = check(no_worse_than_unshifted),
                                     .witness = "shifted-by-first"});

}  // namespace
}  // namespace softlaw::properties
