// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "arrays/saved_calls.hpp"
#include "judge/law.hpp"
#include "subjects/subject.hpp"

namespace softlaw::properties {

/// Saved calls as a subject: it answers the call that is shown; a case that asks for another one says
/// nothing.
class SavedSubject : public Subject {
 public:
  SavedSubject(const SavedCalls& calls, const std::string& name, const Contract& contract)
      : Subject(name, contract), calls_(calls) {}

  /// From now on it answers this call; gives its case.
  Case show(std::size_t call) const;

  bool has(const FunctionItem& function, const Format& format) const override;
  Answer answer(const FunctionItem& function, const Arguments& arguments,
                const Format& format) const override;

 private:
  const SavedCalls& calls_;
  mutable std::size_t shown_ = 0;
  mutable Arguments arguments_;
};

/// Whether the law asks for nothing but that function, at the arguments of its own case: then one saved
/// call is enough for it.  Seen by running it on the reference a few times.
bool needs_one_call(const Law& law, const FunctionItem& function, const Format& format);

}  // namespace softlaw::properties
