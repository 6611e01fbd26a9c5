// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/condition.hpp>
#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

/// |h| + <p, |h|>
Vector enlarged(const Vector& x, const Vector& h) {
  const Vector p = softmax(x);
  Interval mean;
  for (std::size_t i = 0; i < h.size(); ++i) mean += p[i] * abs(h[i]);
  Vector result;
  for (const Interval& entry : h) result.push_back(abs(entry) + mean);
  return result;
}

TEST(ConditionOfTaylor, AlongOneLineIsThatOfTheDerivatives) {
  const Vector x = {1, -2, 0.5}, h = {1, -2, 3};
  const Vector jet = condition::softmax_jet(x, h, 5);
  const Vector cumulants = condition::logsumexp_cumulants(x, h, 5);
  const Vector a = enlarged(x, h);
  std::vector<Vector> same_sizes, directions;
  Interval factorial = 1;
  for (std::size_t k = 1; k <= 5; ++k) {
    factorial *= static_cast<int>(k);
    same_sizes.push_back(a);
    directions.push_back(h);
    // up to order 3 the scale of a direction is its size
    const Vector& expected = condition::softmax_derivative(x, k <= 3 ? same_sizes : directions);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_TRUE(meets(factorial * jet[3 * k + i], expected[i])) << k;
    }
    EXPECT_TRUE(meets(cumulants[k - 1], condition::logsumexp_derivative(x, directions))) << k;
  }
  const Vector taylor = condition::softmax_taylor(x, h, 5);
  for (std::size_t i = 0; i < 3; ++i) {
    Interval sum;
    for (std::size_t k = 0; k <= 5; ++k) sum += jet[3 * k + i];
    EXPECT_TRUE(meets(taylor[i], sum));
  }
}

TEST(ConditionOfTaylor, TheFirstCumulantCountsEveryTerm) {
  const Vector x = {0, 0}, h = {3, -1};
  // p = 1/2, depths 0, a = (3 + 2, 1 + 2)
  EXPECT_TRUE(meets(condition::logsumexp_cumulants(x, h, 1)[0], 4));
  EXPECT_TRUE(meets(condition::logsumexp_derivative(x, {h}), 4));
}

TEST(ConditionOfTaylor, BoundsTheValues) {
  test::Inputs inputs(34);
  for (int run = 0; run < 60; ++run) {
    const std::vector<double> entries = inputs.vector(4);
    const Vector x = test::intervals(entries);
    const Vector h = test::intervals(inputs.vector_of_size(x.size()));
    const Vector jet = softmax_jet(x, h, 5), scale = condition::softmax_jet(x, h, 5);
    for (std::size_t k = 0; k < jet.size(); ++k) {
      EXPECT_FALSE(certainly_less(scale[k], abs(jet[k]))) << run << " " << k;
    }
    const Vector cumulants = logsumexp_cumulants(x, h, 5);
    const Vector sizes = condition::logsumexp_cumulants(x, h, 5);
    for (std::size_t k = 0; k < 5; ++k) EXPECT_FALSE(certainly_less(sizes[k], abs(cumulants[k])));
  }
}

TEST(ConditionOfTaylor, Shapes) {
  EXPECT_THROW(condition::softmax_jet({1, 2}, {1}, 1), std::invalid_argument);
  EXPECT_THROW(condition::softmax_taylor({1, 2}, {1}, 1), std::invalid_argument);
  EXPECT_THROW(condition::logsumexp_cumulants({1, 2}, {1}, 1), std::invalid_argument);
  EXPECT_THROW(condition::logsumexp_derivative({1, 2}, {{1}}), std::invalid_argument);
  EXPECT_TRUE(condition::softmax_taylor({}, {}, 2).empty());
}

}  // namespace
}  // namespace softlaw::reference
