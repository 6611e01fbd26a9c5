// SPDX-License-Identifier: Apache-2.0
// drift and compare as a user calls them, on one textbook with one change each: test/drift.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "test/command.hpp"

namespace softlaw::properties {
namespace {

std::string changed(const std::string& name) {
  return std::string(SOFTLAW_CHANGED_SUBJECTS "/") + name + ".so";
}

/// Of this process alone: tests run beside each other.
std::string file(const std::string& name) {
  return testing::TempDir() + std::to_string(getpid()) + "-" + name;
}

std::string read(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A new baseline of a subject.
std::string baseline_of(const std::string& subject) {
  const std::string path = file("baseline-" + subject + ".txt");
  std::filesystem::remove(path);
  const Output approved = call("drift --baseline " + path + " --subject " + changed(subject) +
                               " --approve --reason 'a test' --jobs 2");
  EXPECT_EQ(approved.code, 0) << approved.text;
  return path;
}

/// The report from the causes on.
Output drift_of(const std::string& baseline, const std::string& subject) {
  Output answer = call("drift --baseline " + baseline + " --subject " + changed(subject));
  const auto why = answer.text.find("\nwhy\n");
  if (why != std::string::npos) answer.text.erase(0, why);
  return answer;
}

class Drift : public testing::Test {
 protected:
  // CI runs these tests, too
  void SetUp() override { unsetenv("CI"); }
};

struct Expected {
  const char* subject;
  std::vector<std::string> causes;
};

TEST_F(Drift, ACauseIsFoundAndIsCertainWhereTheOutputsProveIt) {
  const std::string baseline = baseline_of("textbook");
  const Expected all[] = {
    {"last-bit", {"another exponential, certain"}},
    {"another-exp", {"another exponential, certain"}},
    {"base-two", {"another exponential, certain"}},
    {"lanes", {"another order of summation, certain", "in 4 lanes, then folded, before in order"}},
    {"backwards", {"another order of summation, certain", "from the last to the first"}},
    {"threshold", {"a changed threshold, certain", "softplus moved from 22 to 32"}},
    {"wide-sum", {"a wider accumulator, certain"}},
    {"apart", {"the largest term apart, certain"}},
    {"kahan", {"no small term lost, certain", "a compensated sum"}},
    {"sorted", {"no small term lost, certain", "the smallest terms first"}},
    {"clamped", {"a changed threshold, likely"}},
    {"reciprocal", {"unknown"}},
    {"one-pass", {"unknown"}},
    {"no-shift", {"unknown"}},
#if defined(__x86_64__)
    {"flush", {"flush to zero, certain"}},
    {"fast-math", {"another order of summation, certain"}},
#endif
  };
  for (const auto& [subject, causes] : all) {
    const Output answer = drift_of(baseline, subject);
    EXPECT_EQ(answer.code, 5) << subject << answer.text;
    for (const std::string& cause : causes) {
      EXPECT_NE(answer.text.find(cause), std::string::npos) << subject << answer.text;
    }
    const bool known = answer.text.find("unknown") == std::string::npos;
    EXPECT_EQ(known, causes.front() != "unknown") << subject << answer.text;
  }
  const Output same = drift_of(baseline, "textbook");
  EXPECT_EQ(same.code, 0) << same.text;
}

#if defined(__x86_64__)
TEST_F(Drift, FusedProductsAreSeenToComeAndToGo) {
  if (!__builtin_cpu_supports("fma")) GTEST_SKIP() << "the processor has no FMA";
  EXPECT_NE(drift_of(baseline_of("textbook"), "fma").text.find("FMA gained, certain"),
            std::string::npos);
  EXPECT_NE(drift_of(baseline_of("fma"), "textbook").text.find("FMA lost, certain"),
            std::string::npos);
}
#endif

TEST_F(Drift, AWorstInputIsEvaluatedAsItIsPrinted) {
  const Output answer =
      call("drift --baseline " + baseline_of("textbook") + " --subject " + changed("threshold"));
  const std::string command = "softlaw eval softplus --subject ";
  const auto at = answer.text.find(command);
  ASSERT_NE(at, std::string::npos) << answer.text;
  const std::string line = answer.text.substr(at, answer.text.find('\n', at) - at);
  const Output shown = call(line.substr(std::string("softlaw ").size()));
  EXPECT_EQ(shown.code, 0) << line << shown.text;
  EXPECT_NE(shown.text.find(" ulp, a strain of "), std::string::npos) << shown.text;
}

TEST_F(Drift, NothingWorseIsAskedForWithAllow) {
  const std::string baseline = baseline_of("textbook");
  const std::string better = "drift --allow better --baseline " + baseline + " --subject ";
  EXPECT_EQ(call(better + changed("threshold")).code, 0);
  EXPECT_EQ(call(better + changed("clamped")).code, 5);
  EXPECT_EQ(call(better + changed("textbook")).code, 0);
}

TEST_F(Drift, AnApprovalNeedsAReasonAndAPersonAndIsLogged) {
  const std::string baseline = baseline_of("textbook"), before = read(baseline);
  const std::string approve =
      "drift --baseline " + baseline + " --subject " + changed("lanes") + " --approve";
  expect_refusal(approve, 2, "needs a reason");
  expect_refusal(approve + " --reason ' '", 2, "needs a reason");
  expect_refusal("drift --baseline " + baseline + " --reason x", 2, "--approve");
  setenv("CI", "true", 1);
  expect_refusal(approve + " --reason x", 2, "does not run in CI");
  unsetenv("CI");
  EXPECT_EQ(read(baseline), before);
  expect_refusal(
      "drift --baseline nowhere/b.txt --approve --reason x --subject " + changed("lanes"), 3,
      "cannot write the baseline 'nowhere/b.txt': No such file");
  EXPECT_EQ(call(approve + " --reason 'four lanes'").code, 0);
  const std::string after = read(baseline);
  EXPECT_NE(after.find(" a test\napproved "), std::string::npos) << after.substr(0, 400);
  EXPECT_NE(after.find(" four lanes\n"), std::string::npos);
  EXPECT_EQ(drift_of(baseline, "lanes").code, 0);
  EXPECT_EQ(drift_of(baseline, "textbook").code, 5);
}

TEST_F(Drift, AnUnstableOutputIsNoDrift) {
  const Output answer =
      call("drift --baseline " + baseline_of("textbook") + " --subject " + changed("varying"));
  EXPECT_EQ(answer.code, 0) << answer.text;
  EXPECT_NE(answer.text.find(" unstable, which are not compared"), std::string::npos);
}

TEST_F(Drift, ACrashCostsItsInput) {
  const Output answer =
      call("drift --baseline " + baseline_of("textbook") + " --subject " + changed("crashing"));
  EXPECT_EQ(answer.code, 5) << answer.text;
  EXPECT_NE(answer.text.find("newly special"), std::string::npos);
  EXPECT_NE(answer.text.find("no answer"), std::string::npos);
}

void replace(const std::string& path, const std::string& from, const std::string& to) {
  std::string text = read(path);
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
  std::ofstream(path) << text;
}

TEST_F(Drift, ABaselineThatDoesNotFitIsSaidSo) {
  expect_refusal("drift", 2, "--baseline");
  expect_refusal("drift --baseline nowhere.txt", 2, "nowhere.txt");
  expect_refusal("drift --baseline nowhere.txt --allow worse", 2, "none or better");
  expect_refusal("drift --baseline nowhere.txt --function nope", 2, "nowhere.txt");
  const std::string subject = " --subject " + changed("textbook");

  std::string path = baseline_of("textbook");
  replace(path, "corpus 1", "corpus 7");
  expect_refusal("drift --baseline " + path + subject, 2,
                 "is of corpus 7, this build has corpus 1");

  path = baseline_of("textbook");
  replace(path, "softlaw baseline 1", "softlaw baseline 2");
  expect_refusal("drift --baseline " + path + subject, 2, "this build reads 'softlaw baseline 1'");

  path = baseline_of("textbook");
  replace(path, "function softmax binary64 inputs ", "function softmax binary64 inputs 1");
  const Output partial = call("drift --baseline " + path + subject);
  EXPECT_EQ(partial.code, 2) << partial.text;  // 17 digits are no digest

  path = baseline_of("textbook");
  replace(path, "function softplus binary32", "function soft binary32");
  const Output added = call("drift --baseline " + path + subject);
  EXPECT_EQ(added.code, 4) << added.text;
  EXPECT_NE(added.text.find("soft binary32: this build does not have it"), std::string::npos);
  EXPECT_NE(added.text.find("not in the baseline, hence not compared:\n  softplus binary32"),
            std::string::npos)
      << added.text;
}

TEST_F(Drift, OutputsOfOtherInputsAreNotCompared) {
  const std::string path = baseline_of("textbook");
  std::string text = read(path);
  const std::string mark = "function softplus binary64 inputs ";
  const auto at = text.find(mark) + mark.size();
  text[at] = text[at] == '0' ? '1' : '0';
  std::ofstream(path) << text;
  const Output answer = call("drift --baseline " + path + " --subject " + changed("textbook"));
  EXPECT_EQ(answer.code, 4) << answer.text;
  EXPECT_NE(answer.text.find("softplus binary64: "), std::string::npos) << answer.text;
  EXPECT_NE(answer.text.find("at other inputs"), std::string::npos) << answer.text;
}

TEST_F(Drift, AnotherMachineIsNamed) {
  const std::string path = baseline_of("textbook");
  replace(path, "glibc ", "glibc 1.");
  const Output answer = call("drift --baseline " + path + " --subject " + changed("textbook"));
  EXPECT_EQ(answer.code, 0) << answer.text;
  EXPECT_NE(answer.text.find("no approved machine is this one"), std::string::npos);
  EXPECT_NE(answer.text.find("libm: here glibc "), std::string::npos) << answer.text;
}

TEST_F(Drift, CompareTakesSubjectsBaselinesAndEvidence) {
  const std::string textbook = changed("textbook"), lanes = changed("lanes");
  EXPECT_EQ(call("compare " + textbook + " " + textbook).code, 0);
  const Output moved = call("compare " + textbook + " " + lanes);
  EXPECT_EQ(moved.code, 5);
  EXPECT_NE(moved.text.find("another order of summation, certain"), std::string::npos);
  const std::string before = baseline_of("textbook"), after = baseline_of("lanes");
  EXPECT_EQ(call("compare " + before + " " + after).code, 5);
  EXPECT_EQ(call("compare " + before + " " + before).code, 0);
  EXPECT_EQ(call("compare " + textbook + " " + before).code, 0);
  EXPECT_EQ(call("compare " + before + " " + lanes).code, 5);
  EXPECT_EQ(call("compare --function softplus " + before + " " + lanes).code, 0);

  const std::string verify = "verify --cases 20 --law bounds,agreement.logsumexp --json ";
  call(verify + "ours.json");
  call(verify + "theirs.json --subject " + textbook + " --contract 4ulp");
  EXPECT_EQ(call("compare ours.json ours.json").code, 0);
  const Output differs = call("compare ours.json theirs.json");
  EXPECT_EQ(differs.code, 5) << differs.text;
  EXPECT_NE(differs.text.find("verdict  holds -> broken"), std::string::npos) << differs.text;
  expect_refusal("compare ours.json " + textbook, 2, "evidence is compared with evidence");
  expect_refusal("compare " + textbook, 2, "after");
  expect_refusal("compare " + textbook + " nope", 2, "'nope'");
}

TEST_F(Drift, TheCorpusIsPrintedAndItsInputsHaveNames) {
  const Output classes = call("corpus");
  EXPECT_EQ(classes.code, 0);
  EXPECT_NE(classes.text.find("softmax binary64  "), std::string::npos);
  EXPECT_EQ(call("corpus softplus/binary64/0").code, 0);
  expect_refusal("corpus softplus", 2, "FUNCTION/FORMAT/NUMBER");
  expect_refusal("corpus softplus/binary64/999999", 2, "has the inputs 0 to ");
  expect_refusal("corpus softplus/binary65/0", 2, "softplus in binary65");
}

}  // namespace
}  // namespace softlaw::properties
