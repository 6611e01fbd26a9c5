// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "subjects/ours.hpp"
#include "subjects/subject.hpp"
#include "subjects/table.hpp"

namespace softlaw::properties {

/// An implementation with one mistake, of a kind that real ones have made: the witness of a law.
struct Fault {
  std::string id;
  std::string mistake;  ///< one sentence
  Subject subject;
};

const Fault& fault(Fault definition);
/// All faults, sorted by id.
std::span<const Fault* const> faults();
const Fault* find_fault(const std::string& id);

/// A fault made of our library with some functions replaced: `Of` derives from Ours.
template <template <class> class Of, class Coding = OurCoding>
const Fault& fault(const char* id, const char* mistake) {
  return fault({id, mistake, Subject(make_subject<Of, Coding>(id, our_contract))});
}

/// softmax(x), for faults that are made of it.
template <class Real>
std::vector<Real> softmax_of(const Real* x, std::size_t n) {
  std::vector<Real> p(n);
  Ours<Real>::softmax(x, n, p.data());
  return p;
}

}  // namespace softlaw::properties
