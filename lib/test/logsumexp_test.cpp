// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/softlaw.hpp>
TEST(LogSumExp, OfTwoZerosIsLogTwo) {
  const double x[] = {0, 0};
  EXPECT_EQ(softlaw::logsumexp(x), 0x1.62e42fefa39efp-1);
}
