// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/entropy.hpp>
#include <softlaw/information.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
class Information : public ::testing::Test {
 protected:
  static R cross(const std::vector<R>& p, const std::vector<R>& q) { return cross_entropy(p, q); }
  static R kl(const std::vector<R>& p, const std::vector<R>& q) { return kl_divergence(p, q); }
};
TYPED_TEST_SUITE(Information, Formats);

TYPED_TEST(Information, WhatHasNoWeightIsReadNevertheless) {
  using R = TypeParam;
  for (const std::size_t n : {2U, 5U, 40U}) {
    std::vector<R> p(n, 1), q(n, R(0.5));
    p[1] = 0;
    q[1] = nan<R>;
    EXPECT_TRUE(std::isnan(this->kl(p, q)));
    EXPECT_TRUE(std::isnan(this->cross(p, q)));
    q[1] = -1;
    EXPECT_THROW(this->kl(p, q), std::domain_error);
    EXPECT_THROW(this->cross(p, q), std::domain_error);
    q[1] = infinity<R>;
    EXPECT_THROW(this->cross(p, q), std::domain_error);
  }
}

TYPED_TEST(Information, SurprisalIsTheNegativeLogarithm) {
  using R = TypeParam;
  EXPECT_EQ(bits(surprisal(R(1))), bits(R(0)));
  EXPECT_EQ(surprisal(R(0)), infinity<R>);
  EXPECT_EQ(surprisal(R(-0.0)), infinity<R>);
  EXPECT_TRUE(std::isnan(surprisal(nan<R>)));
  const R tiny = std::numeric_limits<R>::denorm_min();
  for (const R p :
       {tiny, R(1e-30), R(0.3), R(0.5), R(1 - std::numeric_limits<R>::epsilon()), R(8)}) {
    EXPECT_LE(ulps(surprisal(p), -std::log(static_cast<long double>(p))), 0.501L) << p;
  }
}

TYPED_TEST(Information, CrossEntropyOfSpecialValues) {
  using R = TypeParam;
  EXPECT_EQ(bits(this->cross({}, {})), bits(R(0)));
  EXPECT_EQ(bits(this->cross({0, 1}, {0, 1})), bits(R(0)));
  EXPECT_EQ(this->cross({0.5, 0.5}, {1, 0}), infinity<R>);
  EXPECT_TRUE(std::isnan(this->cross({0, 1}, {nan<R>, 1})));
  EXPECT_TRUE(std::isnan(this->cross({1, nan<R>}, {0, 1})));
}

TYPED_TEST(Information, CrossEntropyIsTheMeanSurprisal) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    std::vector<R> p = numbers<R>(n, n), q = numbers<R>(n, n + 7);
    long double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
      p[i] = std::abs(p[i]);
      q[i] = std::abs(q[i]);
      if (p[i] > 0)
        sum -= static_cast<long double>(p[i]) * std::log(static_cast<long double>(q[i]));
    }
    EXPECT_LE(ulps(this->cross(p, q), sum), 0.55L) << n;
    EXPECT_EQ(bits(this->cross(p, p)), bits(entropy(p)));
    std::vector<R> backwards_p(p.rbegin(), p.rend()), backwards_q(q.rbegin(), q.rend());
    EXPECT_EQ(bits(this->cross(backwards_p, backwards_q)), bits(this->cross(p, q)));
  }
}

TYPED_TEST(Information, DivergenceOfSpecialValues) {
  using R = TypeParam;
  EXPECT_EQ(bits(this->kl({}, {})), bits(R(0)));
  EXPECT_EQ(bits(this->kl({0.25, 0.75, 0}, {0.25, 0.75, 0})), bits(R(0)));
  EXPECT_EQ(this->kl({0.5, 0.5}, {1, 0}), infinity<R>);
  EXPECT_LE(ulps(this->kl({0, 1}, {0.5, 0.5}), std::log(2.0L)), 0.501L);
  EXPECT_TRUE(std::isnan(this->kl({0, 1}, {nan<R>, 1})));
  EXPECT_TRUE(std::isnan(this->kl({1, nan<R>}, {0, 1})));
}

TYPED_TEST(Information, DivergenceOfFarDistributions) {
  using R = TypeParam;
  const long double log_two = std::log(2.0L);
  EXPECT_LE(ulps(this->kl({0.5, 0.5}, {0.25, 0.75}), 0.5L * log_two - 0.5L * std::log(1.5L)),
            0.5001L);
  EXPECT_LE(ulps(this->kl({0.25, 0.75}, {0.5, 0.5}), 0.75L * std::log(1.5L) - 0.25L * log_two),
            0.5001L);
  // p/q and q/p lie beyond the range of the format
  const R tiny = std::numeric_limits<R>::denorm_min(), huge = std::numeric_limits<R>::max();
  const long double ratio =
      std::log(static_cast<long double>(tiny)) - std::log(static_cast<long double>(huge));
  EXPECT_LE(ulps(this->kl({1, tiny}, {1, huge}), tiny * ratio), 0.5001L);
  EXPECT_EQ(this->kl({huge}, {tiny}), infinity<R>);
}

/// Near q the divergence is about sum (p - q)² / 2q: all digits of the terms cancel.
TYPED_TEST(Information, DivergenceOfCloseDistributionsKeepsItsDigits) {
  using R = TypeParam;
  for (int k = 3; k < std::numeric_limits<R>::digits; ++k) {
    const R step = std::scalbn(R(1), -k);
    // 1/2 log(1/(1 + 2s)) + 1/2 log(1/(1 - 2s)) = -log(1 - 4s²)/2
    const long double exact = -std::log1p(-4 * static_cast<long double>(step) * step) / 2;
    EXPECT_LE(ulps(this->kl({0.5, 0.5}, {R(0.5) + step, R(0.5) - step}), exact), 0.5001L) << k;
  }
}

TYPED_TEST(Information, DivergenceTakesEntriesAsTheyAre) {
  using R = TypeParam;
  const R above = 1 + std::numeric_limits<R>::epsilon();
  EXPECT_LE(ulps(this->kl({1}, {above}), -std::log(static_cast<long double>(above))), 0.5001L);
  EXPECT_LE(ulps(this->kl({1, 3}, {2, 2}), 3 * std::log(1.5L) - std::log(2.0L)), 0.5001L);
}

TYPED_TEST(Information, UnitsAreConvertedByTheLogarithmOfTwo) {
  using R = TypeParam;
  EXPECT_LE(ulps(nats_to_bits(R(1)), 1 / std::log(2.0L)), 0.501L);
  EXPECT_LE(ulps(bits_to_nats(R(1)), std::log(2.0L)), 0.501L);
  const R tiny = std::numeric_limits<R>::denorm_min(), huge = std::numeric_limits<R>::max();
  EXPECT_EQ(nats_to_bits(tiny), tiny);          // 1.44 quanta
  EXPECT_EQ(nats_to_bits(3 * tiny), 4 * tiny);  // 4.33
  EXPECT_EQ(bits_to_nats(tiny), tiny);          // 0.69
  EXPECT_EQ(nats_to_bits(-huge), -infinity<R>);
  for (const R same : {R(0), R(-0.0), infinity<R>, -infinity<R>, nan<R>}) {
    EXPECT_EQ(bits(nats_to_bits(same)), bits(same));
    EXPECT_EQ(bits(bits_to_nats(same)), bits(same));
  }
}

TYPED_TEST(Information, EntropyOfSoftmaxOfSpecialValues) {
  using R = TypeParam;
  const auto of = [](const std::vector<R>& x) { return softmax_entropy(x); };
  EXPECT_EQ(bits(of({})), bits(R(0)));
  EXPECT_EQ(bits(of({R(-3)})), bits(R(0)));
  EXPECT_EQ(bits(of({R(1), -infinity<R>})), bits(R(0)));
  EXPECT_TRUE(std::isnan(of({-infinity<R>, -infinity<R>})));
  EXPECT_TRUE(std::isnan(of({R(1), infinity<R>})));
  EXPECT_TRUE(std::isnan(of({R(1), nan<R>})));
  const R huge = std::numeric_limits<R>::max();
  EXPECT_EQ(of({huge, -huge}), 0);
}

TYPED_TEST(Information, EntropyOfSoftmaxOfTwo) {
  using R = TypeParam;
  for (const R gap : {R(0), R(0.001), R(1), R(20), R(80)}) {
    const long double g = gap, e = std::exp(-g);
    const long double exact = std::log1p(e) + g * e / (1 + e);
    EXPECT_LE(ulps(softmax_entropy(std::vector<R>{gap, 0}), exact), 0.501L) << gap;
    EXPECT_LE(ulps(softmax_entropy(std::vector<R>{0, -gap}), exact), 0.501L) << gap;
  }
}

TYPED_TEST(Information, RefusesWhatIsNoWeight) {
  using R = TypeParam;
  EXPECT_EQ(message<std::domain_error>([] { (void)surprisal(R(-0.5)); }),
            "softlaw::surprisal: p must be finite and not negative, got -0.5");
  EXPECT_EQ(message<std::domain_error>([&] {
              (void)this->cross({1, 1}, {nan<R>, infinity<R>});
            }),
            "softlaw::cross_entropy: q[1] must be finite and not negative, got inf");
  EXPECT_EQ(message<std::domain_error>([&] {
              (void)this->kl({1, -2}, {1, 1});
            }),
            "softlaw::kl_divergence: p[1] must be finite and not negative, got -2");
  EXPECT_EQ(message<std::invalid_argument>([&] {
              (void)this->kl({1, 2}, {1});
            }),
            "softlaw::kl_divergence: q must have size 2, got 1");
}

}  // namespace
}  // namespace softlaw::test
