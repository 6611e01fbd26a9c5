// SPDX-License-Identifier: Apache-2.0
#include <softlaw/choice.hpp>
#include <softlaw/softmax.hpp>
#include <softlaw/softplus.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
class Choice : public ::testing::Test {
 protected:
  static std::vector<R> among(const std::vector<R>& o, R none) {
    std::vector<R> out(o.size() + 1);
    choice(o, none, out);
    return out;
  }
};
TYPED_TEST_SUITE(Choice, Formats);

TYPED_TEST(Choice, PreferenceIsLogisticOfTheExactDifference) {
  using R = TypeParam;
  for (const R a : numbers<R>(50, 2)) {
    EXPECT_EQ(bits(preference(a, R(0))), bits(logistic(a)));
    EXPECT_EQ(bits(preference(R(0), a)), bits(logistic(-a)));
  }
  // The difference of these is 1 + 2^-60, which a float would round.
  const R a = 1, b = -std::scalbn(R(1), -60);
  const long double gap = 1 + std::scalbn(1.0L, -60);
  EXPECT_LE(ulps(preference(a, b), 1 / (1 + std::exp(-gap))), 0.501L);
  const R most = std::numeric_limits<R>::max();
  EXPECT_EQ(preference(most, -most), R(1));
  EXPECT_EQ(preference(-most, most), R(0));
}

TYPED_TEST(Choice, PreferenceOfInfinities) {
  using R = TypeParam;
  const R inf = infinity<R>;
  EXPECT_EQ(preference(inf, R(1)), R(1));
  EXPECT_EQ(preference(R(1), inf), R(0));
  EXPECT_EQ(preference(-inf, R(1)), R(0));
  EXPECT_TRUE(std::isnan(preference(inf, inf)));
  EXPECT_TRUE(std::isnan(preference(-inf, -inf)));
  EXPECT_TRUE(std::isnan(preference(nan<R>, R(1))));
}

TYPED_TEST(Choice, StrengthsShare) {
  using R = TypeParam;
  EXPECT_EQ(bradley_terry(R(1), R(3)), R(0.25));
  EXPECT_LE(ulps(bradley_terry(R(1), R(2)), 1.0L / 3), 0.5L);
  const R most = std::numeric_limits<R>::max();
  const R least = std::numeric_limits<R>::denorm_min();
  EXPECT_EQ(bradley_terry(most, most), R(0.5));
  EXPECT_EQ(bradley_terry(least, least), R(0.5));
  EXPECT_EQ(bradley_terry(least, 3 * least), R(0.25));
  EXPECT_TRUE(std::isnan(bradley_terry(nan<R>, R(1))));
}

TYPED_TEST(Choice, RefusesWhatIsNoStrength) {
  using R = TypeParam;
  EXPECT_EQ(message<std::domain_error>([] { (void)bradley_terry(R(0), R(1)); }),
            "softlaw::bradley_terry: a must be positive and finite, got 0");
  EXPECT_EQ(message<std::domain_error>([] { (void)bradley_terry(R(1), infinity<R>); }),
            "softlaw::bradley_terry: b must be positive and finite, got inf");
}

TYPED_TEST(Choice, IsSoftmaxWithTheDefaultAtTheEnd) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    std::vector<R> o = numbers<R>(n, 3);
    for (const R none : {R(-4), R(0), R(2), -infinity<R>}) {
      std::vector<R> expected = o;
      expected.push_back(none);
      softmax(expected, expected);
      EXPECT_TRUE(same_bits(this->among(o, none), expected)) << n;
    }
  }
}

TYPED_TEST(Choice, SpecialValues) {
  using R = TypeParam;
  EXPECT_TRUE(same_bits(this->among({}, 3), std::vector<R>{1}));
  EXPECT_TRUE(all_nan(this->among({}, -infinity<R>)));
  EXPECT_TRUE(all_nan(this->among({1}, nan<R>)));
  EXPECT_TRUE(all_nan(this->among({1}, infinity<R>)));
  EXPECT_TRUE(all_nan(this->among({nan<R>}, 1)));
  EXPECT_TRUE(same_bits(this->among({-infinity<R>, 2}, 2), std::vector<R>{0, R(0.5), R(0.5)}));
}

TYPED_TEST(Choice, InPlaceAndShapes) {
  using R = TypeParam;
  std::vector<R> buffer = numbers<R>(5, 3);
  const std::vector<R> expected = this->among({buffer.begin(), buffer.end() - 1}, buffer[4]);
  choice(std::span<const R>(buffer.data(), 4), buffer[4], buffer);
  EXPECT_TRUE(same_bits(buffer, expected));
  EXPECT_EQ(message<std::invalid_argument>([&] { choice(buffer, R(0), buffer); }),
            "softlaw::choice: out must have size 6, got 5");
}

}  // namespace
}  // namespace softlaw::test
