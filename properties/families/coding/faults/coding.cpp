// SPDX-License-Identifier: Apache-2.0
// Faults of entropy and of codes.
#include <cmath>
#include <numeric>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
struct EntropyInBits : Ours<Real> {
  static Real entropy(const Real* p, std::size_t n) {
    return Ours<Real>::entropy(p, n) / std::log(Real(2));
  }
};
const Fault& entropy_in_bits =
    fault<EntropyInBits>("entropy-in-bits", "entropy is in bits, where nats are promised");

template <class Real>
struct EntropyDropsSmall : Ours<Real> {
  static Real entropy(const Real* p, std::size_t n) {
    std::vector<Real> kept(p, p + n);
    std::replace_if(
        kept.begin(), kept.end(), [](Real e) { return e < Real(1e-3); }, Real(0));
    return Ours<Real>::entropy(kept.data(), n);
  }
};
const Fault& entropy_drops_small = fault<EntropyDropsSmall>(
    "entropy-drops-small", "entropy takes every probability below a thousandth for 0");

/// A merge takes `radix` trees while there are so many, and the last one what is left.
template <class Real>
struct HuffmanLastMergeShort : Ours<Real> {
  static void huffman_lengths(const Real* weights, std::size_t n, std::uint32_t radix,
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
};
const Fault& huffman_last_merge_short = fault<HuffmanLastMergeShort>(
    "huffman-last-merge-short",
    "Huffman's last merge takes fewer than radix trees, where the first one should");

template <class Real>
struct ShannonLengths : Ours<Real> {
  static void huffman_lengths(const Real* weights, std::size_t n, std::uint32_t radix,
                              std::uint32_t* lengths) {
    const double total = std::accumulate(weights, weights + n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
      const double share = std::max(static_cast<double>(weights[i]) / total, 1e-12);
      lengths[i] = static_cast<std::uint32_t>(std::ceil(-std::log(share) / std::log(radix)));
    }
  }
};
const Fault& shannon_lengths = fault<ShannonLengths>(
    "shannon-lengths", "huffman_lengths rounds -log p up, which is a code but not the best");

template <class Real>
struct FixedLength : Ours<Real> {
  static void huffman_lengths(const Real*, std::size_t n, std::uint32_t radix,
                              std::uint32_t* lengths) {
    std::uint32_t length = 0;
    for (std::size_t words = 1; words < n; words *= radix) ++length;
    std::fill(lengths, lengths + n, length);
  }
};
const Fault& fixed_length =
    fault<FixedLength>("fixed-length", "huffman_lengths gives all words the same length");

struct KraftSumRounded : OurCoding {
  static std::uint64_t kraft_sum(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
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
};
const Fault& kraft_sum_rounded = fault<Ours, KraftSumRounded>(
    "kraft-sum-rounded", "the Kraft sum is taken in binary64, which rounds powers of 3 or of 10");

struct WordsUnsorted : OurCoding {
  static std::size_t prefix_encode(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                   const std::uint32_t* symbols, std::size_t count,
                                   std::uint32_t* digits) {
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
};
const Fault& words_unsorted = fault<Ours, WordsUnsorted>(
    "words-unsorted", "the code words are counted up in the order of symbols, not of lengths");

struct DecodeLenient : OurCoding {
  static std::size_t prefix_decode(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                   const std::uint32_t* digits, std::size_t digit_count,
                                   std::uint32_t* symbols, std::size_t count) {
    for (std::size_t used = digit_count + 1; used > 0; --used) {
      const std::size_t read =
          OurCoding::prefix_decode(lengths, n, radix, digits, used - 1, symbols, count);
      if (read != SIZE_MAX) return digit_count;
    }
    return SIZE_MAX;
  }
};
const Fault& decode_lenient = fault<Ours, DecodeLenient>(
    "decode-lenient", "prefix_decode stops after its symbols and ignores what follows");

}  // namespace
}  // namespace softlaw::properties
