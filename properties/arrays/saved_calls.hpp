// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <variant>

#include "arrays/npy.hpp"
#include "function/item.hpp"

namespace softlaw::properties {

/// An argument of saved calls: an array, or one number for all of them.
using SavedArgument = std::variant<NpyFile, std::string>;

/**
 * Calls of a function whose arguments and results stand in arrays.
 *
 * A vector is a line of an array along the axis, and a number an element; all arrays without that axis
 * have one shape, and each index of it is a call.  Several results stand along the axis too or, where
 * there are more axes, in the last ones.
 */
class SavedCalls {
 public:
  /// Without a format, it is that of the results: 16 bits alone do not say it.  Throws
  /// std::invalid_argument where the arrays do not fit the function or each other.
  SavedCalls(const FunctionItem& function, std::vector<SavedArgument> arguments, NpyFile results,
             std::ptrdiff_t axis, const std::optional<Format>& format);

  const FunctionItem& function() const { return function_; }
  const Format& format() const { return format_; }
  /// How many there are.
  std::size_t count() const { return count_; }

  Arguments arguments(std::size_t call) const;
  std::vector<double> results(std::size_t call) const;
  /// Whether the arguments are such as the function takes.
  bool is_legal(std::size_t call) const;

 private:
  /// Where the numbers of a call stand in a file.
  struct View {
    std::size_t file = 0;
    std::vector<std::size_t> steps;    ///< along the axes of the calls
    std::size_t step = 0, length = 1;  ///< along the axis of the vector
    std::size_t start(std::size_t call, const std::vector<std::size_t>& shape) const;
  };

  std::variant<View, Value> given(const Parameter& parameter, SavedArgument argument);
  void add_results(NpyFile results);
  View view(NpyFile file, std::optional<std::size_t> axis);
  void require_format(const NpyFile& file) const;
  void require_integers(const NpyFile& file) const;
  double number(const View& view, std::size_t place) const;
  std::vector<double> numbers(const View& view, std::size_t call) const;
  bool has_whole_numbers(const NpyFile& file) const;
  static std::int64_t integer(const NpyFile& file, std::size_t place);

  const FunctionItem& function_;
  Format format_;
  std::ptrdiff_t axis_;
  std::vector<NpyFile> files_;
  std::optional<std::vector<std::size_t>> shape_;  ///< of the calls, once an array has told
  std::size_t count_ = 1;
  std::vector<std::variant<View, Value>> arguments_;
  View results_;
};

}  // namespace softlaw::properties
