// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/ziv.hpp>

#include "subjects/subject.hpp"

namespace softlaw::properties {

/// The reference as a subject, in any format: every law must pass it under the contract
/// `correctly-rounded`.  Where the rounding is open it gives one of the two floats.
class ReferenceSubject : public Subject {
 public:
  ReferenceSubject();

  bool has(const FunctionItem&, const Format&) const override { return true; }
  Answer answer(const FunctionItem& function, const Arguments& arguments,
                const Format& format) const override;
};

/// The exact results rounded to nearest, by the conventions for special values; NaN where the rounding
/// is open, too (see the page reference_terminates).
reference::Decided correctly_rounded(const FunctionItem& function, const Arguments& arguments,
                                     const Format& format);

}  // namespace softlaw::properties
