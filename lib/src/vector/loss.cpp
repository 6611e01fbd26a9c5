// SPDX-License-Identifier: Apache-2.0
#include "first_tier.hpp"
#include "row.hpp"

namespace softlaw::vector {
namespace {

/// The labels and their gaps below the maximum, if both are ordinary.
template <class R>
bool find_gaps(std::span<const R> o, std::span<const R> y, double maximum, WeightedSum& gaps) {
  if constexpr (std::is_same_v<R, double>) {
    gaps = target().gaps(o.data(), y.data(), o.size(), maximum);
  } else {
    gaps = target().gaps32(o.data(), y.data(), o.size(), maximum);
  }
  return gaps.is_regular;
}

/// p_label - 1 by exponentials of binary64, or by the next tier.
float finer_own(std::span<const float> o, double maximum, std::size_t label,
                const Rest<float>& rest) {
  Finer32 finer(o, maximum, 1);
  DoubleDouble share;
  if (!finer.share(label, share)) return rest(label);
  float result = 0;
  return round(share + -1.0, Finer32::error * share.hi, result) ? result : rest(label);
}

DoubleDouble pair_of(Pair a) { return kernel::fast_two_sum(a.high, a.low); }

}  // namespace

// -log p_label is a sum of two numbers that are not negative: the gap of the label, and log(sum).

bool cross_entropy_label(std::span<const double> o, std::size_t label, double& result) {
  double maximum = 0;
  if (!find_maximum(o, 1, maximum) || std::isinf(o[label])) return false;
  const DoubleDouble gap = kernel::two_difference(maximum, o[label]);
  const auto by = [&](const LogSum& log) {
    if (!log.is_known) return false;
    const DoubleDouble sum = kernel::two_sum(gap.hi, log.value.hi);
    return round({sum.hi, sum.lo + (gap.lo + log.value.lo)}, log.error, result);
  };
  const Exponents exponents{maximum, {1, 0}};
  return by(log_sum<Short>(o, exponents)) || by(log_sum<Long>(o, exponents));
}

bool cross_entropy_label(std::span<const float> o, std::size_t label, float& result) {
  double maximum = 0;
  if (!find_maximum(o, 1, maximum) || std::isinf(o[label])) return false;
  const LogSum32 log = log_sum32(o, {maximum, {1, 0}});
  const double gap = maximum - static_cast<double>(o[label]);
  const double value = gap + log.value;
  return log.is_known && round(value, log.error + 0x1p-51 * value, result);
}

bool cross_entropy_logits(std::span<const double> o, std::span<const double> y, double& result) {
  double maximum = 0;
  WeightedSum gaps;
  if (!find_maximum(o, 1, maximum) || !find_gaps(o, y, maximum, gaps)) return false;
  const LogSum log = log_sum<Long>(o, {maximum, {1, 0}});
  if (!log.is_known) return false;
  const DoubleDouble labels = pair_of(gaps.weights);
  const DoubleDouble value = log.value * labels + pair_of(gaps.sum);
  const double error = log.error * labels.hi + 0x1p-80 * value.hi;
  return round(value, error, result);
}

bool cross_entropy_logits(std::span<const float> o, std::span<const float> y, float& result) {
  double maximum = 0;
  WeightedSum gaps;
  if (!find_maximum(o, 1, maximum) || !find_gaps(o, y, maximum, gaps)) return false;
  const LogSum32 log = log_sum32(o, {maximum, {1, 0}});
  const double value = log.value * gaps.weights.high + gaps.sum.high;
  const double error = log.error * gaps.weights.high + 0x1p-50 * value;
  return log.is_known && round(value, error, result);
}

bool cross_entropy_label_gradient(std::span<const double> o, std::size_t label,
                                  std::span<double> out, const Rest<double>& rest) {
  double maximum = 0;
  if (!find_maximum(o, 1, maximum)) return false;
  Results<double> results(o, out);
  Scratch low(o.size());
  if (results.data() == nullptr || low.data() == nullptr) return false;
  const StoredRow row(o, maximum, 1, results.data(), low.data());
  // p_label - 1 = -(sum of the others) / sum
  const DoubleDouble others = (row.sum() + -row.entry(label)) * row.inverse();
  row.write_shares(results, rest);
  if (!round(-others, 2 * share_error, results.data()[label])) {
    results.data()[label] = rest(label);
  }
  results.finish();
  return true;
}

bool cross_entropy_label_gradient(std::span<const float> o, std::size_t label, std::span<float> out,
                                  const Rest<float>& rest) {
  double maximum = 0;
  if (!find_maximum(o, 1, maximum)) return false;
  Results<float> results(o, out);
  Scratch values(o.size());
  if (results.data() == nullptr || values.data() == nullptr) return false;
  const double sum = target().store32(o.data(), o.size(), {maximum, {1, 0}}, values.data());
  const double others = (sum - values.data()[label]) / sum;
  if (target().multiply32(values.data(), o.size(), 1 / sum, results.data())) {
    Finer32 finer(o, maximum, 1);
    results.complete([&](std::size_t i) {
      DoubleDouble share;
      float result = 0;
      const bool is_known =
          finer.share(i, share) && round(share, Finer32::error * share.hi, result);
      return is_known ? result : rest(i);
    });
  }
  if (!round(-others, 2 * binary32::share_error, results.data()[label])) {
    results.data()[label] = finer_own(o, maximum, label, rest);
  }
  results.finish();
  return true;
}

bool cross_entropy_logits_gradient(std::span<const double> o, std::span<const double> y,
                                   std::span<double> out, const Rest<double>& rest) {
  double maximum = 0;
  WeightedSum gaps;
  if (!find_maximum(o, 1, maximum) || !find_gaps(o, y, maximum, gaps)) return false;
  Results<double> results(o, out, y);
  Scratch low(o.size());
  if (results.data() == nullptr || low.data() == nullptr) return false;
  const StoredRow row(o, maximum, 1, results.data(), low.data());
  const DoubleDouble labels = pair_of(gaps.weights);
  const DoubleDouble factor = row.inverse() * labels;
  const std::size_t failed =
      target().residual(results.data(), low.data(), y.data(), o.size(), {factor.hi, factor.lo},
                        scaled_share_error, results.data());
  // What was raised stands as 0: shares of labels above 0, and those that need not round to 0, are left.
  for (std::size_t i = 0; row.has_tiny() && i < o.size(); ++i) {
    const double gap = o[i] - maximum;
    const bool is_zero =
        y[i] == 0 && gap < zero_exponent && (labels.hi < 0x1p20 || std::isinf(gap));
    if (gap <= tiny_exponent && !is_zero) results.data()[i] = rest(i);
  }
  if (failed > 0) results.complete(rest);
  results.finish();
  return true;
}

bool cross_entropy_logits_gradient(std::span<const float> o, std::span<const float> y,
                                   std::span<float> out, const Rest<float>& rest) {
  double maximum = 0;
  WeightedSum gaps;
  if (!find_maximum(o, 1, maximum) || !find_gaps(o, y, maximum, gaps)) return false;
  Results<float> results(o, out, y);
  Scratch values(o.size());
  if (results.data() == nullptr || values.data() == nullptr || gaps.weights.high > 0x1p20)
    return false;
  const double sum = target().store32(o.data(), o.size(), {maximum, {1, 0}}, values.data());
  if (target().residual32(values.data(), y.data(), o.size(), gaps.weights.high / sum,
                          results.data())) {
    Finer32 finer(o, maximum, 1);
    results.complete([&](std::size_t i) {
      DoubleDouble share;
      if (!finer.share(i, share)) return rest(i);
      const DoubleDouble of_labels = share * pair_of(gaps.weights);
      const DoubleDouble value = of_labels + -static_cast<double>(y[i]);
      float result = 0;
      return round(value, 2 * Finer32::error * of_labels.hi, result) ? result : rest(i);
    });
  }
  results.finish();
  return true;
}

}  // namespace softlaw::vector
