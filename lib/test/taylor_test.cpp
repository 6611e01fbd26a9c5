// SPDX-License-Identifier: Apache-2.0
#include <softlaw/derivative.hpp>
#include <softlaw/softmax.hpp>
#include <softlaw/taylor.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
std::vector<R> jet(const std::vector<R>& x, const std::vector<R>& h, std::size_t order) {
  std::vector<R> out(x.size() * (order + 1));
  softmax_jet(x, h, order, out);
  return out;
}
template <class R>
std::vector<R> taylor(const std::vector<R>& x, const std::vector<R>& h, std::size_t order) {
  std::vector<R> out(x.size());
  softmax_taylor(x, h, order, out);
  return out;
}
template <class R>
std::vector<R> row(const std::vector<R>& matrix, std::size_t k, std::size_t n) {
  const auto first = matrix.begin() + static_cast<std::ptrdiff_t>(k * n);
  return {first, first + static_cast<std::ptrdiff_t>(n)};
}

template <class R>
class Taylor : public ::testing::Test {};
TYPED_TEST_SUITE(Taylor, Formats);

TYPED_TEST(Taylor, OfTwoEqualEntries) {
  using R = TypeParam;
  // softmax(t, -t) = (1 + tanh t) / 2, and tanh t = t - t^3/3 + 2 t^5/15 - 17 t^7/315 + …
  const std::vector<R> coefficients = jet<R>({0, 0}, {1, -1}, 7);
  const double expected[] = {0.5, 0.5, 0, -1.0 / 6, 0, 1.0 / 15, 0, -17.0 / 630};
  for (std::size_t k = 0; k <= 7; ++k) {
    EXPECT_NEAR(coefficients[2 * k], static_cast<R>(expected[k]), 0x1p-66) << k;
    EXPECT_NEAR(coefficients[2 * k + 1], static_cast<R>(k == 0 ? 0.5 : -expected[k]), 0x1p-66);
  }
}

TYPED_TEST(Taylor, TheJetHoldsTheDerivativesOverTheFactorials) {
  using R = TypeParam;
  for (const std::size_t n : {2U, 3U, 9U, 64U}) {
    const std::vector<R> x = numbers<R>(n, 5);
    const std::vector<R> h = numbers<R>(n, 6);
    const std::vector<R> coefficients = jet(x, h, 5);
    std::vector<std::span<const R>> directions;
    R factorial = 1;
    for (std::size_t k = 1; k <= 5; ++k) {
      directions.emplace_back(h);
      factorial *= static_cast<R>(k);
      std::vector<R> derivative(n);
      softmax_derivative(x, directions, derivative);
      const std::vector<R> actual = row(coefficients, k, n);
      for (std::size_t i = 0; i < n; ++i) {
        const R allowed = std::numeric_limits<R>::epsilon() * std::abs(derivative[i]);
        EXPECT_NEAR(factorial * actual[i], derivative[i], allowed * R(1.01)) << n << " " << k;
      }
    }
  }
}

TYPED_TEST(Taylor, OfOrderZeroIsSoftmax) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    const std::vector<R> x = numbers<R>(n, 5);
    const std::vector<R> h = numbers<R>(n, 6);
    std::vector<R> p(n);
    softmax(x, p);
    EXPECT_TRUE(same_bits(jet(x, h, 0), p));
    EXPECT_TRUE(same_bits(taylor(x, h, 0), p));
  }
}

TYPED_TEST(Taylor, ConvergesToSoftmax) {
  using R = TypeParam;
  const std::vector<R> x = numbers<R>(20, 5);
  const std::vector<R> h = numbers<R>(20, 6);
  std::vector<R> y(20), p(20);
  for (std::size_t i = 0; i < 20; ++i) y[i] = x[i] + h[i];
  softmax(y, p);
  const std::vector<R> sum = taylor(x, h, 80);  // the range is below 2, the remainder below 2^-52
  ASSERT_LE(softmax_taylor_remainder(h, 80), 0x1p-45);
  const R allowed = 4 * std::numeric_limits<R>::epsilon() + R(0x1p-45);
  for (std::size_t i = 0; i < 20; ++i) EXPECT_NEAR(sum[i], p[i], allowed);
}

TYPED_TEST(Taylor, AlongAConstantNothingChanges) {
  using R = TypeParam;
  const std::vector<R> x = numbers<R>(5);
  const std::vector<R> h(5, R(0.1));
  std::vector<R> p(5);
  softmax(x, p);
  EXPECT_TRUE(same_bits(taylor(x, h, 40), p));
  const std::vector<R> coefficients = jet(x, h, 3);
  for (std::size_t k = 1; k <= 3; ++k) {
    EXPECT_TRUE(same_bits(row(coefficients, k, 5), std::vector<R>(5)));
  }
  EXPECT_EQ(softmax_taylor_remainder(h, 3), 0);
}

TYPED_TEST(Taylor, HugeDirectionsKeepTheRange) {
  using R = TypeParam;
  const R huge = std::numeric_limits<R>::max();
  const std::vector<R> coefficients = jet<R>({0, 0}, {huge, -huge}, 3);
  EXPECT_EQ(coefficients[2], huge / 2);
  EXPECT_EQ(coefficients[6], -infinity<R>);
  const R tiny = std::numeric_limits<R>::denorm_min();
  EXPECT_EQ(jet<R>({0, 0}, {2 * tiny, -2 * tiny}, 1)[2], tiny);
}

TYPED_TEST(Taylor, SpecialValues) {
  using R = TypeParam;
  const std::vector<R> h{1, 2, 3};
  const std::vector<R> masked{0, -infinity<R>, 1};
  const std::vector<R> coefficients = jet(masked, h, 2);
  for (std::size_t k = 0; k <= 2; ++k) EXPECT_EQ(bits(coefficients[3 * k + 1]), bits(R(0)));
  EXPECT_EQ(bits(taylor(masked, h, 2)[1]), bits(R(0)));
  EXPECT_TRUE(all_nan(jet<R>({0, nan<R>, 1}, h, 2)));
  EXPECT_TRUE(all_nan(taylor<R>({0, infinity<R>, 1}, h, 2)));
  EXPECT_TRUE(all_nan(taylor<R>(masked, {1, infinity<R>, 0}, 2)));
  EXPECT_TRUE(all_nan(jet<R>(masked, {1, nan<R>, 0}, 0)));
  EXPECT_TRUE(jet<R>({}, {}, 2).empty());
}

TYPED_TEST(Taylor, MayWorkInPlace) {
  using R = TypeParam;
  const std::vector<R> x = numbers<R>(20, 5);
  const std::vector<R> h = numbers<R>(20, 6);
  const std::vector<R> expected = taylor(x, h, 5);
  std::vector<R> y = x, v = h;
  softmax_taylor(y, h, 5, y);
  EXPECT_TRUE(same_bits(y, expected));
  softmax_taylor(x, v, 5, v);
  EXPECT_TRUE(same_bits(v, expected));
}

TYPED_TEST(Taylor, TheRemainderIsWhatItSays) {
  using R = TypeParam;
  const std::vector<R> h{1, R(-0.5), R(0.25)};  // range 3/2
  EXPECT_NEAR(softmax_taylor_remainder(h, 0), 0.75, 1e-14);
  EXPECT_NEAR(softmax_taylor_remainder(h, 1), 2.25 / 4, 1e-14);
  EXPECT_NEAR(softmax_taylor_remainder(h, 2), 3.375 / 10, 1e-14);
  EXPECT_NEAR(softmax_taylor_remainder(h, 3), 0.0402 * 5.0625, 1e-14);
  const double pi = 3.14159265358979323846;
  const double fourth = std::pow(6 * 1.5 / (5 * pi), 5) / std::sin(pi / 12);
  EXPECT_NEAR(softmax_taylor_remainder(h, 4), fourth, 1e-4);  // sin y is taken for y - y^3/6
  EXPECT_GE(softmax_taylor_remainder(h, 4), fourth);
  EXPECT_TRUE(std::isnan(softmax_taylor_remainder(std::vector<R>{}, 1)));
  EXPECT_TRUE(std::isnan(softmax_taylor_remainder(std::vector<R>{0, nan<R>}, 1)));
  EXPECT_TRUE(std::isnan(softmax_taylor_remainder(std::vector<R>{0, infinity<R>}, 1)));
}

TEST(TaylorOfDoubles, TheRemainderIsRoundedUp) {
  const double tiny = std::numeric_limits<double>::denorm_min();
  EXPECT_GT(softmax_taylor_remainder(std::vector<double>{0, tiny}, 30), 0);
  EXPECT_GT(softmax_taylor_remainder(std::vector<double>{1, -0x1p-60}, 0), 0.5);
  EXPECT_TRUE(std::isinf(softmax_taylor_remainder(std::vector<double>{1e300, -1e300}, 3)));
}

TYPED_TEST(Taylor, RefusesBadShapes) {
  using R = TypeParam;
  const std::vector<R> x(3), h(2);
  std::vector<R> out(3), larger(6);
  EXPECT_EQ(message<std::invalid_argument>([&] { softmax_taylor(x, h, 1, out); }),
            "softlaw::softmax_taylor: h must have size 3, got 2");
  EXPECT_EQ(message<std::invalid_argument>([&] { softmax_taylor(x, x, 1, larger); }),
            "softlaw::softmax_taylor: out must have size 3, got 6");
  EXPECT_EQ(message<std::invalid_argument>([&] { softmax_jet(x, x, 2, larger); }),
            "softlaw::softmax_jet: out must have size 9, got 6");
  // (order + 1) n is 2^64: as much as nothing, in 64 bits
  const std::vector<R> pair(2);
  std::vector<R> nothing;
  EXPECT_THROW(softmax_jet(pair, pair, (std::size_t{1} << 63) - 1, nothing), std::invalid_argument);
  EXPECT_THROW(softmax_jet(pair, pair, SIZE_MAX, nothing), std::invalid_argument);
}

}  // namespace
}  // namespace softlaw::test
