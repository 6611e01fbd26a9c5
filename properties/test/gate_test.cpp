// SPDX-License-Identifier: Apache-2.0
#include "judge/gate.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "subjects/ours.hpp"
#include "subjects/table.hpp"

namespace softlaw::properties {
namespace {

/// Aborts on a vector of three entries or more.
template <class Real>
struct Crashing : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    if (n >= 3) std::abort();
    return Ours<Real>::logsumexp(x, n);
  }
};

/// Never returns from such a one.
template <class Real>
struct Hanging : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    if (n >= 3) {
      for (;;) pause();
    }
    return Ours<Real>::logsumexp(x, n);
  }
};

/// Throws on such a one.
template <class Real>
struct Throwing : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    if (n >= 3) throw std::runtime_error("too long for me");
    return Ours<Real>::logsumexp(x, n);
  }
};

/// Has softmax in binary64 alone, and a wrong one.
template <class Real>
struct Half {
  static Real logsumexp(const Real* x, std::size_t n) { return Ours<Real>::logsumexp(x, n); }
};
template <>
struct Half<double> : Ours<double> {
  static void softmax(const double* x, std::size_t n, double* out) {
    Ours<double>::softmax(x, n, out);
    if (n > 4) out[4] = x[4];
  }
};

/// Another answer each time.
template <class Real>
struct Moody : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    static int calls = 0;
    return Ours<Real>::logsumexp(x, n) + (++calls == 9 ? Real(1) : Real(0));
  }
};

const std::vector<const Law*> some_laws{find_law("translation.logsumexp"),
                                        find_law("translation.softmax")};

std::vector<Evidence> run(const softlaw_subject& table, std::size_t workers) {
  GateSettings settings;
  settings.each.cases = 40;
  settings.workers = workers;
  settings.seconds_for_a_case = 1;
  return run_gate(some_laws, Defendant::of(Subject(table)), settings);
}

TEST(Gate, ACrashIsAFindingAndTheRestGoesOn) {
  const auto evidence = run(make_subject<Crashing, OurCoding>("crashing", our_contract), 2);
  ASSERT_EQ(evidence[0].verdict, Verdict::crashed);
  EXPECT_NE(evidence[0].note.find("signal"), std::string::npos);
  EXPECT_GE(std::get<Vector>(evidence[0].counterexample->smallest.arguments[0]).size(), 3u);
  EXPECT_EQ(evidence[1].verdict, Verdict::holds);
  EXPECT_EQ(evidence[1].cases, 40u);
}

TEST(Gate, AHangIsAFindingAndTheRestGoesOn) {
  const auto evidence = run(make_subject<Hanging, OurCoding>("hanging", our_contract), 2);
  ASSERT_EQ(evidence[0].verdict, Verdict::hung);
  EXPECT_GE(std::get<Vector>(evidence[0].counterexample->smallest.arguments[0]).size(), 3u);
  EXPECT_EQ(evidence[1].verdict, Verdict::holds);
}

TEST(Gate, WhatIsThrownBreaksTheLaw) {
  const auto evidence = run(make_subject<Throwing, OurCoding>("throwing", our_contract), 1);
  ASSERT_EQ(evidence[0].verdict, Verdict::broken);
  EXPECT_NE(evidence[0].counterexample->breach.relation.find("too long for me"), std::string::npos);
  EXPECT_EQ(std::get<Vector>(evidence[0].counterexample->smallest.arguments[0]).size(), 3u);
  EXPECT_EQ(evidence[1].verdict, Verdict::holds);
}

TEST(Gate, AFormatWithoutTheFunctionDoesNotHideTheOther) {
  const auto evidence = run(make_subject<Half>("half", our_contract), 1);
  EXPECT_EQ(evidence[1].verdict, Verdict::broken);
  EXPECT_EQ(evidence[0].verdict, Verdict::holds);
}

TEST(Gate, AnAnswerThatDoesNotComeAgainIsFlaky) {
  const auto evidence = run(make_subject<Moody, OurCoding>("moody", our_contract), 1);
  EXPECT_EQ(evidence[0].verdict, Verdict::flaky);
}

TEST(Gate, EvidenceDoesNotDependOnTheNumberOfProcesses) {
  const auto without_times = [](std::vector<Evidence> all) {
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (Evidence& evidence : all) {
      evidence.seconds = 0;
      json.push_back(evidence);
    }
    return json.dump();
  };
  const softlaw_subject& ours = make_subject<Ours, OurCoding>("softlaw", our_contract);
  EXPECT_EQ(without_times(run(ours, 1)), without_times(run(ours, 2)));
}

}  // namespace
}  // namespace softlaw::properties
