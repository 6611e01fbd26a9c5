// SPDX-License-Identifier: Apache-2.0
// That nothing is listed in one place and missing in another.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
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

/// The mark above and below the lines that a page shows: the id, or, in the file of a function, the
/// name that its own two laws share.
std::string mark(const Page& page) {
  const bool of_function = page.file.find("/functions/") != std::string::npos &&
                           (family(page.id) == "agreement" || family(page.id) == "special");
  return "// [" + (of_function ? page.id.substr(page.id.find('.') + 1) : page.id) + "]";
}

TEST(Catalogue, EveryPageHasItsLinesMarked) {
  for (const Page& page : pages()) {
    std::ifstream file(SOFTLAW_TREE "/properties/" + page.file);
    int marks = 0;
    for (std::string line; std::getline(file, line);) marks += line == mark(page) ? 1 : 0;
    EXPECT_EQ(marks, 2) << page.file << ": " << mark(page);
  }
}

TEST(Catalogue, EveryErratumIsCorrectedByALaw) {
  for (const Erratum* erratum : errata()) {
    EXPECT_NE(find_law(erratum->corrected_by), nullptr) << erratum->id;
  }
}

TEST(Catalogue, EveryFunctionHasItsLawsOfAgreementAndOfSpecialValues) {
  for (const FunctionItem* function : functions()) {
    for (const char* family : {"agreement.", "special."}) {
      const Law* law = find_law(family + law_name(*function));
      ASSERT_NE(law, nullptr) << function->name;
      EXPECT_EQ(functions_used(*law), std::vector<std::string>{function->name}) << law->id;
    }
  }
}

/// The names of the fields of the tables, as softlaw_subject.h writes them.
std::set<std::string> fields() {
  std::ifstream header(SOFTLAW_SUBJECT_HEADER);
  EXPECT_TRUE(header) << SOFTLAW_SUBJECT_HEADER;
  std::set<std::string> names;
  const std::regex field(R"(\(\*(\w+)\)\()");
  for (std::string line; std::getline(header, line);) {
    for (std::sregex_iterator at(line.begin(), line.end(), field), end; at != end; ++at) {
      names.insert((*at)[1]);
    }
  }
  return names;
}

TEST(Catalogue, EveryFieldHasAFunctionAndEveryFunctionAField) {
  std::set<std::string> described;
  for (const FunctionItem* function : functions()) {
    EXPECT_EQ(function->name, function->field.name);
    described.insert(function->field.name);
  }
  EXPECT_EQ(described, fields());
  EXPECT_EQ(described.size(), functions().size());
}

TEST(Catalogue, EveryRetiredIdHasItsSuccessorsAndIsNotALaw) {
  for (const Retired* old : retired_ids()) {
    EXPECT_EQ(find_law(old->id), nullptr) << old->id;
    EXPECT_EQ(match_laws(old->id).size(), old->successors.size());
    for (const std::string& id : old->successors) EXPECT_NE(find_law(id), nullptr) << id;
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
