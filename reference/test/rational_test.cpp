// SPDX-License-Identifier: Apache-2.0
#include "../src/rational.hpp"

#include <gtest/gtest.h>

namespace softlaw::reference {
namespace {

TEST(Rational, ComputesExactly) {
  const Rational third = Rational(1) / Rational(3);
  EXPECT_TRUE(third + third + third == Rational(1));
  EXPECT_TRUE(third * Rational(3) == Rational(1));
  EXPECT_TRUE(Rational(0.1) * Rational(10) - Rational(1) == Rational(0x1p-54));
  EXPECT_TRUE(third < Rational(0.5));
  EXPECT_FALSE(third < third);
}

TEST(Rational, RoundsDown) {
  EXPECT_TRUE(Rational(-0.5).floor() == Rational(-1));
  EXPECT_TRUE(Rational(2.5).floor() == Rational(2));
  EXPECT_TRUE(Rational(7).floor() == Rational(7));
}

TEST(Rational, SaturatesIntegers) {
  EXPECT_EQ(Rational(0).saturated(), 0U);
  EXPECT_EQ(Rational::integer(UINT64_MAX).saturated(), UINT64_MAX);
  EXPECT_EQ(Rational(0x1p64).saturated(), UINT64_MAX);
  EXPECT_EQ(Rational(0x1p63).saturated(), std::uint64_t{1} << 63);
}

TEST(Rational, IsEnclosedOutward) {
  EXPECT_TRUE(Rational(0.75).enclose().is_point());
  const Interval third = (Rational(1) / Rational(3)).enclose();
  EXPECT_TRUE(certainly_less(width(third), Interval::power_of_two(-255)));
  EXPECT_TRUE((third * 3).contains(1.0));
}

}  // namespace
}  // namespace softlaw::reference
