// SPDX-License-Identifier: Apache-2.0
/**
\page law_streaming Streaming

Entries that come one by one, or in blocks from different places: the state that has to be kept
is a pair \f$(m, S)\f$, the maximum and the sum of \f$e^{x_i - m}\f$, and pairs can be merged in any
order.
*/
#include <limits>

#include "families/logsumexp/functions.hpp"
#include "families/logsumexp/inputs/partition_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// What is kept of a block: its maximum m, and \f$S - 1\f$, in which nothing is absorbed by the 1.
struct Kept {
  Kept(const Evaluator& f, const Vector& block)
      : m(maximum(block)), rest(expm1(f(excess, block))) {}
  Kept(double largest, Interval others) : m(largest), rest(std::move(others)) {}
  double m;
  Interval rest;
};

/// The product of pairs, with the smaller maximum brought to the larger one.
Kept merge(const Kept& a, const Kept& b) {
  if (a.m < b.m) return merge(b, a);
  return {a.m, a.rest + (1 + b.rest) * exp(Interval(b.m) - Interval(a.m))};
}

/**
\page law_streaming
\law{streaming.update} Softplus adds a new entry to log-sum-exp

\statement For \f$x \in \mathbb R^n\f$ and a further entry \f$z\f$, with \f$s(t) = \log(1 + e^t)\f$,
\f[ \operatorname{LSE}(x \oplus z)
    = \operatorname{LSE}(x) + s\bigl(z - \operatorname{LSE}(x)\bigr) , \f]
which is more than \f$\operatorname{LSE}(x)\f$; and every old probability is multiplied by the same
factor \f$1 - \sigma(x \oplus z)_{n+1} = e^{\operatorname{LSE}(x) - \operatorname{LSE}(x \oplus
z)}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 2\f$; its last entry is taken for \f$z\f$.

\sources S2, exercise 4.2 adds an alternative; not printed.

\derivation \ref grouping.concatenation with \f$y = (z)\f$: \f$e^{\operatorname{LSE}(x)} + e^z =
e^{\operatorname{LSE}(x)}(1 + e^{z - \operatorname{LSE}(x)})\f$.  The factor is that of
\ref grouping.softmax, and \f$e^z/e^{\operatorname{LSE}(x \oplus z)}\f$ is the new probability. ∎

\proved n ≥ 1

\rounding A stream that rounds log-sum-exp after each entry rounds \f$n\f$ times, where a sum that
is kept apart from its maximum rounds once; the law is about one step.

\witness \ref fault.online-without-rescaling: a new maximum, and the sum as it was.

\evidence{streaming.update}
*/
// [streaming.update]
Truth softplus_adds_an_entry(const Evaluator& f, const Vector& all) {
  const Vector x(all.begin(), all.end() - 1);
  const Interval z = all.back(), before = f(logsumexp, x), after = f(logsumexp, all);
  const Intervals old = f(softmax, x), now = f(softmax, all);
  const Interval factor = exp(before - after);
  Truth truth = same(after - before, log1p(exp(z - before))) && less(before, after) &&
                same(factor, 1 - now.back()).as("factor");
  for (std::size_t i = 0; i < x.size(); ++i) truth &= same(now[i], factor * old[i]).as("shares");
  return truth;
}
// [streaming.update]
const Law& streaming_update = law(
    {.id = "streaming.update",
     .inputs = with_lengths(
         one_vector(2), "n <= 12", [](Vector& v) { v.resize(std::min<std::size_t>(v.size(), 12)); },
         [](std::size_t n) { return n <= 12; }),
     .predicate = check(softplus_adds_an_entry),
     .witness = "online-without-rescaling"});

/**
\page law_streaming
\law{streaming.merge} The maxima and sums of exponentials of blocks can be merged in any order

\statement Let a block \f$B\f$ of entries be kept as \f$K(B) = (m, S)\f$ with \f$m = \max_B x_i\f$
and \f$S = \sum_B e^{x_i - m} = e^{\operatorname{excess}(B)}\f$.  The product
\f[ (m_1, S_1)\cdot(m_2, S_2) = \bigl(M,\; S_1e^{m_1 - M} + S_2e^{m_2 - M}\bigr), \qquad
    M = \max(m_1, m_2) , \f]
is associative and commutative, with the unit \f$(-\infty, 0)\f$ (whose product with itself is
itself), and \f$K(x \oplus y) = K(x)\cdot
K(y)\f$.

\words Blocks may be summed by different threads and put together as they come.

\hypotheses Three blocks \f$x, y, w\f$, finite and not empty, of any lengths up to 12.

\sources Not printed.

\derivation \f$(m, S) \mapsto (m, Se^m)\f$ is one to one for finite \f$m\f$, and takes the product
to \f$(\max(m_1, m_2),\, S_1e^{m_1} + S_2e^{m_2})\f$: a maximum and a sum, both associative and
commutative, with the units \f$-\infty\f$ and 0. ∎

\proved n ≥ 1

\rounding The excess keeps the bits that log-sum-exp must round away beside its maximum.  To compare it
sharply the law works with \f$S - 1\f$.

\held The concatenation of three blocks is compared with \f$K(x)\cdot(K(y)\cdot K(w))\f$ and
\f$(K(w)\cdot K(x))\cdot K(y)\f$.

\witness \ref fault.excess-blocks-unscaled: sums of blocks added as they are, each relative to a
maximum of its own.

\evidence{streaming.merge}
*/
// [streaming.merge]
Truth blocks_merge(const Evaluator& f, const Vector& x, const Vector& y, const Vector& w) {
  const Kept whole(f, concatenate(concatenate(x, y), w));
  const Kept a(f, x), b(f, y), c(f, w);
  const Kept one = merge(a, merge(b, c)), other = merge(merge(c, a), b);
  return same(whole.rest, one.rest).as("x (y w)") && same(whole.rest, other.rest).as("(w x) y");
}
// [streaming.merge]
const Law& streaming_merge = law({.id = "streaming.merge",
                                  .inputs = three_vectors_of_any_length(),
                                  .predicate = check(blocks_merge),
                                  .witness = "excess-blocks-unscaled"});

/**
\page law_streaming
\law{streaming.unit} Any number of entries of minus infinity leaves log-sum-exp unchanged

\statement For \f$c \ge 1\f$ entries \f$-\infty\f$ before \f$x\f$, log-sum-exp, the excess and
softmax are those of \f$x\f$, with \f$c\f$ zeros before softmax.  Of the entries
\f$-\infty\f$ alone log-sum-exp is \f$-\infty\f$, as it is of no entries at all.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 12\f$, \f$1 \le c \le 9\f$.

\sources Not printed.  Masked rows and partial results of empty blocks are of this kind.

\derivation \f$e^{-\infty} = 0\f$ adds nothing to a sum, and an empty sum is 0, of which the
logarithm is \f$-\infty\f$. ∎

\rounding Nothing is rounded.  The traps are \f$-\infty - (-\infty)\f$, the logarithm of 0, and a
finite number in the place of \f$-\infty\f$, which is a term.

\witness \ref fault.online-from-infinity: one pass that starts from the maximum \f$-\infty\f$ and
meets an entry \f$-\infty\f$ first.

\evidence{streaming.unit}
*/
// [streaming.unit]
Truth nothing_is_the_unit(const Evaluator& f, const Vector& x, std::int64_t c) {
  const Vector nothing(static_cast<std::size_t>(c), -infinity);
  const Vector both = concatenate(nothing, x);
  Intervals p = f(softmax, x);
  p.insert(p.begin(), nothing.size(), Interval(0));
  return same(f(logsumexp, both), f(logsumexp, x)).as("logsumexp") &&
         same(f(excess, both), f(excess, x)).as("excess") &&
         same(f(softmax, both), p).as("softmax") &&
         same(f(logsumexp, nothing), -infinity).as("alone") &&
         same(f(logsumexp, Vector{}), -infinity).as("of no entries");
}
// [streaming.unit]
const Law& streaming_unit = law({.id = "streaming.unit",
                                 .inputs = at_most(12, vector_and_integer("c", 1, 9)),
                                 .predicate = check(nothing_is_the_unit),
                                 .witness = "online-from-infinity"});

}  // namespace
}  // namespace softlaw::properties
