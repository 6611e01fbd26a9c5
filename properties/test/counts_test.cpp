// SPDX-License-Identifier: Apache-2.0
// That the numbers typed in prose are those of this build.
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <softlaw/reference/format.hpp>

#include "function/item.hpp"
#include "judge/law.hpp"
#include "pages/claim.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

const std::filesystem::path tree = SOFTLAW_TREE;

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file);
  EXPECT_TRUE(in) << file;
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The part of the changelog on unreleased changes: the counts of older versions stay.
std::string unreleased() {
  const std::string text = read(tree / "CHANGELOG.md");
  const std::size_t begin = text.find("## [Unreleased]");
  return text.substr(begin, text.find("\n## ", begin + 1) - begin);
}

std::map<std::string, std::size_t> counts() {
  std::set<std::string> families;
  for (const Law* law : laws()) families.insert(family(law->id));
  const auto beyond = std::ranges::count(claims(), "beyond", &Claim::source);
  return {{"laws", laws().size()},
          {"families", families.size()},
          {"errata", errata().size()},
          {"claims", claims().size()},
          {"faults", faults().size()},
          {"functions", functions().size()},
          {"that go beyond", std::size_t(beyond)},
          {"formats", reference::formats().size()}};
}

/// Checks every count in a text, and returns the things that are counted there.
std::set<std::string> check_counts(const std::string& text, const std::string& name) {
  static const std::regex count(
      R"(\b([0-9]+)\s+(laws|families|errata|claims|faults|functions|formats|that\s+go\s+beyond)\b)");
  const auto truth = counts();
  std::set<std::string> seen;
  for (std::sregex_iterator at(text.begin(), text.end(), count), end; at != end; ++at) {
    const std::string thing = std::regex_replace((*at)[2].str(), std::regex("\\s+"), " ");
    EXPECT_EQ((*at)[1], std::to_string(truth.at(thing))) << name << ": '" << at->str() << "'";
    seen.insert(thing);
  }
  return seen;
}

TEST(Counts, OfTheReadmeAreTrue) {
  const std::string readme = read(tree / "README.md");
  EXPECT_EQ(check_counts(readme, "README.md"), (std::set<std::string>{"errata", "laws"}));
  const std::string n = std::to_string(laws().size());
  const std::string last = n + " laws: " + n + " hold.  " + std::to_string(400 * laws().size());
  EXPECT_NE(readme.find(last + " cases,"), std::string::npos) << "its sample of verify: " << last;
}

TEST(Counts, OfTheChangelogAreTrue) {
  EXPECT_EQ(check_counts(unreleased(), "CHANGELOG.md"),
            (std::set<std::string>{"errata", "families", "laws", "that go beyond"}));
}

TEST(Counts, OfTheChaptersAreTrue) {
  for (const auto& file : std::filesystem::directory_iterator(tree / "docs/chapters")) {
    check_counts(read(file), file.path().filename());
  }
}

TEST(Counts, AWrongOneIsFound) {
  EXPECT_NONFATAL_FAILURE(check_counts("the 1 laws", "a text"), "1 laws");
}

}  // namespace
}  // namespace softlaw::properties
