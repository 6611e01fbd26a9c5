// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/coding.hpp>
#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

bool feasible(const Integers& lengths, std::uint32_t radix) {
  Interval sum;
  for (const std::uint32_t length : lengths) {
    sum += pow(Interval(static_cast<int>(radix)), -static_cast<int>(length));
  }
  return possibly_less_equal(sum, 1);  // thirds are enclosed within 2^-250
}

double cost(const std::vector<double>& weights, const Integers& lengths) {
  double sum = 0;  // of small integers
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * lengths[i];
  return sum;
}

/// The least cost of all lengths from 1 to the number of symbols, tried one by one.
double least_cost(const std::vector<double>& weights, std::uint32_t radix) {
  const auto longest = static_cast<std::uint32_t>(weights.size());
  Integers lengths(weights.size(), 1);
  double best = std::numeric_limits<double>::infinity();
  for (;;) {
    if (feasible(lengths, radix)) best = std::fmin(best, cost(weights, lengths));
    std::size_t i = 0;
    while (i < lengths.size() && lengths[i] == longest) lengths[i++] = 1;
    if (i == lengths.size()) return best;
    ++lengths[i];
  }
}

TEST(Huffman, CostsNoMoreThanAnyOtherCode) {
  test::Inputs inputs(41);
  for (int run = 0; run < 60; ++run) {
    std::vector<double> weights(2 + inputs.below(4));
    for (double& weight : weights) weight = static_cast<double>(inputs.below(20));
    for (const std::uint32_t radix : {2u, 3u}) {
      const Integers lengths = huffman_lengths(weights, radix);
      EXPECT_TRUE(feasible(lengths, radix));
      EXPECT_EQ(cost(weights, lengths), least_cost(weights, radix));
    }
  }
}

TEST(Huffman, ALargeRadixCostsNothing) {
  EXPECT_EQ(huffman_lengths({1, 1, 2, 3}, UINT32_MAX), (Integers{1, 1, 1, 1}));
  EXPECT_EQ(huffman_lengths({0, 0, 0, 1, 1}, 3), (Integers{2, 2, 2, 1, 1}));
  EXPECT_EQ(huffman_lengths({1, 1, 2, 3}, 3), (Integers{2, 2, 1, 1}));
}

TEST(Huffman, AddsWeightsExactly) {
  // In binary64 3 + 0x1p53 would round to 0x1p53 + 4 and tie with the others, which would then be
  // joined first, at a cost of 1 more.
  EXPECT_EQ(huffman_lengths({3, 0x1p53, 0x1p53 + 4, 0x1p53 + 4}, 2), (Integers{3, 3, 2, 1}));
  EXPECT_EQ(huffman_lengths({5}, 2), (Integers{0}));
  EXPECT_TRUE(huffman_lengths({}, 2).empty());
  EXPECT_THROW(huffman_lengths({1, -1}, 2), std::domain_error);
  EXPECT_THROW(huffman_lengths({1, 1}, 1), std::domain_error);
}

TEST(KraftSum, IsExactInEveryRadix) {
  const KraftSum complete = kraft_sum({1, 2, 3, 3}, 2);
  EXPECT_EQ(complete.whole, 1u);
  EXPECT_EQ(complete.fraction, (Integers{0, 0, 0}));
  const KraftSum ternary = kraft_sum({1, 2, 2}, 3);
  EXPECT_EQ(ternary.whole, 0u);
  EXPECT_EQ(ternary.fraction, (Integers{1, 2}));
  EXPECT_EQ(kraft_sum({0, 0, 1}, 2).whole, 2u);
}

TEST(PrefixCode, DecodesWhatItEncodes) {
  test::Inputs inputs(42);
  for (int run = 0; run < 100; ++run) {
    std::vector<double> weights(2 + inputs.below(8));
    for (double& weight : weights) weight = inputs.uniform(0, 1);
    const std::uint32_t radix = 2 + static_cast<std::uint32_t>(inputs.below(3));
    const Integers lengths = huffman_lengths(weights, radix);
    Integers symbols(20);
    for (std::uint32_t& symbol : symbols) {
      symbol = static_cast<std::uint32_t>(inputs.below(weights.size()));
    }
    const Integers digits = encode(lengths, radix, symbols);
    EXPECT_EQ(decode(lengths, radix, digits, 20), symbols);
    EXPECT_EQ(decode(lengths, radix, digits, 19), std::nullopt);
    EXPECT_EQ(decode(lengths, radix, digits, 21), std::nullopt);
  }
}

TEST(PrefixCode, IsCanonical) {
  EXPECT_EQ(canonical_words({2, 1, 3, 3}, 2),
            (std::vector<Integers>{{1, 0}, {0}, {1, 1, 0}, {1, 1, 1}}));
  EXPECT_EQ(canonical_words({1, 2}, 3), (std::vector<Integers>{{0}, {1, 0}}));
  EXPECT_THROW(canonical_words({1, 1, 1}, 2), std::domain_error);
}

}  // namespace
}  // namespace softlaw::reference
