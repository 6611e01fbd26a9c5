// SPDX-License-Identifier: Apache-2.0
#include "kernel/exact_sum.hpp"

#include "../support.hpp"

namespace softlaw::kernel {
namespace {

constexpr double most = std::numeric_limits<double>::max();
constexpr double least = std::numeric_limits<double>::denorm_min();

double rounded(const ExactSum& sum) {
  const DoubleDouble pair = to_double_double(sum.total());
  return pair.hi + pair.lo;
}

TEST(ExactSum, OfNothingIsZero) { EXPECT_TRUE(is_zero(ExactSum().total())); }

TEST(ExactSum, IsEvaluatedAtCompileTime) {
  constexpr double value = [] {
    ExactSum sum;
    sum.add(3);
    sum.add_product(-0.5, 3);
    return to_double_double(sum.total()).hi;
  }();
  static_assert(value == 1.5);
}

TEST(ExactSum, KeepsOneTermOfAnySizeAndSign) {
  for (const double x : {1.0, -1.0, 0.1, -1e300, most, -most, 0x1p-1022, least, -7 * least}) {
    ExactSum sum;
    sum.add(x);
    EXPECT_EQ(sum.total().mantissa.hi, make_scaled(x).mantissa.hi);
    EXPECT_EQ(sum.total().exponent, make_scaled(x).exponent);
    EXPECT_EQ(sum.total().mantissa.lo, 0);
    sum.subtract(x);
    EXPECT_TRUE(is_zero(sum.total())) << x;
  }
}

TEST(ExactSum, KeepsProductsWhole) {
  const double x = 1 + 0x1p-52;
  ExactSum sum;
  sum.add_product(x, x);
  sum.add(-1);
  sum.add(-0x1p-51);
  EXPECT_EQ(rounded(sum), 0x1p-104);
}

TEST(ExactSum, LosesNothingBetweenTheEndsOfTheRange) {
  ExactSum sum;
  sum.add_product(most, most);
  sum.add_product(least, -least);
  sum.subtract_product(most, most);
  const Scaled total = sum.total();
  EXPECT_EQ(total.exponent, -2148);
  EXPECT_EQ(total.mantissa.hi, -1);
}

TEST(ExactSum, CarriesAndBorrowsThroughManyDigits) {
  ExactSum sum;
  sum.add(0x1p900);
  sum.subtract(0x1p-900);
  const Scaled below = sum.total();
  EXPECT_EQ(below.mantissa.hi * power_of_two(below.exponent - 900), 1);
  sum.subtract(0x1p900);
  EXPECT_EQ(rounded(sum), -0x1p-900);
  for (int i = 0; i < 1000; ++i) sum.add(0x1.fffffffffffffp-901);
  sum.add(0x1p-900);
  EXPECT_EQ(rounded(sum), 1000 * 0x1.fffffffffffffp-901);
}

TEST(ExactSum, DoesNotDependOnTheOrder) {
  const std::vector<double> x = test::numbers<double>(100, 1), y = test::numbers<double>(100, 2);
  ExactSum forwards, backwards;
  for (std::size_t i = 0; i < 100; ++i) {
    forwards.add_product(std::scalbn(x[i], static_cast<int>(i) * 9 - 400), y[i]);
    backwards.add_product(std::scalbn(x[99 - i], static_cast<int>(99 - i) * 9 - 400), y[99 - i]);
  }
  EXPECT_EQ(forwards.total().mantissa.hi, backwards.total().mantissa.hi);
  EXPECT_EQ(forwards.total().mantissa.lo, backwards.total().mantissa.lo);
}

}  // namespace
}  // namespace softlaw::kernel
