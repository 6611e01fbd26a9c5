// SPDX-License-Identifier: Apache-2.0
/**
\page law_excess Excess

The excess \f$\operatorname{LSE}(x) - \max_i x_i\f$ as a function of its own: it keeps the digits
that log-sum-exp must round away beside its maximum.
*/
#include <cmath>

#include "families/logsumexp/functions.hpp"
#include "families/pair/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/admit.hpp"
#include "inputs/cancellation.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_excess
\law{excess.bounds} The excess over the maximum, by ties, gap and spread

\statement Let the maximum stand \f$k\f$ times in \f$x\f$, the next smaller entry \f$g\f$ below it
and the smallest \f$r\f$ below it.  Then
\f[ \log\bigl(k + (n-k)e^{-r}\bigr) \le \operatorname{excess}(x)
    \le \log\bigl(k + (n-k)e^{-g}\bigr) . \f]

\words The excess is positive as soon as there are two entries, however far apart.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S2, exercise 5.2 and S3 §3.1: the difference is positive; what it is for \f$k\f$ maxima is
not in the sources.

\derivation \ref bounds.refined, less the maximum. ∎

\proved n ≥ 1

\rounding Beside a maximum of 1 or more nothing is left of one \f$e^{-g}\f$ from \f$g = 37\f$ on, in
binary32 from 17 on; alone it stays a normal number until \f$g = 708.39\f$ (87.33) and positive until
\f$g = 745.13\f$ (103.97), where \f$e^{-g}\f$ passes half the least subnormal. Up to there a result
0 breaks the law. A 0 alone would not break \f$\operatorname{excess}(x) > 0\f$, since 0 may stand
for a number below the subnormals; this is why the law has its lower bound.

\witness \ref fault.excess-by-plain-logarithm: \f$\log(1 + u)\f$ for a small \f$u\f$, where
\f$1 + u\f$ rounds.

\evidence{excess.bounds}
*/
// [excess.bounds]
Truth excess_between(const Evaluator& f, const Vector& x) {
  return less_equal(excess_if_others_lie(spread(x), x), f(excess, x)) &&
         less_equal(f(excess, x), excess_if_others_lie(gap_below_maximum(x), x));
}
// [excess.bounds]
const Law& excess_bounds = law({.id = "excess.bounds",
                                .inputs = one_vector(),
                                .predicate = check(excess_between),
                                .witness = "excess-by-plain-logarithm"});

/// x with log-sum-exp next to 0: equal entries near -log n, or others that cancel.
Inputs next_to_zero() {
  return drawn_by(one_vector(2), [](Source& source, Format format) {
    const Landscape& landscape = Landscape::of(format);
    Case c = empty_case(format);
    c.input_class = "cancellation";
    Vector x = draw_cancellation(source, landscape);
    if (source.one_in(2)) {
      const std::size_t n = source.size(2, 40);
      x.assign(n, landscape.round(-std::log(static_cast<double>(n))));
      if (source.one_in(2)) x.front() = landscape.above(x.front());
    }
    c.arguments = {std::move(x)};
    return c;
  });
}

/**
\page law_excess
\law{excess.zeros} Log-sum-exp next to its zeros

\statement \f$e^{\operatorname{LSE}(x)} - 1 = \sum_i e^{x_i} - 1\f$.

\words Where the exponentials sum to nearly 1, log-sum-exp is nearly what they exceed it by.

\hypotheses \f$x\f$ finite, \f$n \ge 2\f$; the law draws \f$x\f$ with \f$\sum_i e^{x_i}\f$ near 1, such
as \f$x_i = -\log n\f$ rounded.

\sources The definition in S3 §3.5.

\derivation Exponentiate the definition, take off 1. ∎

\proved n ≥ 1

\rounding \f$m + \log s\f$ cancels: the two terms are about \f$\pm\log n\f$, and each rounding is as
large as the result.

\witness \ref fault.plain-logsumexp: the maximum plus the rounded logarithm.

\evidence{excess.zeros}
*/
// [excess.zeros]
Truth zeros_of_logsumexp(const Evaluator& f, const Vector& x) {
  Interval total = -1;
  for (double entry : x) total += exp(Interval(entry));
  return same(expm1(f(logsumexp, x)), total);
}
// [excess.zeros]
const Law& excess_zeros = law({.id = "excess.zeros",
                               .inputs = next_to_zero(),
                               .predicate = check(zeros_of_logsumexp),
                               .witness = "plain-logsumexp"});

/**
\page law_excess
\law{excess.sum} Log-sum-exp is the maximum plus the excess

\statement \f$\operatorname{LSE}(x) = \max_i x_i + \operatorname{excess}(x)\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources The identity of S3 §3.1 for two numbers; S2, exercise 6.4 recommends to compute by it.

\derivation Definition of the excess. ∎

\proved n ≥ 1

\rounding The two results are rounded at different sizes, and neither follows from the other: where
the maximum is large, the excess has digits that log-sum-exp lacks; where they cancel, as at
\f$x = (-\log 2, -\log 2)\f$ rounded, log-sum-exp has digits that maximum plus rounded excess lacks.

\witness \ref fault.excess-in-bits: the logarithm to base 2.

\evidence{excess.sum}
*/
// [excess.sum]
Truth excess_completes_maximum(const Evaluator& f, const Vector& x) {
  return same(maximum(x) + f(excess, x), f(logsumexp, x));
}
// [excess.sum]
const Law& excess_sum = law({.id = "excess.sum",
                             .inputs = one_vector(),
                             .predicate = check(excess_completes_maximum),
                             .witness = "excess-in-bits"});

/**
\page law_excess
\law{excess.largest} The largest log-probability is minus the excess

\statement \f$\max_i \log\sigma(x)_i = -\operatorname{excess}(x)\f$, and it is taken where \f$x_i\f$
is the maximum.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources The sources have no excess; this is their
\f$\log\sigma(x)_i = x_i - \operatorname{LSE}(x)\f$ (S2, Softmax and Cross-Entropy Loss) at the
maximum.

\derivation \f$\log\sigma(x)_i = x_i - \operatorname{LSE}(x)\f$ increases with \f$x_i\f$; at the
maximum it is \f$-(\operatorname{LSE}(x) - \max_j x_j)\f$. ∎

\proved n ≥ 1

\rounding Nothing has to be rounded before the last step in either function.  A classifier that is
certain of its answer lives here: its loss \f$-\log\sigma(x)_i\f$ is the excess, and is 0 in
arithmetic that rounds log-sum-exp first.

\witness \ref fault.log-softmax-by-rounded-logsumexp: \f$x_i - \operatorname{LSE}(x)\f$ with LSE
rounded.

\evidence{excess.largest}
*/
// [excess.largest]
Truth excess_is_least_loss(const Evaluator& f, const Vector& x) {
  const Intervals log_p = f(log_softmax, x);
  const Interval loss = f(excess, x);
  const double m = maximum(x);
  Truth all;
  for (std::size_t i = 0; i < x.size(); ++i) {
    all &= x[i] == m ? same(log_p[i], -loss) : less(log_p[i], -loss);
  }
  return all;
}
// [excess.largest]
const Law& excess_largest = law({.id = "excess.largest",
                                 .inputs = one_vector(),
                                 .predicate = check(excess_is_least_loss),
                                 .witness = "log-softmax-by-rounded-logsumexp"});

/**
\page law_excess
\law{excess.translation} The excess depends only on the differences of the entries

\statement For \f$c \in \mathbb R\f$,
\f$\operatorname{excess}(x + c\mathbf 1) = \operatorname{excess}(x)\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$; the sums \f$x_i + c\f$ are floats.

\sources S2, exercise 5.2 sets \f$b = 0\f$ without loss of generality by this law, and its solution
then forgets it: \ref erratum.large-maximum.

\derivation Both \f$\operatorname{LSE}\f$ (\ref translation.logsumexp) and the maximum move by
\f$c\f$. ∎

\proved n ≥ 1

\rounding The exact values are equal, so a correctly rounded excess returns the same bits for both.
A difference of rounded numbers loses the part that \f$c\f$ covers.

\witness \ref fault.excess-by-subtraction: the rounded log-sum-exp minus the maximum.

\evidence{excess.translation}
*/
// [excess.translation]
Truth excess_stays(const Evaluator& f, const Vector& x, double c) {
  return same(f(excess, x + c), f(excess, x));
}
// [excess.translation]
const Law& excess_translation = law({.id = "excess.translation",
                                     .inputs = vector_and_shift(),
                                     .predicate = check(excess_stays),
                                     .witness = "excess-by-subtraction"});

/**
\page law_excess
\law{excess.softplus} The excess of two numbers is the softplus of minus their gap

\statement For \f$t \in \mathbb R\f$,
\f$\operatorname{excess}(0, -|t|) = \log(1 + e^{-|t|}) = \operatorname{softplus}(-|t|)\f$.

\hypotheses \f$t\f$ finite.

\sources S2, exercise 5.2, the solution: \f$D(a, 0) = \log(1 + 1/e^a)\f$ for \f$a \ge 0\f$.

\derivation The maximum of \f$0\f$ and \f$-|t|\f$ is 0. ∎

\proved none

\rounding Both functions must carry \f$e^{-|t|}\f$ through \f$\log(1+\cdot)\f$ unharmed, down into
the subnormals.

\witness \ref fault.exp-flushed: terms below the machine epsilon are taken for 0, because they would
not change the sum; but they are the excess.

\evidence{excess.softplus}
*/
// [excess.softplus]
Truth excess_is_softplus(const Evaluator& f, double t) {
  return same(f(excess, {0, -std::fabs(t)}), f(softplus, -std::fabs(t)));
}
// [excess.softplus]
const Law& excess_softplus = law({.id = "excess.softplus",
                                  .inputs = one_number(),
                                  .predicate = check(excess_is_softplus),
                                  .witness = "exp-flushed"});

}  // namespace
}  // namespace softlaw::properties
