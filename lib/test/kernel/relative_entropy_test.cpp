// SPDX-License-Identifier: Apache-2.0
#include "kernel/relative_entropy.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

/// p - q + the close form = p log(p/q), as far as the two roads can tell.
TEST(RelativeEntropy, TheTwoFormsAgree) {
  for (const double share : {-0.25, -0.2, -0.01, -0x1p-9, 0x1p-9, 0.03, 0.25}) {
    const Scaled p = make_scaled(0.75), q = p + p * make_scaled(share);
    const Scaled near = close_divergence(p, q - p), far = divergence(p, q) - p + q;
    EXPECT_GT(near.mantissa.hi, 0);
    const double error = to_double_double((near - far) / p).hi;
    EXPECT_LE(std::abs(error), 0x1p-69 * std::abs(share)) << share;
  }
}

TEST(RelativeEntropy, IsHalfTheSquareForTinyDifferences) {
  // p (w²/2 - w³/3 + …), here with w = 2^-40 / p
  const Scaled p = make_scaled(0.5), step = make_scaled(0x1p-40);
  const DoubleDouble near = to_double_double(close_divergence(p, step));
  EXPECT_EQ(near.hi, 0x1p-80 - 0x1p-119 / 1.5);
  EXPECT_TRUE(is_zero(close_divergence(p, {})));
}

TEST(RelativeEntropy, CloseIsAQuarter) {
  const Scaled p = make_scaled(4.0);
  EXPECT_TRUE(are_close(p, make_scaled(1.0)));
  EXPECT_TRUE(are_close(p, make_scaled(-1.0)));
  EXPECT_FALSE(are_close(p, make_scaled(1.001)));
  EXPECT_FALSE(are_close(p, make_scaled(-1.001)));
  EXPECT_FALSE(are_close(make_scaled(std::numeric_limits<double>::denorm_min()), p));
}

TEST(RelativeEntropy, TheLogarithmReachesFar) {
  const double two = std::log(2.0);
  for (const int exponent : {-2600, -2047, -1200, -1199, 0, 1199, 1200, 2047, 2600}) {
    EXPECT_NEAR(log_far({{1, 0}, exponent}).hi, exponent * two, 1e-12) << exponent;
  }
  // log 2^2400 - 2 log 2^1200, where only the second is one step.
  const DoubleDouble once = log_far({{1.25, 0}, 1200}) + -log_far({{1.25, 0}, 1199});
  EXPECT_NEAR((once + -log_two).hi, 0, 0x1p-84);
}

}  // namespace
}  // namespace softlaw::kernel
