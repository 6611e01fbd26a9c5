// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/constants.hpp>
#include <stdexcept>

namespace softlaw::reference {
namespace {

TEST(Text, PrintsOneNumberWhenTheEndsAgree) {
  EXPECT_EQ(to_string(0.5), "0.5");
  EXPECT_EQ(to_string(-0.0), "0");
  EXPECT_EQ(to_string(Interval(1) - 1), "0");  // -0 when rounded down
  EXPECT_EQ(to_string(pi(), 20), "3.1415926535897932385");
  EXPECT_EQ(to_string(Interval(1) / 3, 5), "0.33333");
}

TEST(Text, PrintsBothEndsRoundedOutwardWhenTheyDiffer) {
  const WorkingPrecision coarse(10);
  EXPECT_EQ(to_string(Interval::between(1, 2)), "[1, 2]");
  EXPECT_EQ(to_string(Interval(1) / 3, 10), "[0.3330078125, 0.3334960938]");
  EXPECT_EQ(to_string(Interval::between(-2, Interval(1) / 3), 4), "[-2, 0.3335]");
}

TEST(Text, NamesTheExtremes) {
  EXPECT_EQ(to_string(Interval::empty()), "empty");
  EXPECT_EQ(to_string(Interval::whole()), "[-inf, inf]");
  EXPECT_EQ(to_string(1 / Interval(0x1p-1074), 3), "2.02e+323");
}

TEST(Text, DecimalRoundsToNearest) {
  EXPECT_EQ(decimal(Interval(2.0 / 3).lower(), 4), "0.6667");
  EXPECT_THROW(decimal(Interval(1).lower(), 0), std::domain_error);
  EXPECT_THROW(to_string(1, -3), std::domain_error);
}

}  // namespace
}  // namespace softlaw::reference
