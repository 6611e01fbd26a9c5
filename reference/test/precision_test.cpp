// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/interval.hpp>
#include <stdexcept>
#include <thread>

namespace softlaw::reference {
namespace {

TEST(WorkingPrecision, GuardsNestAndRestore) {
  EXPECT_EQ(WorkingPrecision::current(), 256);
  {
    const WorkingPrecision outer(100);
    {
      const WorkingPrecision inner(1000);
      EXPECT_EQ(WorkingPrecision::current(), 1000);
      EXPECT_EQ((Interval(1) / 3).lower().precision(), 1000);
    }
    EXPECT_EQ(WorkingPrecision::current(), 100);
  }
  EXPECT_EQ(WorkingPrecision::current(), 256);
}

TEST(WorkingPrecision, IsEachThreadsOwn) {
  const WorkingPrecision guard(64);
  int elsewhere = 0;
  std::thread([&] { elsewhere = WorkingPrecision::current(); }).join();
  EXPECT_EQ(elsewhere, 256);
}

TEST(WorkingPrecision, RefusesNonsense) {
  EXPECT_THROW(WorkingPrecision(1), std::domain_error);
  EXPECT_THROW(WorkingPrecision(-5), std::domain_error);
  EXPECT_THROW(WorkingPrecision((1 << 24) + 1), std::domain_error);
  EXPECT_EQ(WorkingPrecision::current(), 256);
}

}  // namespace
}  // namespace softlaw::reference
