// SPDX-License-Identifier: Apache-2.0
// The family coding, continued: Huffman's code.
#include <algorithm>
#include <bit>
#include <softlaw/reference/coding.hpp>

#include "families/coding/functions.hpp"
#include "families/coding/inputs/inputs.hpp"
#include "families/information/functions.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

Interval count(std::uint64_t n) { return Interval(static_cast<double>(n)); }

/// \f$\sum_i w_i\ell_i\f$.
Interval cost(const Vector& weights, const Integers& lengths) {
  Interval total(0);
  for (std::size_t i = 0; i < weights.size(); ++i)
    total += Interval(weights[i]) * count(lengths[i]);
  return total;
}

/**
\page law_coding
\law{coding.complete} Huffman's code leaves unused words only among its longest

\statement Let \f$d\f$ be the least number with \f$n + d \equiv 1\f$ modulo \f$r - 1\f$.  Then
\f$\sum_i r^{-\ell_i} + d\,r^{-\max\ell} = 1\f$ for the lengths of an optimal code.

\hypotheses \f$n \ge 1\f$ weights, all positive; \f$2 \le r \le 10\f$.

\sources S3 §2.1 calls unused words redundant.  Huffman 1952 for general \f$r\f$, \ref bib_huf52.

\derivation An optimal code with positive weights has unused places only at its greatest depth: a
word of that length moved to a higher place would be shorter.  It has fewer than \f$r - 1\f$ of
them: with \f$r - 1\f$, gathered beside one word, that word could lose its last digit.  A tree whose
inner nodes all have \f$r\f$ children has \f$1 + k(r-1)\f$ leaves; that fixes \f$d\f$.  ∎

\rounding None; the sum is exact by \ref coding.kraft-sum.

\witness \ref fault.huffman-last-merge-short: the places left over are at the root.

\evidence{coding.complete}
*/
// [coding.complete]
Truth complete(const Evaluator& f, const Vector& weights, std::int64_t radix) {
  Integers lengths = f(huffman_lengths, weights, radix);
  const std::uint32_t longest = std::ranges::max(lengths);
  while ((lengths.size() - 1) % (narrow(radix) - 1) != 0) lengths.push_back(longest);
  const auto sum = reference::kraft_sum(lengths, narrow(radix));
  const bool integer = std::ranges::all_of(sum.fraction, [](auto digit) { return digit == 0; });
  return Truth(sum.whole == 1 && integer, "the Kraft sum, filled up, is 1");
}
// [coding.complete]
const Law& coding_complete = law({.id = "coding.complete",
                                  .inputs = positive_weights_and_radix(),
                                  .predicate = check(complete),
                                  .witness = "huffman-last-merge-short"});

/**
\page law_coding
\law{coding.optimal} No prefix code is shorter than Huffman's

\statement \f$\sum_i w_i\ell_i\f$ is the least of all prefix codes over \f$r\f$ digits, and the
Kraft sum is at most 1.

\hypotheses \f$n \ge 1\f$ weights, not negative and not all 0; \f$2 \le r \le 10\f$.

\sources S2, exercise 2.2, asks for a better code; \ref bib_huf52 "Huffman 1952" has the best.

\derivation Of the optimal codes take one of least \f$\sum_i\ell_i\f$: it has the form of
\ref coding.complete also where weights are 0.  There the lightest symbols may be taken for siblings at
the greatest depth (exchange them with the words there), as many as \ref coding.complete leaves room
for; merged, they are one symbol of a smaller problem, whose cost differs by a constant.  ∎

\rounding Costs are compared, not lengths, for ties leave a choice; with sums of weights rounded,
near ties are decided wrongly, and the cost shows it.

\held The cost is compared with that of the reference's code, which is made by the same theorem,
from sorted lists and exact sums.

\witness \ref fault.shannon-lengths: \f$\lceil-\log_r p_i\rceil\f$.

\evidence{coding.optimal}
*/
// [coding.optimal]
Truth optimal(const Evaluator& f, const Vector& weights, std::int64_t radix) {
  const Integers lengths = f(huffman_lengths, weights, radix);
  const auto sum = reference::kraft_sum(lengths, narrow(radix));
  const bool integer = std::ranges::all_of(sum.fraction, [](auto digit) { return digit == 0; });
  return Truth(sum.whole == 0 || (sum.whole == 1 && integer), "a code has these lengths") &&
         same(cost(weights, lengths),
              cost(weights, reference::huffman_lengths(weights, narrow(radix))));
}
// [coding.optimal]
const Law& coding_optimal = law({.id = "coding.optimal",
                                 .inputs = weights_and_radix(),
                                 .predicate = check(optimal),
                                 .witness = "shannon-lengths"});

/**
\page law_coding
\law{coding.rate} The mean length of Huffman's code is the entropy, up to one digit

\statement With \f$L = \sum_i p_i\ell_i\f$ for Huffman's lengths,
\f$\dfrac{H(p)}{\log r} \le L < \dfrac{H(p)}{\log r} + 1\f$.

\hypotheses \f$p_i > 0\f$, \f$\sum_i p_i = 1\f$ exactly, \f$2 \le r \le 10\f$.  With a \f$p_i = 0\f$
the right inequality may be an equality: \f$p = (1, 0)\f$ has \f$L = 1\f$.

\sources S2, the section on entropy: at least \f$H\f$ nats; S3 §2.2.

\derivation \f$H(p) - L\log r = \sum_i p_i\log\frac{r^{-\ell_i}}{p_i} \le \log\sum_i r^{-\ell_i} \le
0\f$ by concavity and Kraft's inequality.  The lengths \f$\lceil-\log_r p_i\rceil <
-\log_r p_i + 1\f$ satisfy that inequality too, so a code has them; Huffman's is no longer.  ∎

\proved p distribution, p > 0, r ≥ 2, optimal lengths

\rounding \f$L\f$ is exact.  Only the entropy and \f$\log r\f$ are enclosed.

\witness \ref fault.fixed-length: all words of one length.

\evidence{coding.rate}
*/
// [coding.rate]
Truth rate(const Evaluator& f, const Vector& p, std::int64_t radix) {
  const Interval digits = f(entropy, p) / log(Interval(static_cast<double>(radix)));
  const Interval length = cost(p, f(huffman_lengths, p, radix));
  return less_equal(digits, length) && less(length, digits + 1);
}
// [coding.rate]
const Law& coding_rate = law({.id = "coding.rate",
                              .inputs = positive_distribution_and_radix(),
                              .predicate = check(rate),
                              .witness = "fixed-length"});

/**
\page law_coding
\law{coding.blocks} The rate of joint coding approaches the entropy

\statement For blocks of \f$k\f$ independent observations, with \f$L_k\f$ the mean length of
Huffman's binary code for \f$p^{\otimes k}\f$, \f[ \frac{H(p)}{\log 2} \le \frac{L_k}k <
\frac{H(p)}{\log 2} + \frac1k, \qquad L_k \le k L_1 . \f]

\hypotheses \f$p_i > 0\f$ multiples of \f$2^{-8}\f$ that sum to 1, \f$n \le 6\f$, \f$1 \le k \le
3\f$: the products are floats.

\sources S2, exercise 2.2; S3 §2.2.

\derivation \f$H(p^{\otimes k}) = kH(p)\f$ by \ref coding.independent; divide \ref coding.rate by
\f$k\f$.  \f$k\f$ words of the code for \f$p\f$, one after the other, are a code for the blocks of
mean length \f$kL_1\f$, and Huffman's is no longer.  So the mean length tends to the entropy, though
not monotonically.  ∎

\rounding None but in the entropy.

\witness \ref fault.fixed-length: all words of one length.

\evidence{coding.blocks}
*/
// [coding.blocks]
Truth blocks(const Evaluator& f, const Vector& p, std::int64_t k) {
  Vector block{1};
  for (std::int64_t i = 0; i < k; ++i) {
    Vector longer;
    for (double a : block) {
      for (double b : p) longer.push_back(a * b);  // exact by hypothesis
    }
    block = longer;
  }
  const Interval count(static_cast<double>(k));
  const Interval digits = f(entropy, p) / log(Interval(2));
  const Interval joint = cost(block, f(huffman_lengths, block, 2));
  return less_equal(digits, joint / count) && less(joint / count, digits + 1 / count) &&
         less_equal(joint, count * cost(p, f(huffman_lengths, p, 2)));
}
// [coding.blocks]
const Law& coding_blocks = law({.id = "coding.blocks",
                                .inputs = coarse_distribution_and_block(),
                                .predicate = check(blocks),
                                .witness = "fixed-length"});

/**
\page law_coding
\law{coding.equal-weights} Huffman's code of equally likely outcomes

\statement For \f$N\f$ equal weights 1 and \f$k = \lfloor\log_2 N\rfloor\f$, Huffman's binary code
has \f$\sum_i \ell_i = kN + 2(N - 2^k)\f$.

\words Words of \f$k\f$ digits, and as many of \f$k + 1\f$ as are needed.

\hypotheses \f$1 \le N \le 300\f$.

\sources S2, exercise 2 and S3 §2.1, three classes: \f$N = 3^n\f$ for \f$n\f$ observations.

\derivation Of equal weights, an optimal code has lengths that differ by at most 1: else lengthening
a short word by one digit makes room to shorten two long ones.  With \f$a\f$ words of \f$k\f$ digits
and \f$b\f$ of \f$k+1\f$, \f$a + b = N\f$ and \f$2a + b = 2^{k+1}\f$ (\ref coding.complete), so \f$b
= 2(N - 2^k)\f$.  For \f$3^n\f$ outcomes and \f$n = 1, 2, 3\f$ that is \f$\frac53\f$,
\f$\frac{29}{18}\f$, \f$\frac{130}{81}\f$ digits an observation, on the way to \f$\log_2 3 =
1.58496…\f$ ∎

\rounding None.

\witness \ref fault.fixed-length: \f$N\lceil\log_2 N\rceil\f$.

\evidence{coding.equal-weights}
*/
// [coding.equal-weights]
Truth equal_weights(const Evaluator& f, std::int64_t outcomes) {
  const auto n = static_cast<std::uint64_t>(outcomes);
  const auto k = static_cast<std::uint64_t>(std::bit_width(n)) - 1;
  const Vector ones(n, 1.0);
  return same(cost(ones, f(huffman_lengths, ones, 2)), count(k * n + 2 * (n - (1u << k))));
}
// [coding.equal-weights]
const Law& coding_equal_weights = law({.id = "coding.equal-weights",
                                       .inputs = one_integer("outcomes", 1, 300),
                                       .predicate = check(equal_weights),
                                       .witness = "fixed-length"});

/**
\page law_coding
\erratum{erratum.three-classes} Three classes do not fit into one and a half bits

\printed For three equally likely classes two bits are needed; the theoretical efficiency is
\f$\log_2 3 \approx 1.585\f$ bits a symbol, the actual one only 1.5.

\sources S3 §2.1.

\weight substance: 1.5 is below the entropy, and no uniquely decodable code goes there.  (An
efficiency is a ratio, besides: \f$\log_2 3/2 = 0.79\f$ for two bits a symbol.)

\counterexample Weights \f$(1, 1, 1)\f$: the best binary code has lengths 1, 2, 2, so 5/3 digits a
symbol, not 3/2.

\correction Two bits a symbol with words of one length, \f$\frac53\f$ with Huffman's, and more than
\f$\log_2 3\f$ with any.

\derivation \ref coding.rate and \ref coding.equal-weights.

\evidence{erratum.three-classes}
*/
// [erratum.three-classes]
Truth three_halves_suffice(const Evaluator& f, const Vector& weights) {
  const Interval length = cost(weights, f(huffman_lengths, weights, 2)) / sum(enclose(weights));
  return less_equal(length, Interval(1.5));
}
// [erratum.three-classes]
const Erratum& three_classes = erratum({.id = "erratum.three-classes",
                                        .parameters = {{"weights", Kind::vector}},
                                        .printed = check(three_halves_suffice),
                                        .counterexample = "binary64; 1,1,1",
                                        .corrected_by = "coding.rate"});

}  // namespace
}  // namespace softlaw::properties
