// SPDX-License-Identifier: Apache-2.0
#include <softlaw/escort.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
class Escort : public ::testing::Test {
 protected:
  static std::vector<R> of(std::vector<R> p, R alpha) {
    escort(std::span<const R>(p), alpha, std::span<R>(p));
    return p;
  }
};
TYPED_TEST_SUITE(Escort, Formats);

TYPED_TEST(Escort, OfSquaresAndRoots) {
  using R = TypeParam;
  EXPECT_TRUE(same_bits(this->of({0.25, 0.75}, 2), {R(0.1), R(0.9)}));
  EXPECT_TRUE(same_bits(this->of({R(1) / 16, R(9) / 16, 0}, R(0.5)), {0.25, 0.75, 0}));
  // Both squares underflow; their ratio is 4.
  const R tiny = 8 * std::numeric_limits<R>::denorm_min();
  EXPECT_TRUE(same_bits(this->of({tiny, 2 * tiny}, 2), {R(0.2), R(0.8)}));
}

TYPED_TEST(Escort, OfExponentOneNormalises) {
  using R = TypeParam;
  const std::vector<R> p{0.5, R(0.25) - std::numeric_limits<R>::denorm_min(), 0.25};
  EXPECT_TRUE(same_bits(this->of({0.125, 0, 0.375, 0.5}, 1), {0.125, 0, 0.375, 0.5}));
  EXPECT_TRUE(same_bits(this->of({1, 3}, 1), {0.25, 0.75}));
  const R huge = std::numeric_limits<R>::max();
  EXPECT_TRUE(same_bits(this->of({huge, huge}, 1), {0.5, 0.5}));
}

TYPED_TEST(Escort, StaysOnTheSupport) {
  using R = TypeParam;
  for (const R alpha : {std::numeric_limits<R>::denorm_min(), R(0.5), R(1), R(3)}) {
    EXPECT_TRUE(same_bits(this->of({0.5, 0, 0.5}, alpha), {0.5, 0, 0.5})) << alpha;
  }
  // The hot limit is uniform on the support.
  EXPECT_TRUE(same_bits(this->of({R(0.7), 0, R(0.3)}, R(1e-30)), {0.5, 0, 0.5}));
}

TYPED_TEST(Escort, SharesTheColdLimitAmongTheModes) {
  using R = TypeParam;
  const std::vector<R> p{R(0.4), R(0.2), R(0.4)};
  EXPECT_TRUE(same_bits(this->of(p, infinity<R>), {0.5, 0, 0.5}));
  EXPECT_TRUE(same_bits(this->of(p, std::numeric_limits<R>::max()), {0.5, 0, 0.5}));
  EXPECT_TRUE(same_bits(this->of({1, 1, 1, 0}, infinity<R>), {R(1) / 3, R(1) / 3, R(1) / 3, 0}));
}

TYPED_TEST(Escort, OfNothingAndOfNaN) {
  using R = TypeParam;
  EXPECT_TRUE(this->of({}, 2).empty());
  EXPECT_TRUE(all_nan(this->of({0, 0}, 2)));
  EXPECT_TRUE(all_nan(this->of({1, nan<R>, 0}, 1)));
  EXPECT_TRUE(all_nan(this->of({1, nan<R>, 0}, infinity<R>)));
}

TYPED_TEST(Escort, RefusesBadArguments) {
  using R = TypeParam;
  for (const R alpha : {R(0), R(-2), nan<R>}) {
    EXPECT_THROW(this->of({1}, alpha), std::domain_error);
  }
  EXPECT_EQ(message<std::domain_error>([&] { this->of({1}, R(-2)); }),
            "softlaw::escort: alpha must be a positive number, got -2");
  EXPECT_EQ(message<std::domain_error>([&] {
              this->of({1, R(-0.5)}, 2);
            }),
            "softlaw::escort: p[1] must be finite and not negative, got -0.5");
  std::vector<R> p(3), out(2);
  EXPECT_EQ(message<std::invalid_argument>(
                [&] { escort(std::span<const R>(p), R(1), std::span<R>(out)); }),
            "softlaw::escort: out must have size 3, got 2");
}

}  // namespace
}  // namespace softlaw::test
