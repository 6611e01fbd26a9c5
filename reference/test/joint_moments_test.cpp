// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

TEST(JointMoments, AgreeWithMultilinearSeries) {
  test::Inputs inputs(33);
  for (int run = 0; run < 60; ++run) {
    const std::vector<double> entries = inputs.vector(4);
    const Vector x = test::intervals(entries);
    std::vector<Vector> directions;
    for (std::size_t order = 1; order <= 5; ++order) {
      directions.push_back(test::intervals(inputs.vector_of_size(x.size())));
      EXPECT_TRUE(meets(logsumexp_derivative(x, directions),
                        logsumexp_derivative_by_series(x, directions)));
      const Vector derivative = softmax_derivative(x, directions);
      const Vector series = softmax_derivative_by_series(x, directions);
      for (std::size_t i = 0; i < x.size(); ++i) EXPECT_TRUE(meets(derivative[i], series[i]));
    }
  }
}

TEST(JointMoments, RationalCasesAreSharp) {
  const Vector x = {7, 7}, h = {1, -1}, one = {0.1, 0.1};
  EXPECT_TRUE(same(softmax_derivative(x, {h, h, h, h})[0], 0));
  EXPECT_TRUE(same(softmax_derivative(x, {h, h, h, h, h})[0], 8));
  EXPECT_TRUE(same(softmax_derivative({1, 2}, {h, one, h, h})[0], 0));
  EXPECT_TRUE(same(logsumexp_derivative(x, {h, h}), 1));
  EXPECT_TRUE(same(logsumexp_derivative(x, {h, h, h, h}), -2));
  EXPECT_TRUE(same(logsumexp_derivative({1, 2}, {one}), 0.1));
  EXPECT_TRUE(same(logsumexp_derivative({1, 2}, {h, one, h}), 0));
}

TEST(JointMoments, SmallestOrdersAndShapes) {
  EXPECT_TRUE(meets(logsumexp_derivative({1, 2}, {}), logsumexp({1, 2})));
  EXPECT_THROW(logsumexp_derivative({1, 2}, {{1}}), std::invalid_argument);
}

}  // namespace
}  // namespace softlaw::reference
