// SPDX-License-Identifier: Apache-2.0
#include "fitting/smallest.hpp"

#include <gtest/gtest.h>

#include <random>

namespace softlaw::properties {
namespace {

using Row = std::vector<double>;

/// Demands with known corners: 2a + b >= 1 of a third, and so on.
const std::vector<Demand> square{{{1, 0}}, {{0, 1}}, {{0.25, 0.25}}};

TEST(Smallest, OfOneConstantIsTheLargestDemand) {
  const std::vector<Demand> demands{{{0.5}}, {{0.25}}, {{2}}};
  const auto found = smallest_constants(demands, {1});
  ASSERT_TRUE(found);
  EXPECT_DOUBLE_EQ(found->constants[0], 4);
  EXPECT_EQ(found->forced_by[0], 1u);
}

TEST(Smallest, OfTwoMeetsAllAndEachIsForced) {
  const auto found = smallest_constants(square, {1, 1});
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->constants[0] + found->constants[1], 4, 1e-9);
  for (const Demand& demand : square) EXPECT_GE(demand.met_by(found->constants), 1 - 1e-9);
}

TEST(Smallest, WhatNothingMeetsHasNone) {
  EXPECT_FALSE(smallest_constants(std::vector<Demand>{{{0, 0}}}, {1, 1}));
  EXPECT_EQ(smallest_constants({}, {1, 1})->constants, (Row{0, 0}));
}

TEST(Smallest, OfManyIsNoLargerThanAnyOtherSolution) {
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> unit(0, 1);
  for (int round = 0; round < 50; ++round) {
    std::vector<Demand> demands;
    for (int i = 0; i < 200; ++i) demands.push_back({{unit(random), unit(random), unit(random)}});
    const auto found = smallest_constants(demands, {1, 1, 1});
    ASSERT_TRUE(found);
    const double sum = found->constants[0] + found->constants[1] + found->constants[2];
    for (const Demand& demand : demands) EXPECT_GE(demand.met_by(found->constants), 1 - 1e-8);
    // any point that meets all costs as much: tried at random
    for (int i = 0; i < 200; ++i) {
      Row other{unit(random), unit(random), unit(random)};
      double least = 1e9;
      for (const Demand& demand : demands) least = std::min(least, demand.met_by(other));
      EXPECT_GE((other[0] + other[1] + other[2]) / least, sum * (1 - 1e-8));
    }
  }
}

TEST(Smallest, TheFrontHasTheCorners) {
  const std::vector<Demand> demands{{{1, 0.125}}, {{0.25, 0.25}}, {{0.125, 1}}};
  const auto front = front_of_two(demands);
  ASSERT_GE(front.size(), 2u);
  for (std::size_t i = 1; i < front.size(); ++i) {
    EXPECT_GT(front[i][0], front[i - 1][0]);
    EXPECT_LT(front[i][1], front[i - 1][1]);
  }
}

TEST(Smallest, RoundingUpKeepsEachForced) {
  const std::vector<Demand> demands{{{0.7, 0.01}}, {{0.001, 0.3}}};
  const auto found = smallest_constants(demands, {1, 1});
  ASSERT_TRUE(found);
  const Row rounded = round_up_forced(demands, found->constants);
  for (std::size_t j = 0; j < 2; ++j) {
    EXPECT_GE(rounded[j], found->constants[j]);
    Row less = rounded;
    less[j] *= 0.9;
    EXPECT_TRUE(demands[0].met_by(less) < 1 || demands[1].met_by(less) < 1);
  }
  EXPECT_EQ(round_up(1.01, 2), 1.1);
  EXPECT_EQ(round_up(1.5, 2), 1.5);
  EXPECT_EQ(round_up(9.99, 2), 10);
}

}  // namespace
}  // namespace softlaw::properties
