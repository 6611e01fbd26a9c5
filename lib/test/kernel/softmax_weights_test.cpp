// SPDX-License-Identifier: Apache-2.0
#include "kernel/softmax_weights.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

TEST(SoftmaxWeights, SumsToOne) {
  const std::vector<double> x = test::numbers<double>(100);
  const SoftmaxWeights<double> p(std::span<const double>(x), find_peak(std::span<const double>(x)));
  Scaled sum;
  for (std::size_t i = 0; i < x.size(); ++i) sum = sum + p(i);
  EXPECT_LE(std::abs(to_double_double(sum - make_scaled(1.0)).hi), 0x1p-68);
}

TEST(SoftmaxWeights, TheCentreOfAConstantIsIt) {
  const std::vector<float> x = test::numbers<float>(100);
  const SoftmaxWeights<float> p(std::span<const float>(x), find_peak(std::span<const float>(x)));
  for (const float c : {0.1F, -3.0F, 1e-44F, 3e38F, 0.0F}) {
    const std::vector<float> h(100, c);
    EXPECT_EQ(p.centre(h), static_cast<double>(c));
    EXPECT_TRUE(is_zero(from_centre(c, p.centre(h))));
  }
}

}  // namespace
}  // namespace softlaw::kernel
