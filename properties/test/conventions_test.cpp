// SPDX-License-Identifier: Apache-2.0
#include "function/conventions.hpp"

#include <gtest/gtest.h>

#include "contracts/contract.hpp"
#include "families/coding/functions.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "judge/trial.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/fault.hpp"
#include "subjects/table_subject.hpp"

namespace softlaw::properties {
namespace {

Conventions declared(const std::string& text) {
  Conventions made;
  made.choose_all(text);
  return made;
}

std::string results(const FunctionItem& function, const Arguments& arguments) {
  std::string text;
  for (const Interval& value : function.enclose(arguments)) {
    text += text.empty() ? "" : " ";
    text += value.is_empty() ? "nan" : decimal(midpoint_double(value) + 0.0, Format::binary32);
  }
  return text;
}

std::string results_under(const std::string& text, const FunctionItem& function,
                          const Arguments& arguments) {
  const Conventions conventions = declared(text);
  const UnderConventions in_force(conventions);
  return results(function, arguments);
}

const Vector with_infinity{0, infinity, infinity}, masked{-infinity, -infinity};

TEST(Conventions, AreReadAndWritten) {
  EXPECT_EQ(declared("temperature-zero = argmax; sign-of-zero=positive").text(),
            "sign-of-zero = positive; temperature-zero = argmax");
  EXPECT_TRUE(declared("empty-input = limit").are_ours());
  EXPECT_THROW(declared("nope = 1"), std::invalid_argument);
  EXPECT_THROW(declared("empty-input = 1"), std::invalid_argument);
  EXPECT_THROW(declared("empty-input"), std::invalid_argument);
}

TEST(Conventions, SettleSoftmaxAtPlusInfinity) {
  EXPECT_EQ(results(softmax, {with_infinity}), "nan nan nan");
  EXPECT_EQ(results_under("softmax-of-infinity = one-hot", softmax, {with_infinity}), "0 0.5 0.5");
  EXPECT_EQ(results_under("softmax-of-infinity = one-hot", log_softmax, {Vector{infinity, 1}}),
            "0 -inf");
  EXPECT_EQ(results_under("softmax-of-infinity = nan-there", softmax, {with_infinity}),
            "0 nan nan");
  EXPECT_EQ(results_under("softmax-of-infinity = nan-there", log_softmax, {with_infinity}),
            "-inf nan nan");
}

TEST(Conventions, SettleMaskedRows) {
  EXPECT_EQ(results(softmax, {masked}), "nan nan");
  EXPECT_EQ(results_under("softmax-of-masked-row = zero", softmax, {masked}), "0 0");
  EXPECT_EQ(results_under("softmax-of-masked-row = uniform", softmax, {masked}), "0.5 0.5");
  EXPECT_EQ(
      results_under("softmax-of-masked-row = zero", softmax_rows,
                    {Vector{-infinity, -infinity, 1, 1}, std::int64_t{2}, std::int64_t{0}, 1.0}),
      "0 0 0.5 0.5");
}

TEST(Conventions, SettleLogsumexp) {
  EXPECT_EQ(results(logsumexp, {with_infinity}), "inf");
  EXPECT_EQ(results_under("logsumexp-of-infinity = nan", logsumexp, {with_infinity}), "nan");
  EXPECT_EQ(results_under("logsumexp-of-masked = nan", logsumexp, {masked}), "nan");
  EXPECT_EQ(results_under("logsumexp-of-masked = nan", logsumexp, {Vector{}}), "-inf");
  EXPECT_EQ(results_under("empty-input = nan", logsumexp, {Vector{}}), "nan");
  EXPECT_EQ(results_under("logsumexp-of-infinity = nan", softmin, {Vector{-infinity, 0}}), "nan");
}

TEST(Conventions, SettleTemperatureZero) {
  const Arguments cold{Vector{1, 3, 3, -infinity}, 0.0};
  EXPECT_THROW(softmax_temperature.check(cold), std::domain_error);
  EXPECT_EQ(results_under("temperature-zero = argmax", softmax_temperature, cold), "0 0.5 0.5 0");
  EXPECT_EQ(results_under("temperature-zero = nan", softmax_temperature, cold), "nan nan nan nan");
  const Conventions argmax = declared("temperature-zero = argmax");
  const UnderConventions in_force(argmax);
  EXPECT_NO_THROW(softmax_temperature.check(cold));
}

Evidence judged(const Subject& subject, const std::string& contract, const std::string& law) {
  const SubjectPointer borrowed(&subject, [](const Subject*) {});
  Settings settings;
  settings.cases = 300;
  return judge(*find_law(law), Defendant::of(borrowed, Contract::read(contract)), settings);
}

/// One that follows a convention holds under it and breaks under ours; ours the other way round.
void expect_told_apart(const Subject& subject, const std::string& convention,
                       const std::string& law) {
  const std::string contract = std::string(our_contract) + "; " + convention;
  const Evidence kept = judged(subject, contract, law);
  EXPECT_EQ(kept.verdict, Verdict::holds) << convention << ' ' << law;
  EXPECT_GT(kept.effective, 0u);
  const Evidence ours = judged(*built_in_subjects().front(), contract, law);
  EXPECT_EQ(ours.verdict, Verdict::broken) << convention << ' ' << law;
}

/// 0 where every entry is masked, as attention has it.
template <class Real>
void softmax_of_attention(const Real* x, std::size_t n, Real* out) {
  if (std::all_of(x, x + n, [](Real entry) { return entry == -infinity; })) {
    std::fill(out, out + n, Real(0));
  } else {
    ours<Real>().softmax(x, n, out);
  }
}

SubjectPointer attention() {
  Tables tables = our_tables();
  tables.for_each_format([](auto& table) { table.softmax = softmax_of_attention; });
  return std::make_shared<TableSubject>("attention", Contract::read(our_contract), tables);
}

TEST(Conventions, ASubjectIsHeldToWhatItDeclares) {
  const SubjectPointer zero = attention();
  expect_told_apart(*zero, "softmax-of-masked-row = zero", "special.softmax");
  EXPECT_EQ(judged(*zero, our_contract, "special.softmax").verdict, Verdict::broken);
  const SubjectPointer one = find_fault("huffman-one-digit-at-least")->subject();
  expect_told_apart(*one, "huffman-one-symbol = one", "special.huffman-lengths");
}

TEST(Conventions, LawsSayNothingWhereAnotherDecides) {
  const SubjectPointer one = find_fault("huffman-one-digit-at-least")->subject();
  const std::string contract = std::string(our_contract) + "; huffman-one-symbol = one";
  for (const Law* law : match_laws("coding.*")) {
    EXPECT_FALSE(is_failure(judged(*one, contract, law->id).verdict)) << law->id;
  }
}

TEST(Conventions, TheSignOfZeroIsJudgedWhereItIsDeclared) {
  const std::string contract = std::string(our_contract) + "; sign-of-zero = ";
  EXPECT_EQ(
      judged(*built_in_subjects().front(), contract + "of-the-value", "special.softmax").verdict,
      Verdict::holds);
}

TEST(Conventions, StandInAContract) {
  const Contract contract = Contract::read("4ulp; softmax: 2ulp; temperature-zero = argmax");
  EXPECT_EQ(contract.text(), "4ulp; softmax: 2ulp; temperature-zero = argmax");
  EXPECT_EQ(Contract::read(contract.text()), contract);
  EXPECT_FALSE(Contract::read("4ulp; softmax: 2ulp") == contract);
}

}  // namespace
}  // namespace softlaw::properties
