// SPDX-License-Identifier: Apache-2.0
#include "judge/trial.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "judge/rapidcheck.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

const Law& translation() { return *find_law("translation.logsumexp"); }

Settings with_cases(std::size_t cases) {
  Settings settings;
  settings.cases = cases;
  return settings;
}

Evidence judge_fault(const std::string& fault, const std::string& law) {
  return judge(*find_law(law), Defendant::of(find_fault(fault)->subject()), with_cases(300));
}

std::size_t numbers_in(const Case& c) {
  std::size_t count = 0;
  for (const Value& value : c.arguments) {
    const auto* vector = std::get_if<Vector>(&value);
    count += vector ? vector->size() : 1;
  }
  return count;
}

TEST(Trial, ABrokenLawHasASmallCounterexample) {
  const Evidence evidence = judge_fault("no-shift", "translation.logsumexp");
  ASSERT_EQ(evidence.verdict, Verdict::broken);
  const Counterexample& found = *evidence.counterexample;
  EXPECT_LE(numbers_in(found.smallest), 3u) << to_input(found.smallest);
  EXPECT_FALSE(found.calls.empty());
  EXPECT_FALSE(found.breach.left.empty());
  EXPECT_GT(found.strain, 1.0);
}

TEST(Trial, TheSameSeedGivesTheSameCases) {
  for (std::size_t index : {0U, 1U, 17U}) {
    EXPECT_EQ(to_input(draw(translation(), 1, index, Format::binary64)),
              to_input(draw(translation(), 1, index, Format::binary64)));
  }
  EXPECT_NE(to_input(draw(translation(), 1, 0, Format::binary64)),
            to_input(draw(translation(), 2, 0, Format::binary64)));
}

TEST(Trial, AnInputThatTheLawDoesNotSpeakOfIsRefused) {
  Settings settings = with_cases(1);
  settings.input = "0x1p+0; 0x1p-60";  // the sum rounds
  EXPECT_THROW(judge(translation(), Defendant::of(find_subject("softlaw")), settings),
               std::invalid_argument);
}

TEST(Trial, ALawWithoutEffectiveCasesIsVacuous) {
  Law dull = translation();
  dull.inputs.generate = [](Source&, Format format) {
    return Case{format, {Vector{0}, 0.0}, "always the same"};
  };
  const Evidence evidence = judge(dull, Defendant::of(find_subject("softlaw")), with_cases(20));
  EXPECT_EQ(evidence.verdict, Verdict::vacuous);
  EXPECT_EQ(evidence.cases, 20u);
}

TEST(Trial, WhatASubjectLacksIsNotApplicable) {
  const Evidence evidence = judge(*find_law("special.log-softmax-rows"),
                                  Defendant::of(find_subject("libm")), with_cases(10));
  EXPECT_EQ(evidence.verdict, Verdict::not_applicable);
  EXPECT_NE(evidence.note.find("log_softmax_rows"), std::string::npos);
}

TEST(Trial, AnInputOfAFormatThatTheSubjectLacksIsNotApplicable) {
  Defendant half = Defendant::of(find_subject("softlaw"));
  half.formats = {Format::binary64};
  Settings settings = with_cases(1);
  settings.input = "binary32; 0; 0";
  EXPECT_EQ(judge(translation(), half, settings).verdict, Verdict::not_applicable);
}

TEST(Trial, TheTextbookFailsAgreementNearCancellation) {
  const Evidence evidence =
      judge(*find_law("agreement.logsumexp"), Defendant::of(find_subject("libm")), with_cases(400));
  ASSERT_EQ(evidence.verdict, Verdict::broken);
  EXPECT_GT(evidence.counterexample->strain, 1.0);
}

TEST(Evidence, ReadsBackFromJson) {
  for (const Evidence& evidence :
       {judge_fault("no-shift", "translation.logsumexp"),
        judge(translation(), Defendant::of(find_subject("exact")), with_cases(10))}) {
    const nlohmann::ordered_json json = evidence;
    EXPECT_EQ(nlohmann::ordered_json(read_evidence(json)), json);
  }
}

}  // namespace
}  // namespace softlaw::properties
