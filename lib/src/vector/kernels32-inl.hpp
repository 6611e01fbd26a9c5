// SPDX-License-Identifier: Apache-2.0
// Once a target: see target.cpp.
#if defined(SOFTLAW_KERNELS32_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SOFTLAW_KERNELS32_INL_HPP
#undef SOFTLAW_KERNELS32_INL_HPP
#else
#define SOFTLAW_KERNELS32_INL_HPP
#endif

#include "kernels-inl.hpp"

/// Binary32, computed in binary64: no number needs a low part.
HWY_BEFORE_NAMESPACE();
namespace softlaw::vector::HWY_NAMESPACE {

using FullF = hn::ScalableTag<float>;
using HalfF = hn::Rebind<float, D>;  // as many floats as a vector has doubles
constexpr FullF f32;
constexpr HalfF half32;

/// The `count` first entries as binary64, and `other` beyond.
HWY_INLINE V load_first(const float* x, std::size_t count, float other) {
  if (count >= hn::Lanes(f64)) return hn::PromoteTo(f64, hn::LoadU(half32, x));
#if SOFTLAW_HAS_MASKS
  const auto first = hn::FirstN(half32, count);
  const auto entries =
      hn::IfThenElse(first, hn::MaskedLoad(first, half32, x), hn::Set(half32, other));
  return hn::PromoteTo(f64, entries);
#else
  HWY_ALIGN float lanes[hn::MaxLanes(half32)];
  for (std::size_t i = 0; i < hn::Lanes(half32); ++i) lanes[i] = i < count ? x[i] : other;
  return hn::PromoteTo(f64, hn::Load(half32, lanes));
#endif
}

template <class Step>
HWY_INLINE void for_each_vector(const float* x, std::size_t n, float other, const Step& step) {
  const std::size_t width = hn::Lanes(f64);
  std::size_t i = 0;
  for (; i + width <= n; i += width) step(load_first(x + i, width, other), i, width);
  if (i < n) step(load_first(x + i, n - i, other), i, n - i);
}

Maximum find_maximum32(const float* x, std::size_t n) {
  constexpr float lowest = -std::numeric_limits<float>::infinity();
  auto first = hn::Set(f32, lowest);
  auto second = first;
  auto not_ordered = hn::IsNaN(first);
  const std::size_t width = hn::Lanes(f32);
  std::size_t i = 0;
  for (; i + 2 * width <= n; i += 2 * width) {
    const auto a = hn::LoadU(f32, x + i);
    const auto b = hn::LoadU(f32, x + i + width);
    not_ordered = hn::Or(not_ordered, hn::IsNaN(a + b));
    first = hn::Max(first, a);
    second = hn::Max(second, b);
  }
  Maximum result{hn::GetLane(hn::MaxOfLanes(f32, hn::Max(first, second))),
                 !hn::AllFalse(f32, not_ordered)};
  for (; i < n; ++i) {
    result.has_nan = result.has_nan || x[i] != x[i];
    result.value = std::max(result.value, static_cast<double>(x[i]));
  }
  return result;
}

/// exp(d) for lowest_exponent32 <= d <= 0, with a relative error of at most 2^-46.
HWY_INLINE V exponential32(V d) {
  const V magic = mul_add(d, Set(binary32::steps_per_unit), Set(to_integer));
  const V r = neg_mul_add(magic - Set(to_integer), Set(binary32::step), d);
  const V r2 = r * r;
  const V r4 = r2 * r2;
  const auto pair_of = [&](int i) SOFTLAW_INLINE {
    return mul_add(r, Set(binary32::tail[i + 1]), Set(binary32::tail[i]));
  };
  const V lower = mul_add(pair_of(2), r2, pair_of(0));
  const V upper = mul_add(pair_of(6), r2, pair_of(4));
  const V tail = mul_add(mul_add(r4, Set(binary32::tail[8]), upper), r4, lower);
  const V power = mul_add(r2, tail, r + Set(1));
  const auto exponent = hn::ShiftLeft<52>(hn::BitCast(i64, magic));
  return hn::BitCast(f64, hn::Add(hn::BitCast(i64, power), exponent));
}

/// (x - maximum) factor: the difference of two binary32 numbers errs by 2^-53 of itself at most.
struct Difference32 {
  V maximum;
  V factor;
  HWY_INLINE explicit Difference32(const Exponents& exponents)
      : maximum(Set(exponents.maximum)), factor(Set(exponents.factor.high)) {}
  HWY_INLINE V operator()(V x) const { return (x - maximum) * factor; }
  HWY_INLINE V exponent(V x) const { return hn::Max((*this)(x), Set(binary32::lowest_exponent)); }
};

/// Sums blocks in lanes and the blocks in pairs. each(vector, position, number) gives the terms.
template <class Each>
HWY_INLINE double sum_over32(const float* x, std::size_t n, float other, const Each& each) {
  constexpr std::size_t block = 256;
  Pair all;
  for (std::size_t start = 0; start < n; start += block) {
    V part = Set(0);
    for_each_vector(x + start, std::min(n - start, block), other,
                    [&](V v, std::size_t at, std::size_t count)
                        SOFTLAW_INLINE { part = part + each(v, start + at, count); });
    all = sum_of(all, {sum_of_lanes(part), 0});
  }
  return all.high + all.low;
}

Total sum32(const float* x, std::size_t n, const Exponents& exponents) {
  const Difference32 difference(exponents);
  auto count = hn::Zero(i64);
  const double rest =
      sum_over32(x, n, -std::numeric_limits<float>::infinity(),
                 [&](V v, std::size_t, std::size_t) SOFTLAW_INLINE {
                   const Mask largest = v == difference.maximum;
                   count = hn::Sub(count, hn::BitCast(i64, hn::VecFromMask(f64, largest)));
                   return hn::IfThenZeroElse(largest, exponential32(difference.exponent(v)));
                 });
  return {{rest, 0}, static_cast<std::size_t>(hn::GetLane(hn::SumOfLanes(i64, count)))};
}

double store_exponentials32(const float* x, std::size_t n, const Exponents& exponents,
                            double* values) {
  const Difference32 difference(exponents);
  return sum_over32(x, n, static_cast<float>(exponents.maximum),
                    [&](V v, std::size_t at, std::size_t count) SOFTLAW_INLINE {
                      const V e = exponential32(difference.exponent(v));
                      store_first(e, values + at, count);
                      if (count == hn::Lanes(f64)) return e;
                      return hn::IfThenElseZero(hn::FirstN(f64, count), e);
                    });
}

/// y rounded to binary32, NaN where an error of `error` could change that.
struct Rounding32 {
  Mask failed;
  HWY_INLINE Rounding32() : failed(hn::IsNaN(Set(0))) {}
  HWY_INLINE void operator()(V y, V error, float* out, std::size_t count) {
    const auto below = hn::DemoteTo(half32, y - error);
    const auto above = hn::DemoteTo(half32, y + error);
    const V wide = hn::PromoteTo(f64, below);
    const Mask sure = wide == hn::PromoteTo(f64, above);
    const V value = hn::IfThenElse(sure, wide, Set(std::numeric_limits<double>::quiet_NaN()));
    failed = hn::Or(failed, hn::Not(sure));
    const auto result = hn::DemoteTo(half32, value);
    if (count >= hn::Lanes(f64)) return hn::StoreU(result, half32, out);
#if SOFTLAW_HAS_MASKS
    hn::BlendedStore(result, hn::FirstN(half32, count), half32, out);
#else
    HWY_ALIGN float lanes[hn::MaxLanes(half32)];
    hn::Store(result, half32, lanes);
    for (std::size_t i = 0; i < count; ++i) out[i] = lanes[i];
#endif
  }
  HWY_INLINE bool any() const { return !hn::AllFalse(f64, failed); }
};

bool multiply32(const double* values, std::size_t n, double inverse, float* out) {
  const V factor = Set(inverse);
  const std::size_t width = hn::Lanes(f64);
  Rounding32 rounding;
  for (std::size_t i = 0; i < n; i += width) {
    const std::size_t count = std::min(width, n - i);
    const V y = load_first(values + i, count, 0) * factor;
    rounding(y, y * Set(binary32::share_error), out + i, count);
  }
  return rounding.any();
}

bool subtract32(const float* x, std::size_t n, const Exponents& exponents, double log_total,
                double error, float* out) {
  const Difference32 difference(exponents);
  const V total = Set(log_total);
  Rounding32 rounding;
  for_each_vector(x, n, static_cast<float>(exponents.maximum),
                  [&](V v, std::size_t at, std::size_t count) SOFTLAW_INLINE {
                    const V y = difference(v) - total;
                    const V slack = hn::Min(hn::Abs(y), Set(0x1p200)) * Set(0x1p-50);
                    rounding(y, slack + Set(error), out + at, count);
                  });
  return rounding.any();
}

}  // namespace softlaw::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
