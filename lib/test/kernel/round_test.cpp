// SPDX-License-Identifier: Apache-2.0
#include "kernel/round.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

constexpr double tiny = std::numeric_limits<double>::denorm_min();

TEST(Round, ToOddKeepsExactNumbersAndMarksOthers) {
  EXPECT_EQ(round_to_odd({1, 0}), 1);
  EXPECT_EQ(round_to_odd({1, 0x1p-60}), 1 + 0x1p-52);
  EXPECT_EQ(round_to_odd({1, -0x1p-60}), 1 - 0x1p-53);
  EXPECT_EQ(round_to_odd({-1, -0x1p-60}), -1 - 0x1p-52);
  EXPECT_EQ(round_to_odd({1 + 0x1p-52, -0x1p-60}), 1 + 0x1p-52);
}

TEST(Round, ToBinary32IsNotRoundedTwice) {
  // Just above and below the midpoint of 1 and its neighbour, closer than binary64 can tell.
  const double midpoint = 1 + 0x1p-24;
  EXPECT_EQ(round<float>(DoubleDouble{midpoint, 0}), 1.0F);
  EXPECT_EQ(round<float>(DoubleDouble{midpoint, 0x1p-70}), 1.0F + 0x1p-23F);
  EXPECT_EQ(round<float>(DoubleDouble{midpoint, -0x1p-70}), 1.0F);
  EXPECT_EQ(round<float>(DoubleDouble{-midpoint, -0x1p-70}), -1.0F - 0x1p-23F);
}

TEST(Round, SubnormalResultsAreNotRoundedTwice) {
  for (int exponent = -1074; exponent < -1022; ++exponent) {
    const double grid = std::scalbn(1.0, -1074 - exponent);  // one step, for a mantissa in [1, 2)
    for (const double sign : {1.0, -1.0}) {
      const auto rounded = [&](double hi, double lo) {
        return round<double>(Scaled{{sign * hi, sign * lo}, exponent}) * sign;
      };
      // The midpoint above 1 goes to the even neighbour, and to the right side when off by little.
      const double even = exponent == -1074 ? 1 + grid : 1;
      EXPECT_EQ(rounded(1 + grid / 2, 0), std::scalbn(even, exponent)) << exponent;
      EXPECT_EQ(rounded(1 + grid / 2, 0x1p-70), std::scalbn(1 + grid, exponent)) << exponent;
      EXPECT_EQ(rounded(1 + grid / 2, -0x1p-70), std::scalbn(1.0, exponent)) << exponent;
    }
  }
}

TEST(Round, TheSmallestResults) {
  EXPECT_EQ(round<double>(Scaled{{1, 0}, -1075}), 0);
  EXPECT_EQ(round<double>(Scaled{{1, 0x1p-80}, -1075}), tiny);
  EXPECT_EQ(round<double>(Scaled{{1.99, 0}, -1076}), 0);
  EXPECT_EQ(round<double>(Scaled{{1.5, 0}, -1074}), 2 * tiny);
  EXPECT_EQ(round<double>(Scaled{{1.9999, 0}, -100000}), 0);
  EXPECT_EQ(round<float>(Scaled{{1, 0x1p-80}, -150}), std::numeric_limits<float>::denorm_min());
  EXPECT_EQ(round<float>(Scaled{{1, 0}, -150}), 0);
  EXPECT_FALSE(std::signbit(round<double>(-Scaled{})));
}

TEST(Round, TheLargestResults) {
  const double top = 2 - 0x1p-52;
  EXPECT_EQ(round<double>(Scaled{{top, 0}, 1023}), std::numeric_limits<double>::max());
  EXPECT_EQ(round<double>(Scaled{{-1, 0}, 1024}), -test::infinity<double>);
  EXPECT_EQ(round<float>(Scaled{{2 - 0x1p-24, -0x1p-77}, 127}), std::numeric_limits<float>::max());
  EXPECT_EQ(round<float>(Scaled{{2 - 0x1p-24, 0}, 127}), test::infinity<float>);
}

TEST(Round, TheShortWayAgreesWithTheLong) {
  for (int exponent = -1100; exponent < 1100; exponent += 13) {
    for (const double x : test::numbers<double>(5)) {
      const DoubleDouble m = two_sum(x + 3, x * 0x1p-55);
      EXPECT_EQ(round<double>(m, exponent), round<double>(normalize(m, exponent)));
      EXPECT_EQ(round<float>(m, exponent), round<float>(normalize(m, exponent)));
    }
  }
}

}  // namespace
}  // namespace softlaw::kernel
