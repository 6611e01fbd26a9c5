// SPDX-License-Identifier: Apache-2.0
#include <softlaw/entropy.hpp>

#include "exact/logarithms.hpp"
#include "exact/logits.hpp"
#include "kernel/certain.hpp"
#include "kernel/check.hpp"
#include "kernel/environment.hpp"
#include "kernel/signed_sum.hpp"
#include "kernel/sum.hpp"
#include "vector/first_tier.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// Whether this entropy is ever halfway between two floats is not known.
constexpr std::size_t softmax_entropy_limit = 5120;

template <class R>
R entropy_of(std::span<const R> p) {
  if (R result; vector::entropy(p, result)) return result;
  require_weights("entropy", "p", p);
  SignedSum sum;
  for (const R entry : p) {
    if (std::isnan(entry)) return entry;
    if (entry == 0) continue;
    const Scaled q = make_scaled(static_cast<double>(entry));
    sum.add(normalize(log(q) * -q.mantissa.hi, q.exponent));
  }
  if (const auto second = sum.certain_total<R>(logarithm_error)) return *second;
  exact::Logarithms exactly;
  for (const R entry : p) {
    const auto value = static_cast<double>(entry);
    if (value > 0) exactly.add(-value, value);
  }
  return exactly.resolve<R>();
}

/// log s + sum e_i (m - x_i) / s with e_i = exp(x_i - m), s = sum e_i: no term is negative.
template <class R>
R softmax_entropy_of(std::span<const R> x) {
  if (R result; vector::softmax_entropy(x, result)) return result;
  const Peak peak = find_peak(x);
  if (x.empty()) return 0;
  if (!peak.is_finite()) return std::numeric_limits<R>::quiet_NaN();
  const Shift shift{peak};
  BinnedSum weighted;
  for (const R entry : x) {
    const DoubleDouble d = shift.pair(static_cast<double>(entry));
    const Scaled e = exponential(d);
    if (d.hi < 0 && !is_zero(e)) {
      weighted.add(normalize(e.mantissa, e.exponent) * make_scaled(-d));
    }
  }
  const Sum sum = sum_exponentials(x, shift);
  const Scaled entropy = sum.log_total() + weighted.total() / sum.total();
  if (const auto second = certain<R>(entropy, log_total_error)) return *second;
  const exact::Logits<R> logits(x, peak.value);
  const auto enclosure = [&](const exact::Precision& p) {
    exact::Interval moment;
    for (const R entry : x) {
      if (std::isinf(entry)) continue;
      moment = moment - p.multiply(logits.weight(p, entry), logits.exponent(p, entry));
    }
    return logits.log_total(p) + p.divide(moment, logits.total(p));
  };
  return exact::resolve<R>(enclosure, softmax_entropy_limit);
}

}  // namespace

double entropy(std::span<const double> p) {
  return in_default_environment([&] { return entropy_of(p); });
}
float entropy(std::span<const float> p) {
  return in_default_environment([&] { return entropy_of(p); });
}

double softmax_entropy(std::span<const double> x) noexcept {
  return in_default_environment([&] { return softmax_entropy_of(x); });
}
float softmax_entropy(std::span<const float> x) noexcept {
  return in_default_environment([&] { return softmax_entropy_of(x); });
}

}  // namespace softlaw
