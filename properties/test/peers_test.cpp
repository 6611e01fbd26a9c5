// SPDX-License-Identifier: Apache-2.0
// The peers that are built: the gate finds by itself a failure that is known of each.
#include <gtest/gtest.h>

#include <filesystem>
#include <limits>

#include "command.hpp"
#include "judge/trial.hpp"
#include "subjects/catalogue.hpp"

namespace softlaw::properties {
namespace {

/// A law that a version of the peer breaks, and calls with which the failure is known.
struct Known {
  const char* peer;
  const char* law;
  const char* input;
};

const Known known[] = {
    {"boost", "special.logaddexp", "binary64; -inf; 0x1.4p+2"},    // -inf
    {"boost", "special.logsumexp", "binary64; -inf,-inf"},         // NaN
    {"eigen", "special.softmax", "binary64; 0,0,0,0,0,0,0,-inf"},  // > 0, in a vector
    {"highway", "special.softmax", "binary32; nan,0"},             // [0, 1]
    {"onednn", "agreement.log-softmax", "binary32; 0x1.4p+2"},     // log_softmax([5]) > 0
    {"xnnpack", "special.softmax", "binary32; nan,0"},             // [-inf, -inf]
};

std::filesystem::path path_of(const std::string& peer) {
  return std::filesystem::path(SOFTLAW_COMMAND).parent_path() / "peers" / (peer + ".so");
}
bool is_built(const std::string& peer) { return std::filesystem::exists(path_of(peer)); }

class Peer : public testing::TestWithParam<Known> {};

TEST_P(Peer, IsFoundOut) {
  const Known& failure = GetParam();
  if (!is_built(failure.peer)) GTEST_SKIP() << "the peer is not built";
  const SubjectPointer peer = find_subject(path_of(failure.peer));
  const Law& law = *find_law(failure.law);
  Settings settings;
  settings.input = failure.input;
  EXPECT_EQ(judge(law, Defendant::of(peer), settings).verdict, Verdict::broken)
      << "at the input that is known";
  settings = Settings();
  settings.cases = 400;
  EXPECT_EQ(judge(law, Defendant::of(peer), settings).verdict, Verdict::broken) << "by drawing";
}

INSTANTIATE_TEST_SUITE_P(All, Peer, testing::ValuesIn(known), [](const auto& tested) {
  return tested.param.peer + std::to_string(tested.index);
});

TEST(Peers, ProcessesAreJudgedByNameToo) {
  if (!std::filesystem::exists(path_of("scipy").replace_extension(".sh"))) {
    GTEST_SKIP() << "the peer is not there";
  }
  const std::string run = "verify --json peer.json --subject scipy --contract textbook --law ";
  const Output entropy = call(run + "agreement.kl-divergence");  // rel_entr near equality
  EXPECT_EQ(entropy.code, 1) << entropy.text;
  const Output sum = call(
      "verify --json peer.json --subject scipy --contract careful --law "
      "agreement.logsumexp --input 'binary64; 0,-0x1.4p+5'");
  EXPECT_EQ(sum.code, 1) << sum.text;  // 0 at [0, -40]
}

TEST(Peers, TheCommandJudgesThemByName) {
  if (!is_built("boost")) GTEST_SKIP() << "the peer is not built";
  const Output answer = call("verify --json peer.json --subject boost --law special.logaddexp");
  EXPECT_EQ(answer.code, 1) << answer.text;
  EXPECT_NE(answer.text.find("--subject 'boost'"), std::string::npos) << answer.text;
}

}  // namespace
}  // namespace softlaw::properties
