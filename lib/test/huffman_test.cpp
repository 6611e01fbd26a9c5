// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <softlaw/coding.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

using Lengths = std::vector<std::uint32_t>;
using Weights = std::vector<double>;

/// Small whole weights, so that costs are exact in binary64.
double cost(const Weights& weights, const Lengths& lengths) {
  return std::inner_product(weights.begin(), weights.end(), lengths.begin(), 0.0);
}

struct Best {
  double cost = infinity<double>;
  std::uint32_t longest = 0;
};

/// Tries every vector of lengths up to the number of symbols.
void search(const Weights& weights, std::uint32_t radix, Lengths& lengths, Best& best) {
  if (lengths.size() < weights.size()) {
    for (std::uint32_t length = 1; length < weights.size(); ++length) {
      lengths.push_back(length);
      if (kraft_sum(lengths, radix) <= 1) search(weights, radix, lengths, best);
      lengths.pop_back();
    }
    return;
  }
  const Best found{cost(weights, lengths), *std::ranges::max_element(lengths)};
  const bool better =
      found.cost < best.cost || (found.cost == best.cost && found.longest < best.longest);
  if (better) best = found;
}

TEST(Huffman, OfNoneAndOne) {
  EXPECT_TRUE(huffman_lengths(Weights{}).empty());
  EXPECT_EQ(huffman_lengths(Weights{0.25}), Lengths{0});
  EXPECT_EQ(huffman_lengths(Weights{0}), Lengths{0});
  EXPECT_EQ(huffman_lengths(Weights{0, 0}), (Lengths{1, 1}));
}

TEST(Huffman, IsOptimalAndShallowAmongAllSmallCodes) {
  constexpr std::size_t symbols = 5;
  for (const std::uint32_t radix : {2U, 3U, 4U}) {
    Weights weights(symbols);
    // Every non-decreasing vector of the weights 0 to 4: zeros, ties and chains.
    const auto visit = [&](const auto& self, std::size_t i, double least) -> void {
      if (i < symbols) {
        for (double w = least; w <= 4; ++w) {
          weights[i] = w;
          self(self, i + 1, w);
        }
        return;
      }
      const Lengths lengths = huffman_lengths(weights, radix);
      Lengths tried;
      Best best;
      search(weights, radix, tried, best);
      ASSERT_TRUE(kraft_sum(lengths, radix) <= 1);
      ASSERT_EQ(cost(weights, lengths), best.cost) << ::testing::PrintToString(weights) << radix;
      ASSERT_EQ(*std::ranges::max_element(lengths), best.longest)
          << ::testing::PrintToString(weights) << radix;
    };
    visit(visit, 0, 0);
  }
}

TEST(Huffman, TiesGiveTheShallowCode) {
  EXPECT_EQ(huffman_lengths(Weights{2, 2, 1, 1, 1}), (Lengths{2, 2, 3, 3, 2}));
  EXPECT_EQ(huffman_lengths(Weights{1, 1, 1, 1}), (Lengths{2, 2, 2, 2}));
}

TEST(Huffman, FibonacciWeightsMakeAChain) {
  Weights weights{1, 1};
  while (weights.size() < 78) weights.push_back(weights.back() + weights[weights.size() - 2]);
  // Doubles hold Fibonacci numbers below 2^53. A chain puts weight i at depth n - i.
  const Lengths lengths = huffman_lengths(weights);
  EXPECT_EQ(lengths.back(), 1U);
  EXPECT_EQ(lengths.front(), 77U);
  EXPECT_EQ(kraft_sum(lengths), 1);
}

/// One weight in every binade: a chain as deep as floats allow.
TEST(Huffman, PowersOfTwoMakeTheDeepestChain) {
  Weights weights;
  for (int k = -1074; k < 1024; ++k) weights.push_back(std::scalbn(1.0, k));
  const Lengths lengths = huffman_lengths(weights);
  EXPECT_EQ(lengths.front(), 2097U);
  EXPECT_EQ(lengths.back(), 1U);
  const PrefixCode code(lengths);
  const std::vector<std::size_t> symbols{0, 2097, 1, 1000};
  EXPECT_EQ(code.decode(code.encode(symbols), symbols.size()), symbols);
}

/// The mean lengths for n ternary digits: 5/3, 29/9, 130/27, …
TEST(Huffman, BlocksOfThreeEqualOutcomes) {
  const double costs[] = {5, 29, 130, 520, 1931, 6995, 24335};
  std::size_t blocks = 1;
  for (const double expected : costs) {
    const Weights ones(blocks *= 3, 1.0);
    EXPECT_EQ(cost(ones, huffman_lengths(ones)), expected) << blocks;
  }
}

TEST(Huffman, CodesOfLargeAlphabetsComeBack) {
  Weights weights(10000);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<double>(i % 100);
  const PrefixCode code(huffman_lengths(weights));
  std::vector<std::size_t> symbols(weights.size());
  std::iota(symbols.begin(), symbols.end(), std::size_t{0});
  EXPECT_EQ(code.decode(code.encode(symbols), symbols.size()), symbols);
}

TEST(Huffman, AddsWeightsExactly) {
  // The two light ones weigh a little less than 1 + 2^-52 together, so one of the others joins them.
  // Their rounded sum would tie with the others, and these would be merged first.
  const double light = 0x1p-53 + 0x1p-105;
  const double heavy = 1 + 0x1p-52;
  EXPECT_EQ(huffman_lengths(Weights{1, light, heavy, heavy}), (Lengths{3, 3, 2, 1}));
  // 2000 binades lie between the weights: 1 + crumb is heavier than 1.
  const double crumb = std::numeric_limits<double>::denorm_min();
  EXPECT_EQ(huffman_lengths(Weights{2, crumb, 1, 1, 2}), (Lengths{2, 3, 3, 2, 2}));
  // The sum of the largest numbers does not overflow.
  const double huge = std::numeric_limits<double>::max();
  EXPECT_EQ(huffman_lengths(Weights{huge, huge, huge, crumb, huge / 2}), (Lengths{2, 2, 2, 3, 3}));
}

TEST(Huffman, ManySymbolsAndLetters) {
  Weights weights(10000);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = 1 / static_cast<double>(i + 1);
  for (const std::uint32_t radix : {2U, 3U, 5U, 10U}) {
    const Lengths lengths = huffman_lengths(weights, radix);
    EXPECT_TRUE(std::ranges::is_sorted(lengths));
    EXPECT_TRUE(kraft_sum(lengths, radix) <= 1);
    // The cost lies between the entropy and one letter more.
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    double entropy = 0;
    for (const double w : weights) entropy -= w / total * std::log(w / total) / std::log(radix);
    const double mean = cost(weights, lengths) / total;
    EXPECT_GE(mean, entropy - 1e-9);
    EXPECT_LT(mean, entropy + 1);
  }
  EXPECT_EQ(huffman_lengths(weights, 20000), Lengths(weights.size(), 1));
  EXPECT_EQ(huffman_lengths(weights, 4294967295U), Lengths(weights.size(), 1));
}

TEST(Huffman, FloatsAreTakenExactly) {
  const std::vector<float> weights{0.1F, 0.2F, 0.3F, 0.4F};
  EXPECT_EQ(huffman_lengths(weights), huffman_lengths(Weights(weights.begin(), weights.end())));
}

TEST(Huffman, RefusesBadArguments) {
  EXPECT_EQ(message<std::domain_error>([] {
              (void)huffman_lengths(Weights{1, -2});
            }),
            "softlaw::huffman_lengths: weights[1] must be finite and not negative, got -2");
  EXPECT_EQ(message<std::domain_error>([] { (void)huffman_lengths(Weights{nan<double>}); }),
            "softlaw::huffman_lengths: weights[0] must be finite and not negative, got nan");
  EXPECT_EQ(message<std::domain_error>([] {
              (void)huffman_lengths(std::vector<float>{1, 2, infinity<float>});
            }),
            "softlaw::huffman_lengths: weights[2] must be finite and not negative, got inf");
  EXPECT_EQ(message<std::invalid_argument>([] {
              (void)huffman_lengths(Weights{1, 2}, 1);
            }),
            "softlaw::huffman_lengths: radix must be at least 2, got 1");
}

}  // namespace
}  // namespace softlaw::test
