// SPDX-License-Identifier: Apache-2.0
// The laws as a library: functions given one by one, in the process that judges them.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <softlaw/laws.hpp>
#include <softlaw/softlaw.hpp>
#include <thread>

namespace softlaw::laws {
namespace {

using Numbers = std::span<const double>;

const Settings few{.cases = 60, .processes = 1};

double sum_of_exponentials(Numbers x) {
  double sum = 0;
  for (double entry : x) sum += std::exp(entry);
  return std::log(sum);
}

Subject ours() {
  Subject subject("ours", "0.5001ulp+0.00390625cond");
  subject.has("logsumexp", [](Numbers x) { return softlaw::logsumexp(x); });
  return subject;
}

std::string refusal(const std::function<void()>& action) {
  try {
    action();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "nothing was refused";
}

TEST(InProcess, ARightFunctionIsGreen) {
  const Judgement run = verify(ours(), few);
  EXPECT_GT(run.laws.size(), 10u);
  EXPECT_TRUE(run.green()) << run.report;
  EXPECT_TRUE(run.json.starts_with("{")) << run.json;
}

TEST(InProcess, AWrongOneIsNotAndTheReportSaysWhere) {
  Subject subject("naive", "4ulp");
  subject.has("logsumexp", sum_of_exponentials);
  const Evidence evidence = judge(subject, "agreement.logsumexp", few);
  EXPECT_EQ(evidence.verdict, Verdict::broken);
  EXPECT_NE(evidence.report.find("returned  logsumexp("), std::string::npos) << evidence.report;
  EXPECT_NE(evidence.report.find("{.input = \"" + evidence.input + "\"}"), std::string::npos);
  Settings again = few;
  again.input = evidence.input;
  EXPECT_EQ(judge(subject, "agreement.logsumexp", again).cases, 1u);
  EXPECT_FALSE(verify(subject, few).green());
}

TEST(InProcess, OnlyLawsWhoseFunctionsAreThereApply) {
  const auto laws = applicable_laws(ours());
  EXPECT_NE(std::ranges::find(laws, "bounds.above-max"), laws.end());
  EXPECT_EQ(std::ranges::find(laws, "softmax.gradient"), laws.end()) << "it asks for softmax";
}

TEST(InProcess, ResultsAreReturnedOrWritten) {
  Subject subject("ours", "correctly-rounded");
  subject.has("softmax", [](Numbers x, std::span<double> p) { softlaw::softmax(x, p); });
  subject.has("log_softmax", [](const std::vector<float>& x) {
    std::vector<float> result(x.size());
    softlaw::log_softmax(std::span<const float>(x), result);
    return result;
  });
  for (const char* law : {"agreement.softmax", "agreement.log-softmax"}) {
    const Evidence evidence = judge(subject, law, few);
    EXPECT_EQ(evidence.verdict, Verdict::holds) << evidence.report;
  }
}

TEST(InProcess, EveryKindOfParameterArrives) {
  Subject subject("ours", "0.5001ulp+0.00390625cond");
  subject.has("logsumexp_scaled",
              [](Numbers x, double lambda) { return softlaw::logsumexp(x, lambda); });
  subject.has("softmax_rows", [](Numbers x, std::size_t columns, double T, std::span<double> out) {
    for (std::size_t row = 0; row < x.size(); row += columns) {
      softlaw::softmax(x.subspan(row, columns), T, out.subspan(row, columns));
    }
  });
  subject.has("softmax_derivative",
              [](Numbers x, std::span<const Numbers> h, std::span<double> out) {
                softlaw::softmax_derivative(x, h, out);
              });
  subject.has("digit_count", [](std::uint64_t states, std::uint32_t radix) {
    return softlaw::digit_count(states, radix);
  });
  for (const char* law : {"agreement.logsumexp-scaled", "agreement.softmax-rows",
                          "agreement.softmax-derivative", "agreement.digit-count"}) {
    const Evidence evidence = judge(subject, law, few);
    EXPECT_EQ(evidence.verdict, Verdict::holds) << evidence.report;
    EXPECT_GT(evidence.effective, 0u) << law;
  }
}

TEST(InProcess, WrongFunctionsAreRefused) {
  Subject subject("wrong", "4ulp");
  EXPECT_EQ(refusal([&] { subject.has("lse", sum_of_exponentials); }),
            "there is no function 'lse': softlaw list --functions names them");
  EXPECT_EQ(refusal([&] { subject.has("softplus", sum_of_exponentials); }),
            "softplus takes t: a number, and has real results; the function given takes a vector, "
            "and has real results");
  EXPECT_NE(refusal([] { Subject("wrong", "4 apples"); }), "nothing was refused");
  EXPECT_NE(refusal([] { judge(ours(), "no.law"); }), "nothing was refused");
  EXPECT_NE(refusal([] { judge(ours(), "agreement.logsumexp", {.input = "binary64; 1; 2"}); }),
            "nothing was refused");
}

TEST(InProcess, AnExceptionAWrongCountAndATrespassAreFindings) {
  const auto note = [](auto softmax) {
    Subject subject("bad", "4ulp");
    subject.has("softmax", softmax);
    return judge(subject, "agreement.softmax", few).report;
  };
  EXPECT_NE(note([](Numbers) -> std::vector<double> {
              throw std::runtime_error("no luck");
            }).find("no luck"),
            std::string::npos);
  EXPECT_NE(note([](Numbers) { return std::vector<double>(1000); }).find("returned 1000 results"),
            std::string::npos);
  EXPECT_NE(note([](Numbers x, std::span<double>) {
              if (!x.empty()) const_cast<double&>(x[0]) = 7;
            }).find("wrote to an argument"),
            std::string::npos);
}

TEST(InProcess, ACrashAndAHangAreFindingsWithTheirInput) {
  Subject crashes("crashes", "4ulp"), hangs("hangs", "4ulp");
  crashes.has("softplus",
              [](double t) { return t > 3 ? raise(SIGSEGV) : std::log1p(std::exp(t)); });
  hangs.has("softplus", [](double t) {
    while (t > 3) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return std::log1p(std::exp(t));
  });
  const Evidence crash = judge(crashes, "agreement.softplus", few);
  EXPECT_EQ(crash.verdict, Verdict::crashed);
  EXPECT_FALSE(crash.input.empty());
  const Evidence hang =
      judge(hangs, "agreement.softplus", {.cases = 60, .seconds_for_a_case = 0.5});
  EXPECT_EQ(hang.verdict, Verdict::hung);
  EXPECT_FALSE(hang.input.empty());
}

TEST(InProcess, NothingIsForkedIfItIsNotToBe) {
  int calls = 0;
  Subject subject("counted", "4ulp");
  subject.has("softplus", [&calls](double t) { return ++calls, softlaw::softplus(t); });
  judge(subject, "agreement.softplus", {.cases = 10, .isolated = false});
  EXPECT_GE(calls, 10);
}

TEST(InProcess, TheEnvironmentSetsWhatTheProgramDoesNot) {
  setenv("SOFTLAW_CASES", "17", 1);
  setenv("SOFTLAW_IN_PROCESS", "1", 1);
  const Settings settings = from_environment();
  EXPECT_EQ(settings.cases, 17u);
  EXPECT_FALSE(settings.isolated);
  setenv("SOFTLAW_CASES", "many", 1);
  EXPECT_EQ(refusal([] { from_environment(); }), "SOFTLAW_CASES='many' is not a whole number");
  unsetenv("SOFTLAW_CASES");
  unsetenv("SOFTLAW_IN_PROCESS");
}

}  // namespace
}  // namespace softlaw::laws
