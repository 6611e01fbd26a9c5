// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sum.hpp"

/// Softmax, entry by entry, before its rounding.
namespace softlaw::kernel {

/// The exponents a_i = x_i - max x of a vector with a finite maximum.
template <class R>
class Exponents {
 public:
  Exponents(std::span<const R> x, const Peak& peak)
      : x_(x), shift_{peak, make_scaled(1.0)}, exact_{peak} {}

  std::size_t size() const { return x_.size(); }
  bool at_peak(std::size_t i) const { return entry(i) == shift_.peak.value; }
  /// For the exponential: -inf where the difference overflows.
  DoubleDouble pair(std::size_t i) const { return exact_.pair(entry(i)); }
  /// The difference itself, for a finite entry.
  Scaled difference(std::size_t i) const { return shift_(entry(i)); }

 private:
  double entry(std::size_t i) const { return static_cast<double>(x_[i]); }

  std::span<const R> x_;
  ScaledShift shift_;
  Shift exact_;
};

/// Exponents that were computed before; those of the largest entries are zero.
struct StoredExponents {
  std::vector<Scaled> values;

  std::size_t size() const { return values.size(); }
  bool at_peak(std::size_t i) const { return is_zero(values[i]); }
  DoubleDouble pair(std::size_t i) const { return to_double_double(values[i]); }
  Scaled difference(std::size_t i) const { return values[i]; }
};

/// The softmax p of given exponents, with relative errors of at most 2^-69.
template <class Source>
class Shares {
 public:
  explicit Shares(Source source) : a_(std::move(source)) {
    BinnedSum rest;
    for (std::size_t i = 0; i < a_.size(); ++i) {
      if (a_.at_peak(i)) {
        ++sum_.count;
      } else {
        rest.add(weight(i));
      }
    }
    sum_.rest = rest.total();
    inverse_ = make_scaled(1.0) / sum_.total();
    log_total_ = sum_.log_total();
  }

  std::size_t size() const { return a_.size(); }

  Scaled probability(std::size_t i) const { return weight(i) * inverse_; }

  /// 1 - p_i as the share of the others: the peak's others were summed apart, and beside any other
  /// entry the peak remains, so nothing cancels.
  Scaled others(std::size_t i) const {
    return (a_.at_peak(i) ? sum_.above_one() : sum_.total() - weight(i)) * inverse_;
  }

  /// -log p_i = log(sum) - a_i, two summands of one sign; the entry is finite.
  Scaled surprisal(std::size_t i) const { return log_total_ - a_.difference(i); }

 private:
  Scaled weight(std::size_t i) const { return exponential(a_.pair(i)); }

  Source a_;
  Sum sum_;
  Scaled inverse_;
  Scaled log_total_;
};

}  // namespace softlaw::kernel
