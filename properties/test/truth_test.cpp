// SPDX-License-Identifier: Apache-2.0
#include "judge/truth.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <softlaw/reference/precision.hpp>

namespace softlaw::properties {
namespace {

Interval from_to(double low, double high) {
  return Interval::between(Interval(low), Interval(high));
}

TEST(Truth, EqualityIsPossibleWhenEnclosuresMeet) {
  EXPECT_EQ(same(from_to(0, 2), from_to(1, 3)).value(), Truth::Value::possibly);
  EXPECT_EQ(same(from_to(0, 1), from_to(1, 3)).value(), Truth::Value::possibly);
  EXPECT_EQ(same(from_to(0, 1), from_to(2, 3)).value(), Truth::Value::certainly_not);
  EXPECT_EQ(same(Interval(1), Interval(1)).value(), Truth::Value::certainly);
}

TEST(Truth, OrderIsBrokenOnlyWhenNoMembersAreInOrder) {
  EXPECT_EQ(less(from_to(0, 1), from_to(2, 3)).value(), Truth::Value::certainly);
  EXPECT_EQ(less(from_to(0, 2), from_to(1, 3)).value(), Truth::Value::possibly);
  EXPECT_TRUE(less(from_to(1, 2), from_to(0, 1)).broken());
  EXPECT_FALSE(less_equal(from_to(1, 2), from_to(0, 1)).broken());
  EXPECT_TRUE(less_equal(from_to(2, 3), from_to(0, 1)).broken());
}

TEST(Truth, StrainIsTheShareOfTheContractThatIsUsed) {
  // midpoints 1 and 2, half-widths 1 and 1: half of the allowed error
  EXPECT_DOUBLE_EQ(same(from_to(0, 2), from_to(1, 3)).strain(), 0.5);
  EXPECT_DOUBLE_EQ(same(from_to(0, 2), from_to(2, 4)).strain(), 1.0);
  EXPECT_DOUBLE_EQ(same(from_to(0, 2), from_to(4, 6)).strain(), 2.0);
  EXPECT_DOUBLE_EQ(less(from_to(4, 6), from_to(0, 2)).strain(), 2.0);
  EXPECT_DOUBLE_EQ(less(from_to(0, 2), from_to(4, 6)).strain(), 0.0);
}

TEST(Truth, TheStrainOfExactSidesIsNothingOrInfinite) {
  const reference::WorkingPrecision wide(400);
  const Interval one(1), more = 2 + ldexp(one, -300);  // no difference of 64 bits
  for (const Interval& other : {Interval(2), more}) {
    EXPECT_TRUE(std::isinf(same(one, other).strain()));
    EXPECT_TRUE(std::isinf(less(other, one).strain()));
    EXPECT_TRUE(std::isinf(less_equal(other, one).strain()));
    EXPECT_EQ(less(one, other).strain(), 0);
    EXPECT_EQ(same(other, other).strain(), 0);
  }
  EXPECT_TRUE(std::isinf(Truth(false, "a fact").strain()));
}

TEST(Truth, NaNAgreesWithNaNAlone) {
  EXPECT_FALSE(same(Interval::empty(), Interval::empty()).broken());
  EXPECT_TRUE(same(Interval::empty(), Interval(1)).broken());
  EXPECT_TRUE(less(Interval::empty(), Interval(1)).broken());
  EXPECT_TRUE(less(Interval(1), Interval::empty()).broken());
}

TEST(Truth, BothIsTheWeakerOfTheTwo) {
  const Truth certain = less(Interval(0), Interval(1));
  const Truth possible = same(from_to(0, 2), from_to(1, 3));
  const Truth broken = same(Interval(0), Interval(1));
  EXPECT_EQ((certain && possible).value(), Truth::Value::possibly);
  EXPECT_TRUE((possible && broken && certain).broken());
  EXPECT_NE((certain && broken).breach(), nullptr);
}

TEST(Truth, ABreachSaysWhereAndByHowMuch) {
  const Truth truth = same(Intervals{Interval(1), from_to(0, 1)}, {Interval(1), from_to(3, 4)});
  ASSERT_NE(truth.breach(), nullptr);
  EXPECT_NE(truth.breach()->relation.find("entry 1"), std::string::npos);
  EXPECT_EQ(std::stod(truth.breach()->excess), 2.0);
}

TEST(Truth, VectorsOfDifferentLengthAreNotTheSame) {
  EXPECT_TRUE(same(Intervals{Interval(1)}, Intervals{}).broken());
  EXPECT_TRUE(less_equal(Intervals{Interval(1)}, Intervals{}).broken());
}

TEST(Truth, SumsAndProductsOfEnclosures) {
  const Intervals a{Interval(1), Interval(2)}, b{Interval(3), Interval(4)};
  EXPECT_TRUE(sum(a).contains(3.0));
  EXPECT_TRUE(dot(a, b).contains(11.0));
  EXPECT_TRUE((b - a)[1].contains(2.0));
  EXPECT_TRUE((Interval(2) * b)[0].contains(6.0));
}

}  // namespace
}  // namespace softlaw::properties
