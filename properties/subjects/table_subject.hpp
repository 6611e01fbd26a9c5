// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subjects/subject.hpp"

namespace softlaw::properties {

/// An implementation behind the C table.
class TableSubject : public Subject {
 public:
  /// Throws std::invalid_argument when the table is of another version, names nothing, or
  /// has a contract that cannot be read.  The table must outlive the subject.
  explicit TableSubject(const softlaw_subject& table, std::string notice = {});
  /// One that is part of this program.
  TableSubject(std::string name, const Contract& contract, const Tables& tables);

  bool has(const FunctionItem& function, const Format& format) const override;
  Answer answer(const FunctionItem& function, const Arguments& arguments,
                const Format& format) const override;
  const void* code(const FunctionItem& function, const Format& format) const override;

 private:
  Tables tables_;
  softlaw_subject table_;
};

/// The tables of our library: every function's own.
const Tables& our_tables();
/// The same in the format of that type: faults are made of it.
template <class Real>
const auto& ours() {
  if constexpr (sizeof(Real) == sizeof(double)) {
    return our_tables().binary64;
  } else {
    return our_tables().binary32;
  }
}

/// The contract of our library: contracts/ours.cpp.
inline constexpr const char* our_contract = "softlaw";

}  // namespace softlaw::properties
