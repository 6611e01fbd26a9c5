// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/loss.hpp>
#include <softlaw/softmax.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
class Loss : public ::testing::Test {
 protected:
  using Vector = std::vector<R>;
  static R loss(const Vector& o, const Vector& y) { return cross_entropy_logits(o, y); }
  static R loss(const Vector& o, std::size_t c) { return cross_entropy_label(o, c); }
  static Vector gradient(const Vector& o, const Vector& y) {
    Vector out(o.size());
    cross_entropy_logits_gradient(o, y, out);
    return out;
  }
  static Vector gradient(const Vector& o, std::size_t c) {
    Vector out(o.size());
    cross_entropy_label_gradient(o, c, out);
    return out;
  }
  static Vector one_hot(std::size_t n, std::size_t c) {
    Vector y(n);
    y[c] = 1;
    return y;
  }
};
TYPED_TEST_SUITE(Loss, Formats);

TYPED_TEST(Loss, AgreesWithExtendedPrecision) {
  using R = TypeParam;
  for (const std::size_t n : {2U, 3U, 9U, 64U, 130U}) {
    const std::vector<R> o = numbers<R>(n, n);
    std::vector<R> y = numbers<R>(n, 5);
    for (R& label : y) label = std::abs(label);
    y[0] = 0;
    long double sum = 0, labels = 0, expected = 0;
    for (const R entry : o) sum += std::exp(static_cast<long double>(entry));
    for (std::size_t j = 0; j < n; ++j) {
      labels += y[j];
      expected += y[j] * (std::log(sum) - o[j]);
    }
    EXPECT_LE(ulps(this->loss(o, y), expected), 0.52L) << n;
    const std::vector<R> gradient = this->gradient(o, y);
    for (std::size_t j = 0; j < n; ++j) {
      const long double p = std::exp(static_cast<long double>(o[j])) / sum;
      const long double scale = p * labels + y[j];
      EXPECT_LE(std::abs(gradient[j] - (labels * p - y[j])),
                scale * std::numeric_limits<R>::epsilon());
    }
  }
}

TYPED_TEST(Loss, OfAHardLabel) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    const std::vector<R> o = numbers<R>(n, 3);
    std::vector<R> logarithms(n);
    log_softmax(o, logarithms);
    for (const std::size_t c : {std::size_t{0}, n / 2, n - 1}) {
      EXPECT_EQ(bits(this->loss(o, c)), bits(n == 1 ? R(0) : -logarithms[c])) << n;
      EXPECT_EQ(bits(this->loss(o, this->one_hot(n, c))), bits(this->loss(o, c))) << n;
      EXPECT_TRUE(same_bits(this->gradient(o, this->one_hot(n, c)), this->gradient(o, c))) << n;
    }
  }
}

TYPED_TEST(Loss, DoesNotVanishAtAWideMargin) {
  using R = TypeParam;
  const long double odds = std::exp(-60.0L);
  EXPECT_LE(ulps(this->loss({60, 0}, std::size_t{0}), odds), 0.501L);
  const std::vector<R> gradient = this->gradient({60, 0}, std::size_t{0});
  EXPECT_LE(ulps(-gradient[0], odds), 0.501L);
  EXPECT_LE(ulps(gradient[1], odds), 0.501L);
  EXPECT_EQ(this->loss({0, 1000}, std::size_t{0}), R(1000));
}

TYPED_TEST(Loss, LabelsNeedNotSumToOne) {
  using R = TypeParam;
  EXPECT_LE(ulps(this->loss({0, 0}, {1, 1}), 2 * std::log(2.0L)), 0.501L);
  EXPECT_TRUE(same_bits(this->gradient({0, 0}, {1, 1}), std::vector<R>{0, 0}));
  EXPECT_TRUE(same_bits(this->gradient({0, 0}, {2, 0}), std::vector<R>{-1, 1}));
  EXPECT_TRUE(same_bits(this->gradient({0, 3}, {0, 0}), std::vector<R>{0, 0}));
}

TYPED_TEST(Loss, OfLogitsAtTheEndsOfTheRange) {
  using R = TypeParam;
  const R most = std::numeric_limits<R>::max();
  const R least = std::numeric_limits<R>::denorm_min();
  EXPECT_EQ(this->loss({most, -most}, std::size_t{1}), infinity<R>);
  EXPECT_EQ(this->loss({most, -most}, {0, R(0.25)}), most / 2);
  EXPECT_EQ(this->loss({least, 0}, {0, 0}), R(0));
}

TYPED_TEST(Loss, DoesNotDependOnTheOrder) {
  using R = TypeParam;
  std::vector<R> o = numbers<R>(33, 4);
  std::vector<R> y = numbers<R>(33, 9);
  for (R& label : y) label = std::abs(label);
  const R forwards = this->loss(o, y);
  std::vector<R> gradient = this->gradient(o, y);
  std::reverse(o.begin(), o.end());
  std::reverse(y.begin(), y.end());
  EXPECT_EQ(bits(this->loss(o, y)), bits(forwards));
  std::reverse(gradient.begin(), gradient.end());
  EXPECT_TRUE(same_bits(this->gradient(o, y), gradient));
}

TYPED_TEST(Loss, InPlace) {
  using R = TypeParam;
  const std::vector<R> o = numbers<R>(9, 4);
  std::vector<R> y = this->one_hot(9, 3);
  const std::vector<R> expected = this->gradient(o, y);
  std::vector<R> out = o;
  cross_entropy_logits_gradient(out, y, out);
  EXPECT_TRUE(same_bits(out, expected));
  cross_entropy_logits_gradient(o, y, y);
  EXPECT_TRUE(same_bits(y, expected));
  out = o;
  cross_entropy_label_gradient(out, 3, out);
  EXPECT_TRUE(same_bits(out, expected));
}

TYPED_TEST(Loss, SpecialValues) {
  using R = TypeParam;
  const R inf = infinity<R>;
  EXPECT_EQ(bits(this->loss({}, std::vector<R>{})), bits(R(0)));
  EXPECT_EQ(bits(this->loss({-inf, 2}, {0, 1})), bits(R(0)));
  EXPECT_EQ(this->loss({-inf, 2}, {1, 0}), inf);
  EXPECT_EQ(this->loss({-inf, 2}, std::size_t{0}), inf);
  EXPECT_TRUE(std::isnan(this->loss({nan<R>, 2}, {0, 1})));
  EXPECT_TRUE(std::isnan(this->loss({inf, 2}, {0, 1})));
  EXPECT_TRUE(std::isnan(this->loss({-inf, -inf}, {0, 1})));
  EXPECT_TRUE(std::isnan(this->loss({1, 2}, {0, nan<R>})));
  EXPECT_TRUE(std::isnan(this->loss({nan<R>, 2}, std::size_t{1})));
  EXPECT_TRUE(same_bits(this->gradient({-inf, 2}, {R(0.5), 1}), std::vector<R>{R(-0.5), R(0.5)}));
  EXPECT_TRUE(same_bits(this->gradient({-inf, 2}, std::size_t{0}), std::vector<R>{-1, 1}));
  EXPECT_TRUE(all_nan(this->gradient({inf, 2}, {0, 1})));
  EXPECT_TRUE(all_nan(this->gradient({1, 2}, {0, nan<R>})));
  EXPECT_TRUE(all_nan(this->gradient({nan<R>, 2}, std::size_t{1})));
}

TYPED_TEST(Loss, RefusesWhatIsNoLabel) {
  using R = TypeParam;
  std::vector<R> three(3), two(2), negative{0, -1, 0}, endless{0, 0, infinity<R>};
  EXPECT_EQ(message<std::invalid_argument>([&] { this->loss(three, two); }),
            "softlaw::cross_entropy_logits: y must have size 3, got 2");
  EXPECT_EQ(message<std::domain_error>([&] { this->loss(three, negative); }),
            "softlaw::cross_entropy_logits: y[1] must be finite and not negative, got -1");
  EXPECT_EQ(
      message<std::domain_error>([&] { this->gradient(three, endless); }),
      "softlaw::cross_entropy_logits_gradient: y[2] must be finite and not negative, got inf");
  EXPECT_EQ(message<std::invalid_argument>([&] { this->loss(three, std::size_t{3}); }),
            "softlaw::cross_entropy_label: label must be below 3, got 3");
  EXPECT_EQ(message<std::invalid_argument>([&] { cross_entropy_label_gradient(three, 0, two); }),
            "softlaw::cross_entropy_label_gradient: out must have size 3, got 2");
}

}  // namespace
}  // namespace softlaw::test
