// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/coding.hpp>

#include "families/coding/functions.hpp"
#include "families/coding/functions/code.hpp"
#include "families/coding/inputs/at_the_ends.hpp"
#include "families/coding/inputs/block_inputs.hpp"
#include "families/coding/inputs/inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

struct Ours {
  static std::uint64_t kraft_sum(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                 std::uint32_t* fraction) {
    const KraftSum sum = softlaw::kraft_sum(std::span(lengths, n), radix);
    const auto end = std::copy(sum.digits.begin(), sum.digits.end(), fraction);
    const std::uint32_t longest = n == 0 ? 0 : *std::max_element(lengths, lengths + n);
    std::fill(end, fraction + longest, 0U);
    return sum.whole;
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.kraft-sum} Kraft sums are exact

\statement The integer part and the digits of \f$\sum_i r^{-\ell_i}\f$ are right.

\hypotheses Lengths from 0 to 200, \f$2 \le r \le 10\f$.

\sources S3 §2.1; \ref coding.kraft-sum.

\derivation Addition in base \f$r\f$.  ∎

\rounding None: a code exists if the sum is at most 1, which a rounded sum cannot tell.

\witness \ref fault.kraft-sum-rounded: the sum is taken in binary64.

\evidence{agreement.kraft-sum}
*/

/**
\page law_special
\law{special.kraft-sum} Kraft sums at the ends

\statement As \ref agreement.kraft-sum: 0 for no words, their number for words of 0 digits.

\hypotheses No words, words of 0 digits, one long word, thousands of short ones; a radix up to
\f$2^{32} - 1\f$.

\sources None of the four.

\derivation The empty sum is 0.  A word of 0 digits has \f$r^0 = 1\f$: it leaves no room for any other
word, and of two there is no code.  ∎

\rounding None: carries cross 32 bits.

\witness \ref fault.kraft-sum-short: lengths are counted from 0.

\evidence{special.kraft-sum}
*/
// [kraft-sum]
const Function<Kraft(Integers, std::int64_t)> kraft_sum(
    {.name = "kraft_sum",
     .meaning = "sum of radix^-length: the integer part, then the digits of the fraction",
     .parameters = {{{"lengths"}, radix_parameter}},
     .formula = [](const Integers& lengths, std::int64_t radix) -> Kraft {
       auto sum = ref::kraft_sum(lengths, narrow(radix));
       return {sum.whole, std::move(sum.fraction)};
     },
     .check = [](const Integers& lengths, std::int64_t) { require_lengths(kraft_sum, lengths); },
     .field = {SOFTLAW_CODING_FIELD(kraft_sum),
               [](auto field, const Integers& lengths, std::int64_t radix) -> Kraft {
                 Integers fraction(lengths.empty() ? 0 : std::ranges::max(lengths));
                 const std::uint64_t whole =
                     field(lengths.data(), lengths.size(), narrow(radix), fraction.data());
                 return {whole, std::move(fraction)};
               }},
     .agreement = {any_lengths_and_radix, "kraft-sum-rounded"},
     .special_values = {lengths_at_the_ends, "kraft-sum-short"}});
// [kraft-sum]

}  // namespace softlaw::properties
