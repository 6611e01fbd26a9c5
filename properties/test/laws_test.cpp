// SPDX-License-Identifier: Apache-2.0
// Puts every law, erratum and fault into GoogleTest's list: filters, shards and XML then work.
//
//   Statement.<law>   the law, judged on the reference itself: the statement is true
//   Exact.<law>       the correctly rounded reference as a subject, under half an ulp
//   Library.<law>     our library, under its contract
//   Witness.<law>     the law's fault breaks it, and the smallest input is found
//   Erratum.<id>      the printed statement is certainly false at the counterexample
#include <gtest/gtest.h>

#include <cstdlib>

#include "judge/trial.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

Settings settings() {
  const char* asked = std::getenv("SOFTLAW_CASES");
  Settings settings;
  settings.cases = asked ? std::strtoul(asked, nullptr, 10) : 100;
  settings.seed = 2;  // not the seed of the command: other cases are seen
  return settings;
}

std::string describe(const Evidence& evidence) {
  std::string text = to_string(evidence.verdict) + ": " + evidence.note;
  if (!evidence.counterexample) return text;
  const Counterexample& found = *evidence.counterexample;
  text += "\nsmallest: " + to_input(found.smallest) + "\nfirst: " + to_input(found.first) + "\n";
  for (const Call& call : found.calls) {
    text += call.function + "(" + call.arguments + ") = " + call.results + "\n";
  }
  return text + found.breach.relation + "\nleft " + found.breach.left + "\nright " +
         found.breach.right;
}

/// A test whose body is a function.
class FunctionTest : public testing::Test {
 public:
  explicit FunctionTest(std::function<void()> body) : body_(std::move(body)) {}
  void TestBody() override { body_(); }

 private:
  std::function<void()> body_;
};

void enrol(const char* suite, const std::string& name, std::function<void()> body) {
  testing::RegisterTest(
      suite, name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
      [body = std::move(body)]() -> testing::Test* { return new FunctionTest(body); });
}

void holds(const Law& law, const Defendant& defendant) {
  const Evidence evidence = judge(law, defendant, settings());
  testing::Test::RecordProperty("cases", static_cast<int>(evidence.cases));
  testing::Test::RecordProperty("effective", static_cast<int>(evidence.effective));
  testing::Test::RecordProperty("worst_strain", std::to_string(evidence.worst_strain));
  testing::Test::RecordProperty("worst_ulp", std::to_string(evidence.worst_ulp.value_or(0)));
  EXPECT_EQ(evidence.verdict, Verdict::holds) << describe(evidence);
  EXPECT_EQ(evidence.discards, 0u) << "the inputs are to be exact by construction";
}

void statement_holds(const Law& law) {
  const Evidence evidence = judge(law, Defendant::reference(), settings());
  EXPECT_FALSE(is_failure(evidence.verdict)) << describe(evidence);
  EXPECT_EQ(evidence.cases, settings().cases);
}

void witness_breaks(const Law& law) {
  const SubjectPointer& fault = find_fault(law.witness)->subject();
  const Evidence evidence = judge(law, Defendant::of(fault), settings());
  ASSERT_EQ(evidence.verdict, Verdict::broken) << law.witness << " is not caught";
  // the smallest input is one that this law breaks at, on its own
  Settings again = settings();
  again.input = to_input(evidence.counterexample->smallest);
  EXPECT_EQ(judge(law, Defendant::of(fault), again).verdict, Verdict::broken) << *again.input;
}

void enrol_all() {
  for (const Law* law : laws()) {
    enrol("Statement", law->id, [law] { statement_holds(*law); });
    enrol("Exact", law->id, [law] { holds(*law, Defendant::of(find_subject("exact"))); });
    enrol("Library", law->id, [law] { holds(*law, Defendant::of(find_subject("softlaw"))); });
    enrol("Witness", law->id, [law] { witness_breaks(*law); });
  }
  for (const Erratum* erratum : errata()) {
    enrol("Erratum", erratum->id, [erratum] {
      const Evidence evidence = judge(*erratum);
      EXPECT_EQ(evidence.verdict, Verdict::holds) << describe(evidence);
    });
  }
}

}  // namespace
}  // namespace softlaw::properties

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  softlaw::properties::enrol_all();
  return RUN_ALL_TESTS();
}
