// SPDX-License-Identifier: Apache-2.0
// softlaw check: results that stand in files.
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <softlaw/softlaw.hpp>

#include "test/command.hpp"
#include "test/npy_file.hpp"

namespace softlaw::properties {
namespace {

constexpr std::size_t columns = 4;

/// So many rows, and their softmax by our library.
struct Rows {
  std::vector<double> x, y;
  explicit Rows(std::size_t rows) : x(rows * columns), y(x.size()) {
    for (std::size_t i = 0; i < x.size(); ++i)
      x[i] = std::ldexp(std::sin(static_cast<double>(i)), 3);
    for (std::size_t r = 0; r < rows; ++r) {
      softlaw::softmax(std::span(x).subspan(r * columns, columns),
                       std::span(y).subspan(r * columns, columns));
    }
  }
  /// The options that name the files to which they are written.
  std::string saved(const std::string& name) const {
    const std::string shape = "(" + std::to_string(x.size() / columns) + ", 4)";
    return "--input " + in_file(name + "_x.npy", doubles(shape, x)) + " --output " +
           in_file(name + "_y.npy", doubles(shape, y)) + " ";
  }
};

nlohmann::json evidence_of(const std::string& arguments, int code) {
  const Output output = call("check " + arguments + " --json -", "/dev/null");
  EXPECT_EQ(output.code, code) << arguments;
  return nlohmann::json::parse(output.text);
}

nlohmann::json law_of(const nlohmann::json& evidence, const std::string& id) {
  for (const auto& law : evidence["laws"]) {
    if (law["id"] == id) return law;
  }
  ADD_FAILURE() << id;
  return {};
}

TEST(Check, RightResultsHoldInEveryLawOfOneCall) {
  const auto evidence =
      evidence_of("softmax --contract correctly-rounded " + Rows(20).saved("right"), 0);
  std::set<std::string> ids;
  for (const auto& law : evidence["laws"]) ids.insert(law["id"]);
  for (const char* id : {"agreement.softmax", "special.softmax", "softmax.range", "softmax.order",
                         "softmax.sums-to-one"}) {
    EXPECT_TRUE(ids.contains(id)) << id;
  }
  EXPECT_FALSE(ids.contains("translation.softmax")) << "it needs another call";
  EXPECT_EQ(law_of(evidence, "agreement.softmax")["cases"], 20);
}

TEST(Check, AWrongResultIsFoundInItsCall) {
  Rows rows(50);
  rows.y[17 * columns + 2] *= 1 + 0x1p-40;
  const std::string files = rows.saved("wrong");
  const auto law = law_of(evidence_of("softmax --contract 4ulp " + files, 1), "agreement.softmax");
  EXPECT_EQ(law["verdict"], "broken");
  EXPECT_EQ(law["note"], "broken at 1 of 50 calls");
  EXPECT_EQ(law["counterexample"]["smallest"]["class"], "call 17");
  const Output report = call("check softmax --contract 4ulp " + files);
  EXPECT_NE(report.text.find("--law agreement.softmax --call 17"), std::string::npos)
      << report.text;
  EXPECT_NE(report.text.find("judged 50 of 50 calls"), std::string::npos) << report.text;
  evidence_of("softmax --contract 4ulp --call 17 " + files, 1);
  evidence_of("softmax --contract 4ulp --call 16 " + files, 0);
}

TEST(Check, TheMostSuspiciousComeFirst) {
  Rows rows(3000);
  rows.y[2718 * columns] = 0.5;
  const std::string files = rows.saved("many");
  const auto evidence = evidence_of("softmax --contract 4ulp --calls 10 " + files, 1);
  EXPECT_EQ(evidence["notice"],
            "judged 10 of 3000 calls: the 5 farthest from our library, and 5 that lie evenly among "
            "all");
  EXPECT_EQ(law_of(evidence, "agreement.softmax")["counterexample"]["first"]["class"], "call 2718");
}

TEST(Check, NaNsAreLikeNaNs) {
  Rows rows(3);
  rows.x[5] = std::nan("");
  for (std::size_t i = 4; i < 8; ++i) rows.y[i] = std::nan("");
  const std::string contract = "softmax --contract correctly-rounded ";
  EXPECT_GT(law_of(evidence_of(contract + rows.saved("nan"), 0), "special.softmax")["cases"], 0);
  rows.y[4] = 0;
  evidence_of(contract + rows.saved("nan"), 1);
}

TEST(Check, ThePromiseIsTheTextbooksUnlessItIsGiven) {
  const std::string files = Rows(20).saved("textbook");
  EXPECT_EQ(evidence_of("softmax " + files, 0)["contract"], "textbook");
  Rows rows(20);
  rows.y[5] *= 1 + 0x1p-40;
  evidence_of("softmax " + rows.saved("not_textbook"), 1);
}

TEST(Check, ArgumentsOutsideTheDomainArePassedOver) {
  const std::string x = in_file("p.npy", doubles("(2,)", {0.5, -1}));
  const std::string y = in_file("s.npy", doubles("(2,)", {0.6931471805599453, 7}));
  const auto evidence = evidence_of("surprisal --contract 4ulp --input " + x + " --output " + y, 0);
  EXPECT_NE(evidence["notice"].get<std::string>().find("passed over 1"), std::string::npos);
}

TEST(Check, WhatCannotBeJudgedIsRefused) {
  const std::string files = Rows(2).saved("refused");
  const std::string x = in_file("refused_x.npy", doubles("(2, 4)", Rows(2).x));
  expect_refusal("check softmax --contract good " + files, 2, "good");
  expect_refusal("check softmix --contract 4ulp " + files, 2, "did you mean softmin, softmax");
  expect_refusal("check softmax --contract 4ulp --input " + x, 2, "--output");
  expect_refusal("check softmax --contract 4ulp --output " + x, 2, "takes 1 input");
  expect_refusal("check softmax --contract 4ulp --axis 7 " + files, 2, "no axis 7");
  expect_refusal("check softmax --contract 4ulp --axis one " + files, 2, "--axis");
  expect_refusal("check softmax --contract 4ulp --call 2 " + files, 2, "from 0 on");
  expect_refusal("check softmax --contract 4ulp --law translation.softmax " + files, 2, "one call");
  expect_refusal("check huffman_lengths --contract 4ulp " + files, 2, "integers");
  const std::string cut = in_file("cut.npy", doubles("(2, 4)", {1}));
  expect_refusal("check softmax --contract 4ulp --input " + x + " --output " + cut, 2, "cut off");
}

}  // namespace
}  // namespace softlaw::properties
