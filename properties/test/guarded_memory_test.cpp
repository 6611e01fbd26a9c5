// SPDX-License-Identifier: Apache-2.0
#include "function/guarded_memory.hpp"

#include <gtest/gtest.h>

#include <cstdint>

namespace softlaw::properties {
namespace {

TEST(GuardedMemory, HoldsItsNumbersAndNoMore) {
  for (std::size_t n : {0u, 1u, 7u, 4096u, 100000u}) {
    const GuardedArray<double> array(n, 2.5);
    EXPECT_TRUE(array.is_intact());
    for (double entry : array) EXPECT_EQ(entry, 2.5);
    const volatile double* past = array.end();
    EXPECT_DEATH(static_cast<void>(*past), "") << n;
  }
}

TEST(GuardedMemory, SeesAWriteBeforeTheStart) {
  const GuardedArray<float> array(3, 0);
  *(array.data() - 1) = 1;
  EXPECT_FALSE(array.is_intact());
}

TEST(GuardedMemory, StartsAtEveryMultipleOfAFloat) {
  std::uintptr_t seen = 0;
  for (std::size_t n = 0; n < 16; ++n) {
    const GuardedArray<float> array(n, 0);
    seen |= std::uintptr_t{1} << (reinterpret_cast<std::uintptr_t>(array.data()) / 4 % 16);
  }
  EXPECT_EQ(seen, 0xffffu);
}

}  // namespace
}  // namespace softlaw::properties
