// SPDX-License-Identifier: Apache-2.0
#include <softlaw/loss.hpp>
#include <softlaw/regression.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

/// A minibatch and its parameters.
template <class R>
struct Batch {
  std::size_t rows, d, q;
  std::vector<R> x = numbers<R>(rows * d, 1), w = numbers<R>(d * q, 2), b = numbers<R>(q, 3),
                 y = labels();

  MatrixView<const R> x_view() const { return {x.data(), rows, d, d}; }
  MatrixView<const R> w_view() const { return {w.data(), d, q, q}; }
  MatrixView<const R> y_view() const { return {y.data(), rows, q, q}; }

  std::vector<R> logits() const {
    std::vector<R> out(rows * q);
    regression_logits(x_view(), w_view(), b, MatrixView<R>{out.data(), rows, q, q});
    return out;
  }
  R loss() const { return regression_loss(x_view(), w_view(), b, y_view()); }
  std::vector<R> gradient() const {
    std::vector<R> out((d + 1) * q);
    regression_gradient(x_view(), w_view(), b, y_view(), MatrixView<R>{out.data(), d, q, q},
                        std::span<R>(out).subspan(d * q));
    return out;
  }

 private:
  std::vector<R> labels() const {
    std::vector<R> result = numbers<R>(rows * q, 4);
    for (R& label : result) label = std::abs(label);
    return result;
  }
};

template <class R>
class Regression : public ::testing::Test {};
TYPED_TEST_SUITE(Regression, Formats);

TEST(RegressionParameters, AreCounted) {
  EXPECT_EQ(regression_parameters(4, 3), 15U);
  EXPECT_EQ(regression_parameters(0, 7), 7U);
  EXPECT_EQ(regression_parameters(7, 0), 0U);
  const std::uint64_t half = std::uint64_t{1} << 32;
  EXPECT_EQ(regression_parameters(half - 1, half - 1), (half - 1) * half);
  EXPECT_EQ(regression_parameters(~std::uint64_t{0} - 1, 1), ~std::uint64_t{0});
  EXPECT_EQ(message<std::overflow_error>([&] { (void)regression_parameters(half - 1, half); }),
            "softlaw::regression_parameters: 4294967295 features and 4294967296 classes have 2^64 "
            "parameters or more");
}

TYPED_TEST(Regression, LogitsAreRoundedOnce) {
  using R = TypeParam;
  // 2^30 (1 + eps) - 2^30 + 2^-40: two terms cancel but for their last bits.
  const R big = std::scalbn(R(1), 30), eps = std::numeric_limits<R>::epsilon();
  const R tiny = std::scalbn(R(1), -40);
  Batch<R> batch{1, 2, 1};
  batch.x = {big, big};
  batch.w = {1 + eps, -1};
  batch.b = {tiny};
  EXPECT_EQ(batch.logits()[0], big * eps + tiny);
  const R most = std::numeric_limits<R>::max();
  batch.x = {most, most};
  batch.w = {most, -most};
  EXPECT_EQ(batch.logits()[0], tiny);
  batch.w = {2, -1};
  EXPECT_EQ(batch.logits()[0], most);
  batch.w = {-2, 0};
  EXPECT_EQ(batch.logits()[0], -infinity<R>);
  const R least = std::numeric_limits<R>::denorm_min();
  batch.x = {least, least};
  batch.w = {least, R(0.75)};
  batch.b = {0};
  EXPECT_EQ(batch.logits()[0], least);
}

TYPED_TEST(Regression, LogitsOfInfinities) {
  using R = TypeParam;
  const R inf = infinity<R>;
  Batch<R> batch{2, 2, 2};
  batch.x = {inf, 0, 1, 1};
  batch.w = {1, 0, 1, 1};
  batch.b = {1, 1};
  const std::vector<R> o = batch.logits();
  EXPECT_EQ(o[0], inf);
  EXPECT_TRUE(std::isnan(o[1]));
  EXPECT_EQ(o[2], R(3));
  EXPECT_EQ(o[3], R(2));
  batch.b = {-inf, nan<R>};
  EXPECT_TRUE(std::isnan(batch.logits()[0]));
  EXPECT_EQ(batch.logits()[2], -inf);
  EXPECT_TRUE(std::isnan(batch.logits()[3]));
}

TYPED_TEST(Regression, AgreesWithExtendedPrecision) {
  using R = TypeParam;
  const Batch<R> batch{7, 4, 3};
  std::vector<long double> gradient(batch.gradient().size());
  long double loss = 0;
  for (std::size_t i = 0; i < batch.rows; ++i) {
    std::vector<long double> o(batch.b.begin(), batch.b.end());
    for (std::size_t j = 0; j < batch.q; ++j) {
      for (std::size_t k = 0; k < batch.d; ++k) {
        o[j] += static_cast<long double>(batch.x[i * 4 + k]) * batch.w[k * 3 + j];
      }
      EXPECT_LE(std::abs(batch.logits()[i * 3 + j] - o[j]), 4 * std::numeric_limits<R>::epsilon());
    }
    long double sum = 0, labels = 0;
    for (const long double logit : o) sum += std::exp(logit);
    for (std::size_t j = 0; j < batch.q; ++j) {
      labels += batch.y[i * 3 + j];
      loss += batch.y[i * 3 + j] * (std::log(sum) - o[j]) / 7;
    }
    for (std::size_t j = 0; j < batch.q; ++j) {
      const long double residual = (labels * std::exp(o[j]) / sum - batch.y[i * 3 + j]) / 7;
      for (std::size_t k = 0; k < 4; ++k) gradient[k * 3 + j] += batch.x[i * 4 + k] * residual;
      gradient[12 + j] += residual;
    }
  }
  EXPECT_LE(ulps(batch.loss(), loss), 0.53L);
  for (std::size_t k = 0; k < gradient.size(); ++k) {
    EXPECT_LE(std::abs(batch.gradient()[k] - gradient[k]), 2 * std::numeric_limits<R>::epsilon());
  }
}

TYPED_TEST(Regression, OfOneRowIsTheLossOfItsLogits) {
  using R = TypeParam;
  Batch<R> batch{1, 3, 5};
  for (R& weight : batch.w) weight = std::round(8 * weight);  // exact logits
  for (R& feature : batch.x) feature = std::round(8 * feature);
  for (R& bias : batch.b) bias = std::round(8 * bias);
  EXPECT_EQ(bits(batch.loss()), bits(cross_entropy_logits(batch.logits(), batch.y)));
  std::vector<R> residual(5);
  cross_entropy_logits_gradient(batch.logits(), batch.y, residual);
  const std::vector<R> gradient = batch.gradient();
  EXPECT_TRUE(same_bits(std::vector<R>(gradient.begin() + 15, gradient.end()), residual));
}

TYPED_TEST(Regression, TheLossIsThatOfTheExactLogits) {
  using R = TypeParam;
  // The logits are 2^120 and 2^120 - 1: rounded, they would be alike.
  const R big = std::scalbn(R(1), 60);
  Batch<R> batch{1, 2, 2};
  batch.x = {big, 1};
  batch.w = {big, big, 0, -1};
  batch.b = {0, 0};
  batch.y = {1, 0};
  EXPECT_LE(ulps(batch.loss(), std::log1p(std::exp(-1.0L))), 0.51L);
  batch.w = {big, big, -1, 0};
  EXPECT_LE(ulps(batch.loss(), 1 + std::log1p(std::exp(-1.0L))), 0.51L);
}

TYPED_TEST(Regression, SpecialValuesAndEmptyShapes) {
  using R = TypeParam;
  for (const R odd : {nan<R>, infinity<R>, -infinity<R>}) {
    for (int place = 0; place < 3; ++place) {
      Batch<R> batch{2, 2, 2};
      (place == 0 ? batch.x : place == 1 ? batch.w : batch.b)[1] = odd;
      EXPECT_TRUE(std::isnan(batch.loss()));
      EXPECT_TRUE(all_nan(batch.gradient()));
    }
  }
  Batch<R> batch{2, 2, 2};
  batch.y[3] = nan<R>;
  EXPECT_TRUE(std::isnan(batch.loss()));
  EXPECT_TRUE(all_nan(batch.gradient()));
  EXPECT_EQ(Batch<R>({2, 3, 0}).loss(), R(0));
  EXPECT_TRUE(same_bits(Batch<R>({2, 3, 1}).gradient(), std::vector<R>{0, 0, 0, 0}));
  const Batch<R> constant{3, 0, 2};
  EXPECT_TRUE(
      same_bits(constant.logits(), std::vector<R>{constant.b[0], constant.b[1], constant.b[0],
                                                  constant.b[1], constant.b[0], constant.b[1]}));
}

TYPED_TEST(Regression, RespectsTheLeadingDimension) {
  using R = TypeParam;
  const Batch<R> batch{2, 2, 2};
  const std::vector<R> x{batch.x[0], batch.x[1], nan<R>, batch.x[2], batch.x[3], nan<R>};
  std::vector<R> out(7, R(9));
  regression_logits(MatrixView<const R>{x.data(), 2, 2, 3}, batch.w_view(), batch.b,
                    MatrixView<R>{out.data(), 2, 2, 4});
  const std::vector<R> o = batch.logits();
  EXPECT_TRUE(same_bits(out, std::vector<R>{o[0], o[1], 9, 9, o[2], o[3], 9}));
}

TYPED_TEST(Regression, RefusesShapesThatDoNotFit) {
  using R = TypeParam;
  Batch<R> batch{2, 2, 2};
  batch.b.resize(3);
  EXPECT_EQ(message<std::invalid_argument>([&] { (void)batch.loss(); }),
            "softlaw::regression_loss: w.columns must have size 3, got 2");
  EXPECT_EQ(message<std::invalid_argument>([&] {
              (void)Batch<R>({0, 2, 2}).loss();
            }),
            "softlaw::regression_loss: x.rows must be at least 1, got 0");
  batch.b.resize(2);
  batch.y[2] = -1;
  EXPECT_EQ(message<std::domain_error>([&] { (void)batch.gradient(); }),
            "softlaw::regression_gradient: y[2] must be finite and not negative, got -1");
  R out[4];
  EXPECT_EQ(
      message<std::invalid_argument>([&] {
        regression_logits(batch.x_view(), batch.w_view(), batch.b, MatrixView<R>{out, 2, 2, 1});
      }),
      "softlaw::regression_logits: out.leading_dimension must be at least its 2 columns, got 1");
}

}  // namespace
}  // namespace softlaw::test
