// SPDX-License-Identifier: Apache-2.0
#include <softlaw/block_code.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

using Digits = std::vector<std::uint32_t>;

TEST(DigitCount, IsTheLeastThatSuffices) {
  EXPECT_EQ(digit_count(0), 0U);
  EXPECT_EQ(digit_count(1), 0U);
  EXPECT_EQ(digit_count(8, 3), 2U);
  EXPECT_EQ(digit_count(8, 2), 3U);
  for (std::uint32_t radix = 2; radix <= 16; ++radix) {
    std::uint64_t words = 1;
    for (std::uint32_t m = 0; words <= UINT64_MAX / radix; ++m, words *= radix) {
      EXPECT_EQ(digit_count(words, radix), m);
      EXPECT_EQ(digit_count(words + 1, radix), m + 1);
      if (m > 0 && words - 1 > words / radix) {
        EXPECT_EQ(digit_count(words - 1, radix), m);
      }
    }
  }
}

TEST(DigitCount, WhereLogarithmsAreWrong) {
  EXPECT_EQ(digit_count(125, 5), 3U);
  EXPECT_EQ(digit_count(std::uint64_t{1} << 29, 2), 29U);
  EXPECT_EQ(digit_count((std::uint64_t{1} << 49) + 1, 2), 50U);
  EXPECT_EQ(digit_count(617673396283948, 3), 32U);
  EXPECT_EQ(digit_count(1000000000000001, 10), 16U);
  EXPECT_EQ(digit_count(UINT64_MAX, 2), 64U);
  EXPECT_EQ(digit_count(UINT64_MAX, UINT32_MAX), 3U);
}

TEST(BlockLength, OfThreeSymbols) {
  const std::size_t expected[] = {0, 2, 4, 5, 7, 8, 10, 12, 13, 15, 16, 18, 20};
  for (std::size_t n = 0; n <= 12; ++n) EXPECT_EQ(block_length(3, n), expected[n]) << n;
  EXPECT_EQ(block_length(3, 306), 485U);  // 306 log2 3 = 484.9985…
  EXPECT_EQ(block_length(3, 5000), 7925U);
  EXPECT_EQ(block_length(2, 5000, 3), 3155U);
  EXPECT_EQ(block_length(10000, 5000, 10), 20000U);
  EXPECT_EQ(block_length(1, 1000), 0U);
  EXPECT_EQ(block_length(7, 1, UINT32_MAX), 1U);
  EXPECT_EQ(block_length(UINT32_MAX, 100, UINT32_MAX), 100U);
  // powers of one number, whose quotient of logarithms is rational
  EXPECT_EQ(block_length(8, 1000000000, 2), 3000000000U);
  EXPECT_EQ(block_length(4, 3, 8), 2U);
  EXPECT_EQ(block_length(125, 7, 25), 11U);
  EXPECT_EQ(block_length(1U << 31, std::size_t{1} << 58), std::size_t{31} << 58);
  // at once, however long: 10^17 log2 3 = 158496250072115618.145…
  EXPECT_EQ(block_length(3, 100000000000000000), 158496250072115619U);
}

TEST(BlockLength, AgreesWithDigitCountWhileBlocksAreSmall) {
  for (std::uint32_t alphabet = 1; alphabet <= 12; ++alphabet) {
    for (std::uint32_t radix = 2; radix <= 12; ++radix) {
      std::uint64_t blocks = 1;
      for (std::size_t n = 0; n <= 17; ++n, blocks *= alphabet) {
        EXPECT_EQ(block_length(alphabet, n, radix), digit_count(blocks, radix));
      }
    }
  }
}

TEST(BlockCode, CountsTheBlocksUp) {
  for (const std::uint32_t radix : {2U, 3U, 5U}) {
    Digits block(4), code(block_length(3, 4, radix));
    for (int k = 0; k < 81; ++k) {
      EXPECT_EQ(block_encode(3, block, radix), code);
      EXPECT_EQ(block_decode(3, code, 4, radix), block);
      for (std::size_t i = 4; i-- > 0 && ++block[i] == 3;) block[i] = 0;
      for (std::size_t i = code.size(); i-- > 0 && ++code[i] == radix;) code[i] = 0;
    }
  }
}

TEST(BlockCode, LongBlocksComeBack) {
  std::uint64_t state = 1;
  for (const auto& [alphabet, n, radix] : {std::tuple{3U, 3000U, 2U},
                                           {2U, 3000U, 3U},
                                           {10000U, 1000U, 2U},
                                           {256U, 999U, 10U},
                                           {UINT32_MAX, 50U, 3U},
                                           {5U, 777U, UINT32_MAX}}) {
    Digits symbols(n);
    for (std::uint32_t& symbol : symbols) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      symbol = static_cast<std::uint32_t>(state >> 32) % alphabet;
    }
    const Digits digits = block_encode(alphabet, symbols, radix);
    EXPECT_EQ(digits.size(), block_length(alphabet, n, radix));
    EXPECT_EQ(block_decode(alphabet, digits, n, radix), symbols);
  }
}

TEST(BlockCode, OfOneSymbolIsEmpty) {
  EXPECT_TRUE(block_encode(1, Digits(5)).empty());
  EXPECT_EQ(block_decode(1, {}, 5), Digits(5));
  EXPECT_TRUE(block_encode(3, {}).empty());
  EXPECT_TRUE(block_decode(3, {}, 0).empty());
}

TEST(BlockCode, RefusesWhatIsNoCode) {
  const auto decoding = [](const Digits& digits) {
    return message<std::invalid_argument>([&] { (void)block_decode(3, digits, 2); });
  };
  // 1001 is 9 = 3², one too many for two symbols of three.
  EXPECT_EQ(decoding({1, 0, 0, 0}), "nothing was thrown");
  EXPECT_EQ(decoding({1, 0, 0, 1}), "softlaw::block_decode: digits are the code of no block");
  EXPECT_EQ(decoding({1, 0, 0}), "softlaw::block_decode: digits must have size 4, got 3");
  EXPECT_EQ(decoding({0, 0, 2, 0}), "softlaw::block_decode: digits[2] must be below 2, got 2");
  EXPECT_EQ(message<std::invalid_argument>([] {
              (void)block_encode(3, Digits{0, 3});
            }),
            "softlaw::block_encode: symbols[1] must be below 3, got 3");
  EXPECT_EQ(message<std::invalid_argument>([] { (void)block_length(0, 3); }),
            "softlaw::block_length: alphabet must be at least 1, got 0");
  EXPECT_EQ(message<std::invalid_argument>([] { (void)block_length(3, SIZE_MAX); }),
            "softlaw::block_length: n must be at most 2^58, got 18446744073709551615");
  EXPECT_EQ(message<std::invalid_argument>([] { (void)digit_count(3, 1); }),
            "softlaw::digit_count: radix must be at least 2, got 1");
}

TEST(Pam3, LevelsAreDigitsLessOne) {
  EXPECT_EQ(pam3_levels(Digits{0, 1, 2, 2}), (std::vector<int>{-1, 0, 1, 1}));
  EXPECT_EQ(pam3_digits(std::vector<int>{-1, 0, 1, 1}), (Digits{0, 1, 2, 2}));
  EXPECT_EQ(message<std::invalid_argument>([] {
              (void)pam3_levels(Digits{0, 3});
            }),
            "softlaw::pam3_levels: digits[1] must be below 3, got 3");
  EXPECT_EQ(message<std::invalid_argument>([] { (void)pam3_digits(std::vector<int>{-2}); }),
            "softlaw::pam3_digits: levels[0] must be -1, 0 or 1, got -2");
}

}  // namespace
}  // namespace softlaw::test
