// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/loss.hpp>
#include <softlaw/reference/regression.hpp>
#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

Matrix matrix(test::Inputs& inputs, std::size_t rows, std::size_t columns) {
  Matrix m{rows, columns, {}};
  for (std::size_t i = 0; i < rows * columns; ++i) {
    m.entries.push_back(inputs.below(3) == 0 ? inputs.grid() : inputs.uniform(-3, 3));
  }
  return m;
}

/// A minibatch of random shape.
struct Batch {
  explicit Batch(test::Inputs& inputs)
      : rows(1 + inputs.below(4)),
        d(inputs.below(4)),
        q(1 + inputs.below(3)),
        x(matrix(inputs, rows, d)),
        w(matrix(inputs, d, q)),
        y(matrix(inputs, rows, q)),
        b(matrix(inputs, 1, q).entries) {
    for (Interval& label : y.entries) label = abs(label);
  }
  std::size_t rows, d, q;
  Matrix x, w, y;
  Vector b;
};

Vector unit(std::size_t n, std::size_t j, const Interval& length) {
  Vector e(n);
  e[j] = length;
  return e;
}

TEST(Regression, LogitsAreExact) {
  // 2^600 - 2^600 + 2^-600: 1200 bits apart.
  const Matrix x{1, 3, {0x1p300, 0x1p300, 0x1p-300}}, w{3, 1, {0x1p300, -0x1p300, 0x1p-300}};
  const Interval o = regression_logits(x, w, {0})[0];
  EXPECT_TRUE(o.is_point() && o.contains(0x1p-600));
  const WorkingPrecision guard(53);
  EXPECT_TRUE(regression_logits({1, 1, {0.1}}, {1, 1, {0.3}}, {0.7})[0].is_point());
}

TEST(Regression, LossIsTheMeanOverTheRows) {
  test::Inputs inputs(61);
  for (int run = 0; run < 100; ++run) {
    const Batch at(inputs);
    Interval sum;
    for (std::size_t i = 0; i < at.rows; ++i) {
      Vector o = at.b, y;
      for (std::size_t j = 0; j < at.q; ++j) {
        for (std::size_t k = 0; k < at.d; ++k) o[j] += at.x(i, k) * at.w(k, j);
        y.push_back(at.y(i, j));
      }
      sum += cross_entropy_logits(o, y);
    }
    const Interval loss = regression_loss(at.x, at.w, at.b, at.y);
    EXPECT_TRUE(meets(loss * static_cast<double>(at.rows), sum));
  }
}

/// The derivative of one row's loss along the change of its logits, by power series.
Interval slope(const Batch& at, std::size_t i, const Vector& change) {
  Vector o = at.b;
  Interval total, product;
  for (std::size_t j = 0; j < at.q; ++j) {
    for (std::size_t k = 0; k < at.d; ++k) o[j] += at.x(i, k) * at.w(k, j);
    total += at.y(i, j);
    product += at.y(i, j) * change[j];
  }
  return total * logsumexp_derivative_by_series(o, {change}) - product;
}

TEST(Regression, GradientIsThatOfThePowerSeries) {
  test::Inputs inputs(62);
  for (int run = 0; run < 100; ++run) {
    const Batch at(inputs);
    const Vector gradient = regression_gradient(at.x, at.w, at.b, at.y);
    ASSERT_EQ(gradient.size(), (at.d + 1) * at.q);
    for (std::size_t k = 0; k <= at.d; ++k) {
      for (std::size_t j = 0; j < at.q; ++j) {
        Interval sum;
        for (std::size_t i = 0; i < at.rows; ++i) {
          sum += slope(at, i, unit(at.q, j, k < at.d ? at.x(i, k) : 1));
        }
        EXPECT_TRUE(meets(gradient[k * at.q + j] * static_cast<double>(at.rows), sum));
      }
    }
  }
}

TEST(Regression, RefusesShapesThatDoNotFit) {
  const Matrix one{1, 1, {1}}, none{0, 1, {}}, wide{1, 2, {1, 2}};
  EXPECT_THROW((void)regression_logits(one, wide, {1}), std::invalid_argument);
  EXPECT_THROW((void)regression_loss(one, one, {1}, wide), std::invalid_argument);
  EXPECT_THROW((void)regression_loss(none, one, {1}, none), std::invalid_argument);
  EXPECT_THROW((void)regression_gradient(none, one, {1}, none), std::invalid_argument);
}

TEST(RegressionCondition, CountsWhatCancels) {
  test::Inputs inputs(63);
  for (int run = 0; run < 100; ++run) {
    const Batch at(inputs);
    const Vector o = regression_logits(at.x, at.w, at.b);
    const Vector terms = condition::regression_logits(at.x, at.w, at.b);
    for (std::size_t j = 0; j < o.size(); ++j) {
      EXPECT_TRUE(possibly_less_equal(abs(o[j]), terms[j]));
    }
    const Vector gradient = regression_gradient(at.x, at.w, at.b, at.y);
    const Vector scale = condition::regression_gradient(at.x, at.w, at.b, at.y);
    for (std::size_t j = 0; j < gradient.size(); ++j) {
      EXPECT_TRUE(possibly_less_equal(abs(gradient[j]), scale[j]));
    }
    EXPECT_TRUE(possibly_less_equal(regression_loss(at.x, at.w, at.b, at.y),
                                    condition::regression_loss(at.x, at.w, at.b, at.y)));
  }
  // One feature 1, weights 2 and -2, biases 1 and 3: logits 3 and 1, of terms 3 and 5.
  const Matrix one{1, 1, {1}}, w{1, 2, {2, -2}}, y{1, 2, {1, 0}};
  const Interval p = logistic(-2);  // of the second class
  EXPECT_TRUE(meets(condition::regression_loss(one, w, {1, 3}, y),
                    condition::cross_entropy_label({3, 1}, 0) + p * 3 + p * 5));
  EXPECT_TRUE(meets(condition::regression_gradient(one, w, {1, 3}, y)[3],
                    condition::cross_entropy_label_gradient({3, 1}, 0)[1] + p * (1 - p) * 8));
}

}  // namespace
}  // namespace softlaw::reference
