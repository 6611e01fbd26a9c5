// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <softlaw/reference/interval.hpp>
#include <stdexcept>

namespace softlaw::reference {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(Interval, HoldsADoubleExactly) {
  for (const double value : {0.0, 0.1, -0x1p-1074, 0x1.fffffffffffffp1023, infinity, -infinity}) {
    const Interval point = value;
    EXPECT_TRUE(point.is_point());
    EXPECT_EQ(mpfr_cmp_d(point.lower().get(), value), 0);
    EXPECT_EQ(mpfr_cmp_d(point.upper().get(), value), 0);
  }
  EXPECT_TRUE(Interval(std::numeric_limits<int>::min()).contains(-0x1p31));
  EXPECT_TRUE(Interval().contains(0.0));
  EXPECT_FALSE(mpfr_signbit(Interval(-0.0).lower().get()));
}

TEST(Interval, IsEverythingForNaN) {
  EXPECT_TRUE(Interval(std::numeric_limits<double>::quiet_NaN()).contains(Interval::whole()));
}

TEST(Interval, KnowsItsKind) {
  EXPECT_TRUE(Interval::empty().is_empty());
  EXPECT_FALSE(Interval::empty().is_point());
  EXPECT_TRUE(Interval::empty().is_bounded());
  EXPECT_FALSE(Interval::whole().is_empty());
  EXPECT_FALSE(Interval::whole().is_bounded());
  EXPECT_FALSE(Interval(infinity).is_bounded());
  EXPECT_TRUE(Interval(infinity).is_point());
  EXPECT_TRUE(Interval::between(1, 2).is_bounded());
  EXPECT_FALSE(Interval::between(1, 2).is_point());
}

TEST(Interval, BetweenTakesTheOuterEnds) {
  const Interval a = Interval::between(Interval::between(1, 2), Interval::between(0, 3));
  EXPECT_TRUE(a.contains(1.0) && a.contains(3.0));
  EXPECT_FALSE(a.contains(0.5) || a.contains(3.5));
  EXPECT_TRUE(Interval::between(2, 1).is_empty());
  EXPECT_TRUE(Interval::between(Interval::empty(), 1).is_empty());
}

TEST(Interval, HullIsTheSmallest) {
  const Interval a = Interval::hull(3, Interval::between(-1, 2));
  EXPECT_TRUE(a.contains(Interval::between(-1, 3)));
  EXPECT_TRUE(Interval::between(-1, 3).contains(a));
  EXPECT_TRUE(Interval::hull(Interval::empty(), 5).is_point());
  EXPECT_TRUE(Interval::hull(Interval::empty(), Interval::empty()).is_empty());
}

TEST(Interval, ContainsIsInclusion) {
  const Interval a = Interval::between(-1, 2);
  EXPECT_TRUE(a.contains(-1.0) && a.contains(2.0) && a.contains(0.5));
  EXPECT_FALSE(a.contains(std::nextafter(2, 3)) || a.contains(std::nextafter(-1, -2)));
  EXPECT_FALSE(a.contains(std::numeric_limits<double>::quiet_NaN()));
  EXPECT_FALSE(Interval::empty().contains(0.0));
  EXPECT_TRUE(a.contains(Interval::empty()));
  EXPECT_TRUE(a.contains(a));
  EXPECT_FALSE(a.contains(Interval::between(0, infinity)));
  EXPECT_TRUE(Interval::whole().contains(infinity));
}

TEST(Interval, PowersOfTwoAreExact) {
  for (const int e : {-100000, -1074, -1, 0, 1, 1023, 100000}) {
    const Interval power = Interval::power_of_two(e);
    EXPECT_TRUE(power.is_point());
    EXPECT_EQ(mpfr_cmp_ui_2exp(power.lower().get(), 1, e), 0);
  }
}

TEST(Interval, RatiosAreSharp) {
  EXPECT_TRUE(Interval::ratio(6, -4).is_point());
  EXPECT_TRUE(Interval::ratio(6, -4).contains(-1.5));
  const Interval third = Interval::ratio(1, 3);
  EXPECT_TRUE((3 * third).contains(1.0));
  EXPECT_FALSE(third.is_point());
  EXPECT_TRUE(certainly_less_equal(width(third), Interval::power_of_two(-257)));
  const long large = std::numeric_limits<long>::max();
  EXPECT_TRUE(Interval::ratio(large, large).contains(1.0));
  EXPECT_TRUE(Interval::ratio(large, 1).contains(Interval::power_of_two(63) - 1));
  EXPECT_THROW(Interval::ratio(1, 0), std::domain_error);
}

TEST(Interval, NormalisesCrossedAndUndefinedEnds) {
  Real nan(53);
  EXPECT_TRUE(Interval(nan, Interval(1).upper()).contains(Interval::whole()));
  EXPECT_TRUE(Interval(Interval(2).lower(), Interval(1).upper()).is_empty());
}

}  // namespace
}  // namespace softlaw::reference
