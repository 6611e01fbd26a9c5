// SPDX-License-Identifier: Apache-2.0
#include "first_tier.hpp"
#include "row.hpp"

namespace softlaw::vector {
namespace {

/// The bound of the error of a sum of weighted logarithms, and of one of their differences.
bool round_sum(const WeightedSum& found, double sign, double& result) {
  const DoubleDouble sum = kernel::fast_two_sum(sign * found.sum.high, sign * found.sum.low);
  return round(sum, 4 * log_error * found.weights.high, result);
}
bool round_sum(const WeightedSum& found, double sign, float& result) {
  constexpr double largest_logarithm = 210;  // of a quotient of two numbers
  const double value = sign * found.sum.high;
  return std::abs(value) > 0x1p-100 &&
         round(value, 0x1p-45 * largest_logarithm * found.weights.high, result);
}

WeightedSum logarithms(std::span<const double> p, std::span<const double> q) {
  return target().logarithms(p.data(), q.data(), p.size());
}
WeightedSum logarithms(std::span<const float> p, std::span<const float> q) {
  return target().logarithms32(p.data(), q.data(), p.size());
}
WeightedSum ratios(std::span<const double> p, std::span<const double> q) {
  return target().ratios(p.data(), q.data(), p.size());
}
WeightedSum ratios(std::span<const float> p, std::span<const float> q) {
  return target().ratios32(p.data(), q.data(), p.size());
}

template <class R>
bool cross_entropy_of(std::span<const R> p, std::span<const R> q, R& result) {
  const WeightedSum found = logarithms(p, q);
  return found.is_regular && round_sum(found, -1, result);
}

template <class R>
bool kl_divergence_of(std::span<const R> p, std::span<const R> q, R& result) {
  const WeightedSum found = ratios(p, q);
  return found.is_regular && round_sum(found, 1, result);
}

}  // namespace

bool entropy(std::span<const double> p, double& result) { return cross_entropy_of(p, p, result); }
bool entropy(std::span<const float> p, float& result) { return cross_entropy_of(p, p, result); }

bool cross_entropy(std::span<const double> p, std::span<const double> q, double& result) {
  return cross_entropy_of(p, q, result);
}
bool cross_entropy(std::span<const float> p, std::span<const float> q, float& result) {
  return cross_entropy_of(p, q, result);
}

bool kl_divergence(std::span<const double> p, std::span<const double> q, double& result) {
  return kl_divergence_of(p, q, result);
}
bool kl_divergence(std::span<const float> p, std::span<const float> q, float& result) {
  return kl_divergence_of(p, q, result);
}

// log(sum) and the mean of the gaps below the maximum: neither is negative.

bool softmax_entropy(std::span<const double> x, double& result) {
  double maximum = 0;
  if (!find_maximum(x, 1, maximum)) return false;
  Scratch high(x.size()), low(x.size());
  if (high.data() == nullptr || low.data() == nullptr) return false;
  const StoredRow row(x, maximum, 1, high.data(), low.data());
  const Pair gaps = row.gaps().sum;
  const DoubleDouble above_one = DoubleDouble{row.total().high, row.total().low} + -1.0;
  if (!(above_one.hi > 0x1p-60)) return false;
  const DoubleDouble log_total = log1p(above_one);
  const DoubleDouble mean = kernel::fast_two_sum(gaps.high, gaps.low) * row.inverse();
  const DoubleDouble sum = log_total + mean;
  return round(sum, 0x1p-72 * (1 + sum.hi), result);
}

bool softmax_entropy(std::span<const float> x, float& result) {
  double maximum = 0;
  if (!find_maximum(x, 1, maximum)) return false;
  Scratch values(x.size());
  if (values.data() == nullptr) return false;
  const double sum = target().store32(x.data(), x.size(), {maximum, {1, 0}}, values.data());
  const double gaps = target().stored_gaps32(values.data(), x.data(), x.size(), maximum);
  if (!(sum > 1 + 0x1p-20)) return false;
  const double value = log1p({sum - 1, 0}).hi + gaps / sum;
  return round(value, 2 * binary32::sum_error * (1 + value), result);
}

}  // namespace softlaw::vector
