// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <span>
#include <type_traits>

#include "../kernel/log.hpp"
#include "constants.hpp"
#include "first_tier.hpp"
#include "scratch.hpp"
#include "target.hpp"

/// What the functions of the first tier share: the maximum of a row, the logarithm of its sum, rounding tests.
namespace softlaw::vector {

using kernel::DoubleDouble;
using kernel::Scaled;

/// log(sum) as a pair with an absolute error.
struct LogSum {
  DoubleDouble value;
  double error = 0;
  bool is_known = false;
};

/// log(1 + t) for t > 2^-700 with an error of 2^-69 of itself for t < 2^-9, else of long_log_error.
inline constexpr double long_log_error = 0x1p-78;
inline DoubleDouble long_log1p(DoubleDouble t) {
  if (t.hi < 0x1p-9) return kernel::log1p_small(t);
  const DoubleDouble sum = t + 1.0;
  const int exponent = kernel::exponent_of(sum.hi);
  const double unit = kernel::power_of_two(-exponent);
  return kernel::log(Scaled{{sum.hi * unit, sum.lo * unit}, exponent});
}

/// The same with an error of log_error, in less time.
inline DoubleDouble log1p(DoubleDouble t) {
  const Pair log = target().log1p(t.hi, t.lo);
  return {log.high, log.low};
}

/// `above_one` of the terms is the sum less one of its largest terms.
template <class Kind>
LogSum log_of(const Total& total, std::size_t n) {
  constexpr bool is_short = std::is_same_v<Kind, Short>;
  constexpr double least = 0x1p-700;  // what counts as zero is far less
  const DoubleDouble rest = kernel::fast_two_sum(total.rest.high, total.rest.low);
  const DoubleDouble above_one = rest + static_cast<double>(total.count - 1);
  if (!(above_one.hi > least)) return {};
  const DoubleDouble log = is_short ? log1p(above_one) : long_log1p(above_one);
  const double of_log = above_one.hi < 0x1p-9 ? 0x1p-69 * log.hi
                        : is_short            ? log_error
                                              : long_log_error;
  const double error = Kind::error * std::min(log.hi, 1.0) + of_log;
  return {log, error + Kind::addition_error * static_cast<double>(n), true};
}

template <class Kind>
LogSum log_sum(std::span<const double> x, const Exponents& exponents) {
  const auto sum = std::is_same_v<Kind, Short> ? target().short_sum : target().long_sum;
  return log_of<Kind>(sum(x.data(), x.size(), exponents), x.size());
}

/// Binary32: the same with numbers of binary64 for pairs.
struct LogSum32 {
  double value = 0;
  double error = 0;
  bool is_known = false;
};

inline LogSum32 log_of(const Total& total) {
  const double above_one = total.rest.high + static_cast<double>(total.count - 1);
  if (!(above_one > 0x1p-200)) return {};  // what was raised to the lowest exponent is far less
  const double log = log1p({above_one, 0}).hi;
  return {log, binary32::sum_error * std::min(log, 1.0) + 0x1p-52 * log, true};
}

/// The sum of the exponentials of a row, largest entry and others apart.
inline LogSum32 log_sum32(std::span<const float> x, const Exponents& exponents) {
  return log_of(target().sum32(x.data(), x.size(), exponents));
}

/// high + low, if no error up to `error` changes what it is rounded to.
inline bool round(DoubleDouble sum, double error, double& result) {
  const double slack = error + 0x1p-100 * std::abs(sum.hi);
  const double below = sum.hi + (sum.lo - slack);
  result = sum.hi + (sum.lo + slack);
  return below == result && std::abs(result) > 0x1p-900;
}

inline bool round(double value, double error, float& result) {
  result = static_cast<float>(value + error);
  return static_cast<float>(value - error) == result;
}

inline bool is_finite(const Maximum& found) {
  return !found.has_nan && std::abs(found.value) <= std::numeric_limits<double>::max();
}

/// The finite largest entry, if no step with it and this factor overflows or underflows.
inline bool find_maximum(std::span<const double> x, double factor, double& maximum) {
  if (x.size() < 2) return false;
  const Maximum found = target().maximum(x.data(), x.size());
  maximum = found.value;
  return is_finite(found) &&
         (factor == 1 || (std::abs(maximum) < 0x1p500 && factor > 0x1p-400 && factor < 0x1p400));
}
inline bool find_maximum(std::span<const float> x, double factor, double& maximum) {
  if (x.size() < 2 || !(factor <= 0x1p200)) return false;
  const Maximum found = target().maximum32(x.data(), x.size());
  maximum = found.value;
  return is_finite(found);
}

inline Exponents exponents_of(double maximum, double temperature) {
  const DoubleDouble inverse = DoubleDouble{1, 0} / DoubleDouble{temperature, 0};
  return {maximum, {inverse.hi, inverse.lo}};
}

/// Writes into out, or beside it if an argument is there.
template <class R>
class Results {
 public:
  Results(std::span<const R> x, std::span<R> out, std::span<const R> y = {})
      : out_(out), apart_(overlap(x, out) || overlap(y, out)), scratch_(apart_ ? out.size() : 0) {}
  R* data() { return apart_ ? scratch_.data() : out_.data(); }

  /// Fills in what is NaN.
  void complete(const Rest<R>& rest) {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      if (std::isnan(data()[i])) data()[i] = rest(i);
    }
  }
  void finish() {
    if (apart_) std::copy_n(scratch_.data(), out_.size(), out_.data());
  }

 private:
  static bool overlap(std::span<const R> x, std::span<R> out) {
    const std::less<const R*> before;
    return before(x.data(), out.data() + out.size()) && before(out.data(), x.data() + x.size());
  }

  std::span<R> out_;
  bool apart_;
  Scratch<R> scratch_;
};

/// A row of exponentials, stored as pairs, and their sum.
class StoredRow {
 public:
  StoredRow(std::span<const double> x, double maximum, double temperature, double* high,
            double* low)
      : x_(x),
        maximum_(maximum),
        temperature_(temperature),
        high_(high),
        low_(low),
        stored_(target().store(x.data(), x.size(), exponents_of(maximum, temperature), high, low)) {
    sum_ = kernel::fast_two_sum(stored_.sum.high, stored_.sum.low);
    inverse_ = DoubleDouble{1, 0} / sum_;
  }

  DoubleDouble entry(std::size_t i) const { return kernel::fast_two_sum(high_[i], low_[i]); }
  DoubleDouble sum() const { return sum_; }
  DoubleDouble inverse() const { return inverse_; }
  bool has_tiny() const { return stored_.has_tiny; }
  /// The sum as it is, not in the unit of the entries.
  Pair total() const { return stored_.total; }
  WeightedSum gaps() const {
    return target().stored_gaps(high_, low_, x_.data(), x_.size(), maximum_);
  }

  /// Rounds the shares, which may lie where the high parts are.
  void write_shares(Results<double>& results, const Rest<double>& rest) const {
    const std::size_t failed =
        target().multiply(high_, low_, x_.size(), {inverse_.hi, inverse_.lo},
                          temperature_ == 1 ? share_error : scaled_share_error, results.data());
    write_tiny([&](std::size_t i) { results.data()[i] = rest(i); });
    if (failed > 0) results.complete(rest);
  }

  /// Calls write(i) for what is 0 here, but not 0 in the end.
  template <class Write>
  void write_tiny(const Write& write) const {
    if (!stored_.has_tiny) return;
    const double width = temperature_ * zero_exponent;
    const double near = temperature_ * tiny_exponent;
    for (std::size_t i = 0; i < x_.size(); ++i) {
      const double gap = x_[i] - maximum_;
      if (width <= gap && gap <= near) write(i);
    }
  }

 private:
  std::span<const double> x_;
  double maximum_;
  double temperature_;
  double* high_;
  double* low_;
  Stored stored_;
  DoubleDouble sum_;
  DoubleDouble inverse_;
};

/// Entries of a row of binary32 which its own kernels cannot round, by the long exponentials of binary64: one more
/// pass over the row, where the second tier would take some forty times its time.
class Finer32 {
 public:
  Finer32(std::span<const float> x, double maximum, double temperature)
      : x_(x), exponents_(exponents_of(maximum, temperature)) {}

  /// The exponent (x_i - maximum) / temperature.
  DoubleDouble exponent(std::size_t i) const {
    const auto entry = static_cast<double>(x_[i]);
    const DoubleDouble gap = kernel::two_difference(entry, exponents_.maximum);
    return gap * DoubleDouble{exponents_.factor.high, exponents_.factor.low};
  }

  /// The share of entry i, if it is not tiny, with a relative error of `error`.
  static constexpr double error = 0x1p-62;
  bool share(std::size_t i, DoubleDouble& result) {
    const DoubleDouble d = exponent(i);
    if (!(d.hi > -200)) return false;
    prepare();
    const Pair e = target().exponential(d.hi, d.lo);
    result = DoubleDouble{e.high, e.low} * inverse_;
    return true;
  }

  /// The logarithm of the sum.
  LogSum log_sum() {
    prepare();
    return log_of<Long>(total_, x_.size());
  }

 private:
  void prepare() {
    if (is_ready_) return;
    std::array<double, 1024> wide;
    DoubleDouble rest;
    for (std::size_t start = 0; start < x_.size(); start += wide.size()) {
      const std::size_t n = std::min(wide.size(), x_.size() - start);
      std::ranges::copy(x_.subspan(start, n), wide.begin());
      const Total part = target().long_sum(wide.data(), n, exponents_);
      rest = rest + kernel::fast_two_sum(part.rest.high, part.rest.low);
      total_.count += part.count;
    }
    total_.rest = {rest.hi, rest.lo};
    inverse_ = DoubleDouble{1, 0} / (rest + static_cast<double>(total_.count));
    is_ready_ = true;
  }

  std::span<const float> x_;
  Exponents exponents_;
  Total total_;
  DoubleDouble inverse_;
  bool is_ready_ = false;
};

/// value, which errs by `error`, rounded to binary32.
inline bool round(DoubleDouble value, double error, float& result) {
  return round(value.hi + value.lo, error + 0x1p-52 * std::abs(value.hi), result);
}

}  // namespace softlaw::vector
