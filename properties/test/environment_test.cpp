// SPDX-License-Identifier: Apache-2.0
#include "process/environment.hpp"

#include <gtest/gtest.h>

namespace softlaw::properties {
namespace {

TEST(Environment, AChangedRoundingModeIsNamedAndTakenBack) {
  {
    const EnvironmentGuard guard;
    EXPECT_EQ(guard.change(), "");
    std::fesetround(FE_UPWARD);
    EXPECT_EQ(guard.change(), "rounds upward");
  }
  EXPECT_EQ(std::fegetround(), FE_TONEAREST);
}

#if defined(__SSE2__)
TEST(Environment, FlushToZeroIsNamedAndTakenBack) {
  const volatile double least = 0x1p-1022;
  {
    const EnvironmentGuard guard;
    __builtin_ia32_ldmxcsr(__builtin_ia32_stmxcsr() | 0x8040u);
    EXPECT_EQ(guard.change(), "flushes subnormal numbers to zero");
  }
  EXPECT_GT(least / 2, 0);
}
#endif

}  // namespace
}  // namespace softlaw::properties
