// SPDX-License-Identifier: Apache-2.0
#include <softlaw/block_code.hpp>
#include <softlaw/reference/block_code.hpp>

#include "families/coding/functions.hpp"
#include "families/coding/functions/code.hpp"
#include "families/coding/inputs/at_the_ends.hpp"
#include "families/coding/inputs/block_inputs.hpp"
#include "families/coding/inputs/inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

struct Ours {
  static std::size_t block_decode(std::uint32_t alphabet, const std::uint32_t* digits,
                                  std::size_t digit_count, std::uint32_t radix,
                                  std::uint32_t* symbols, std::size_t n) {
    const std::size_t read = written(symbols, [&] {
      return softlaw::block_decode(alphabet, std::span(digits, digit_count), n, radix);
    });
    return read == SIZE_MAX ? read : digit_count;
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.block-decode} A block code decodes the number of a block, and refuses everything else

\statement The digits of a number below \f$q^n\f$ give its \f$n\f$ digits in base \f$q\f$; all others are
refused.

\hypotheses \f$1 \le q \le 10^4\f$, \f$0 \le n \le 12\f$, \f$2 \le r \le 64\f$; half of the inputs are near
\f$q^n\f$.

\sources S3 §2.2; \ref coding.block-refusal.

\derivation \ref coding.block-refusal.  ∎

\rounding None.

\witness \ref fault.block-decode-wraps: numbers from \f$q^n\f$ on wrap round.

\evidence{agreement.block-decode}
*/

/**
\page law_special
\law{special.block-decode} A block code reads blocks back at the ends

\statement As \ref agreement.block-decode; no digits give a block of an alphabet of one letter.

\hypotheses \f$q\f$ and \f$r\f$ up to \f$2^{32} - 1\f$, \f$n\f$ up to 64; the digits of a block, of
\f$q^n - 1\f$, or the largest that there are.

\sources None of the four.

\derivation No digits stand for the number 0, whose digits in base \f$q\f$ are zeros: the only block over
an alphabet of one letter, of any length.  ∎

\rounding None.

\witness \ref fault.block-decode-wraps: numbers from \f$q^n\f$ on wrap round.

\evidence{special.block-decode}
*/
// [block-decode]
const Function<std::optional<Integers>(std::int64_t, Integers, std::int64_t, std::int64_t)>
    block_decode(
        {.name = "block_decode",
         .meaning = "the n symbols that the digits stand for",
         .parameters =
             {{alphabet_parameter, {"digits"}, radix_parameter, {"n", from(0, most_results)}}},
         .formula =
             [](std::int64_t alphabet, const Integers& digits, std::int64_t radix, std::int64_t n) {
               return ref::block_decode(narrow(alphabet), digits, size_of(n), narrow(radix));
             },
         .field = {SOFTLAW_CODING_FIELD(block_decode),
                   [](auto field, std::int64_t alphabet, const Integers& digits, std::int64_t radix,
                      std::int64_t n) -> std::optional<Integers> {
                     Integers symbols(size_of(n));
                     const std::size_t used = field(narrow(alphabet), digits.data(), digits.size(),
                                                    narrow(radix), symbols.data(), symbols.size());
                     if (used > digits.size()) return std::nullopt;
                     return symbols;
                   }},
         .agreement = {block_digits_and_radix, "block-decode-wraps"},
         .special_values = {block_digits_at_the_ends, "block-decode-wraps"}});
// [block-decode]

}  // namespace softlaw::properties
