// SPDX-License-Identifier: Apache-2.0
/**
\page law_grouping Grouping

Entries can be summed in groups, and the groups then summed: this makes it possible to
compute log-sum-exp by blocks, by threads, and as a stream.
*/
#include "families/logsumexp/functions.hpp"
#include "families/pair/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_grouping
\law{grouping.concatenation} Log-sum-exp of a concatenation is that of its two parts

\statement For \f$x \in \mathbb R^n\f$ and \f$y \in \mathbb R^p\f$, with \f$x \oplus y\f$ their
concatenation,
\f[ \operatorname{LSE}(x \oplus y)
    = \log\bigl(e^{\operatorname{LSE}(x)} + e^{\operatorname{LSE}(y)}\bigr)
    = \operatorname{LSE}\bigl(\operatorname{LSE}(x), \operatorname{LSE}(y)\bigr) . \f]

\hypotheses \f$x\f$, \f$y\f$ finite, not empty, of any lengths.

\sources In none of the four for log-sum-exp; S2, exercise 6 names it the log-partition function, of
which this is the addition of partitions.

\derivation \f$e^{\operatorname{LSE}}\f$ is the sum of the exponentials, and sums add. ∎

\proved n ≥ 1, p ≥ 1

\rounding \f$\operatorname{LSE}(x)\f$ is not a float, so the right-hand side cannot be handed to a
subject; nor may a rounded one, for that would be another statement.

\held The three results, as the intervals that they stand for, must admit
\f$e^{\operatorname{LSE}(x) - \operatorname{LSE}(x \oplus y)} + e^{\operatorname{LSE}(y) -
\operatorname{LSE}(x \oplus y)} = 1\f$:
the two parts' shares are all there is.

\witness \ref fault.narrow-accumulator: the sum accumulated in the next narrower format.

\evidence{grouping.concatenation}
*/
// [grouping.concatenation]
Truth parts_make_up_the_whole(const Evaluator& f, const Vector& x, const Vector& y) {
  const Interval whole = f(logsumexp, concatenate(x, y));
  return same(exp(f(logsumexp, x) - whole) + exp(f(logsumexp, y) - whole), 1);
}
// [grouping.concatenation]
const Law& grouping_concatenation = law({.id = "grouping.concatenation",
                                         .inputs = two_vectors_of_any_length(),
                                         .predicate = check(parts_make_up_the_whole),
                                         .witness = "narrow-accumulator"});

/**
\page law_grouping
\law{grouping.softmax} Within a group, the probabilities of softmax keep their proportions

\statement For \f$i \le n\f$,
\f[ \sigma(x \oplus y)_i
    = \sigma(x)_i\, e^{\operatorname{LSE}(x) - \operatorname{LSE}(x \oplus y)} , \f]
and for the logarithms
\f$\log\sigma(x \oplus y)_i = \log\sigma(x)_i + \operatorname{LSE}(x) - \operatorname{LSE}(x \oplus
y)\f$.

\words Adding alternatives takes the same share from each of the old ones.

\hypotheses \f$x\f$, \f$y\f$ finite, not empty, of any lengths.

\sources S2, exercise 4.2 asks for the effect of a further alternative on the preferences; this is the
answer.

\derivation \f$e^{x_i}/e^{\operatorname{LSE}(x \oplus y)}\f$ is
\f$\bigl(e^{x_i}/e^{\operatorname{LSE}(x)}\bigr)
e^{\operatorname{LSE}(x) - \operatorname{LSE}(x \oplus y)}\f$. ∎

\proved n ≥ 1, p ≥ 1

\rounding The factor is an exponential of a difference of two results: it has a relative error of as
much as their absolute error, and the interval says so.

\witness \ref fault.blocks-not-merged: blocks of four, each with its own sum.

\evidence{grouping.softmax}
*/
// [grouping.softmax]
Truth proportions_are_kept(const Evaluator& f, const Vector& x, const Vector& y) {
  const Vector both = concatenate(x, y);
  const Interval log_share = f(logsumexp, x) - f(logsumexp, both);
  const Interval share = exp(log_share);
  const Intervals p = f(softmax, x), log_p = f(log_softmax, x);
  const Intervals q = f(softmax, both), log_q = f(log_softmax, both);
  Truth all;
  for (std::size_t i = 0; i < x.size(); ++i) {
    all &= same(q[i], p[i] * share).as("softmax") &&
           same(log_q[i], log_p[i] + log_share).as("log_softmax");
  }
  return all;
}
// [grouping.softmax]
const Law& grouping_softmax = law({.id = "grouping.softmax",
                                   .inputs = two_vectors_of_any_length(),
                                   .predicate = check(proportions_are_kept),
                                   .witness = "blocks-not-merged"});

/**
\page law_grouping
\law{grouping.copies} Repeating all entries c times adds log c to log-sum-exp

\statement For \f$x\f$ repeated \f$c\f$ times, \f$x^{\oplus c}\f$,
\f[ \operatorname{LSE}(x^{\oplus c}) = \operatorname{LSE}(x) + \log c, \qquad
    \operatorname{softmin}(x^{\oplus c}) = \operatorname{softmin}(x) - \log c, \qquad
    \sigma(x^{\oplus c})_i = \frac1c\,\sigma(x)_i . \f]

\hypotheses \f$x\f$ finite, \f$1 \le n \le 40\f$, \f$1 \le c \le 9\f$.

\sources In none of the four.

\derivation The sum of exponentials is multiplied by \f$c\f$. ∎

\proved n ≥ 1, c ≥ 1

\rounding An accumulator that is too narrow, or a sum that cannot tell a tie from an entry already
counted, shows here.

\witness \ref fault.ties-counted-once: \f$m + \log(1 + \sum_{x_i < m} e^{x_i - m})\f$, which is
meant for a maximum that is alone.

\evidence{grouping.copies}
*/
// [grouping.copies]
Truth copies_add_a_logarithm(const Evaluator& f, const Vector& x, std::int64_t c) {
  const Interval copies = count(static_cast<std::size_t>(c));
  const Vector repeated = repeat(x, static_cast<std::size_t>(c));
  Intervals p = f(softmax, repeated);
  p.resize(x.size());
  return same(f(logsumexp, repeated), f(logsumexp, x) + log(copies)).as("logsumexp") &&
         same(f(softmin, repeated), f(softmin, x) - log(copies)).as("softmin") &&
         same(copies * p, f(softmax, x)).as("softmax");
}
// [grouping.copies]
const Law& grouping_copies = law({.id = "grouping.copies",
                                  .inputs = at_most(40, vector_and_integer("c", 1, 9)),
                                  .predicate = check(copies_add_a_logarithm),
                                  .witness = "ties-counted-once"});

/**
\page law_grouping
\law{grouping.pair} Log-sum-exp of two numbers is that of a vector of two

\statement For \f$a, b \in \mathbb R\f$,
\f$\operatorname{logaddexp}(a, b) = \operatorname{logaddexp}(b, a) = \operatorname{LSE}((a, b))\f$.

\hypotheses \f$a\f$, \f$b\f$ finite.

\sources S2, exercise 5 and S3 §3.1 define the function of two numbers, S2, exercise 5.6 and S3 §3.5
extend it.

\derivation Definition; addition is commutative. ∎

\proved none

\rounding The two are written separately nearly everywhere, and agree to the last bit if they are
both correctly rounded.

\witness \ref fault.logaddexp-signed-difference: \f$\max(a, b) + \log(1 + e^{a - b})\f$, right for
\f$a \le b\f$ only.

\evidence{grouping.pair}
*/
// [grouping.pair]
Truth pair_is_a_vector(const Evaluator& f, double a, double b) {
  return same(f(logaddexp, a, b), f(logaddexp, b, a)).as("commutes") &&
         same(f(logaddexp, a, b), f(logsumexp, {a, b})).as("as a vector");
}
// [grouping.pair]
const Law& grouping_pair = law({.id = "grouping.pair",
                                .inputs = two_numbers(),
                                .predicate = check(pair_is_a_vector),
                                .witness = "logaddexp-signed-difference"});

}  // namespace
}  // namespace softlaw::properties
