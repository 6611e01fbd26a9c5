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

/// gamma + log x + E_1(x) is the sum of (-1)^(k+1) x^k / (k k!), and 0 < E_1(x) < e^-x / x.
TEST(Constants, EulersConstantEndsTheExponentialIntegral) {
  const WorkingPrecision guard(1000);
  const int x = 200;
  Interval term = 1, sum;
  for (int k = 1; k <= 2000; ++k) {
    term *= Interval(-x) / k;
    sum -= term / k;
  }
  // beyond, the terms fall by a factor of 10 each
  sum += Interval::between(-abs(term), abs(term));
  const Interval tail = Interval::between(0, exp(-x) / x);
  const Interval gamma = sum - log(x) - tail;
  EXPECT_TRUE(meets(euler(), gamma));
  EXPECT_TRUE(certainly_less(width(gamma), Interval::power_of_two(-280)));
  EXPECT_TRUE(certainly_less(width(euler()), Interval::power_of_two(-990)));
}

}  // namespace
}  // namespace softlaw::reference
