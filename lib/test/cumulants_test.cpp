// SPDX-License-Identifier: Apache-2.0
#include <softlaw/cumulants.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
std::vector<R> cumulants(const std::vector<R>& x, const std::vector<R>& h, std::size_t order) {
  std::vector<R> out(order);
  logsumexp_cumulants(x, h, out);
  return out;
}

template <class R>
class Cumulants : public ::testing::Test {};
TYPED_TEST_SUITE(Cumulants, Formats);

TYPED_TEST(Cumulants, OfAFairCoin) {
  using R = TypeParam;
  // log cosh t = t^2/2 - t^4/12 + t^6/45 - …
  const std::vector<R> k = cumulants<R>({0, 0}, {1, -1}, 6);
  EXPECT_TRUE(same_bits(k, {0, 1, 0, -2, 0, 16}));
}

TYPED_TEST(Cumulants, AreMeanVarianceAndThirdCentralMoment) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    const std::vector<R> x = numbers<R>(n, 5);
    const std::vector<R> h = numbers<R>(n, 6);
    long double sum = 0, mean = 0, variance = 0, third = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::exp(static_cast<long double>(x[i]));
    const auto p = [&](std::size_t i) { return std::exp(static_cast<long double>(x[i])) / sum; };
    for (std::size_t i = 0; i < n; ++i) mean += p(i) * h[i];
    for (std::size_t i = 0; i < n; ++i) variance += p(i) * (h[i] - mean) * (h[i] - mean);
    for (std::size_t i = 0; i < n; ++i) third += p(i) * std::pow(h[i] - mean, 3);
    const std::vector<R> k = cumulants(x, h, 3);
    const long double allowed = std::numeric_limits<R>::epsilon() / 2 + 1e-17L;
    EXPECT_LE(std::abs(k[0] - mean), allowed) << n;
    EXPECT_LE(std::abs(k[1] - variance), allowed) << n;
    EXPECT_LE(std::abs(k[2] - third), allowed) << n;
  }
}

TYPED_TEST(Cumulants, AreTheDerivativesAlongOneLine) {
  using R = TypeParam;
  const std::vector<R> x = numbers<R>(30, 5);
  const std::vector<R> h = numbers<R>(30, 6);
  const std::vector<R> k = cumulants(x, h, 6);
  std::vector<std::span<const R>> directions;
  for (std::size_t order = 1; order <= 6; ++order) {
    directions.emplace_back(h);
    EXPECT_EQ(k[order - 1], logsumexp_derivative(x, directions)) << order;
  }
}

TYPED_TEST(Cumulants, OfTwoDirectionsIsTheCovariance) {
  using R = TypeParam;
  const std::vector<R> x{0, 0, 0, 0}, a{1, 2, 3, 6}, b{1, 0, 0, -1};
  EXPECT_EQ(logsumexp_derivative(x, {a}), 3);
  EXPECT_EQ(logsumexp_derivative(x, {a, b}), R(-1.25));
  EXPECT_EQ(logsumexp_derivative(x, {b, a}), R(-1.25));
}

TYPED_TEST(Cumulants, OfAConstant) {
  using R = TypeParam;
  const std::vector<R> x = numbers<R>(5), h = numbers<R>(5, 2), constant(5, R(0.1));
  EXPECT_TRUE(same_bits(cumulants(x, constant, 4), {R(0.1), 0, 0, 0}));
  EXPECT_EQ(logsumexp_derivative(x, {constant}), R(0.1));
  EXPECT_EQ(bits(logsumexp_derivative(x, {h, constant, h, h})), bits(R(0)));
}

TYPED_TEST(Cumulants, SpecialValues) {
  using R = TypeParam;
  const std::vector<R> h{1, 2, 3};
  EXPECT_TRUE(same_bits(cumulants<R>({0, -infinity<R>, 0}, h, 2), {2, 1}));
  EXPECT_TRUE(all_nan(cumulants<R>({0, infinity<R>, 0}, h, 2)));
  EXPECT_TRUE(all_nan(cumulants<R>({0, nan<R>, 0}, h, 2)));
  EXPECT_TRUE(all_nan(cumulants<R>({0, -infinity<R>, 0}, {1, infinity<R>, 2}, 2)));
  EXPECT_TRUE(all_nan(cumulants<R>({}, {}, 2)));
  EXPECT_TRUE(cumulants<R>(h, h, 0).empty());
  const std::vector<R> bad{0, 0, nan<R>};
  EXPECT_TRUE(std::isnan(logsumexp_derivative(h, {h, bad})));
  EXPECT_TRUE(std::isnan(logsumexp_derivative(bad, {h, h})));
}

TYPED_TEST(Cumulants, RefusesBadShapes) {
  using R = TypeParam;
  const std::vector<R> x(3), h(2);
  std::vector<R> out(3);
  EXPECT_EQ(message<std::invalid_argument>([&] { logsumexp_cumulants(x, h, out); }),
            "softlaw::logsumexp_cumulants: h must have size 3, got 2");
  EXPECT_EQ(message<std::invalid_argument>([&] {
              logsumexp_derivative(x, {x, h});
            }),
            "softlaw::logsumexp_derivative: directions[1] must have size 3, got 2");
  EXPECT_EQ(message<std::invalid_argument>(
                [&] { logsumexp_derivative(x, std::span<const std::span<const R>>()); }),
            "softlaw::logsumexp_derivative: directions must have size 1 to 20, got 0");
}

}  // namespace
}  // namespace softlaw::test
