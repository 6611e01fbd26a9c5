// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <limits>

#include "function/arguments.hpp"

namespace softlaw::properties {

class FunctionItem;

/// How many results a function has at these arguments.
std::size_t result_count(const FunctionItem& function, const Arguments& arguments);

/// The arrays of one call in the type of its table: its vectors, and room for the results.
template <class Real>
class Room {
 public:
  Room(const FunctionItem& function, const Arguments& arguments, const Format& format)
      : function_(function), arguments_(arguments), format_(format) {}

  Real number(double value) const {
    if (!format_.contains(value)) throw Inexact("an argument is not a float of the format");
    return static_cast<Real>(value);
  }
  const Real* vector(const Vector& values) {
    std::vector<Real>& array = arrays_.emplace_back();
    for (double value : values) array.push_back(number(value));
    return array.data();
  }
  const Real* const* pointers(const Directions& directions) {
    for (const Vector& h : directions) pointers_.push_back(vector(h));
    return pointers_.data();
  }

  /// Room for all results, which are NaN before they are written.
  Real* out() {
    out_.assign(result_count(function_, arguments_), std::numeric_limits<Real>::quiet_NaN());
    return out_.data();
  }
  std::vector<double> results() const { return {out_.begin(), out_.end()}; }

 private:
  const FunctionItem& function_;
  const Arguments& arguments_;
  const Format& format_;
  std::deque<std::vector<Real>> arrays_;
  std::vector<const Real*> pointers_;
  std::vector<Real> out_;
};

}  // namespace softlaw::properties
