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

void require_symbols(const Integers& lengths, std::int64_t radix, const Integers& symbols) {
  require_code(prefix_encode, lengths, radix);
  std::int64_t room = 0;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (symbols[i] >= lengths.size()) {
      refuse_entry(prefix_encode, 2, i,
                   "must be below " + std::to_string(lengths.size()) + ", got " +
                       std::to_string(symbols[i]));
    }
    room += lengths[symbols[i]];
  }
  if (room > most_results) {
    refuse(prefix_encode, 2,
           "must have words of at most " + std::to_string(most_results) + " digits, got " +
               std::to_string(room));
  }
}

struct Ours {
  static std::size_t prefix_encode(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                   const std::uint32_t* symbols, std::size_t count,
                                   std::uint32_t* digits) {
    return written(digits, [&] {
      const PrefixCode code(std::span(lengths, n), radix);
      return code.encode(std::vector<std::size_t>(symbols, symbols + count));
    });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.prefix-encode} A prefix code encodes its symbols

\statement The digits are those of the symbols' words, one after the other.  The words are canonical:
counted up in base \f$r\f$ in the order of their lengths, words of one length in the order of symbols.

\hypotheses \f$2 \le r \le 10\f$, lengths from 1 to 200 with a Kraft sum of at most 1; one to twelve
symbols.

\sources S3 §2.1; \ref coding.prefix-free.

\derivation \ref coding.prefix-free.  ∎

\rounding None.

\witness \ref fault.words-unsorted: the words are counted up in the order of symbols.

\evidence{agreement.prefix-encode}
*/

/**
\page law_special
\law{special.prefix-encode} A prefix code writes its words at the ends

\statement As \ref agreement.prefix-encode: no digits for no symbols, nor for the word of 0 digits of a
symbol that is alone.

\hypotheses One word of 0 digits, a chain of lengths 1, 2, 3, …, 64, or a radix up to \f$2^{32} - 1\f$; no
symbols, or some.

\sources None of the four.

\derivation The empty word is the only one of a code with a length of 0, since it begins every word;
any number of it, one after the other, are no digits.  In a chain of lengths 1, 2, 3, … each word is the one
before it, counted up, and a 0.  ∎

\rounding None: words are longer than any machine word.

\witness \ref fault.empty-word-refused: a word of 0 digits is an error.

\evidence{special.prefix-encode}
*/
// [prefix-encode]
const Function<Integers(Integers, std::int64_t, Integers)> prefix_encode(
    {.name = "prefix_encode",
     .meaning = "the words of the symbols, one after the other",
     .parameters = {{{"lengths"}, radix_parameter, {"symbols"}}},
     .formula =
         [](const Integers& lengths, std::int64_t radix, const Integers& symbols) {
           return ref::encode(lengths, narrow(radix), symbols);
         },
     .check = require_symbols,
     .field = {SOFTLAW_CODING_FIELD(prefix_encode),
               [](auto field, const Integers& lengths, std::int64_t radix,
                  const Integers& symbols) {
                 std::size_t room = 0;
                 for (auto symbol : symbols) room += lengths.at(symbol);
                 Integers digits(room);
                 const std::size_t count = field(lengths.data(), lengths.size(), narrow(radix),
                                                 symbols.data(), symbols.size(), digits.data());
                 digits.resize(std::min(room + 1, count));  // too many show in the length
                 return digits;
               }},
     .agreement = {lengths_radix_and_symbols, "words-unsorted"},
     .special_values = {symbols_at_the_ends, "empty-word-refused"}});
// [prefix-encode]

}  // namespace softlaw::properties
