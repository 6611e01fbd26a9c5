// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/series.hpp>
#include <stdexcept>

namespace softlaw::reference {
namespace {

bool meet(const MultilinearSeries& a, const MultilinearSeries& b) {
  for (std::size_t k = 0; k < a.coefficient.size(); ++k) {
    if (!meets(a.coefficient[k], b.coefficient[k])) return false;
  }
  return a.coefficient.size() == b.coefficient.size();
}

const MultilinearSeries a{{2, -3, 0.5, 7, 0.1, 1, -2, 4}}, b{{0.25, 1, -1, 2, 3, 0, 5, -1}};

TEST(MultilinearSeries, LinearSeriesHaveTheirSlopesAtTheSingletons) {
  const MultilinearSeries linear = MultilinearSeries::linear(7, {1, 2, 3});
  EXPECT_TRUE(meet(linear, {{7, 1, 2, 0, 3, 0, 0, 0}}));
  EXPECT_TRUE(meet(MultilinearSeries::linear(7, {}), {{7}}));
}

TEST(MultilinearSeries, SquaresOfVariablesVanish) {
  const MultilinearSeries t1 = MultilinearSeries::linear(0, {1, 0}), t2{{0, 0, 1, 0}};
  EXPECT_TRUE(meet(t1 * t1, {{0, 0, 0, 0}}));
  EXPECT_TRUE(meet(t1 * t2, {{0, 0, 0, 1}}));
  EXPECT_TRUE(meet(exp(MultilinearSeries::linear(0, {2, 3, 5})), {{1, 2, 3, 6, 5, 10, 15, 30}}));
}

TEST(MultilinearSeries, MixedCoefficientIsTheMixedDerivative) {
  // d/ds d/dt log(1 + s + t) = -1 and d/ds d/dt 1/(1 + s + t) = 2 at 0.
  const MultilinearSeries sum = MultilinearSeries::linear(1, {1, 1});
  EXPECT_TRUE(meets(log(sum).mixed(), -1));
  EXPECT_TRUE(meets((MultilinearSeries::linear(1, {0, 0}) / sum).mixed(), 2));
}

TEST(MultilinearSeries, OperationsUndoEachOther) {
  EXPECT_TRUE(meet(a * b / b, a));
  EXPECT_TRUE(meet(a + b - b, a));
  EXPECT_TRUE(meet(log(exp(b)), b));
  EXPECT_TRUE(meet(exp(log(a)), a));
  EXPECT_TRUE(meet(exp(a + b), exp(a) * exp(b)));
  EXPECT_FALSE(meet(a, b));
}

TEST(MultilinearSeries, RefusesOperandsInDifferentVariables) {
  const MultilinearSeries fewer{{1, 2}};
  EXPECT_THROW(a + fewer, std::invalid_argument);
  EXPECT_THROW(a - fewer, std::invalid_argument);
  EXPECT_THROW(a * fewer, std::invalid_argument);
  EXPECT_THROW(fewer / a, std::invalid_argument);
}

}  // namespace
}  // namespace softlaw::reference
