// SPDX-License-Identifier: Apache-2.0
#include "kernel/block_length.hpp"

#include <random>

#include "support.hpp"

namespace softlaw::kernel {
namespace {

TEST(KernelBlockLength, LogarithmsAndPowersAgree) {
  std::mt19937_64 random(1);
  const auto below = [&](std::uint64_t bound) { return random() % bound; };
  for (int run = 0; run < 3000; ++run) {
    const auto alphabet = static_cast<std::uint32_t>(2 + below(run % 2 == 0 ? 40 : 0xfffffffe));
    const auto radix = static_cast<std::uint32_t>(2 + below(run % 3 == 0 ? 40 : 0xfffffffe));
    const std::size_t n = below(300);
    EXPECT_EQ(length_of_block(alphabet, n, radix), length_by_powers(alphabet, n, radix, 0))
        << alphabet << ' ' << n << ' ' << radix;
  }
}

TEST(KernelBlockLength, ARadixNextToAnAlphabetIsToldFromIt) {
  // n log(q) / log(q - 1) exceeds n by n / (q log q): a long way from an ulp only for large n
  EXPECT_EQ(length_of_block(0xffffffff, 1, 0xfffffffe), 2U);
  EXPECT_EQ(length_of_block(0xfffffffe, 1, 0xffffffff), 1U);
  EXPECT_EQ(length_of_block(0xffffffff, 1000, 0xfffffffe), 1001U);
}

TEST(KernelPower, HasTheGreatestExponent) {
  const auto is = [](std::uint32_t number, std::uint64_t base, unsigned exponent) {
    const Power power(number);
    EXPECT_EQ(power.base, base) << number;
    EXPECT_EQ(power.exponent, exponent) << number;
  };
  is(2, 2, 1);
  is(64, 2, 6);
  is(1U << 31, 2, 31);
  is(36, 6, 2);
  is(3486784401U, 3, 20);
  is(4294967295U, 4294967295U, 1);
  is(4294836225U, 65535, 2);
  is(65536, 2, 16);
  is(1000000000, 10, 9);
}

}  // namespace
}  // namespace softlaw::kernel
