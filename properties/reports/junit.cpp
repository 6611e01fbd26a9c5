// SPDX-License-Identifier: Apache-2.0
// JUnit's XML: a suite for each family, a test case for each law.
#include <algorithm>
#include <iomanip>
#include <ostream>
#include <sstream>

#include "reports/escape.hpp"
#include "reports/report.hpp"

namespace softlaw::properties {
namespace {

std::string attribute(const std::string& name, const std::string& value) {
  return " " + name + "=\"" + xml_escaped(value) + "\"";
}

std::string seconds_text(double seconds) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(3) << seconds;
  return text.str();
}

/// A test case and its outcome: `failure`, `error` or `skipped`, or none.
struct TestCase {
  std::string suite, name;
  double seconds = 0;
  std::string outcome = {}, message = {}, text = {};
};

std::string outcome_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return "";
    case Verdict::not_applicable:
    case Verdict::vacuous:
      return "skipped";
    case Verdict::crashed:
    case Verdict::hung:
      return "error";
    default:
      return "failure";
  }
}

/// The law's own finding; where another law has the same cause, that one's.
const Finding* finding_of(const std::vector<Finding>& all, const Evidence& evidence) {
  const auto found = std::ranges::find_if(all, [&](const Finding& finding) {
    return finding.evidence == &evidence || std::ranges::count(finding.also, evidence.id) > 0;
  });
  return found == all.end() ? nullptr : &*found;
}

std::string told(const Finding& finding) {
  std::string text = finding.statement;
  for (const auto& [label, row] : finding.rows) text += "\n" + label + ": " + row;
  return text + (finding.again.empty() ? "" : "\nagain: " + finding.again);
}

TestCase case_of(const Evidence& evidence, const std::vector<Finding>& all, const char* suite) {
  TestCase test{suite ? suite : family(evidence.id), evidence.id, evidence.seconds};
  test.outcome = outcome_of(evidence.verdict);
  if (test.outcome.empty()) return test;
  test.message = evidence.note.empty() ? to_string(evidence.verdict) : evidence.note;
  if (const Finding* finding = finding_of(all, evidence)) {
    const bool own = finding->evidence == &evidence;
    test.message = own ? finding->headline()
                       : evidence.id + " is broken for the cause of " + finding->evidence->id;
    test.text = told(*finding);
  }
  return test;
}

std::vector<TestCase> cases_of(const Run& run) {
  const std::vector<Finding> all = findings(run);
  std::vector<TestCase> tests;
  for (const Evidence& evidence : run.laws) tests.push_back(case_of(evidence, all, nullptr));
  for (const Evidence& evidence : run.errata) tests.push_back(case_of(evidence, all, "errata"));
  for (const std::string& function : run.unjudged) {
    tests.push_back({"supplied", function, 0, "failure", "no effective case judged " + function});
  }
  if (run.interrupted) {
    tests.push_back({"supplied", "the run is complete", 0, "error", run.notice});
  }
  std::ranges::stable_sort(tests, {}, &TestCase::suite);
  return tests;
}

void print_case(std::ostream& out, const TestCase& test) {
  out << "    <testcase" << attribute("classname", "softlaw." + test.suite)
      << attribute("name", test.name) << attribute("time", seconds_text(test.seconds));
  if (test.outcome.empty()) {
    out << "/>\n";
    return;
  }
  out << ">\n      <" << test.outcome << attribute("message", test.message);
  if (test.text.empty()) {
    out << "/>\n";
  } else {
    out << ">" << xml_escaped(test.text) << "</" << test.outcome << ">\n";
  }
  out << "    </testcase>\n";
}

/// The attributes that count.
std::string counts_of(std::span<const TestCase> tests) {
  const auto number = [&](const char* outcome) {
    return std::to_string(std::ranges::count(tests, outcome, &TestCase::outcome));
  };
  double seconds = 0;
  for (const TestCase& test : tests) seconds += test.seconds;
  return attribute("tests", std::to_string(tests.size())) +
         attribute("failures", number("failure")) + attribute("errors", number("error")) +
         attribute("skipped", number("skipped")) + attribute("time", seconds_text(seconds));
}

/// What the run was, beside the environment.
Stamp settings_of(const Run& run) {
  return {{"subject", run.subject_name},
          {"contract", run.contract},
          {"seed", std::to_string(run.seed)},
          {"cases", std::to_string(run.cases)}};
}

void print(std::ostream& out, const Run& run) {
  const std::vector<TestCase> tests = cases_of(run);
  std::string properties = "    <properties>\n";
  for (const Stamp& stamp : {settings_of(run), run.environment}) {
    for (const auto& [name, value] : stamp) {
      properties +=
          "      <property" + attribute("name", name) + attribute("value", value) + "/>\n";
    }
  }
  properties += "    </properties>\n";
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"softlaw\""
      << counts_of(tests) << ">\n";
  for (auto begin = tests.begin(); begin != tests.end();) {
    const auto end = std::ranges::find_if(
        begin, tests.end(), [&](const TestCase& test) { return test.suite != begin->suite; });
    out << "  <testsuite" << attribute("name", begin->suite) << counts_of({begin, end}) << ">\n"
        << properties;
    for (; begin != end; ++begin) print_case(out, *begin);
    out << "  </testsuite>\n";
  }
  out << "</testsuites>\n";
}

const Report& junit_report =
    report({.id = "junit", .summary = "JUnit's XML, a test case for each law", .print = print});

}  // namespace
}  // namespace softlaw::properties
