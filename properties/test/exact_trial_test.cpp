// SPDX-License-Identifier: Apache-2.0
#include "exact_trial.hpp"

#include <gtest/gtest.h>

namespace softlaw::properties {
namespace {

/// The whole trial is softlaw_exact_trial: this is its beginning.
TEST(ExactSubject, IsRightAtAnyLegalInput) {
  for (const FunctionItem* function : functions()) {
    if (function->returns_integers) continue;
    for (std::uint64_t number = 0; number < 100; ++number) {
      const auto wrong = test::try_exact(*function, number);
      EXPECT_FALSE(wrong.has_value()) << *wrong << ", input " << number;
    }
  }
}

}  // namespace
}  // namespace softlaw::properties
