// SPDX-License-Identifier: Apache-2.0
#include "families/coding/inputs/block_inputs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <softlaw/reference/block_code.hpp>

#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

const Parameter alphabet{"alphabet", Kind::integer};
const Parameter radix{"radix", Kind::integer};

std::int64_t integer_at(const Case& c, std::size_t i) {
  return std::get<std::int64_t>(c.arguments.at(i));
}
const Integers& integers_at(const Case& c, std::size_t i) {
  return std::get<Integers>(c.arguments.at(i));
}

bool is_radix(std::int64_t r) { return 2 <= r && r <= 64; }

bool all_below(const Integers& digits, std::int64_t bound) {
  return std::ranges::all_of(digits, [bound](auto digit) { return digit < bound; });
}

std::int64_t draw_radix(Source& source) {
  return source.one_in(2) ? source.integer(2, 3) : source.integer(2, 16);
}

std::int64_t draw_alphabet(Source& source) {
  return source.one_of({source.integer(1, 6), source.integer(1, 40), std::int64_t{10000}});
}

Integers draw_digits(Source& source, std::size_t n, std::int64_t bound) {
  Integers digits(n);
  for (auto& digit : digits) digit = static_cast<std::uint32_t>(source.integer(0, bound - 1));
  return digits;
}

/// The words of a full tree whose leaves were split at random, at most `most` of them.
std::vector<Integers> draw_prefix_code(Source& source, std::int64_t r, std::size_t most,
                                       std::size_t longest) {
  std::vector<Integers> words;
  const auto branch = [&](const Integers& stem) {
    for (std::int64_t digit = 0; digit < r; ++digit) {
      words.push_back(stem);
      words.back().push_back(static_cast<std::uint32_t>(digit));
    }
  };
  branch({});
  while (words.size() + static_cast<std::size_t>(r) - 1 <= most && !source.one_in(3)) {
    const auto leaf = words.begin() + source.integer(0, std::ssize(words) - 1);
    if (leaf->size() == longest) break;
    const Integers stem = *leaf;
    words.erase(leaf);
    branch(stem);
  }
  return words;
}

Case start(Format format, const char* input_class) {
  Case c = empty_case(format);
  c.input_class = input_class;
  return c;
}

std::size_t digits_needed(std::int64_t q, std::int64_t n, std::int64_t r) {
  return reference::block_length(static_cast<std::uint32_t>(q), static_cast<std::size_t>(n),
                                 static_cast<std::uint32_t>(r));
}

}  // namespace

Inputs states_and_radix() {
  return {{{"states", Kind::integer}, radix},
          "1 <= states <= 2^62, 2 <= radix <= 64",
          [](Source& source, Format format) {
            const bool small = source.one_in(4);
            Case c = start(format, small ? "few states" : "near a power");
            const std::int64_t r = draw_radix(source), most = std::int64_t{1} << 62;
            std::int64_t states = source.integer(1, 100);
            if (!small) {
              std::int64_t power = 1;
              while (power <= most / r && !source.one_in(16)) power *= r;
              states = std::clamp(power + source.integer(-1, 1), std::int64_t{1}, most);
            }
            c.arguments = {states, r};
            return c;
          },
          [](const Case& c) {
            return integer_at(c, 0) >= 1 && integer_at(c, 0) <= std::int64_t{1} << 62 &&
                   is_radix(integer_at(c, 1));
          }};
}

Inputs block_and_radix() {
  return {
      {alphabet, {"n", Kind::integer}, radix},
      "1 <= alphabet <= 10^4, 0 <= n <= 2000, 2 <= radix <= 64",
      [](Source& source, Format format) {
        Case c = start(format, "any");
        std::int64_t q = draw_alphabet(source), r = draw_radix(source);
        if (source.one_in(4)) {
          c.input_class = "powers of one number";
          q = source.one_of<std::int64_t>({4, 8, 9, 27, 125, 1000, 10000});
          r = q % 2 == 1 ? (q == 125 ? 5 : 3) : (q % 10 == 0 ? 10 : 2);
        }
        c.arguments = {q, source.one_in(16) ? source.integer(200, 2000) : source.integer(0, 30), r};
        return c;
      },
      [](const Case& c) {
        return integer_at(c, 0) >= 1 && integer_at(c, 0) <= 10000 && integer_at(c, 1) >= 0 &&
               integer_at(c, 1) <= 2000 && is_radix(integer_at(c, 2));
      }};
}

Inputs symbols_and_radix() {
  return {{alphabet, {"symbols", Kind::integers}, radix},
          "1 <= alphabet <= 10^4, at most 60 symbols below it, 2 <= radix <= 64",
          [](Source& source, Format format) {
            const std::int64_t q = draw_alphabet(source);
            const bool last = source.one_in(4);
            Case c = start(format, last ? "the last block" : "any block");
            Integers symbols = draw_digits(source, source.size(0, source.one_in(4) ? 60 : 8), q);
            if (last) std::ranges::fill(symbols, static_cast<std::uint32_t>(q - 1));
            c.arguments = {q, std::move(symbols), draw_radix(source)};
            return c;
          },
          [](const Case& c) {
            const std::int64_t q = integer_at(c, 0);
            return q >= 1 && q <= 10000 && integers_at(c, 1).size() <= 60 &&
                   all_below(integers_at(c, 1), q) && is_radix(integer_at(c, 2));
          }};
}

Inputs digits_of_block() {
  return {{alphabet, {"n", Kind::integer}, radix, {"digits", Kind::integers}},
          "1 <= alphabet <= 10^4, 0 <= n <= 12, as many digits as such a block has",
          [](Source& source, Format format) {
            const std::int64_t q = draw_alphabet(source), n = source.integer(0, 12),
                               r = draw_radix(source);
            const bool top = source.one_in(2);
            Case c = start(format, top ? "near the end" : "any digits");
            const std::size_t length = digits_needed(q, n, r);
            Integers digits = draw_digits(source, length, r);
            // the leading digits of the last block, and then any
            const Integers last(static_cast<std::size_t>(n), static_cast<std::uint32_t>(q - 1));
            const Integers end = reference::block_encode(static_cast<std::uint32_t>(q), last,
                                                         static_cast<std::uint32_t>(r));
            if (top && length > 0) {
              const auto kept = static_cast<std::ptrdiff_t>(source.size(0, length));
              std::copy(end.begin(), end.begin() + kept, digits.begin());
            }
            c.arguments = {q, n, r, std::move(digits)};
            return c;
          },
          [](const Case& c) {
            const std::int64_t q = integer_at(c, 0), n = integer_at(c, 1), r = integer_at(c, 2);
            return q >= 1 && q <= 10000 && n >= 0 && n <= 12 && is_radix(r) &&
                   all_below(integers_at(c, 3), r) &&
                   integers_at(c, 3).size() == digits_needed(q, n, r);
          }};
}

Inputs block_digits_and_radix() {
  const Inputs block = digits_of_block();
  const auto reordered = [](const Case& c, const std::array<std::size_t, 4>& order) {
    Case other = c;
    for (std::size_t i = 0; i < order.size(); ++i) other.arguments[i] = c.arguments.at(order[i]);
    return other;
  };
  constexpr std::array<std::size_t, 4> there{0, 3, 2, 1};  // its own inverse
  return {{alphabet, {"digits", Kind::integers}, radix, {"n", Kind::integer}},
          block.hypothesis_text,
          [=, draw = block.generate](Source& source, Format format) {
            return reordered(draw(source, format), there);
          },
          [=, admits = block.hypothesis](const Case& c) { return admits(reordered(c, there)); }};
}

Inputs words_and_radix() {
  return {{{"lengths", Kind::integers}, {"digits", Kind::integers}, radix},
          "two to ten words of 1 to 5 digits, one after the other, 2 <= radix <= 5",
          [](Source& source, Format format) {
            const bool mirrored = source.one_in(2);
            Case c = start(format, mirrored ? "a prefix code backwards" : "any words");
            const std::int64_t r = source.integer(2, 5);
            std::vector<Integers> words = draw_prefix_code(source, r, 10, 5);
            Integers lengths, digits;
            for (Integers& word : words) {
              if (mirrored) {
                std::ranges::reverse(word);
              } else {
                word = draw_digits(source, source.size(1, 4), r);
              }
              lengths.push_back(static_cast<std::uint32_t>(word.size()));
              digits.insert(digits.end(), word.begin(), word.end());
            }
            c.arguments = {std::move(lengths), std::move(digits), r};
            return c;
          },
          [](const Case& c) {
            const Integers& lengths = integers_at(c, 0);
            const std::int64_t r = integer_at(c, 2);
            return lengths.size() >= 2 && lengths.size() <= 10 && r >= 2 && r <= 5 &&
                   std::ranges::all_of(lengths, [](auto l) { return l >= 1 && l <= 5; }) &&
                   std::accumulate(lengths.begin(), lengths.end(), std::size_t{0}) ==
                       integers_at(c, 1).size() &&
                   all_below(integers_at(c, 1), r);
          }};
}

Inputs lengths_radix_and_distribution() {
  const Inputs code = lengths_and_radix(), law = distribution();
  Inputs inputs = code;
  inputs.parameters.push_back({"p", Kind::vector});
  inputs.hypothesis_text += ", p a distribution on the symbols with exact sum";
  inputs.generate = [draw = code.generate](Source& source, Format format) {
    Case c = draw(source, format);
    const std::size_t n = integers_at(c, 0).size();
    Vector p = draw_simplex(source, format, n);
    const bool matched = integer_at(c, 1) == 2 && c.input_class == "complete code" &&
                         std::ranges::max(integers_at(c, 0)) <= 20;
    if (matched) {
      for (std::size_t i = 0; i < n; ++i) {
        p[i] = std::ldexp(1.0, -static_cast<int>(integers_at(c, 0)[i]));
      }
    }
    c.input_class += matched ? ", made for p" : "";
    c.arguments.emplace_back(std::move(p));
    return c;
  };
  inputs.hypothesis = [code, law](const Case& c) {
    Case first = c, second = c;
    first.arguments.pop_back();
    second.arguments = {c.arguments.back()};
    return code.hypothesis(first) && law.hypothesis(second) &&
           integers_at(c, 0).size() == vector_at(c, 2).size();
  };
  return inputs;
}

}  // namespace softlaw::properties
