// SPDX-License-Identifier: Apache-2.0
#include "fitting/fit.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "function/exact_values.hpp"
#include "judge/truth.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/moved_subject.hpp"
#include "test/command.hpp"

namespace softlaw::properties {
namespace {

std::vector<const Law*> agreement(const FunctionItem& function) {
  return {find_law("agreement." + law_name(function))};
}

Fitted fitted(const Subject& subject, const FunctionItem& function,
              const FitSettings& settings = {}, std::size_t cases = 200) {
  const Sight sight = observe(subject, agreement(function), 1, cases);
  const Format format = Format::binary64;
  return fit(function, format, sight.at({&function, format.name}), subject, settings);
}

TEST(Fit, TheExactSubjectIsCorrectlyRounded) {
  const Fitted found = fitted(*find_subject("exact"), logsumexp);
  EXPECT_EQ(found.profile, "correctly-rounded");
  EXPECT_EQ(found.promise, "0.5ulp");
}

TEST(Fit, AnErrorOfSomeUlpIsFound) {
  const MovedSubject moved(built_in_subjects().front(), logsumexp, 3);
  const Fitted found = fitted(moved, logsumexp, {.terms = "1ulp"});
  const Promise promise = Promise::read(found.promise);
  EXPECT_GE(promise.factor(Unit::ulp), 3.0);
  EXPECT_LE(promise.factor(Unit::ulp), 3.6);
  ASSERT_EQ(found.forced.size(), 1u);
}

/// The inputs that are shown prove that nothing smaller holds.
TEST(Fit, ATenthLessOfAConstantBreaksAtTheInputThatForcesIt) {
  const SubjectPointer libm = find_subject("libm");
  const Fitted found = fitted(*libm, logsumexp, {.terms = "1ulp+1plain"});
  const Promise promise = Promise::read(found.promise);
  ASSERT_EQ(promise.bounds.front().terms.size(), 2u) << found.promise;
  ASSERT_EQ(found.forced.size(), 2u);
  for (std::size_t j = 0; j < 2; ++j) {
    const Case input = read_input(found.forced[j].input, logsumexp.parameters);
    const auto returned =
        std::get<std::vector<double>>(libm->answer(logsumexp, input.arguments, Format::binary64));
    const auto breaks = [&](const Promise& judged) {
      ExactValues exact;
      return same(judged.allow(returned, logsumexp, input.arguments, Format::binary64, exact),
                  exact.values(logsumexp, input.arguments))
          .broken();
    };
    Promise less = promise;
    less.bounds.front().terms[j].factor.constant *= 0.9;
    EXPECT_FALSE(breaks(promise)) << found.promise;
    EXPECT_TRUE(breaks(less)) << less.text();
  }
}

TEST(Fit, AMarginLeavesRoom) {
  const SubjectPointer libm = find_subject("libm");
  const Promise tight = Promise::read(fitted(*libm, softmax, {.terms = "1ulp+1cond"}).promise);
  const Promise wide =
      Promise::read(fitted(*libm, softmax, {.terms = "1ulp+1cond", .margin = 1.5}).promise);
  EXPECT_NEAR(wide.factor(Unit::ulp), 1.5 * tight.factor(Unit::ulp), 1e-9);
}

TEST(Fit, TheCommandWritesAFileThatHolds) {
  const Output found =
      call("fit --subject '" SOFTLAW_EXAMPLE_SUBJECT
           "' --cases 60 --seeds 2 --law agreement,bounds,translation --write fitted.toml");
  EXPECT_EQ(found.code, 0) << found.text;
  EXPECT_NE(found.text.find("green        on "), std::string::npos) << found.text;
  EXPECT_NE(found.text.find("not an upper bound"), std::string::npos) << found.text;
  const Output judged =
      call("verify --contract fitted.toml --cases 60 --law agreement,bounds --json f.json");
  EXPECT_EQ(judged.code, 0) << judged.text;
  expect_refusal("fit --terms 4", 2, "--terms");
  expect_refusal("fit --terms 'max(1ulp,1abs)'", 2, "give their sum");
  expect_refusal("fit --terms faithful", 2, "no constant in faithful");
  expect_refusal("fit --terms 1steps", 2, "cannot be fitted");
  expect_refusal("fit --margin 0.5", 2, "a factor from 1 to 1000");
}

}  // namespace
}  // namespace softlaw::properties
