// SPDX-License-Identifier: Apache-2.0
// Faults of entropy and of codes.
#include <cmath>
#include <numeric>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
Real entropy_in_bits(const Real* p, std::size_t n) {
  return ours<Real>().entropy(p, n) / std::log(Real(2));
}
const Fault& entropy_in_bits_fault =
    fault("entropy-in-bits", "entropy is in bits, where nats are promised",
          [](auto& table) { table.entropy = entropy_in_bits; });

template <class Real>
Real entropy_drops_small(const Real* p, std::size_t n) {
  std::vector<Real> kept(p, p + n);
  std::replace_if(
      kept.begin(), kept.end(), [](Real e) { return e < Real(1e-3); }, Real(0));
  return ours<Real>().entropy(kept.data(), n);
}
const Fault& entropy_drops_small_fault =
    fault("entropy-drops-small", "entropy takes every probability below a thousandth for 0",
          [](auto& table) { table.entropy = entropy_drops_small; });

/// A merge takes `radix` trees while there are so many, and the last one takes the rest.
template <class Real>
void huffman_last_merge_short(const Real* weights, std::size_t n, std::uint32_t radix,
                              std::uint32_t* lengths) {
  std::fill(lengths, lengths + n, 0u);
  std::vector<std::pair<double, std::vector<std::size_t>>> trees;
  for (std::size_t i = 0; i < n; ++i) trees.push_back({static_cast<double>(weights[i]), {i}});
  while (trees.size() > 1) {
    std::ranges::stable_sort(trees, {}, [](const auto& tree) { return tree.first; });
    const auto width = static_cast<std::ptrdiff_t>(std::min<std::size_t>(radix, trees.size()));
    std::pair<double, std::vector<std::size_t>> joined{0, {}};
    for (auto tree = trees.begin(); tree != trees.begin() + width; ++tree) {
      joined.first += tree->first;
      joined.second.insert(joined.second.end(), tree->second.begin(), tree->second.end());
    }
    for (std::size_t symbol : joined.second) ++lengths[symbol];
    trees.erase(trees.begin(), trees.begin() + width);
    trees.push_back(std::move(joined));
  }
}
const Fault& huffman_last_merge_short_fault =
    fault("huffman-last-merge-short",
          "Huffman's last merge takes fewer than radix trees, where the first one should",
          [](auto& table) { table.huffman_lengths = huffman_last_merge_short; });

template <class Real>
void shannon_lengths(const Real* weights, std::size_t n, std::uint32_t radix,
                     std::uint32_t* lengths) {
  const double total = std::accumulate(weights, weights + n, 0.0);
  for (std::size_t i = 0; i < n; ++i) {
    const double share = std::max(static_cast<double>(weights[i]) / total, 1e-12);
    lengths[i] = static_cast<std::uint32_t>(std::ceil(-std::log(share) / std::log(radix)));
  }
}
const Fault& shannon_lengths_fault =
    fault("shannon-lengths", "huffman_lengths rounds -log p up, which is a code but not the best",
          [](auto& table) { table.huffman_lengths = shannon_lengths; });

template <class Real>
void fixed_length(const Real*, std::size_t n, std::uint32_t radix, std::uint32_t* lengths) {
  std::uint32_t length = 0;
  for (std::size_t words = 1; words < n; words *= radix) ++length;
  std::fill(lengths, lengths + n, length);
}
const Fault& fixed_length_fault =
    fault("fixed-length", "huffman_lengths gives all words the same length",
          [](auto& table) { table.huffman_lengths = fixed_length; });

std::uint64_t kraft_sum_rounded(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                std::uint32_t* fraction) {
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::pow(double(radix), -double(lengths[i]));
  double rest = sum - std::floor(sum);
  const std::uint32_t longest = n == 0 ? 0 : *std::max_element(lengths, lengths + n);
  for (std::uint32_t place = 0; place < longest; ++place) {
    rest *= radix;
    fraction[place] = static_cast<std::uint32_t>(rest);
    rest -= std::floor(rest);
  }
  return static_cast<std::uint64_t>(sum);
}
const Fault& kraft_sum_rounded_fault = fault_of_codes(
    "kraft-sum-rounded", "the Kraft sum is taken in binary64, which rounds powers of 3 or of 10",
    [](softlaw_coding& table) { table.kraft_sum = kraft_sum_rounded; });

std::size_t words_unsorted(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                           const std::uint32_t* symbols, std::size_t count, std::uint32_t* digits) {
  std::vector<std::vector<std::uint32_t>> words;
  std::vector<std::uint32_t> word;
  for (std::size_t i = 0; i < n; ++i) {
    if (i > 0) {
      std::size_t place = word.size();
      while (place > 0 && word[place - 1] + 1 == radix) word[--place] = 0;
      if (place > 0) ++word[place - 1];
    }
    word.resize(lengths[i], 0);
    words.push_back(word);
  }
  std::uint32_t* end = digits;
  for (std::size_t k = 0; k < count; ++k) {
    end = std::copy(words[symbols[k]].begin(), words[symbols[k]].end(), end);
  }
  return static_cast<std::size_t>(end - digits);
}
const Fault& words_unsorted_fault = fault_of_codes(
    "words-unsorted", "the code words are counted up in the order of symbols, not of lengths",
    [](softlaw_coding& table) { table.prefix_encode = words_unsorted; });

std::size_t decode_lenient(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                           const std::uint32_t* digits, std::size_t digit_count,
                           std::uint32_t* symbols, std::size_t count) {
  for (std::size_t used = digit_count + 1; used > 0; --used) {
    const std::size_t read =
        our_tables().coding.prefix_decode(lengths, n, radix, digits, used - 1, symbols, count);
    if (read != SIZE_MAX) return digit_count;
  }
  return SIZE_MAX;
}
const Fault& decode_lenient_fault = fault_of_codes(
    "decode-lenient", "prefix_decode stops after its symbols and ignores further digits",
    [](softlaw_coding& table) { table.prefix_decode = decode_lenient; });

template <class Real>
void huffman_one_digit_at_least(const Real* weights, std::size_t n, std::uint32_t radix,
                                std::uint32_t* lengths) {
  ours<Real>().huffman_lengths(weights, n, radix, lengths);
  if (n == 1) lengths[0] = 1;
}
const Fault& huffman_one_digit_at_least_fault =
    fault("huffman-one-digit-at-least", "a symbol that is alone gets a word of one digit",
          [](auto& table) { table.huffman_lengths = huffman_one_digit_at_least; });

std::size_t empty_word_refused(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                               const std::uint32_t* symbols, std::size_t count,
                               std::uint32_t* digits) {
  const std::size_t written =
      our_tables().coding.prefix_encode(lengths, n, radix, symbols, count, digits);
  return n == 1 && lengths[0] == 0 && count > 0 ? SIZE_MAX : written;
}
const Fault& empty_word_refused_fault =
    fault_of_codes("empty-word-refused", "prefix_encode takes a word of 0 digits for an error",
                   [](softlaw_coding& table) { table.prefix_encode = empty_word_refused; });

std::size_t decode_needs_digits(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                const std::uint32_t* digits, std::size_t digit_count,
                                std::uint32_t* symbols, std::size_t count) {
  if (digit_count == 0) return SIZE_MAX;
  return our_tables().coding.prefix_decode(lengths, n, radix, digits, digit_count, symbols, count);
}
const Fault& decode_needs_digits_fault =
    fault_of_codes("decode-needs-digits", "prefix_decode takes no digits for an error",
                   [](softlaw_coding& table) { table.prefix_decode = decode_needs_digits; });

}  // namespace
}  // namespace softlaw::properties
