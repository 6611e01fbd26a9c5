// SPDX-License-Identifier: Apache-2.0
#include "kernel/scaled.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

TEST(Scaled, HoldsEveryFiniteNumberInNormalForm) {
  using Limits = std::numeric_limits<double>;
  for (const double x : {1.0, -3.75, 1e-300, Limits::max(), Limits::min(), Limits::denorm_min(),
                         -7 * Limits::denorm_min()}) {
    const Scaled s = make_scaled(x);
    EXPECT_EQ(std::ilogb(s.mantissa.hi), 0) << x;
    EXPECT_EQ(s.exponent, std::ilogb(x)) << x;
    EXPECT_EQ(std::scalbn(s.mantissa.hi, s.exponent), x);
  }
  EXPECT_TRUE(is_zero(make_scaled(0.0)));
}

TEST(Scaled, ProductsLeaveTheRangeOfBinary64) {
  const Scaled huge = make_scaled(0x1.8p1000);
  const Scaled cube = huge * huge * huge;
  EXPECT_EQ(cube.exponent, 3001);
  EXPECT_EQ(cube.mantissa.hi, 1.6875);
  const Scaled back = cube / huge / huge;
  EXPECT_EQ(to_double_double(back).hi, 0x1.8p1000);
  EXPECT_TRUE(std::isinf(to_double_double(cube).hi));
  EXPECT_EQ(to_double_double(make_scaled(1.0) / cube).hi, 0);
}

TEST(Scaled, HoldsWholeNumbersOf64Bits) {
  EXPECT_TRUE(is_zero(from_integer(0)));
  EXPECT_EQ(to_double_double(from_integer(3)).hi, 3);
  const DoubleDouble most = to_double_double(from_integer(UINT64_MAX));
  EXPECT_EQ(most.hi, 0x1p64);
  EXPECT_EQ(most.lo, -1);
}

TEST(Scaled, SumsAlignTheirExponents) {
  const Scaled one = make_scaled(1.0);
  const Scaled small = make_scaled(0x1p-80);
  const DoubleDouble sum = to_double_double(small + one);
  EXPECT_EQ(sum.hi, 1);
  EXPECT_EQ(sum.lo, 0x1p-80);
  EXPECT_EQ(to_double_double((one + small) - one).hi, 0x1p-80);
  EXPECT_TRUE(is_zero(small - small));
  EXPECT_EQ(to_double_double(make_scaled(0x1p-1000) + one).lo, 0);
}

}  // namespace
}  // namespace softlaw::kernel
