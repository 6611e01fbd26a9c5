// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw_subject.h>

#include "function/call.hpp"
#include "judge/evaluator.hpp"
#include "subjects/contract.hpp"

namespace softlaw::properties {

/// An implementation under judgement, seen only through its C table.
class Subject {
 public:
  /// Throws std::invalid_argument when the table is of another version, names nothing, or
  /// promises what cannot be read.
  explicit Subject(const softlaw_subject& table);

  const std::string& name() const { return name_; }
  const Contract& contract() const { return contract_; }
  void promise(const Contract& contract) { contract_ = contract; }
  /// Whether it has any function of that format.
  bool has(Format format) const;

  /// Calls the function and returns what came back.  Throws Absent when it is not there, Inexact
  /// when an argument is no float of the format.
  std::vector<double> call(const FunctionInfo& function, const Arguments& arguments,
                           Format format) const;
  std::optional<Counts> call(const IntegerFunctionInfo& function, const Arguments& arguments,
                             Format format) const;

 private:
  const softlaw_subject* table_;
  std::string name_;
  Contract contract_;
};

/// The error of a result in ulp; infinite where NaN and number meet, and beyond 2^1000.
double ulps_off(double returned, const Interval& exact, Format format);

/// How a returned float stands to what its contract allows and to the exact value: the strain, and
/// the error in ulp.
Truth measure(double returned, const Interval& allowed, const Interval& exact, Format format);

/// Our library, the correctly rounded reference, the textbook formulas on the C library's exp and
/// log: `softlaw`, `exact`, `libm`.
std::vector<Subject> built_in_subjects();

/// A built-in subject by its name, else the shared object at that path.
Subject find_subject(const std::string& name_or_path);

/// Answers with every exact value that the subject's results may stand for under its contract.
class SubjectEvaluator : public Evaluator {
 public:
  SubjectEvaluator(const Subject& subject, Format format) : Evaluator(format), subject_(&subject) {}

 protected:
  Intervals evaluate(const FunctionInfo& function, const Arguments& arguments) const override;
  Intervals give_back(const FunctionInfo& function, const Arguments& arguments) const override;
  /// The strain is the error over what the contract allows on that side of the result: below a
  /// power of two it allows half of what it does above.
  Truth compare(const FunctionInfo& function, const Arguments& arguments,
                const Intervals& exact) const override;
  std::optional<Counts> evaluate(const IntegerFunctionInfo& function,
                                 const Arguments& arguments) const override;

 private:
  std::vector<double> call(const FunctionInfo& function, const Arguments& arguments) const;

  const Subject* subject_;
};

}  // namespace softlaw::properties
