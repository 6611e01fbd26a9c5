// SPDX-License-Identifier: Apache-2.0
#include "first_tier.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "../kernel/log.hpp"
#include "constants.hpp"
#include "scratch.hpp"
#include "target.hpp"

namespace softlaw::vector {
namespace {

using kernel::DoubleDouble;
using kernel::Scaled;

/// log(sum) as a pair with an absolute error.
struct LogSum {
  DoubleDouble value;
  double error = 0;
  bool is_known = false;
};

/// log(1 + t) for t > 2^-700, with a relative error of at most 2^-69 for small t, and of 2^-78 in
/// absolute terms beyond.
DoubleDouble log1p(DoubleDouble t) {
  return t.hi < 0x1p-9 ? kernel::log1p_small(t) : kernel::log(kernel::make_scaled(t + 1.0));
}

/// `above_one` of the terms is the sum less one of its largest terms.
template <class Kind>
LogSum log_of(const Total& total, std::size_t n) {
  constexpr double least = 0x1p-700;  // what counts as zero is far less
  const DoubleDouble rest = kernel::fast_two_sum(total.rest.high, total.rest.low);
  const DoubleDouble above_one = rest + static_cast<double>(total.count - 1);
  if (!(above_one.hi > least)) return {};
  const DoubleDouble log = log1p(above_one);
  const double log_error = log.hi < 0x1p-8 ? 0x1p-69 * log.hi : 0x1p-78;
  const double error = Kind::error * std::min(log.hi, 1.0) + log_error;
  return {log, error + Kind::addition_error * static_cast<double>(n), true};
}

/// high + low, if no error up to `error` changes what it is rounded to.
bool round(DoubleDouble sum, double error, double& result) {
  const double slack = error + 0x1p-100 * std::abs(sum.hi);
  const double below = sum.hi + (sum.lo - slack);
  result = sum.hi + (sum.lo + slack);
  return below == result && std::abs(result) > 0x1p-900;
}

/// The finite largest entry, if no step with it and this factor overflows or underflows.
bool find_maximum(std::span<const double> x, double factor, double& maximum) {
  if (x.size() < 2) return false;
  const Maximum found = target().maximum(x.data(), x.size());
  maximum = found.value;
  if (found.has_nan || !(std::abs(maximum) <= std::numeric_limits<double>::max())) return false;
  return factor == 1 || (std::abs(maximum) < 0x1p500 && factor > 0x1p-400 && factor < 0x1p400);
}

Exponents exponents_of(double maximum, double temperature) {
  const DoubleDouble inverse = DoubleDouble{1, 0} / DoubleDouble{temperature, 0};
  return {maximum, {inverse.hi, inverse.lo}};
}

/// Writes into out, or beside it if x is there.
class Results {
 public:
  Results(std::span<const double> x, std::span<double> out)
      : out_(out), apart_(overlap(x, out)), scratch_(apart_ ? out.size() : 0) {}
  double* data() { return apart_ ? scratch_.data() : out_.data(); }

  /// Fills in what is NaN.
  void complete(const Rest& rest) {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      if (std::isnan(data()[i])) data()[i] = rest(i);
    }
  }
  void finish() {
    if (apart_) std::copy_n(scratch_.data(), out_.size(), out_.data());
  }

 private:
  static bool overlap(std::span<const double> x, std::span<double> out) {
    const std::less<const double*> before;
    return before(x.data(), out.data() + out.size()) && before(out.data(), x.data() + x.size());
  }

  std::span<double> out_;
  bool apart_;
  Scratch scratch_;
};

}  // namespace

bool logsumexp(std::span<const double> x, double lambda, double& result) {
  double maximum = 0;
  if (!find_maximum(x, lambda, maximum)) return false;
  const Total total = target().short_sum(x.data(), x.size(), {maximum, {lambda, 0}});
  LogSum log = log_of<Short>(total, x.size());
  if (!log.is_known) return false;
  if (lambda != 1) {
    log.value = log.value / DoubleDouble{lambda, 0};
    log.error = (log.error + 0x1p-100 * log.value.hi) / lambda;
  }
  const DoubleDouble sum = kernel::two_sum(maximum, log.value.hi);
  return round({sum.hi, sum.lo + log.value.lo}, log.error, result);
}

bool excess(std::span<const double> x, double& result) {
  double maximum = 0;
  if (!find_maximum(x, 1, maximum)) return false;
  const Total total = target().short_sum(x.data(), x.size(), {maximum, {1, 0}});
  const LogSum log = log_of<Short>(total, x.size());
  return log.is_known && round(log.value, log.error, result);
}

bool softmax(std::span<const double> x, double temperature, std::span<double> out,
             const Rest& rest) {
  double maximum = 0;
  if (!find_maximum(x, temperature, maximum)) return false;
  Results results(x, out);
  Scratch low(x.size());
  if (results.data() == nullptr || low.data() == nullptr) return false;
  const Stored stored = target().store(x.data(), x.size(), exponents_of(maximum, temperature),
                                       results.data(), low.data());
  const DoubleDouble total = kernel::fast_two_sum(stored.sum.high, stored.sum.low);
  const DoubleDouble inverse = DoubleDouble{1, 0} / total;
  const std::size_t failed = target().multiply(results.data(), low.data(), x.size(),
                                               {inverse.hi, inverse.lo}, results.data());
  if (stored.has_tiny) {
    // What is 0 here, but not 0 in the end.
    const double width = temperature * zero_exponent;
    const double near = temperature * tiny_exponent;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double gap = x[i] - maximum;
      if (width <= gap && gap <= near) results.data()[i] = rest(i);
    }
  }
  if (failed > 0) results.complete(rest);
  results.finish();
  return true;
}

bool log_softmax(std::span<const double> x, double temperature, std::span<double> out,
                 const Rest& rest) {
  double maximum = 0;
  if (!find_maximum(x, temperature, maximum)) return false;
  const Exponents exponents = exponents_of(maximum, temperature);
  const Total total = target().long_sum(x.data(), x.size(), exponents);
  const LogSum log = log_of<Long>(total, x.size());
  Results results(x, out);
  if (!log.is_known || results.data() == nullptr) return false;
  const std::size_t failed = target().subtract(
      x.data(), x.size(), exponents, {log.value.hi, log.value.lo}, log.error, results.data());
  if (failed > 0) results.complete(rest);
  results.finish();
  return true;
}

}  // namespace softlaw::vector
