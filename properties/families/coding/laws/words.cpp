// SPDX-License-Identifier: Apache-2.0
// The family coding, continued: Kraft sums and code words.
#include <algorithm>
#include <softlaw/reference/coding.hpp>

#include "families/coding/functions.hpp"
#include "families/coding/inputs/inputs.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_coding
\law{coding.kraft-sum} The Kraft sum is exact

\statement The integer part and all digits of \f$\sum_i r^{-\ell_i}\f$ in base \f$r\f$ are returned.

\hypotheses \f$0 \le \ell_i \le 200\f$, \f$2 \le r \le 10\f$; the sum need not be at most 1.

\sources S3 §2.1 compares the number of words with that of states, which is this sum for words of
one length.

\derivation The sum is an integer divided by \f$r^{\max\ell}\f$: count the words of each length and
carry from the longest up.  ∎

\rounding None: whether the sum exceeds 1 is a question that no rounding may answer.  In binary64
\f$10\cdot 10^{-1}\f$ added up is \f$1 - 2^{-53}\f$.

\witness \ref fault.kraft-sum-rounded: the sum of rounded powers.

\evidence{coding.kraft-sum}
*/
// [coding.kraft-sum]
Truth kraft_sum_is_exact(const Evaluator& f, const Integers& lengths, std::int64_t radix) {
  const Kraft sum = f(kraft_sum, lengths, radix);
  const auto exact = reference::kraft_sum(lengths, narrow(radix));
  return Truth(sum.whole == exact.whole, "the integer part is right") &&
         Truth(sum.fraction == exact.fraction, "all digits are right");
}
// [coding.kraft-sum]
const Law& coding_kraft_sum = law({.id = "coding.kraft-sum",
                                   .inputs = any_lengths_and_radix(),
                                   .predicate = check(kraft_sum_is_exact),
                                   .witness = "kraft-sum-rounded"});

/**
\page law_coding
\law{coding.prefix-free} No word of a prefix code is the beginning of another

\statement Where \f$\sum_i r^{-\ell_i} \le 1\f$, symbol \f$i\f$ has a word of \f$\ell_i\f$ digits
below \f$r\f$, and no word is the beginning of another.

\hypotheses \f$1 \le \ell_i \le 200\f$, \f$2 \le r \le 10\f$, \f$\sum_i r^{-\ell_i} \le 1\f$.

\sources S3 §2.1 asks for decoding without ambiguity.  The converse of Kraft's inequality.

\derivation In the order of lengths, let each word be the last one plus 1 as a fraction in base
\f$r\f$: word \f$k\f$ is the sum \f$\sum_{j<k} r^{-\ell_j}\f$, which has \f$\ell_k\f$ digits and is
below 1.  A word that begins with word \f$j\f$ would lie within \f$r^{-\ell_j}\f$ above it, where
the next word already begins.  ∎

\proved r ≥ 2, Σ r⁻ˡ ≤ 1

\rounding None.

\witness \ref fault.words-unsorted: counts in the order of symbols.

\evidence{coding.prefix-free}
*/
// [coding.prefix-free]
Truth prefix_free(const Evaluator& f, const Integers& lengths, std::int64_t radix) {
  Truth all;
  std::vector<Integers> words;
  for (std::uint32_t i = 0; i < lengths.size(); ++i) {
    words.push_back(f(prefix_encode, lengths, radix, {i}));
    all &= Truth(words.back().size() == lengths[i], "a word is as long as it should be");
    all &= Truth(std::ranges::all_of(words.back(), [&](auto digit) { return digit < radix; }),
                 "digits are below the radix");
  }
  std::ranges::sort(words);  // a word and one that begins with it become neighbours
  for (std::size_t k = 1; k < words.size(); ++k) {
    const bool begins = words[k - 1].size() <= words[k].size() &&
                        std::equal(words[k - 1].begin(), words[k - 1].end(), words[k].begin());
    all &= Truth(!begins, "no word begins another");
  }
  return all;
}
// [coding.prefix-free]
const Law& coding_prefix_free = law({.id = "coding.prefix-free",
                                     .inputs = lengths_and_radix(),
                                     .predicate = check(prefix_free),
                                     .witness = "words-unsorted"});

/**
\page law_coding
\law{coding.round-trip} A prefix code decodes the words that it encodes

\statement Decoding the words of some symbols, written one after the other, gives the symbols.

\hypotheses As for \ref coding.prefix-free, and one symbol or more.

\sources S3 §2.1, decoding.

\derivation By \ref coding.prefix-free the digits begin with one word only; take it off and go on.
∎

\proved no word the beginning of another, no word empty

\rounding None.

\witness \ref fault.words-unsorted: encoder and decoder have different words.

\evidence{coding.round-trip}
*/
// [coding.round-trip]
Truth round_trip(const Evaluator& f, const Integers& lengths, std::int64_t radix,
                 const Integers& symbols) {
  const Integers digits = f(prefix_encode, lengths, radix, symbols);
  const auto decoded = f(prefix_decode, lengths, radix, digits, std::ssize(symbols));
  return Truth(decoded == symbols, "the symbols come back");
}
// [coding.round-trip]
const Law& coding_round_trip = law({.id = "coding.round-trip",
                                    .inputs = lengths_radix_and_symbols(),
                                    .predicate = check(round_trip),
                                    .witness = "words-unsorted"});

/**
\page law_coding
\law{coding.refusal} A prefix code refuses digits that are not words of the code

\statement Digits that are not the words of so many symbols are refused: the words of some symbols
with the last digit missing, with a digit too many, and with a digit that is not below the radix.

\hypotheses As for \ref coding.round-trip.

\sources S3 §2.1 fears that an unused word is parsed wrongly: \ref erratum.unused-word.

\derivation With its last digit missing, the last word is a proper beginning of a word, hence none
itself.  With one digit more, the symbols are read and a digit is left.  A digit that is not below the
radix is in no word.  ∎

\rounding None.

\witness \ref fault.decode-lenient: ignores digits after the last symbol.

\evidence{coding.refusal}
*/
// [coding.refusal]
Truth refuses(const Evaluator& f, const Integers& lengths, std::int64_t radix,
              const Integers& symbols) {
  const Integers digits = f(prefix_encode, lengths, radix, symbols);
  const auto refused = [&](const Integers& received) {
    return !f(prefix_decode, lengths, radix, received, std::ssize(symbols));
  };
  Integers shorter = digits, longer = digits, foreign = digits;
  if (!shorter.empty()) shorter.pop_back();
  longer.push_back(0);
  if (!foreign.empty()) foreign.back() = narrow(radix);
  return Truth(refused(shorter), "a missing digit is noticed") &&
         Truth(refused(longer), "a digit too many is noticed") &&
         Truth(refused(foreign), "a digit of another radix is noticed");
}
// [coding.refusal]
const Law& coding_refusal = law({.id = "coding.refusal",
                                 .inputs = lengths_radix_and_symbols(),
                                 .predicate = check(refuses),
                                 .witness = "decode-lenient"});

/**
\page law_coding
\erratum{erratum.unused-word} An unused word makes no code ambiguous

\printed Of four words of two binary digits three are used; the one that is not used may be parsed
wrongly and makes decoding ambiguous.

\sources S3 §2.1.

\weight substance: redundancy is taken for ambiguity.

\counterexample Words 00, 01, 10; received 11: it is not a word, and is refused.

\correction Words of one length are uniquely decodable, used or not.  An unused word costs length,
as the Kraft sum \f$\frac34 < 1\f$ says, and lets some transmission errors be noticed.

\derivation \ref coding.round-trip and \ref coding.refusal.

\evidence{erratum.unused-word}
*/
// [erratum.unused-word]
Truth unused_word_is_parsed(const Evaluator& f, const Integers& lengths, const Integers& received) {
  return Truth(f(prefix_decode, lengths, 2, received, 1).has_value(), "the unused word is parsed");
}
// [erratum.unused-word]
const Erratum& unused_word =
    erratum({.id = "erratum.unused-word",
             .parameters = {{"lengths", Kind::integers}, {"received", Kind::integers}},
             .printed = check(unused_word_is_parsed),
             .counterexample = "binary64; 2,2,2; 1,1",
             .corrected_by = "coding.refusal"});

}  // namespace
}  // namespace softlaw::properties
