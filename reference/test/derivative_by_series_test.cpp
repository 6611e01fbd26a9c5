// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

TEST(DerivativeBySeries, GradientOfLogsumexpIsSoftmax) {
  const Vector x = {0.5, 2, -1}, v = {1, -2, 5};
  const Vector p = softmax(x);
  EXPECT_TRUE(meets(logsumexp_derivative_by_series(x, {v}), p[0] - 2 * p[1] + 5 * p[2]));
  EXPECT_TRUE(meets(logsumexp_derivative_by_series(x, {}), logsumexp(x)));
}

/// The derivative of order m + 1 of logsumexp is the inner product of that of order m of softmax.
TEST(DerivativeBySeries, EachOrderIsAnInnerProductWithTheOneBelow) {
  test::Inputs inputs(10);
  for (int run = 0; run < 100; ++run) {
    const std::vector<double> x = inputs.vector(4);
    std::vector<Vector> directions;
    for (int order = 0; order <= 4; ++order) {
      const Vector derivative = softmax_derivative_by_series(test::intervals(x), directions);
      directions.push_back(test::intervals(inputs.vector_of_size(x.size())));
      Interval product;
      for (std::size_t i = 0; i < x.size(); ++i) product += derivative[i] * directions.back()[i];
      EXPECT_TRUE(meets(product, logsumexp_derivative_by_series(test::intervals(x), directions)));
    }
  }
}

/// The fourth and fifth derivative of the logistic function, as polynomials in w = p(1 - p):
/// p'''' = w(1 - 2p)(1 - 12w), p''''' = w(1 - 30w + 120w^2).
TEST(DerivativeBySeries, ReachesHigherOrders) {
  const Vector h = {0, 1};
  for (const double t : {-3.0, 0.25, 2.0}) {
    const Interval p = logistic(t), w = p * (1 - p);
    const Vector x = {0, t};
    const Interval fourth = softmax_derivative_by_series(x, {h, h, h, h})[1];
    const Interval fifth = softmax_derivative_by_series(x, {h, h, h, h, h})[1];
    EXPECT_TRUE(meets(fourth, w * (1 - 2 * p) * (1 - 12 * w)));
    EXPECT_TRUE(meets(fifth, w * (1 - 30 * w + 120 * sqr(w))));
    EXPECT_TRUE(certainly_less(width(fifth), Interval::power_of_two(-240)));
  }
}

TEST(DerivativeBySeries, RefusesWrongShapes) {
  EXPECT_THROW(softmax_derivative_by_series({1, 2}, {{1}}), std::invalid_argument);
  EXPECT_THROW(logsumexp_derivative_by_series({1, 2}, {{1, 2}, {}}), std::invalid_argument);
  EXPECT_TRUE(softmax_derivative_by_series({}, {{}}).empty());
}

}  // namespace
}  // namespace softlaw::reference
