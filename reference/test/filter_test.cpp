// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cfenv>

#include "filter_trial.hpp"

namespace softlaw::reference {
namespace {

using test::Tally;

/// The whole trial is softlaw_filter_trial: this is its beginning.
TEST(Filter, IsNeverWrongAndSeldomPassesOn) {
  Tally all;
  for (std::uint64_t number = 0; number < 20000; ++number) all += test::try_filter(number);
  EXPECT_EQ(all.misses, 0U) << all.first_miss;
  EXPECT_LT(all.passed_on, all.questions / 10) << all.passed_on << " of " << all.questions;
}

/// A subject may have changed it: balls are made of integers.
TEST(Filter, IsTheSameInAnyRoundingMode) {
  for (const int mode : {FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO}) {
    std::fesetround(mode);
    Tally all;
    for (std::uint64_t number = 0; number < 1000; ++number) all += test::try_filter(number);
    std::fesetround(FE_TONEAREST);
    EXPECT_EQ(all.misses, 0U) << all.first_miss;
  }
}

TEST(Filter, IsOnForAsLongAsItsGuardLives) {
  EXPECT_FALSE(Filter::is_active());
  {
    const Filter on;
    EXPECT_TRUE(Interval(1).is_filtered());
    {
      const Filter off(false);
      EXPECT_FALSE(Interval(1).is_filtered());
    }
    EXPECT_TRUE(Filter::is_active());
  }
  EXPECT_FALSE(Interval(1).is_filtered());
}

TEST(Filter, TellsWhatBallsSettle) {
  const auto less = [](const Interval& a, const Interval& b) {
    return filtered([&] { return certainly_less(a, b); });
  };
  EXPECT_EQ(less(1, 2), true);
  EXPECT_EQ(less(2, 1), false);
  EXPECT_EQ(less(1, 1), false);
}

TEST(Filter, PassesOnWhatBallsDoNotSettle) {
  const auto question = [] { return meets(log(Interval(2)) + log(Interval(3)), log(Interval(6))); };
  EXPECT_EQ(filtered(question), std::nullopt);
  EXPECT_TRUE(question());
  EXPECT_EQ(filtered([] { return erf(1); }).has_value(), false);
  EXPECT_EQ(filtered([] { return 1 / (exp(Interval(1)) - exp(Interval(1))); }).has_value(), false);
}

/// A precision below that of balls makes intervals that are wider than balls tell.
TEST(Filter, PassesOnWhatAsksForLessPrecision) {
  EXPECT_FALSE(filtered([] {
                 const WorkingPrecision coarse(64);
                 return Interval(1);
               }).has_value());
}

TEST(Filter, KnowsInfinitiesAndNothing) {
  const Filter on;
  EXPECT_TRUE(Interval(std::nan("")).contains(Interval::whole()));
  EXPECT_TRUE((Interval::empty() + 1).is_empty());
  EXPECT_TRUE(certainly_less(log(Interval(0)), -1e308));
  EXPECT_TRUE(exp(Interval(-HUGE_VAL)).contains(0.0));
  EXPECT_THROW(Interval(HUGE_VAL) - Interval(HUGE_VAL), Undecided);
  EXPECT_THROW(Interval(HUGE_VAL) * Interval(0), Undecided);
}

}  // namespace
}  // namespace softlaw::reference
