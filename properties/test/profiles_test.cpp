// SPDX-License-Identifier: Apache-2.0
// The algorithms of the profiles hold them, and break the next stricter one.
#include <gtest/gtest.h>

#include <algorithm>

#include "contracts/contract.hpp"
#include "judge/trial.hpp"
#include "subjects/ordinary/subjects.hpp"
#include "subjects/ordinary/sums.hpp"

namespace softlaw::properties {
namespace {

/// With the seed of the day's gate and few cases: the rest is for the command.
TEST(Profiles, AreHeldByTheirAlgorithmsInEveryOrder) {
  Settings settings;
  settings.seed = 12;
  settings.cases = 10;
  for (const SubjectPointer& subject : ordinary_subjects()) {
    const Defendant defendant = Defendant::of(subject);
    for (const Law* law : laws()) {
      const Evidence evidence = judge(*law, defendant, settings);
      EXPECT_FALSE(is_failure(evidence.verdict))
          << subject->name() << ' ' << law->id << ": "
          << (evidence.counterexample ? to_input(evidence.counterexample->smallest)
                                      : evidence.note);
    }
  }
}

Verdict verdict(const std::string& subject, const std::string& contract, const std::string& law,
                const std::string& input) {
  for (const SubjectPointer& each : ordinary_subjects()) {
    if (each->name() != subject) continue;
    Settings settings;
    settings.input = input;
    return judge(*find_law(law), Defendant::of(each, Contract::read(contract)), settings).verdict;
  }
  throw std::invalid_argument(subject);
}

TEST(Profiles, TheTextbookIsNotCareful) {
  for (const auto& [order, name] : orders) {
    const std::string suffix = order == Order::in_order ? "" : std::string("/") + name;
    const std::string input = "binary64; 0,-0x1p+5";
    EXPECT_EQ(verdict("textbook" + suffix, "careful-online", "agreement.logsumexp", input),
              Verdict::broken)
        << name;
    EXPECT_EQ(verdict("careful" + suffix, "careful-online", "agreement.logsumexp", input),
              Verdict::holds)
        << name;
  }
}

/// The largest entry, as many entries 1 below it as there are lanes, and for each lane two hundred of
/// which one alone is less than half an ulp of what stands there already.
std::string long_tail(int lanes, bool reversed) {
  std::vector<std::string> entries{"0"};
  for (int i = 0; i < lanes; ++i) entries.emplace_back("-1");
  for (int i = 0; i < 200 * lanes; ++i) entries.emplace_back("-38.5");
  if (reversed) std::ranges::reverse(entries);
  std::string input = "binary64; ";
  for (std::size_t i = 0; i < entries.size(); ++i) input += (i == 0 ? "" : ",") + entries[i];
  return input;
}

/// Pairwise sums are left out: their roundings grow with the logarithm of the length, and reach this bound
/// at no length that a machine has.
TEST(Profiles, CarefulSumsAreNotCompensated) {
  const std::tuple<const char*, int, bool> tails[] = {
      {"", 1, false},         {"/reversed", 1, true},   {"/4-lanes", 4, false},
      {"/8-lanes", 8, false}, {"/16-lanes", 16, false}, {"/online", 1, false}};
  for (const auto& [order, lanes, reversed] : tails) {
    const std::string input = long_tail(lanes, reversed);
    EXPECT_EQ(verdict(std::string("careful") + order, "compensated", "agreement.excess", input),
              Verdict::broken)
        << order;
    EXPECT_EQ(verdict("compensated", "compensated", "agreement.excess", input), Verdict::holds)
        << order;
  }
}

TEST(Profiles, CompensatedIsNotFaithful) {
  EXPECT_EQ(verdict("compensated", "faithful", "agreement.softmax", "binary64; 0,0x1.4p+2"),
            Verdict::broken);
}

}  // namespace
}  // namespace softlaw::properties
