// SPDX-License-Identifier: Apache-2.0
#include "kernel/bernoulli.hpp"

#include "../support.hpp"

namespace softlaw::kernel {
namespace {

TEST(KernelBernoulli, AreTheKnownFractions) {
  const auto difference = [](std::size_t r, double numerator, double denominator) {
    const DoubleDouble exact = DoubleDouble{numerator, 0} / DoubleDouble{denominator, 0};
    return std::abs((bernoulli_quotients[r - 1] + -exact).hi / exact.hi);
  };
  EXPECT_LT(difference(1, 1, 12), 0x1p-98);
  EXPECT_LT(difference(2, -1, 120), 0x1p-98);
  EXPECT_LT(difference(3, 1, 252), 0x1p-98);
  EXPECT_LT(difference(6, -691, 32760), 0x1p-96);
  EXPECT_LT(difference(10, -174611, 6600), 0x1p-94);
  EXPECT_LT(difference(20, -261082718496449122051.0, 541200), 0x1p-50);
}

}  // namespace
}  // namespace softlaw::kernel
