// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <softlaw/reference/expression.hpp>
#include <string>

#include "value/value.hpp"

namespace softlaw::properties {

/// The two sides of a broken relation.
struct Breach {
  std::string relation;  ///< `a = b`, `a < b`, `a <= b`
  std::string left;      ///< every exact value that the left side may stand for
  std::string right;
  std::string excess;  ///< how far they are apart

  /// While somebody traces (reference/expression.hpp): two numbers of which the first is the lesser, or
  /// equal if so said, which proves the breach.  Null where there are none.
  reference::ExpressionPointer lesser = nullptr, greater = nullptr;
  bool or_equal = false;
};

/**
 * The three-valued answer of a predicate on enclosures.
 *
 * An enclosure stands for every exact value that the contract of a subject allows.  A relation is
 * *certainly* true if it holds for all of them, *certainly not* if for none, else *possibly*.  A
 * subject breaks a law only by *certainly not*: so no tolerance is ever chosen.
 *
 * The strain says how much of the contract a relation uses up: 0 is none, above 1 is broken.  It is
 * infinite when no contract would do: where both sides are exact, as in a statement about integers
 * or a fact, and where one is NaN or no bound of theirs is finite.
 *
 * On the road of the reference's filter, "certainly" is not asked, the strain is a bound from above,
 * and a breach has no text.
 */
class Truth {
 public:
  enum class Value { certainly_not, possibly, certainly };

  Truth() = default;
  Truth(Value value, double strain) : value_(value), strain_(strain) {}
  /// A fact about integers: no enclosure, no doubt.
  explicit Truth(bool fact, const std::string& relation = {});

  Value value() const { return value_; }
  bool broken() const { return value_ == Value::certainly_not; }
  double strain() const { return strain_; }
  /// The error of a result in ulp, where a law compares one with its exact value.
  std::optional<double> ulp() const { return ulp_; }
  const Breach* breach() const { return breach_.get(); }
  /// Says which part of a law this is: shown when it breaks.
  Truth as(const std::string& label) &&;
  /// The same, if it is only seen and not asked for: never broken.  It is remembered what was not promised,
  /// and whether it was kept.
  Truth unpromised(const std::string& what) &&;
  /// What this speaks of and the subject does not promise; empty if it is all promised.
  const std::string& not_promised() const { return not_promised_; }
  /// What of it was seen to be false.
  const Breach* seen_false() const { return seen_false_.get(); }
  /// The same with a strain that is known better than from the enclosures alone, and with the
  /// error in ulp of the worst result.
  Truth measured(double strain, double ulp) &&;

  /// Both: the weaker value, the larger strain.
  Truth& operator&=(const Truth& other);
  friend Truth operator&&(Truth a, const Truth& b) { return a &= b; }

  static Truth decide(bool possible, bool certain, const Interval& left, const char* relation,
                      const Interval& right);

 private:
  Value value_ = Value::certainly;
  double strain_ = 0;
  std::optional<double> ulp_;
  std::shared_ptr<const Breach> breach_;
  std::string not_promised_;
  std::shared_ptr<const Breach> seen_false_;
};

/// The two enclosures meet.
Truth same(const Interval& a, const Interval& b);
Truth same(const Intervals& a, const Intervals& b);
Truth less(const Interval& a, const Interval& b);
Truth less_equal(const Interval& a, const Interval& b);
/// a <= b componentwise.
Truth less_equal(const Intervals& a, const Intervals& b);

Interval sum(const Intervals& terms);
Interval dot(const Intervals& a, const Intervals& b);
Intervals operator+(const Intervals& a, const Intervals& b);
Intervals operator-(const Intervals& a, const Intervals& b);
Intervals operator*(const Interval& factor, const Intervals& a);

}  // namespace softlaw::properties
