// SPDX-License-Identifier: Apache-2.0
#include "kernel/decay.hpp"

#include "../support.hpp"

namespace softlaw::kernel {
namespace {

double relative(const Scaled& a, const Scaled& b) { return std::abs(approximate((a - b) / b)); }

TEST(KernelDecay, GoesOnWhereTheExponentialEnds) {
  // e^-10000 = (e^-2500)^4
  const Scaled quarter = decay({2500, 0});
  EXPECT_LT(relative(decay({10000, 0}), quarter * quarter * quarter * quarter), 0x1p-66);
  const Scaled whole = decay({1e6, 0});
  EXPECT_LT(relative(decay({2e6, 0}), whole * whole), 0x1p-66);
  EXPECT_TRUE(is_zero(decay({0x1p25, 0})));
}

}  // namespace
}  // namespace softlaw::kernel
