// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "value/value.hpp"

namespace softlaw::properties {

class ExactValues;
class FunctionItem;

/// What the coefficient of a term may grow with: the summands of the function, the largest entry.
struct Extent {
  double n = 1;  ///< the length of the longest vector among the arguments
  double x = 0;  ///< the largest magnitude of a finite number among them
};

/// A number that may grow with the arguments: `3`, `3n`, `2|x|`, `(3+2n)`.
struct Coefficient {
  double constant = 0;
  double per_n = 0;
  double per_x = 0;

  double at(const Extent& extent) const { return constant + per_n * extent.n + per_x * extent.x; }
  std::string text() const;
  friend bool operator==(const Coefficient&, const Coefficient&) = default;
};

/// What a term counts in: see docs/chapters/contracts.md, which defines each.
enum class Unit {
  ulp,       ///< the spacing of floats at the exact value
  cond,      ///< the forward error of the careful algorithm, for one rounding of each difference
  plain,     ///< the same of the textbook's formula, in which 1 + r and 1 - p are rounded
  back,      ///< the results at arguments moved by u max(1, |x|)
  roundoff,  ///< u, absolutely
  steps,     ///< floats that lie between the returned one and the nearest to the exact value
  relative,  ///< the exact value
  absolute,  ///< 1
  variation  ///< the total variation between the returned and the exact distribution
};

/// `3ulp`, `(1+0.5n)cond`, `1e-6rel`.
struct Term {
  Unit unit = Unit::ulp;
  Coefficient factor;

  std::string text() const;
  friend bool operator==(const Term&, const Term&) = default;
};

/// How far a result may be from its exact value: a sum of terms, or a way of rounding.
struct Bound {
  enum class Kind { sum, faithful, correctly_rounded };
  Kind kind = Kind::sum;
  std::vector<Term> terms;

  std::string text() const;
  friend bool operator==(const Bound&, const Bound&) = default;
};

/// A property of the returned numbers, which is judged on them and not on what they stand for.
enum class Fact : int {
  in_range,  ///< 0 <= p <= 1, log p <= 0, logsumexp >= max, softplus >= 0, ...
  ordered,   ///< larger arguments give no smaller result
  ties,      ///< equal arguments give equal results
  sums,      ///< a row of probabilities sums to 1 within n u
  above,     ///< no result is below its exact value
  below      ///< no result is above it
};

std::string to_string(Fact fact);
Fact read_fact(const std::string& name);

/**
 * The promise of a subject for one function in one format: the set of exact values that a returned
 * number may stand for, and facts of the returned numbers themselves.
 *
 * Written `4ulp`, `1ulp+0.25cond`, `max(4ulp,1e-8abs)`, `(n+3)ulp ftz`,
 * `2ulp+1cond in binary32 with in-range, ordered`.
 */
struct Promise {
  std::vector<Bound> bounds;  ///< of which the largest counts
  bool flushes = false;       ///< subnormal arguments and results may be taken for 0
  std::string accumulator;  ///< the format in which sums are accumulated; empty: that of the result
  std::set<Fact> facts;

  /// Throws std::invalid_argument that shows the text and says what is allowed.
  static Promise read(const std::string& text);
  /// As read() takes it.
  std::string text() const;

  bool is_correctly_rounded() const;
  bool is_faithful() const;
  /// Whether it promises a fact, or one follows from the rounding.
  bool has(Fact fact) const;
  /// The factor of a unit at such arguments: the largest of the bounds.
  double factor(Unit unit, const Extent& extent = {}) const;
  /// Beyond so many ulp an error shows at some ordinary arguments: what witnesses of agreement are moved by.
  double visible(const Format& format) const;
  /// That of total variation, or infinity where some bound has none.
  double variation(const Extent& extent) const;

  /// Every exact value that the returned floats may stand for; NaN gives the empty interval.
  Intervals allow(const std::vector<double>& returned, const FunctionItem& function,
                  const Arguments& arguments, const Format& format, ExactValues& exact) const;

  friend bool operator==(const Promise&, const Promise&) = default;
};

/// What coefficients see of these arguments.
Extent extent_of(const Arguments& arguments);

}  // namespace softlaw::properties
