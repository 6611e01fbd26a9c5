// SPDX-License-Identifier: Apache-2.0
#include "kernel/exp.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

TEST(Exp, TheTableHoldsPowersOfTwo) {
  // The square of entry j is entry 2j, or twice the entry 2j - 256.
  for (std::size_t j = 0; j < exp_table.size(); ++j) {
    EXPECT_EQ(leading_bits<26>(exp_table[j].hi), exp_table[j].hi);
    const DoubleDouble root = fast_two_sum(exp_table[j].hi, exp_table[j].lo);
    const DoubleDouble entry = exp_table[2 * j % exp_table.size()];
    const double wrap = 2 * j < exp_table.size() ? 1 : 2;
    const DoubleDouble square = fast_two_sum(wrap * entry.hi, wrap * entry.lo);
    const DoubleDouble difference = root * root + -square;
    EXPECT_LE(std::abs(difference.hi), 8 * 0x1p-79) << j;
  }
}

TEST(Exp, TheReductionConstantsAddUpAndAreShort) {
  const DoubleDouble sum = DoubleDouble{reduction.first, 0} + reduction.second + reduction.third;
  const DoubleDouble difference = sum * 256 + -log_two;
  EXPECT_LE(std::abs(difference.hi), 0x1p-104);
  EXPECT_EQ(leading_bits<32>(reduction.first), reduction.first);
  EXPECT_EQ(leading_bits<32>(reduction.second), reduction.second);
}

/// The functional equation exp(a) exp(b) = exp(a + b), with relative errors of 2^-71 each.
TEST(Exp, ObeysTheFunctionalEquation) {
  const std::vector<double> x = test::numbers<double>(4000);
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    const double size = i % 2 == 0 ? 400 : 1;
    const double a = -std::abs(x[i]) * size;
    const double b = -std::abs(x[i + 1]) * size;
    const Scaled product = exponential({a, 0}) * exponential({b, 0});
    const Scaled ratio = product / exponential(two_sum(a, b));
    const DoubleDouble error = to_double_double(ratio) + -1.0;
    EXPECT_LE(std::abs(error.hi), 3 * 0x1p-71) << a << " " << b;
  }
}

TEST(Exp, AgreesWithExtendedPrecision) {
  for (double x : test::numbers<double>(4000)) {
    x = -std::abs(x) * 745;
    const Scaled e = exponential({x, 0});
    const long double value = static_cast<long double>(e.mantissa.hi) + e.mantissa.lo;
    const long double exact = std::exp(static_cast<long double>(x));
    EXPECT_LE(std::abs(std::scalbn(value, e.exponent) / exact - 1), 0x1p-62L) << x;
  }
}

TEST(Exp, TakesTheLowPartIntoAccount) {
  const Scaled e = exponential({-700, 0x1p-50});
  const Scaled plain = exponential({-700, 0});
  const DoubleDouble growth = to_double_double(e / plain) + -1.0;
  EXPECT_NEAR(growth.hi, 0x1p-50, 0x1p-69);
}

TEST(Exp, RoughlyWithinOnePartIn600) {
  for (double x : test::numbers<double>(1000)) {
    x = -std::abs(x) * 690;
    EXPECT_LE(std::abs(rough_exponential(x) / std::exp(x) - 1), 1 / 600.0) << x;
  }
  EXPECT_EQ(rough_exponential(0), 1);
  EXPECT_EQ(rough_exponential(-700), 0);
  EXPECT_EQ(rough_exponential(-test::infinity<double>), 0);
}

TEST(Exp, EndsAreZeroAndOne) {
  EXPECT_EQ(exponential({0, 0}).mantissa.hi, 1);
  EXPECT_EQ(exponential({0, 0}).mantissa.lo, 0);
  EXPECT_TRUE(is_zero(exponential({-5000, 0})));
  EXPECT_TRUE(is_zero(exponential({-test::infinity<double>, test::nan<double>})));
  EXPECT_EQ(exponential({-4096, 0}).exponent, -5910);
}

}  // namespace
}  // namespace softlaw::kernel
