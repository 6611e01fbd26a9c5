// SPDX-License-Identifier: Apache-2.0
#include "kernel/double_double.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

TEST(DoubleDouble, SumsAndProductsAreExact) {
  const std::vector<double> x = test::numbers<double>(2000);
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    // 31 bits each: everything is exact in extended precision.
    const double a = x[i];
    const double b = std::scalbn(x[i + 1], static_cast<int>(i % 60) - 30);
    const DoubleDouble product = two_product(a, b);
    EXPECT_EQ(static_cast<long double>(product.hi) + product.lo, static_cast<long double>(a) * b);
    EXPECT_EQ(product.hi, a * b);
    const DoubleDouble sum = two_sum(a, b);
    EXPECT_EQ(sum.hi, a + b);
    EXPECT_EQ((static_cast<long double>(a) - sum.hi) + b, static_cast<long double>(sum.lo));
  }
}

TEST(DoubleDouble, TheTwoRoadsToAProductGiveTheSameBits) {
  constexpr double a = 1.0 / 3;
  constexpr double b = 2.0 / 7;
  constexpr DoubleDouble slow = two_product(a, b);  // constant evaluation takes Dekker's road
  EXPECT_EQ(slow.lo, std::fma(a, b, -(a * b)));
  EXPECT_NE(slow.lo, 0);
}

TEST(DoubleDouble, AdditionSurvivesCancellation) {
  const DoubleDouble sum = DoubleDouble{1, 0x1p-60} + DoubleDouble{-1, 0x1p-120};
  EXPECT_EQ(sum.hi, 0x1p-60);
  EXPECT_EQ(sum.lo, 0x1p-120);
}

TEST(DoubleDouble, DivisionInvertsMultiplication) {
  for (double a : test::numbers<double>(1000)) {
    a += 3;
    const DoubleDouble back = DoubleDouble{1, 0} / DoubleDouble{a, 0} * a + -1.0;
    EXPECT_LE(std::abs(back.hi), 0x1p-102) << a;
  }
}

TEST(DoubleDouble, CutPairsMultiplyTo75Bits) {
  const std::vector<double> x = test::numbers<double>(1000);
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    const DoubleDouble a{x[i], x[i] * 0x1.7p-55};
    const DoubleDouble b{x[i + 1], x[i + 1] * -0x1.3p-54};
    const DoubleDouble exact = a * b;
    EXPECT_LE(std::abs((cut(a) * cut(b) + -exact).hi), 0x1p-75 * std::abs(exact.hi));
  }
}

TEST(DoubleDouble, ALooseSumErrsByAPartOfItsTerms) {
  const DoubleDouble a{1, 0x1p-54};
  const DoubleDouble b{-1 + 0x1p-53, 0x1p-108};
  const DoubleDouble sum = loose_sum(a, b);
  EXPECT_LE(std::abs((sum + -(a + b)).hi), 8 * 0x1p-106);
}

TEST(DoubleDouble, LeadingBitsAreCutOff) {
  EXPECT_EQ(leading_bits<26>(1 + 0x1p-25 + 0x1p-26), 1 + 0x1p-25);
  EXPECT_EQ(leading_bits<53>(1 + 0x1p-52), 1 + 0x1p-52);
}

}  // namespace
}  // namespace softlaw::kernel
