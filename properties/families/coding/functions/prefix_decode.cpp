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
  static std::size_t prefix_decode(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                   const std::uint32_t* digits, std::size_t digit_count,
                                   std::uint32_t* symbols, std::size_t count) {
    const std::size_t read = written(symbols, [&] {
      const PrefixCode code(std::span(lengths, n), radix);
      const auto found = code.decode(std::span(digits, digit_count), count);
      return std::vector<std::uint32_t>(found.begin(), found.end());
    });
    return read == SIZE_MAX ? read : digit_count;
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.prefix-decode} A prefix code decodes its words, and refuses everything else

\statement Digits that are the canonical words of \f$k\f$ symbols give these symbols; all others are
refused.

\hypotheses As for \ref agreement.prefix-encode; the digits of one to twelve symbols, half of the time
with a digit changed, added or taken away.

\sources S3 §2.1; \ref coding.prefix-free.

\derivation No word begins another: the digits say where each ends.  ∎

\rounding None.

\witness \ref fault.decode-lenient: digits after the symbols are ignored.

\evidence{agreement.prefix-decode}
*/

/**
\page law_special
\law{special.prefix-decode} A prefix code reads its words back at the ends

\statement As \ref agreement.prefix-decode: a symbol that is alone takes no digits, and no digits give any
number of it.

\hypotheses As for \ref special.prefix-encode.

\sources None of the four.

\derivation The empty word takes no digit, so the number of symbols says all.  A digit that is left
over belongs to no word.  ∎

\rounding None.

\witness \ref fault.decode-needs-digits: without digits nothing is decoded.

\evidence{special.prefix-decode}
*/
// [prefix-decode]
const Function<std::optional<Integers>(Integers, std::int64_t, Integers, std::int64_t)>
    prefix_decode(
        {.name = "prefix_decode",
         .meaning = "the symbols that the digits stand for",
         .parameters =
             {{{"lengths"}, radix_parameter, {"digits"}, {"count", from(0, most_results)}}},
         .formula =
             [](const Integers& lengths, std::int64_t radix, const Integers& digits,
                std::int64_t count) {
               return ref::decode(lengths, narrow(radix), digits, size_of(count));
             },
         .check = [](const Integers& lengths, std::int64_t radix, const Integers&,
                     std::int64_t) { require_code(prefix_decode, lengths, radix); },
         .field = {SOFTLAW_CODING_FIELD(prefix_decode),
                   [](auto field, const Integers& lengths, std::int64_t radix,
                      const Integers& digits, std::int64_t count) -> std::optional<Integers> {
                     Integers symbols(size_of(count));
                     const std::size_t used =
                         field(lengths.data(), lengths.size(), narrow(radix), digits.data(),
                               digits.size(), symbols.data(), symbols.size());
                     if (used > digits.size()) return std::nullopt;
                     return symbols;
                   }},
         .agreement = {lengths_radix_and_digits, "decode-lenient"},
         .special_values = {digits_at_the_ends, "decode-needs-digits"}});
// [prefix-decode]

}  // namespace softlaw::properties
