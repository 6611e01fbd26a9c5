// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/block_code.hpp>
#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

TEST(DigitCount, IsTheLeastThatSuffices) {
  EXPECT_EQ(digit_count(0, 2), 0u);
  EXPECT_EQ(digit_count(1, 2), 0u);
  EXPECT_EQ(digit_count(8, 3), 2u);
  EXPECT_EQ(digit_count(125, 5), 3u);
  EXPECT_EQ(digit_count(126, 5), 4u);
  EXPECT_EQ(digit_count(std::uint64_t{1} << 63, 2), 63u);
  EXPECT_EQ(digit_count(UINT64_MAX, 2), 64u);
  EXPECT_EQ(digit_count(UINT64_MAX, UINT32_MAX), 3u);
  EXPECT_THROW(digit_count(8, 1), std::domain_error);
}

/// By intervals: radix^(m-1) < alphabet^n <= radix^m in logarithms.
TEST(BlockLength, LiesBetweenItsPowers) {
  test::Inputs inputs(66);
  for (int run = 0; run < 200; ++run) {
    const auto alphabet = static_cast<std::uint32_t>(1 + inputs.below(1000));
    const auto radix = static_cast<std::uint32_t>(2 + inputs.below(20));
    const std::size_t n = inputs.below(60);
    const Interval size = static_cast<int>(n) * log(Interval(static_cast<int>(alphabet)));
    const Interval digit = log(Interval(static_cast<int>(radix)));
    const auto m = static_cast<int>(block_length(alphabet, n, radix));
    EXPECT_TRUE(possibly_less_equal(size, m * digit));
    EXPECT_TRUE(m == 0 || possibly_less((m - 1) * digit, size));
  }
  EXPECT_EQ(block_length(3, 5, 2), 8u);
  EXPECT_EQ(block_length(8, 1000, 2), 3000u);
  EXPECT_EQ(block_length(2, 1000000, 4), 500000u) << "and soon";
  for (const std::uint32_t radix : {2u, 3u, 10u, 65536u, UINT32_MAX}) {
    for (std::size_t n : {1u, 2u, 33u}) EXPECT_EQ(block_length(radix, n, radix), n);
    EXPECT_EQ(block_length(radix, 0, 2), 0u);
  }
}

std::string complaint(std::uint32_t alphabet, std::uint32_t radix) {
  try {
    block_length(alphabet, 1, radix);
  } catch (const std::domain_error& error) {
    return error.what();
  }
  return "";
}

TEST(BlockLength, RefusalsNameTheArgument) {
  EXPECT_EQ(complaint(0, 2),
            "softlaw::reference::block_length: alphabet must be at least 1, got 0");
  EXPECT_EQ(complaint(3, 1), "softlaw::reference::block_length: radix must be at least 2, got 1");
}

TEST(BlockCode, CountsTheBlocksUp) {
  Integers block(3), code(block_length(3, 3, 2));
  for (int k = 0; k < 27; ++k) {
    EXPECT_EQ(block_encode(3, block, 2), code);
    EXPECT_EQ(block_decode(3, code, 3, 2), block);
    for (std::size_t i = block.size(); i-- > 0 && ++block[i] == 3;) block[i] = 0;
    for (std::size_t i = code.size(); i-- > 0 && ++code[i] == 2;) code[i] = 0;
  }
  EXPECT_EQ(block_decode(3, code, 3, 2), std::nullopt);  // 27 = 3^3
}

TEST(BlockCode, RefusesWhatIsNoCode) {
  EXPECT_EQ(block_decode(3, {1, 0, 0}, 2, 2), std::nullopt);
  EXPECT_EQ(block_decode(3, {0, 0, 2, 0}, 2, 2), std::nullopt);
  EXPECT_THROW(block_encode(3, {3}, 2), std::domain_error);
  EXPECT_EQ(block_decode(1, {}, 4, 2), Integers(4));
  EXPECT_TRUE(block_encode(1, Integers(4), 2).empty());
}

}  // namespace
}  // namespace softlaw::reference
