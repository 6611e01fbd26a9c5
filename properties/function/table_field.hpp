// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <stdexcept>
#include <variant>

#include "function/tables.hpp"
#include "value/value.hpp"

namespace softlaw::properties {

class FunctionItem;

/// The answer of a function: floats, or integers, or the statement that there are none.
using Answer = std::variant<std::vector<double>, std::optional<Counts>>;

/**
 * The field of a function in the C table: where it stands, how it is called, and our library's own
 * function for it.  Made by field.hpp from the types of the function and of the field.
 */
struct TableField {
  std::string name;
  std::size_t order = 0;  ///< in softlaw_subject.h
  /// Where the code of the field begins; null if the subject left it empty.
  std::function<const void*(const softlaw_subject&, const Format&)> address;
  /// Calls the field, which is filled.  Throws Inexact if an argument is not a float of the format.
  std::function<Answer(const softlaw_subject&, const FunctionItem&, const Arguments&,
                       const Format&)>
      call;
  std::function<void(Tables&)> fill_with_ours;
};

}  // namespace softlaw::properties
