// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <limits>
#include <softlaw/reference/constants.hpp>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

bool sharp(const Interval& a) {
  return certainly_less_equal(width(a), ldexp(abs(Interval(a.lower(), a.lower())), -240));
}

TEST(Logsumexp, OfOneEntryIsThatEntry) {
  const WorkingPrecision coarse(20);  // which does not hold every double
  for (const double value : test::special_values) {
    EXPECT_TRUE(same(logsumexp({value}), value));
    EXPECT_TRUE(same(logsumexp({value}, -0.3), value));
    EXPECT_TRUE(same(softmin({value}), value));
    EXPECT_TRUE(same(softmin({value}, 7), value));
    EXPECT_TRUE(same(excess({value}), 0));
  }
}

TEST(Logsumexp, OfNothingIsNoMass) {
  EXPECT_TRUE(same(logsumexp({}), -infinity));
  EXPECT_TRUE(same(softmin({}), infinity));
  EXPECT_TRUE(same(logsumexp({}, -2), infinity));
  EXPECT_TRUE(same(softmin({}, 2), infinity));
  EXPECT_TRUE(excess({}).is_empty());
}

TEST(Logsumexp, OfEqualEntriesIsLogN) {
  EXPECT_TRUE(meets(logsumexp({0, 0}), log2()));
  EXPECT_TRUE(meets(logsumexp({5, 5, 5}, 2), 5 + log(3) / 2));
  EXPECT_TRUE(meets(softmin({5, 5, 5}, 2), 5 - log(3) / 2));
  EXPECT_TRUE(same(excess({1e300, 1e300}), excess({0x1p-1074, 0x1p-1074})));
}

/// log(e^a + e^b) = log(e^a) for b = log(e^c - e^a) gives c.
TEST(Logsumexp, InvertsTheSubtractionOfExponentials) {
  const Interval a = 0.25, c = 3;
  const Interval b = log(exp(c) - exp(a));
  EXPECT_TRUE(logsumexp({a, b}).contains(c));
  EXPECT_TRUE(sharp(logsumexp({a, b})));
  EXPECT_TRUE(meets(logaddexp(a, b), logsumexp({a, b})));
  EXPECT_TRUE(meets(softmin({-a, -b}), -c));
}

TEST(Logsumexp, ScalesByLambdaOfEitherSign) {
  const Vector x = {0.5, -1, 2};
  for (const double lambda : {0.1, 3.0, -0.1, -3.0}) {
    const Vector scaled = {0.5 * Interval(lambda), -1 * Interval(lambda), 2 * Interval(lambda)};
    EXPECT_TRUE(meets(logsumexp(x, lambda), logsumexp(scaled) / lambda));
    EXPECT_TRUE(meets(softmin(x, lambda), softmin(scaled) / lambda));
    EXPECT_TRUE(sharp(logsumexp(x, lambda)));
  }
  EXPECT_TRUE(same(logsumexp(x, 0), Interval::whole()));
  EXPECT_TRUE(same(logsumexp(x, Interval::between(-1, 1)), Interval::whole()));
}

TEST(Logsumexp, SurvivesHugeArguments) {
  const double largest = std::numeric_limits<double>::max();
  EXPECT_TRUE(logsumexp({largest, -largest}).contains(largest));
  EXPECT_TRUE(meets(logsumexp({largest, largest}), largest + log2()));
  EXPECT_TRUE(meets(softmin({-largest, -largest}, 0.5), -largest - 2 * log2()));
  EXPECT_TRUE(meets(logsumexp({largest, largest, -largest}, -1), -largest));
}

TEST(Logsumexp, IncreasesOverWideArguments) {
  const Interval wide = logsumexp({Interval::between(0, 1), Interval::between(-1, 2)});
  EXPECT_TRUE(same(wide, Interval::between(logsumexp({0, -1}), logsumexp({1, 2}))));
  const Interval half_line = logsumexp({0, Interval::between(-infinity, 0)});
  EXPECT_TRUE(same(half_line, Interval::between(0, logsumexp({0, 0}))));
  EXPECT_TRUE(logsumexp({0, Interval::empty()}).is_empty());
  EXPECT_TRUE(same(logsumexp({0, -infinity}), 0));
  EXPECT_TRUE(same(logsumexp({-infinity, -infinity}), -infinity));
  EXPECT_TRUE(same(logsumexp({0, infinity}), infinity));
}

TEST(Excess, IsSharpHoweverSmall) {
  for (const int gap : {1, 37, 745, 100000}) {
    const Interval value = excess({1e10, 1e10 - gap, 1e10 - gap});
    EXPECT_TRUE(meets(value, log1p(2 * exp(-gap))));
    EXPECT_TRUE(sharp(value)) << gap;
  }
}

TEST(Excess, DoesNotKnowTheMaximumOfWideArguments) {
  const Interval a = Interval::between(0, 1), b = Interval::between(0.5, 2);
  const Interval value = excess({a, b});
  for (const double p : {0.0, 0.5, 1.0}) {
    for (const double q : {0.5, 1.0, 2.0}) EXPECT_TRUE(value.contains(excess({p, q})));
  }
  EXPECT_TRUE(certainly_less_equal(0, value) && certainly_less(value, log2() + 0x1p-200));
  EXPECT_TRUE(sharp(excess({Interval(1) / 3, Interval(-400) / 3})));
}

TEST(Softplus, IsLogsumexpWithZero) {
  for (const double t : {-1e300, -745.2, -1.0, 0.0, 2.5, 800.0, 1e300}) {
    EXPECT_TRUE(meets(softplus(t), softplus(-t) + t));
    EXPECT_TRUE(sharp(softplus(t)) || t == -1e300);
  }
  EXPECT_TRUE(meets(softplus(0), log2()));
  EXPECT_TRUE(softplus(Interval::between(-1, 1)).contains(softplus(0.5)));
}

TEST(LogLogistic, IsTheLogarithmOfLogistic) {
  for (const double t : {-800.0, -1.0, 0.0, 0.3, 40.0, 700.0}) {
    EXPECT_TRUE(meets(exp(log_logistic(t)), logistic(t))) << t;
    EXPECT_TRUE(sharp(log_logistic(t))) << t;
  }
}

TEST(Logit, IsOddAndInvertsLogistic) {
  for (const double p : {0x1p-1074, 1e-300, 0.1, 0.25, 0.3, 0.5 - 0x1p-54, 0.5, 0.7}) {
    const Interval value = logit(p);
    EXPECT_TRUE(logistic(value).contains(Interval(p))) << p;
    EXPECT_TRUE(meets(value, -logit(1 - Interval(p)))) << p;
    EXPECT_TRUE(sharp(value)) << p;
  }
  EXPECT_TRUE(same(logit(0.5), 0));
  EXPECT_TRUE(logit(Interval::between(0.2, 0.3)).contains(logit(0.26)));
}

TEST(Log1mexp, IsTheComplementOfTheExponential) {
  for (const double x : {-0x1p-1074, -1e-300, -0x1p-40, -0.3, -0.7, -1.0, -1.5, -40.0, -800.0}) {
    const Interval value = log1mexp(x);
    EXPECT_TRUE(meets(exp(value) + exp(Interval(x)), 1)) << x;
    EXPECT_TRUE(sharp(value)) << x;
  }
  EXPECT_TRUE(log1mexp(Interval::between(-1.5, -0.5)).contains(log1mexp(-1)));
}

TEST(Logsubexp, UndoesLogaddexp) {
  for (const double a : {-700.0, -1.0, 0.0, 2.5, 1e300}) {
    for (const double gap : {1e-3, 0.5, 30.0}) {
      const Interval b = Interval(a) - Interval(gap);
      EXPECT_TRUE(meets(logaddexp(logsubexp(a, b), b), a)) << a << " " << gap;
    }
  }
}

TEST(SoftplusInverse, InvertsSoftplus) {
  for (const double y : {0x1p-1074, 1e-300, 0.1, 0.69, 0.7, 1.0, 1.5, 40.0, 800.0}) {
    EXPECT_TRUE(meets(softplus(softplus_inverse(y)), y)) << y;
  }
  EXPECT_TRUE(sharp(softplus_inverse(0x1p-1074)) && sharp(softplus_inverse(40)));
}

/// Rounded to 30 bits, the difference would be off by 2^-21, and so would its exponential be.
TEST(Softplus, DoesNotRoundItsArgument) {
  const WorkingPrecision coarse(30);
  EXPECT_TRUE(certainly_less(width(softplus(-700.3)), ldexp(softplus(-700.3), -27)));
}

TEST(Logistic, IsOneHalfAtZeroAndAddsUpToOne) {
  EXPECT_TRUE(same(logistic(0), 0.5));
  for (const double t : {-1e300, -745.2, -1.0, 0.3, 40.0, 1e300}) {
    EXPECT_TRUE((logistic(t) + logistic(-t)).contains(1.0));
    EXPECT_TRUE(meets(logistic(t), softmax({0, t})[1]));
    EXPECT_TRUE(sharp(logistic(t)) || t == -1e300);
  }
  EXPECT_TRUE(same(logistic(-infinity), 0));
  EXPECT_TRUE(same(logistic(infinity), 1));
}

}  // namespace
}  // namespace softlaw::reference
