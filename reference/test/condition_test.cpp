// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/constants.hpp>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

Interval greatest(const Vector& x) {
  Interval m = x[0];
  for (const Interval& entry : x) m = max(m, entry);
  return m;
}

/// The mean depth below the maximum, from its definition.
Interval mean_depth(const Vector& x) {
  const Vector p = softmax(x);
  Interval sum;
  for (std::size_t i = 0; i < x.size(); ++i) sum += p[i] * (greatest(x) - x[i]);
  return sum;
}

TEST(Condition, OfLogsumexpIsTheEntropy) {
  test::Inputs inputs(18);
  for (int run = 0; run < 300; ++run) {
    const Vector x = test::intervals(inputs.vector());
    EXPECT_TRUE(meets(condition::logsumexp(x), entropy(softmax(x))));
    EXPECT_TRUE(meets(condition::excess(x), mean_depth(x) + excess(x)));
  }
  EXPECT_TRUE(meets(condition::logsumexp({3, 3}), log2()));
  EXPECT_TRUE(same(condition::logsumexp({3}), 0));
  EXPECT_TRUE(same(condition::logsumexp({}), 0));
  EXPECT_TRUE(same(condition::logsumexp({}, 2), 0));
}

TEST(Condition, FollowsScalingAndSign) {
  const Vector x = {1, -2, 0.5}, minus = {-1, 2, -0.5}, doubled = {2, -4, 1};
  const Interval plain = condition::logsumexp(x);
  EXPECT_TRUE(meets(condition::logsumexp(x, 1), plain));
  EXPECT_TRUE(meets(condition::logsumexp(x, 2), condition::logsumexp(doubled) / 2));
  EXPECT_TRUE(meets(condition::logsumexp(x, -2), condition::softmin(doubled) / 2));
  EXPECT_TRUE(meets(condition::softmin(minus), plain));
  EXPECT_TRUE(meets(condition::softmin(minus, 1), plain));
  EXPECT_TRUE(meets(condition::logaddexp(1, -2), condition::logsumexp({1, -2})));
  EXPECT_TRUE(certainly_less(0, condition::logsumexp(x, -2)));
}

TEST(Condition, OfSoftmaxCountsNumeratorAndDenominator) {
  test::Inputs inputs(19);
  for (int run = 0; run < 300; ++run) {
    const Vector x = test::intervals(inputs.vector());
    const Vector s = condition::softmax(x), l = condition::log_softmax(x), p = softmax(x);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const Interval depth = greatest(x) - x[i];
      EXPECT_TRUE(meets(s[i], p[i] * (depth + mean_depth(x))));
      EXPECT_TRUE(meets(l[i], depth + mean_depth(x) + excess(x)));
    }
  }
  EXPECT_TRUE(condition::softmax({}).empty() && condition::log_softmax({}).empty());
}

TEST(Condition, TemperatureDivides) {
  const Vector x = {1, -2, 0.5}, doubled = {2, -4, 1};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_TRUE(meets(condition::softmax(x, 0.5)[i], condition::softmax(doubled)[i]));
    EXPECT_TRUE(meets(condition::log_softmax(x, 0.5)[i], condition::log_softmax(doubled)[i]));
  }
}

TEST(Condition, OfScalarsIsThatOfPairs) {
  for (const double t : {-700.0, -1.0, 0.0, 2.0, 40.0}) {
    EXPECT_TRUE(meets(condition::softplus(t), condition::logsumexp({0, t})));
    EXPECT_TRUE(meets(condition::logistic(t), condition::softmax({0, t})[1]));
  }
}

TEST(Condition, OfEntropySumsMagnitudes) {
  EXPECT_TRUE(meets(condition::entropy({0.5, 0.5}), log2()));
  EXPECT_TRUE(meets(condition::entropy({2, 0.5}), 2.5 * log2()));
  EXPECT_TRUE(same(condition::entropy({0, 1}), 0));
}

TEST(Condition, OfTheHessianGrowsWithTheDepths) {
  const Vector x = {1, -2, 0.5};
  const Vector h = logsumexp_hessian(x), scale = condition::logsumexp_hessian(x);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      const Interval depths = (1 - x[i]) + (1 - x[j]);
      if (i == j) continue;
      EXPECT_TRUE(meets(scale[i * 3 + j], abs(h[i * 3 + j]) * (1 + depths + mean_depth(x))));
    }
    // the diagonal is the sum of the rest of its row, whose scales add up
    const std::size_t j = (i + 1) % 3, k = (i + 2) % 3;
    EXPECT_TRUE(meets(scale[i * 3 + i], scale[i * 3 + j] + scale[i * 3 + k]));
  }
  EXPECT_TRUE(condition::logsumexp_hessian({}).empty());
}

}  // namespace
}  // namespace softlaw::reference
