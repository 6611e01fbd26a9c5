// SPDX-License-Identifier: Apache-2.0
#include "kernel/log.hpp"

#include "kernel/exp.hpp"
#include "support.hpp"

namespace softlaw::kernel {
namespace {

TEST(Log, OfTwoIsKnown) {
  // In hexadecimal 0.b17217f7d1cf79ab c9e3b39803f2f6af…
  EXPECT_EQ(log_two.hi, 0x1.62e42fefa39efp-1);
  EXPECT_NEAR(log_two.lo, 0x1.abc9e3b39803fp-56, 0x1p-102);
}

TEST(Log, TheTableIsAdditive) {
  // 384 * 720 = 480 * 576.
  EXPECT_EQ(log_table.at(512).hi, 0);
  const DoubleDouble difference =
      (log_table.at(384) + log_table.at(720)) + -(log_table.at(480) + log_table.at(576));
  EXPECT_LE(std::abs(difference.hi), 0x1p-98);
  for (int j = LogTable::first; j <= LogTable::last; ++j) {
    const double log = std::log(j / 512.0);
    EXPECT_NEAR(log_table.at(j).hi, log, 0x1p-53) << j;
  }
}

TEST(Log, AgreesWithExtendedPrecision) {
  for (const double x : test::numbers<double>(3000)) {
    for (const int exponent : {-1060, -300, -3, -1, 0, 1, 5, 900}) {
      const double value = std::scalbn(std::abs(x), exponent);
      if (value == 0 || value == 1) continue;
      const DoubleDouble log_pair = log(make_scaled(value));
      const long double exact = std::log(static_cast<long double>(value));
      const long double result = static_cast<long double>(log_pair.hi) + log_pair.lo;
      EXPECT_LE(std::abs(result / exact - 1), 0x1p-61L) << value;
    }
  }
}

/// exp(-log1p(t)) (1 + t) = 1, to the errors of both.
TEST(Log, InvertsTheExponential) {
  for (const double x : test::numbers<double>(3000)) {
    for (const int exponent : {-40, -12, -9, -8, -1, 0, 4, 60}) {
      const double t = std::scalbn(std::abs(x), exponent);
      const DoubleDouble result = to_double_double(log1p(make_scaled(t)));
      const Scaled product = exponential(-result) * make_scaled(two_sum(1, t));
      const DoubleDouble error = to_double_double(product) + -1.0;
      EXPECT_LE(std::abs(error.hi), 0x1p-71 + 0x1p-69 * result.hi) << t;
    }
  }
}

TEST(Log, TakesTheLowPartIntoAccount) {
  // log1p(t + d) - log1p(t) = d / (1 + t), to 2^-69 of either logarithm; d is half an ulp of t.
  for (const double t : {0x1.23p-10, 0x1.6p-3, 0x1.8p5}) {
    const double d = std::scalbn(t, -54);
    const Scaled difference = log1p(make_scaled(two_sum(t, d))) - log1p(make_scaled(t));
    EXPECT_NEAR(to_double_double(difference).hi, d / (1 + t), 0x1p-68 * std::log1p(t)) << t;
  }
}

TEST(Log, OfOneAndATinyNumberIsThatNumber) {
  const Scaled tiny{{1.5, 0x1p-60}, -3000};
  EXPECT_EQ(log1p(tiny).exponent, -3000);
  EXPECT_EQ(log1p(tiny).mantissa.lo, 0x1p-60);
  EXPECT_TRUE(is_zero(log1p({})));
  // t - t²/2 for t = 2^-60.
  const Scaled small = log1p(make_scaled(0x1p-60));
  EXPECT_EQ(to_double_double(small).hi, 0x1p-60);
  EXPECT_EQ(to_double_double(small).lo, -0x1p-121);
}

}  // namespace
}  // namespace softlaw::kernel
