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

TYPED_TEST(Softplus, LogLogisticIsTheLogSoftmaxOfZeroAndT) {
  using R = TypeParam;
  EXPECT_EQ(log_logistic(-infinity<R>), -infinity<R>);
  EXPECT_EQ(bits(log_logistic(infinity<R>)), bits(R(-0.0)));
  EXPECT_TRUE(std::isnan(log_logistic(nan<R>)));
  for (R t : numbers<R>(1000)) {
    t *= 800;
    const std::vector<R> x{0, t};
    std::vector<R> logs(2);
    log_softmax(x, logs);
    EXPECT_EQ(log_logistic(t), logs[1]) << t;
  }
}

TYPED_TEST(Softplus, LogitAnswersTheEndsAndRefusesWhatIsOutside) {
  using R = TypeParam;
  EXPECT_EQ(logit(R(0)), -infinity<R>);
  EXPECT_EQ(logit(R(1)), infinity<R>);
  EXPECT_EQ(logit(R(0.5)), R(0));
  const R least = std::numeric_limits<R>::denorm_min();
  for (R p :
       {-least, R(1) + std::numeric_limits<R>::epsilon(), -infinity<R>, infinity<R>, nan<R>}) {
    EXPECT_TRUE(std::isnan(logit(p))) << p;
  }
}

TYPED_TEST(Softplus, LogitIsAccurateAtBothEndsAndInTheMiddle) {
  using R = TypeParam;
  for (R p : numbers<R>(3000)) {
    const long double small = std::abs(p) * std::numeric_limits<R>::min();
    EXPECT_LE(ulps(logit(static_cast<R>(small)),
                   std::log(static_cast<long double>(static_cast<R>(small)))),
              0.51L);
    const R middle = R(0.5) + p * R(0.001) * (p < 0 ? R(0.001) : R(1));
    const long double m = middle;
    EXPECT_LE(ulps(logit(middle), std::log1p((2 * m - 1) / (1 - m))), 0.51L) << middle;
    EXPECT_EQ(logit(R(1) - std::abs(p) / 4), -logit(R(1) - (R(1) - std::abs(p) / 4))) << p;
  }
}

TYPED_TEST(Softplus, Log1mexpIsAccurateOnBothRoads) {
  using R = TypeParam;
  EXPECT_EQ(log1mexp(R(0)), -infinity<R>);
  EXPECT_EQ(bits(log1mexp(-infinity<R>)), bits(R(-0.0)));
  for (R x : {std::numeric_limits<R>::denorm_min(), infinity<R>, nan<R>}) {
    EXPECT_TRUE(std::isnan(log1mexp(x))) << x;
  }
  for (R x : numbers<R>(3000)) {
    for (R t : {-std::abs(x) * 80, -std::abs(x), -std::abs(x) * std::numeric_limits<R>::min()}) {
      if (t == 0) continue;
      const long double w = t;
      const long double exact = w > -0.7L ? std::log(-std::expm1(w)) : std::log1p(-std::exp(w));
      EXPECT_LE(ulps(log1mexp(t), exact), 0.51L) << t;
    }
  }
}

TYPED_TEST(Softplus, LogsubexpUndoesLogaddexp) {
  using R = TypeParam;
  EXPECT_EQ(logsubexp(R(3), R(3)), -infinity<R>);
  EXPECT_EQ(logsubexp(-infinity<R>, -infinity<R>), -infinity<R>);
  EXPECT_EQ(logsubexp(R(3), -infinity<R>), R(3));
  EXPECT_EQ(logsubexp(infinity<R>, R(3)), infinity<R>);
  EXPECT_EQ(logsubexp(std::numeric_limits<R>::max(), std::numeric_limits<R>::lowest()),
            std::numeric_limits<R>::max());
  EXPECT_TRUE(std::isnan(logsubexp(R(2), R(3))));
  EXPECT_TRUE(std::isnan(logsubexp(infinity<R>, infinity<R>)));
  EXPECT_TRUE(std::isnan(logsubexp(nan<R>, R(0))) && std::isnan(logsubexp(R(0), nan<R>)));
  const std::vector<R> x = numbers<R>(3000);
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    const R a = 32 + std::abs(x[i]) * 8,
            b = a - std::abs(x[i + 1]) * (i % 2 == 0 ? R(0.001) : R(8));
    if (a == b) continue;
    const long double gap = static_cast<long double>(b) - static_cast<long double>(a);
    EXPECT_LE(ulps(logsubexp(a, b), static_cast<long double>(a) + std::log(-std::expm1(gap))),
              0.55L)
        << a << " " << b;
  }
}

TYPED_TEST(Softplus, SoftplusInverseIsAccurateWhereItIsSmall) {
  using R = TypeParam;
  EXPECT_EQ(softplus_inverse(R(0)), -infinity<R>);
  EXPECT_EQ(softplus_inverse(infinity<R>), infinity<R>);
  EXPECT_EQ(softplus_inverse(std::numeric_limits<R>::max()), std::numeric_limits<R>::max());
  for (R y : {-std::numeric_limits<R>::denorm_min(), -infinity<R>, nan<R>}) {
    EXPECT_TRUE(std::isnan(softplus_inverse(y))) << y;
  }
  for (R x : numbers<R>(3000)) {
    for (R y : {std::abs(x) * 50, std::abs(x), std::abs(x) * std::numeric_limits<R>::min()}) {
      if (y == 0 || std::abs(y - std::numbers::ln2_v<R>) < R(0.02)) continue;  // see below
      const long double w = y;
      EXPECT_LE(ulps(softplus_inverse(y),
                     w > 1 ? w + std::log1p(-std::exp(-w)) : std::log(std::expm1(w))),
                0.51L)
          << y;
    }
  }
}

/// With y the float nearest to log 2 and r = log 2 - y, log(exp(y) - 1) is -2r - r^2 and less.
TEST(SoftplusInverse, NextToLogTwo) {
  EXPECT_EQ(softplus_inverse(0x1.62e42fefa39efp-1), -0x1.abc9e3b39803fp-55);
}

}  // namespace
}  // namespace softlaw::test
