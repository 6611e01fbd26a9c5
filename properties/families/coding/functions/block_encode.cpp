// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
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

void require_symbols(std::int64_t alphabet, const Integers& symbols, std::int64_t) {
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (symbols[i] < alphabet) continue;
    refuse_entry(
        block_encode, 1, i,
        "must be below " + std::to_string(alphabet) + ", got " + std::to_string(symbols[i]));
  }
}

struct Ours {
  static std::size_t block_encode(std::uint32_t alphabet, const std::uint32_t* symbols,
                                  std::size_t n, std::uint32_t radix, std::uint32_t* digits) {
    return written(digits,
                   [&] { return softlaw::block_encode(alphabet, std::span(symbols, n), radix); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.block-encode} A block code encodes the number of a block

\statement The digits are those of \f$\sum_i s_iq^{n-1-i}\f$ in base \f$r\f$, \f$\lceil n\log_r
q\rceil\f$ of them, the leading one first.

\hypotheses \f$1 \le q \le 10^4\f$, at most 60 symbols, \f$2 \le r \le 64\f$.

\sources S3 §2.2; \ref coding.block-round-trip.

\derivation The definition.  ∎

\rounding None.

\witness \ref fault.block-least-first: the least digit first.

\evidence{agreement.block-encode}
*/

/**
\page law_special
\law{special.block-encode} A block code writes blocks at the ends

\statement As \ref agreement.block-encode; no digits for no symbols and for an alphabet of one letter.

\hypotheses \f$q\f$ and \f$r\f$ up to \f$2^{32} - 1\f$; at most 64 symbols, often the last of the alphabet.

\sources None of the four.

\derivation Where there is one block there is nothing to tell, and the code has no digits
(\ref special.block-length).  Else the digits are those of the number, with zeros before it.  ∎

\rounding None: products of a letter and a radix take 64 bits.

\witness \ref fault.block-least-first: the least digit first.

\evidence{special.block-encode}
*/
// [block-encode]
const Function<Integers(std::int64_t, Integers, std::int64_t)> block_encode(
    {.name = "block_encode",
     .meaning = "the symbols as one number, in digits",
     .parameters = {{alphabet_parameter, {"symbols"}, radix_parameter}},
     .formula =
         [](std::int64_t alphabet, const Integers& symbols, std::int64_t radix) {
           return ref::block_encode(narrow(alphabet), symbols, narrow(radix));
         },
     .check = require_symbols,
     .field = {SOFTLAW_CODING_FIELD(block_encode),
               [](auto field, std::int64_t alphabet, const Integers& symbols, std::int64_t radix) {
                 // room for a code that is too long by a digit for each symbol
                 Integers digits(
                     ref::block_length(narrow(alphabet), symbols.size(), narrow(radix)) +
                     symbols.size());
                 const std::size_t length = field(narrow(alphabet), symbols.data(), symbols.size(),
                                                  narrow(radix), digits.data());
                 digits.resize(std::min(length, digits.size() + 1));
                 return digits;
               }},
     .agreement = {symbols_and_radix, "block-least-first"},
     .special_values = {block_symbols_at_the_ends, "block-least-first"}});
// [block-encode]

}  // namespace softlaw::properties
