// SPDX-License-Identifier: Apache-2.0
// That every claim of the sources is there, and is settled by laws and errata that exist.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "judge/law.hpp"
#include "pages/claim.hpp"
#include "pages/page.hpp"

namespace softlaw::properties {
namespace {

TEST(Claims, AllAreThere) {
  std::map<std::string, int> sources, verdicts;
  for (const Claim& claim : claims()) {
    ++sources[claim.source];
    ++verdicts[claim.part("verdict")];
  }
  EXPECT_EQ(sources, (std::map<std::string, int>{
                         {"S0", 60}, {"S1", 41}, {"S2", 130}, {"S3", 33}, {"beyond", 108}}));
  EXPECT_EQ(verdicts, (std::map<std::string, int>{{"true", 120},
                                                  {"true under a hypothesis", 49},
                                                  {"false as printed", 38},
                                                  {"definition", 33},
                                                  {"qualitative", 24},
                                                  {"", 108}}));
}

TEST(Claims, AnIdIsThereOnce) {
  std::set<std::string> ids;
  for (const Claim& claim : claims()) EXPECT_TRUE(ids.insert(claim.id).second) << claim.id;
}

TEST(Claims, LawsAndErrataThatAreNamedExist) {
  for (const Claim& claim : claims()) {
    for (const std::string& id : claim.laws) EXPECT_NE(find_law(id), nullptr) << claim.id << id;
    for (const std::string& id : claim.errata) {
      const Page* page = find_page(id);
      EXPECT_TRUE(page && page->kind == "erratum") << claim.id << " " << id;
    }
    std::set<std::string> once(claim.laws.begin(), claim.laws.end());
    once.insert(claim.errata.begin(), claim.errata.end());
    EXPECT_EQ(once.size(), claim.laws.size() + claim.errata.size()) << claim.id;
  }
}

TEST(Claims, EveryOneIsSettled) {
  for (const Claim& claim : claims()) EXPECT_EQ(claim.open(), "") << claim.id;
}

TEST(Claims, FewAreOutsideOfWhatALawCanSay) {
  std::size_t of_sources = 0, beyond = 0;
  for (const Claim& claim : claims()) {
    if (claim.is_outside()) ++(claim.source == "beyond" ? beyond : of_sources);
  }
  EXPECT_LE(of_sources, 3u);
  EXPECT_LE(beyond, 1u);
}

TEST(Claims, EveryErratumIsNamedByAClaim) {
  for (const Erratum* erratum : errata()) {
    EXPECT_FALSE(claims_settled_by(erratum->id).empty()) << erratum->id;
  }
}

TEST(Claims, WhatIsNotTrueAsPrintedIsPutRight) {
  for (const Claim& claim : claims()) {
    const std::string& verdict = claim.part("verdict");
    if (verdict == "false as printed" || verdict == "true under a hypothesis") {
      EXPECT_FALSE(claim.part("correction").empty()) << claim.id;
      EXPECT_FALSE(claim.part("counterexample").empty()) << claim.id;
    } else {
      EXPECT_NE(verdict.empty(), claim.title.empty()) << claim.id << ": beyond, and without title";
    }
  }
}

/// The words of a text without links to other laws.
std::size_t length_without_links(const std::string& text) {
  return std::regex_replace(text, std::regex(R"(\\ref\s+\S+)"), "").size();
}

TEST(Claims, EveryLawHasASourceOrADerivationOfItsOwn) {
  const std::regex cited(R"(\bS[0-9]+\b|\\ref bib_|\\ref special_values|\\ref law_)");
  constexpr std::size_t a_sentence = 50;
  for (const Law* law : laws()) {
    const Page& page = *find_page(law->id);
    EXPECT_TRUE(std::regex_search(page.part("sources"), cited) ||
                length_without_links(page.part("derivation")) > a_sentence)
        << law->id;
  }
}

TEST(Claims, APatternFindsClaims) {
  EXPECT_EQ(match_claims("S3").size(), 33u);
  EXPECT_EQ(match_claims("S3-*").size(), 33u);
  EXPECT_EQ(match_claims("B35?").size(), 4u);
  EXPECT_EQ(match_claims("S0-Cinf").size(), 1u);
  EXPECT_TRUE(match_claims("S3-").empty());
}

TEST(Claims, WhatSettlesAClaimIsSaid) {
  Claim claim{{"claim", "S9-x", "", "S9.claims", 1, {{"verdict", "true"}}}, "S9", {}, {}};
  EXPECT_EQ(claim.open(), "it has no law");
  claim.errata = {"erratum.x"};
  EXPECT_EQ(claim.open(), "it has no law") << "an erratum refutes; it does not confirm";
  claim.laws = {"family.x"};
  EXPECT_EQ(claim.open(), "");
  claim.parts[0].second = "false as printed";
  claim.errata.clear();
  EXPECT_EQ(claim.open(), "it is false and has no erratum");
  claim.parts.emplace_back("outside", "history");
  EXPECT_EQ(claim.open(), "");
}

/// The answer of the reader of claims to a file S0.claims with that text.
std::string read(const std::string& text) {
  const std::string path = testing::TempDir() + "S0.claims";
  std::ofstream(path) << text;
  const std::string line =
      "'" SOFTLAW_LITERATE "' '" + testing::TempDir() + "texts.cpp' '" + path + "' 2>&1";
  FILE* pipe = popen(line.c_str(), "r");
  std::array<char, 4096> buffer{};
  const std::size_t size = pipe ? fread(buffer.data(), 1, buffer.size(), pipe) : 0;
  const int code = pipe ? WEXITSTATUS(pclose(pipe)) : -1;
  return std::to_string(code) + " " + std::string(buffer.data(), size);
}

TEST(Claims, TheReaderNamesFileAndLineOfAMistake) {
  const std::string head =
      "\\source{S0} A title\n\\author a\n\\where b\n\\date c\n\\licence d\n\\about e\n\\ids S0-\n";
  const std::string good = head +
                           "# words\n\\claim{S0-a}\n\\verdict true\n\\place here\n\\printed x\n"
                           "\\statement y\n  z\n\\laws\n";
  EXPECT_EQ(read(good), "0 ");
  EXPECT_EQ(read("\\source{own} Ours\n\\about e\n\\ids B\n\\claim{B1} T\n\\statement y\n"), "0 ");
  const auto expect = [](const std::string& text, const std::string& what) {
    EXPECT_EQ(read(text), "1 softlaw_literate: S0.claims:" + what + "\n");
  };
  expect("", "0: a file of claims begins with its \\source");
  expect("\\place here\n", "1: a part before the \\source");
  expect("\\claim{S0-a}\n", "1: a file of claims begins with its \\source and has one");
  expect(head + head, "8: a file of claims begins with its \\source and has one");
  expect("\\source{S0} A title\n\\author a\n", "1: S0 says nothing under \\where");
  expect("\\source{S0} A title\n\\verdict true\n", "2: a source has no part \\verdict");
  expect(good + "\\law b.c\n", "16: a claim has no part \\law");
  expect(good + "\\place there\n", "16: a second \\place of S0-a");
  expect(good + good.substr(head.size() + 8), "16: S0-a is there twice: see line 9 of S0.claims");
  expect(head + "\\claim{S0-a}\nwords\n", "9: text that belongs to no part");
  expect(head + "\\claim{S1-a}\n\\verdict true\n\\place a\n\\printed b\n\\statement c\n",
         "8: 'S1-a' is not an id for a claim of S0");
  expect(head + "\\claim{S0-a}\n\\verdict true\n", "8: S0-a says nothing under \\place");
  expect(head + "\\claim{S0-a}\n\\verdict so\n\\place a\n\\printed b\n\\statement c\n",
         "8: 'so' is not a verdict, of S0-a");
  expect(good + "\\errata a b\n", "9: 'a b' is not an id, under \\errata of S0-a");
}

}  // namespace
}  // namespace softlaw::properties
