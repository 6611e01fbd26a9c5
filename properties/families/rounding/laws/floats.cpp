// SPDX-License-Identifier: Apache-2.0
// The family rounding, continued: properties of the floats themselves, and the ends of their range.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "contracts/promise.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/pair/functions.hpp"
#include "families/rounding/inputs/inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_rounding
\law{rounding.floor} The returned log-sum-exp is never below the maximum

\statement For the floats that are returned,
\f[ \widehat{\operatorname{LSE}}(x) \ge \max_i x_i, \qquad
    0 \le \widehat{\operatorname{excess}}(x) \le (1 + 2u)\log n, \qquad
    \widehat{\operatorname{softmin}}(x) \le \min_i x_i . \f]
For finite \f$x\f$ all three are finite.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 64\f$.

\sources S2, exercise 6.4, the solution: the shifted terms are at most 1, one of them is 1, and
nothing overflows; S2, exercise 5.1 and S3 §3.1 for real numbers.

\derivation Of the textbook's algorithm with a monotone exponential that has \f$e^0 = 1\f$: the
difference \f$x_i - m\f$, rounded, is not positive, so every term lies in \f$[0, 1]\f$ and one is 1.
Rounding is monotone and 1 and \f$n\f$ are floats, so partial sums stay in \f$[0, n]\f$ and reach 1:
\f$1 \le \hat S \le n\f$.  Hence \f$\log\hat S \ge 0\f$, not above the faithful logarithm of
\f$n\f$, and \f$m + \log\hat S\f$, rounded, is not below the float \f$m\f$.  It is finite even if
\f$m\f$ is the greatest float \f$\Omega\f$: adding \f$\log n\f$ reaches the next power of two only
at half an ulp of \f$\Omega\f$, which is \f$2^{970}\f$ (\f$2^{103}\f$ in binary32), and no vector is
that long.  A correctly rounded function has the same property, rounding being monotone. ∎

\rounding This is a law about floats: no contract widens them. A subject that does not promise
`in-range` is not asked (\ref contracts_facts).

\held By the floats as they were returned, exactly.

\witness \ref fault.exponential-off-at-zero: an exponential that is less than 1 at 0.  Another is
\ref fault.logsumexp-in-base-two, \f$\log 2\cdot\log_2\sum_i 2^{x_i\log_2 e}\f$, whose two products
round, also downward.

\evidence{rounding.floor}
*/
// [rounding.floor]
Truth never_below_maximum(const Evaluator& f, const Vector& x) {
  const Interval lse = f.returned(logsumexp, x), above = f.returned(excess, x),
                 least = f.returned(softmin, x);
  const Format format = f.format();
  const Interval limit(format.max_finite()), unit = Interval::power_of_two(-format.precision);
  return f.fact(Fact::in_range, logsumexp,
                less_equal(maximum(x), lse).as("logsumexp") &&
                    less_equal(lse, limit).as("logsumexp is finite")) &&
         f.fact(
             Fact::in_range, excess,
             less_equal(0, above).as("excess") &&
                 less_equal(above, (1 + 2 * unit) * log(count(x.size()))).as("excess, by log n")) &&
         f.fact(Fact::in_range, softmin,
                less_equal(least, minimum(x)).as("softmin") &&
                    less_equal(-limit, least).as("softmin is finite"));
}
// [rounding.floor]
const Law& rounding_floor = law({.id = "rounding.floor",
                                 .inputs = at_most(64, one_vector()),
                                 .predicate = check(never_below_maximum),
                                 .witness = "exponential-off-at-zero"});

/**
\page law_rounding
\law{rounding.unit-interval} No returned probability exceeds 1, and no loss is negative

\statement For the floats that are returned, \f$0 \le \hat p_i \le 1\f$ and \f$\hat l_i \le 0\f$;
one of the \f$\hat p_i\f$ is positive.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 64\f$.

\sources S2, the section on the loss: cross-entropy is bounded from below by 0.

\derivation \f$\hat e_i \le \hat S\f$ in floats, since a sum of terms that are not negative, rounded
monotonically, is not less than any of them; so the quotient is at most 1.  \f$x_i - m\f$ and
\f$-\log\hat S\f$ are not positive, hence neither is their sum.  The largest term is 1, and
\f$1/\hat S \ge 1/n > 0\f$. ∎

\rounding A loss of \f$-10^{-7}\f$ is seen at once and looks like a mistake of the user's.  It comes
from a logarithm that is off at 1, or from a rounded log-sum-exp that is subtracted.

\held By the floats as they were returned, exactly, if `in-range` is promised.

\witness \ref fault.logarithm-off-at-one: a polynomial for the logarithm that misses 0 at 1.

\evidence{rounding.unit-interval}
*/
// [rounding.unit-interval]
Truth in_the_unit_interval(const Evaluator& f, const Vector& x) {
  Truth shares, logarithms;
  Interval largest = 0;
  for (const Interval& p : f.returned(softmax, x)) {
    shares &= less_equal(0, p) && less_equal(p, 1).as("softmax");
    largest = max(largest, p);
  }
  shares &= less(0, largest).as("the largest");
  for (const Interval& l : f.returned(log_softmax, x)) {
    logarithms &= less_equal(l, 0).as("log_softmax");
  }
  return f.fact(Fact::in_range, softmax, shares) && f.fact(Fact::in_range, log_softmax, logarithms);
}
// [rounding.unit-interval]
const Law& rounding_unit_interval = law({.id = "rounding.unit-interval",
                                         .inputs = at_most(64, one_vector()),
                                         .predicate = check(in_the_unit_interval),
                                         .witness = "logarithm-off-at-one"});

/**
\page law_rounding
\law{rounding.order} Returned probabilities of softmax keep the order, and ties to the last bit

\statement For the floats that are returned, \f$x_i \le x_j\f$ implies \f$\hat p_i \le \hat p_j\f$
and \f$\hat l_i \le \hat l_j\f$, and \f$x_i = x_j\f$ implies \f$\hat p_i = \hat p_j\f$ and \f$\hat
l_i = \hat l_j\f$.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 64\f$.

\sources S2, the section on softmax: it preserves the order of its arguments, and so the argument of
the maximum.

\derivation Subtracting \f$m\f$, a monotone exponential, and dividing by \f$\hat S\f$ are monotone
functions of \f$x_i\f$, the same for every \f$i\f$, and rounding is monotone; likewise the
subtraction of \f$\log\hat S\f$.  The order is weak: neighbouring entries may get one probability. ∎

\rounding A vector register with another exponential than the tail breaks this law, and so does a
class that is chosen by probability rather than by logit.

\held Neighbours in the sorted order are compared, which implies all; of subjects that promise `ordered` and `ties`.

\witness \ref fault.uneven-lanes: two exponentials, 8 epsilon apart.

\evidence{rounding.order}
*/
// [rounding.order]
Truth order_of_floats(const Evaluator& f, const Vector& x) {
  std::vector<std::size_t> order(x.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return x[i]; });
  Truth all;
  for (const auto* function : {&softmax, &log_softmax}) {
    const Intervals r = f.returned(*function, x);
    for (std::size_t k = 1; k < order.size(); ++k) {
      const std::size_t i = order[k - 1], j = order[k];
      all &= x[i] == x[j] ? f.fact(Fact::ties, *function, same(r[i], r[j]).as("ties"))
                          : f.fact(Fact::ordered, *function, less_equal(r[i], r[j]).as("order"));
    }
  }
  return all;
}
// [rounding.order]
const Law& rounding_order = law({.id = "rounding.order",
                                 .inputs = at_most(64, one_vector()),
                                 .predicate = check(order_of_floats),
                                 .witness = "uneven-lanes"});

/**
\page law_rounding
\law{rounding.edges} Where exponentials are absorbed, become subnormal, vanish and overflow

\statement With \f$p\f$ bits of significand, \f$2^{E}\f$ the first power of two beyond the format,
\f$2^{e}\f$ its least normal and \f$2^{l}\f$ its least positive number,

| | binary64 | binary32 |
|---|---|---|
| \f$1 + e^t = 1\f$ in floats, \f$t < -p\log 2\f$ | −36.7368005696771 | −16.6355323334387 |
| \f$e^t\f$ overflows, \f$t > E\log 2\f$ | 709.782712893384 | 88.7228391116730 |
| \f$e^t\f$ is subnormal, \f$t < e\log 2\f$ | −708.396418532264 | −87.3365447505531 |
| \f$e^t\f$ vanishes, \f$t < (l-1)\log 2\f$ | −745.133219101941 | −103.972077083992 |

(rounded, and with \f$E\f$ less half an ulp at overflow).  The logarithm of a positive float lies between
\f$l\log 2\f$ and \f$E\log 2\f$, so it neither overflows nor underflows, and a sum of positive
floats never underflows: it is a multiple of \f$2^l\f$, and where it is below \f$2^{e+1}\f$ it is
exact.

At the floats next to these numbers every function of the family is right to within its contract.

\hypotheses \f$t\f$ finite.

\sources S2, the section on vectorization and exercise 6.3 with its solution, which look for the
danger in the wrong operations: \ref erratum.logarithm-of-large, \ref erratum.sum-underflows.

\derivation \f$1 + \varepsilon\f$ rounds to 1, ties to even, exactly for \f$0 \le \varepsilon \le
2^{-p}\f$, half the distance to the next float.  A positive number rounds to 0 up to half of
\f$2^l\f$, included.  Floats are multiples of \f$2^l\f$, and so are their sums; a multiple of
\f$2^l\f$ below \f$2^{e+1} = 2^{l+p}\f$ has at most \f$p\f$ bits and is a float. ∎

\rounding Each edge is met from both sides, at up to three floats from it.  A subnormal result has
few bits, and a flag of the processor may take even those; it has no right to under a contract in
ulps, as the ulp of a subnormal number is \f$2^l\f$.

\held The excess and softmax of \f$(0, t)\f$, softplus and the logistic function of \f$t\f$.

\witness \ref fault.softmax-flushed: subnormal results flushed to zero.

\evidence{rounding.edges}
*/
// [rounding.edges]
Truth right_at_the_edges(const Evaluator& f, double t) {
  const Vector x{0, t};
  return f.agrees(excess, x) && f.agrees(softmax, x) && f.agrees(softplus, t) &&
         f.agrees(logistic, t);
}
// [rounding.edges]
const Law& rounding_edges = law({.id = "rounding.edges",
                                 .inputs = number_at_an_edge(),
                                 .predicate = check(right_at_the_edges),
                                 .witness = "softmax-flushed"});

/**
\page law_rounding
\law{rounding.lost-terms} Terms far below the maximum contribute a bounded amount to log-sum-exp

\statement Let \f$x'\f$ be the entries of \f$x\f$ that lie at most \f$t\f$ below the maximum, and
\f$r\f$ the number of the others.  Then
\f[ 0 \le \operatorname{excess}(x) - \operatorname{excess}(x')
    = \log\Bigl(1 + e^{-\operatorname{excess}(x')}\sum_{m - x_i > t} e^{x_i - m}\Bigr)
    \le re^{-t} . \f]
In particular, terms that underflow after the shift, \f$t = 745.13\f$ (103.97 in binary32), change
log-sum-exp by less than \f$n2^{-1075}\f$ (\f$n2^{-150}\f$).

\words The shift makes underflow more likely, not less: with \f$m > 0\f$ every term becomes smaller.
It makes it harmless, because the lost terms stand beside 1.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 12\f$, \f$t > 0\f$.

\sources S2, exercise 6.4, the solution, which says that underflow becomes less likely:
\ref erratum.shift-against-underflow.

\derivation The sum for \f$x\f$ is that for \f$x'\f$, \f$e^{\operatorname{excess}(x')} \ge 1\f$, and
the other terms, each below \f$e^{-t}\f$. ∎

\rounding Harmless for log-sum-exp; not for the probabilities of the lost entries, which are then 0
and have lost all their digits.  Their logarithms are kept by log-softmax.

\witness \ref fault.exp-flushed: terms below the machine epsilon are taken for 0 already, which the
excess shows.

\evidence{rounding.lost-terms}
*/
// [rounding.lost-terms]
Truth lost_terms_do_no_harm(const Evaluator& f, const Vector& x, double t) {
  const Interval m = maximum(x);
  Vector kept;
  Interval lost = 0;
  for (double entry : x) {
    if (possibly_less_equal(m - entry, t)) {
      kept.push_back(entry);
    } else {
      lost += exp(entry - m);
    }
  }
  const Interval before = f(excess, kept), difference = log1p(exp(-before) * lost);
  return same(f(excess, x), before + difference) &&
         less_equal(difference, count(x.size() - kept.size()) * exp(-Interval(t)));
}
// [rounding.lost-terms]
const Law& rounding_lost_terms = law({.id = "rounding.lost-terms",
                                      .inputs = vector_and_depth(),
                                      .predicate = check(lost_terms_do_no_harm),
                                      .witness = "exp-flushed"});

}  // namespace
}  // namespace softlaw::properties
