// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

#include "subjects/table_subject.hpp"

namespace softlaw::properties {

/// An implementation with one mistake, of a kind that real ones have made: the witness of a law.  It
/// is our library with some functions replaced.
class Fault {
 public:
  Fault(std::string name, std::string said, std::function<void(Tables&)> replacement)
      : id(std::move(name)), mistake(std::move(said)), replace_(std::move(replacement)) {}

  std::string id;
  std::string mistake;  ///< one sentence

  /// Made when it is first asked for: our own functions are registered by then.
  const SubjectPointer& subject() const;

 private:
  std::function<void(Tables&)> replace_;
  mutable SubjectPointer subject_;
};

const Fault& fault(Fault definition);
/// All faults, sorted by id.
std::span<const Fault* const> faults();
const Fault* find_fault(const std::string& id);

/// A fault of floating-point functions: `replace` takes the table of either format.
template <class Replace>
const Fault& fault(const char* id, const char* mistake, Replace replace) {
  return fault(Fault(id, mistake, [=](Tables& tables) { tables.for_each_format(replace); }));
}

/// The same of the functions for codes.
const Fault& fault_of_codes(const char* id, const char* mistake, void (*replace)(softlaw_coding&));

/// softmax(x), for faults that are made of it.
template <class Real>
std::vector<Real> softmax_of(const Real* x, std::size_t n) {
  std::vector<Real> p(n);
  ours<Real>().softmax(x, n, p.data());
  return p;
}

}  // namespace softlaw::properties
