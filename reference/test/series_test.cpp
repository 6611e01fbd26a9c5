// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/series.hpp>
#include <stdexcept>

namespace softlaw::reference {
namespace {

bool meet(const Series& a, const Series& b) {
  for (std::size_t k = 0; k < a.coefficient.size(); ++k) {
    if (!meets(a.coefficient[k], b.coefficient[k])) return false;
  }
  return a.coefficient.size() == b.coefficient.size();
}

const Series a{{2, -3, 0.5, 7, 0.1}}, b{{0.25, 1, -1, 2, 3}};

TEST(Series, ExpOfTHasInverseFactorials) {
  const Series e = exp(Series{{0, 1, 0, 0, 0}});
  EXPECT_TRUE(meet(e, {{1, 1, 0.5, Interval::ratio(1, 6), Interval::ratio(1, 24)}}));
}

TEST(Series, LogOfOnePlusTAlternates) {
  const Series l = log(Series{{1, 1, 0, 0, 0}});
  EXPECT_TRUE(meet(l, {{0, 1, -0.5, Interval::ratio(1, 3), -0.25}}));
}

TEST(Series, GeometricSeriesIsAQuotient) {
  EXPECT_TRUE(meet(Series{{1, 0, 0, 0}} / Series{{1, -2, 0, 0}}, {{1, 2, 4, 8}}));
}

TEST(Series, OperationsUndoEachOther) {
  EXPECT_TRUE(meet(a * b / b, a));
  EXPECT_TRUE(meet(a + b - b, a));
  EXPECT_TRUE(meet(log(exp(b)), b));
  EXPECT_TRUE(meet(exp(log(a)), a));
  EXPECT_TRUE(meet(exp(a + b), exp(a) * exp(b)));
  EXPECT_FALSE(meet(a, b));
}

TEST(Series, RefusesOperandsOfDifferentLength) {
  const Series shorter{{1, 2}};
  EXPECT_THROW(a + shorter, std::invalid_argument);
  EXPECT_THROW(a - shorter, std::invalid_argument);
  EXPECT_THROW(a * shorter, std::invalid_argument);
  EXPECT_THROW(shorter / a, std::invalid_argument);
  EXPECT_TRUE(exp(Series{}).coefficient.empty());
  EXPECT_TRUE(log(Series{}).coefficient.empty());
}

}  // namespace
}  // namespace softlaw::reference
