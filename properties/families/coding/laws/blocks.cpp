// SPDX-License-Identifier: Apache-2.0
// The family coding, continued: blocks of symbols as one number.
#include <algorithm>
#include <softlaw/reference/precision.hpp>

#include "families/coding/functions.hpp"
#include "families/coding/inputs/block_inputs.hpp"
#include "families/coding/inputs/inputs.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

Interval whole(std::int64_t number) { return Interval(static_cast<double>(number)); }

/// Enough for 10000^2000, and so for every power here to be a point.
constexpr int bits_of_powers = 1 << 15;

/// The number with these digits, exactly.
Interval number_of_digits(const Integers& digits, std::int64_t radix) {
  Interval number = 0;
  for (auto digit : digits) number = number * whole(radix) + whole(digit);
  return number;
}

/**
\page law_coding
\law{coding.block-length} A block of n symbols takes the logarithm of their number, rounded up once

\statement Let \f$m = \lceil n\log_r q\rceil\f$.  Then \f$r^{m-1} < q^n \le r^m\f$ (for \f$m \ge 1\f$), so that
\f$\log_r q \le \frac mn < \log_r q + \frac1n\f$, the first an equality if and only if \f$q^n\f$ is a power of
\f$r\f$.

\words For three symbols and binary digits: 2 digits for one, 8 for five, 485 for 306, and never exactly
\f$\log_2 3 = 1.584962500721156181453738943947…\f$ each.

\hypotheses \f$1 \le q \le 10^4\f$, \f$0 \le n \le 2000\f$, \f$2 \le r \le 64\f$.

\sources S3 §2.1: three classes need 2 bits.  S3 §2.2: \f$n\f$ observations together need
\f$\lceil n\log_2 3\rceil\f$ bits, for \f$3^n\f$ combinations that are equally likely when the
observations are independent; the average tends to \f$\log_2 3 \approx 1.585\f$.  The limit is not
reached by any \f$n\f$, and the average does not fall steadily: 2, 2, 5/3, 7/4, 8/5.

\derivation \f$m\f$ digits have \f$r^m\f$ words, and the least \f$m\f$ with \f$r^m \ge q^n\f$ is
\f$\lceil n\log_r q\rceil\f$ as the logarithm is increasing.  \f$2^m = 3^n\f$ has no solution with
\f$n \ge 1\f$, as one side is odd.  ∎

\proved q ≥ 1, n ≥ 1, r ≥ 2

\rounding None: the numbers are integers of any size.  In binary64 \f$3^n\f$ is exact to
\f$n = 33\f$ only and overflows at 647; \f$n\log_2 3\f$, with the logarithm and the product rounded
to nearest, rounded up happens to be right up to \f$n = 200000\f$, and is one too small at
\f$n = 53715833\f$, a denominator of the continued fraction of \f$\log_2 3\f$.

\witness \ref fault.block-length-for-each: rounds up for each symbol.

\evidence{coding.block-length}
*/
// [coding.block-length]
Truth block_length_is_least(const Evaluator& f, std::int64_t q, std::int64_t n, std::int64_t r) {
  const reference::WorkingPrecision exact(bits_of_powers);
  const auto m = static_cast<int>(f(block_length, q, n, r));
  const Interval blocks = pow(whole(q), static_cast<int>(n));
  const Truth enough = less_equal(blocks, pow(whole(r), m));
  return enough && (m == 0 ? Truth() : less(pow(whole(r), m - 1), blocks));
}
// [coding.block-length]
const Law& block_length_law = law({.id = "coding.block-length",
                                   .inputs = block_and_radix(),
                                   .predicate = check(block_length_is_least),
                                   .witness = "block-length-for-each"});

/**
\page law_coding
\law{coding.block-round-trip} A block code decodes the words that it encodes

\statement A block of \f$n\f$ symbols below \f$q\f$ has a code of \f$\lceil n\log_r q\rceil\f$ digits below
\f$r\f$, from which it is read back; as numbers the two are equal,
\f$\sum_i s_iq^{n-1-i} = \sum_k c_kr^{m-1-k}\f$.

\hypotheses \f$1 \le q \le 10^4\f$, at most 60 symbols, \f$2 \le r \le 64\f$.

\sources S3 §2.2, the joint coding of \f$n\f$ observations; S2, exercise 2.2.

\derivation Blocks are the numbers below \f$q^n\f$, written in base \f$q\f$; each has one expansion of
\f$m\f$ digits in base \f$r\f$, as \f$q^n \le r^m\f$.  ∎

\rounding None.

\witness \ref fault.block-least-first: the encoder begins with the digit that the decoder takes for the
last.

\evidence{coding.block-round-trip}
*/
// [coding.block-round-trip]
Truth blocks_come_back(const Evaluator& f, std::int64_t q, const Integers& symbols,
                       std::int64_t r) {
  const reference::WorkingPrecision exact(bits_of_powers);
  const Integers digits = f(block_encode, q, symbols, r);
  const auto n = static_cast<std::int64_t>(symbols.size());
  const bool below = std::ranges::all_of(digits, [r](auto digit) { return digit < r; });
  return Truth(digits.size() == f(block_length, q, n, r), "length of the code") &&
         Truth(below, "digits below the radix") &&
         same(number_of_digits(digits, r), number_of_digits(symbols, q)) &&
         Truth(f(block_decode, q, digits, r, std::ssize(symbols)) == symbols,
               "the symbols come back");
}
// [coding.block-round-trip]
const Law& block_round_trip = law({.id = "coding.block-round-trip",
                                   .inputs = symbols_and_radix(),
                                   .predicate = check(blocks_come_back),
                                   .witness = "block-least-first"});

/**
\page law_coding
\law{coding.block-refusal} A block code refuses words that it does not use, and is unambiguous

\statement Of the \f$r^m\f$ words of \f$m = \lceil n\log_r q\rceil\f$ digits those of the numbers below
\f$q^n\f$ stand for one block each; the other \f$r^m - q^n\f$ are refused.

\words A word too many is room for an error to be seen, not a cause of one.

\hypotheses \f$1 \le q \le 10^4\f$, \f$0 \le n \le 12\f$, \f$2 \le r \le 64\f$; half of the inputs are near
\f$q^n\f$.

\sources S3 §2.1: of four words of two digits three are used, 11 is not.  It says that the unused word may
lead to ambiguity: \ref erratum.unused-word.

\derivation Words of one length are told apart by counting digits, and different numbers have
different expansions.  The Kraft sum of the words in use is \f$q^n/r^m \le 1\f$, for three classes
\f$\frac34\f$.  ∎

\rounding None.

\witness \ref fault.block-decode-wraps: numbers from \f$q^n\f$ on come back as their remainders.

\evidence{coding.block-refusal}
*/
// [coding.block-refusal]
Truth unused_words_are_refused(const Evaluator& f, std::int64_t q, std::int64_t n, std::int64_t r,
                               const Integers& digits) {
  const reference::WorkingPrecision exact(bits_of_powers);
  const auto block = f(block_decode, q, digits, r, n);
  const Interval number = number_of_digits(digits, r), end = pow(whole(q), static_cast<int>(n));
  if (certainly_less_equal(end, number)) return Truth(!block, "refused");
  return Truth(block.has_value(), "accepted") &&
         same(number_of_digits(block.value_or(Integers()), q), number);
}
// [coding.block-refusal]
const Law& block_refusal = law({.id = "coding.block-refusal",
                                .inputs = digits_of_block(),
                                .predicate = check(unused_words_are_refused),
                                .witness = "block-decode-wraps"});

/**
\page law_coding
\law{coding.ternary-blocks} Coding three equally likely outcomes, n at a time

\statement For \f$3^n\f$ equally likely blocks, with \f$m = \lfloor n\log_2 3\rfloor\f$, Huffman's code has
the mean length \f$L_n = m + 2 - 2^{m+1}/3^n\f$.  Its rate is above \f$\log_2 3\f$ and not above that of
words of one length, \f$\log_2 3 < \frac{L_n}n \le \frac{\lceil n\log_2 3\rceil}n\f$, and
\f$L_{n+1} \le L_n + L_1\f$.

\words The rates are 5/3, 29/18, 130/81, 130/81, 1931/1215, 6995/4374, 24335/15309, …

\hypotheses \f$1 \le n \le 4\f$, so that blocks of five are reached.

\sources S2, exercise 2, of which the notebook has no solution: with a binary code three equal outcomes
cannot be coded at the entropy, and joint coding improves on it.  S3 §2.1 and S3 §2.2.

\derivation \ref coding.equal-weights with \f$N = 3^n\f$, where \f$k = m\f$, divided by \f$N\f$:
\f$\frac{kN + 2(N - 2^k)}N\f$.  The entropy is \f$n\log 3\f$, and is not attained
(\ref coding.redundancy), since \f$3^{-n}\f$ is not a power of two.  Words of one length are a code, and so
are words for \f$n\f$ outcomes followed by one for another: Huffman's is no longer than either.  ∎

\rounding None.

\witness \ref fault.fixed-length: words of one length.

\evidence{coding.ternary-blocks}
*/
// [coding.ternary-blocks]
Truth ternary_blocks(const Evaluator& f, std::int64_t n) {
  const auto cost = [&f](std::int64_t blocks) {
    Interval total = 0;
    const Vector ones(static_cast<std::size_t>(blocks), 1.0);
    for (auto length : f(huffman_lengths, ones, 2)) total += whole(length);
    return total / whole(blocks);
  };
  std::int64_t blocks = 1, halves = 1;
  for (std::int64_t i = 0; i < n; ++i) blocks *= 3;
  std::int64_t m = 0;
  for (; 2 * halves <= blocks; halves *= 2) ++m;
  const Interval length = cost(blocks), entropy = whole(n) * log(Interval(3)) / log(Interval(2));
  return same(length, whole(m + 2) - whole(2 * halves) / whole(blocks)) && less(entropy, length) &&
         less_equal(length, whole(static_cast<std::int64_t>(f(block_length, 3, n, 2)))) &&
         less_equal(cost(3 * blocks), length + cost(3));
}
// [coding.ternary-blocks]
const Law& ternary = law({.id = "coding.ternary-blocks",
                          .inputs = one_integer("n", 1, 4),
                          .predicate = check(ternary_blocks),
                          .witness = "fixed-length"});

}  // namespace
}  // namespace softlaw::properties
