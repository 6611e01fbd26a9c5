// SPDX-License-Identifier: Apache-2.0
// Shared objects that misbehave while they are loaded, or speak: awkward_subject.c.
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "test/command.hpp"

namespace softlaw::properties {
namespace {

const std::string verify =
    "verify --subject '" SOFTLAW_AWKWARD_SUBJECT "' --law agreement.logsumexp ";
const std::string eval = "eval --subject '" SOFTLAW_AWKWARD_SUBJECT "' ";

struct AskedSubject : testing::Test {
  ~AskedSubject() override { unsetenv("AWKWARD"); }
  static void mood(const char* what) { setenv("AWKWARD", what, 1); }
};

TEST_F(AskedSubject, AHangWhileItIsLoadedEndsAtTheTimeout) {
  mood("hang");
  expect_refusal(verify + "--timeout 1", 3, "hung while it was loaded: no answer within 1 s");
  expect_refusal(eval + "--timeout 0.2 logsumexp 1", 3, "no answer within 0.2 s; see --timeout");
}

TEST_F(AskedSubject, AHangWhenItIsCalledEndsAtTheTimeout) {
  mood("hang-later");
  expect_refusal(eval + "--timeout 0.2 logsumexp 1", 3,
                 "the subject 'awkward' gave no answer within 0.2 s");
}

TEST_F(AskedSubject, ACrashWhileItIsLoadedIsNoCrashOfTheJudge) {
  mood("abort");
  expect_refusal(verify, 3, "crashed while it was loaded: ended by signal");
  expect_refusal(eval + "logsumexp 1", 3, "crashed while it was loaded: ended by signal");
  mood("exit");
  expect_refusal(verify, 3, "the process ended with exit code 0");
}

TEST_F(AskedSubject, WhatItPrintsIsNoAnswer) {
  mood("speak");
  const Output evidence = call(verify + "--cases 4 --jobs 1 --json -", "/dev/null");
  EXPECT_EQ(nlohmann::json::parse(evidence.text)["laws"].size(), 1u);
  const Output answer = call(eval + "--json logsumexp 1", "/dev/null");
  EXPECT_EQ(nlohmann::json::parse(answer.text)["result"].size(), 1u);
  EXPECT_NE(call(eval + "logsumexp 1").text.find("spoken"), std::string::npos) << "on stderr";
}

TEST_F(AskedSubject, OneThatBehavesIsJudged) { EXPECT_EQ(call(eval + "logsumexp 1").code, 0); }

}  // namespace
}  // namespace softlaw::properties
