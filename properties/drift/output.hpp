// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "value/value.hpp"

namespace softlaw::properties::drift {

/// One output of a function: a number of its format, all its integers, or the lack of an answer.
struct Output {
  enum class Kind {
    number,
    integers,
    none,      ///< it crashed, hung, or threw
    unstable,  ///< it differed between two calls in one process
  };
  Kind kind = Kind::number;
  double value = 0;
  std::optional<Counts> counts;  ///< nothing: the arguments have no answer

  static Output of(double value) { return {Kind::number, value, {}}; }
  static Output of(std::optional<Counts> counts) { return {Kind::integers, 0, std::move(counts)}; }
  static Output lack() { return {Kind::none, 0, {}}; }
  static Output varying() { return {Kind::unstable, 0, {}}; }

  bool is_finite() const;
  /// The same bits; one NaN is as good as another.
  friend bool operator==(const Output& a, const Output& b);
};

using Outputs = std::vector<Output>;

/// Which float of its format a finite number is, counted from 0; both zeros are 0.
std::int64_t place(double value, const Format& format);
double float_at(std::int64_t place, const Format& format);

/// How many floats `value` is above `from`; both are finite.
double steps(double from, double value, const Format& format);

/**
 * An output as a baseline stores it: what it is beside the right one.
 *
 * `0` the right one; `3`, `-2` so many floats above or below it; `-0` the zero of the other sign;
 * `=0x1p+0`, `=nan` any other number; `={1,2}`, `=none` integers; `!` no answer; `?` unstable.
 */
std::string encode(const Output& output, const Output& right, const Format& format);
/// The way back; throws std::invalid_argument.
Output decode(const std::string& token, const Output& right, const Format& format);

/// For people.
std::string to_text(const Output& output, const Format& format);

}  // namespace softlaw::properties::drift
