// SPDX-License-Identifier: Apache-2.0
#include "subjects/moved_subject.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <map>

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

/// The bar for every law: 2^10 ulp in one of its functions.  One that says why not must not clear it.
TEST(Resolution, OfEveryLawIsFine) {
  const Defendant defendant = Defendant::of(ours());
  std::size_t excused = 0;
  for (const Law* law : laws()) {
    double best = infinity;
    for (const std::string& name : functions_used(*law)) {
      const auto k = resolution(*law, *find_function(name), defendant, 1, 400);
      best = std::min(best, k.value_or(infinity));
    }
    EXPECT_EQ(best <= 0x1p10, law->unresolved.empty()) << law->id << " sees " << best << " ulp";
    if (!law->unresolved.empty()) ++excused;
  }
  EXPECT_LE(excused, 16u);
}

/// Beside agreement, some law that relates outputs to each other sees 64 ulp of every real function.
TEST(Resolution, OfEveryFunctionByARelation) {
  const Defendant defendant = Defendant::of(ours());
  std::map<std::string, double> best;
  for (const Law* law : laws()) {
    if (family(law->id) == "agreement" || family(law->id) == "special") continue;
    for (const std::string& name : functions_used(*law)) {
      const auto k = resolution(*law, *find_function(name), defendant, 1, 400);
      double& kept = best.try_emplace(name, infinity).first->second;
      kept = std::min(kept, k.value_or(infinity));
    }
  }
  for (const FunctionItem* function : functions()) {
    if (function->returns_integers) continue;
    ASSERT_TRUE(best.contains(function->name)) << function->name;
    EXPECT_LE(best[function->name], 64) << function->name;
  }
}

TEST(Resolution, IsNothingWhereALawDoesNotLook) {
  EXPECT_FALSE(resolution(*find_law("agreement.softplus"), logistic, Defendant::of(ours()), 1, 20));
}

}  // namespace
}  // namespace softlaw::properties
