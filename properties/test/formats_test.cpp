// SPDX-License-Identifier: Apache-2.0
// That a format is one row of traits: a format of five bits that nothing else knows passes the laws
// that functions have by themselves, on the correctly rounded reference.
#include <gtest/gtest.h>

#include <algorithm>

#include "families/pair/functions.hpp"
#include "function/exact_values.hpp"
#include "judge/rapidcheck.hpp"
#include "judge/trial.hpp"
#include "subjects/reference_subject.hpp"

namespace softlaw::properties {
namespace {

constexpr Format tiny{"tiny", 5, -6, 7};

/// Every float of the format, infinities and NaN.
std::vector<double> all_floats(const Format& format) {
  std::vector<double> all{std::numeric_limits<double>::quiet_NaN(), -0.0};
  for (double value = -infinity; value < infinity; value = format.above(value)) {
    all.push_back(value);
  }
  all.push_back(infinity);
  return all;
}

/// The reference with the result of one argument moved by one float.
class Moved : public ReferenceSubject {
 public:
  explicit Moved(double at) : at_(at) {}
  Answer answer(const FunctionItem& function, const Arguments& arguments,
                const Format& format) const override {
    Answer answer = ReferenceSubject::answer(function, arguments, format);
    if (std::get<double>(arguments.at(0)) == at_) {
      double& value = std::get<std::vector<double>>(answer).at(0);
      value = format.above(value);
    }
    return answer;
  }

 private:
  double at_;
};

Defendant in_tiny(const SubjectPointer& subject) {
  Defendant defendant = Defendant::of(subject);
  defendant.formats = {tiny};
  return defendant;
}

bool takes_one_number(const FunctionItem& function) {
  return function.parameters.size() == 1 && !function.returns_integers &&
         function.parameters[0].kind == Kind::scalar;
}

/// The laws that the function has by itself.
std::vector<const Law*> own_laws(const FunctionItem& function) {
  std::vector<const Law*> laws;
  for (const char* family : {"agreement.", "special."}) {
    if (const Law* law = find_law(family + law_name(function))) laws.push_back(law);
  }
  return laws;
}

/// Whether the law breaks at this input.
bool breaks(const Law& law, const SubjectPointer& subject, const Case& input) {
  ExactValues exact;
  const auto truth = try_case(law, *in_tiny(subject).evaluator(tiny, exact), input);
  return truth && truth->broken();
}

TEST(Formats, TheLawsOfEveryFunctionHoldInAFormatOfFiveBits) {
  const auto exact = std::make_shared<ReferenceSubject>();
  for (const FunctionItem* function : functions()) {
    for (const Law* law : own_laws(*function)) {
      for (std::size_t i = 0; i < 60; ++i) {
        const Case input = draw(*law, 1, i, tiny);
        EXPECT_TRUE(law->inputs.hypothesis(input)) << law->id << " " << to_input(input);
        EXPECT_FALSE(breaks(*law, exact, input)) << law->id << " " << to_input(input);
      }
    }
  }
}

/// The numbers at which a law of a function of one number breaks.
std::vector<double> failures(const FunctionItem& function, const SubjectPointer& subject) {
  std::vector<double> failing;
  for (double value : all_floats(tiny)) {
    const Case input{tiny, {value}, "every float"};
    if (std::ranges::any_of(own_laws(function), [&](const Law* law) {
          return law->inputs.hypothesis(input) && breaks(*law, subject, input);
        })) {
      failing.push_back(value);
    }
  }
  return failing;
}

TEST(Formats, FunctionsOfOneNumberAreJudgedAtEveryFloatOfFiveBits) {
  std::size_t judged = 0;
  for (const FunctionItem* function : functions()) {
    if (!takes_one_number(*function)) continue;
    ++judged;
    EXPECT_EQ(failures(*function, std::make_shared<ReferenceSubject>()), std::vector<double>{})
        << function->name;
  }
  EXPECT_GT(judged, 2u);
}

TEST(Formats, OneFloatThatIsWrongIsFound) {
  EXPECT_EQ(failures(softplus, std::make_shared<Moved>(2.5)), std::vector<double>{2.5});
}

}  // namespace
}  // namespace softlaw::properties
