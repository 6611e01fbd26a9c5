// SPDX-License-Identifier: Apache-2.0
// The adapters of examples/ in other languages, each judged where its interpreter or compiler is.
#include <nlohmann/json.hpp>
#include <vector>

#include "test/command.hpp"

namespace softlaw::properties {
namespace {

bool runs(const std::string& line) { return std::system((line + " >/dev/null 2>&1").c_str()) == 0; }

std::string example(const std::string& path) { return SOFTLAW_TREE "/examples/" + path; }

nlohmann::json laws_of(const std::string& subject, const std::string& laws, int code) {
  const Output output =
      call("verify --subject-command '" + subject + "' --law " + laws + " --cases 100 --json -",
           "/dev/null");
  EXPECT_EQ(output.code, code) << subject;
  return nlohmann::json::parse(output.text)["laws"];
}

/// A textbook log-sum-exp breaks its contract where terms cancel, and a textbook softmax is ordered.
void expect_textbook(const std::string& subject) {
  for (const auto& law : laws_of(subject, "softmax.order,softmax.range,translation.softmax", 0)) {
    EXPECT_GT(law["effective"], 0) << law["id"];
  }
  const auto broken = laws_of(subject, "agreement.logsumexp", 1)[0];
  EXPECT_EQ(broken["verdict"], "broken");
  EXPECT_EQ(broken["counterexample"]["smallest"]["decimal"], "[0, -4 (-0x1p+2)]");
  EXPECT_NE(broken["counterexample"]["left"], "") << "a number came back";
}

/// Whether the empty vector, infinities and a long vector come through.
void expect_any_vector(const std::string& subject) {
  const auto at = [&](const std::string& input) {
    return laws_of(subject, "special.logsumexp --input '" + input + "'", 0)[0]["verdict"];
  };
  EXPECT_EQ(at("binary64; 0,-inf"), "holds") << subject;
  const auto laws = laws_of(subject, "agreement.softmax --contract 1000ulp+1000cond --seed 2", 0);
  EXPECT_EQ(laws[0]["verdict"], "holds") << laws[0]["counterexample"];
}

TEST(Languages, R) {
  if (!runs("Rscript --version")) GTEST_SKIP() << "no Rscript";
  expect_textbook("Rscript " + example("r/subject.R"));
  expect_any_vector("Rscript " + example("r/subject.R"));
}

TEST(Languages, JavaScript) {
  if (!runs("node --version")) GTEST_SKIP() << "no node";
  expect_textbook("node " + example("javascript/subject.mjs"));
  expect_any_vector("node " + example("javascript/subject.mjs"));
}

TEST(Languages, Rust) {
  if (!runs("rustc --version")) GTEST_SKIP() << "no rustc";
  const std::string built = testing::TempDir() + "softlaw_subject_rust";
  ASSERT_TRUE(runs("rustc -O '" + example("rust/subject.rs") + "' -o '" + built + "'"));
  expect_textbook(built);
  expect_any_vector(built);
}

TEST(Languages, Fortran) {
  if (!runs("gfortran --version")) GTEST_SKIP() << "no gfortran";
  const std::string built = testing::TempDir() + "softlaw_subject_fortran";
  // the module's file goes beside it
  ASSERT_TRUE(runs("gfortran -O2 -J '" + testing::TempDir() + "' '" +
                   example("fortran/subject.f90") + "' -o '" + built + "'"));
  expect_textbook(built);
  expect_any_vector(built);
}

TEST(Languages, Python) {
  if (!runs("python3 --version")) GTEST_SKIP() << "no python3";
  expect_textbook("python3 " + example("python/subject.py"));
  expect_any_vector("python3 " + example("python/subject.py"));
}

}  // namespace
}  // namespace softlaw::properties
