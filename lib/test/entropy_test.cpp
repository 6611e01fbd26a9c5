// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/entropy.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
class Entropy : public ::testing::Test {
 protected:
  static R value(const std::vector<R>& p) { return entropy(p); }
};
TYPED_TEST_SUITE(Entropy, Formats);

TYPED_TEST(Entropy, SpecialValues) {
  using R = TypeParam;
  EXPECT_EQ(this->value({}), 0);
  EXPECT_EQ(this->value({0, R(-0.0)}), 0);
  EXPECT_EQ(bits(this->value({1, 0, 0})), bits(R(0)));
  for (const std::size_t n : lengths) {
    for (std::size_t i = 0; i < n; ++i) {
      std::vector<R> p(n, R(0.25));
      p[i] = nan<R>;
      EXPECT_TRUE(std::isnan(this->value(p)));
    }
  }
}

TYPED_TEST(Entropy, OfTheUniformDistributionIsTheLogarithm) {
  using R = TypeParam;
  for (const std::size_t n : {2U, 4U, 64U, 1024U}) {
    const std::vector<R> p(n, R(1) / static_cast<R>(n));
    EXPECT_LE(ulps(this->value(p), std::log(static_cast<long double>(n))), 0.501L) << n;
  }
}

TYPED_TEST(Entropy, TakesEntriesAsTheyAre) {
  using R = TypeParam;
  EXPECT_LE(ulps(this->value({R(0.5)}), 0.5L * std::log(2.0L)), 0.501L);
  EXPECT_LE(ulps(this->value({4, 2}), -10 * std::log(2.0L)), 0.501L);
}

TYPED_TEST(Entropy, KeepsAccuracyNearOneAndNearZero) {
  using R = TypeParam;
  const R below = 1 - std::numeric_limits<R>::epsilon() / 2;
  const long double near = below;
  EXPECT_LE(ulps(this->value({below}), -near * std::log(near)), 0.501L);
  const R tiny = std::numeric_limits<R>::denorm_min();
  const long double small = tiny;
  EXPECT_LE(ulps(this->value({tiny}), -small * std::log(small)), 0.501L);
}

TYPED_TEST(Entropy, AgreesWithExtendedPrecisionInAnyOrder) {
  using R = TypeParam;
  std::vector<R> p = numbers<R>(300);
  long double sum = 0;
  for (R& entry : p) {
    entry = std::abs(entry) / 150;
    const long double q = entry;
    sum -= q > 0 ? q * std::log(q) : 0;
  }
  const R value = this->value(p);
  EXPECT_LE(ulps(value, sum), 0.55L);
  std::ranges::sort(p);
  EXPECT_EQ(bits(this->value(p)), bits(value));
}

TYPED_TEST(Entropy, RefusesNegativeAndInfiniteEntries) {
  using R = TypeParam;
  EXPECT_EQ(message<std::domain_error>([&] {
              (void)this->value({0, R(-0.25)});
            }),
            "softlaw::entropy: p[1] must be finite and not negative, got -0.25");
  EXPECT_EQ(message<std::domain_error>([&] {
              (void)this->value({nan<R>, infinity<R>});
            }),
            "softlaw::entropy: p[1] must be finite and not negative, got inf");
}

}  // namespace
}  // namespace softlaw::test
