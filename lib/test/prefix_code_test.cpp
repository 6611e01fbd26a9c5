// SPDX-License-Identifier: Apache-2.0
#include <softlaw/coding.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

using Lengths = std::vector<std::uint32_t>;
using Digits = PrefixCode::Digits;
using Symbols = std::vector<std::size_t>;

TEST(PrefixCode, WordsAreCanonical) {
  const PrefixCode code(Lengths{2, 1, 3, 3});
  EXPECT_EQ(code.word(1), (Digits{0}));
  EXPECT_EQ(code.word(0), (Digits{1, 0}));
  EXPECT_EQ(code.word(2), (Digits{1, 1, 0}));
  EXPECT_EQ(code.word(3), (Digits{1, 1, 1}));
  EXPECT_EQ(code.size(), 4U);
  EXPECT_EQ(code.radix(), 2U);
}

TEST(PrefixCode, WordsOfAnIncompleteTernaryCode) {
  const PrefixCode code(Lengths{1, 2, 2, 4}, 3);
  EXPECT_EQ(code.word(0), (Digits{0}));
  EXPECT_EQ(code.word(1), (Digits{1, 0}));
  EXPECT_EQ(code.word(2), (Digits{1, 1}));
  EXPECT_EQ(code.word(3), (Digits{1, 2, 0, 0}));
}

TEST(PrefixCode, TheEmptyWordStandsAlone) {
  const PrefixCode code(Lengths{0});
  EXPECT_TRUE(code.word(0).empty());
  EXPECT_TRUE(code.encode(Symbols{0, 0, 0}).empty());
  EXPECT_EQ(code.decode({}, 3), (Symbols{0, 0, 0}));
  EXPECT_THROW(PrefixCode(Lengths{0, 5}), std::domain_error);
}

TEST(PrefixCode, RoundTrips) {
  for (const std::uint32_t radix : {2U, 3U, 5U, 10U, 1000U}) {
    for (const std::size_t n : {1U, 2U, 3U, 7U, 100U, 10000U}) {
      std::vector<double> weights(n);
      for (std::size_t i = 0; i < n; ++i) weights[i] = static_cast<double>((i * 7919) % 101);
      const PrefixCode code(huffman_lengths(weights, radix), radix);
      Symbols message(2 * n);
      for (std::size_t i = 0; i < message.size(); ++i) message[i] = (i * 31) % n;
      EXPECT_EQ(code.decode(code.encode(message), message.size()), message);
    }
  }
}

TEST(PrefixCode, NoWordBeginsAnother) {
  const PrefixCode code(Lengths{3, 1, 4, 3, 4, 5, 5}, 2);
  for (std::size_t a = 0; a < code.size(); ++a) {
    for (std::size_t b = 0; b < code.size(); ++b) {
      const Digits first = code.word(a);
      Digits second = code.word(b);
      second.resize(std::min(first.size(), second.size()));
      EXPECT_EQ(first == second, a == b) << a << " " << b;
    }
  }
}

TEST(PrefixCode, RefusesLengthsThatNoCodeHas) {
  EXPECT_EQ(message<std::domain_error>([] {
              PrefixCode(Lengths{1, 1, 2});
            }),
            "softlaw::PrefixCode: the Kraft sum of lengths must be at most 1, got 1.01 (base 2)");
  EXPECT_NO_THROW(PrefixCode(Lengths{1, 1}));
  EXPECT_NO_THROW(PrefixCode(Lengths{}));
}

TEST(PrefixCode, RefusesGarbage) {
  const PrefixCode code(Lengths{1, 2, 3}, 2);  // 0, 10, 110; nothing begins with 111
  const auto fails = [&](const Digits& digits, std::size_t count) {
    return message<std::invalid_argument>([&] { (void)code.decode(digits, count); });
  };
  EXPECT_EQ(fails({0, 1}, 2),
            "softlaw::PrefixCode::decode: digits[2] is missing: the digits end within a word");
  EXPECT_EQ(fails({0, 1, 0, 0}, 2),
            "softlaw::PrefixCode::decode: digits[3] is left over after 2 symbols");
  EXPECT_EQ(fails({0, 2}, 2),
            "softlaw::PrefixCode::decode: digits[1] must be below the radix 2, got 2");
  EXPECT_EQ(fails({1, 1, 1}, 1),
            "softlaw::PrefixCode::decode: digits[2] must continue a word, got 1");
  EXPECT_EQ(message<std::out_of_range>([&] { (void)code.word(3); }),
            "softlaw::PrefixCode::word: symbol must be below 3, got 3");
  EXPECT_EQ(message<std::out_of_range>([&] {
              (void)code.encode(Symbols{0, 9});
            }),
            "softlaw::PrefixCode::encode: symbols[1] must be below 3, got 9");
}

TEST(PrefixCode, OfNothingDecodesNothing) {
  const PrefixCode code(Lengths{});
  EXPECT_TRUE(code.decode({}, 0).empty());
  EXPECT_THROW((void)code.decode({}, 1), std::invalid_argument);
}

}  // namespace
}  // namespace softlaw::test
