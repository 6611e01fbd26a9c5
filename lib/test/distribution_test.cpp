// SPDX-License-Identifier: Apache-2.0
#include <softlaw/distribution.hpp>
#include <softlaw/softmax.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
class Distribution : public ::testing::Test {
 protected:
  static bool exact(const std::vector<R>& p) { return sums_to_one(p); }
  static std::string complaint(const std::vector<R>& p) {
    return message<std::domain_error>([&] { require_distribution(p); });
  }
  static bool accepted(const std::vector<R>& p) { return complaint(p) == "nothing was thrown"; }
};
TYPED_TEST_SUITE(Distribution, Formats);

TYPED_TEST(Distribution, TheSumIsExact) {
  using R = TypeParam;
  const R tiny = std::numeric_limits<R>::denorm_min();
  EXPECT_TRUE(this->exact({1}));
  EXPECT_TRUE(this->exact({0.25, 0, 0.5, 0.25}));
  EXPECT_FALSE(this->exact({}));
  EXPECT_FALSE(this->exact({1, tiny}));
  EXPECT_FALSE(this->exact({R(1) / 3, R(1) / 3, R(1) / 3}));
  EXPECT_TRUE(this->exact({2, -1}));
  for (const R bad : {nan<R>, infinity<R>, -infinity<R>}) EXPECT_FALSE(this->exact({1, bad}));
}

TYPED_TEST(Distribution, RoundingsOfDistributionsAreAccepted) {
  using R = TypeParam;
  EXPECT_TRUE(this->accepted({1}));
  EXPECT_TRUE(this->accepted({0.5, 0, 0.5}));
  for (const std::size_t n : {3U, 7U, 10U, 1000U, 12345U}) {
    EXPECT_TRUE(this->accepted(std::vector<R>(n, R(1) / static_cast<R>(n)))) << n;
    std::vector<R> p = numbers<R>(n);
    softmax(p, p);
    EXPECT_TRUE(this->accepted(p)) << n;
  }
}

TYPED_TEST(Distribution, TheLastBitDecides) {
  using R = TypeParam;
  const R epsilon = std::numeric_limits<R>::epsilon();
  // The midpoints above 1 - epsilon/2 and below 1 + epsilon enclose the numbers that round to 1.
  EXPECT_TRUE(this->accepted({1 - epsilon / 2, epsilon / 4}));
  EXPECT_TRUE(this->accepted({1, epsilon / 4}));
  EXPECT_FALSE(this->accepted({1 - epsilon / 2}));
  EXPECT_FALSE(this->accepted({1 + epsilon}));
  EXPECT_TRUE(this->accepted({0.5, R(0.5) - epsilon / 4}));
  EXPECT_FALSE(this->accepted({0.5, R(0.5) - epsilon / 2}));
  // A true tenth ten times, one of them off by an ulp too much.
  std::vector<R> tenths(10, R(0.1));
  tenths[0] += 10 * epsilon;
  EXPECT_FALSE(this->accepted(tenths));
}

TYPED_TEST(Distribution, ComplaintsNameWhatIsWrong) {
  using R = TypeParam;
  const std::string what = "softlaw::require_distribution: ";
  EXPECT_EQ(this->complaint({0.5, R(-0.25)}),
            what + "p[1] must be finite and not negative, got -0.25");
  EXPECT_EQ(this->complaint({nan<R>}), what + "p[0] must be finite and not negative, got nan");
  EXPECT_EQ(this->complaint({1, 0, infinity<R>}),
            what + "p[2] must be finite and not negative, got inf");
  const std::string sum =
      what + "p must sum to 1 up to the rounding of its entries, its sum less 1 is ";
  EXPECT_EQ(this->complaint({0.5, 0.75}), sum + "0.25");
  EXPECT_EQ(this->complaint({}), sum + "-1");
  EXPECT_EQ(this->complaint({3}), sum + "2");
  EXPECT_EQ(
      this->complaint({0.5, R(0.5) - std::numeric_limits<R>::epsilon()}).substr(0, sum.size() + 2),
      sum + (std::is_same_v<R, double> ? "-2" : "-1"));
}

}  // namespace
}  // namespace softlaw::test
