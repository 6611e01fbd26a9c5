// SPDX-License-Identifier: Apache-2.0
// Codes of fixed length: how many digits, and blocks of symbols as one number.
#include <algorithm>
#include <bit>
#include <softlaw/reference/block_code.hpp>

#include "function/arguments.hpp"
#include "function/call.hpp"
#include "function/conventions.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;
using A = const Arguments&;
using F = const IntegerFunctionInfo&;

const Parameter alphabet = integer_named("alphabet");
const Parameter radix = integer_named("radix");

std::uint32_t narrow_of(A a, std::size_t i) { return static_cast<std::uint32_t>(integer_of(a, i)); }

Counts counts(const Integers& values) { return {values.begin(), values.end()}; }

const softlaw_coding& coding(const softlaw_subject& subject) {
  return *require(subject.coding, "coding");
}

/// A radix, and an alphabet if there is one before it.
bool is_code(A a, std::size_t radix_at) {
  return integer_of(a, radix_at) >= 2 && integer_of(a, 0) >= 1;
}

constexpr std::int64_t most_letters = 0xffffffff;

/// The number of blocks of n symbols fits in the memory of any machine: at most 2^32 bits.
void require_blocks(F self, A a, std::size_t alphabet_at, std::size_t n_at) {
  const auto bits = static_cast<int>(std::bit_width(integer_of(a, alphabet_at) - 1));
  require_range(self, a, n_at, 0, (std::int64_t{1} << 32) / std::max(1, bits));
}

void require_states(F self, A a) {
  require_range(self, a, 0, 0, std::numeric_limits<std::int64_t>::max());
  require_range(self, a, 1, 2, most_letters);
}

/// An alphabet and a radix, arguments 0 and 2.
void require_code(F self, A a) {
  require_range(self, a, 0, 1, most_letters);
  require_range(self, a, 2, 2, most_letters);
}

void require_length(F self, A a) {
  require_code(self, a);
  require_blocks(self, a, 0, 1);
}

void require_symbols(F self, A a) {
  require_code(self, a);
  const Integers& symbols = integers_of(a, 1);
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (symbols[i] < integer_of(a, 0)) continue;
    refuse_entry(self, 1, i,
                 "must be below " + std::to_string(integer_of(a, 0)) + ", got " +
                     std::to_string(symbols[i]));
  }
}

void require_block(F self, A a) {
  require_code(self, a);
  require_range(self, a, 3, 0, most_results);
}

const IntegerFunctionInfo& digit_count = integer_function(
    {.id = IntegerFunction::digit_count,
     .name = "digit_count",
     .parameters = {integer_named("states"), radix},
     .meaning = "the least m with radix^m >= states",
     .check = require_states,
     .exact = [](A a) -> std::optional<Counts> {
       if (integer_of(a, 1) < 2) return std::nullopt;
       return Counts{ref::digit_count(integer_of(a, 0), narrow_of(a, 1))};
     },
     .call = [](const softlaw_subject& subject, A a, Format) -> std::optional<Counts> {
       const auto field = require(SOFTLAW_FIELD(coding(subject), digit_count), "digit_count");
       return Counts{field(integer_of(a, 0), narrow_of(a, 1))};
     }});

const IntegerFunctionInfo& block_length = integer_function(
    {.id = IntegerFunction::block_length,
     .name = "block_length",
     .parameters = {alphabet, integer_named("n"), radix},
     .meaning = "the least m with radix^m >= alphabet^n",
     .check = require_length,
     .exact = [](A a) -> std::optional<Counts> {
       if (!is_code(a, 2)) return std::nullopt;
       return Counts{ref::block_length(narrow_of(a, 0), integer_of(a, 1), narrow_of(a, 2))};
     },
     .call = [](const softlaw_subject& subject, A a, Format) -> std::optional<Counts> {
       const auto field = require(SOFTLAW_FIELD(coding(subject), block_length), "block_length");
       return Counts{field(narrow_of(a, 0), integer_of(a, 1), narrow_of(a, 2))};
     }});

const IntegerFunctionInfo& block_encode = integer_function(
    {.id = IntegerFunction::block_encode,
     .name = "block_encode",
     .parameters = {alphabet, integers_named("symbols"), radix},
     .meaning = "the symbols as one number, in digits",
     .check = require_symbols,
     .exact = [](A a) -> std::optional<Counts> {
       const Integers& symbols = integers_of(a, 1);
       const bool known = std::ranges::all_of(
           symbols, [&](std::uint32_t symbol) { return symbol < integer_of(a, 0); });
       if (!is_code(a, 2) || !known) return std::nullopt;
       return counts(ref::block_encode(narrow_of(a, 0), symbols, narrow_of(a, 2)));
     },
     .call = [](const softlaw_subject& subject, A a, Format) -> std::optional<Counts> {
       const Integers& symbols = integers_of(a, 1);
       const auto field = require(SOFTLAW_FIELD(coding(subject), block_encode), "block_encode");
       // room for a code that is too long by a digit for each symbol
       Integers digits(ref::block_length(narrow_of(a, 0), symbols.size(), narrow_of(a, 2)) +
                       symbols.size());
       const std::size_t length =
           field(narrow_of(a, 0), symbols.data(), symbols.size(), narrow_of(a, 2), digits.data());
       if (length > digits.size()) return std::nullopt;
       digits.resize(length);
       return counts(digits);
     }});

const IntegerFunctionInfo& block_decode = integer_function(
    {.id = IntegerFunction::block_decode,
     .name = "block_decode",
     .parameters = {alphabet, integers_named("digits"), radix, integer_named("n")},
     .meaning = "the n symbols that the digits stand for",
     .check = require_block,
     .exact = [](A a) -> std::optional<Counts> {
       if (!is_code(a, 2)) return std::nullopt;
       const auto symbols =
           ref::block_decode(narrow_of(a, 0), integers_of(a, 1), integer_of(a, 3), narrow_of(a, 2));
       if (!symbols) return std::nullopt;
       return counts(*symbols);
     },
     .call = [](const softlaw_subject& subject, A a, Format) -> std::optional<Counts> {
       const Integers& digits = integers_of(a, 1);
       const auto field = require(SOFTLAW_FIELD(coding(subject), block_decode), "block_decode");
       Integers symbols(integer_of(a, 3));
       const std::size_t used = field(narrow_of(a, 0), digits.data(), digits.size(),
                                      narrow_of(a, 2), symbols.data(), symbols.size());
       if (used > digits.size()) return std::nullopt;
       return counts(symbols);
     }});

}  // namespace
}  // namespace softlaw::properties
