// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <softlaw/reference/round.hpp>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

void expect_same_float(double expected, const std::optional<double>& rounded) {
  ASSERT_TRUE(rounded.has_value());
  EXPECT_EQ(*rounded, expected);
  if (expected != 0) {
    EXPECT_EQ(std::signbit(*rounded), std::signbit(expected));
  }
}

/// A double whose value in binary32 is anything: normal, subnormal, a tie, an overflow.
double near_binary32(test::Inputs& inputs) {
  const double significand = std::floor(inputs.uniform(-1, 1) * 0x1p27);
  return std::ldexp(significand, static_cast<int>(inputs.below(300)) - 190);
}

/// The processor rounds a conversion correctly.
TEST(RoundToNearest, AgreesWithConversionToFloat) {
  test::Inputs inputs(12);
  for (int run = 0; run < 100000; ++run) {
    const double value = near_binary32(inputs);
    expect_same_float(static_cast<double>(static_cast<float>(value)),
                      round_to_nearest(value, Format::binary32));
  }
}

/// And it rounds products correctly, which are exact here.
TEST(RoundToNearest, AgreesWithMultiplication) {
  test::Inputs inputs(13);
  for (int run = 0; run < 100000; ++run) {
    const double a = inputs.bits();
    const double b = std::ldexp(inputs.uniform(-1, 1), static_cast<int>(inputs.below(2200)) - 1100);
    expect_same_float(a * b, round_to_nearest(Interval(a) * b, Format::binary64));
  }
}

TEST(RoundToNearest, BreaksTiesToEven) {
  const Interval half_ulp = Interval::power_of_two(-53), tiny = Interval::power_of_two(-200);
  EXPECT_EQ(round_to_nearest(1 + half_ulp, Format::binary64), 1.0);
  EXPECT_EQ(round_to_nearest(1 + half_ulp + tiny, Format::binary64), 1 + 0x1p-52);
  EXPECT_EQ(round_to_nearest(1 + 3 * half_ulp, Format::binary64), 1 + 0x1p-51);
  EXPECT_EQ(round_to_nearest(1 + 3 * half_ulp - tiny, Format::binary64), 1 + 0x1p-52);
  EXPECT_EQ(round_to_nearest(Interval::power_of_two(-1075), Format::binary64), 0.0);
  EXPECT_EQ(round_to_nearest(3 * Interval::power_of_two(-1075), Format::binary64), 0x1p-1073);
  EXPECT_EQ(round_to_nearest(Interval::power_of_two(-1075) * (1 + tiny), Format::binary64),
            0x1p-1074);
}

TEST(RoundToNearest, Overflows) {
  const Interval threshold = Interval::power_of_two(1024) - Interval::power_of_two(970);
  EXPECT_EQ(round_to_nearest(threshold, Format::binary64), infinity);
  EXPECT_EQ(round_to_nearest(exact_difference(threshold, 1), Format::binary64),
            Format::binary64.max_finite());
  const Interval narrow = Interval::power_of_two(128) - Interval::power_of_two(103);
  EXPECT_EQ(round_to_nearest(narrow, Format::binary32), infinity);
  EXPECT_EQ(round_to_nearest(-narrow, Format::binary32), -infinity);
  EXPECT_EQ(round_to_nearest(narrow - 1, Format::binary32), Format::binary32.max_finite());
  EXPECT_EQ(round_to_nearest(-Interval::power_of_two(5000), Format::binary64), -infinity);
  EXPECT_EQ(round_to_nearest(infinity, Format::binary32), infinity);
  EXPECT_EQ(round_to_nearest(Interval::between(1e308, infinity), Format::binary32), infinity);
}

TEST(RoundToNearest, DecidesOnlyWhenTheEndsAgree) {
  const Interval tie = Interval(1) + 0x1p-53, tiny = Interval::power_of_two(-200);
  EXPECT_EQ(round_to_nearest(Interval::between(tie, tie + tiny), Format::binary64), std::nullopt);
  EXPECT_EQ(round_to_nearest(Interval::between(tie - tiny, tie), Format::binary64), 1.0);
  EXPECT_EQ(round_to_nearest(Interval::empty(), Format::binary64), std::nullopt);
  EXPECT_EQ(round_to_nearest(Interval::whole(), Format::binary64), std::nullopt);
}

TEST(RoundToNearest, GivesZeroItsSign) {
  const Interval tiny = Interval::power_of_two(-2000);
  const auto sign_of = [](const Interval& a) {
    return std::signbit(round_to_nearest(a, Format::binary64).value());
  };
  EXPECT_FALSE(sign_of(0));
  EXPECT_FALSE(sign_of(tiny));
  EXPECT_FALSE(sign_of(Interval::between(-tiny, tiny)));
  EXPECT_FALSE(sign_of(Interval::between(-tiny, 0)));
  EXPECT_TRUE(sign_of(-tiny));
}

/// The spacing is the distance to the next float away from 0.
TEST(Ulp, IsTheSpacingOfTheBinade) {
  test::Inputs inputs(14);
  for (int run = 0; run < 10000; ++run) {
    const double value = run < 100 ? std::ldexp(1.0, inputs.below(2000) > 1000 ? 5 : -1073)
                                   : std::fabs(inputs.bits());
    if (value == Format::binary64.max_finite()) continue;
    const double next = std::nextafter(value, infinity);
    EXPECT_TRUE(same(ulp(-value, Format::binary64), exact_difference(next, value))) << value;
    const float narrow = static_cast<float>(near_binary32(inputs));
    const float after = std::nextafter(std::fabs(narrow), std::numeric_limits<float>::infinity());
    if (std::isinf(after)) continue;
    EXPECT_TRUE(same(ulp(narrow, Format::binary32), exact_difference(after, std::fabs(narrow))));
  }
}

TEST(Ulp, CoversTheBinadesOfAnInterval) {
  EXPECT_TRUE(
      same(ulp(Interval::between(-4, 1), Format::binary64), Interval::between(0x1p-1074, 0x1p-50)));
  EXPECT_TRUE(
      same(ulp(Interval::between(0.5, 1), Format::binary32), Interval::between(0x1p-24, 0x1p-23)));
  EXPECT_TRUE(same(ulp(infinity, Format::binary64), 0x1p971));
  EXPECT_TRUE(same(ulp(Interval::power_of_two(1L << 40), Format::binary32), 0x1p104));
  EXPECT_TRUE(ulp(Interval::empty(), Format::binary64).is_empty());
}

TEST(IsNarrow, IsRelativeAboveTheLeastNumberAndAbsoluteBelow) {
  const Interval tiny = Interval::power_of_two(-20);
  EXPECT_TRUE(is_narrow(Interval::between(8, 8 + tiny), 23));
  EXPECT_FALSE(is_narrow(Interval::between(8, 8 + tiny), 24));
  EXPECT_TRUE(is_narrow(Interval::between(0, Interval::power_of_two(-1084)), 10));
  EXPECT_FALSE(is_narrow(Interval::between(0, Interval::power_of_two(-1084)), 11));
  EXPECT_TRUE(is_narrow(infinity, 100));
  EXPECT_FALSE(is_narrow(Interval::between(0, infinity), 1));
}

TEST(RoundInside, LeavesTheEndsOut) {
  const Format& format = Format::binary64;
  const Interval midpoint = Interval(1) + 0x1p-53;
  EXPECT_EQ(round_inside(Interval::between(midpoint, midpoint + 0x1p-200), format), 1 + 0x1p-52);
  EXPECT_EQ(round_inside(Interval::between(midpoint - 0x1p-200, midpoint), format), 1);
  EXPECT_EQ(round_inside(midpoint, format), 1);  // a tie goes to the even one
  EXPECT_EQ(round_inside(Interval::between(-midpoint - 0x1p-200, -midpoint), format), -1 - 0x1p-52);
  EXPECT_EQ(round_inside(Interval::between(-midpoint, -midpoint + 0x1p-200), format), -1);
  EXPECT_FALSE(round_inside(midpoint + Interval::between(-0x1p-200, 0x1p-200), format));
  EXPECT_FALSE(round_to_nearest(Interval::between(midpoint, midpoint + 0x1p-200), format));
}

TEST(RoundInside, KnowsTheSignOfAZero) {
  const auto is_minus_zero = [](const Interval& v) {
    const auto value = round_inside(v, Format::binary64);
    EXPECT_EQ(value, 0.0);
    return std::signbit(value.value_or(1));
  };
  EXPECT_TRUE(is_minus_zero(Interval::between(-Interval::power_of_two(-1080), 0)));
  EXPECT_FALSE(is_minus_zero(Interval::between(0, Interval::power_of_two(-1080))));
  EXPECT_FALSE(is_minus_zero(0));
}

TEST(RoundInside, OverflowsFromHalfAnUlpBeyondTheGreatest) {
  const Format& format = Format::binary32;
  const Interval threshold = Interval(format.max_finite()) + 0x1p103;
  EXPECT_EQ(round_inside(Interval::between(threshold - 1, threshold), format), format.max_finite());
  EXPECT_EQ(round_inside(Interval::between(threshold, threshold + 1), format), HUGE_VAL);
  EXPECT_EQ(round_inside(threshold, format), HUGE_VAL);
}

/// Of points and of wide intervals it is rounding to nearest.
TEST(RoundInside, IsRoundingToNearestElsewhere) {
  test::Inputs inputs(41);
  for (int run = 0; run < 20000; ++run) {
    const Interval v = Interval(inputs.vector(1)[0]) / 3;
    const auto nearest = round_to_nearest(v, Format::binary64);
    if (!nearest) continue;
    EXPECT_EQ(round_inside(v, Format::binary64), nearest) << to_string(v);
  }
}

}  // namespace
}  // namespace softlaw::reference
