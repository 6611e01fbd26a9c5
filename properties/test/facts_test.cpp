// SPDX-License-Identifier: Apache-2.0
// Facts of the returned numbers: judged on them, however wide the rest of the contract is.
#include <gtest/gtest.h>

#include <cmath>

#include "contracts/contract.hpp"
#include "families/pair/functions.hpp"
#include "families/softmax/functions.hpp"
#include "function/exact_values.hpp"
#include "judge/trial.hpp"
#include "subjects/table_subject.hpp"

namespace softlaw::properties {
namespace {

/// Our library but for softmax, softplus and logistic, in binary64.
SubjectPointer with(double (*softplus)(double),
                    void (*softmax)(const double*, std::size_t, double*)) {
  Tables tables = our_tables();
  if (softplus) tables.binary64.softplus = softplus;
  if (softmax) tables.binary64.softmax = softmax;
  return std::make_shared<TableSubject>("fact", Contract::read("4ulp"), tables);
}

/// Shares that are too large by a thousandth.
void too_large(const double* x, std::size_t n, double* out) {
  our_tables().binary64.softmax(x, n, out);
  for (std::size_t i = 0; i < n; ++i) out[i] *= 1.00134;
}

Truth agreement(const SubjectPointer& subject, const char* contract, const FunctionItem& function,
                const Arguments& arguments) {
  ExactValues exact;
  const Contract promised = Contract::read(contract);
  return SubjectEvaluator(*subject, promised, Format::binary64, exact)
      .agrees_at(function, arguments);
}

TEST(Facts, APromisedRangeIsJudgedHoweverLooseTheContractIs) {
  const SubjectPointer subject = with(nullptr, too_large);
  const Arguments sure{Vector{0, -800}}, even{Vector{0, 0}};
  EXPECT_TRUE(agreement(subject, "1abs with in-range", softmax, sure).broken());
  EXPECT_FALSE(agreement(subject, "1abs with in-range", softmax, even).broken());
  EXPECT_TRUE(agreement(subject, "1abs with sums", softmax, even).broken());
  const Truth seen = agreement(subject, "1abs", softmax, sure);
  EXPECT_FALSE(seen.broken());
  EXPECT_EQ(seen.not_promised(), "in-range of softmax");
  EXPECT_NE(seen.seen_false(), nullptr);
  EXPECT_EQ(agreement(subject, "1abs", softmax, even).seen_false(), nullptr);
}

TEST(Facts, TheDirectionOfTheLastRoundingIsJudgedExactly) {
  const SubjectPointer up =
      with([](double t) { return std::nextafter(std::log1p(std::exp(t)), 9); }, nullptr);
  const Arguments zero{0.0};
  EXPECT_FALSE(agreement(up, "4ulp with above", softplus, zero).broken());
  EXPECT_TRUE(agreement(up, "4ulp with below", softplus, zero).broken());
}

/// A law of returned floats does not accuse subjects that never promised them.
TEST(Facts, WhatIsNotPromisedIsReportedAndNotBroken) {
  const SubjectPointer subject = with(nullptr, too_large);
  Settings settings;
  settings.cases = 200;
  const Law& law = *find_law("rounding.unit-interval");
  const Evidence asked =
      judge(law, Defendant::of(subject, Contract::read("1abs with in-range")), settings);
  EXPECT_EQ(asked.verdict, Verdict::broken);
  const Evidence seen = judge(law, Defendant::of(subject, Contract::read("1abs")), settings);
  EXPECT_EQ(seen.verdict, Verdict::not_applicable);
  EXPECT_NE(seen.note.find("not promised: in-range of softmax"), std::string::npos) << seen.note;
  EXPECT_NE(seen.note.find("not kept"), std::string::npos) << seen.note;
}

/// The range of a function holds its exact values, and what rounds to them.
TEST(Facts, TheRangeHoldsWhatTheReferenceReturns) {
  Settings settings;
  settings.cases = 40;
  for (const FunctionItem* function : functions()) {
    if (!function->range) continue;
    const Law& law = *find_law("agreement." + law_name(*function));
    const SubjectPointer ours =
        std::make_shared<TableSubject>("ours", Contract::read("correctly-rounded"), our_tables());
    const Evidence evidence =
        judge(law, Defendant::of(ours, Contract::read("4ulp+4cond with in-range")), settings);
    EXPECT_EQ(evidence.verdict, Verdict::holds) << law.id << ' ' << evidence.note;
  }
}

}  // namespace
}  // namespace softlaw::properties
