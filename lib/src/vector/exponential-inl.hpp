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

/// The difference times a factor, with an error of at most 2^-79.
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

/// k = round(4 d / log 2), once as a number and once as k + to_integer, and d.high - k step_high, a
/// multiple of 2^-25.
struct Reduced {
  V magic;
  V k;
  V r;
  HWY_INLINE explicit Reduced(Cut d)
      : magic(mul_add(d.high, Set(steps_per_unit), Set(to_integer))),
        k(magic - Set(to_integer)),
        r(neg_mul_add(k, Set(step_high), d.high)) {}
};

/// 2 exp(high + low), normalised, for lowest_exponent <= high <= 0.
///
/// r is a multiple of 2^-25, so that 2 + 2r + r² is exact; what is left is below 2^-13 of it.
HWY_INLINE Pairs exponential(Short, Cut d) {
  const Reduced reduced(d);
  const V r = reduced.r;
  const V t = neg_mul_add(reduced.k, Set(step_low), d.low);

  const V r2 = r * r;
  const auto pair_of = [&](int i) SOFTLAW_INLINE {
    return mul_add(r, Set(Short::tail[i + 1]), Set(Short::tail[i]));
  };
  const V tail =
      mul_add(mul_add(pair_of(6), r2, pair_of(4)), r2 * r2, mul_add(pair_of(2), r2, pair_of(0)));
  const V head = mul_add(r + Set(2), r, Set(2));
  const V cubic = (r2 * r) * tail;
  const V growth = mul_add(t * t, mul_add(t, Set(1.0 / 6), Set(0.5)), t);
  const V rest = mul_add(head + cubic, growth, cubic);

  const Powers scale = quarter_powers(short_powers, reduced.magic);
  const V low = mul_add(scale.rest, head + rest, rest);
  const Pairs product = two_product_short(head, scale.power);
  return fast_two_sum(product.high, mul_add(scale.power, low, product.low));
}

/// What makes exp(c) of the multiple c of 2^-16: 6 + 6c + 3c² + c³ is exact; the rest is a pair.
HWY_INLINE Pairs exponential_of_multiple(V c) {
  const V c2 = c * c;
  const V c4 = c2 * c2;
  const V head = mul_add(mul_add(c + Set(3), c, Set(6)), c, Set(6));
  const auto pair_of = [&](int i) SOFTLAW_INLINE {
    return mul_add(c, Set(Long::tail[i + 1]), Set(Long::tail[i]));
  };
  const V last = mul_add(Set(Long::tail[6]), c2, pair_of(4));
  const V tail = mul_add(mul_add(last, c2, pair_of(2)), c2, pair_of(0));
  const Pairs series = fast_two_sum(Set(0.25), c * Set(Long::twentieth));
  const V series_low = series.low + mul_add(c2, tail, c * Set(Long::twentieth_rest));
  const Pairs quartic = two_product(c4, series.high);
  const Pairs sum = fast_two_sum(head, quartic.high);
  return {sum.high, sum.low + mul_add(c4, series_low, quartic.low)};
}

/// 6 exp(high + low), likewise: r = c + rest, and with t for what is below r all of exp(c) (1 + rest +
/// t) is computed in pairs.
HWY_INLINE Pairs exponential(Long, Cut d) {
  const Reduced reduced(d);
  const Pairs t = two_difference(d.low, reduced.k * Set(step_middle));
  const V t_low = neg_mul_add(reduced.k, Set(step_lowest), t.low);
  const V c = (reduced.r + Set(to_coarse)) - Set(to_coarse);
  const V rest = reduced.r - c;
  const V all = rest + t.high;
  const V series = mul_add(mul_add(all, Set(1.0 / 24), Set(1.0 / 6)), all, Set(0.5));
  const V growth = mul_add(all * all, series, mul_add(t_low, all, t_low));

  const Pairs one = exponential_of_multiple(c);
  const Pairs by_rest = two_product_short(one.high, rest);
  const Pairs by_t = two_product(one.high, t.high);
  const V low =
      mul_add(one.high, growth, mul_add(one.low, all + growth, one.low) + (by_rest.low + by_t.low));
  const Pairs first = fast_two_sum(one.high, by_rest.high);
  const Pairs second = fast_two_sum(first.high, by_t.high);
  const Pairs grown = fast_two_sum(second.high, (first.low + second.low) + low);

  const Powers scale = quarter_powers(long_powers, reduced.magic);
  const Pairs product = two_product(grown.high, scale.power);
  const V grown_low = mul_add(scale.rest, grown.high, grown.low);
  return fast_two_sum(product.high, mul_add(scale.power, grown_low, product.low));
}

}  // namespace softlaw::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
