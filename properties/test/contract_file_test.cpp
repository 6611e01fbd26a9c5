// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>

#include "contracts/file.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "test/command.hpp"

namespace softlaw::properties {
namespace {

ContractFile read(const std::string& text) {
  return ContractFile::read(Toml::read(text, "c.toml"));
}

std::string refusal(const std::string& text) {
  try {
    read(text);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "none";
}

constexpr auto whole = R"(
subject = "libm"
formats = ["binary64"]
functions = ["logsumexp", "softmax"]
promise = "4ulp"

[promises]
softmax = "3ulp+1cond"
binary32.logsumexp = "faithful"
logistic = "textbook"

[facts]
softmax = ["in-range", "ties"]

[conventions]
temperature-zero = "argmax"
)";

TEST(ContractFile, SaysAll) {
  const ContractFile file = read(whole);
  EXPECT_EQ(file.subject, "libm");
  EXPECT_EQ(file.formats, std::vector<std::string>{"binary64"});
  EXPECT_EQ(file.functions, (std::vector<std::string>{"logsumexp", "softmax"}));
  const Contract& contract = file.contract;
  EXPECT_EQ(contract.promise(logsumexp, Format::binary64).text(), "4ulp");
  EXPECT_EQ(contract.promise(logsumexp, Format::binary32).text(), "faithful");
  EXPECT_EQ(contract.promise(softmax, Format::binary32).text(), "3ulp+1cond with in-range, ties");
  EXPECT_EQ(contract.promise(*find_function("logistic"), Format::binary64),
            Contract::read("textbook").promise(*find_function("logistic"), Format::binary64));
  EXPECT_EQ(contract.conventions().text(), "temperature-zero = argmax");
}

TEST(ContractFile, ReadsBackWhatItWrites) {
  const ContractFile file = read(whole);
  const ContractFile again = read(file.text({"a comment"}));
  EXPECT_EQ(again.contract, file.contract) << file.text();
  EXPECT_EQ(again.subject, file.subject);
  EXPECT_EQ(again.functions, file.functions);
}

TEST(ContractFile, ABadOneIsRefusedByLineKeyAndTheAllowed) {
  EXPECT_EQ(refusal("promise = '4ulps'").rfind("c.toml:1: promise: cannot read the contract", 0),
            0u)
      << refusal("promise = '4ulps'");
  EXPECT_EQ(refusal("subject = 'libm'"), "c.toml:1: the key 'promise' is missing");
  EXPECT_NE(refusal("promise = '4ulp'\npromis = '2ulp'")
                .find("c.toml:2: promis: unknown key 'promis'; allowed here are subject, promise"),
            std::string::npos);
  EXPECT_NE(
      refusal("promise = '4ulp'\n[promises]\nsofmax = '2ulp'").find("c.toml:3: promises.sofmax"),
      std::string::npos);
  EXPECT_NE(refusal("promise = '4ulp'\nformats = ['binary32', 'binary33']")
                .find("c.toml:2: formats[1]: unknown format 'binary33'"),
            std::string::npos)
      << refusal("promise = '4ulp'\nformats = ['binary32', 'binary33']");
  EXPECT_NE(refusal("promise = '4ulp'\n[facts]\nsoftmax = ['nice']").find("in-range"),
            std::string::npos);
  EXPECT_NE(refusal("promise = '4ulp'\n[conventions]\ntemperature-zero = 'no'")
                .find("c.toml:3: conventions.temperature-zero: no choice 'no' of temperature-zero; "
                      "there are refused, argmax, nan"),
            std::string::npos);
}

TEST(ContractFile, TheCommandJudgesByIt) {
  std::ofstream(testing::TempDir() + "c.toml")
      << "subject = 'libm'\nformats = ['binary64']\nfunctions = ['softmin_scaled']\n"
         "promise = 'textbook'\n";
  const Output judged = call("verify --contract c.toml --law agreement.softmax --json c.json");
  EXPECT_EQ(judged.code, 0) << judged.text;
  EXPECT_NE(judged.text.find("softlaw judges libm (contract c.toml)"), std::string::npos)
      << judged.text;
  const Output lacking = call("verify --contract c.toml --cases 10 --json c.json");
  EXPECT_NE(lacking.text.find(
                "no effective case judged softmin_scaled in binary64, which the subject lacks"),
            std::string::npos)
      << lacking.text;
  std::ofstream(testing::TempDir() + "bad.toml") << "promise = '4ulp'\nsubjects = 'libm'\n";
  expect_refusal("verify --contract bad.toml", 2, "bad.toml:2: subjects: unknown key");
  expect_refusal("verify --contract nowhere.toml", 2, "cannot read the file 'nowhere.toml'");
}

}  // namespace
}  // namespace softlaw::properties
