// SPDX-License-Identifier: Apache-2.0
#include "kernel/line.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

double value(const Scaled& a) { return to_double_double(a).hi; }

TEST(Line, MomentsOfAFairCoin) {
  const std::vector<double> x{0, 0};
  const std::vector<double> h{1, -1};
  const SoftmaxWeights<double> p(std::span<const double>(x), find_peak(std::span<const double>(x)));
  const Coefficients M = moment_series(p, std::span<const double>(h), 0.0, inverse_factorials(4));
  EXPECT_EQ(value(M[1]), 0);
  EXPECT_EQ(value(M[2]), 0.5);
  EXPECT_EQ(value(M[3]), 0);
  EXPECT_EQ(value(M[4]), 1.0 / 24);
}

}  // namespace
}  // namespace softlaw::kernel
