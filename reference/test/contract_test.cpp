// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <softlaw/reference/round.hpp>
#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

Interval lower_end(const Interval& a) { return Interval(a.lower(), a.lower()); }
Interval upper_end(const Interval& a) { return Interval(a.upper(), a.upper()); }

TEST(ErrorInUlp, IsTheDistanceInUnitsOfTheExactValue) {
  EXPECT_TRUE(same(error_in_ulp(1, 1, Format::binary64), 0));
  EXPECT_TRUE(same(error_in_ulp(1, Interval(1) + 0x1p-53, Format::binary64), 0.5));
  EXPECT_TRUE(same(error_in_ulp(1, Interval(1) - 0x1p-54, Format::binary64), 0.5));
  EXPECT_TRUE(same(error_in_ulp(-1, Interval(-1) - 0x1p-24, Format::binary32), 0.5));
  EXPECT_TRUE(same(error_in_ulp(0, Interval::power_of_two(-1075), Format::binary64), 0.5));
  EXPECT_TRUE(same(error_in_ulp(0x1p-149, -Interval::power_of_two(-149), Format::binary32), 2));
}

TEST(ErrorInUlp, TakesInfinitiesForOverflow) {
  const double largest = Format::binary64.max_finite();
  EXPECT_TRUE(same(error_in_ulp(infinity, largest, Format::binary64), 1));
  EXPECT_TRUE(same(error_in_ulp(-infinity, -largest, Format::binary64), 1));
  EXPECT_TRUE(same(error_in_ulp(infinity, Interval::power_of_two(3000), Format::binary64), 0));
  EXPECT_TRUE(same(error_in_ulp(infinity, infinity, Format::binary64), 0));
  EXPECT_TRUE(same(error_in_ulp(largest, Interval::power_of_two(1024), Format::binary64), 1));
  EXPECT_TRUE(same(error_in_ulp(1, infinity, Format::binary64), infinity));
  EXPECT_TRUE(certainly_less(0x1p53, error_in_ulp(-infinity, largest, Format::binary64)));
  EXPECT_TRUE(same(error_in_ulp(nan, 1, Format::binary64), infinity));
}

TEST(ErrorInUlp, EnclosesTheErrorsOfAWideValue) {
  const Interval error = error_in_ulp(1, Interval::between(0.5, 1.5), Format::binary64);
  for (const double v : {0.5, 0.75, 1.0, 1.25, 1.5}) {
    EXPECT_TRUE(error.contains(error_in_ulp(1, v, Format::binary64)));
  }
}

TEST(Allowed, IsLopsidedAtAPowerOfTwo) {
  EXPECT_TRUE(same(allowed(1, 1, Format::binary64),
                   Interval::between(Interval(1) - 0x1p-53, Interval(1) + 0x1p-52)));
  EXPECT_TRUE(same(allowed(-1, 0.5, Format::binary32),
                   Interval::between(Interval(-1) - 0x1p-24, Interval(-1) + 0x1p-25)));
  // From 2 less an ulp, 2 is one ulp of its own binade away when two ulps are allowed below it.
  const Interval below_two = allowed(2 - 0x1p-52, 0.75, Format::binary64);
  EXPECT_TRUE(same(upper_end(below_two), Interval(2) + 0x1p-53));
}

TEST(Allowed, KnowsZeroAndTheInfinities) {
  EXPECT_TRUE(same(allowed(0, 3, Format::binary32), Interval::between(-0x3p-149, 0x3p-149)));
  const Interval threshold = Interval::power_of_two(128) - Interval::power_of_two(103);
  EXPECT_TRUE(
      same(allowed(infinity, 0.5, Format::binary32), Interval::between(threshold, infinity)));
  EXPECT_TRUE(
      same(allowed(-infinity, 0.5, Format::binary32), Interval::between(-infinity, -threshold)));
  EXPECT_TRUE(allowed(nan, 1, Format::binary64).is_empty());
  EXPECT_TRUE(same(allowed(1, 0x1p23, Format::binary32), Interval::whole()));
  EXPECT_TRUE(same(allowed(0.1, 0, Format::binary64), 0.1));
  EXPECT_THROW(allowed(1, -1, Format::binary64), std::domain_error);
  EXPECT_THROW(allowed(1, nan, Format::binary64), std::domain_error);
}

/// Half an ulp allows the numbers that round to the float, up to the ends, which may belong to a neighbour.
TEST(Allowed, OfHalfAnUlpIsWhatRoundsToIt) {
  test::Inputs inputs(15);
  for (int run = 0; run < 5000; ++run) {
    const double y = run % 2 == 0 ? inputs.bits() : inputs.special();
    const Interval a = allowed(y, 0.5, Format::binary64);
    const Interval inside = ldexp(exact_sum(lower_end(a) * 3, upper_end(a)), -2);
    EXPECT_EQ(round_to_nearest(inside, Format::binary64), y);
    const Interval beyond = exact_sum(a, width(a) / 1000);
    const Interval before = exact_difference(a, width(a) / 1000);
    if (std::fabs(y) == Format::binary64.max_finite()) continue;
    EXPECT_NE(round_to_nearest(upper_end(beyond), Format::binary64), y) << y;
    EXPECT_NE(round_to_nearest(lower_end(before), Format::binary64), y) << y;
  }
}

/// Every value on a grid that is finer than the floats lies in allowed() if its error permits, and
/// the ends permit themselves.
TEST(Allowed, IsTheHullOfWhatTheErrorPermits) {
  test::Inputs inputs(16);
  const double powers[] = {1, 0x1p-126, 0x1p-125, 0x1p-149, 0x1p127, 0x1p30};
  for (int run = 0; run < 1500; ++run) {
    const double power = powers[inputs.below(std::size(powers))];
    const int steps = static_cast<int>(inputs.below(7)) - 3;
    const double spacing = std::ldexp(1.0, quantum(std::ilogb(power), Format::binary32));
    const double y = static_cast<float>(power + steps * spacing / (steps < 0 ? 2 : 1));
    const double ulps = static_cast<double>(inputs.below(13)) / 4;
    const Interval a = allowed(y, ulps, Format::binary32);
    for (const Interval& end : {lower_end(a), upper_end(a)}) {
      EXPECT_TRUE(certainly_less_equal(error_in_ulp(y, end, Format::binary32), ulps)) << y;
    }
    for (int k = -80; k <= 80; ++k) {
      const double v = y + k * spacing / 16;
      if (certainly_less_equal(error_in_ulp(y, v, Format::binary32), ulps)) {
        EXPECT_TRUE(a.contains(v)) << y << " " << ulps << " " << v;
      }
    }
  }
}

}  // namespace
}  // namespace softlaw::reference
