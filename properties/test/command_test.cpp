// SPDX-License-Identifier: Apache-2.0
// The command as a user calls it: the path of the built one is given by CMake.
#include "test/command.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "judge/gate.hpp"

namespace softlaw::properties {
namespace {

TEST(Command, BadInputGetsOneLineAndExitCode2) {
  expect_refusal("verify --law nope", 2, "'nope'");
  expect_refusal("verify --cases 0", 2, "--cases");
  expect_refusal("verify --cases x", 2, "--cases");
  expect_refusal("verify --cases 1e3", 2,
                 "expected a whole number from 1 to 1000000000, got '1e3'");
  expect_refusal("verify --cases 5 --budget 1s", 2, "--budget");
  expect_refusal("verify --law bounds --json ''", 2, "--json needs the name of a file");
  expect_refusal("verify --law agreement.softplus --input 'foo; 1'", 2, "unknown format 'foo'");
  expect_refusal("verify --cases -3", 2, "--cases");
  expect_refusal("verify --subject nowhere.so", 2, "'nowhere.so'");
  expect_refusal("verify --contract 4", 2, "'4'");
  expect_refusal("verify --budget soon", 2, "'soon'");
  expect_refusal("verify --input '1; 2'", 2, "--law");
  expect_refusal("verify --law translation.softmax --input '1'", 2, "expected 2 arguments");
  expect_refusal("verify --law translation.softmax --input '1; 0x1p-70'", 2, "x + c exact");
  expect_refusal("verify --unknown", 2, "--unknown");
  expect_refusal("explain translation.nope", 2, "'translation.nope'");
  expect_refusal("eval lattice", 2, "did you mean lattice_softmin, ");
  expect_refusal("verify --law chord", 2, "did you mean convexity.chord?");
  expect_refusal("claims S9", 2, "'S9'");
  expect_refusal("eval", 2, "function");
  expect_refusal("eval nope 1", 2, "'nope'");
  expect_refusal("eval logsumexp 1 z", 2, "'z'");
  expect_refusal("eval softplus 1 2", 2, "takes 1 argument:");
  expect_refusal("eval softplus", 2, "takes 1 argument:");
  expect_refusal("eval logsumexp 1 2 --lambda 0", 2, "lambda must be a non-zero number, got 0");
  expect_refusal("eval softmax 1 2 --temperature -1", 2, "temperature must be positive, got -1");
  expect_refusal("eval entropy 0.5 -0.5", 2, "got -0.5");
  expect_refusal("eval logsumexp_hessian_vector 1,2 1", 2, "v must have 2 entries, got 1");
  expect_refusal("eval logsumexp 0.1 --format binary32", 2, "not a binary32 number");
  expect_refusal("eval huffman_lengths 1,1 -2", 2, "radix must be at least 2, got -2");
  expect_refusal("eval huffman_lengths 1,1 0", 2, "radix must be at least 2, got 0");
  expect_refusal("eval prefix_encode 1,1 2 5", 2,
                 "prefix_encode: symbols[0] must be below 2, got 5");
  expect_refusal("eval prefix_encode 1,1,1 2 0", 2, "Kraft sum of at most 1, got 1 and a fraction");
  expect_refusal("eval kraft_sum -1,1 2", 2, "kraft_sum: lengths[0] must be at least 0, got -1");
  expect_refusal("eval digit_count --subject exact 8 1", 2, "radix must be at least 2, got 1");
  expect_refusal("eval digit_count 9223372036854775808 2", 2,
                 "digit_count: states must be at most");
  expect_refusal("eval block_length 0 2 4", 2, "block_length: alphabet must be at least 1, got 0");
  expect_refusal("eval block_length 3 9999999999 4", 2,
                 "n must be at most 2147483648, got 9999999999");
  expect_refusal("eval block_encode 3 0,3 2", 2, "block_encode: symbols[1] must be below 3, got 3");
  expect_refusal("eval huffman_lengths 1,inf 2", 2, "weights[1] must be finite and not negative");
  expect_refusal("eval huffman_lengths 1,1 4294967298", 2, "radix must be at most 4294967295");
  expect_refusal("eval lattice_softmin_derivative 5 1 1 0.5", 2,
                 "order must be a whole number, got '0.5'; it takes n, d, alpha, order");
  expect_refusal("eval --timeout 0 logsumexp 1", 2, "seconds above 0 and up to 86400, got '0'");
  expect_refusal("eval logsumexp -- -1 --json", 2, "cannot read the number '--json'");
  expect_refusal("eval entropy 0.5 -- -0.5", 2, "got -0.5");
  expect_refusal("eval logsumexp 1e-400", 2, "'1e-400' is nearer to 0");
  expect_refusal("eval --subject reference logsumexp 1", 2, "beside every subject");
  expect_refusal("nope", 2, "'nope'");
  expect_refusal("nope", 2, "'nope': there are ");
  expect_refusal("evil", 2, "did you mean eval?");
  expect_refusal("test", 2, "only the wrapper has the verb 'test'");
  expect_refusal("verify --seed x", 2, "--seed: expected a whole number below 10^19, got 'x'");
  expect_refusal("", 2, "missing verb: there are ");
}

TEST(Command, WhatAsksForTooMuchIsRefusedAndNamed) {
  expect_refusal("eval kraft_sum 4000000000 2", 2, "lengths[0] must be at most 1048576, got 4000");
  expect_refusal("eval lattice_weights 5 1 1 0 100000000000", 2,
                 "lattice_weights: count must be at most 16777216, got 100000000000");
  expect_refusal("eval prefix_decode 1,2 2 0 1000000000000", 2, "count must be at most 16777216");
  expect_refusal("eval logsumexp_hessian $(seq 5000)", 2,
                 "x must ask for at most 16777216 results, got 25000000");
}

TEST(Command, EvalEndsWithinItsTimeout) {
  expect_refusal("eval --timeout 0.3 lattice_softmin_derivative 5 1 1 2000", 3,
                 "the reference of lattice_softmin_derivative gave no answer within 0.3 s");
}

TEST(Command, AFileThatCannotBeWrittenIsExitCode3) {
  expect_refusal("verify --law translation.softmax --cases 2 --json /nonexistent/e.json", 3,
                 "'/nonexistent/e.json'");
}

TEST(Command, NumbersAreReadAsPeopleWriteThem) {
  for (const char* arguments :
       {"eval logsumexp -1 -inf 0x1p3 1e2", "eval logsumexp -- -1 -inf 8 100",
        "eval logsumexp -1,-inf,8,100", "eval --json logsumexp -1 -inf 8 100"}) {
    const Output answer = call(arguments);
    EXPECT_EQ(answer.code, 0) << arguments << "\n" << answer.text;
    EXPECT_NE(answer.text.find("100.000000000000000000000000000"), std::string::npos)
        << arguments << "\n"
        << answer.text;
  }
  EXPECT_NE(call("eval logsumexp").text.find("-inf"), std::string::npos);
  EXPECT_NE(call("eval softplus nan").text.find("nan"), std::string::npos);
}

TEST(Command, AnInterruptedRunReportsWhatItHasJudged) {
  const std::string line =
      "cd '" + testing::TempDir() +
      "' && exec timeout --preserve-status -s INT 1 '" SOFTLAW_COMMAND
      "' verify --cases 100000000 --law bounds --json interrupted.json >/dev/null";
  EXPECT_EQ(WEXITSTATUS(std::system(line.c_str())), 3);
  std::ifstream file(testing::TempDir() + "interrupted.json");
  const auto json = nlohmann::json::parse(file);
  for (const auto& law : json["laws"]) EXPECT_EQ(law["note"], interrupted_note);
}

/// A whole run of a subject names what it could not judge; a part of a run does not.
TEST(Command, WhatWasSuppliedAndNotJudgedIsNamed) {
  const Output whole = call("verify --cases 1 --json unjudged.json");
  EXPECT_EQ(whole.code, 4) << whole.text;
  EXPECT_NE(whole.text.find("no effective case judged "), std::string::npos) << whole.text;
  const Output part = call("verify --cases 400 --function softplus --json part.json");
  EXPECT_EQ(part.code, 0) << part.text;
  EXPECT_EQ(part.text.find("no effective case judged"), std::string::npos);
}

TEST(Command, EvalPrintsJson) {
  const Output answer = call("eval softmax 0 0 --json");
  const auto json = nlohmann::json::parse(answer.text);
  EXPECT_EQ(json["function"], "softmax");
  EXPECT_EQ(json["result"], (nlohmann::json{"0x1p-1", "0x1p-1"}));
  EXPECT_EQ(json["exact"][0], "0.5") << "exactly";
  EXPECT_EQ(json["ulp"], (nlohmann::json{0, 0}));
  EXPECT_EQ(json["strain"], (nlohmann::json{0, 0}));
}

TEST(Command, AValueThatMpfrCannotHoldIsAPairOfBounds) {
  const auto json = nlohmann::json::parse(call("eval softmax 0 1e308 --json").text);
  ASSERT_EQ(json["exact"][0].size(), 2u) << json;
  EXPECT_EQ(json["exact"][0][0], "0");
  EXPECT_NE(call("eval softmax 0 1e308").text.find("exact    between 0 and 2."), std::string::npos);
}

TEST(Command, EvalSaysWhatShareOfTheContractIsUsed) {
  const std::string worst = " logsumexp -0.055871983502790386 -2.912498139228647";
  EXPECT_NE(call("eval --subject libm" + worst).text.find("e+15: breaks the contract 4ulp"),
            std::string::npos);
  const auto json = nlohmann::json::parse(call("eval --json --subject libm" + worst).text);
  EXPECT_GT(json["strain"][0], 1e15);
  EXPECT_NE(call("eval logsumexp 1 2").text.find(" of the contract softlaw"), std::string::npos);
  const Output nan = call("eval --subject softmax-no-shift softmax 1000 0");
  EXPECT_NE(nan.text.find("which no contract allows"), std::string::npos) << nan.text;
}

TEST(Command, VerifyWritesTheSameEvidenceTwiceButForTimes) {
  const auto evidence = [](const char* jobs) {
    const Output answer =
        call(std::string("verify --law translation --cases 20 --json - --jobs ") + jobs);
    EXPECT_EQ(answer.code, 0) << answer.text;
    auto json = nlohmann::ordered_json::parse(answer.text);
    json.erase("seconds");
    for (auto& law : json["laws"]) law.erase("seconds");
    return json;
  };
  const auto first = evidence("1");
  EXPECT_EQ(first["laws"].size(), match_laws("translation").size());
  EXPECT_EQ(first, evidence("2"));
}

TEST(Command, ABrokenLawIsExitCode1AndCanBeSeenAgain) {
  const Output broken = call("verify --subject libm --law agreement.logsumexp --cases 400");
  ASSERT_EQ(broken.code, 1) << broken.text;
  for (const char* word :
       {"statement", "sources", "first", "returned", "left", "right", "exceeded"}) {
    EXPECT_NE(broken.text.find(word), std::string::npos) << word << "\n" << broken.text;
  }
  const auto again = broken.text.find("softlaw verify --subject");
  ASSERT_NE(again, std::string::npos) << broken.text;
  const auto start = again + std::string("softlaw ").size();
  const std::string line = broken.text.substr(start, broken.text.find('\n', start) - start);
  EXPECT_EQ(call(line).code, 1) << line;
}

TEST(Command, ABrokenStatementAboutIntegersHasNoFiniteStrain) {
  const Output broken = call("verify --subject block-length-for-each --law coding.block-length");
  EXPECT_NE(broken.text.find("infinity"), std::string::npos) << broken.text;
  EXPECT_NE(broken.text.find("which no contract allows"), std::string::npos) << broken.text;
}

TEST(Command, ASharedObjectIsJudgedByWhatItHas) {
  const Output answer = call("verify --cases 150 --json - --subject '" SOFTLAW_EXAMPLE_SUBJECT "'");
  EXPECT_EQ(answer.code, 1);
  const auto json = nlohmann::json::parse(answer.text.substr(answer.text.find('{')));
  EXPECT_EQ(json["subject"], "textbook in C");
  for (const auto& law : json["laws"]) {
    if (law["id"] == "agreement.logsumexp") {
      EXPECT_EQ(law["verdict"], "broken");
    }
    if (law["id"] == "agreement.softmin") {
      EXPECT_EQ(law["verdict"], "not applicable");
    }
    if (law["id"] == "symmetry.nothing-added") {
      EXPECT_FALSE(law["formats"].contains("binary32"));
    }
  }
}

TEST(Command, TheStatementsThemselvesAreJudgedOnTheReference) {
  const Output answer = call("verify --subject reference --law bounds --cases 20 --json -");
  ASSERT_EQ(answer.code, 0) << answer.text;
  const auto evidence = nlohmann::json::parse(answer.text);
  EXPECT_EQ(evidence["subject"], "reference");
  EXPECT_TRUE(evidence["contract"].is_null());
  expect_refusal("verify --subject reference --contract 4ulp", 2, "--contract");
}

TEST(Command, EvidenceThatIsNotFinishedReplacesNothing) {
  const std::string path = testing::TempDir() + "kept.json";
  std::ofstream(path) << "old";
  EXPECT_EQ(call("verify --law nope --json kept.json").code, 2);
  std::string text;
  std::getline(std::ifstream(path) >> std::ws, text);
  EXPECT_EQ(text, "old");
  EXPECT_EQ(call("verify --law translation.softmax --cases 40 --json kept.json").code, 0);
  EXPECT_GT(std::filesystem::file_size(path), 100u);
  for (const auto& file : std::filesystem::directory_iterator(testing::TempDir())) {
    const std::string name = file.path().filename();
    EXPECT_FALSE(name.starts_with("kept.json.")) << name;
  }
}

TEST(Command, AGivenInputThatHoldsIsExitCode0) {
  EXPECT_EQ(call("verify --law agreement.logsumexp --input '1,2'").code, 0);
}

TEST(Command, IntegersAreEvaluated) {
  Output answer = call("eval kraft_sum 1,2,3 2");
  EXPECT_EQ(answer.code, 0);
  EXPECT_NE(answer.text.find("library  [0, 1, 1, 1]"), std::string::npos) << answer.text;
  EXPECT_NE(answer.text.find("agrees"), std::string::npos) << answer.text;
  answer = call("eval prefix_decode 1,2 2 1,1 1");
  EXPECT_NE(answer.text.find("exact    none"), std::string::npos) << answer.text;
  const auto json = nlohmann::json::parse(call("eval --json huffman_lengths 0.5,0.25,0.25 2").text);
  EXPECT_EQ(json["result"], (std::vector<int>{1, 2, 2}));
  EXPECT_EQ(json["agrees"], true);
}

TEST(Command, ResultsAreNamedByTheirPlace) {
  const auto shown = [](const char* arguments, const char* words) {
    const Output answer = call(std::string("eval ") + arguments);
    EXPECT_NE(answer.text.find(words), std::string::npos) << arguments << '\n' << answer.text;
  };
  shown("softmax 0 0 0", "\n  [2] exact");
  shown("softmax", "(no entries)");
  shown("huffman_lengths '' 2", "library  (no entries)");
  shown("logsumexp_hessian 0 0", "\n  [1][0] exact");
  shown("softmax_jet 0,1,2 1,1,0 1", "\n  [1][2] exact");
  shown("softmax_rows 0,1,2,3 2 0 1", "\n  [1][1] exact");
  shown("regression_logits 1,2 1,2,3,4,5,6 0,0,0", "\n  [0][2] exact");
  shown("regression_gradient 1,2 1,2,3,4 0,0 0,1", "\n  w[1][0] exact");
  shown("regression_gradient 1,2 1,2,3,4 0,0 0,1", "\n  b[1] exact");
}

TEST(Command, WhatIsNotFoundIsGuessedBriefly) {
  expect_refusal("explain ''", 2, "fault or function ''\n");
  expect_refusal("verify --law ''", 2, "no law matches '': softlaw list shows them all\n");
  expect_refusal("explain lattice", 2, " more?");
  expect_refusal("explain s0", 2, "did you mean S0, ");
  expect_refusal("explain s0-cinf", 2, "did you mean S0-Cinf?");
  expect_refusal("explain erratum.unused", 2, "did you mean erratum.unused-word?");
  expect_refusal("explain softmax-no-shif", 2, "did you mean softmax-no-shift?");
  expect_refusal("claims s0", 2, "did you mean S0, S0-");
  expect_refusal("eval lattice", 2, "did you mean lattice_softmin, ");
  expect_refusal("verify --law chord", 2, "did you mean convexity.chord?");
  expect_refusal("claims S9", 2, "did you mean S0, S1, S2, S3?");
  expect_refusal("claims nothing-of-it", 2, "softlaw claims shows them all");
  expect_refusal("eval sofmax 1", 2, "did you mean softmax?");
  expect_refusal("eval '' 1", 2, "no function ''");
  expect_refusal("explain bounds.abovemax", 2, "did you mean bounds.above-max?");
  expect_refusal("explain S0-kstarr", 2, "did you mean S0-kstar?");
  expect_refusal("verify --subject refrence", 2, "did you mean reference?");
}

TEST(Command, HelpAndVersion) {
  EXPECT_EQ(call("--help").code, 0);
  EXPECT_EQ(call("help").text, call("--help").text);
  EXPECT_EQ(call("help eval").text, call("eval --help").text);
  EXPECT_NE(call("verify --help").text.find("--contract"), std::string::npos);
  for (const char* verb : {"list", "explain", "claims", "eval"}) {
    const std::string help = call(std::string(verb) + " --help").text;
    EXPECT_NE(help.find("Exit codes: 0 "), std::string::npos) << help;
    EXPECT_EQ(help.find("a law is broken"), std::string::npos) << help;
  }
  EXPECT_NE(call("verify --help").text.find("1 a law is broken"), std::string::npos);
  EXPECT_EQ(call("--version").text, std::string(SOFTLAW_VERSION) + "\n");
}

}  // namespace
}  // namespace softlaw::properties
