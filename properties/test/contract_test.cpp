// SPDX-License-Identifier: Apache-2.0
#include "contracts/contract.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <softlaw/reference/precision.hpp>

#include "families/lattice/functions.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "function/exact_values.hpp"
#include "judge/evaluator.hpp"
#include "subjects/reference_subject.hpp"

namespace softlaw::properties {
namespace {

Interval allowed(const char* contract, double returned, const Vector& x) {
  ExactValues exact;
  return Contract::read(contract)
      .allow({returned}, logsumexp, {x}, Format::binary64, exact)
      .front();
}

TEST(Contract, ReadsWhatItWrites) {
  for (const char* text :
       {"0.5ulp", "4ulp", "1ulp+0.00390625cond", "1000000ulp", "correctly-rounded"}) {
    EXPECT_EQ(Contract::read(text).text(), text);
  }
}

TEST(Contract, RefusesWhatIsNone) {
  for (const char* text : {"", "4", "ulp", "-1ulp", "0.4ulp", "4ulps", "4ulp+", "4ulp+1", "nanulp",
                           "infulp", "1ulp+1cond+1cond"}) {
    EXPECT_THROW(Contract::read(text), std::invalid_argument) << text;
  }
}

TEST(Contract, HalfAnUlpReachesTheMidpointsToTheNeighbours) {
  const Interval around = allowed("0.5ulp", 3, {3});
  EXPECT_TRUE(around.contains(3.0));
  EXPECT_TRUE(meets(around, Interval(3) + Interval(0x1p-52)));
  EXPECT_FALSE(meets(around, Interval(3) + Interval(0x1.0000000001p-52)));
}

/// Of the two neighbours of a midpoint half an ulp allows both, rounding one.
TEST(Contract, CorrectlyRoundedIsJudgedByTheRoundingItself) {
  class Neighbour : public ReferenceSubject {
   public:
    Answer answer(const FunctionItem&, const Arguments&, const Format&) const override {
      return std::vector<double>{-0.0, -2048};
    }
  };
  const Neighbour other_side;
  const ReferenceSubject right;
  const Arguments arguments{Vector{2048, -0x1p-42}};
  ExactValues exact;
  const auto is_broken = [&](const Subject& subject, const char* text) {
    const Contract contract = Contract::read(text);
    return SubjectEvaluator(subject, contract, Format::binary64, exact)
        .agrees_at(log_softmax, arguments)
        .broken();
  };
  EXPECT_FALSE(is_broken(other_side, "0.5ulp"));
  EXPECT_TRUE(is_broken(other_side, "correctly-rounded"));
  EXPECT_FALSE(is_broken(right, "correctly-rounded"));
}

TEST(Contract, TheConditionWidensWhereTheProblemIsHard) {
  // log-sum-exp of two equal numbers: H = log 2, whatever the result
  const double x = -0.6931471805599453;
  const Interval plain = allowed("1ulp", 0, {x, x});
  const Interval wide = allowed("1ulp+1cond", 0, {x, x});
  EXPECT_FALSE(plain.contains(0x1p-54));
  EXPECT_TRUE(wide.contains(0x1p-54));
  EXPECT_FALSE(wide.contains(0x1p-53));
}

TEST(Contract, TheScaleIsSharpHoweverMuchOfItCancels) {
  // cumulants of order 40 of a short lattice: at 64 bits nothing of them is left
  const double length = 300, alpha = 0x1p-10 / (length * length);
  const Arguments arguments{length, 1.0, alpha, std::int64_t{40}};
  const FunctionItem& function = lattice_softmin_derivative;
  ExactValues exact;
  const Interval wide = Contract::read("0.5ulp+1cond")
                            .allow({0}, function, arguments, Format::binary64, exact)
                            .front();
  const reference::WorkingPrecision enough(4096);
  const Interval scale = function.scale(arguments).front();
  EXPECT_TRUE(wide.contains(ldexp(scale, -53)));
  EXPECT_FALSE(meets(wide, ldexp(scale, -51) + Interval::power_of_two(-1074)));
}

TEST(Contract, NaNStandsForNothing) {
  EXPECT_TRUE(allowed("4ulp", std::numeric_limits<double>::quiet_NaN(), {1}).is_empty());
}

}  // namespace
}  // namespace softlaw::properties
