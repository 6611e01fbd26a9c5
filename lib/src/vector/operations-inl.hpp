// SPDX-License-Identifier: Apache-2.0
// Once a target: see target.cpp.
#if defined(SOFTLAW_OPERATIONS_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SOFTLAW_OPERATIONS_INL_HPP
#undef SOFTLAW_OPERATIONS_INL_HPP
#else
#define SOFTLAW_OPERATIONS_INL_HPP
#endif

#include <hwy/highway.h>

#include "constants.hpp"
#include "target.hpp"

/// For the bodies of lambdas, which otherwise keep what they capture in memory.
#undef SOFTLAW_INLINE
#define SOFTLAW_INLINE HWY_ATTR __attribute__((always_inline))

/// Whether a load of a part of a vector reads nothing else.
#undef SOFTLAW_HAS_MASKS
#define SOFTLAW_HAS_MASKS (HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX2)

HWY_BEFORE_NAMESPACE();
namespace softlaw::vector::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using D = hn::ScalableTag<double>;
using DI = hn::ScalableTag<std::int64_t>;
using V = hn::Vec<D>;
using Mask = hn::Mask<D>;
constexpr D f64;
constexpr DI i64;

// Named like Highway's.
HWY_INLINE V Set(double x) { return hn::Set(f64, x); }  // NOLINT(readability-identifier-naming)

/// a b + c and c - a b; rounded once or twice, as the target has it.
HWY_INLINE V mul_add(V a, V b, V c) { return hn::MulAdd(a, b, c); }
HWY_INLINE V neg_mul_add(V a, V b, V c) { return hn::NegMulAdd(a, b, c); }

/// The unevaluated sums high + low.
struct Pairs {
  V high;
  V low;
};

/// a + b exactly, for |a| >= |b| or a = 0.
HWY_INLINE Pairs fast_two_sum(V a, V b) {
  const V sum = a + b;
  return {sum, b - (sum - a)};
}

/// a + b exactly.
HWY_INLINE Pairs two_sum(V a, V b) {
  const V sum = a + b;
  const V from_b = sum - a;
  return {sum, (a - (sum - from_b)) + (b - from_b)};
}

/// a - b exactly.
HWY_INLINE Pairs two_difference(V a, V b) {
  const V difference = a - b;
  const V from_b = a - difference;
  return {difference, (a - (difference + from_b)) + (from_b - b)};
}

/// x with the last 27 bits of its significand cleared.
HWY_INLINE V leading_26_bits(V x) {
  return hn::And(x, hn::BitCast(f64, hn::Set(i64, ~((std::int64_t{1} << 27) - 1))));
}

/// a b exactly, for b of at most 26 significant bits.
HWY_INLINE Pairs two_product_short(V a, V b) {
#if HWY_NATIVE_FMA
  const V product = a * b;
  return {product, hn::MulSub(a, b, product)};
#else
  const V high = leading_26_bits(a);
  return fast_two_sum(high * b, (a - high) * b);
#endif
}

/// a b exactly, where nothing overflows or underflows.
HWY_INLINE Pairs two_product(V a, V b) {
  const V product = a * b;
#if HWY_NATIVE_FMA
  return {product, hn::MulSub(a, b, product)};
#else
  const V a_high = leading_26_bits(a);
  const V b_high = leading_26_bits(b);
  const V a_low = a - a_high;
  const V b_low = b - b_high;
  return {product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
#endif
}

/// 2^(k/4) = power (1 + rest).
struct Powers {
  V power;
  V rest;
};

/// A table by the last two bits of k and a power of two by the others, where `magic` is
/// k + to_integer and -1022 <= k/4 <= 1023. In registers where there are instructions for it.
///
/// The bits of k are added where the exponent begins, so that its last two reach into the
/// significand: what they add there is taken off in the table beforehand.
HWY_INLINE Powers quarter_powers(const QuarterPowers& table, V magic) {
  const auto bits = hn::BitCast(i64, magic);
  const auto shifted = hn::ShiftLeft<50>(bits);
#if HWY_TARGET == HWY_AVX3
  const auto look_up = [&](const double(&entries)[4]) SOFTLAW_INLINE {
    // The instruction reads three bits of the index: the table is there twice.
    const auto twice = _mm512_broadcast_f64x4(_mm256_loadu_pd(entries));
    return V{_mm512_permutexvar_pd(bits.raw, twice)};
  };
#elif HWY_TARGET == HWY_AVX2
  // Each number is a pair of 32-bit lanes, 2k and 2k + 1; the instruction reads three bits.
  const __m256i doubled = _mm256_slli_epi64(bits.raw, 1);
  const __m256i index = _mm256_add_epi32(_mm256_shuffle_epi32(doubled, 0xa0),
                                         _mm256_set1_epi64x(std::int64_t{1} << 32));
  const auto look_up = [&](const double(&entries)[4]) SOFTLAW_INLINE {
    return V{_mm256_castps_pd(
        _mm256_permutevar8x32_ps(_mm256_castpd_ps(_mm256_loadu_pd(entries)), index))};
  };
#else
  const auto sign = [&](auto v) SOFTLAW_INLINE {
    return hn::MaskFromVec(hn::BitCast(f64, hn::BroadcastSignBit(v)));
  };
  const Mask odd = sign(hn::ShiftLeft<63>(bits));
  const Mask upper = sign(hn::ShiftLeft<62>(bits));
  const auto look_up = [&](const double(&entries)[4]) SOFTLAW_INLINE {
    return hn::IfThenElse(upper, hn::IfThenElse(odd, Set(entries[3]), Set(entries[2])),
                          hn::IfThenElse(odd, Set(entries[1]), Set(entries[0])));
  };
#endif
  const auto power_bits = hn::BitCast(i64, look_up(table.biased));
  return {hn::BitCast(f64, hn::Add(power_bits, shifted)), look_up(table.rest)};
}

/// Unaligned entries: the `count` first of a vector, and `other` beyond, which is not read.
HWY_INLINE V load(const double* x) { return hn::LoadU(f64, x); }
HWY_INLINE V load_first(const double* x, std::size_t count, double other) {
  if (count >= hn::Lanes(f64)) return load(x);
#if SOFTLAW_HAS_MASKS
  const Mask first = hn::FirstN(f64, count);
  return hn::IfThenElse(first, hn::MaskedLoad(first, f64, x), Set(other));
#else
  HWY_ALIGN double lanes[hn::MaxLanes(f64)];
  for (std::size_t i = 0; i < hn::Lanes(f64); ++i) lanes[i] = i < count ? x[i] : other;
  return hn::Load(f64, lanes);
#endif
}
HWY_INLINE void store_first(V v, double* x, std::size_t count) {
  if (count >= hn::Lanes(f64)) return hn::StoreU(v, f64, x);
#if SOFTLAW_HAS_MASKS
  hn::BlendedStore(v, hn::FirstN(f64, count), f64, x);
#else
  HWY_ALIGN double lanes[hn::MaxLanes(f64)];
  hn::Store(v, f64, lanes);
  for (std::size_t i = 0; i < count; ++i) x[i] = lanes[i];
#endif
}

/// a + b with little more than one rounding of the low parts.
HWY_INLINE Pair sum_of(Pair a, Pair b) {
  const double total = a.high + b.high;
  const double from = total - a.high;
  return {total, ((a.high - (total - from)) + (b.high - from)) + (a.low + b.low)};
}

/// The sum of the lanes, which is exact for multiples of one number that is not too small.
HWY_INLINE double sum_of_lanes(V v) {
#if HWY_TARGET == HWY_NEON
  // GCC 12 takes the sum of the lanes of x - c for that of x less twice c, which is rounded elsewhere.
  return hn::ExtractLane(v, 0) + hn::ExtractLane(v, 1);
#else
  return hn::GetLane(hn::SumOfLanes(f64, v));
#endif
}

/// The sum of the lanes of pairs, by halves.
HWY_INLINE Pair reduce(V high, V low) {
  HWY_ALIGN double highs[hn::MaxLanes(f64)];
  HWY_ALIGN double lows[hn::MaxLanes(f64)];
  hn::Store(high, f64, highs);
  hn::Store(low, f64, lows);
  for (std::size_t half = hn::Lanes(f64) / 2; half > 0; half /= 2) {
    for (std::size_t i = 0; i < half; ++i) {
      const Pair sum = sum_of({highs[i], lows[i]}, {highs[i + half], lows[i + half]});
      highs[i] = sum.high;
      lows[i] = sum.low;
    }
  }
  return {highs[0], lows[0]};
}

/// a / unit for 2 and 6, with an error of some 2^-104.
HWY_INLINE Pair divide(Pair a, double unit) {
  if (unit == 2) return {a.high / 2, a.low / 2};
  const double quotient = (a.high + a.low) / unit;
  // quotient unit = 4 quotient + 2 quotient, which a.high less 4 quotient makes exact
  const double rest = ((a.high - 4 * quotient) - 2 * quotient) + a.low;
  return {quotient, rest / unit};
}

}  // namespace softlaw::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
