// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numbers>
#include <softlaw/logsumexp.hpp>
#include <softlaw/softmin.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
class LogSumExp : public ::testing::Test {
 protected:
  using Vector = std::vector<R>;
  static R value(const Vector& x) { return logsumexp(x); }
  static R minimum(const Vector& x) { return softmin(x); }
  static R above(const Vector& x) { return excess(x); }
};
TYPED_TEST_SUITE(LogSumExp, Formats);

TYPED_TEST(LogSumExp, OfNothingIsMinusInfinity) {
  EXPECT_EQ(this->value({}), -infinity<TypeParam>);
  EXPECT_EQ(this->minimum({}), infinity<TypeParam>);
  EXPECT_TRUE(std::isnan(this->above({})));
}

TYPED_TEST(LogSumExp, OfOneEntryIsThatEntry) {
  using R = TypeParam;
  using Limits = std::numeric_limits<R>;
  for (const R x : {R(0), R(-0.0), R(1.25), Limits::max(), Limits::lowest(), Limits::denorm_min(),
                    infinity<R>, -infinity<R>, nan<R>}) {
    EXPECT_EQ(bits(this->value({x})), bits(x)) << x;
    EXPECT_EQ(bits(this->minimum({x})), bits(x)) << x;
    EXPECT_EQ(bits(logsumexp(std::vector<R>{x}, R(3))), bits(x)) << x;
    EXPECT_EQ(bits(softmin(std::vector<R>{x}, R(3))), bits(x)) << x;
  }
}

TYPED_TEST(LogSumExp, SpecialValuesCountAtEveryPosition) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    const std::vector<R> plain = numbers<R>(n);
    for (std::size_t i = 0; i < n; ++i) {
      std::vector<R> x = plain;
      x[i] = infinity<R>;
      EXPECT_EQ(this->value(x), infinity<R>) << n << " " << i;
      EXPECT_TRUE(std::isnan(this->above(x)));
      x[i] = -infinity<R>;
      EXPECT_EQ(this->minimum(x), -infinity<R>) << n << " " << i;
      x[i] = nan<R>;
      x[(i + 1) % n] = n > 1 ? infinity<R> : nan<R>;
      EXPECT_TRUE(std::isnan(this->value(x)) && std::isnan(this->minimum(x))) << n << " " << i;
      EXPECT_TRUE(std::isnan(this->above(x)));
    }
  }
}

TYPED_TEST(LogSumExp, MinusInfinityChangesNothing) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    std::vector<R> x = numbers<R>(n);
    const R expected = this->value(x);
    const R expected_excess = this->above(x);
    for (const std::size_t position : {std::size_t{0}, n / 2, n}) {
      std::vector<R> y = x;
      y.insert(y.begin() + static_cast<std::ptrdiff_t>(position), -infinity<R>);
      EXPECT_EQ(this->value(y), expected);
      EXPECT_EQ(this->above(y), expected_excess);
    }
  }
  EXPECT_EQ(this->value({-infinity<R>, -infinity<R>}), -infinity<R>);
  EXPECT_TRUE(std::isnan(this->above({-infinity<R>, -infinity<R>})));
}

TYPED_TEST(LogSumExp, EqualEntriesAddTheLogarithmOfTheirNumber) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    const std::vector<R> x(n, R(0.5));
    const long double log = std::log(static_cast<long double>(n));
    EXPECT_LE(ulps(this->value(x), 0.5L + log), 0.5001L) << n;
    EXPECT_LE(ulps(this->minimum(x), 0.5L - log), 0.51L) << n;
    EXPECT_LE(ulps(this->above(x), log), 0.5001L) << n;
  }
  EXPECT_EQ(this->above({R(7)}), 0);
}

TYPED_TEST(LogSumExp, TheOrderChangesNoBit) {
  using R = TypeParam;
  std::vector<R> x = numbers<R>(1000);
  for (R& entry : x) entry = entry * 40 - std::log(R(1000));
  const R expected = this->value(x);
  for (std::size_t shift = 1; shift < x.size(); shift += 7) {
    std::rotate(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(shift), x.end());
    EXPECT_EQ(bits(this->value(x)), bits(expected)) << shift;
  }
}

TYPED_TEST(LogSumExp, HugeEntriesNeitherOverflowNorCancel) {
  using R = TypeParam;
  const R huge = std::numeric_limits<R>::max();
  EXPECT_EQ(this->value({huge, -huge}), huge);
  EXPECT_EQ(this->value({-huge, -huge}), -huge);
  EXPECT_EQ(this->above({huge, -huge}), 0);
  EXPECT_EQ(this->minimum({huge, -huge}), -huge);
}

TYPED_TEST(LogSumExp, TheExcessIsTheExponentialFarBelow) {
  using R = TypeParam;
  for (const R d : {R(-20), R(-50), R(-80), R(-87.5)}) {
    EXPECT_LE(ulps(this->above({0, d}), std::log1p(std::exp(static_cast<long double>(d)))), 0.501L);
  }
}

TYPED_TEST(LogSumExp, LambdaGoesFromMinimumToMaximum) {
  using R = TypeParam;
  const std::vector<R> x{1, 3, 2};
  EXPECT_EQ(logsumexp(x, infinity<R>), R(3));
  EXPECT_EQ(logsumexp(x, -infinity<R>), R(1));
  EXPECT_EQ(softmin(x, infinity<R>), R(1));
  EXPECT_EQ(logsumexp(x, R(1)), logsumexp(x));
  EXPECT_EQ(softmin(x, R(1)), softmin(x));
  EXPECT_EQ(logsumexp(x, R(-1)), softmin(x));
  const long double exact = std::log(std::exp(0.5L) + std::exp(1.5L) + std::exp(1.0L)) / 0.5L;
  EXPECT_LE(ulps(logsumexp(x, R(0.5)), exact), 0.501L);
}

TYPED_TEST(LogSumExp, LambdaMirrorsTheSpecialValues) {
  using R = TypeParam;
  const std::vector<R> none;
  EXPECT_EQ(logsumexp(none, R(2)), -infinity<R>);
  EXPECT_EQ(logsumexp(none, R(-2)), infinity<R>);
  const std::vector<R> x{0, -infinity<R>};
  EXPECT_EQ(logsumexp(x, R(2)), 0);
  EXPECT_EQ(logsumexp(x, R(-2)), -infinity<R>);
  EXPECT_EQ(softmin(x, R(-2)), 0);
  const std::vector<R> bad{0, nan<R>, infinity<R>};
  EXPECT_TRUE(std::isnan(logsumexp(bad, infinity<R>)));
}

TYPED_TEST(LogSumExp, LambdaOfAnySizeKeepsTheRange) {
  using R = TypeParam;
  using Limits = std::numeric_limits<R>;
  const R huge = Limits::max();
  const std::vector<R> far{huge, -huge};
  EXPECT_EQ(logsumexp(far, huge), huge);
  const std::vector<R> low{-huge, -huge};
  // -max + log 2 / lambda, where the summand alone exceeds the range.
  const R lambda = static_cast<R>(std::numbers::ln2 / 1.5) / huge;
  EXPECT_NEAR(static_cast<double>(logsumexp(low, lambda) / huge), 0.5, 1e-6);
  EXPECT_EQ(logsumexp(std::vector<R>{0, 0}, Limits::denorm_min()), infinity<R>);
}

TYPED_TEST(LogSumExp, RefusesLambdaZeroAndNaN) {
  using R = TypeParam;
  const std::vector<R> x{1, 2};
  EXPECT_EQ(message<std::domain_error>([&] { (void)logsumexp(x, R(0)); }),
            "softlaw::logsumexp: lambda must be a non-zero number, got 0");
  EXPECT_EQ(message<std::domain_error>([&] { (void)softmin(x, nan<R>); }),
            "softlaw::softmin: lambda must be a non-zero number, got nan");
}

TYPED_TEST(LogSumExp, LogAddExpIsTheCaseOfTwo) {
  using R = TypeParam;
  for (const R a : {R(0), R(-0.75), R(3), infinity<R>, -infinity<R>, nan<R>}) {
    for (const R b : {R(-1), R(3), infinity<R>, -infinity<R>, nan<R>}) {
      EXPECT_EQ(bits(logaddexp(a, b)), bits(this->value({a, b}))) << a << " " << b;
      EXPECT_EQ(bits(logaddexp(a, b)), bits(logaddexp(b, a))) << a << " " << b;
    }
  }
}

TEST(LogSumExpOfDoubles, KeepsWhatTheMaximumWouldAbsorb) {
  // log(1 + e^-40) to all digits.
  EXPECT_EQ(logaddexp(0.0, -40.0), 0x1.39792499b1a24p-58);
  // exp(-744) is subnormal.
  EXPECT_EQ(excess(std::vector<double>{0, -744}), 2 * std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(excess(std::vector<double>{0, -746}), 0);
}

}  // namespace
}  // namespace softlaw::test
