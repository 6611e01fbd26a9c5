// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "filter_trial.hpp"

namespace softlaw::reference {
namespace {

using test::members;

bool is_exactly(const Ball& ball, double value) {
  return ball.is_exact() && members(ball).contains(value) && members(ball).is_point();
}

TEST(Ball, IsExactWhereTwoWordsAreEnough) {
  const Ball a(0x1.fffffffffffffp+3), b(-0x1.8p-40);
  EXPECT_TRUE((a + b).is_exact());
  EXPECT_TRUE((a * b).is_exact());
  EXPECT_TRUE(is_exactly(a + b - a, -0x1.8p-40));
  EXPECT_TRUE(is_exactly(a * b / b, 0x1.fffffffffffffp+3));
  EXPECT_TRUE(is_exactly(Ball(6.0) / Ball(3.0), 2));
  EXPECT_TRUE(is_exactly(Ball(1.0) / Ball(-0x1p-1074), 0) == false);
  EXPECT_TRUE(is_exactly(ldexp(Ball(3.0), -3), 0.375));
  EXPECT_TRUE(is_exactly(abs(Ball(-3.0)), 3));
  EXPECT_TRUE(is_exactly(pow(Ball(-3.0), 3), -27));
  EXPECT_TRUE(is_exactly(sqrt(Ball(2.25)), 1.5));
  EXPECT_TRUE(is_exactly(exp(Ball(0.0)), 1));
  EXPECT_TRUE(is_exactly(log(Ball(1.0)), 0));
  EXPECT_TRUE(is_exactly(Ball(std::int64_t{-5}), -5));
  EXPECT_TRUE(is_exactly(Ball(0x1p-1074), 0x1p-1074));
}

TEST(Ball, SaysWhereTwoWordsAreNotEnough) {
  EXPECT_FALSE((Ball(1.0) + Ball(0x1p-200)).is_exact());
  EXPECT_FALSE((Ball(1.0) / Ball(3.0)).is_exact());
  EXPECT_THROW((Ball(1.0) + Ball(0x1p-200) - Ball(1.0)).sign(), Undecided);
  EXPECT_THROW(Ball(1.0) / Ball(0.0), Undecided);
  EXPECT_THROW(log(Ball(-1.0)), Undecided);
  EXPECT_THROW(sqrt(Ball(-1.0)), Undecided);
  EXPECT_THROW(exp(Ball(0x1p40)), Undecided);
}

/// Operations on balls around numbers with more bits than fit, against 320 bits of MPFR.
TEST(Ball, ContainsTheResultOfEachOperation) {
  test::Inputs inputs(31);
  const WorkingPrecision wide(320);
  for (int run = 0; run < 200000; ++run) {
    const Interval x = Interval(inputs.vector(1)[0]) / 3, y = Interval(inputs.vector(1)[0]) / 7;
    const Ball a = Ball::between(x.lower(), x.upper()), b = Ball::between(y.lower(), y.upper());
    EXPECT_TRUE(members(a).contains(x));
    EXPECT_TRUE(members(a + b).contains(x + y)) << to_string(x) << " + " << to_string(y);
    EXPECT_TRUE(members(a - b).contains(x - y)) << to_string(x) << " - " << to_string(y);
    EXPECT_TRUE(members(a * b).contains(x * y)) << to_string(x) << " * " << to_string(y);
    EXPECT_TRUE(members(hull(a, b)).contains(Interval::hull(x, y)));
    if (b.is_zero()) continue;
    EXPECT_TRUE(members(a / b).contains(x / y)) << to_string(x) << " / " << to_string(y);
    EXPECT_EQ(compare(a, b), certainly_less(x, y) ? -1 : certainly_less(y, x) ? 1 : 0);
  }
}

TEST(Ball, SaturatesWhereNumbersVanish) {
  const Ball minute = exp(Ball(-1e300));
  EXPECT_TRUE(minute.is_around_zero());
  EXPECT_TRUE(members(minute * minute).contains(0.0));
  EXPECT_EQ((Ball(1.0) + minute).sign(), 1);
  EXPECT_FALSE((Ball(1.0) + minute).is_exact());
}

TEST(Ball, BoundsAreOnTheRightSide) {
  test::Inputs inputs(32);
  for (int run = 0; run < 20000; ++run) {
    const Ball a = Ball(inputs.vector(1)[0]) / Ball(3.0);
    const Interval all = members(a);
    EXPECT_TRUE(certainly_less_equal(all, a.upper_bound()));
    EXPECT_TRUE(certainly_less_equal(a.lower_bound(), all));
  }
}

TEST(Ball, HasANonzeroRadiusOfAtLeastAShare) {
  const Ball sum = Ball(1.0) + exp(Ball(-1e9)) + exp(Ball(-1e300));
  EXPECT_GE(sum.radius(), 0x1p-60);
}

}  // namespace
}  // namespace softlaw::reference
