// SPDX-License-Identifier: Apache-2.0
#include "first_tier.hpp"
#include "row.hpp"

namespace softlaw::vector {
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
  // The logarithm errs by 2^-69 of itself below 2^-9 and by 2^-73 beyond, at most half of this.
  const double error = 1.5 * Short::error * log.hi;
  const DoubleDouble value{sum.hi, sum.lo + log.lo};
  if constexpr (std::is_same_v<R, double>) {
    return round(value, error, result);
  } else {
    return round(value.hi + value.lo, error + 0x1p-52 * std::abs(value.hi), result);
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
