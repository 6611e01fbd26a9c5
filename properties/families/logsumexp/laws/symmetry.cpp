// SPDX-License-Identifier: Apache-2.0
/**
\page law_symmetry Symmetry

A sum does not depend on the order of its terms, nor on terms that are 0; and soft-min is log-sum-exp in the
mirror.
*/
#include <algorithm>
#include <limits>

#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

Vector reversed(Vector x) {
  std::ranges::reverse(x);
  return x;
}

/// The last entry moved to the front.
Vector rotated(Vector x) {
  std::rotate(x.begin(), x.end() - 1, x.end());
  return x;
}

Intervals reversed(Intervals x) {
  std::ranges::reverse(x);
  return x;
}

/**
\page law_symmetry
\law{symmetry.order} Log-sum-exp does not depend on the order of the entries

\statement For every permutation \f$\pi\f$ of the entries,
\f$\operatorname{LSE}(\pi x) = \operatorname{LSE}(x)\f$, and soft-min and the excess likewise.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.  Tried are the reversal and the rotation by one entry.

\sources In none of the four; a sum over \f$i\f$ has no order.

\derivation Addition is commutative and associative.  Rotation and reversal give all rotations and
reflections, which take every entry to every place. ∎

\proved n ≥ 1

\rounding Addition of floats is not associative, and most implementations return other bits for
another order; but within a contract the exact values that they stand for must have one in common. A
correctly rounded result cannot depend on the order at all.

\witness \ref fault.online-without-rescaling: one pass that keeps the larger of maximum and entry,
and forgets to bring the sum so far to the new maximum. It is right for descending entries.

\evidence{symmetry.order}
*/
// [symmetry.order]
Truth order_does_not_matter(const Evaluator& f, const Vector& x) {
  Truth all;
  for (const Vector& other : {reversed(x), rotated(x)}) {
    all &= same(f(logsumexp, other), f(logsumexp, x)).as("logsumexp") &&
           same(f(softmin, other), f(softmin, x)).as("softmin") &&
           same(f(excess, other), f(excess, x)).as("excess");
  }
  return all;
}
// [symmetry.order]
const Law& symmetry_order = law({.id = "symmetry.order",
                                 .inputs = one_vector(),
                                 .predicate = check(order_does_not_matter),
                                 .witness = "online-without-rescaling"});

/**
\page law_symmetry
\law{symmetry.places} Permuting the entries permutes their probabilities under softmax

\statement For every permutation \f$\pi\f$, \f$\sigma(\pi x) = \pi\,\sigma(x)\f$ and
\f$\log\sigma(\pi x) = \pi\log\sigma(x)\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.  Tried is the reversal.

\sources In none of the four; immediate from the definition in S1, Softmax.

\derivation \f$\sigma(x)_i = e^{x_i}/\sum_j e^{x_j}\f$, whose denominator has no order. ∎

\proved n ≥ 1

\rounding As for \ref symmetry.order.

\witness \ref fault.shares-left-sorted: probabilities handed back in the order of size.

\evidence{symmetry.places}
*/
// [symmetry.places]
Truth shares_move_along(const Evaluator& f, const Vector& x) {
  return same(f(softmax, reversed(x)), reversed(f(softmax, x))).as("softmax") &&
         same(f(log_softmax, reversed(x)), reversed(f(log_softmax, x))).as("log_softmax");
}
// [symmetry.places]
const Law& symmetry_places = law({.id = "symmetry.places",
                                  .inputs = one_vector(),
                                  .predicate = check(shares_move_along),
                                  .witness = "shares-left-sorted"});

/**
\page law_symmetry
\law{symmetry.equals} Equal entries have equal probabilities under softmax

\statement If \f$x_i = x_j\f$ then \f$\sigma(x)_i = \sigma(x)_j\f$; in particular
\f$\sigma(x \oplus x)_i = \sigma(x \oplus x)_{n+i}\f$, where \f$x \oplus x\f$ is \f$x\f$ followed by
itself.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources In none of the four; S2, exercise 7.2, the solution leaves the tie out:
\ref erratum.cold-limit.

\derivation Exchange \f$i\f$ and \f$j\f$ in \ref symmetry.places. ∎

\proved n ≥ 1

\rounding A function that treats its entries one by one returns equal bits.  One that has a fast
exponential for whole registers and another for the rest need not.

\witness \ref fault.uneven-lanes: two exponentials that differ by 8 epsilon.

\evidence{symmetry.equals}
*/
// [symmetry.equals]
Truth equals_share_equally(const Evaluator& f, const Vector& x) {
  const Intervals p = f(softmax, repeat(x, 2));
  Truth all;
  for (std::size_t i = 0; i < x.size(); ++i) all &= same(p[i], p[x.size() + i]);
  return all;
}
// [symmetry.equals]
const Law& symmetry_equals = law({.id = "symmetry.equals",
                                  .inputs = one_vector(),
                                  .predicate = check(equals_share_equally),
                                  .witness = "uneven-lanes"});

/**
\page law_symmetry
\law{symmetry.mirror} Soft-min is the mirror image of log-sum-exp

\statement \f$\operatorname{softmin}(x) = -\operatorname{LSE}(-x)\f$, and with a scale
\f$\lambda^{-1}\operatorname{softmin}(\lambda x) = -\lambda^{-1}\operatorname{LSE}(-\lambda x)\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$0 < \lambda < \infty\f$.

\sources S3 §3.4 and §3.5, property 4; S2, exercise 5.5, the solution; S0, Definition.

\derivation Definition. ∎

\proved n ≥ 1, λ > 0

\rounding Changing a sign is exact, and rounding to nearest is symmetric: correctly rounded results
agree to the last bit.

\witness \ref fault.softmin-by-weights: the mean of \f$x\f$ under \f$\sigma(-x)\f$, which goes by
the same name elsewhere and lies above the minimum unless all entries are equal.

\evidence{symmetry.mirror}
*/
// [symmetry.mirror]
Truth softmin_mirrors_logsumexp(const Evaluator& f, const Vector& x, double lambda) {
  return same(f(softmin, x), -f(logsumexp, -x)) &&
         same(f(softmin_scaled, x, lambda), -f(logsumexp_scaled, -x, lambda)).as("scaled");
}
// [symmetry.mirror]
const Law& symmetry_mirror = law({.id = "symmetry.mirror",
                                  .inputs = vector_and_scale(),
                                  .predicate = check(softmin_mirrors_logsumexp),
                                  .witness = "softmin-by-weights"});

/**
\page law_symmetry
\law{symmetry.nothing-added} An entry of minus infinity adds nothing to log-sum-exp

\statement
\f$\operatorname{LSE}(-\infty \oplus x) = \operatorname{LSE}(x \oplus -\infty) =
\operatorname{LSE}(x)\f$;
the excess likewise, \f$+\infty\f$ in soft-min likewise. Softmax gives such an entry 0 and the
others what they had.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources In none of the four, which speak of real numbers only.  It is how masks are written.

\derivation \f$e^{-\infty} = 0\f$ is the limit of \f$e^t\f$ as \f$t \to -\infty\f$, and each
function of the family is continuous there as long as one entry is finite. ∎

\held Log-sum-exp on both sides; the excess and soft-min with it behind, softmax with it in front.

\rounding Nothing: \f$e^{-\infty - m} = 0\f$ is exact. The danger is \f$-\infty - (-\infty)\f$,
which is NaN.

\witness \ref fault.online-from-infinity: one pass that starts from the maximum \f$-\infty\f$ and
meets an entry \f$-\infty\f$ first.

\evidence{symmetry.nothing-added}
*/
// [symmetry.nothing-added]
Truth minus_infinity_adds_nothing(const Evaluator& f, const Vector& x) {
  const Vector nothing{-infinity};
  const Vector before = concatenate(nothing, x), after = concatenate(x, nothing);
  Intervals p = f(softmax, x);
  p.insert(p.begin(), Interval(0));
  return same(f(logsumexp, before), f(logsumexp, x)).as("before") &&
         same(f(logsumexp, after), f(logsumexp, x)).as("after") &&
         same(f(excess, after), f(excess, x)).as("excess") &&
         same(f(softmin, concatenate(x, -nothing)), f(softmin, x)).as("softmin") &&
         same(f(softmax, before), p).as("softmax");
}
// [symmetry.nothing-added]
const Law& symmetry_nothing_added = law({.id = "symmetry.nothing-added",
                                         .inputs = one_vector(),
                                         .predicate = check(minus_infinity_adds_nothing),
                                         .witness = "online-from-infinity"});

}  // namespace
}  // namespace softlaw::properties
