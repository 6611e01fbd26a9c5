// SPDX-License-Identifier: Apache-2.0
#include <softlaw/entropy.hpp>

#include "kernel/check.hpp"
#include "kernel/round.hpp"
#include "kernel/sum.hpp"

namespace softlaw {
namespace {

using namespace kernel;

template <class R>
R entropy_of(std::span<const R> p) {
  require_weights("entropy", "p", p);
  BinnedSum sum;
  for (const R entry : p) {
    if (std::isnan(entry)) return entry;
    if (entry == 0) continue;
    const Scaled q = make_scaled(static_cast<double>(entry));
    sum.add(normalize(log(q) * -q.mantissa.hi, q.exponent));
  }
  return round<R>(sum.total());
}

/// log s + sum e_i (m - x_i) / s with e_i = exp(x_i - m), s = sum e_i: no term is negative.
template <class R>
R softmax_entropy_of(std::span<const R> x) {
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
  return round<R>(sum.log_total() + weighted.total() / sum.total());
}

}  // namespace

double entropy(std::span<const double> p) { return entropy_of(p); }
float entropy(std::span<const float> p) { return entropy_of(p); }

double softmax_entropy(std::span<const double> x) noexcept { return softmax_entropy_of(x); }
float softmax_entropy(std::span<const float> x) noexcept { return softmax_entropy_of(x); }

}  // namespace softlaw
