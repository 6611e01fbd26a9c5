// SPDX-License-Identifier: Apache-2.0
#include "judge/gate.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "subjects/catalogue.hpp"
#include "subjects/table_subject.hpp"

namespace softlaw::properties {
namespace {

/// Aborts on a vector of three entries or more.
template <class Real>
Real crashing(const Real* x, std::size_t n) {
  if (n >= 3) std::abort();
  return ours<Real>().logsumexp(x, n);
}

/// Never returns from such a one.
template <class Real>
Real hanging(const Real* x, std::size_t n) {
  if (n >= 3) {
    for (;;) pause();
  }
  return ours<Real>().logsumexp(x, n);
}

/// Throws on such a one.
template <class Real>
Real throwing(const Real* x, std::size_t n) {
  if (n >= 3) throw std::runtime_error("too long for me");
  return ours<Real>().logsumexp(x, n);
}

/// Another answer now and then.
template <class Real>
Real moody(const Real* x, std::size_t n) {
  static int calls = 0;
  return ++calls % 9 == 0 ? std::numeric_limits<Real>::quiet_NaN() : ours<Real>().logsumexp(x, n);
}

void wrong_softmax(const double* x, std::size_t n, double* out) {
  ours<double>().softmax(x, n, out);
  if (n > 4) out[4] = x[4];
}

/// Our library with something changed.
template <class Change>
SubjectPointer changed(Change change) {
  Tables tables = our_tables();
  change(tables);
  return std::make_shared<TableSubject>("changed", Contract::read(our_contract), tables);
}

template <class Replace>
SubjectPointer replaced(Replace replace) {
  return changed([=](Tables& tables) { tables.for_each_format(replace); });
}

std::vector<Evidence> run(const SubjectPointer& subject, std::size_t workers) {
  const std::vector<const Law*> some_laws{find_law("translation.logsumexp"),
                                          find_law("translation.softmax")};
  GateSettings settings;
  settings.each.cases = 40;
  settings.workers = workers;
  settings.seconds_for_a_case = 1;
  return run_gate(some_laws, Defendant::of(subject), settings);
}

TEST(Gate, ACrashIsAFindingAndTheRestGoesOn) {
  const auto evidence = run(replaced([](auto& table) { table.logsumexp = crashing; }), 2);
  ASSERT_EQ(evidence[0].verdict, Verdict::crashed);
  EXPECT_NE(evidence[0].note.find("signal"), std::string::npos);
  EXPECT_GE(std::get<Vector>(evidence[0].counterexample->smallest.arguments[0]).size(), 3u);
  EXPECT_EQ(evidence[1].verdict, Verdict::holds);
  EXPECT_EQ(evidence[1].cases, 40u);
}

TEST(Gate, AHangIsAFindingAndTheRestGoesOn) {
  const auto evidence = run(replaced([](auto& table) { table.logsumexp = hanging; }), 2);
  ASSERT_EQ(evidence[0].verdict, Verdict::hung);
  EXPECT_GE(std::get<Vector>(evidence[0].counterexample->smallest.arguments[0]).size(), 3u);
  EXPECT_EQ(evidence[1].verdict, Verdict::holds);
}

TEST(Gate, WhatIsThrownBreaksTheLaw) {
  const auto evidence = run(replaced([](auto& table) { table.logsumexp = throwing; }), 1);
  ASSERT_EQ(evidence[0].verdict, Verdict::broken);
  EXPECT_NE(evidence[0].counterexample->breach.relation.find("too long for me"), std::string::npos);
  EXPECT_EQ(std::get<Vector>(evidence[0].counterexample->smallest.arguments[0]).size(), 3u);
  EXPECT_EQ(evidence[1].verdict, Verdict::holds);
}

TEST(Gate, AFormatWithoutTheFunctionDoesNotHideTheOther) {
  const auto evidence = run(changed([](Tables& tables) {
                              tables.binary64.softmax = wrong_softmax;
                              tables.binary32.softmax = nullptr;
                            }),
                            1);
  EXPECT_EQ(evidence[1].verdict, Verdict::broken);
  EXPECT_EQ(evidence[0].verdict, Verdict::holds);
}

TEST(Gate, AnAnswerThatDoesNotComeAgainIsFlaky) {
  const auto evidence = run(replaced([](auto& table) { table.logsumexp = moody; }), 1);
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
  const SubjectPointer library = find_subject("softlaw");
  EXPECT_EQ(without_times(run(library, 1)), without_times(run(library, 2)));
}

}  // namespace
}  // namespace softlaw::properties
