// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

TEST(SoftmaxDerivative, OfOrderZeroIsSoftmax) {
  const Vector x = {1, 2, 3};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_TRUE(same(softmax_derivative(x, {})[i], softmax(x)[i]));
  }
}

/// The two roads share the weights and nothing else.
TEST(SoftmaxDerivative, ClosedFormsMeetTheSeries) {
  test::Inputs inputs(9);
  for (int run = 0; run < 1000; ++run) {
    const std::vector<double> x = inputs.vector();
    std::vector<Vector> directions;
    for (int order = 0; order <= 3; ++order) {
      const Vector closed = softmax_derivative(test::intervals(x), directions);
      const Vector series = softmax_derivative_by_series(test::intervals(x), directions);
      for (std::size_t i = 0; i < x.size(); ++i) EXPECT_TRUE(meets(closed[i], series[i])) << order;
      directions.push_back(test::intervals(inputs.vector_of_size(x.size())));
    }
  }
}

TEST(SoftmaxDerivative, InUnitDirectionsIsTheHessian) {
  const Vector x = {0.25, -1, 3};
  const Vector hessian = logsumexp_hessian(x);
  for (std::size_t j = 0; j < 3; ++j) {
    Vector unit(3);
    unit[j] = 1;
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_TRUE(meets(softmax_derivative(x, {unit})[i], hessian[i * 3 + j]));
      EXPECT_TRUE(meets(logsumexp_hessian_vector(x, unit)[i], hessian[i * 3 + j]));
    }
  }
}

TEST(SoftmaxDerivative, InConstantDirectionsIsExactlyZero) {
  const Vector x = {0.1, 1e300, -7, 1e300}, h = {3, -1, 4, 1};
  const Vector constant(4, 0.1);
  const std::vector<std::vector<Vector>> cases = {
      {constant}, {constant, h}, {h, constant}, {h, h, constant}, {constant, h, h}};
  for (const std::vector<Vector>& directions : cases) {
    for (const Interval& entry : softmax_derivative(x, directions)) EXPECT_TRUE(same(entry, 0));
  }
}

TEST(SoftmaxDerivative, IsExactWhereItIsDyadic) {
  // p = (1/2, 1/2) and h = (1, -1): the mean is 0, the variance 1.
  const Vector x = {7, 7}, h = {1, -1};
  EXPECT_TRUE(same(softmax_derivative(x, {h})[0], 0.5));
  EXPECT_TRUE(same(softmax_derivative(x, {h, h})[0], 0));
  EXPECT_TRUE(same(softmax_derivative(x, {h, h, h})[0], -1));
}

/// softmax(0, t)_2 = 1/(1 + e^-t), whose derivatives are polynomials in itself.
TEST(SoftmaxDerivative, OfTwoEntriesIsThatOfTheLogisticFunction) {
  for (const double t : {-40.0, -1.0, 0.0, 0.5, 37.0, 700.0}) {
    const Vector x = {0, t}, h = {0, 1};
    const Interval p = logistic(t), q = logistic(-t);
    EXPECT_TRUE(meets(softmax_derivative(x, {h})[1], p * q));
    EXPECT_TRUE(meets(softmax_derivative(x, {h, h})[1], p * q * (q - p)));
    EXPECT_TRUE(meets(softmax_derivative(x, {h, h, h})[1], p * q * (1 - 6 * p * q)));
    const Interval first = softmax_derivative(x, {h})[1];
    EXPECT_TRUE(certainly_less(width(first), ldexp(abs(first), -240)));
  }
}

TEST(SoftmaxDerivative, RefusesWrongShapes) {
  const Vector x = {1, 2}, h = {1, 2, 3}, good = {1, 2};
  EXPECT_THROW(logsumexp_hessian_vector(x, h), std::invalid_argument);
  EXPECT_THROW(softmax_derivative(x, {good, good, good, h}), std::invalid_argument);
  try {
    softmax_derivative(x, {good, h});
    FAIL() << "accepted a direction that is too long";
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(),
                 "softlaw::reference::softmax_derivative: directions[1] has 3 entries, x has 2");
  }
  EXPECT_TRUE(softmax_derivative({}, {{}, {}}).empty());
}

}  // namespace
}  // namespace softlaw::reference
