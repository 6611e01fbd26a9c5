// SPDX-License-Identifier: Apache-2.0
#include "function/exact_values.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "families/logsumexp/functions.hpp"

namespace softlaw::properties {
namespace {

const Interval& value(ExactValues& exact, const FunctionItem& function, double x) {
  return exact.values(function, {Vector{x, x}}).front();
}

TEST(ExactValues, AreThoseOfTheFunction) {
  ExactValues exact;
  EXPECT_TRUE(meets(value(exact, logsumexp, 1), 1 + log(Interval(2))));
  EXPECT_TRUE(meets(value(exact, softmin, 1), 1 - log(Interval(2))));
  EXPECT_TRUE(meets(exact.scales(logsumexp, {Vector{1, 1}}, Format::binary64, false).front(),
                    log(Interval(2))));
}

TEST(ExactValues, AreComputedOnce) {
  ExactValues exact;
  const Interval* first = &value(exact, logsumexp, 1);
  EXPECT_NE(first, &value(exact, logsumexp, 2));
  EXPECT_NE(first, &value(exact, softmin, 1));
  EXPECT_EQ(first, &value(exact, logsumexp, 1));
}

TEST(ExactValues, AreRightAfterMany) {
  ExactValues exact;
  for (int round = 0; round < 2; ++round) {
    for (int k = 1; k <= 100; ++k) {
      EXPECT_TRUE(meets(value(exact, logsumexp, k), k + log(Interval(2)))) << k;
    }
  }
}

TEST(ExactValues, KeepNothingOfWhatThrew) {
  ExactValues exact;
  const Arguments no_vector{1.0};
  EXPECT_ANY_THROW(exact.values(logsumexp, no_vector));
  EXPECT_ANY_THROW(exact.values(logsumexp, no_vector));
}

}  // namespace
}  // namespace softlaw::properties
