// SPDX-License-Identifier: Apache-2.0
// The verbs that print the catalogue: list, explain, claims.
#include <nlohmann/json.hpp>

#include "judge/law.hpp"
#include "test/command.hpp"

namespace softlaw::properties {
namespace {

TEST(PageVerbs, ListPrintsJson) {
  const auto json = nlohmann::json::parse(call("list --json").text);
  EXPECT_EQ(json.size(), laws().size() + errata().size());
  for (const auto& law : json) {
    const bool erratum = law["kind"] == "erratum";
    EXPECT_EQ(erratum, find_law(law["id"]) == nullptr) << law["id"];
    for (const char* key : {"id", "family", erratum ? "printed" : "statement",
                            erratum ? "correction" : "functions", "sources"}) {
      EXPECT_TRUE(law.contains(key)) << law["id"] << " " << key;
      EXPECT_FALSE(law[key].empty()) << law["id"] << " " << key;
    }
  }
}

TEST(PageVerbs, FaultsAreListedAndExplained) {
  EXPECT_NE(call("list --faults").text.find("no-shift"), std::string::npos);
  EXPECT_NE(call("explain no-shift").text.find("translation.logsumexp"), std::string::npos);
  EXPECT_EQ(call("explain fault.no-shift").text, call("explain no-shift").text);
  EXPECT_EQ(call("eval --subject fault.no-shift logsumexp 0").code, 0);
}

TEST(PageVerbs, ExplainTellsWhereASourceIsToBeHad) {
  const Output answer = call("explain S2");
  for (const char* words : {"Dive into Deep Learning", "https://d2l.ai", "CC BY-SA", "claims S2"}) {
    EXPECT_NE(answer.text.find(words), std::string::npos) << words;
  }
}

TEST(PageVerbs, ExplainShowsTheWholePage) {
  const Output answer = call("explain translation.logsumexp");
  EXPECT_EQ(answer.code, 0);
  for (const char* word : {"statement", "derivation", "rounding", "witness", "translation.cpp"}) {
    EXPECT_NE(answer.text.find(word), std::string::npos) << word;
  }
  EXPECT_EQ(answer.text.find('\\'), std::string::npos) << "mark-up is left over\n" << answer.text;
}

TEST(PageVerbs, ClaimsAreListedCountedAndExplained) {
  const Output all = call("claims");
  EXPECT_EQ(all.code, 0);
  for (const char* words : {"S0-Cinf", "First-order approximation", "beyond the sources"}) {
    EXPECT_NE(all.text.find(words), std::string::npos) << words;
  }
  const auto json = nlohmann::json::parse(call("claims --json S0-Cinf S3").text);
  EXPECT_EQ(json.size(), 34u);
  EXPECT_EQ(json[0]["id"], "S0-Cinf");
  EXPECT_EQ(json[0]["verdict"], "false as printed");
  EXPECT_TRUE(json[0]["laws"].is_array());
  for (const char* name : {"plain_printed", "plain_statement", "plain_correction"}) {
    ASSERT_TRUE(json[0].contains(name)) << name;
    EXPECT_EQ(json[0][name].get<std::string>().find('\\'), std::string::npos) << json[0][name];
  }
  const Output some = call("claims S0-Cinf");
  EXPECT_NE(some.text.find("\n1 claim: 1 false as printed, 1 settled, 0 not settled\n"),
            std::string::npos)
      << some.text;
  const Output history = call("claims S2-probit-history");
  EXPECT_NE(history.text.find(" 0 settled, 1 outside the laws, 0 not settled"), std::string::npos)
      << history.text;
  const Output one = call("explain S0-Cinf");
  EXPECT_EQ(one.code, 0);
  for (const char* words : {"counterexample", "Higher derivatives", "docs/sources/S0.claims:"}) {
    EXPECT_NE(one.text.find(words), std::string::npos) << words;
  }
}

}  // namespace
}  // namespace softlaw::properties
