// SPDX-License-Identifier: Apache-2.0
#include "history/history.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <fstream>
#include <sstream>

namespace softlaw::properties {
namespace {

Run run_of(const std::string& date, double ulp, Verdict verdict = Verdict::holds) {
  Run run;
  run.environment = {{"commit", "abc"}, {"date", date}, {"processor", "P"}, {"compiler", "C"}};
  run.subject_name = "softlaw";
  run.contract = "4ulp";
  run.cases = 400;
  Evidence evidence;
  evidence.id = "agreement.softmax";
  evidence.verdict = verdict;
  evidence.cases = evidence.effective = 400;
  evidence.worst_ulp = ulp;
  evidence.worst_strain = ulp / 4;
  run.laws.push_back(evidence);
  return run;
}

/// An empty file of that name.
std::filesystem::path fresh(const std::string& name) {
  const std::filesystem::path file = testing::TempDir() + name;
  std::filesystem::remove(file);
  return file;
}

TEST(History, RunsComeBackOldestFirst) {
  History history(fresh("back.sqlite"));
  history.add(run_of("2026-02-01", 0.75));
  history.add(run_of("2026-01-01", 0.5));
  const auto runs = history.last(10, "");
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(runs[0].date, "2026-01-01");
  ASSERT_TRUE(runs[1].find("agreement.softmax"));
  EXPECT_EQ(runs[1].find("agreement.softmax")->ulp, 0.75);
  EXPECT_EQ(runs[1].commit, "abc");
  EXPECT_EQ(history.last(1, "").front().date, "2026-02-01");
  EXPECT_TRUE(history.last(10, "another").empty());
}

TEST(History, TheSameEvidenceIsAddedOnce) {
  History history(fresh("once.sqlite"));
  EXPECT_TRUE(history.add(run_of("2026-01-01", 0.5)));
  EXPECT_FALSE(history.add(run_of("2026-01-01", 0.5)));
  EXPECT_EQ(history.last(10, "").size(), 1u);
}

TEST(History, WhatGotWorseIsTold) {
  History history(fresh("worse.sqlite"));
  history.add(run_of("2026-01-01", 0.5));
  history.add(run_of("2026-01-02", 0.5));
  history.add(run_of("2026-01-03", 0.75));
  history.add(run_of("2026-01-04", 0.75, Verdict::broken));
  const auto runs = history.last(10, "");
  EXPECT_TRUE(worse(runs[0], runs[1]).empty());
  ASSERT_EQ(worse(runs[1], runs[2]).size(), 1u);
  EXPECT_EQ(worse(runs[1], runs[2])[0].how, "worst error 0.5 ulp, then 0.75 ulp");
  EXPECT_EQ(worse(runs[2], runs[3])[0].how, "holds, then broken");
  EXPECT_TRUE(worse(runs[3], runs[0]).empty());
  EXPECT_TRUE(runs[0].is_comparable(runs[3]));
}

/// Several processes write at once, and one of them is killed within a transaction.
TEST(History, WritersNeitherLoseNorBreakRuns) {
  const std::filesystem::path file = fresh("writers.sqlite");
  { History history(file); }
  constexpr int writers = 4, runs_each = 5;
  std::vector<pid_t> children;
  for (int w = 0; w < writers; ++w) {
    const pid_t child = fork();
    if (child == 0) {
      History history(file);
      for (int i = 0; i < runs_each; ++i) history.add(run_of("2026", w * 100 + i));
      _exit(0);
    }
    children.push_back(child);
  }
  const pid_t killed = fork();
  if (killed == 0) {
    Database database(file);
    database.transaction([&] {
      database.run("DELETE FROM law; DELETE FROM run;");
      kill(getpid(), SIGKILL);
    });
    _exit(1);
  }
  int status = 0;
  for (const pid_t child : children) {
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  waitpid(killed, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(History(file).last(1000, "").size(), std::size_t{writers * runs_each});
}

TEST(History, AFileThatIsNoHistoryIsAnError) {
  const std::filesystem::path file = fresh("text.sqlite");
  std::ofstream(file) << std::string(4096, 'x');
  EXPECT_THROW(History{file}, std::runtime_error);
}

TEST(History, TheTrendPageIsXml) {
  History history(fresh("page.sqlite"));
  properties::Run odd = run_of("2026-01-01", infinity, Verdict::crashed);
  odd.environment[0].second = "<&>";
  odd.laws[0].worst_strain = infinity;
  history.add(odd);
  history.add(run_of("2026-01-02", 0.5));
  std::istringstream page(trend_page(history.last(10, ""), {"agreement.softmax", "none"}));
  boost::property_tree::ptree tree;
  boost::property_tree::read_xml(page, tree);
  EXPECT_EQ(tree.get_child("svg").count("circle"), 2u);
  EXPECT_EQ(tree.get<std::string>("svg.circle.<xmlattr>.class"), "bad");
}

}  // namespace
}  // namespace softlaw::properties
