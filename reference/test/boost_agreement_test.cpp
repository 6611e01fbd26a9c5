// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/math/differentiation/autodiff.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <softlaw/reference/condition.hpp>

#include "inputs.hpp"

/// \file
/// The reference against numbers of 50 digits (168 bits) and their automatic differentiation, both
/// of Boost: values by the plain formulas, derivatives as Taylor coefficients along lines.
///
/// Boost's results carry no bounds. Each is a few hundred operations, with a rounding error below
/// 2^-167 of a term each; so 2^-150 of the terms' magnitudes is more than their sum.

namespace softlaw::reference::test {
namespace {

using Float = boost::multiprecision::cpp_bin_float_50;

Interval exact(const Float& value) {
  Real real(400);
  const std::string text = value.str(100, std::ios_base::scientific);
  mpfr_set_str(real.get(), text.c_str(), 10, MPFR_RNDN);
  return Interval(real, real);
}

bool agree(const Interval& ours, const Float& theirs, const Interval& magnitude) {
  return meets(ours, exact(theirs) + Interval::hull(-1, 1) * ldexp(magnitude, -150));
}

std::vector<double> moderate(Inputs& inputs) {
  std::vector<double> x(1 + inputs.below(5));
  const std::size_t kind = inputs.below(3);
  for (double& entry : x) {
    entry = kind == 0 ? inputs.uniform(-3, 3) : kind == 1 ? inputs.grid() : inputs.uniform(-60, 60);
  }
  return x;
}

TEST(BoostAgreement, OfValues) {
  Inputs inputs(31);
  for (int run = 0; run < 2000; ++run) {
    const std::vector<double> x = moderate(inputs);
    const Vector p = softmax(intervals(x)), l = log_softmax(intervals(x));
    const double lambda = inputs.uniform(-3, 3);
    Float sum = 0, scaled = 0;
    for (const double entry : x) {
      sum += exp(Float(entry));
      scaled += exp(Float(lambda) * entry);
    }
    // Every logarithm here is at most 200 in magnitude, and its argument off by a few units.
    EXPECT_TRUE(agree(logsumexp(intervals(x)), log(sum), 200));
    EXPECT_TRUE(
        agree(logsumexp(intervals(x), lambda), log(scaled) / lambda, 200 / abs(Interval(lambda))));
    EXPECT_TRUE(agree(softplus(x[0]), log1p(exp(Float(x[0]))), 100));
    EXPECT_TRUE(agree(logistic(x[0]), 1 / (1 + exp(-Float(x[0]))), 1));
    for (std::size_t i = 0; i < x.size(); ++i) {
      EXPECT_TRUE(agree(p[i], exp(Float(x[i])) / sum, p[i]));
      EXPECT_TRUE(agree(l[i], x[i] - log(sum), 200));
    }
  }
}

using Line = std::vector<double>;

/// The derivative of the given order along the line, each entry.
template <std::size_t Order>
std::vector<Float> along(const std::vector<double>& x, const std::vector<Float>& line) {
  const auto t = boost::math::differentiation::make_fvar<Float, Order>(0);
  auto sum = 0 * t;
  std::vector<decltype(sum)> e;
  e.reserve(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    e.push_back(exp(Float(x[i]) + line[i] * t));
    sum += e.back();
  }
  std::vector<Float> result;
  result.reserve(e.size());
  for (const auto& term : e) result.push_back((term / sum).derivative(Order));
  return result;
}

/// The mixed derivative by polarisation: the mean over signs s_j of the product of the signs times
/// the derivative along h_1 + sum s_j h_j, divided by the factorial of the order.
template <std::size_t Order>
std::vector<Float> polarised(const std::vector<double>& x, const std::vector<Line>& h) {
  std::vector<Float> total(x.size(), Float(0));
  int divisor = 1;
  for (int k = 2; k <= static_cast<int>(Order); ++k) divisor *= 2 * k;
  for (std::size_t signs = 0; signs < (std::size_t{1} << (Order - 1)); ++signs) {
    std::vector<Float> line(h[0].begin(), h[0].end());
    int product = 1;
    for (std::size_t j = 1; j < Order; ++j) {
      const int sign = (signs >> (j - 1) & 1) != 0 ? -1 : 1;
      product *= sign;
      for (std::size_t i = 0; i < x.size(); ++i) line[i] += sign * Float(h[j][i]);
    }
    const std::vector<Float> derivative = along<Order>(x, line);
    for (std::size_t i = 0; i < x.size(); ++i) total[i] += product * derivative[i];
  }
  for (Float& entry : total) entry /= divisor;
  return total;
}

template <std::size_t Order>
void compare_derivatives(Inputs& inputs) {
  for (int run = 0; run < 150; ++run) {
    const std::vector<double> x = moderate(inputs);
    std::vector<Line> lines(Order, Line(x.size()));
    std::vector<Vector> directions;
    Vector reach(x.size());  // no line reaches further than the sum of all
    for (Line& line : lines) {
      for (std::size_t i = 0; i < x.size(); ++i) {
        line[i] = run % 2 == 0 ? inputs.uniform(-2, 2) : inputs.grid();
        reach[i] += abs(Interval(line[i]));
      }
      directions.push_back(intervals(line));
    }
    const std::vector<Float> theirs = polarised<Order>(x, lines);
    const Vector ours = softmax_derivative(intervals(x), directions);
    const Vector series = softmax_derivative_by_series(intervals(x), directions);
    const Vector scale =
        condition::softmax_derivative(intervals(x), std::vector<Vector>(Order, reach));
    for (std::size_t i = 0; i < x.size(); ++i) {
      EXPECT_TRUE(agree(ours[i], theirs[i], scale[i])) << to_string(ours[i]) << " " << theirs[i];
      EXPECT_TRUE(agree(series[i], theirs[i], scale[i]));
    }
  }
}

TEST(BoostAgreement, OfDerivatives) {
  Inputs inputs(32);
  compare_derivatives<1>(inputs);
  compare_derivatives<2>(inputs);
  compare_derivatives<3>(inputs);
}

}  // namespace
}  // namespace softlaw::reference::test
