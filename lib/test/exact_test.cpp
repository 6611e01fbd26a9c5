// SPDX-License-Identifier: Apache-2.0
#include <softlaw/softlaw.hpp>

#include "exact/interval.hpp"
#include "support.hpp"

namespace softlaw::test {
namespace {

using exact::Integer;
using exact::Interval;
using exact::Precision;

TEST(Integer, ArithmeticIsThatOfTheRing) {
  Integer power = 1;
  for (int k = 0; k < 60; ++k) power = power * 12345;
  const Integer sum = power + -7;
  EXPECT_EQ(quotient(sum, power), Integer(0));
  EXPECT_EQ(quotient(-sum, power), Integer(-1));
  EXPECT_EQ(sum - power, Integer(-7));
  EXPECT_EQ(quotient(power * power + 5, power), power);
  EXPECT_EQ(quotient(power * power - 1, power), power - 1);
  EXPECT_EQ(quotient(power, 12345U) * 12345, power);
  EXPECT_EQ(shifted(shifted(power, 77), -77), power);
  EXPECT_EQ(shifted(Integer(-5), -1), Integer(-3));
  EXPECT_TRUE(-power < sum && sum < power);
  EXPECT_EQ(shifted(Integer(1), 100).bits(), 101U);
}

TEST(Interval, RoundsToNearestWithTiesToEven) {
  const auto of = [](std::int64_t lower, std::int64_t upper, std::size_t bits) {
    return exact::rounded<double>({lower, upper}, bits);
  };
  EXPECT_EQ(of(3, 3, 1075), 0x1p-1073);  // halfway
  EXPECT_EQ(of(1, 1, 1075), 0.0);
  EXPECT_EQ(of(1, 2, 1075), 0x1p-1074);  // but above it
  EXPECT_EQ(of(0, 1, 1075), 0.0);
  EXPECT_EQ(of(0, 3, 1075), std::nullopt);
  EXPECT_EQ(of(-3, -2, 1075), -0x1p-1074);
}

TEST(Interval, EnclosesWhatIsKnown) {
  for (const std::size_t bits : {100UL, 400UL, 1600UL}) {
    const Precision p(bits);
    // exp(-1/4)^4 exp(1) = 1 and log(1/e) = -1
    const Interval fourth = p.exponential(p.number(-0.25));
    const Interval square = p.multiply(fourth, fourth);
    const Interval inverse = p.exponential(p.number(-1));
    const Interval one = p.divide(p.multiply(square, square), inverse);
    EXPECT_LT(one.lower, p.whole(1).lower);
    EXPECT_GT(one.upper, p.whole(1).lower);
    EXPECT_LT(one.upper - one.lower, Integer(100));
    const Interval minus_one = p.logarithm(inverse);
    EXPECT_LT(minus_one.lower, p.number(-1).lower);
    EXPECT_GT(minus_one.upper, p.number(-1).upper);
    EXPECT_LT(minus_one.upper - minus_one.lower, Integer(100));
  }
}

template <class R>
class LastTier : public ::testing::Test {};
TYPED_TEST_SUITE(LastTier, Formats);

TYPED_TEST(LastTier, DecidesWhatMissesAMidpointByLessThanAnyPrecision) {
  using R = TypeParam;
  // -2048 less half an ulp and exp(-2048): away from zero, however far the gap.
  constexpr int digits = std::numeric_limits<R>::digits;
  const R half_ulp = std::scalbn(R(1), 11 - digits);
  for (const R gap : {R(2048), R(0x1p30), std::scalbn(R(1), 120)}) {
    const std::vector<R> x{gap, -half_ulp * (gap / 2048)};
    std::vector<R> out(2);
    log_softmax(x, out);
    EXPECT_EQ(out[1], std::nextafter(-gap, -infinity<R>));
    EXPECT_EQ(out[0], 0);
    log_softmax(x, R(0.5), out);
    EXPECT_EQ(out[1], std::nextafter(-2 * gap, -infinity<R>));
  }
}

TEST(LastTierOfDoubles, LogSumExpThatCancels) {
  // log(e^a + e^b), b = log(1 - e^a) rounded: what is left is the rounding error of b times e^b.
  EXPECT_EQ(logaddexp(-0x1.62e42fefa39efp-1, -0x1.62e42fefa39efp-1), 0x1.abc9e3b39803fp-56);
  EXPECT_EQ(logsumexp(std::vector<double>(8, -0x1.0a2b23f3bab73p+1)), 0x1.a06bb56359018p-53);
  EXPECT_EQ(logaddexp(0x1p-1070, -800.0), 0x1p-1070);
  EXPECT_EQ(logaddexp(-0x1p-1070, -743.0), -0x1p-1070 + 0x1p-1072);
}

}  // namespace
}  // namespace softlaw::test
