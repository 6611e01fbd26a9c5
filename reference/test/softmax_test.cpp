// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <limits>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

bool sharp(const Interval& a) {
  return certainly_less_equal(width(a), ldexp(abs(Interval(a.lower(), a.lower())), -240));
}

TEST(Softmax, OfEqualEntriesIsOneDivision) {
  for (const int n : {1, 2, 3, 4, 7, 8}) {
    for (const double value : {0.0, 1e300, 0x1p-1074}) {
      for (const Interval& p : softmax(Vector(static_cast<std::size_t>(n), value))) {
        EXPECT_TRUE(same(p, Interval::ratio(1, n)));
      }
    }
  }
}

TEST(Softmax, SumsToOneAndKeepsRatios) {
  test::Inputs inputs(7);
  for (int run = 0; run < 500; ++run) {
    const Vector x = test::intervals(inputs.vector());
    const Vector p = softmax(x), l = log_softmax(x);
    Interval sum;
    for (std::size_t i = 0; i < x.size(); ++i) {
      sum += p[i];
      EXPECT_TRUE(meets(log(p[i]), l[i]));
      EXPECT_TRUE(meets(l[i] - l[0], exact_difference(x[i], x[0])));
    }
    EXPECT_TRUE(sum.contains(1.0));
  }
}

TEST(Softmax, TemperatureDivides) {
  const Vector x = {1, 2.5, -3};
  for (const double t : {0.5, 3.0, 1e-3}) {
    const Vector scaled = {x[0] / t, x[1] / t, x[2] / t};
    for (std::size_t i = 0; i < x.size(); ++i) {
      EXPECT_TRUE(meets(softmax(x, t)[i], softmax(scaled)[i]));
      EXPECT_TRUE(meets(log_softmax(x, t)[i], log_softmax(scaled)[i]));
      EXPECT_TRUE(sharp(softmax(x, t)[i]));
    }
  }
  // The quotient comes back into range although the difference leaves that of binary64.
  const double largest = std::numeric_limits<double>::max();
  EXPECT_TRUE(meets(softmax({largest, -largest}, largest)[1], logistic(-2)));
}

/// Rounded to 30 bits, the difference would be off by 2^-21, and so would its exponential be.
TEST(Softmax, DifferencesAreNotRounded) {
  const WorkingPrecision coarse(30);
  for (const Vector& x : {Vector{0.1, -700.3}, Vector{1e6, 1e6 - 700.3}}) {
    const Interval p = softmax(x)[1];
    EXPECT_TRUE(certainly_less(width(p), ldexp(p, -27)));
    EXPECT_TRUE(certainly_less(width(excess(x)), ldexp(excess(x), -27)));
  }
}

TEST(LogSoftmax, OfTheDominantEntryIsSharp) {
  for (const int gap : {37, 745, 100000}) {
    const Interval value = log_softmax({0, -gap})[0];
    EXPECT_TRUE(meets(value, -log1p(exp(-gap))));
    EXPECT_TRUE(sharp(value));
  }
  EXPECT_TRUE(same(log_softmax({-3.7})[0], 0));
}

TEST(Softmax, OfNothingIsNothing) {
  EXPECT_TRUE(softmax({}).empty());
  EXPECT_TRUE(softmax({}, 2).empty());
  EXPECT_TRUE(log_softmax({}).empty());
  EXPECT_TRUE(log_softmax({}, 2).empty());
  EXPECT_TRUE(logsumexp_hessian({}).empty());
}

TEST(Softmax, IsSoundForWideAndInfiniteArguments) {
  const Interval a = Interval::between(0, 1), b = Interval::between(0.5, 2);
  const Vector p = softmax({a, b}), l = log_softmax({a, b});
  for (const double s : {0.01, 0.5, 0.99}) {
    for (const double t : {0.51, 1.0, 1.99}) {
      EXPECT_TRUE(p[0].contains(softmax({s, t})[0]) && p[1].contains(softmax({s, t})[1]));
      EXPECT_TRUE(l[0].contains(log_softmax({s, t})[0]) && l[1].contains(log_softmax({s, t})[1]));
    }
  }
  EXPECT_TRUE(same(softmax({0, -infinity})[1], 0) && same(softmax({0, -infinity})[0], 1));
  EXPECT_TRUE(same(softmax({infinity, infinity})[0], Interval::whole()));
  EXPECT_TRUE(same(log_softmax({-infinity, -infinity})[0], Interval::whole()));
  EXPECT_TRUE(softmax({Interval::between(0, infinity), 0})[1].contains(logistic(-3)));
}

TEST(Hessian, HasRowsThatSumToZeroAndIsSymmetric) {
  test::Inputs inputs(8);
  for (int run = 0; run < 200; ++run) {
    const Vector x = test::intervals(inputs.vector(4));
    const std::size_t n = x.size();
    const Vector h = logsumexp_hessian(x), p = softmax(x);
    for (std::size_t i = 0; i < n; ++i) {
      Interval sum;
      for (std::size_t j = 0; j < n; ++j) {
        sum += h[i * n + j];
        EXPECT_TRUE(meets(h[i * n + j], h[j * n + i]));
        EXPECT_TRUE(meets(h[i * n + j], (i == j ? p[i] : 0) - p[i] * p[j]));
      }
      EXPECT_TRUE(sum.contains(0.0));
    }
  }
}

TEST(Hessian, DiagonalDoesNotCancel) {
  const Vector h = logsumexp_hessian({0, -100, -200});
  EXPECT_TRUE(sharp(h[0]));
  EXPECT_TRUE(meets(h[0], (exp(-100) + exp(-200)) / sqr(1 + exp(-100) + exp(-200))));
  EXPECT_TRUE(same(logsumexp_hessian({5, 5})[0], 0.25));
  EXPECT_TRUE(same(logsumexp_hessian({5, 5})[1], -0.25));
  EXPECT_TRUE(same(logsumexp_hessian({5})[0], 0));
}

}  // namespace
}  // namespace softlaw::reference
