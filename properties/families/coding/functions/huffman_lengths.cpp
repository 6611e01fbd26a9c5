// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/coding.hpp>

#include "families/coding/functions.hpp"
#include "families/coding/functions/code.hpp"
#include "families/coding/inputs/at_the_ends.hpp"
#include "families/coding/inputs/block_inputs.hpp"
#include "families/coding/inputs/inputs.hpp"
#include "function/conventions.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

/// The cost of a code, which all optimal ones share; nothing if there is no code with such lengths.
std::optional<Interval> cost(const Vector& weights, const Integers& lengths, std::int64_t radix) {
  if (lengths.size() != weights.size()) return std::nullopt;
  const auto kraft = ref::kraft_sum(lengths, narrow(radix));
  const bool integer = std::ranges::all_of(kraft.fraction, [](auto digit) { return digit == 0; });
  if (kraft.whole > 1 || (kraft.whole == 1 && !integer)) return std::nullopt;
  Interval total(0);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    total = exact_sum(total, Interval(weights[i]) * Interval(static_cast<double>(lengths[i])));
  }
  return total;
}

template <class Real>
struct Ours {
  static void huffman_lengths(const Real* weights, std::size_t n, std::uint32_t radix,
                              std::uint32_t* lengths) {
    const auto found = softlaw::huffman_lengths(std::span(weights, n), radix);
    std::copy(found.begin(), found.end(), lengths);
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.huffman-lengths} The lengths of Huffman's code are those of an optimal one

\statement The lengths \f$\ell_i\f$ have a Kraft sum of at most 1 and the least
\f$\sum_i w_i\ell_i\f$ of all that do.

\hypotheses \f$n \ge 1\f$ weights, not negative and not all 0; \f$2 \le r \le 10\f$.

\sources S2, exercise 2.2; \ref bib_huf52 "Huffman 1952".

\derivation \ref coding.optimal.  ∎

\rounding Ties leave a choice: codes are compared by their cost, which is exact.

\witness \ref fault.fixed-length: all words of one length.

\evidence{agreement.huffman-lengths}
*/

/**
\page law_special
\law{special.huffman-lengths} The lengths of Huffman's code at the ends

\statement As \ref agreement.huffman-lengths; of nothing there are no lengths, and one symbol has a word
of 0 digits.

\hypotheses No weight, one, or some, that may all be 0, equal, the least or the largest floats, or each
as large as all before it together; a radix up to \f$2^{32} - 1\f$.

\sources None of the four; a word of 0 digits is a convention, as others give one digit.

\derivation The one word of a symbol that is alone may be empty, as nothing has to be told apart:
its Kraft sum is \f$r^0 = 1\f$.  Weights of 0 cost nothing, so that any code is optimal for them.  ∎

\rounding Sums of the largest floats overflow; the code is still determined by the exact sums.

\witness \ref fault.huffman-one-digit-at-least: one symbol gets a word of one digit.

\evidence{special.huffman-lengths}
*/
// [huffman-lengths]
const Function<Integers(Vector, std::int64_t)> huffman_lengths(
    {.name = "huffman_lengths",
     .meaning = "lengths of an optimal prefix code",
     .parameters = {{{"weights", non_negative_number}, radix_parameter}},
     .formula = [](const Vector& weights,
                   std::int64_t radix) { return ref::huffman_lengths(weights, narrow(radix)); },
     .is_as_good =
         [](const Integers& returned, const Integers& right, const Vector& weights,
            std::int64_t radix) {
           if (weights.size() == 1 && follows("huffman-one-symbol", "one")) {
             return returned == Integers{1};
           }
           const auto asked = cost(weights, returned, radix);
           return asked && meets(*asked, *cost(weights, right, radix));
         },
     .field = {SOFTLAW_FIELD(huffman_lengths),
               [](auto field, auto& room, const Vector& weights, std::int64_t radix) {
                 Integers lengths(weights.size());
                 field(room.vector(weights), weights.size(), narrow(radix), lengths.data());
                 return lengths;
               }},
     .agreement = {weights_and_radix, "fixed-length"},
     .special_values = {weights_at_the_ends, "huffman-one-digit-at-least"}});
// [huffman-lengths]

}  // namespace softlaw::properties
