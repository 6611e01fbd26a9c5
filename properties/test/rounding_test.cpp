// SPDX-License-Identifier: Apache-2.0
// The theorems on the textbook's algorithms: the C library's exp and log under the contract of half
// an ulp, which allows nothing, must keep the bounds and invariants that the family rounding states.
#include <gtest/gtest.h>

#include "judge/trial.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

Verdict verdict(const std::string& law, const SubjectPointer& subject, std::size_t cases) {
  static const Contract contract = Contract::read("0.5ulp with in-range, ordered, ties");
  Settings settings;
  settings.cases = cases;
  return judge(*find_law(law), Defendant::of(subject, contract), settings).verdict;
}

TEST(Rounding, TheTextbookKeepsItsBounds) {
  for (const char* law : {"rounding.shifted", "rounding.softmax", "rounding.log-softmax"}) {
    EXPECT_EQ(verdict(law, find_subject("libm"), 2000), Verdict::holds) << law;
  }
}

TEST(Rounding, TheFormulaAsWrittenKeepsItsBoundWithinTheRangeOfExp) {
  EXPECT_EQ(verdict("rounding.unshifted", find_fault("no-shift")->subject(), 2000), Verdict::holds);
}

TEST(Rounding, TheTextbookKeepsTheInvariantsOfFloats) {
  for (const char* law : {"rounding.floor", "rounding.unit-interval", "rounding.order"}) {
    EXPECT_EQ(verdict(law, find_subject("libm"), 2000), Verdict::holds) << law;
  }
}

TEST(Rounding, TheTextbookIsNotCorrectlyRounded) {
  EXPECT_EQ(verdict("agreement.logsumexp", find_subject("libm"), 2000), Verdict::broken);
}

TEST(Rounding, AnotherBaseFallsBelowTheMaximum) {
  EXPECT_EQ(verdict("rounding.floor", find_fault("logsumexp-in-base-two")->subject(), 2000),
            Verdict::broken);
}

}  // namespace
}  // namespace softlaw::properties
