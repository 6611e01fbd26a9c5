// SPDX-License-Identifier: Apache-2.0
#include "kernel/labels.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

double value(const Scaled& a) { return to_double_double(a).hi; }

TEST(Labels, TheOthersOfALargeLabelKeepTheSmallOnes) {
  const std::vector<double> y{1, 1e-30, 0};
  const Labels<double> labels{std::span<const double>(y)};
  EXPECT_EQ(value(labels.others(0)), 1e-30);
  EXPECT_EQ(value(labels.others(1)), 1);
  EXPECT_FALSE(labels.has_nan());
}

TEST(Labels, EqualLargestLabelsAreCounted) {
  const std::vector<double> y{0.25, 0.25, 0.25};
  const Labels<double> labels{std::span<const double>(y)};
  EXPECT_EQ(value(labels.others(1)), 0.5);
}

TEST(Labels, TheResidualOfACertainLabelIsMinusTheShareOfTheOthers) {
  const std::vector<double> x{200, 0};
  const std::vector<double> y{1, 0};
  const std::span<const double> logits(x);
  const Shares<Exponents<double>> p({logits, find_peak(logits)});
  const Labels<double> labels{std::span<const double>(y)};
  EXPECT_EQ(value(residual_of(p, labels, 0)), -value(p.others(0)));
  EXPECT_EQ(value(cross_entropy_of(p, labels)), value(p.surprisal(0)));
}

}  // namespace
}  // namespace softlaw::kernel
