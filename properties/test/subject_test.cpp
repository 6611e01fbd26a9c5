// SPDX-License-Identifier: Apache-2.0
#include "subjects/subject.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "subjects/exact.hpp"

namespace softlaw::properties {
namespace {

double constant(const double*, size_t) { return 42; }

TEST(Subject, ATableThatEndsEarlyLacksTheRest) {
  softlaw_binary64 table{};
  table.size = offsetof(softlaw_binary64, softmin);  // from a time before softmin
  table.logsumexp = constant;
  table.softmin = constant;
  const softlaw_subject old{
      SOFTLAW_SUBJECT_VERSION, sizeof(softlaw_subject), "old", "1ulp", &table, nullptr, nullptr};
  const Subject subject(old);
  EXPECT_EQ(subject.call(info(Function::logsumexp), {Vector{1}}, Format::binary64).front(), 42);
  EXPECT_THROW(subject.call(info(Function::softmin), {Vector{1}}, Format::binary64), Absent);
  EXPECT_THROW(subject.call(info(Function::softmax), {Vector{1}}, Format::binary64), Absent);
  EXPECT_THROW(subject.call(info(Function::logsumexp), {Vector{1}}, Format::binary32), Absent);
  EXPECT_THROW(subject.call(info(IntegerFunction::kraft_sum), {Integers{1}, std::int64_t{2}},
                            Format::binary64),
               Absent);
}

TEST(Subject, ATableThatCannotBeReadIsRefused) {
  softlaw_subject table{
      SOFTLAW_SUBJECT_VERSION, sizeof(softlaw_subject), "x", "1ulp", nullptr, nullptr, nullptr};
  EXPECT_NO_THROW(Subject{table});
  table.version = 99;
  EXPECT_THROW(Subject{table}, std::invalid_argument);
  table.version = SOFTLAW_SUBJECT_VERSION;
  table.size = 8;
  EXPECT_THROW(Subject{table}, std::invalid_argument);
  table.size = sizeof(softlaw_subject);
  table.contract = "rather good";
  EXPECT_THROW(Subject{table}, std::invalid_argument);
  table.contract = nullptr;
  EXPECT_THROW(Subject{table}, std::invalid_argument);
}

TEST(Subject, AnArgumentThatIsNoFloatOfTheFormatIsNotRounded) {
  const Subject ours = find_subject("softlaw");
  EXPECT_THROW(ours.call(info(Function::logsumexp), {Vector{0.1}}, Format::binary32), Inexact);
  EXPECT_THROW(ours.call(info(Function::softplus), {0.1}, Format::binary32), Inexact);
}

TEST(Subject, UnknownNamesAreRefused) {
  EXPECT_THROW(find_subject("no such subject"), std::invalid_argument);
  EXPECT_THROW(find_subject("/dev/null"), std::invalid_argument);
}

TEST(Subject, TheExactOneRoundsToNearest) {
  // log 2 = 0x1.62e42fefa39ef35793c7673007e5ed5e81e69...p-1
  EXPECT_EQ(correctly_rounded(Function::logsumexp, {Vector{0, 0}}, Format::binary64).front(),
            0x1.62e42fefa39efp-1);
  EXPECT_EQ(correctly_rounded(Function::logsumexp, {Vector{0, 0}}, Format::binary32).front(),
            0x1.62e43p-1);
  EXPECT_EQ(correctly_rounded(Function::softmax, {Vector{3, 3, 3, 3}}, Format::binary64),
            (std::vector<double>{0.25, 0.25, 0.25, 0.25}));
}

TEST(Subject, TheExactOneDecidesNextToAMidpoint) {
  // x_i - m is midway between two floats; what is added to it is e^-20000 of the other's size
  const Vector x{0x1p-39, -0x1p+14};
  const auto values = correctly_rounded(Function::log_softmax, {x}, Format::binary64);
  EXPECT_EQ(values[0], 0.0);
  EXPECT_EQ(values[1], -0x1.0000000000001p+14) << "away from the even neighbour";
}

TEST(Subject, TheExactOneKeepsTheConventions) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const auto one = [](Function f, const Vector& x) {
    return correctly_rounded(f, {x}, Format::binary64).front();
  };
  EXPECT_EQ(one(Function::logsumexp, {}), -infinity);
  EXPECT_EQ(one(Function::softmin, {}), infinity);
  EXPECT_EQ(one(Function::logsumexp, {-infinity, 3}), 3);
  EXPECT_TRUE(std::isnan(one(Function::logsumexp, {infinity, std::nan("")})));
  EXPECT_TRUE(std::isnan(one(Function::excess, {infinity, 1})));
  EXPECT_EQ(one(Function::softmax, {-infinity, 3}), 0);
  EXPECT_EQ(one(Function::log_softmax, {-infinity, 3}), -infinity);
}

}  // namespace
}  // namespace softlaw::properties
