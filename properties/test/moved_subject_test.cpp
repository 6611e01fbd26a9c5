// SPDX-License-Identifier: Apache-2.0
#include "subjects/moved_subject.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "families/coding/functions.hpp"
#include "families/pair/functions.hpp"
#include "judge/resolution.hpp"
#include "subjects/catalogue.hpp"

namespace softlaw::properties {
namespace {

const SubjectPointer& ours() { return built_in_subjects().front(); }

double softplus_of(const Subject& subject, double t) {
  return std::get<std::vector<double>>(subject.answer(softplus, {t}, Format::binary64)).front();
}

TEST(Moved, ByUlpOfTheFormat) {
  EXPECT_EQ(moved(1, 3, Format::binary64), 1 + 3 * 0x1p-52);
  EXPECT_EQ(moved(1, 3, Format::binary32), 1 + 3 * 0x1p-23);
  EXPECT_EQ(moved(-1, -3, Format::binary64), -1 - 3 * 0x1p-52);
  EXPECT_EQ(moved(0, 2, Format::binary64), 0x1p-1073);
  constexpr double largest = std::numeric_limits<double>::max();
  EXPECT_LT(moved(largest, 1, Format::binary64), largest) << "there is none above";
  EXPECT_EQ(moved(infinity, 5, Format::binary64), infinity);
}

TEST(MovedSubject, MovesOneFunctionUpAndDown) {
  const MovedSubject moved(ours(), softplus, 4);
  int up = 0, down = 0;
  for (double t = -3; t < 3; t += 0.25) {
    const double there = softplus_of(moved, t), right = softplus_of(*ours(), t);
    ++(there > right ? up : down);
    EXPECT_NE(there, right);
  }
  EXPECT_GT(up, 4);
  EXPECT_GT(down, 4);
  EXPECT_EQ(moved.answer(logistic, {1.0}, Format::binary64),
            ours()->answer(logistic, {1.0}, Format::binary64));
}

/// Our contract allows about half an ulp: two ulp are always beyond it.
TEST(Resolution, OfAgreementIsTwoUlpForEveryFunction) {
  const Defendant defendant = Defendant::of(ours());
  for (const FunctionItem* function : functions()) {
    const Law& law = *find_law("agreement." + law_name(*function));
    const auto k = resolution(law, *function, defendant, 1, 400);
    EXPECT_TRUE(k && *k <= 2) << function->name;
  }
}

TEST(Resolution, IsNothingWhereALawDoesNotLook) {
  EXPECT_FALSE(resolution(*find_law("agreement.softplus"), logistic, Defendant::of(ours()), 1, 20));
}

}  // namespace
}  // namespace softlaw::properties
