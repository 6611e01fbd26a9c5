// SPDX-License-Identifier: Apache-2.0
#include <softlaw/derivative.hpp>
#include <softlaw/hessian.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
class Hessian : public ::testing::Test {
 protected:
  static std::vector<R> matrix(const std::vector<R>& x) {
    std::vector<R> out(x.size() * x.size());
    logsumexp_hessian(x, out);
    return out;
  }
};
TYPED_TEST_SUITE(Hessian, Formats);

TYPED_TEST(Hessian, OfTwoEqualEntries) {
  using R = TypeParam;
  const std::vector<R> expected{R(0.25), R(-0.25), R(-0.25), R(0.25)};
  EXPECT_TRUE(same_bits(this->matrix({3, 3}), expected));
  EXPECT_TRUE(same_bits(this->matrix({5}), std::vector<R>{0}));
  EXPECT_TRUE(this->matrix({}).empty());
}

TYPED_TEST(Hessian, AgreesWithExtendedPrecision) {
  using R = TypeParam;
  for (const std::size_t n : {2U, 3U, 9U, 63U, 64U, 65U, 130U}) {
    std::vector<R> x = numbers<R>(n, n);
    for (R& entry : x) entry *= 4;
    long double sum = 0;
    for (const R entry : x) sum += std::exp(static_cast<long double>(entry));
    const auto p = [&](std::size_t i) { return std::exp(static_cast<long double>(x[i])) / sum; };
    const std::vector<R> h = this->matrix(x);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        const long double exact = i == j ? p(i) * (1 - p(i)) : -p(i) * p(j);
        ASSERT_LE(ulps(h[i * n + j], exact), 0.52L) << n << " " << i << " " << j;
      }
    }
  }
}

TYPED_TEST(Hessian, TheDiagonalDoesNotCancel) {
  using R = TypeParam;
  const long double odds = std::exp(-60.0L);
  const std::vector<R> h = this->matrix({0, -60});
  for (const R entry : h) EXPECT_LE(ulps(std::abs(entry), odds), 0.501L);
}

TEST(HessianOfDoubles, TheDiagonalKeepsShareFarBelowTheMaximum) {
  // exp(-300) is too small for the sum of exponentials to hold it.
  std::vector<double> h(4);
  logsumexp_hessian(std::vector<double>{0, -300}, h);
  for (const double entry : h) EXPECT_LE(ulps(std::abs(entry), std::exp(-300.0L)), 0.501L);
}

TYPED_TEST(Hessian, SpecialValues) {
  using R = TypeParam;
  EXPECT_TRUE(all_nan(this->matrix({1, nan<R>, 2})));
  EXPECT_TRUE(all_nan(this->matrix({1, infinity<R>, 2})));
  EXPECT_TRUE(all_nan(this->matrix({-infinity<R>, -infinity<R>})));
  const std::vector<R> masked{R(0.25), 0, R(-0.25), 0, 0, 0, R(-0.25), 0, R(0.25)};
  EXPECT_TRUE(same_bits(this->matrix({1, -infinity<R>, 1}), masked));
}

TYPED_TEST(Hessian, TimesAVectorIsTheFirstDerivativeOfSoftmax) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    const std::vector<R> x = numbers<R>(n);
    std::vector<R> v = numbers<R>(n, 7);
    std::vector<R> derivative(n);
    softmax_derivative(x, {v}, derivative);
    std::vector<R> product(n);
    logsumexp_hessian_vector(x, v, product);
    EXPECT_TRUE(same_bits(product, derivative));
    logsumexp_hessian_vector(x, v, v);
    EXPECT_TRUE(same_bits(v, derivative));
  }
}

TYPED_TEST(Hessian, RefusesShapesThatDoNotFit) {
  using R = TypeParam;
  std::vector<R> x(3);
  std::vector<R> out(8);
  EXPECT_EQ(message<std::invalid_argument>([&] { logsumexp_hessian(x, out); }),
            "softlaw::logsumexp_hessian: out must have size 9, got 8");
  EXPECT_EQ(message<std::invalid_argument>([&] { logsumexp_hessian_vector(x, out, x); }),
            "softlaw::logsumexp_hessian_vector: v must have size 3, got 8");
  EXPECT_EQ(message<std::invalid_argument>([&] { logsumexp_hessian_vector(x, x, out); }),
            "softlaw::logsumexp_hessian_vector: out must have size 3, got 8");
}

}  // namespace
}  // namespace softlaw::test
