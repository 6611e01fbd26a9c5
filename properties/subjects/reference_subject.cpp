// SPDX-License-Identifier: Apache-2.0
#include "subjects/reference_subject.hpp"

#include <cmath>
#include <utility>

#include "contracts/contract.hpp"
#include "function/exact_values.hpp"

namespace softlaw::properties {
namespace {

/// One of the two floats that the reference cannot choose between.
double one_of_two(const Interval& exact, const Format& format) {
  return format.round(midpoint_double(exact));
}

}  // namespace

ReferenceSubject::ReferenceSubject() : Subject("exact", Contract::read("correctly-rounded")) {}

Answer ReferenceSubject::answer(const FunctionItem& function, const Arguments& arguments,
                                const Format& format) const {
  if (function.returns_integers) return function.count(arguments);
  auto [values, decided, bits] = correctly_rounded(function, arguments, format);
  if (decided) return std::move(values);
  const reference::Filter off(false);
  const Intervals exact = exact_values(function, arguments);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool open = std::isnan(values[i]) && !exact[i].is_empty();
    if (open) values[i] = one_of_two(exact[i], format);
  }
  return std::move(values);
}

reference::Decided correctly_rounded(const FunctionItem& function, const Arguments& arguments,
                                     const Format& format) {
  return reference::correctly_rounded([&] { return function.enclose(arguments); }, format);
}

}  // namespace softlaw::properties
