// SPDX-License-Identifier: Apache-2.0
// Each report is read by a reader of its form, with names and messages that try to break out of it.
#include <gtest/gtest.h>

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "judge/gate.hpp"
#include "reports/escape.hpp"
#include "reports/merge.hpp"
#include "reports/report.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/fault.hpp"
#include "test/schema.hpp"

namespace softlaw::properties {
namespace {

constexpr const char* hostile =
    "</script><b a='x'>&amp;]]> \"|`````\x01\xff\n::error::*_[x](y)@a %0A,:";

Settings forty_cases() {
  Settings settings;
  settings.cases = 40;
  return settings;
}

/// A run in which laws broke and everything that a subject may say is hostile.
Run hostile_run() {
  Run run;
  run.subject = run.subject_name = hostile;
  run.contract = "4ulp";
  run.environment = {{"compiler", hostile}};
  run.notice = hostile;
  run.unjudged = {"softplus in binary32"};
  run.cases = 40;
  run.lines = {{"softmax", "src/a:b c.cpp:12"}};
  const Defendant defendant = Defendant::of(find_fault("softmax-no-shift")->subject());
  for (const char* id : {"agreement.softmax", "agreement.logsumexp", "translation.softmax"}) {
    run.laws.push_back(judge(*find_law(id), defendant, forty_cases()));
  }
  Evidence crashed;
  crashed.id = "bounds.above-max";
  crashed.verdict = Verdict::crashed;
  crashed.note = hostile;
  run.laws.push_back(crashed);
  return run;
}

std::string printed(const std::string& id, const Run& run) {
  for (const Report* report : reports()) {
    if (report->id != id) continue;
    std::ostringstream text;
    report->print(text, run);
    return text.str();
  }
  ADD_FAILURE() << "no report " << id;
  return {};
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(Reports, JUnitIsXmlWithATestCaseForEachLaw) {
  const properties::Run run = hostile_run();
  std::istringstream text(printed("junit", run));
  boost::property_tree::ptree tree;
  boost::property_tree::read_xml(text, tree);
  EXPECT_EQ(tree.get<int>("testsuites.<xmlattr>.tests"), 5);
  EXPECT_EQ(tree.get<int>("testsuites.<xmlattr>.failures"), 3);
  EXPECT_EQ(tree.get<int>("testsuites.<xmlattr>.errors"), 1);
  bool found = false;
  for (const auto& [kind, suite] : tree.get_child("testsuites")) {
    for (const auto& [name, test] : suite) {
      if (name != "testcase" || test.get<std::string>("<xmlattr>.name") != "bounds.above-max")
        continue;
      found = true;
      EXPECT_NE(test.get<std::string>("error.<xmlattr>.message").find("crashed"),
                std::string::npos);
      EXPECT_NE(test.get<std::string>("error").find("</script><b a='x'>"), std::string::npos);
    }
  }
  EXPECT_TRUE(found);
}

TEST(Reports, SarifSatisfiesItsSchema) {
  std::ifstream file(SOFTLAW_TREE "/properties/test/data/sarif-2.1.0.schema.json");
  const Schema schema(nlohmann::json::parse(file));
  const auto log = nlohmann::json::parse(printed("sarif", hostile_run()));
  for (const std::string& error : schema.errors_of(log)) ADD_FAILURE() << error;
  const auto& run = log["runs"][0];
  ASSERT_EQ(run["results"].size(), 3u) << "two broken laws, and the crash";
  const auto& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "agreement.softmax");
  const auto& place = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "src/a%3Ab%20c.cpp");
  EXPECT_EQ(place["region"]["startLine"], 12);
  const auto& law = result["relatedLocations"][0]["physicalLocation"];
  const std::string source = law["artifactLocation"]["uri"];
  std::ifstream in(std::string(SOFTLAW_TREE "/") + source);
  std::string line;
  for (int i = law["region"]["startLine"]; i > 0; --i) std::getline(in, line);
  EXPECT_NE(line.find("\\law{agreement.softmax}"), std::string::npos) << source << ": " << line;
}

TEST(Reports, TheSchemaOfSarifRefuses) {
  std::ifstream file(SOFTLAW_TREE "/properties/test/data/sarif-2.1.0.schema.json");
  const Schema schema(nlohmann::json::parse(file));
  auto log = nlohmann::json::parse(printed("sarif", hostile_run()));
  log["runs"][0]["results"][0]["level"] = "bad";
  log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0;
  log["runs"][0]["tool"]["driver"].erase("name");
  log["runs"][0]["tool"]["extra"] = 1;
  EXPECT_EQ(schema.errors_of(log).size(), 4u);
}

TEST(Reports, AnnotationsAreOneLineEach) {
  const std::string text = printed("github", hostile_run());
  std::istringstream lines(text);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_TRUE(line.starts_with("::error ") || line.starts_with("::warning ") ||
                line.starts_with("::notice "))
        << line;
  }
  EXPECT_EQ(count, 5u) << text;
  EXPECT_NE(text.find("file=src/a%3Ab c.cpp,line=12,"), std::string::npos) << text;
}

TEST(Reports, HtmlStandsAloneAndKeepsToItself) {
  const std::string text = printed("html", hostile_run());
  EXPECT_EQ(times(text, "</script>"), 1u);
  EXPECT_EQ(text.find("<b a="), std::string::npos);
  EXPECT_EQ(times(text, "<article>"), 3u);
  for (const char* outside : {"http://", "https://", "src=", "@import", "url("}) {
    EXPECT_EQ(text.find(outside), std::string::npos) << outside;
  }
}

TEST(Reports, MarkdownKeepsItsTables) {
  const std::string text = printed("markdown", hostile_run());
  const std::string running = text.substr(0, text.find("```"));  // in code nothing has a meaning
  EXPECT_EQ(running.find("<b"), std::string::npos) << text;
  EXPECT_EQ(running.find("@a"), std::string::npos) << text;
  EXPECT_NE(text.find("``````text"), std::string::npos) << "a longer fence than any in it\n"
                                                        << text;
}

TEST(Reports, TextIsCleaned) {
  EXPECT_EQ(clean("a\xff\x01\xc3\xa9\tz"), "a\xef\xbf\xbd\xef\xbf\xbd\xc3\xa9\tz");
  EXPECT_EQ(clean("\xed\xa0\x80"), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd") << "a surrogate";
  EXPECT_EQ(clean("\xe2\x82"), "\xef\xbf\xbd\xef\xbf\xbd") << "cut off";
}

TEST(Reports, EvidenceIsReadAsItWasWritten) {
  properties::Run run = hostile_run();
  run.subject = run.subject_name = run.notice = "a subject";
  run.laws.back().note = "note";
  run.environment = environment_stamp();
  EXPECT_EQ(to_json(read_run(to_json(run))), to_json(run));
  for (const auto& [name, value] : run.environment) EXPECT_FALSE(value.empty()) << name;
  EXPECT_THROW(read_run(nlohmann::ordered_json::parse("{}")), std::invalid_argument);
  EXPECT_THROW(read_run(nlohmann::ordered_json::parse("[1]")), std::invalid_argument);
}

/// As one run tells it: without times.
nlohmann::ordered_json told(Run run) {
  run.seconds = 0;
  for (Evidence& evidence : run.laws) evidence.seconds = 0;
  return to_json(run);
}

Run judged(const SubjectPointer& subject, const Shard& shard) {
  Run run;
  run.shard = shard;
  run.cases = 60;
  Settings settings;
  settings.cases = run.cases;
  settings.shard = shard;
  for (const Law* law : laws()) {
    if (family(law->id) != "translation" && family(law->id) != "agreement") continue;
    run.laws.push_back(judge(*law, Defendant::of(subject), settings));
  }
  return run;
}

/// Broken laws, laws that hold, and such as do not apply.
TEST(Merge, ShardsMakeTheEvidenceOfOneRun) {
  for (const SubjectPointer& subject :
       {find_fault("softmax-no-shift")->subject(), find_subject("libm")}) {
    const auto whole = told(judged(subject, {}));
    for (std::size_t count : {2u, 3u, 7u, 100u}) {
      std::vector<properties::Run> shards;
      for (std::size_t index = count; index >= 1; --index) {
        shards.push_back(judged(subject, {index, count}));
      }
      EXPECT_EQ(told(merged(std::move(shards))), whole) << subject->name() << ", " << count;
    }
  }
}

TEST(Merge, OnlyAllShardsOfOneRunAreMerged) {
  const auto refused = [](std::vector<properties::Run> shards, const std::string& words) {
    try {
      merged(std::move(shards));
      ADD_FAILURE() << "merged: " << words;
    } catch (const std::invalid_argument& error) {
      EXPECT_NE(std::string(error.what()).find(words), std::string::npos) << error.what();
    }
  };
  properties::Run one, two;
  one.shard = {1, 2};
  two.shard = {2, 2};
  refused({}, "no evidence");
  refused({one}, "shard 2/2 is missing");
  refused({one, two, two}, "shard 2/2 is there twice");
  two.seed = 2;
  refused({one, two}, "differ in the seed");
  two.seed = 1;
  two.interrupted = true;
  refused({one, two}, "shard 2/2 was interrupted");
}

}  // namespace
}  // namespace softlaw::properties
