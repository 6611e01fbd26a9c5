// SPDX-License-Identifier: Apache-2.0
#include "function/recent.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace softlaw::properties {
namespace {

const FunctionInfo& one_function() { return info(Function::logsumexp); }
const FunctionInfo& another() { return info(Function::softmin); }

/// Asks for results that say which computation they are from.
struct Asked {
  double operator()(const FunctionInfo& function, double argument) {
    return midpoint_double(
        recent.of(function, {Vector{argument}}, [&] { return Intervals{Interval(++computations)}; })
            .front());
  }
  Recent recent;
  double computations = 0;
};

TEST(Recent, ComputesOnce) {
  Asked asked;
  EXPECT_EQ(asked(one_function(), 1), 1);
  EXPECT_EQ(asked(one_function(), 1), 1);
  EXPECT_EQ(asked(one_function(), 2), 2);
  EXPECT_EQ(asked(another(), 1), 3);
  EXPECT_EQ(asked(one_function(), 1), 1);
}

TEST(Recent, ForgetsWhatIsOld) {
  Asked asked;
  for (int k = 1; k <= 100; ++k) EXPECT_EQ(asked(one_function(), k), k);
  EXPECT_EQ(asked(one_function(), 100), 100);
  EXPECT_EQ(asked(one_function(), 1), 101);
}

TEST(Recent, KeepsNothingOfWhatThrew) {
  Recent recent;
  const Arguments x{Vector{1}};
  const auto refuse = []() -> Intervals { throw std::domain_error("no"); };
  EXPECT_THROW(recent.of(one_function(), x, refuse), std::domain_error);
  EXPECT_THROW(recent.of(one_function(), x, refuse), std::domain_error);
}

}  // namespace
}  // namespace softlaw::properties
