// SPDX-License-Identifier: Apache-2.0
#include <softlaw/logsumexp.hpp>
#include <softlaw/softmax.hpp>
#include <softlaw/softplus.hpp>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
class Softplus : public ::testing::Test {};
TYPED_TEST_SUITE(Softplus, Formats);

TYPED_TEST(Softplus, SpecialValues) {
  using R = TypeParam;
  EXPECT_EQ(bits(softplus(-infinity<R>)), bits(R(0)));
  EXPECT_EQ(softplus(infinity<R>), infinity<R>);
  EXPECT_TRUE(std::isnan(softplus(nan<R>)));
  EXPECT_EQ(bits(logistic(-infinity<R>)), bits(R(0)));
  EXPECT_EQ(logistic(infinity<R>), R(1));
  EXPECT_TRUE(std::isnan(logistic(nan<R>)));
  EXPECT_EQ(logistic(R(0)), R(0.5));
  EXPECT_EQ(softplus(std::numeric_limits<R>::max()), std::numeric_limits<R>::max());
}

TYPED_TEST(Softplus, AgreesWithExtendedPrecision) {
  using R = TypeParam;
  for (R t : numbers<R>(2000)) {
    t *= 60;
    const long double e = std::exp(static_cast<long double>(t));
    EXPECT_LE(ulps(softplus(t), std::log1p(e)), 0.51L) << t;
    EXPECT_LE(ulps(logistic(t), e / (1 + e)), 0.51L) << t;
  }
}

TYPED_TEST(Softplus, IsTheLogSumExpOfZeroAndT) {
  using R = TypeParam;
  for (R t : numbers<R>(500)) {
    t *= 800;
    const std::vector<R> x{0, t};
    std::vector<R> p(2);
    softmax(x, p);
    EXPECT_EQ(softplus(t), logsumexp(x)) << t;
    EXPECT_EQ(logistic(t), p[1]) << t;
  }
}

TYPED_TEST(Softplus, RoundsSubnormalResultsOnce) {
  using R = TypeParam;
  const R lowest = std::numeric_limits<R>::min_exponent * R(0.6931);
  for (int k = 0; k < 200; ++k) {
    const R t = lowest - static_cast<R>(k) * R(0.05);
    const long double e = std::exp(static_cast<long double>(t));
    EXPECT_LE(ulps(softplus(t), e), 0.501L) << t;
    EXPECT_LE(ulps(logistic(t), e), 0.501L) << t;
  }
}

}  // namespace
}  // namespace softlaw::test
