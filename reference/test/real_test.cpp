// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/real.hpp>
#include <utility>

namespace softlaw::reference {
namespace {

Real third() {
  Real value(100);
  mpfr_set_ui(value.get(), 1, MPFR_RNDN);
  mpfr_div_ui(value.get(), value.get(), 3, MPFR_RNDN);
  return value;
}

TEST(Real, CopiesKeepValueAndPrecision) {
  const Real original = third();
  Real copy = original;
  EXPECT_EQ(copy.precision(), 100);
  EXPECT_TRUE(mpfr_equal_p(copy.get(), original.get()));
  mpfr_set_ui(copy.get(), 2, MPFR_RNDN);
  EXPECT_TRUE(mpfr_equal_p(original.get(), third().get())) << "a copy has limbs of its own";
}

TEST(Real, MovesHandOverTheLimbs) {
  Real original = third();
  const void* limbs = original.get()->_mpfr_d;
  const Real moved = std::move(original);
  EXPECT_EQ(moved.get()->_mpfr_d, limbs);
  EXPECT_TRUE(mpfr_equal_p(moved.get(), third().get()));
}

TEST(Real, AMovedFromRealCanBeAssignedTo) {
  Real value = third();
  const Real taken = std::move(value);
  value = taken;
  EXPECT_TRUE(mpfr_equal_p(value.get(), taken.get()));
  value = Real(7);
  EXPECT_EQ(value.precision(), 7);
  EXPECT_TRUE(mpfr_nan_p(value.get()));
}

TEST(Real, SurvivesAssignmentToItself) {
  Real value = third();
  const Real& alias = value;
  value = alias;
  EXPECT_TRUE(mpfr_equal_p(value.get(), third().get()));
}

}  // namespace
}  // namespace softlaw::reference
