// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/constants.hpp>
#include <softlaw/reference/information.hpp>
#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }
bool is_infinite(const Interval& a) { return a.is_point() && !a.is_bounded(); }

TEST(Surprisal, OfPowersOfTwo) {
  EXPECT_TRUE(same(surprisal(1), 0));
  EXPECT_TRUE(meets(surprisal(0x1p-1074), 1074 * log2()));
  EXPECT_TRUE(is_infinite(surprisal(0)));
  EXPECT_TRUE(surprisal(-1).is_empty());
}

TEST(CrossEntropy, FollowsTheConventions) {
  EXPECT_TRUE(same(cross_entropy({}, {}), 0));
  EXPECT_TRUE(same(cross_entropy({0, 1}, {0, 1}), 0));
  EXPECT_TRUE(is_infinite(cross_entropy({0.5, 0.5}, {1, 0})));
  EXPECT_TRUE(meets(cross_entropy({0.75, 0.25}, {0.5, 0.125}), Interval(1.5) * log2()));
  EXPECT_TRUE(meets(cross_entropy({3}, {4}), -6 * log2()));
  EXPECT_TRUE(cross_entropy({1, -1}, {1, 1}).is_empty());
  EXPECT_TRUE(cross_entropy({0, 1}, {-1, 1}).is_empty());
  EXPECT_THROW(cross_entropy({1}, {}), std::invalid_argument);
}

TEST(Divergence, FollowsTheConventions) {
  EXPECT_TRUE(same(kl_divergence({}, {}), 0));
  EXPECT_TRUE(same(kl_divergence({0.1, 0, 0.3}, {0.1, 0, 0.3}), 0));
  EXPECT_TRUE(meets(kl_divergence({0, 1}, {0.5, 0.5}), log2()));
  EXPECT_TRUE(is_infinite(kl_divergence({0.5, 0.5}, {1, 0})));
  EXPECT_TRUE(kl_divergence({-1}, {1}).is_empty());
  EXPECT_THROW(kl_divergence({1}, {1, 1}), std::invalid_argument);
}

TEST(Divergence, IsCrossEntropyLessEntropy) {
  test::Inputs inputs(61);
  for (int run = 0; run < 500; ++run) {
    Vector p, q;
    for (std::size_t n = 1 + inputs.below(5); n > 0; --n) {
      p.push_back(inputs.below(4) == 0 ? 0 : inputs.uniform(0, 1));
      q.push_back(inputs.uniform(0, 1));
    }
    EXPECT_TRUE(meets(kl_divergence(p, q) + entropy(p), cross_entropy(p, q)));
  }
}

/// The second-order term, and bounds of the rest, for a pair so close that 256 bits still tell.
TEST(Divergence, IsSharpForCloseArguments) {
  const Interval value = kl_divergence({0.5, 0.5}, {0.5 + 0x1p-50, 0.5 - 0x1p-50});
  // -log(1 - 4·2^-100)/2
  EXPECT_TRUE(meets(value, -log1p(-Interval::power_of_two(-98)) / 2));
  EXPECT_TRUE(certainly_less(width(value), ldexp(value, -100)));
}

/// Wide arguments, ends at 0 among them, hold the value of each of their members.
TEST(Divergence, WideArgumentsAreEnclosedWhole) {
  test::Inputs inputs(62);
  for (int run = 0; run < 2000; ++run) {
    Vector p, q, wide_p, wide_q;
    for (std::size_t n = 1 + inputs.below(3); n > 0; --n) {
      p.push_back(inputs.below(3) == 0 ? 0 : inputs.uniform(0, 1));
      q.push_back(inputs.below(3) == 0 ? 0 : inputs.uniform(0, 1));
      wide_p.push_back(inputs.below(2) == 0 ? p.back() : Interval::hull(p.back(), 0));
      wide_q.push_back(inputs.below(2) == 0 ? q.back()
                                            : Interval::hull(q.back(), inputs.uniform(0, 2)));
    }
    EXPECT_TRUE(kl_divergence(wide_p, wide_q).contains(kl_divergence(p, q)));
    EXPECT_TRUE(cross_entropy(wide_p, wide_q).contains(cross_entropy(p, q)));
  }
}

TEST(Units, AreEachOthersInverse) {
  EXPECT_TRUE(meets(nats_to_bits(log2()), 1));
  EXPECT_TRUE(meets(bits_to_nats(nats_to_bits(0.3)), 0.3));
  // 1/log 2 = 1.442695040888963407359924681001892137…
  const Interval digits = Interval(1442695040888963.0) * pow(Interval(10), -15);
  EXPECT_TRUE(certainly_less(digits, nats_to_bits(1)));
  EXPECT_TRUE(certainly_less(nats_to_bits(1), digits + pow(Interval(10), -15)));
  EXPECT_TRUE(same(nats_to_bits(0), 0) && same(bits_to_nats(0), 0));
}

TEST(SoftmaxEntropy, IsTheEntropyOfSoftmax) {
  test::Inputs inputs(63);
  for (int run = 0; run < 500; ++run) {
    const Vector x = test::intervals(inputs.vector());
    EXPECT_TRUE(meets(softmax_entropy(x), entropy(softmax(x))));
    EXPECT_TRUE(certainly_less_equal(0, softmax_entropy(x)));
  }
  EXPECT_TRUE(same(softmax_entropy({}), 0) && same(softmax_entropy({-3}), 0));
  EXPECT_TRUE(meets(softmax_entropy({5, 5, 5, 5}), 2 * log2()));
  // 40 e^-40 (1 + 1/40 + …), where 1 - p has lost all digits in binary64
  const Interval tiny = softmax_entropy({0, -40});
  EXPECT_TRUE(certainly_less(40 * exp(-40), tiny) && certainly_less(tiny, 42 * exp(-40)));
}

TEST(Escort, OfSquaresAndRoots) {
  EXPECT_TRUE(meets(escort({0.25, 0.75}, 2)[0], Interval(1) / 10));
  EXPECT_TRUE(escort({0.0625, 0.5625, 0}, 0.5)[1].contains(0.75));
  EXPECT_TRUE(same(escort({0.5, 0, 0.25}, 3)[1], 0));
  EXPECT_TRUE(same(escort({0.4, 0.4}, 1000)[0], 0.5));  // ties share exactly
  EXPECT_TRUE(escort({}, 2).empty());
  EXPECT_FALSE(escort({0, 0}, 2)[0].is_bounded());
}

TEST(Escort, IsSoftmaxOfTheLogarithms) {
  test::Inputs inputs(64);
  for (int run = 0; run < 500; ++run) {
    Vector p, x;
    for (std::size_t n = 1 + inputs.below(5); n > 0; --n) {
      p.push_back(std::ldexp(inputs.uniform(0.5, 1), -static_cast<int>(inputs.below(20))));
      x.push_back(log(p.back()));
    }
    const double alpha = inputs.uniform(0.01, 20);
    const Vector q = escort(p, alpha), s = softmax(x, 1 / Interval(alpha));
    for (std::size_t i = 0; i < p.size(); ++i) EXPECT_TRUE(meets(q[i], s[i]));
  }
}

TEST(Escort, RefusesAnExponentThatMayBeZero) {
  EXPECT_THROW(escort({1}, 0), std::domain_error);
  EXPECT_THROW(escort({1}, -1), std::domain_error);
  EXPECT_THROW(escort({1}, Interval::hull(0, 1)), std::domain_error);
}

}  // namespace
}  // namespace softlaw::reference
