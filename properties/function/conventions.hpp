// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <stdexcept>

#include "function/function.hpp"

// The conventions for arguments at which the formulas say nothing, as far as several functions
// share them.
namespace softlaw::properties {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// The result of what is NaN by convention.
inline Interval not_a_number() { return Interval::empty(); }

bool has_nan(const Vector& v);
bool has(const Vector& v, double value);
bool all_finite(const Vector& v);

/// The entries of v at which x is not -inf; of each part of v, if it is several times as long.
Vector where_present(const Vector& x, const Vector& v);
/// All vector arguments of the length of the first, or several times as long, without the entries at
/// which that is -inf: terms that are not there.
Arguments present_only(const Arguments& arguments);

/// Whether result i belongs to entries of x that are not -inf: to one, row by row, or to two if
/// the results are a square.
bool is_present(const FunctionInfo& function, const Vector& x, std::size_t i);

/// Softmax and what hangs on it: `absent` is the result where an entry is -inf; NaN everywhere for
/// NaN, +inf, nothing but -inf, and where another vector is not finite.
Intervals of_softmax(const FunctionInfo& function, const Arguments& arguments,
                     const Interval& absent);
/// The same where a result that is not there is 0.
Intervals of_softmax_or_zero(const FunctionInfo& function, const Arguments& arguments);

/// Throws std::domain_error: the function's name, the argument's, the complaint.
template <class Info>
[[noreturn]] void refuse(const Info& function, std::size_t argument, const std::string& complaint) {
  throw std::domain_error(function.name + ": " + function.parameters[argument].name + " " +
                          complaint);
}
/// The same of one entry of the argument.
template <class Info>
[[noreturn]] void refuse_entry(const Info& function, std::size_t argument, std::size_t entry,
                               const std::string& complaint) {
  throw std::domain_error(function.name + ": " + function.parameters[argument].name + "[" +
                          std::to_string(entry) + "] " + complaint);
}
std::string shown(double value);
/// The integer is from `least` to `most`.
template <class Info>
void require_range(const Info& function, const Arguments& arguments, std::size_t i,
                   std::int64_t least, std::int64_t most) {
  const auto value = std::get<std::int64_t>(arguments[i]);
  const std::string got = ", got " + std::to_string(value);
  if (value < least) refuse(function, i, "must be at least " + std::to_string(least) + got);
  if (value > most) refuse(function, i, "must be at most " + std::to_string(most) + got);
}
/// The number is positive, and no NaN.
void require_positive(const FunctionInfo& function, const Arguments& arguments, std::size_t i);
/// All vectors have the length of the first.
void require_one_length(const FunctionInfo& function, const Arguments& arguments);
/// The entries are finite or NaN, and not negative.
void require_weights(const FunctionInfo& function, const Arguments& arguments, std::size_t i);

}  // namespace softlaw::properties
