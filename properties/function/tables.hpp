// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw_subject.h>

#include <softlaw/reference/format.hpp>
#include <type_traits>

// The tables of softlaw_subject.h by format: the only place that knows which C type a format has.
namespace softlaw::properties {

/// The tables of a subject that is part of this program.
struct Tables {
  softlaw_binary64 binary64{};
  softlaw_binary32 binary32{};
  softlaw_coding coding{};

  /// Calls f with the table of each format.
  template <class F>
  void for_each_format(F&& f) {
    f(binary64);
    f(binary32);
  }
};

template <class Table>
struct TypeOfTable;
template <>
struct TypeOfTable<softlaw_binary64> {
  using Real = double;
};
template <>
struct TypeOfTable<softlaw_binary32> {
  using Real = float;
};

/// The floating-point type of a table, or of a reference to one.
template <class Table>
using RealOf = typename TypeOfTable<std::remove_cvref_t<Table>>::Real;

/// The result of f for a pointer to the table of that format, null if the subject has none.
template <class F>
auto with_table(const softlaw_subject& subject, const reference::Format& format, F&& f) {
  if (format == reference::Format::binary64) return f(subject.binary64);
  if (format == reference::Format::binary32) return f(subject.binary32);
  return f(static_cast<const softlaw_binary64*>(nullptr));
}

}  // namespace softlaw::properties
