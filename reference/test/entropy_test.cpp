// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/constants.hpp>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

TEST(Entropy, OfTheUniformDistributionIsLogN) {
  EXPECT_TRUE(meets(entropy({0.5, 0.5}), log2()));
  EXPECT_TRUE(meets(entropy(Vector(8, 0.125)), 3 * log2()));
}

TEST(Entropy, OfCertaintyIsExactlyZero) {
  EXPECT_TRUE(same(entropy({}), 0));
  EXPECT_TRUE(same(entropy({1}), 0));
  EXPECT_TRUE(same(entropy({0, 1, 0}), 0));
  EXPECT_TRUE(same(entropy({-0.0}), 0));
}

TEST(Entropy, DoesNotNormalise) {
  EXPECT_TRUE(meets(entropy({2, 4}), -10 * log2()));
  EXPECT_TRUE(entropy({-0.5, 1}).is_empty());
  // 2 log 2 = 4 (1/4) log 4
  EXPECT_TRUE(entropy({2, 0.25, 0.25, 0.25, 0.25}).contains(0.0));
}

TEST(Entropy, IsSharpNearCertainty) {
  const Interval value = entropy({1 - 0x1p-53, 0x1p-1074});
  EXPECT_TRUE(certainly_less(width(value), ldexp(abs(value), -250)));
}

TEST(Entropy, ContainsEveryValueOverWideArguments) {
  test::Inputs inputs(11);
  for (int run = 0; run < 2000; ++run) {
    const double a = inputs.uniform(-0.1, 1.2), b = inputs.uniform(0, 1.2),
                 t = inputs.uniform(0, 1);
    const Interval wide = entropy({Interval::hull(a, b)});
    const double p =
        std::fmax(0, std::fmin(std::fmax(a, b), std::fmin(a, b) + t * (std::fabs(a - b))));
    EXPECT_TRUE(wide.contains(entropy({p}))) << a << " " << b << " " << p;
    EXPECT_TRUE(wide.is_bounded());
  }
  // Just below the maximum 1/e, where the curve bends.
  const Interval top = entropy({Interval::between(0.25, 0.5)});
  EXPECT_TRUE(meets(top, exp(-1)));
  EXPECT_TRUE(certainly_less_equal(top, exp(-1)) || top.contains(exp(-1)));
  EXPECT_TRUE(certainly_less(entropy({Interval::between(0.25, 0.3)}), exp(-1)));
}

}  // namespace
}  // namespace softlaw::reference
