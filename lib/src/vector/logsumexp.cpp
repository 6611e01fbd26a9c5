// SPDX-License-Identifier: Apache-2.0
#include "first_tier.hpp"
#include "row.hpp"

namespace softlaw::vector {
namespace {

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

bool logsumexp(std::span<const float> x, double lambda, float& result) {
  double maximum = 0;
  if (!find_maximum(x, lambda, maximum)) return false;
  const LogSum32 log = log_sum32(x, {maximum, {lambda, 0}});
  const double value = maximum + log.value / lambda;
  const double error = (log.error + 0x1p-51 * log.value) / lambda + 0x1p-52 * std::abs(value);
  return log.is_known && round(value, error, result);
}

bool excess(std::span<const float> x, float& result) {
  double maximum = 0;
  if (!find_maximum(x, 1, maximum)) return false;
  const LogSum32 log = log_sum32(x, {maximum, {1, 0}});
  return log.is_known && round(log.value, log.error, result);
}

}  // namespace softlaw::vector
