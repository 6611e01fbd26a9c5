// SPDX-License-Identifier: Apache-2.0
// Once a target: see target.cpp.
#if defined(SOFTLAW_EXPONENTIAL_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SOFTLAW_EXPONENTIAL_INL_HPP
#undef SOFTLAW_EXPONENTIAL_INL_HPP
#else
#define SOFTLAW_EXPONENTIAL_INL_HPP
#endif

#include "operations-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace softlaw::vector::HWY_NAMESPACE {

/// An exponent as a multiple of 2^-25 and a rest of at most 2^-26.
struct Cut {
  V high;
  V low;
};

HWY_INLINE V cut_fine(V x) { return (x + Set(to_fine)) - Set(to_fine); }

/// Cuts an entry less the maximum, for |maximum| < largest_cut: both are cut by themselves, and the
/// rest of the maximum is left to the caller, who multiplies the sum.
struct CutDifference {
  V maximum;  // a multiple of 2^-25
  V lowest;
  HWY_INLINE explicit CutDifference(double m) : maximum(Set(m)), lowest(Set(m + lowest_exponent)) {}
  HWY_INLINE Cut operator()(V x) const {
    x = hn::Max(x, lowest);
    const V cut = cut_fine(x);
    return {cut - maximum, x - cut};
  }
};

/// The same where the difference is exact.
struct FarDifference {
  V maximum;
  HWY_INLINE explicit FarDifference(double m) : maximum(Set(m)) {}
  HWY_INLINE Cut operator()(V x) const {
    const V difference = hn::Max(x - maximum, Set(lowest_exponent));
    const V cut = cut_fine(difference);
    return {cut, difference - cut};
  }
};

/// The difference times a factor, with an error of at most 2^-94.
struct ScaledDifference {
  V maximum;
  V factor;
  V factor_low;
  HWY_INLINE ScaledDifference(double m, Pair f)
      : maximum(Set(m)), factor(Set(f.high)), factor_low(Set(f.low)) {}
  HWY_INLINE Pairs pair(V x) const {
    const Pairs difference = two_difference(x, maximum);
    const Pairs product = two_product(difference.high, factor);
    return {product.high,
            product.low + mul_add(difference.high, factor_low, difference.low * factor)};
  }
  HWY_INLINE Cut operator()(V x) const {
    const Pairs product = pair(x);
    const Mask live = product.high > Set(lowest_exponent);
    const V high = hn::IfThenElse(live, product.high, Set(lowest_exponent));
    const V cut = cut_fine(high);
    return {cut, (high - cut) + hn::IfThenElseZero(live, product.low)};
  }
};

/// tail[0] + tail[1] c + … + tail[7] c^7
HWY_INLINE V evaluate(const double* tail, V c, V c2, V c4) {
  const V tail01 = mul_add(c, Set(tail[1]), Set(tail[0]));
  const V tail23 = mul_add(c, Set(tail[3]), Set(tail[2]));
  const V tail45 = mul_add(c, Set(tail[5]), Set(tail[4]));
  const V tail67 = mul_add(c, Set(tail[7]), Set(tail[6]));
  return mul_add(mul_add(tail67, c2, tail45), c4, mul_add(tail23, c2, tail01));
}

/// unit exp(c + t), the first part exact, the second far below it.
///
/// r is a multiple of 2^-25, so that 2 + 2r + r² is exact; what is left is below 2^-13 of it.
HWY_INLINE Pairs near_one(Short, V r, V t) {
  const V r2 = r * r;
  const V head = mul_add(r + Set(2), r, Set(2));
  const V cubic = (r2 * r) * evaluate(Short::tail, r, r2, r2 * r2);
  const V growth = mul_add(t * t, mul_add(t, Set(1.0 / 6), Set(0.5)), t);
  return {head, mul_add(head + cubic, growth, cubic)};
}

/// The multiple c of 2^-16 next to r makes 6 + 6c + 3c² + c³ exact; what is left is below 2^-16 of it.
HWY_INLINE Pairs near_one(Long, V r, V t) {
  const V c = (r + Set(to_coarse)) - Set(to_coarse);
  const V rest = r - c;
  const V c2 = c * c;
  const V c4 = c2 * c2;
  const V head = mul_add(mul_add(c + Set(3), c, Set(6)), c, Set(6));
  const V quartic = c4 * evaluate(Long::tail, c, c2, c4);
  const V whole = head + quartic;
  const V all = rest + t;
  const V growth = mul_add(all * all, mul_add(all, Set(1.0 / 6), Set(0.5)), t);
  return {head, mul_add(whole, rest, mul_add(whole, growth, quartic))};
}

/// unit exp(high + low), normalised, for lowest_exponent <= high <= 0.
template <class Kind>
HWY_INLINE Pairs exponential(Kind kind, Cut d) {
  const V magic = mul_add(d.high, Set(steps_per_unit), Set(to_integer));
  const V k = magic - Set(to_integer);
  const V r = neg_mul_add(k, Set(step_high), d.high);
  const V t = neg_mul_add(k, Set(step_low), d.low);
  const Pairs one = near_one(kind, r, t);
  const Powers scale = quarter_powers(magic);
  const V low = mul_add(scale.rest, one.high + one.low, one.low);
  const Pairs product = two_product_short(one.high, scale.power);
  return fast_two_sum(product.high, mul_add(scale.power, low, product.low));
}

}  // namespace softlaw::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
