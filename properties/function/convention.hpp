// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "value/value.hpp"

// The conventions for arguments at which the formulas say nothing, as far as several functions
// share them.
namespace softlaw::properties {

/// The result where the convention is NaN.
inline Interval not_a_number() { return Interval::empty(); }

bool has_nan(const Vector& v);
bool has(const Vector& v, double value);
bool all_finite(const Vector& v);

/// The entries of v at which x is not -inf; of each part of v, if it is several times as long.
Vector where_present(const Vector& x, const Vector& v);
/// The entries of x that are not -inf.
inline Vector present(const Vector& x) { return where_present(x, x); }
/// Whether softmax is NaN at x: it has a NaN, a +inf, or no entry that is there.
bool is_undefined(const Vector& x);
/// All vector arguments of the length of the first, or several times as long, without the entries at
/// which that is -inf: terms that are not there.
Arguments present_only(const Arguments& arguments);

/// The effect of an entry -inf in the first vector on the results: it is an absent term.
enum class Terms {
  entries,  ///< its results, an entry of each row, are not there either
  pairs,    ///< nor are those of a pair of entries, in a square of results
  none,     ///< no such thing: the vector is a matrix
};

using Erased = std::function<Intervals(const Arguments&)>;
using ResultCount = std::function<std::size_t(const Arguments&)>;

/// Softmax and functions derived from it: the formula of the entries that are there, `absent` where
/// an entry is -inf; NaN everywhere for NaN and where another vector is not finite; by the
/// conventions in force for +inf, nothing but -inf, and the temperature 0.
Erased as_softmax(Erased formula, ResultCount count, Terms terms, double absent);

/// Log-sum-exp, by the conventions in force, where an entry is +inf, and where all are -inf.
Interval sum_with_infinity();
Interval sum_of_masked();

/// The same function, with the convention in force where its first vector is empty.
Erased with_empty_input(Erased formula, ResultCount count);

/// The scale at any arguments: that of the terms that are there, 0 where there is none.
Erased scale_anywhere(Erased scale, ResultCount count, Terms terms);

}  // namespace softlaw::properties
