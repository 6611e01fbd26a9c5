// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subjects/subject.hpp"

namespace softlaw::properties {

/// A subject whose results of one function are moved by k ulp, up or down by a hash of the arguments, so
/// that no symmetry of a law hides it; integers by k.  It measures how small an error a law sees.
class MovedSubject : public Subject {
 public:
  MovedSubject(SubjectPointer right, const FunctionItem& function, double k);

  bool has(const FunctionItem& function, const Format& format) const override {
    return right_->has(function, format);
  }
  Answer answer(const FunctionItem& function, const Arguments& arguments,
                const Format& format) const override;

 private:
  SubjectPointer right_;
  const FunctionItem& function_;
  double k_;
};

/// A number of the format k units in its last place above `value`, or below it for negative k; the other
/// way round where that overflows.  Infinities and NaN stay.
double moved(double value, double k, const Format& format);

}  // namespace softlaw::properties
