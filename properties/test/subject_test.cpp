// SPDX-License-Identifier: Apache-2.0
#include "subjects/subject.hpp"

#include <gtest/gtest.h>

#include <cfenv>
#include <cmath>
#include <limits>

#include "contracts/contract.hpp"
#include "families/coding/functions.hpp"
#include "families/cumulants/functions.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/pair/functions.hpp"
#include "families/softmax/functions.hpp"
#include "function/room.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/reference_subject.hpp"
#include "subjects/table_subject.hpp"

namespace softlaw::properties {
namespace {

double constant(const double*, size_t) { return 42; }

double first(const Answer& answer) { return std::get<std::vector<double>>(answer).front(); }

TEST(Subject, ATableThatEndsEarlyLacksTheRest) {
  softlaw_binary64 table{};
  table.size = offsetof(softlaw_binary64, softmin);  // from a time before softmin
  table.logsumexp = constant;
  table.softmin = constant;
  const softlaw_subject old{
      SOFTLAW_SUBJECT_VERSION, sizeof(softlaw_subject), "old", "1ulp", &table, nullptr, nullptr};
  const TableSubject subject(old);
  EXPECT_EQ(first(subject.answer(logsumexp, {Vector{1}}, Format::binary64)), 42);
  EXPECT_THROW(subject.answer(softmin, {Vector{1}}, Format::binary64), Absent);
  EXPECT_THROW(subject.answer(softmax, {Vector{1}}, Format::binary64), Absent);
  EXPECT_THROW(subject.answer(logsumexp, {Vector{1}}, Format::binary32), Absent);
  EXPECT_THROW(subject.answer(kraft_sum, {Integers{1}, std::int64_t{2}}, Format::binary64), Absent);
}

TEST(Subject, ATableThatCannotBeReadIsRefused) {
  softlaw_subject table{
      SOFTLAW_SUBJECT_VERSION, sizeof(softlaw_subject), "x", "1ulp", nullptr, nullptr, nullptr};
  EXPECT_NO_THROW(TableSubject{table});
  table.version = 99;
  EXPECT_THROW(TableSubject{table}, std::invalid_argument);
  table.version = SOFTLAW_SUBJECT_VERSION;
  table.size = 8;
  EXPECT_THROW(TableSubject{table}, std::invalid_argument);
  table.size = sizeof(softlaw_subject);
  table.contract = "rather good";
  EXPECT_THROW(TableSubject{table}, std::invalid_argument);
  table.contract = nullptr;
  EXPECT_THROW(TableSubject{table}, std::invalid_argument);
}

TEST(Subject, AnArgumentThatIsNoFloatOfTheFormatIsNotRounded) {
  const SubjectPointer ours = find_subject("softlaw");
  EXPECT_THROW(ours->answer(logsumexp, {Vector{0.1}}, Format::binary32), Inexact);
  EXPECT_THROW(ours->answer(softplus, {0.1}, Format::binary32), Inexact);
}

TEST(Subject, FunctionsOfFloatsDecideItsFormats) {
  Tables tables;
  tables.coding = our_tables().coding;
  EXPECT_EQ(TableSubject("codes", Contract{}, tables).formats().size(),
            reference::formats().size());
  tables.binary64 = our_tables().binary64;
  EXPECT_EQ(TableSubject("doubles", Contract{}, tables).formats(),
            std::vector<Format>{Format::binary64});
}

/// A subject that has softmax alone, as it is given.
template <class Softmax>
TableSubject with_softmax(Softmax softmax) {
  Tables tables;
  tables.binary64.size = sizeof(tables.binary64);
  tables.binary64.softmax = softmax;
  return TableSubject("awkward", Contract::read("4ulp"), tables);
}

TEST(Subject, AWriteToAnArgumentIsATrespass) {
  const TableSubject subject = with_softmax([](const double* x, std::size_t, double* out) {
    const_cast<double*>(x)[1] = 0;
    *out = 1;
  });
  EXPECT_THROW(subject.answer(softmax, {Vector{1, 2}}, Format::binary64), Trespass);
}

TEST(Subject, AWriteBeforeTheResultsIsATrespass) {
  const TableSubject subject =
      with_softmax([](const double*, std::size_t, double* out) { out[-1] = 1; });
  EXPECT_THROW(subject.answer(softmax, {Vector{1, 2}}, Format::binary64), Trespass);
}

TEST(Subject, AReadPastTheEndEndsTheProcess) {
  const TableSubject subject = with_softmax([](const double* x, std::size_t n, double* out) {
    *out = const_cast<const volatile double*>(x)[n];
  });
  EXPECT_DEATH(subject.answer(softmax, {Vector{1, 2}}, Format::binary64), "");
}

TEST(Subject, AChangedRoundingModeIsTakenBackAndReported) {
  const TableSubject subject = with_softmax([](const double*, std::size_t, double* out) {
    std::fesetround(FE_DOWNWARD);
    *out = 1;
  });
  EXPECT_THROW(subject.answer(softmax, {Vector{1}}, Format::binary64), EnvironmentChanged);
  EXPECT_EQ(std::fegetround(), FE_TONEAREST);
}

TEST(Subject, UnknownNamesAreRefused) {
  EXPECT_THROW(find_subject("no such subject"), std::invalid_argument);
  EXPECT_THROW(find_subject("/dev/null"), std::invalid_argument);
}

TEST(Subject, TheExactOneRoundsToNearest) {
  // log 2 = 0x1.62e42fefa39ef35793c7673007e5ed5e81e69...p-1
  EXPECT_EQ(correctly_rounded(logsumexp, {Vector{0, 0}}, Format::binary64).values.front(),
            0x1.62e42fefa39efp-1);
  EXPECT_EQ(correctly_rounded(logsumexp, {Vector{0, 0}}, Format::binary32).values.front(),
            0x1.62e43p-1);
  EXPECT_EQ(correctly_rounded(softmax, {Vector{3, 3, 3, 3}}, Format::binary64).values,
            (std::vector<double>{0.25, 0.25, 0.25, 0.25}));
}

TEST(Subject, TheExactOneDecidesNextToAMidpoint) {
  // x_i - m is midway between two floats; the term added to it is e^-20000 times as large
  const Vector x{0x1p-39, -0x1p+14};
  const auto values = correctly_rounded(log_softmax, {x}, Format::binary64).values;
  EXPECT_EQ(values[0], 0.0);
  EXPECT_EQ(values[1], -0x1.0000000000001p+14) << "away from the even neighbour";
}

TEST(Subject, TheExactOneIsWithinHalfAnUlpWhereTheRoundingIsOpen) {
  // the mean of the two that count is a midpoint; the third moves it by e^-10^300
  const Arguments arguments{Vector{1e300, 1e300, 0}, Vector{0x1p53, 1, 0.5}, std::int64_t{1}};
  EXPECT_FALSE(correctly_rounded(logsumexp_cumulants, arguments, Format::binary64).decided);
  const Answer answer = ReferenceSubject().answer(logsumexp_cumulants, arguments, Format::binary64);
  const double mean = std::get<std::vector<double>>(answer).front();
  EXPECT_TRUE(mean == 0x1p52 || mean == 0x1p52 + 1) << mean;
}

TEST(Subject, TheExactOneKeepsTheConventions) {
  const auto one = [](const FunctionItem& f, const Vector& x) {
    return correctly_rounded(f, {x}, Format::binary64).values.front();
  };
  EXPECT_EQ(one(logsumexp, {}), -infinity);
  EXPECT_EQ(one(softmin, {}), infinity);
  EXPECT_EQ(one(logsumexp, {-infinity, 3}), 3);
  EXPECT_TRUE(std::isnan(one(logsumexp, {infinity, std::nan("")})));
  EXPECT_TRUE(std::isnan(one(excess, {infinity, 1})));
  EXPECT_EQ(one(softmax, {-infinity, 3}), 0);
  EXPECT_EQ(one(log_softmax, {-infinity, 3}), -infinity);
}

}  // namespace
}  // namespace softlaw::properties
