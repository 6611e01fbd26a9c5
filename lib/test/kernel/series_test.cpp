// SPDX-License-Identifier: Apache-2.0
#include "kernel/series.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

double value(const Scaled& a) { return to_double_double(a).hi; }

/// 1 + t + t^2 / 2 + …, the exponential series.
Coefficients exponential_series(std::size_t order) { return inverse_factorials(order); }

TEST(Series, TheReciprocalOfTheExponentialAlternates) {
  const Coefficients inverse =
      reciprocal(exponential_series(40));  // beyond what needs no allocation
  double factorial = 1;
  for (std::size_t k = 0; k <= 12; ++k) {
    EXPECT_EQ(value(inverse[k]), (k % 2 == 0 ? 1 : -1) / factorial) << k;
    factorial *= static_cast<double>(k + 1);
  }
}

TEST(Series, TheLogarithmOfTheExponentialIsLinear) {
  const Coefficients slope = logarithmic_derivative(exponential_series(10));
  EXPECT_EQ(value(slope[1]), 1);
  for (std::size_t k = 2; k <= 10; ++k) EXPECT_NEAR(value(slope[k]), 0, 0x1p-98) << k;
}

}  // namespace
}  // namespace softlaw::kernel
