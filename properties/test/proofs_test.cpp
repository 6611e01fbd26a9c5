// SPDX-License-Identifier: Apache-2.0
// That what is said to be proved is proved: laws, theorems and their hypotheses agree.  Coq is not asked; `./softlaw
// prove` asks it, and fails unless theorems.proofs, which is read here, is what Coq says.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "judge/law.hpp"
#include "pages/page.hpp"
#include "pages/proof.hpp"
#include "test/command.hpp"

namespace softlaw::properties {
namespace {

std::string content(const std::string& file) {
  std::ifstream in(std::string(SOFTLAW_TREE) + "/" + file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(Proofs, ProveLawsAndErrataThatExistOnceEach) {
  EXPECT_FALSE(proofs().empty());
  std::set<std::string> proved;
  for (const Proof& proof : proofs()) {
    EXPECT_NE(find_page(proof.proves), nullptr) << proof.theorem;
    EXPECT_TRUE(proved.insert(proof.proves).second) << proof.proves;
    EXPECT_EQ(proof.theorem, std::regex_replace(proof.proves, std::regex("[.-]"), "_"));
  }
}

TEST(Proofs, ThePageOfALawSaysItIsProvedWhereItIsAndUnderTheSameHypotheses) {
  for (const Law* law : laws()) {
    const Page* page = find_page(law->id);
    const Proof* proof = find_proof(law->id);
    EXPECT_EQ(page->part("proved"), proof ? proof->tags : "") << law->id;
  }
}

TEST(Proofs, TheTheoremsAreInTheirFilesUnderTheSameHypotheses) {
  std::set<std::string> found;
  for (const Proof& proof : proofs()) {
    const std::string text = content(proof.file);
    const std::regex head("\\(\\*\\* \\[" +
                          std::regex_replace(proof.proves, std::regex("\\."), "\\.") +
                          "\\]\\s+(Tags: ([^.]*)\\.)?[^*]*\\*\\)\\s*(Theorem|Lemma) (\\w+)");
    std::smatch match;
    ASSERT_TRUE(std::regex_search(text, match, head)) << proof.theorem;
    EXPECT_EQ(match[2].str(), proof.tags) << proof.theorem;
    EXPECT_EQ(match[4].str(), proof.theorem) << proof.file;
  }
}

TEST(Proofs, AreListedAndExplained) {
  const Proof& proof = *find_proof("bounds.above-max");
  EXPECT_NE(call("list --proved").text.find(proof.theorem), std::string::npos);
  const std::string page = call("explain bounds.above-max").text;
  for (const std::string& words : {proof.theorem, proof.file, proof.tags}) {
    EXPECT_NE(page.find(words), std::string::npos) << words;
  }
  EXPECT_NE(page.find("maximum I x < lse I x"), std::string::npos) << page;
  for (const auto& law : nlohmann::json::parse(call("list --json").text)) {
    const Proof* expected = find_proof(law["id"]);
    EXPECT_EQ(law["proof"].is_null(), expected == nullptr) << law["id"];
    if (expected) {
      EXPECT_EQ(law["proof"]["theorem"], expected->theorem);
    }
  }
}

}  // namespace
}  // namespace softlaw::properties
