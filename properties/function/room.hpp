// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <deque>
#include <limits>
#include <optional>
#include <stdexcept>

#include "function/arguments.hpp"
#include "function/guarded_memory.hpp"

namespace softlaw::properties {

class FunctionItem;

/// Thrown when a subject writes where it must not: says where.
struct Trespass : std::runtime_error {
  using runtime_error::runtime_error;
};

/// How many results a function has at these arguments.
std::size_t result_count(const FunctionItem& function, const Arguments& arguments);

/// The arrays of one call in the type of its table: its vectors, and room for the results.  An inaccessible
/// page stands behind each.
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
    const GuardedArray<Real>& array = given_.emplace_back(values.size(), Real(0)).array;
    for (std::size_t i = 0; i < values.size(); ++i) array[i] = number(values[i]);
    given_.back().copy.assign(array.begin(), array.end());
    return array.data();
  }
  const Real* const* pointers(const Directions& directions) {
    for (const Vector& h : directions) pointers_.push_back(vector(h));
    return pointers_.data();
  }

  /// Room for all results, which are NaN before they are written.
  Real* out() { return out(result_count(function_, arguments_), quiet_nan).data(); }
  /// Room for results of another shape.
  const GuardedArray<Real>& out(std::size_t n, Real before) { return out_.emplace(n, before); }
  std::vector<double> results() const { return {out_->begin(), out_->end()}; }

  /// Throws Trespass if an argument has changed, or something was written before an array.
  void check() const {
    for (const Given& given : given_) {
      if (!std::ranges::equal(given.copy, given.array, same_bits)) {
        throw Trespass("wrote to an argument");
      }
      if (!given.array.is_intact()) throw Trespass("wrote before the start of an argument");
    }
    if (out_ && !out_->is_intact()) throw Trespass("wrote before the start of its results");
  }

 private:
  static constexpr Real quiet_nan = std::numeric_limits<Real>::quiet_NaN();

  struct Given {
    Given(std::size_t n, Real value) : array(n, value) {}
    GuardedArray<Real> array;
    std::vector<Real> copy;
  };

  static bool same_bits(Real a, Real b) {
    using Bits = std::conditional_t<sizeof(Real) == 8, std::uint64_t, std::uint32_t>;
    return std::bit_cast<Bits>(a) == std::bit_cast<Bits>(b);
  }

  const FunctionItem& function_;
  const Arguments& arguments_;
  const Format& format_;
  std::deque<Given> given_;
  std::vector<const Real*> pointers_;
  std::optional<GuardedArray<Real>> out_;
};

}  // namespace softlaw::properties
