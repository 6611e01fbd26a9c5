// SPDX-License-Identifier: Apache-2.0
// Codes: lengths, words and Kraft sums are integers.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <softlaw/reference/coding.hpp>

#include "function/arguments.hpp"
#include "function/call.hpp"
#include "function/conventions.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;
using A = const Arguments&;
using F = const IntegerFunctionInfo&;

std::uint32_t radix_of(A a, std::size_t i) { return static_cast<std::uint32_t>(integer_of(a, i)); }

Counts counts(const Integers& values) { return {values.begin(), values.end()}; }

const softlaw_coding& coding(const softlaw_subject& subject) {
  return *require(subject.coding, "coding");
}

void require_radix(F self, A a) { require_range(self, a, 1, 2, 0xffffffff); }

void require_weights_and_radix(F self, A a) {
  const Vector& weights = vector_of(a, 0);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] >= 0 && !std::isinf(weights[i])) continue;
    refuse_entry(self, 0, i, "must be finite and not negative, got " + shown(weights[i]));
  }
  require_radix(self, a);
}

/// A word has at most 2^20 digits.
void require_lengths(F self, A a) {
  constexpr std::uint32_t longest = 1U << 20;
  const Integers& lengths = integers_of(a, 0);
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (lengths[i] <= longest) continue;
    refuse_entry(
        self, 0, i,
        "must be at most " + std::to_string(longest) + ", got " + std::to_string(lengths[i]));
  }
  require_radix(self, a);
}

/// There is a code with these lengths, and its words have room.
void require_code(F self, A a) {
  require_lengths(self, a);
  const Integers& lengths = integers_of(a, 0);
  const auto sum = ref::kraft_sum(lengths, radix_of(a, 1));
  const bool fraction = std::ranges::any_of(sum.fraction, [](auto digit) { return digit != 0; });
  if (sum.whole > 1 || (sum.whole == 1 && fraction)) {
    refuse(self, 0,
           "must have a Kraft sum of at most 1, got " + std::to_string(sum.whole) +
               (fraction ? " and a fraction" : ""));
  }
  const auto room = std::accumulate(lengths.begin(), lengths.end(), std::int64_t{0});
  if (room > most_results) {
    refuse(self, 0,
           "must sum to at most " + std::to_string(most_results) + ", got " + std::to_string(room));
  }
}

void require_symbols(F self, A a) {
  require_code(self, a);
  const Integers &lengths = integers_of(a, 0), &symbols = integers_of(a, 2);
  std::int64_t room = 0;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (symbols[i] >= lengths.size()) {
      refuse_entry(self, 2, i,
                   "must be below " + std::to_string(lengths.size()) + ", got " +
                       std::to_string(symbols[i]));
    }
    room += lengths[symbols[i]];
  }
  if (room > most_results) {
    refuse(self, 2,
           "must have words of at most " + std::to_string(most_results) + " digits, got " +
               std::to_string(room));
  }
}

void require_count(F self, A a) {
  require_code(self, a);
  require_range(self, a, 3, 0, most_results);
}

const IntegerFunctionInfo& huffman_lengths = integer_function(
    {.id = IntegerFunction::huffman_lengths,
     .name = "huffman_lengths",
     .parameters = {vector_named("weights"), integer_named("radix")},
     .meaning = "lengths of an optimal prefix code",
     .check = require_weights_and_radix,
     .exact = [](A a) -> std::optional<Counts> {
       return counts(ref::huffman_lengths(vector_of(a, 0), radix_of(a, 1)));
     },
     .call = [](const softlaw_subject& subject, A a, Format format) -> std::optional<Counts> {
       return with_table(subject, format, [&]<class Real>(const auto& table, Real) {
         const std::vector<Real> weights = narrow<Real>(vector_of(a, 0), format);
         Integers lengths(weights.size());
         require(SOFTLAW_FIELD(table, huffman_lengths), "huffman_lengths")(
             weights.data(), weights.size(), radix_of(a, 1), lengths.data());
         return counts(lengths);
       });
     }});

/// The integer part, then the digits of the fraction.
const IntegerFunctionInfo& kraft_sum = integer_function(
    {.id = IntegerFunction::kraft_sum,
     .name = "kraft_sum",
     .parameters = {integers_named("lengths"), integer_named("radix")},
     .meaning = "sum of radix^-length: the integer part, then the digits of the fraction",
     .check = require_lengths,
     .exact = [](A a) -> std::optional<Counts> {
       const auto sum = ref::kraft_sum(integers_of(a, 0), radix_of(a, 1));
       Counts digits{sum.whole};
       digits.insert(digits.end(), sum.fraction.begin(), sum.fraction.end());
       return digits;
     },
     .call = [](const softlaw_subject& subject, A a, Format) -> std::optional<Counts> {
       const Integers& lengths = integers_of(a, 0);
       const auto field = require(SOFTLAW_FIELD(coding(subject), kraft_sum), "kraft_sum");
       Integers fraction(lengths.empty() ? 0 : std::ranges::max(lengths));
       Counts digits{field(lengths.data(), lengths.size(), radix_of(a, 1), fraction.data())};
       digits.insert(digits.end(), fraction.begin(), fraction.end());
       return digits;
     }});

const IntegerFunctionInfo& prefix_encode = integer_function(
    {.id = IntegerFunction::prefix_encode,
     .name = "prefix_encode",
     .parameters = {integers_named("lengths"), integer_named("radix"), integers_named("symbols")},
     .meaning = "the words of the symbols, one after the other",
     .check = require_symbols,
     .exact = [](A a) -> std::optional<Counts> {
       return counts(ref::encode(integers_of(a, 0), radix_of(a, 1), integers_of(a, 2)));
     },
     .call = [](const softlaw_subject& subject, A a, Format) -> std::optional<Counts> {
       const Integers &lengths = integers_of(a, 0), &symbols = integers_of(a, 2);
       const auto field = require(SOFTLAW_FIELD(coding(subject), prefix_encode), "prefix_encode");
       std::size_t room = 0;
       for (auto symbol : symbols) room += lengths.at(symbol);
       Integers digits(room);
       digits.resize(std::min(room, field(lengths.data(), lengths.size(), radix_of(a, 1),
                                          symbols.data(), symbols.size(), digits.data())));
       return counts(digits);
     }});

const IntegerFunctionInfo& prefix_decode = integer_function(
    {.id = IntegerFunction::prefix_decode,
     .name = "prefix_decode",
     .parameters = {integers_named("lengths"), integer_named("radix"), integers_named("digits"),
                    integer_named("count")},
     .meaning = "the symbols that the digits stand for",
     .check = require_count,
     .exact = [](A a) -> std::optional<Counts> {
       const auto symbols =
           ref::decode(integers_of(a, 0), radix_of(a, 1), integers_of(a, 2), integer_of(a, 3));
       if (!symbols) return std::nullopt;
       return counts(*symbols);
     },
     .call = [](const softlaw_subject& subject, A a, Format) -> std::optional<Counts> {
       const Integers &lengths = integers_of(a, 0), &digits = integers_of(a, 2);
       const auto field = require(SOFTLAW_FIELD(coding(subject), prefix_decode), "prefix_decode");
       Integers symbols(integer_of(a, 3));
       const std::size_t used = field(lengths.data(), lengths.size(), radix_of(a, 1), digits.data(),
                                      digits.size(), symbols.data(), symbols.size());
       if (used > digits.size()) return std::nullopt;
       return counts(symbols);
     }});

}  // namespace
}  // namespace softlaw::properties
