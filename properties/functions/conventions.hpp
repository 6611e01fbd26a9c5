// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

#include "function.hpp"

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
[[noreturn]] void refuse(const FunctionInfo& function, std::size_t argument,
                         const std::string& complaint);
std::string shown(double value);
/// The number is positive, and no NaN.
void require_positive(const FunctionInfo& function, const Arguments& arguments, std::size_t i);
/// All vectors have the length of the first.
void require_one_length(const FunctionInfo& function, const Arguments& arguments);
/// The entries are finite or NaN, and not negative.
void require_weights(const FunctionInfo& function, const Arguments& arguments, std::size_t i);

}  // namespace softlaw::properties
