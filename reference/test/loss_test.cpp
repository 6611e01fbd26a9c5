// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/constants.hpp>
#include <softlaw/reference/loss.hpp>
#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

Vector unit(std::size_t n, std::size_t j) {
  Vector e(n);
  e[j] = 1;
  return e;
}

Interval sum_of(const Vector& terms) {
  Interval sum;
  for (const Interval& term : terms) sum += term;
  return sum;
}

/// Logits and labels that are not negative.
struct Observation {
  explicit Observation(test::Inputs& inputs) : o(test::intervals(inputs.vector())) {
    for (const double label : inputs.vector_of_size(o.size())) y.push_back(abs(Interval(label)));
  }
  Vector o, y;
};

TEST(Loss, IsTheSumOfLabelsTimesLogsumexpLessTheProduct) {
  test::Inputs inputs(41);
  for (int run = 0; run < 500; ++run) {
    const Observation at(inputs);
    Interval product;
    for (std::size_t j = 0; j < at.o.size(); ++j) product += at.y[j] * at.o[j];
    EXPECT_TRUE(meets(cross_entropy_logits(at.o, at.y), sum_of(at.y) * logsumexp(at.o) - product));
  }
}

TEST(Loss, GradientIsThatOfThePowerSeries) {
  test::Inputs inputs(42);
  for (int run = 0; run < 300; ++run) {
    const Observation at(inputs);
    const Vector gradient = cross_entropy_logits_gradient(at.o, at.y);
    for (std::size_t j = 0; j < at.o.size(); ++j) {
      const Interval slope = logsumexp_derivative_by_series(at.o, {unit(at.o.size(), j)});
      EXPECT_TRUE(meets(gradient[j], sum_of(at.y) * slope - at.y[j]));
    }
  }
}

TEST(Loss, OfAHardLabelIsThatOfAUnitVector) {
  test::Inputs inputs(43);
  for (int run = 0; run < 300; ++run) {
    const Vector o = test::intervals(inputs.vector());
    const std::size_t label = inputs.below(o.size());
    EXPECT_TRUE(
        same(cross_entropy_label(o, label), cross_entropy_logits(o, unit(o.size(), label))));
    const Vector p = softmax(o), gradient = cross_entropy_label_gradient(o, label);
    for (std::size_t j = 0; j < o.size(); ++j) {
      EXPECT_TRUE(meets(gradient[j], j == label ? p[j] - 1 : p[j]));
    }
  }
}

TEST(Loss, IsSharpWhereItNearlyVanishes) {
  const Interval loss = cross_entropy_label({0, -2000}, 0);
  EXPECT_TRUE(meets(loss, log1p(exp(-2000))));
  EXPECT_TRUE(certainly_less(width(loss), ldexp(loss, -240)));
  const Interval slope = cross_entropy_label_gradient({0, -2000}, 0)[0];
  EXPECT_TRUE(certainly_less(width(slope), ldexp(-slope, -240)));
}

TEST(Loss, SimpleValuesAreExact) {
  EXPECT_TRUE(same(cross_entropy_logits({}, {}), 0));
  EXPECT_TRUE(same(cross_entropy_label({7}, 0), 0));
  EXPECT_TRUE(meets(cross_entropy_logits({3, 3}, {1, 1}), 2 * log2()));
  const Vector gradient = cross_entropy_logits_gradient({3, 3}, {1, 1});
  EXPECT_TRUE(same(gradient[0], 0) && same(gradient[1], 0));
}

TEST(Loss, RefusesWhatDoesNotFit) {
  EXPECT_THROW((void)cross_entropy_logits({1, 2}, {1}), std::invalid_argument);
  EXPECT_THROW((void)cross_entropy_logits_gradient({1, 2}, {1}), std::invalid_argument);
  EXPECT_THROW((void)cross_entropy_label({1, 2}, 2), std::out_of_range);
  EXPECT_THROW((void)cross_entropy_label_gradient({1, 2}, 2), std::out_of_range);
}

TEST(LossCondition, CountsWhatCancels) {
  test::Inputs inputs(44);
  for (int run = 0; run < 300; ++run) {
    const Observation at(inputs);
    const Vector p = softmax(at.o), gradient = cross_entropy_logits_gradient(at.o, at.y);
    const Vector scale = condition::cross_entropy_logits_gradient(at.o, at.y);
    const Vector logarithms = condition::log_softmax(at.o);
    Interval loss_scale;
    for (std::size_t j = 0; j < at.o.size(); ++j) {
      EXPECT_TRUE(possibly_less_equal(abs(gradient[j]), scale[j]));
      loss_scale += at.y[j] * logarithms[j];
    }
    EXPECT_TRUE(meets(condition::cross_entropy_logits(at.o, at.y), loss_scale));
    EXPECT_TRUE(possibly_less_equal(cross_entropy_logits(at.o, at.y), loss_scale));
    EXPECT_TRUE(same(condition::cross_entropy_label(at.o, 0), logarithms[0]));
  }
  // p = 1/2, s - y = 1, 1 - p = 1/2, A = 0.
  EXPECT_TRUE(meets(condition::cross_entropy_logits_gradient({0, 0}, {3, 1})[0], 2));
  EXPECT_TRUE(meets(condition::cross_entropy_label_gradient({0, 0}, 1)[1], 0.5));
}

}  // namespace
}  // namespace softlaw::reference
