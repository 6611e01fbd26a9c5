// SPDX-License-Identifier: Apache-2.0
// That nothing is listed in one place and missing in another.
#include <gtest/gtest.h>

#include <set>

#include "judge/law.hpp"
#include "pages/page.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

TEST(Catalogue, EveryLawAndErratumHasItsPageAndNoPageIsLeftOver) {
  std::set<std::string> declared, written;
  for (const Law* law : laws()) declared.insert(law->id);
  for (const Erratum* erratum : errata()) declared.insert(erratum->id);
  for (const Page& page : pages()) written.insert(page.id);
  EXPECT_EQ(declared, written);
  EXPECT_EQ(pages().size(), written.size()) << "a page is written twice";
}

TEST(Catalogue, EveryWitnessExistsAndEveryFaultIsAWitness) {
  std::set<std::string> used, known;
  for (const Law* law : laws()) used.insert(law->witness);
  for (const Fault* fault : faults()) known.insert(fault->id);
  EXPECT_EQ(used, known);
}

TEST(Catalogue, EveryPageNamesTheWitnessThatTheLawDeclares) {
  for (const Law* law : laws()) {
    EXPECT_NE(find_page(law->id)->part("witness").find("fault." + law->witness), std::string::npos)
        << law->id << " declares " << law->witness;
  }
}

TEST(Catalogue, EveryErratumIsCorrectedByALaw) {
  for (const Erratum* erratum : errata()) {
    EXPECT_NE(find_law(erratum->corrected_by), nullptr) << erratum->id;
  }
}

/// What the laws of a family, or all laws, ask for.
std::set<std::string> asked_by(const std::string& pattern) {
  std::set<std::string> asked;
  for (const Law* law : match_laws(pattern)) {
    for (const std::string& name : functions_used(*law)) asked.insert(name);
  }
  return asked;
}

TEST(Catalogue, EveryFunctionHasItsLawsOfAgreementAndOfSpecialValues) {
  const std::set<std::string> agreeing = asked_by("agreement"), special = asked_by("special");
  for (const FunctionInfo* function : functions()) {
    EXPECT_TRUE(agreeing.contains(function->name)) << function->name;
    EXPECT_TRUE(special.contains(function->name)) << function->name;
  }
}

TEST(Catalogue, EveryIntegerFunctionIsAskedByALaw) {
  const std::set<std::string> asked = asked_by("*");
  for (const IntegerFunctionInfo* function : integer_functions()) {
    EXPECT_TRUE(asked.contains(function->name)) << function->name;
  }
}

TEST(Catalogue, AnIdIsFamilyDotNameInLowerCase) {
  for (const Law* law : laws()) {
    EXPECT_EQ(std::ranges::count(law->id, '.'), 1) << law->id;
    EXPECT_EQ(law->id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-."),
              std::string::npos)
        << law->id;
  }
}

TEST(Catalogue, PatternsFindLaws) {
  EXPECT_EQ(match_laws("translation.logsumexp").size(), 1u);
  EXPECT_EQ(match_laws("translation").size(), match_laws("translation.*").size());
  EXPECT_EQ(match_laws("*").size(), laws().size());
  EXPECT_EQ(match_laws("translation.softm??").size(), 2u);
  EXPECT_TRUE(match_laws("translation.soft").empty());
}

TEST(Catalogue, FunctionsOfALawAreSeen) {
  EXPECT_EQ(functions_used(*find_law("translation.logsumexp")),
            std::vector<std::string>{"logsumexp"});
}

}  // namespace
}  // namespace softlaw::properties
