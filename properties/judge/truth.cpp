// SPDX-License-Identifier: Apache-2.0
#include "judge/truth.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/precision.hpp>
#include <utility>

namespace softlaw::properties {
namespace {

constexpr int digits = 25;
/// Less of a strain is not known: it takes scales that are sharp to 2^-24.
constexpr double noise = 0x1p-20;

using reference::Filter;

/// (left - right) between the midpoints, in units of the sum of the half-widths.
double signed_strain(const Interval& left, const Interval& right) {
  if (left.is_empty() || right.is_empty()) return 0;
  if (left.is_point() && right.is_point()) {  // at any precision: their difference may be rounded
    if (meets(left, right)) return 0;
    return certainly_less(left, right) ? -infinity : infinity;
  }
  const reference::WorkingPrecision enough_for_a_ratio(64);
  const Interval difference = left - right;
  if (!difference.is_bounded()) return 0;
  const Interval low = difference.lower_point(), high = difference.upper_point();
  const Interval width = high - low;
  if (width.is_point() && width.contains(0.0)) {
    return low.contains(0.0) ? 0 : std::copysign(infinity, midpoint_double(low));
  }
  return midpoint_double((high + low) / width);
}

bool is_exact_point(const Interval& a) {
  const auto ends = a.balls();
  return ends.thin && ends.lower.is_exact();
}

/// What the filter knows of the strain: a bound for it, or for its size.
double bound_of_strain(const Interval& left, const Interval& right, bool two_sided) {
  if (left.is_empty() || right.is_empty()) return 0;
  if (is_exact_point(left) && is_exact_point(right)) {
    if (meets(left, right)) return 0;
    return two_sided || !certainly_less(left, right) ? infinity : 0;
  }
  if (!left.is_bounded() || !right.is_bounded()) return 0;
  const Interval difference = left - right;
  const Interval low = difference.lower_point(), high = difference.upper_point();
  const Interval middle = high + low;  // twice that
  if (!two_sided && upper_bound_double(middle) <= 0) return 0;
  const Interval strain = middle / (high - low);
  const double bound = upper_bound_double(two_sided ? abs(strain) : strain);
  return bound < noise ? 0 : bound;
}

/// The ends by which `left relation right` is certainly not so.
void note_proof(Breach& breach, const Interval& left, const std::string& relation,
                const Interval& right) {
  if (left.is_empty() || right.is_empty()) return;
  const bool left_is_lesser = relation == "=" && certainly_less(left, right);
  const Interval &low = left_is_lesser ? left : right, &high = left_is_lesser ? right : left;
  breach.lesser = low.upper().expression();
  breach.greater = high.lower().expression();
  breach.or_equal = relation == "<";
}

std::string show(const Interval& value) {
  return value.is_empty() ? "nan" : reference::to_string(value, digits);
}

}  // namespace

Truth::Truth(bool fact, const std::string& relation)
    : value_(fact ? Value::certainly : Value::certainly_not), strain_(fact ? 0 : infinity) {
  if (!fact) breach_ = std::make_shared<Breach>(Breach{relation, "", "", ""});
}

Truth Truth::as(const std::string& label) && {
  if (breach_) {
    auto named = std::make_shared<Breach>(*breach_);
    named->relation = label + (named->relation.empty() ? "" : ": " + named->relation);
    breach_ = std::move(named);
  }
  return std::move(*this);
}

Truth Truth::unpromised(const std::string& what) && {
  Truth seen;
  seen.not_promised_ = what;
  if (broken()) seen.seen_false_ = breach_ ? breach_ : std::make_shared<Breach>();
  return seen;
}

Truth Truth::measured(double strain, double ulp) && {
  if (!broken() || strain > 1) strain_ = strain;
  ulp_ = ulp;
  return std::move(*this);
}

Truth& Truth::operator&=(const Truth& other) {
  if (other.broken() && (!broken() || other.strain_ > strain_)) breach_ = other.breach_;
  value_ = std::min(value_, other.value_);
  strain_ = std::max(strain_, other.strain_);
  if (not_promised_.find(other.not_promised_) == std::string::npos) {
    not_promised_ += (not_promised_.empty() ? "" : ", ") + other.not_promised_;
  }
  if (!seen_false_) seen_false_ = other.seen_false_;
  if (other.ulp_) ulp_ = std::max(ulp_.value_or(0), *other.ulp_);
  return *this;
}

Truth Truth::decide(bool possible, bool certain, const Interval& left, const char* relation,
                    const Interval& right) {
  const bool two_sided = std::string(relation) == "=";
  if (Filter::is_active()) {  // nobody reads why it is broken
    Truth truth(possible ? Value::possibly : Value::certainly_not,
                possible ? bound_of_strain(left, right, two_sided) : infinity);
    if (!possible) truth.breach_ = std::make_shared<Breach>();
    return truth;
  }
  const double signed_value = signed_strain(left, right);
  const double size = two_sided ? std::fabs(signed_value) : std::max(0.0, signed_value);
  Truth truth(certain    ? Value::certainly
              : possible ? Value::possibly
                         : Value::certainly_not,
              size < noise ? 0 : size);
  if (!possible) {
    // nothing to measure by: a NaN, or an end at infinity
    if (truth.strain_ < 1) truth.strain_ = infinity;
    const Interval apart = abs(left - right);
    Breach breach{"left " + std::string(relation) + " right", show(left), show(right),
                  apart.is_empty() ? "nan" : reference::decimal(apart.lower(), 6)};
    if (reference::Trace::is_active()) note_proof(breach, left, relation, right);
    truth.breach_ = std::make_shared<Breach>(std::move(breach));
  }
  return truth;
}

Truth same(const Interval& a, const Interval& b) {
  if (a.is_empty() && b.is_empty()) return {};
  const bool possible = meets(a, b);
  return Truth::decide(possible, possible && !Filter::is_active() && a.is_point() && b.is_point(),
                       a, "=", b);
}

Truth same(const Intervals& a, const Intervals& b) {
  if (a.size() == 1 && b.size() == 1) return same(a.front(), b.front());
  Truth all(a.size() == b.size(), "as many results on both sides");
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    all &= same(a[i], b[i]).as("entry " + std::to_string(i));
  }
  return all;
}

// Of NaN everything is certain, for there is no member, but nothing is possible: NaN breaks a law.

Truth less(const Interval& a, const Interval& b) {
  const bool possible = possibly_less(a, b);
  const bool certain = possible && !Filter::is_active() && certainly_less(a, b);
  return Truth::decide(possible, certain, a, "<", b);
}

Truth less_equal(const Interval& a, const Interval& b) {
  const bool possible = possibly_less_equal(a, b);
  const bool certain = possible && !Filter::is_active() && certainly_less_equal(a, b);
  return Truth::decide(possible, certain, a, "<=", b);
}

Truth less_equal(const Intervals& a, const Intervals& b) {
  Truth all(a.size() == b.size(), "as many results on both sides");
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    all &= less_equal(a[i], b[i]).as("entry " + std::to_string(i));
  }
  return all;
}

Interval sum(const Intervals& terms) {
  Interval total(0);
  for (const Interval& term : terms) total += term;
  return total;
}

Interval dot(const Intervals& a, const Intervals& b) {
  Interval total(0);
  for (std::size_t i = 0; i < a.size(); ++i) total += a[i] * b[i];
  return total;
}

Intervals operator+(const Intervals& a, const Intervals& b) {
  Intervals result;
  for (std::size_t i = 0; i < a.size(); ++i) result.push_back(a[i] + b[i]);
  return result;
}

Intervals operator-(const Intervals& a, const Intervals& b) {
  Intervals result;
  for (std::size_t i = 0; i < a.size(); ++i) result.push_back(a[i] - b[i]);
  return result;
}

Intervals operator*(const Interval& factor, const Intervals& a) {
  Intervals result;
  for (const Interval& entry : a) result.push_back(factor * entry);
  return result;
}

}  // namespace softlaw::properties
