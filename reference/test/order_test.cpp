// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

TEST(Order, RelationsAreOfAllPairs) {
  const Interval low = Interval::between(0, 1), high = Interval::between(1, 2);
  EXPECT_FALSE(certainly_less(low, high));
  EXPECT_TRUE(certainly_less_equal(low, high));
  EXPECT_TRUE(possibly_less(low, high));
  EXPECT_TRUE(possibly_less_equal(high, low));
  EXPECT_FALSE(possibly_less(high, low));
  EXPECT_TRUE(meets(low, high));
  EXPECT_TRUE(certainly_less(low, 1.5));
  EXPECT_FALSE(meets(low, 1.5));
  EXPECT_TRUE(certainly_less_equal(1, 1));
  EXPECT_FALSE(possibly_less(1, 1));
}

TEST(Order, NothingIsPossibleForTheEmptyInterval) {
  for (const Interval& other : {Interval(0), Interval::whole(), Interval::empty()}) {
    EXPECT_FALSE(possibly_less(Interval::empty(), other));
    EXPECT_FALSE(possibly_less_equal(other, Interval::empty()));
    EXPECT_FALSE(meets(Interval::empty(), other));
    EXPECT_TRUE(certainly_less(other, Interval::empty()));
    EXPECT_TRUE(certainly_less_equal(Interval::empty(), other));
  }
}

TEST(Order, RelationsAgreeWithThoseOfMembers) {
  test::Intervals intervals(6);
  for (int run = 0; run < 5000; ++run) {
    const Interval a = intervals.next(), b = intervals.next();
    const Interval p = intervals.member(a), q = intervals.member(b);
    if (p.is_empty() || q.is_empty()) continue;
    if (mpfr_less_p(p.lower().get(), q.lower().get())) {
      EXPECT_TRUE(possibly_less(a, b) && !certainly_less_equal(b, a));
    }
    if (mpfr_equal_p(p.lower().get(), q.lower().get())) {
      EXPECT_TRUE(meets(a, b) && !certainly_less(a, b));
    }
  }
}

TEST(Order, IntersectionAndAbsoluteValue) {
  const Interval a = Interval::between(-3, 1);
  EXPECT_TRUE(same(intersection(a, Interval::between(0, 5)), Interval::between(0, 1)));
  EXPECT_TRUE(intersection(a, 2).is_empty());
  EXPECT_TRUE(intersection(a, Interval::empty()).is_empty());
  EXPECT_TRUE(same(abs(a), Interval::between(0, 3)));
  EXPECT_TRUE(same(abs(Interval::between(-3, -2)), Interval::between(2, 3)));
  EXPECT_TRUE(same(min(a, 0), Interval::between(-3, 0)));
  EXPECT_TRUE(same(max(a, 0), Interval::between(0, 1)));
}

TEST(Order, WidthIsTheDistanceOfTheEnds) {
  EXPECT_TRUE(same(width(Interval::between(-1, 2)), 3));
  EXPECT_TRUE(same(width(0.1), 0));
  EXPECT_TRUE(same(width(infinity), 0));
  EXPECT_TRUE(same(width(Interval::whole()), infinity));
  EXPECT_TRUE(width(Interval::empty()).is_empty());
}

TEST(Order, MidpointsAreFinite) {
  EXPECT_EQ(midpoint_double(Interval::between(1, 2)), 1.5);
  EXPECT_EQ(midpoint_double(0.1), 0.1);
  EXPECT_EQ(midpoint_double(Interval::whole()), 0);
  EXPECT_EQ(midpoint_double(infinity), infinity);
  const double largest = std::numeric_limits<double>::max();
  EXPECT_EQ(midpoint_double(Interval::between(0, infinity)), largest / 2);
  EXPECT_EQ(midpoint_double(-Interval::power_of_two(5000)), -largest);
  EXPECT_EQ(midpoint_double(Interval::power_of_two(-1074) * 3 / 2), 0x1p-1073);  // tie to even
  EXPECT_TRUE(std::isnan(midpoint_double(Interval::empty())));
}

}  // namespace
}  // namespace softlaw::reference
