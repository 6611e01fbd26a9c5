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
  static std::size_t block_length(std::uint32_t alphabet, std::size_t n, std::uint32_t radix) {
    return softlaw::block_length(alphabet, n, radix);
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.block-length} The length of a block code is right

\statement \f$m = \lceil n\log_r q\rceil\f$.

\hypotheses \f$1 \le q \le 10^4\f$, \f$0 \le n \le 2000\f$, \f$2 \le r \le 64\f$.

\sources S3 §2.2; \ref coding.block-length.

\derivation \ref coding.block-length.  ∎

\rounding None: the powers are integers of any size.

\witness \ref fault.block-length-for-each: rounds up for each symbol.

\evidence{agreement.block-length}
*/

/**
\page law_special
\law{special.block-length} The length of a block code at the ends

\statement 0 for no symbols and for an alphabet of one letter; otherwise as \ref agreement.block-length.

\hypotheses \f$q\f$ and \f$r\f$ up to \f$2^{32} - 1\f$, often next to a power of two; \f$n\f$ up to 64.

\sources None of the four.

\derivation There is one block of no symbols, and one of any length over an alphabet of one letter:
\f$q^0 = 1^n = 1 = r^0\f$.  ∎

\rounding None.

\witness \ref fault.block-length-for-each: rounds up for each symbol.

\evidence{special.block-length}
*/
// [block-length]
const Function<std::uint64_t(std::int64_t, std::int64_t, std::int64_t)> block_length(
    {.name = "block_length",
     .meaning = "the least m with radix^m >= alphabet^n",
     .parameters = {{alphabet_parameter, {"n"}, radix_parameter}},
     .formula = [](std::int64_t alphabet, std::int64_t n, std::int64_t radix) -> std::uint64_t {
       return ref::block_length(narrow(alphabet), size_of(n), narrow(radix));
     },
     .check = [](std::int64_t alphabet, std::int64_t n,
                 std::int64_t) { require_blocks(block_length, 1, alphabet, n); },
     .field = {SOFTLAW_CODING_FIELD(block_length),
               [](auto field, std::int64_t alphabet, std::int64_t n, std::int64_t radix)
                   -> std::uint64_t { return field(narrow(alphabet), size_of(n), narrow(radix)); }},
     .agreement = {block_and_radix, "block-length-for-each"},
     .special_values = {block_at_the_ends, "block-length-for-each"}});
// [block-length]

}  // namespace softlaw::properties
