// SPDX-License-Identifier: Apache-2.0
#include "families/coding/inputs/at_the_ends.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <softlaw/reference/block_code.hpp>

#include "families/coding/functions.hpp"
#include "families/coding/inputs/inputs.hpp"
#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

constexpr std::int64_t most_letters = 0xffffffff, most = std::numeric_limits<std::int64_t>::max();

std::int64_t integer_at(const Case& c, std::size_t i) {
  return std::get<std::int64_t>(c.arguments.at(i));
}
const Integers& integers_at(const Case& c, std::size_t i) {
  return std::get<Integers>(c.arguments.at(i));
}

Case start(Format format) {
  Case c = empty_case(format);
  c.input_class = "special";
  return c;
}

/// Next to a power of two, from `least` to `greatest`.
std::int64_t near_a_power(Source& source, std::int64_t least, std::int64_t greatest) {
  const std::int64_t power = std::int64_t{1} << source.integer(0, 62);
  return std::clamp(power - 1 + source.integer(0, 2), least, greatest);
}

std::int64_t draw_radix(Source& source) {
  return source.one_in(2) ? source.integer(2, 5) : near_a_power(source, 2, most_letters);
}
std::int64_t draw_alphabet(Source& source) {
  return source.one_in(2) ? source.integer(1, 5) : near_a_power(source, 1, most_letters);
}
bool is_radix(std::int64_t r) { return 2 <= r && r <= most_letters; }
bool is_alphabet(std::int64_t q) { return 1 <= q && q <= most_letters; }
bool is_block(const Case& c, std::size_t n_at, std::size_t radix_at) {
  const std::int64_t n = integer_at(c, n_at);
  return is_alphabet(integer_at(c, 0)) && 0 <= n && n <= 64 && is_radix(integer_at(c, radix_at));
}

Integers draw_letters(Source& source, std::size_t n, std::int64_t letters) {
  const bool last = source.one_in(3);
  Integers all(n);
  for (auto& letter : all) letter = narrow(last ? letters - 1 : source.integer(0, letters - 1));
  return all;
}

/// One word of 0 digits, a chain of words, or words of one digit.
Integers draw_code(Source& source, std::int64_t radix) {
  switch (source.integer(0, 2)) {
    case 0:
      return {0};
    case 1: {
      Integers chain(source.size(1, 64));
      std::iota(chain.begin(), chain.end(), 1U);
      return chain;
    }
    default:
      return Integers(source.size(1, static_cast<std::size_t>(std::min<std::int64_t>(radix, 40))),
                      1U);
  }
}

bool is_code(const Integers& lengths, std::int64_t radix) {
  const bool short_enough = std::ranges::all_of(lengths, [](auto l) { return l <= 64; });
  if (lengths.empty() || lengths.size() > 64 || !is_radix(radix) || !short_enough) return false;
  const auto sum = reference::kraft_sum(lengths, narrow(radix));
  const bool integer = std::ranges::all_of(sum.fraction, [](auto digit) { return digit == 0; });
  return sum.whole == 0 || (sum.whole == 1 && integer);
}

/// Up to six symbols of the code, of which one of 0 digits is one.
Case draw_symbols(Source& source, Format format) {
  Case c = start(format);
  const std::int64_t radix = draw_radix(source);
  Integers lengths = draw_code(source, radix), symbols(source.size(0, 6));
  for (auto& symbol : symbols)
    symbol = static_cast<std::uint32_t>(source.size(0, lengths.size() - 1));
  c.arguments = {std::move(lengths), radix, std::move(symbols)};
  return c;
}

const std::vector<Parameter>& block_parameters() {
  static const std::vector<Parameter> all{
      {"alphabet", Kind::integer}, {"n", Kind::integer}, {"radix", Kind::integer}};
  return all;
}

}  // namespace

Inputs weights_at_the_ends() {
  return {
      {{"weights", Kind::vector}, {"radix", Kind::integer}},
      "weights >= 0 finite, at most 40, radix from 2 to 2^32 - 1",
      [](Source& source, Format format) {
        Case c = start(format);
        const double size = source.one_of({0.0, 1.0, format.max_finite(), format.min_subnormal()});
        Vector w(source.size(0, source.one_in(3) ? 40 : 3), size);
        if (source.one_in(3)) {
          for (std::size_t i = 0; i < w.size() && i < 30; ++i)
            w[i] = std::ldexp(1.0, static_cast<int>(i));
        }
        c.arguments = {std::move(w), draw_radix(source)};
        return c;
      },
      [](const Case& c) {
        const Vector& w = vector_at(c, 0);
        return fits(w, c.format) && w.size() <= 40 && is_radix(integer_at(c, 1)) &&
               std::ranges::all_of(w, [](double e) { return e >= 0 && !std::isinf(e); });
      }};
}

Inputs lengths_at_the_ends() {
  return {{{"lengths", Kind::integers}, {"radix", Kind::integer}},
          "lengths up to 1000, at most 5000 of them, radix from 2 to 2^32 - 1",
          [](Source& source, Format format) {
            Case c = start(format);
            const auto length = static_cast<std::uint32_t>(source.one_of({0, 1, 2, 7, 1000}));
            Integers lengths(source.size(0, source.one_in(8) && length < 8 ? 5000 : 3), length);
            c.arguments = {std::move(lengths), draw_radix(source)};
            return c;
          },
          [](const Case& c) {
            const Integers& lengths = integers_at(c, 0);
            return lengths.size() <= 5000 && is_radix(integer_at(c, 1)) &&
                   std::ranges::all_of(lengths, [](auto l) { return l <= 1000; });
          }};
}

Inputs symbols_at_the_ends() {
  return {{{"lengths", Kind::integers}, {"radix", Kind::integer}, {"symbols", Kind::integers}},
          "at most 64 lengths up to 64 of a code, radix from 2 to 2^32 - 1, symbols of the code",
          draw_symbols,
          [](const Case& c) {
            const Integers& lengths = integers_at(c, 0);
            return is_code(lengths, integer_at(c, 1)) && integers_at(c, 2).size() <= 6 &&
                   std::ranges::all_of(integers_at(c, 2),
                                       [&](auto symbol) { return symbol < lengths.size(); });
          }};
}

Inputs digits_at_the_ends() {
  return {{{"lengths", Kind::integers},
           {"radix", Kind::integer},
           {"digits", Kind::integers},
           {"count", Kind::integer}},
          "at most 64 lengths up to 64 of a code, radix from 2 to 2^32 - 1, count up to 6",
          [](Source& source, Format format) {
            Case c = draw_symbols(source, format);
            const Integers symbols = integers_at(c, 2);
            Integers digits =
                reference::encode(integers_at(c, 0), narrow(integer_at(c, 1)), symbols);
            if (source.one_in(3)) digits.push_back(0);
            c.arguments[2] = std::move(digits);
            c.arguments.emplace_back(static_cast<std::int64_t>(symbols.size()));
            return c;
          },
          [](const Case& c) {
            const std::int64_t radix = integer_at(c, 1), count = integer_at(c, 3);
            return is_code(integers_at(c, 0), radix) && 0 <= count && count <= 6 &&
                   std::ranges::all_of(integers_at(c, 2), [=](auto d) { return d < radix; });
          }};
}

Inputs states_at_the_ends() {
  return {{{"states", Kind::integer}, {"radix", Kind::integer}},
          "states from 0 to 2^63 - 1, radix from 2 to 2^32 - 1",
          [](Source& source, Format format) {
            Case c = start(format);
            c.arguments = {source.one_in(4) ? source.integer(0, 2) : near_a_power(source, 0, most),
                           draw_radix(source)};
            return c;
          },
          [](const Case& c) { return integer_at(c, 0) >= 0 && is_radix(integer_at(c, 1)); }};
}

Inputs block_at_the_ends() {
  return {block_parameters(), "alphabet and radix up to 2^32 - 1, n from 0 to 64",
          [](Source& source, Format format) {
            Case c = start(format);
            c.arguments = {draw_alphabet(source),
                           source.one_in(3) ? source.integer(0, 1) : source.integer(0, 64),
                           draw_radix(source)};
            return c;
          },
          [](const Case& c) { return is_block(c, 1, 2); }};
}

Inputs block_symbols_at_the_ends() {
  Inputs inputs{block_parameters(), "alphabet and radix up to 2^32 - 1, at most 64 symbols",
                [draw = block_at_the_ends().generate](Source& source, Format format) {
                  Case c = draw(source, format);
                  const auto n = static_cast<std::size_t>(integer_at(c, 1));
                  c.arguments[1] = draw_letters(source, n, integer_at(c, 0));
                  return c;
                },
                [](const Case& c) {
                  const std::int64_t q = integer_at(c, 0);
                  return is_alphabet(q) && is_radix(integer_at(c, 2)) &&
                         integers_at(c, 1).size() <= 64 &&
                         std::ranges::all_of(integers_at(c, 1), [=](auto s) { return s < q; });
                }};
  inputs.parameters[1] = {"symbols", Kind::integers};
  return inputs;
}

Inputs block_digits_at_the_ends() {
  return {{{"alphabet", Kind::integer},
           {"digits", Kind::integers},
           {"radix", Kind::integer},
           {"n", Kind::integer}},
          "alphabet and radix up to 2^32 - 1, n from 0 to 64, digits below the radix",
          [draw = block_symbols_at_the_ends().generate](Source& source, Format format) {
            Case c = draw(source, format);
            const std::int64_t q = integer_at(c, 0), r = integer_at(c, 2);
            const Integers symbols = integers_at(c, 1);
            Integers digits = reference::block_encode(narrow(q), symbols, narrow(r));
            if (source.one_in(3)) std::ranges::fill(digits, narrow(r - 1));
            if (source.one_in(6)) digits.push_back(0);
            c.arguments = {q, std::move(digits), r, static_cast<std::int64_t>(symbols.size())};
            return c;
          },
          [](const Case& c) {
            const std::int64_t r = integer_at(c, 2);
            return is_block(c, 3, 2) && integers_at(c, 1).size() <= 2200 &&
                   std::ranges::all_of(integers_at(c, 1), [=](auto d) { return d < r; });
          }};
}

Inputs features_and_classes_at_the_ends() {
  return {{{"d", Kind::integer}, {"q", Kind::integer}},
          "d, q >= 0, (d + 1) q < 2^63",
          [](Source& source, Format format) {
            Case c = start(format);
            const std::int64_t d =
                source.one_in(4) ? source.integer(0, 1) : near_a_power(source, 0, most - 1);
            const std::int64_t q =
                source.one_in(4) ? source.integer(0, 1) : near_a_power(source, 0, most);
            c.arguments = {d, std::min(q, most / (d + 1))};
            return c;
          },
          [](const Case& c) {
            const std::int64_t d = integer_at(c, 0), q = integer_at(c, 1);
            return 0 <= d && d < most && 0 <= q && q <= most / (d + 1);
          }};
}

}  // namespace softlaw::properties
