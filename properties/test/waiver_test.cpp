// SPDX-License-Identifier: Apache-2.0
#include "judge/waiver.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "judge/gate.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/fault.hpp"
#include "test/command.hpp"

namespace softlaw::properties {
namespace {

constexpr auto dates = "reason = 'known'\ndate = 2026-01-01\nexpires = 2126-01-01\n";

std::vector<Waiver> waivers(const std::string& text) {
  return read_waivers(Toml::read(text, "w.toml"));
}

std::string refusal(const std::string& text) {
  try {
    waivers(text);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "none";
}

Case a_case(const std::string& input_class) { return {Format::binary32, {}, input_class}; }

TEST(Waiver, CoversItsLawsClassAndFormat) {
  const auto read = waivers(
      std::string("[[waiver]]\nlaw = 'bounds.*'\nclass = 'near*'\nformat = 'binary32'\n") + dates);
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(read[0].line, 1u);
  EXPECT_TRUE(read[0].covers("bounds.above-max", a_case("near ties")));
  EXPECT_FALSE(read[0].covers("bounds.above-max", a_case("grid")));
  EXPECT_FALSE(read[0].covers("agreement.softmax", a_case("near ties")));
  EXPECT_FALSE(read[0].covers("bounds.above-max", {Format::binary64, {}, "near ties"}));
}

TEST(Waiver, OfAFunctionCoversAllLawsThatAskForIt) {
  const auto read = waivers(std::string("[[waiver]]\nfunction = 'entropy'\n") + dates);
  EXPECT_TRUE(read[0].laws.contains("agreement.entropy"));
  EXPECT_TRUE(read[0].laws.contains("special.entropy"));
  EXPECT_FALSE(read[0].laws.contains("agreement.softmax"));
}

TEST(Waiver, CountsToTheEndOfItsLastDay) {
  using namespace std::chrono_literals;
  const auto read = waivers(std::string("[[waiver]]\nlaw = 'bounds'\n") + dates);
  const Case any = a_case("any");
  EXPECT_EQ(find_waiver(read, "bounds.above-max", any, 2126y / 1 / 1), 1u);
  EXPECT_EQ(find_waiver(read, "bounds.above-max", any, 2126y / 1 / 2), std::nullopt);
}

TEST(Waiver, ABadFileIsRefusedByLineAndKey) {
  EXPECT_EQ(refusal(std::string("[[waiver]]\nlaw = 'nope'\n") + dates),
            "w.toml:2: waiver[0].law: no law matches 'nope': softlaw list shows them all");
  EXPECT_EQ(refusal(std::string("[[waiver]]\n") + dates),
            "w.toml:1: waiver[0]: give one of the keys law and function");
  EXPECT_NE(refusal("[[waiver]]\nlaw = 'bounds'\n").find("w.toml:1: waiver[0]: the key 'reason'"),
            std::string::npos);
  EXPECT_NE(refusal(std::string("[[waiver]]\nlaws = 'bounds'\n") + dates)
                .find("w.toml:2: waiver[0].laws: unknown key 'laws'; allowed here are law, "),
            std::string::npos);
  EXPECT_NE(refusal(std::string("[[waiver]]\nlaw = 'bounds'\nformat = 'b8'\n") + dates)
                .find("w.toml:3: waiver[0].format: "),
            std::string::npos);
  EXPECT_NE(
      refusal("[[waiver]]\nlaw = 'bounds'\nreason = 'r'\ndate = 2026-02-02\nexpires = 2026-02-01\n")
          .find("w.toml:5: waiver[0].expires: it expires before its date, 2026-02-02"),
      std::string::npos);
  EXPECT_NE(refusal("waiver = 3").find("[[waiver]]"), std::string::npos);
}

/// A softmax that gives 0 where every entry is masked.
Evidence judged(const std::string& text, std::size_t workers = 1) {
  const auto read = waivers(text);
  GateSettings settings;
  settings.each.cases = 300;
  settings.workers = workers;
  settings.each.waiver = [&](const std::string& law, const Case& input) {
    return find_waiver(read, law, input, today());
  };
  const std::vector<const Law*> special{find_law("special.softmax")};
  const Defendant defendant = Defendant::of(find_fault("masked-row-zero")->subject());
  return run_gate(special, defendant, settings).front();
}

TEST(Waiver, AWaivedLawIsJudgedToItsEnd) {
  const Evidence waived = judged(std::string("[[waiver]]\nlaw = 'special.softmax'\n") + dates);
  EXPECT_EQ(waived.verdict, Verdict::waived);
  EXPECT_EQ(waived.cases, 300u);
  EXPECT_GT(waived.waived.at(1), 1u);
  EXPECT_TRUE(waived.counterexample);
  EXPECT_EQ(judged("").verdict, Verdict::broken);
}

TEST(Waiver, AFindingOfAnotherClassStillBreaks) {
  const Evidence other =
      judged(std::string("[[waiver]]\nlaw = 'special.softmax'\nclass = 'another'\n") + dates);
  EXPECT_EQ(other.verdict, Verdict::broken);
  EXPECT_TRUE(other.waived.empty());
}

TEST(Waiver, OneThatNothingNeedsIsNamed) {
  const auto read = waivers(std::string("[[waiver]]\nlaw = 'bounds.above-max'\n") + dates);
  Evidence evidence;
  evidence.id = "bounds.above-max";
  const std::vector<Evidence> all{evidence};
  EXPECT_NE(uses_of(read, all, today())[0].complaint.find("not needed"), std::string::npos);
  EXPECT_EQ(uses_of(read, {}, today())[0].complaint, "") << "its law was not judged";
}

std::string written(const std::string& name, const std::string& text) {
  std::ofstream(testing::TempDir() + name) << text;
  return name;
}

TEST(Waiver, TheCommandCountsThemAndFailsForThoseOutOfUse) {
  const std::string run =
      "verify --subject masked-row-zero --law special.softmax --json w.json --waivers ";
  const Output waived = call(
      run + written("kept.toml", std::string("[[waiver]]\nlaw = 'special.softmax'\n") + dates));
  EXPECT_EQ(waived.code, 0) << waived.text;
  EXPECT_NE(waived.text.find("1 waived"), std::string::npos) << waived.text;
  EXPECT_NE(waived.text.find("until 2126-01-01: known"), std::string::npos) << waived.text;

  const std::string old =
      "[[waiver]]\nlaw = 'special.softmax'\nreason = 'r'\ndate = 2020-01-01\n"
      "expires = 2020-02-01\n";
  const Output expired = call(run + written("old.toml", old));
  EXPECT_EQ(expired.code, 1);
  EXPECT_NE(expired.text.find("has expired on 2020-02-01"), std::string::npos) << expired.text;

  const Output stale = call("verify --law special.softmax --json w.json --waivers kept.toml");
  EXPECT_EQ(stale.code, 1);
  EXPECT_NE(stale.text.find("is not needed"), std::string::npos) << stale.text;

  expect_refusal("verify --waivers nowhere.toml", 2, "cannot read the file 'nowhere.toml'");
  expect_refusal(run + written("bad.toml", "[[waiver]]\nlaw = 3\n"), 2,
                 "bad.toml:2: waiver[0].law");
}

TEST(Waiver, APatternWithAnExclamationMarkLeavesOut) {
  const Output some = call("verify --cases 5 --law bounds --law '!bounds.above-max' --json -");
  EXPECT_EQ(some.text.find("\"bounds.above-max\""), std::string::npos);
  EXPECT_NE(some.text.find("\"bounds."), std::string::npos) << some.text;
  expect_refusal("verify --law '!nope'", 2, "no law matches 'nope'");
  expect_refusal("verify --law bounds --law '!bounds'", 2, "leaves out every law");
}

}  // namespace
}  // namespace softlaw::properties
