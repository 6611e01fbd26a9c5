// SPDX-License-Identifier: Apache-2.0
#include "first_tier.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <type_traits>

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
  if (t.hi < 0x1p-9) return kernel::log1p_small(t);
  const DoubleDouble sum = t + 1.0;
  const int exponent = kernel::exponent_of(sum.hi);
  const double unit = kernel::power_of_two(-exponent);
  return kernel::log(Scaled{{sum.hi * unit, sum.lo * unit}, exponent});
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

bool is_finite(const Maximum& found) {
  return !found.has_nan && std::abs(found.value) <= std::numeric_limits<double>::max();
}

/// The finite largest entry, if no step with it and this factor overflows or underflows.
bool find_maximum(std::span<const double> x, double factor, double& maximum) {
  if (x.size() < 2) return false;
  const Maximum found = target().maximum(x.data(), x.size());
  maximum = found.value;
  return is_finite(found) &&
         (factor == 1 || (std::abs(maximum) < 0x1p500 && factor > 0x1p-400 && factor < 0x1p400));
}
bool find_maximum(std::span<const float> x, double factor, double& maximum) {
  if (x.size() < 2 || !(factor <= 0x1p200)) return false;
  const Maximum found = target().maximum32(x.data(), x.size());
  maximum = found.value;
  return is_finite(found);
}

Exponents exponents_of(double maximum, double temperature) {
  const DoubleDouble inverse = DoubleDouble{1, 0} / DoubleDouble{temperature, 0};
  return {maximum, {inverse.hi, inverse.lo}};
}

/// Writes into out, or beside it if x is there.
template <class R>
class Results {
 public:
  Results(std::span<const R> x, std::span<R> out)
      : out_(out), apart_(overlap(x, out)), scratch_(apart_ ? out.size() : 0) {}
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

}  // namespace

namespace {

template <class Kind>
LogSum log_sum(std::span<const double> x, const Exponents& exponents) {
  const auto sum = std::is_same_v<Kind, Short> ? target().short_sum : target().long_sum;
  return log_of<Kind>(sum(x.data(), x.size(), exponents), x.size());
}

/// maximum + log(sum) / lambda by one kind of exponentials.
template <class Kind>
bool logsumexp_by(std::span<const double> x, double maximum, double lambda, double& result) {
  LogSum log = log_sum<Kind>(x, {maximum, {lambda, 0}});
  if (!log.is_known) return false;
  if (lambda != 1) {
    log.value = log.value / DoubleDouble{lambda, 0};
    log.error = log.error / lambda + 0x1p-99 * log.value.hi;
  }
  const DoubleDouble sum = kernel::two_sum(maximum, log.value.hi);
  return round({sum.hi, sum.lo + log.value.lo}, log.error, result);
}

template <class Kind>
bool excess_by(std::span<const double> x, double maximum, double& result) {
  const LogSum log = log_sum<Kind>(x, {maximum, {1, 0}});
  return log.is_known && round(log.value, log.error, result);
}

}  // namespace

bool logsumexp(std::span<const double> x, double lambda, double& result) {
  double maximum = 0;
  return find_maximum(x, lambda, maximum) && (logsumexp_by<Short>(x, maximum, lambda, result) ||
                                              logsumexp_by<Long>(x, maximum, lambda, result));
}

bool excess(std::span<const double> x, double& result) {
  double maximum = 0;
  return find_maximum(x, 1, maximum) &&
         (excess_by<Short>(x, maximum, result) || excess_by<Long>(x, maximum, result));
}

bool softmax(std::span<const double> x, double temperature, std::span<double> out,
             const Rest<double>& rest) {
  double maximum = 0;
  if (!find_maximum(x, temperature, maximum)) return false;
  Results<double> results(x, out);
  Scratch low(x.size());
  if (results.data() == nullptr || low.data() == nullptr) return false;
  const Stored stored = target().store(x.data(), x.size(), exponents_of(maximum, temperature),
                                       results.data(), low.data());
  const DoubleDouble total = kernel::fast_two_sum(stored.sum.high, stored.sum.low);
  const DoubleDouble inverse = DoubleDouble{1, 0} / total;
  const std::size_t failed =
      target().multiply(results.data(), low.data(), x.size(), {inverse.hi, inverse.lo},
                        temperature == 1 ? share_error : scaled_share_error, results.data());
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
                 const Rest<double>& rest) {
  double maximum = 0;
  if (!find_maximum(x, temperature, maximum)) return false;
  const Exponents exponents = exponents_of(maximum, temperature);
  const LogSum log = log_sum<Long>(x, exponents);
  Results<double> results(x, out);
  if (!log.is_known || results.data() == nullptr) return false;
  const std::size_t failed = target().subtract(
      x.data(), x.size(), exponents, {log.value.hi, log.value.lo}, log.error, results.data());
  if (failed > 0) results.complete(rest);
  results.finish();
  return true;
}

// Binary32: the same with numbers of binary64 for pairs.
namespace {

/// log(sum) with its error.
struct LogSum32 {
  double value = 0;
  double error = 0;
  bool is_known = false;
};

LogSum32 log_of(const Total& total) {
  const double above_one = total.rest.high + static_cast<double>(total.count - 1);
  if (!(above_one > 0x1p-200)) return {};  // what was raised to the lowest exponent is far less
  const double log = log1p({above_one, 0}).hi;
  return {log, binary32::sum_error * std::min(log, 1.0) + 0x1p-52 * log, true};
}

bool round(double value, double error, float& result) {
  result = static_cast<float>(value + error);
  return static_cast<float>(value - error) == result;
}

}  // namespace

bool logsumexp(std::span<const float> x, double lambda, float& result) {
  double maximum = 0;
  if (!find_maximum(x, lambda, maximum)) return false;
  const LogSum32 log = log_of(target().sum32(x.data(), x.size(), {maximum, {lambda, 0}}));
  const double value = maximum + log.value / lambda;
  const double error = (log.error + 0x1p-51 * log.value) / lambda + 0x1p-52 * std::abs(value);
  return log.is_known && round(value, error, result);
}

bool excess(std::span<const float> x, float& result) {
  double maximum = 0;
  if (!find_maximum(x, 1, maximum)) return false;
  const LogSum32 log = log_of(target().sum32(x.data(), x.size(), {maximum, {1, 0}}));
  return log.is_known && round(log.value, log.error, result);
}

bool softmax(std::span<const float> x, double temperature, std::span<float> out,
             const Rest<float>& rest) {
  double maximum = 0;
  if (!find_maximum(x, 1 / temperature, maximum)) return false;
  Results<float> results(x, out);
  Scratch values(x.size());
  if (results.data() == nullptr || values.data() == nullptr) return false;
  const double sum =
      target().store32(x.data(), x.size(), {maximum, {1 / temperature, 0}}, values.data());
  const bool has_failed = target().multiply32(values.data(), x.size(), 1 / sum, results.data());
  if (has_failed) results.complete(rest);
  results.finish();
  return true;
}

bool log_softmax(std::span<const float> x, double temperature, std::span<float> out,
                 const Rest<float>& rest) {
  double maximum = 0;
  if (!find_maximum(x, 1 / temperature, maximum)) return false;
  const Exponents exponents{maximum, {1 / temperature, 0}};
  const LogSum32 log = log_of(target().sum32(x.data(), x.size(), exponents));
  Results<float> results(x, out);
  if (!log.is_known || results.data() == nullptr) return false;
  const bool has_failed =
      target().subtract32(x.data(), x.size(), exponents, log.value, log.error, results.data());
  if (has_failed) results.complete(rest);
  results.finish();
  return true;
}

// One and two numbers.
namespace {

constexpr double largest_exponent_size = 590;

/// exp(-gap), the gap a pair.
DoubleDouble decay(DoubleDouble gap) {
  const Pair e = target().exponential(-gap.hi, -gap.lo);
  return {e.high, e.low};
}

/// larger + log(1 + exp(-gap)) for 0 <= gap <= largest_exponent_size.
template <class R>
bool add_log1p(double larger, DoubleDouble gap, R& result) {
  const DoubleDouble log = log1p(decay(gap));
  const DoubleDouble sum = kernel::two_sum(larger, log.hi);
  const double log_error = (Short::error + 0x1p-69) * log.hi;
  const DoubleDouble value{sum.hi, sum.lo + log.lo};
  if constexpr (std::is_same_v<R, double>) {
    return round(value, log_error, result);
  } else {
    return round(value.hi + value.lo, log_error + 0x1p-52 * std::abs(value.hi), result);
  }
}

template <class R>
bool logaddexp_of(R a, R b, R& result) {
  if (std::isnan(a) || std::isnan(b)) return false;
  const auto larger = static_cast<double>(std::max(a, b));
  const DoubleDouble gap = kernel::two_difference(larger, static_cast<double>(std::min(a, b)));
  if (!(gap.hi <= largest_exponent_size)) return false;
  return add_log1p(larger, gap, result);
}

template <class R>
bool softplus_of(R t, R& result) {
  const auto wide = static_cast<double>(t);
  if (!(std::abs(wide) <= largest_exponent_size)) return false;
  return add_log1p(std::max(wide, 0.0), {std::abs(wide), 0}, result);
}

/// 1 / (1 + e) or e / (1 + e).
template <class R>
bool logistic_of(R t, R& result) {
  const auto wide = static_cast<double>(t);
  if (!(std::abs(wide) <= largest_exponent_size)) return false;
  const DoubleDouble e = decay({std::abs(wide), 0});
  if constexpr (std::is_same_v<R, float>) {
    const double share = (wide < 0 ? e.hi : 1) / (1 + e.hi);
    return round(share, 0x1p-50 * share, result);
  } else {
    const DoubleDouble sum = kernel::fast_two_sum(1, e.hi);
    const DoubleDouble part = wide < 0 ? e : DoubleDouble{1, 0};
    const double quotient = part.hi / sum.hi;
    const DoubleDouble product = kernel::two_product(quotient, sum.hi);
    const double rest =
        ((part.hi - product.hi) - product.lo) + (part.lo - quotient * (sum.lo + e.lo));
    return round({quotient, rest / sum.hi}, 0x1.1p-63 * quotient, result);
  }
}

}  // namespace

bool logaddexp(double a, double b, double& result) { return logaddexp_of(a, b, result); }
bool logaddexp(float a, float b, float& result) { return logaddexp_of(a, b, result); }
bool softplus(double t, double& result) { return softplus_of(t, result); }
bool softplus(float t, float& result) { return softplus_of(t, result); }
bool logistic(double t, double& result) { return logistic_of(t, result); }
bool logistic(float t, float& result) { return logistic_of(t, result); }

}  // namespace softlaw::vector
