// SPDX-License-Identifier: Apache-2.0
// Processes that answer by the protocol, and misbehave: awkward_subject.sh.
#include "subjects/command_subject.hpp"

#include <poll.h>
#include <signal.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "families/logsumexp/functions.hpp"
#include "process/child.hpp"
#include "test/command.hpp"
#include "test/processes.hpp"

namespace softlaw::properties {
namespace {

std::string awkward(const std::string& mood) { return SOFTLAW_AWKWARD_SCRIPT " " + mood; }

std::string by_command(const std::string& verb, const std::string& mood) {
  return verb + " --subject-command '" + awkward(mood) + "' ";
}

nlohmann::json judged(const std::string& mood, const std::string& options, int code = 1) {
  const std::string law = "--law agreement.logsumexp --seed 1 --database '' --json - ";
  const Output output = call(by_command("verify", mood) + law + options, "/dev/null");
  EXPECT_EQ(output.code, code) << mood;
  return nlohmann::json::parse(output.text)["laws"][0];
}

/// What the law needed at two entries, and did not get.
std::string finding(const std::string& mood) {
  const auto law = judged(mood, "--input '0,1'");
  EXPECT_EQ(law["verdict"], "broken") << mood;
  return law["counterexample"]["relation"];
}

TEST(CommandSubject, OneNumberIsAnswered) {
  EXPECT_EQ(judged("well", "--input 1", 0)["verdict"], "holds");
  EXPECT_EQ(call(by_command("eval", "well") + "logsumexp 1").code, 0);
}

TEST(CommandSubject, ItsFailuresAreFindings) {
  EXPECT_EQ(finding("exit"),
            "an answer, but the subject ended with exit code 7: Traceback: division by zero");
  EXPECT_EQ(finding("signal"), "an answer, but the subject ended by signal Segmentation fault");
  EXPECT_EQ(finding("throws"), "an answer, but the subject threw: ValueError: too long");
  EXPECT_EQ(finding("letters"), "an answer, but the subject answered logsumexp with 'zzzz'");
  EXPECT_EQ(finding("few"), "an answer, but the subject gave 0 results of logsumexp, not 1");
  EXPECT_EQ(finding("many"), "an answer, but the subject gave 2 results of logsumexp, not 1");
  EXPECT_EQ(finding("other").find("an answer, but the subject answered question "), 0u);
  EXPECT_EQ(finding("closes"), "an answer, but the subject closed its standard output");
}

TEST(CommandSubject, AHangIsAFindingWithItsInput) {
  const auto law = judged("hang", "--input '0,1' --timeout 0.3");
  EXPECT_EQ(law["verdict"], "hung");
  EXPECT_EQ(law["note"], "no answer within 0.3 s");
  EXPECT_EQ(law["counterexample"]["smallest"]["input"], "binary64; 0,0x1p+0");
}

TEST(CommandSubject, IsStartedAgainAfterAFailure) {
  const auto law = judged("exit", "--cases 300");
  EXPECT_EQ(law["verdict"], "broken");
  EXPECT_GT(law["counterexample"]["shrinks"], 1) << "each is a start of the command";
  EXPECT_EQ(law["counterexample"]["smallest"]["decimal"], "[0, 0]");
}

TEST(CommandSubject, AnswersAgainAfterAHang) {
  const std::string once = testing::TempDir() + "hung_once";
  std::filesystem::remove(once);
  const CommandSubject subject(awkward("hang-once " + once), 0.5);
  EXPECT_THROW(subject.answer(logsumexp, {Vector{1, 2}}, Format::binary64), Hung);
  const auto one = subject.answer(logsumexp, {Vector{3}}, Format::binary64);
  EXPECT_EQ(std::get<std::vector<double>>(one), std::vector{3.0});
}

TEST(CommandSubject, WhatItPrintsIsNoAnswer) {
  EXPECT_EQ(judged("chatty", "--input 1", 0)["verdict"], "holds");
  EXPECT_NE(call(by_command("eval", "chatty") + "logsumexp 1").text.find("logsumexp of 3ff0"),
            std::string::npos)
      << "on stderr";
}

TEST(CommandSubject, OneThatCannotStartIsRefused) {
  const std::string eval = "eval --timeout 0.3 logsumexp 1 ";
  const auto refused = [&](const std::string& mood) { return by_command(eval, mood); };
  expect_refusal(refused("mute"), 3, "ended with exit code 0, before it said what it has");
  expect_refusal(refused("deaf"), 3, "no answer within 0.3 s; see --timeout");
  const Output sick = call(refused("sick"));
  EXPECT_EQ(sick.code, 3);
  EXPECT_NE(sick.text.find("exit code 5: no such library, before it said"), std::string::npos)
      << sick.text;
  EXPECT_EQ(call("eval --subject-command no-such-command logsumexp 1").code, 3);
}

TEST(CommandSubject, ADescriptionThatCannotBeReadIsRefused) {
  const std::string eval = "eval logsumexp 1 ";
  const auto refused = [&](const std::string& mood) { return by_command(eval, mood); };
  expect_refusal(refused("old"), 2, "version '0' of the protocol");
  expect_refusal(refused("vague"), 2, "rather good");
  expect_refusal(refused("empty"), 2, "has no logsumexp");
  expect_refusal(refused("boastful"), 2, "'logsumexq'");
  expect_refusal(refused("nameless"), 2, "no line 'name'");
  expect_refusal(refused("strange"), 2, "'license MIT'");
  expect_refusal(by_command("verify", "empty"), 2, "has none of the functions");
}

TEST(CommandSubject, TheReportRepeatsTheCommand) {
  const Output output =
      call(by_command("verify", "throws") + "--law agreement.logsumexp --json /dev/null");
  EXPECT_NE(output.text.find(" verify --subject-command '" + awkward("throws") + "' --contract"),
            std::string::npos)
      << output.text;
}

TEST(CommandSubject, ExcludesASubject) {
  EXPECT_EQ(call(by_command("eval --subject exact", "well") + "logsumexp 1").code, 2);
}

TEST(CommandSubject, TheErrorsOfAnEndArePartOfIt) {
  Conversation with("echo one >&2; echo two >&2; echo; exit 3");
  EXPECT_EQ(with.hear(std::chrono::steady_clock::now() + std::chrono::seconds(60)), "");
  EXPECT_EQ(with.hear(std::chrono::steady_clock::now() + std::chrono::seconds(60)), std::nullopt);
  EXPECT_EQ(with.end(), "ended with exit code 3: two");
}

TEST(CommandSubject, AllItsProcessesEndWithIt) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  pid_t left = 0;
  {
    Conversation with("sleep 1000 & echo $!; sleep 1000");
    left = std::stoi(*with.hear(until));
    EXPECT_TRUE(is_alive(left));
  }
  EXPECT_TRUE(ends_soon(left));
}

TEST(CommandSubject, MuchTextGoesBothWays) {
  Conversation with("cat");
  const std::string much(1 << 22, 'x');  // more than pipes hold
  with.say(much + "\n" + much + "\n");
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(with.hear(std::chrono::steady_clock::now() + std::chrono::seconds(60)), much);
  }
}

}  // namespace
}  // namespace softlaw::properties
