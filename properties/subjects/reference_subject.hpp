// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subjects/subject.hpp"

namespace softlaw::properties {

/// The reference as a subject, in any format: every law must pass it under a contract of half an
/// ulp.
class ReferenceSubject : public Subject {
 public:
  ReferenceSubject() : Subject("exact", Contract{}) {}

  bool has(const FunctionItem&, const Format&) const override { return true; }
  Answer answer(const FunctionItem& function, const Arguments& arguments,
                const Format& format) const override;
};

/// The exact results rounded to nearest, by the conventions for special values.  Throws
/// std::runtime_error when no precision up to 2^14 bits decides the rounding.
std::vector<double> correctly_rounded(const FunctionItem& function, const Arguments& arguments,
                                      const Format& format);

}  // namespace softlaw::properties
