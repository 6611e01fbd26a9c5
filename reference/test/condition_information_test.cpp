// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/constants.hpp>
#include <softlaw/reference/information.hpp>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

TEST(ConditionInformation, SumsMagnitudes) {
  EXPECT_TRUE(meets(condition::surprisal(8), 3 * log2()));
  EXPECT_TRUE(meets(condition::cross_entropy({1, 1}, {4, 0.5}), 3 * log2()));
  EXPECT_TRUE(meets(condition::kl_divergence({1, 2}, {2, 1}), 3 * log2()));
  EXPECT_TRUE(same(condition::kl_divergence({0.1, 0}, {0.1, 0}), 0));
  EXPECT_TRUE(meets(condition::nats_to_bits(-1), 1 / log2()));
  EXPECT_TRUE(meets(condition::bits_to_nats(-1), log2()));
}

TEST(ConditionInformation, AnInfiniteTermHasNoPart) {
  EXPECT_TRUE(meets(condition::cross_entropy({1, 1}, {0.5, 0}), log2()));
  EXPECT_TRUE(meets(condition::kl_divergence({1, 1}, {0.5, 0}), log2()));
}

/// The derivative of the entropy in the direction x - m, as the perturbations of the
/// exponents do, is within the scale: H' = -Cov(log p, x - m).
TEST(ConditionInformation, OfTheEntropyOfSoftmaxBoundsWhatRoundedExponentsDo) {
  test::Inputs inputs(65);
  for (int run = 0; run < 300; ++run) {
    const Vector x = test::intervals(inputs.vector_of_size(1 + inputs.below(6)));
    const Vector p = softmax(x), l = log_softmax(x);
    Interval m = x[0], change;
    for (const Interval& entry : x) m = max(m, entry);
    const Interval entropy = softmax_entropy(x), scale = condition::softmax_entropy(x);
    for (std::size_t i = 0; i < x.size(); ++i) change += p[i] * abs(l[i] + entropy) * (m - x[i]);
    EXPECT_TRUE(possibly_less_equal(change, scale)) << run;
    EXPECT_TRUE(possibly_less_equal(entropy, scale)) << run;
  }
  EXPECT_TRUE(same(condition::softmax_entropy({}), 0));
  EXPECT_TRUE(same(condition::softmax_entropy({7}), 0));
}

TEST(ConditionInformation, OfEscortIsThatOfSoftmaxOfTheLogarithms) {
  const Vector p = {0.5, 0.125, 0, 0.25}, scale = condition::escort(p, 3);
  const Vector expected = condition::softmax({3 * log(0.5), 3 * log(0.125), 3 * log(0.25)});
  EXPECT_TRUE(meets(scale[0], expected[0]));
  EXPECT_TRUE(meets(scale[1], expected[1]));
  EXPECT_TRUE(same(scale[2], 0));
  EXPECT_TRUE(meets(scale[3], expected[2]));
}

}  // namespace
}  // namespace softlaw::reference
