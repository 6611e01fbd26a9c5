// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/choice.hpp>
#include <softlaw/reference/condition.hpp>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

TEST(Choice, PreferenceIsTheFirstEntryOfASoftmax) {
  test::Inputs inputs(51);
  for (int run = 0; run < 1000; ++run) {
    const Interval a = inputs.special(), b = inputs.bits(), c = inputs.grid();
    EXPECT_TRUE(meets(preference(a, b), softmax({a, b})[0]));
    EXPECT_TRUE(meets(preference(a, c), softmax({a, c})[0]));
    EXPECT_TRUE(meets(preference(a, c) + preference(c, a), 1));
  }
  EXPECT_TRUE(same(preference(5, 5), 0.5));
}

TEST(Choice, PreferenceIsBradleyTerryOfExponentials) {
  test::Inputs inputs(52);
  for (int run = 0; run < 300; ++run) {
    const Interval a = inputs.grid(), b = inputs.uniform(-10, 10);
    EXPECT_TRUE(meets(preference(a, b), bradley_terry(exp(a), exp(b))));
  }
  EXPECT_TRUE(same(bradley_terry(1, 3), 0.25));
  EXPECT_TRUE(same(bradley_terry(0x1p-1074, 0x1p-1074), 0.5));
  EXPECT_TRUE(meets(bradley_terry(1, 2), Interval::ratio(1, 3)));
}

TEST(Choice, IsSoftmaxOfOneScoreMore) {
  const Vector shares = choice({0, 0}, 0);
  ASSERT_EQ(shares.size(), 3U);
  for (const Interval& share : shares) EXPECT_TRUE(same(share, Interval::ratio(1, 3)));
  EXPECT_TRUE(same(choice({}, 3)[0], 1));
  EXPECT_TRUE(meets(choice({1}, 4)[1], preference(4, 1)));
}

TEST(ChoiceCondition, FollowsSoftmax) {
  EXPECT_TRUE(same(condition::preference(1, -2), condition::softmax({1, -2})[0]));
  EXPECT_TRUE(same(condition::bradley_terry(1, 3), 0.25));
  EXPECT_TRUE(same(condition::choice({1, 2}, 4)[2], condition::softmax({1, 2, 4})[2]));
}

}  // namespace
}  // namespace softlaw::reference
