// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>
#include <softlaw/reference/coding.hpp>
#include <softlaw/reference/interval.hpp>
#include <stdexcept>
#include <string>

namespace softlaw::reference {
namespace {

/// A tree of symbols: its exact weight, how high it is, and which symbols hang below.
struct Tree {
  Interval weight;
  std::uint32_t height;
  std::vector<std::size_t> symbols;
};

bool lighter(const Tree& a, const Tree& b) {
  if (certainly_less(a.weight, b.weight)) return true;
  if (certainly_less(b.weight, a.weight)) return false;
  return a.height < b.height;
}

void check_radix(const char* function, std::uint32_t radix) {
  if (radix >= 2) return;
  throw std::domain_error("softlaw::reference::" + std::string(function) +
                          ": radix must be at least 2, got " + std::to_string(radix));
}

void check_weights(const std::vector<double>& weights) {
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] >= 0 && !std::isinf(weights[i])) continue;
    throw std::domain_error("softlaw::reference::huffman_lengths: weights[" + std::to_string(i) +
                            "] must be finite and not negative, got " + std::to_string(weights[i]));
  }
}

}  // namespace

Integers huffman_lengths(const std::vector<double>& weights, std::uint32_t radix) {
  check_radix("huffman_lengths", radix);
  check_weights(weights);
  Integers lengths(weights.size(), 0);
  std::vector<Tree> forest;
  for (std::size_t i = 0; i < weights.size(); ++i) forest.push_back({weights[i], 0, {i}});
  std::ranges::stable_sort(forest, lighter);
  // A full tree with inner nodes of `radix` children has 1 more than a multiple of radix - 1
  // leaves.  Missing leaves have weight 0, and so are joined first.
  const std::size_t surplus = forest.empty() ? 0 : (forest.size() - 1) % (radix - 1);
  std::ptrdiff_t width = surplus == 0 ? radix : static_cast<std::ptrdiff_t>(surplus + 1);
  for (; forest.size() > 1; width = radix) {
    Tree joined{Interval(0), 0, {}};
    for (std::size_t k = 0; k < static_cast<std::size_t>(width); ++k) {
      joined.weight = exact_sum(joined.weight, forest[k].weight);
      joined.height = std::max(joined.height, forest[k].height + 1);
      for (std::size_t symbol : forest[k].symbols) {
        ++lengths[symbol];
        joined.symbols.push_back(symbol);
      }
    }
    forest.erase(forest.begin(), forest.begin() + width);
    forest.insert(std::ranges::upper_bound(forest, joined, lighter), joined);
  }
  return lengths;
}

KraftSum kraft_sum(const Integers& lengths, std::uint32_t radix) {
  check_radix("kraft_sum", radix);
  const std::uint32_t longest = lengths.empty() ? 0 : std::ranges::max(lengths);
  std::vector<std::uint64_t> count(longest + 1, 0);
  for (auto length : lengths) ++count[length];
  KraftSum sum{0, Integers(longest)};
  std::uint64_t carry = 0;
  for (std::uint32_t place = longest; place > 0; --place) {
    const std::uint64_t digit = count[place] + carry;
    sum.fraction[place - 1] = static_cast<std::uint32_t>(digit % radix);
    carry = digit / radix;
  }
  sum.whole = count[0] + carry;
  return sum;
}

std::vector<Integers> canonical_words(const Integers& lengths, std::uint32_t radix) {
  const KraftSum sum = kraft_sum(lengths, radix);
  const bool fraction = std::ranges::any_of(sum.fraction, [](auto digit) { return digit != 0; });
  if (sum.whole > 1 || (sum.whole == 1 && fraction)) {
    throw std::domain_error(
        "softlaw::reference::canonical_words: the Kraft sum of lengths must be at most 1, got " +
        std::to_string(sum.whole) + (fraction ? " and a fraction" : ""));
  }
  std::vector<std::size_t> order(lengths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t symbol) { return lengths[symbol]; });

  std::vector<Integers> words(lengths.size());
  Integers word;
  bool first = true;
  for (std::size_t symbol : order) {
    if (!first) {
      std::size_t place = word.size();
      while (place > 0 && word[place - 1] == radix - 1) word[--place] = 0;
      if (place > 0) ++word[place - 1];
    }
    first = false;
    word.resize(lengths[symbol], 0);
    words[symbol] = word;
  }
  return words;
}

Integers encode(const Integers& lengths, std::uint32_t radix, const Integers& symbols) {
  const auto words = canonical_words(lengths, radix);
  Integers digits;
  for (auto symbol : symbols) {
    if (symbol >= words.size()) {
      throw std::out_of_range("softlaw::reference::encode: symbols must be below " +
                              std::to_string(words.size()) + ", got " + std::to_string(symbol));
    }
    digits.insert(digits.end(), words[symbol].begin(), words[symbol].end());
  }
  return digits;
}

std::optional<Integers> decode(const Integers& lengths, std::uint32_t radix, const Integers& digits,
                               std::size_t count) {
  const auto words = canonical_words(lengths, radix);
  Integers symbols;
  auto rest = digits.begin();
  while (symbols.size() < count) {
    const auto word = std::ranges::find_if(words, [&](const Integers& w) {
      return w.size() <= static_cast<std::size_t>(digits.end() - rest) &&
             std::equal(w.begin(), w.end(), rest);
    });
    if (word == words.end()) return std::nullopt;
    symbols.push_back(static_cast<std::uint32_t>(word - words.begin()));
    rest += static_cast<std::ptrdiff_t>(word->size());
  }
  if (rest != digits.end()) return std::nullopt;
  return symbols;
}

}  // namespace softlaw::reference
