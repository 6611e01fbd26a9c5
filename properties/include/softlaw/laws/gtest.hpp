// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <errno.h>
#include <gtest/gtest.h>

#include <softlaw/laws.hpp>

/// \file
/// Every law that applies to a subject, as a test of GoogleTest.

namespace softlaw::laws {

/// The test of one law.
class LawTest : public testing::Test {
 public:
  LawTest(const Subject& subject, std::string law, Settings settings)
      : subject_(subject), law_(std::move(law)), settings_(std::move(settings)) {}

  void TestBody() override {
    const Evidence evidence = judge(subject_, law_, settings_);
    RecordProperty("cases", std::to_string(evidence.cases));
    RecordProperty("effective", std::to_string(evidence.effective));
    RecordProperty("strain", std::to_string(evidence.strain));
    if (evidence.ulp) RecordProperty("worst_ulp", std::to_string(*evidence.ulp));
    if (!evidence.input.empty()) RecordProperty("smallest_input", evidence.input);
    if (evidence.failed()) {
      ADD_FAILURE() << evidence.report;
    } else if (evidence.verdict != Verdict::holds) {
      GTEST_SKIP() << to_string(evidence.verdict) << ": " << evidence.note;
    }
  }

 private:
  Subject subject_;
  std::string law_;
  Settings settings_;
};

/// Adds a test `SUITE.LAW` for each law that applies: call it before RUN_ALL_TESTS.  Settings come from
/// the environment too, see from_environment(): a failure shows how to judge its input again.
inline void add_tests(const std::string& suite, const Subject& subject, Settings settings = {}) {
  settings = from_environment(std::move(settings));
  if (!settings.again) {
    settings.again = [suite](const std::string& law, const std::string& input) {
      return "SOFTLAW_INPUT='" + input + "' " + program_invocation_name + " --gtest_filter='" +
             suite + "." + law + "'";
    };
  }
  for (const std::string& law : applicable_laws(subject, settings.laws)) {
    testing::RegisterTest(suite.c_str(), law.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [=]() -> testing::Test* { return new LawTest(subject, law, settings); });
  }
}

}  // namespace softlaw::laws
