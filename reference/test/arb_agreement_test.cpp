// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "arb_formulas.hpp"

/// \file
/// The reference against Arb, which shares no code with it but MPFR's: the formulas of the sources
/// as printed. Both enclose the exact value, so that they must meet.

namespace softlaw::reference::test {
namespace {

class ArbAgreement : public testing::TestWithParam<std::size_t> {
 protected:
  /// Compares at precisions drawn at random.
  void compare(const Arguments& arguments) {
    const Function& function = family[GetParam()];
    const WorkingPrecision guard(std::to_array({53, 128, 256, 500})[inputs_.below(4)]);
    Ball::bits() = std::to_array<slong>({64, 150, 333, 600})[inputs_.below(4)];
    const Vector ours = function.evaluate(arguments);
    const Balls theirs = formulas[GetParam()](arguments);
    ASSERT_EQ(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
      const Interval ball = theirs[i].interval();
      EXPECT_TRUE(meets(ours[i], ball))
          << function.name << ": " << to_string(ours[i]) << " misses " << to_string(ball);
      ++compared_;
      effective_ += tells(ours[i]) && tells(ball);
    }
  }

  Inputs inputs_{100 + GetParam()};
  int compared_ = 0;
  int effective_ = 0;  ///< Comparisons of two narrow enclosures.

 private:
  static bool tells(const Interval& a) {
    return a.is_bounded() && certainly_less_equal(width(a), ldexp(abs(a), -20));
  }
};

/// The rest are wide by rights: zeros that cancel, and underflow beyond MPFR's exponents.
TEST_P(ArbAgreement, EnclosuresOfRandomInputsMeetArbsBalls) {
  for (int run = 0; run < 6000; ++run) compare(Arguments(inputs_));
  EXPECT_GT(4 * effective_, 3 * compared_);
}

/// Most derivatives at these are nearly 0, so that the balls cancel at the lower precisions.
TEST_P(ArbAgreement, EnclosuresOfSpecialInputsMeetArbsBalls) {
  for (const double a : special_values) {
    compare(Arguments({a}, inputs_));
    for (const double b : special_values) {
      compare(Arguments({a, b}, inputs_));
      compare(Arguments({a, b, special_values[inputs_.below(special_values.size())]}, inputs_));
    }
  }
  EXPECT_GT(3 * effective_, compared_);
}

INSTANTIATE_TEST_SUITE_P(Family, ArbAgreement, testing::Range(std::size_t{0}, std::size(family)),
                         [](const testing::TestParamInfo<std::size_t>& function) {
                           std::string name = family[function.param].name;
                           std::ranges::replace(name, ' ', '_');
                           return name;
                         });

}  // namespace
}  // namespace softlaw::reference::test
