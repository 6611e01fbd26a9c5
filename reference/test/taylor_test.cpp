// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/series.hpp>
#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

/// \f$e^{x_i+th_i}\f$ for each i, as series, and their sum.
struct Exponentials {
  Exponentials(const Vector& x, const Vector& h, std::size_t order) : total{Vector(order + 1)} {
    for (std::size_t i = 0; i < x.size(); ++i) {
      Series line{Vector(order + 1)};
      line.coefficient[0] = x[i];
      if (order > 0) line.coefficient[1] = h[i];
      terms.push_back(exp(line));
      total = total + terms.back();
    }
  }
  std::vector<Series> terms;
  Series total;
};

TEST(Taylor, TheJetIsTheSeriesOfTheQuotient) {
  test::Inputs inputs(31);
  for (int run = 0; run < 60; ++run) {
    const std::vector<double> x = inputs.vector(4);
    const Vector h = test::intervals(inputs.vector_of_size(x.size()));
    const Exponentials series(test::intervals(x), h, 7);
    const Vector jet = softmax_jet(test::intervals(x), h, 7);
    const Vector taylor = softmax_taylor(test::intervals(x), h, 7);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const Series quotient = series.terms[i] / series.total;
      Interval sum;
      for (std::size_t k = 0; k <= 7; ++k) {
        EXPECT_TRUE(meets(jet[k * x.size() + i], quotient.coefficient[k])) << run << " " << k;
        sum += jet[k * x.size() + i];
      }
      EXPECT_TRUE(meets(taylor[i], sum));
    }
  }
}

TEST(Taylor, CumulantsAreTheSeriesOfTheLogarithm) {
  test::Inputs inputs(32);
  for (int run = 0; run < 60; ++run) {
    const std::vector<double> x = inputs.vector(4);
    const Vector h = test::intervals(inputs.vector_of_size(x.size()));
    const Series logarithm = log(Exponentials(test::intervals(x), h, 7).total);
    const Vector cumulants = logsumexp_cumulants(test::intervals(x), h, 7);
    Interval factorial = 1;
    for (std::size_t k = 1; k <= 7; ++k) {
      factorial *= static_cast<int>(k);
      EXPECT_TRUE(meets(cumulants[k - 1], factorial * logarithm.coefficient[k])) << run << " " << k;
    }
  }
}

TEST(Taylor, RationalCasesAreSharp) {
  const Vector x = {3, 3}, h = {1, -1};
  const Vector jet = softmax_jet(x, h, 4);
  EXPECT_TRUE(same(jet[2], 0.5));
  EXPECT_TRUE(same(jet[4], 0));
  EXPECT_TRUE(same(jet[8], 0));
  EXPECT_TRUE(meets(jet[6], Interval::ratio(-1, 6)));
  const Vector cumulants = logsumexp_cumulants(x, h, 6);
  const int expected[] = {0, 1, 0, -2, 0, 16};
  for (std::size_t k = 0; k < 6; ++k) EXPECT_TRUE(same(cumulants[k], expected[k]));
  const Vector constant = logsumexp_cumulants({1, 2, 5}, {0.1, 0.1, 0.1}, 3);
  EXPECT_TRUE(same(constant[0], 0.1));
  EXPECT_TRUE(same(constant[1], 0));
  EXPECT_TRUE(same(constant[2], 0));
}

TEST(Taylor, SmallestOrdersAndShapes) {
  const Vector x = {1, 2}, h = {0.5, -1};
  EXPECT_TRUE(meets(softmax_jet(x, h, 0)[1], softmax(x)[1]));
  EXPECT_TRUE(meets(softmax_taylor(x, h, 0)[0], softmax(x)[0]));
  EXPECT_TRUE(logsumexp_cumulants(x, h, 0).empty());
  EXPECT_TRUE(softmax_jet({}, {}, 3).empty());
  EXPECT_TRUE(softmax_taylor({}, {}, 3).empty());
  EXPECT_TRUE(logsumexp_cumulants({}, {}, 2)[1].is_empty());
  EXPECT_THROW(softmax_jet(x, {1}, 1), std::invalid_argument);
  EXPECT_THROW(softmax_taylor(x, {1}, 1), std::invalid_argument);
  EXPECT_THROW(logsumexp_cumulants(x, {1}, 1), std::invalid_argument);
}

}  // namespace
}  // namespace softlaw::reference
