// SPDX-License-Identifier: Apache-2.0
#include "audit/audit.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "test/command.hpp"

namespace softlaw::properties {
namespace {

std::vector<AuditRow> audited(const FunctionItem& function, const std::string& promise,
                              const Format& format = Format::binary64) {
  return audit(function, format, Promise::read(promise), {.seed = 1, .cases = 60});
}

TEST(Audit, CorrectRoundingIsAttainedByTheExactSubject) {
  for (const AuditRow& row : audited(logsumexp, "correctly-rounded")) {
    EXPECT_EQ(row.held_by, "correctly-rounded") << row.open << row.forced_by;
    EXPECT_EQ(row.trivial, "");
    EXPECT_LE(row.largest_error, 1.01);
  }
}

TEST(Audit, AnAbsoluteErrorBelowTheSpacingIsUnattainable) {
  std::size_t forced = 0;
  for (const AuditRow& row : audited(logsumexp, "1e-8abs", Format::binary32)) {
    forced += std::size_t{!row.forced_by.empty()};
    EXPECT_TRUE(row.held_by.empty() || row.forced_by.empty());
  }
  EXPECT_GT(forced, 0u);
}

TEST(Audit, WhatAcceptsAConstantIsVacuous) {
  for (const AuditRow& row : audited(softmax, "1abs")) {
    if (row.longest > 1 && row.cases > 1) {  // of one input nothing is seen
      EXPECT_EQ(row.trivial, "always 0") << row.longest;
    }
  }
  for (const AuditRow& row : audited(softmax, "4ulp")) EXPECT_EQ(row.trivial, "");
}

TEST(Audit, AnythingIsTheWidestError) {
  EXPECT_TRUE(is_silent(Promise::read("1rel")));
  EXPECT_FALSE(is_silent(Promise::read("1e-3rel")));
  for (const AuditRow& row : audited(softmax, "8ulp")) {
    EXPECT_GE(row.largest_error, 7.5);
    EXPECT_LE(row.largest_error, 17);
  }
}

TEST(Audit, ImplicationIsByTerms) {
  const auto implied = [](const char* narrow, const char* wide) {
    return implies(Promise::read(narrow), Promise::read(wide), Format::binary32, 1, 100);
  };
  EXPECT_TRUE(implied("2ulp", "2ulp+1cond"));
  EXPECT_TRUE(implied("correctly-rounded", "0.5ulp"));
  EXPECT_TRUE(implied("(n+3)ulp", "103ulp"));
  EXPECT_FALSE(implied("(n+4)ulp", "103ulp"));
  EXPECT_FALSE(implied("2ulp+1cond", "3ulp"));
  EXPECT_TRUE(implied("1ulp+1cond", "1ulp+1plain"));
  EXPECT_FALSE(implied("1ulp+1plain", "1ulp+1cond"));
  EXPECT_TRUE(implied("4ulp", "1e-6rel+1e-6abs"));
  EXPECT_FALSE(implied("20ulp", "1e-6rel+1e-6abs"));
  EXPECT_TRUE(implied("2ulp", "max(1ulp, 2ulp)"));
  EXPECT_FALSE(implied("2ulp ftz", "2ulp"));
  EXPECT_FALSE(implied("2ulp", "2ulp with ordered"));
  EXPECT_TRUE(implied("correctly-rounded", "3steps"));
  EXPECT_FALSE(implied("1ulp", "3steps"));
}

TEST(Audit, TheCommandTellsOfEach) {
  const Output good = call("audit textbook --function logsumexp --cases 30");
  EXPECT_NE(good.text.find("attainable"), std::string::npos) << good.text;
  const Output vacuous = call("audit 1abs --function softmax --cases 30 --format binary64");
  EXPECT_EQ(vacuous.code, 1) << vacuous.text;
  EXPECT_NE(vacuous.text.find("vacuous: always 0"), std::string::npos) << vacuous.text;
  expect_refusal("audit 1rel", 2, "promises nothing");
  expect_refusal("audit nope", 2, "nope");
  expect_refusal("audit 4ulp --function nope", 2, "no function 'nope'");
}

TEST(Presets, AreReadAndSpeakOfTheirFunctionsAlone) {
  for (const char* id : {"webnn", "wgsl", "opencl-full", "opencl-embedded", "opencl-relaxed",
                         "stablehlo", "onnx", "numpy-allclose", "torch"}) {
    const NamedContract* preset = find_named_contract(id);
    ASSERT_TRUE(preset) << id;
    EXPECT_EQ(preset->kind, "preset");
    const Contract contract = Contract::read(id);
    EXPECT_FALSE(is_silent(contract.promise(softmax, Format::binary32))) << id;
  }
  EXPECT_TRUE(is_silent(Contract::read("webnn").promise(softmax, Format::binary64)));
  EXPECT_TRUE(
      is_silent(Contract::read("wgsl").promise(*find_function("entropy"), Format::binary32)));
}

}  // namespace
}  // namespace softlaw::properties
