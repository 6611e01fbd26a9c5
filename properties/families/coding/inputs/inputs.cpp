// SPDX-License-Identifier: Apache-2.0
#include "families/coding/inputs/inputs.hpp"

#include <algorithm>
#include <cmath>
#include <softlaw/reference/coding.hpp>

namespace softlaw::properties {
namespace {

const Parameter radix{"radix", Kind::integer};

bool all_positive(const Case& c) {
  const auto& w = std::get<Vector>(c.arguments.front());
  return std::ranges::all_of(w, [](double e) { return e > 0; });
}

std::int64_t draw_radix(Source& source) {
  return source.one_in(2) ? std::int64_t{2} : source.integer(2, 10);
}

bool is_radix(const Value& value) {
  const auto d = std::get<std::int64_t>(value);
  return 2 <= d && d <= 10;
}

}  // namespace

Inputs positive_weights_and_radix() {
  Inputs inputs = where(weights_and_radix(), "weights > 0", all_positive);
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    for (double& weight : std::get<Vector>(c.arguments.front())) weight = weight > 0 ? weight : 1;
    return c;
  };
  return inputs;
}

Inputs positive_distribution_and_radix() {
  const Inputs p = where(distribution(), "p > 0", all_positive);
  return {{p.parameters.front(), radix},
          p.hypothesis_text + ", 2 <= radix <= 10",
          [draw = p.generate](Source& source, Format format) {
            Case c = draw(source, format);
            std::erase(std::get<Vector>(c.arguments.front()), 0.0);
            c.arguments.emplace_back(draw_radix(source));
            return c;
          },
          [admits = p.hypothesis](const Case& c) { return admits(c) && is_radix(c.arguments[1]); }};
}

Inputs coarse_distribution_and_block() {
  const auto on_grid = [](const Case& c) {
    return std::ranges::all_of(std::get<Vector>(c.arguments.front()),
                               [](double e) { return e * 256 == std::floor(e * 256); });
  };
  const auto short_enough = [](const Case& c) {
    const auto k = std::get<std::int64_t>(c.arguments[1]);
    return k >= 1 && k <= 3 && std::get<Vector>(c.arguments.front()).size() <= 6;
  };
  Inputs inputs =
      where(where(where(distribution(), "p > 0", all_positive), "2^8 p integer", on_grid),
            "n <= 6, 1 <= k <= 3", short_enough);
  inputs.parameters.push_back({"k", Kind::integer});
  inputs.generate = [](Source& source, Format format) {
    Case c;
    c.format = format;
    c.input_class = "coarse";
    std::vector<std::int64_t> cuts{0, 256};
    for (std::size_t i = source.size(0, 4); i > 0; --i) cuts.push_back(source.integer(1, 255));
    std::ranges::sort(cuts);
    Vector p;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const auto part = static_cast<double>(cuts[i + 1] - cuts[i]);
      if (part > 0) p.push_back(part / 256);
    }
    c.arguments = {std::move(p), source.integer(1, 3)};
    return c;
  };
  return inputs;
}

Inputs complete_binary_lengths() {
  return {{{"lengths", Kind::integers}},
          "lengths of a complete binary code, at most 40",
          [](Source& source, Format format) {
            Case c;
            c.format = format;
            c.input_class = "complete code";
            Integers lengths{1, 1};
            for (std::size_t splits = source.size(0, 20); splits > 0; --splits) {
              const std::size_t leaf =
                  source.one_in(2) ? lengths.size() - 1 : source.size(0, lengths.size() - 1);
              lengths.push_back(++lengths[leaf]);
            }
            c.arguments = {std::move(lengths)};
            return c;
          },
          [](const Case& c) {
            const auto& lengths = std::get<Integers>(c.arguments.front());
            if (lengths.size() < 2 || std::ranges::max(lengths) > 40) return false;
            const auto sum = reference::kraft_sum(lengths, 2);
            return sum.whole == 1 && std::ranges::count(sum.fraction, 0u) ==
                                         static_cast<std::ptrdiff_t>(sum.fraction.size());
          }};
}

Inputs any_lengths_and_radix() {
  return {{{"lengths", Kind::integers}, radix},
          "lengths from 0 to 200, 2 <= radix <= 10",
          [](Source& source, Format format) {
            Case c;
            c.format = format;
            c.input_class = source.one_in(3) ? "long words" : "short words";
            const std::int64_t longest = c.input_class == "long words" ? 200 : 8;
            Integers lengths(source.size(0, 40));
            for (auto& length : lengths) {
              length = static_cast<std::uint32_t>(source.integer(0, longest));
            }
            c.arguments = {std::move(lengths), draw_radix(source)};
            return c;
          },
          [](const Case& c) {
            const auto& lengths = std::get<Integers>(c.arguments.front());
            return is_radix(c.arguments[1]) &&
                   std::ranges::all_of(lengths, [](auto length) { return length <= 200; });
          }};
}

Inputs lengths_radix_and_symbols() {
  const Inputs code = lengths_and_radix();
  Inputs inputs = code;
  inputs.parameters.push_back({"symbols", Kind::integers});
  inputs.hypothesis_text += ", one symbol or more";
  inputs.generate = [draw = code.generate](Source& source, Format format) {
    Case c = draw(source, format);
    const std::size_t n = std::get<Integers>(c.arguments.front()).size();
    Integers symbols(source.size(1, 12));
    for (auto& symbol : symbols) symbol = static_cast<std::uint32_t>(source.size(0, n - 1));
    c.arguments.emplace_back(std::move(symbols));
    return c;
  };
  inputs.hypothesis = [admits = code.hypothesis](const Case& c) {
    const std::size_t n = std::get<Integers>(c.arguments[0]).size();
    const auto& symbols = std::get<Integers>(c.arguments[2]);
    return admits(c) && !symbols.empty() &&
           std::ranges::all_of(symbols, [n](auto symbol) { return symbol < n; });
  };
  return inputs;
}

Inputs lengths_radix_and_digits() {
  const Inputs symbols = lengths_radix_and_symbols(), code = lengths_and_radix();
  Inputs inputs = code;
  inputs.parameters.push_back({"digits", Kind::integers});
  inputs.parameters.push_back({"count", Kind::integer});
  inputs.hypothesis_text += ", digits below the radix, 1 <= count <= 12";
  inputs.generate = [draw = symbols.generate](Source& source, Format format) {
    Case c = draw(source, format);
    const auto r = std::get<std::int64_t>(c.arguments[1]);
    const Integers words = std::get<Integers>(c.arguments[2]);
    Integers digits =
        reference::encode(std::get<Integers>(c.arguments[0]), static_cast<std::uint32_t>(r), words);
    const bool damaged = source.one_in(2);
    if (damaged) {
      c.input_class += ", damaged";
      switch (source.integer(0, 2)) {
        case 0:
          digits.push_back(static_cast<std::uint32_t>(source.integer(0, r - 1)));
          break;
        case 1:
          digits.pop_back();
          break;
        default:
          digits[source.size(0, digits.size() - 1)] =
              static_cast<std::uint32_t>(source.integer(0, r - 1));
      }
    }
    c.arguments[2] = std::move(digits);
    c.arguments.emplace_back(static_cast<std::int64_t>(words.size()));
    return c;
  };
  inputs.hypothesis = [admits = code.hypothesis](const Case& c) {
    const auto r = std::get<std::int64_t>(c.arguments[1]);
    const auto count = std::get<std::int64_t>(c.arguments[3]);
    return admits(c) && 1 <= count && count <= 12 &&
           std::ranges::all_of(std::get<Integers>(c.arguments[2]),
                               [=](auto digit) { return digit < r; });
  };
  return inputs;
}

Inputs one_integer(const char* name, std::int64_t low, std::int64_t high) {
  return {{{name, Kind::integer}},
          std::to_string(low) + " <= " + name + " <= " + std::to_string(high),
          [=](Source& source, Format format) {
            Case c;
            c.format = format;
            c.input_class = "integers";
            c.arguments = {source.integer(low, high)};
            return c;
          },
          [=](const Case& c) {
            const auto value = std::get<std::int64_t>(c.arguments.front());
            return low <= value && value <= high;
          }};
}

}  // namespace softlaw::properties
