// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/constants.hpp>

namespace softlaw::reference {
namespace {

TEST(Constants, LogTwoIsTheLogarithmOfTwo) {
  EXPECT_TRUE(meets(log2(), log(2)));
  EXPECT_TRUE(certainly_less(width(log2()), Interval::power_of_two(-255)));
}

/// Machin's formula, with the alternating series cut off after a term of either sign.
TEST(Constants, PiSatisfiesMachinsFormula) {
  const auto arctangent_of_inverse = [](int q) {
    Interval sum;
    for (int k = 0; k < 100; ++k) {
      const Interval term = pow(q, -(2 * k + 1)) / (2 * k + 1);
      const Interval next = k % 2 == 0 ? sum + term : sum - term;
      if (k == 99) return Interval::hull(sum, next);
      sum = next;
    }
    return sum;
  };
  const Interval machin = 16 * arctangent_of_inverse(5) - 4 * arctangent_of_inverse(239);
  EXPECT_TRUE(meets(pi(), machin));
  EXPECT_TRUE(certainly_less(width(machin), Interval::power_of_two(-240)));
  EXPECT_TRUE(certainly_less(width(pi()), Interval::power_of_two(-253)));
}

}  // namespace
}  // namespace softlaw::reference
