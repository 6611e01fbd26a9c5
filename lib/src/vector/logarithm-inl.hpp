// SPDX-License-Identifier: Apache-2.0
// Once a target: see target.cpp.
#if defined(SOFTLAW_LOGARITHM_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SOFTLAW_LOGARITHM_INL_HPP
#undef SOFTLAW_LOGARITHM_INL_HPP
#else
#define SOFTLAW_LOGARITHM_INL_HPP
#endif

#include <bit>
#include <cstdint>
#include <type_traits>

#include "log_table.hpp"
#include "operations-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace softlaw::vector::HWY_NAMESPACE {

/// x = 2^k z for normal x > 0, and what the part of the table that z falls in makes of it: z factor = 1 + r,
/// |r| < 2^-7.7, and log x = base + base_low + log(1 + r); without the
/// low part of the table, to 2^-43.
struct Parts {
  V z;
  V factor;
  V base;
  V base_low;

  template <bool with_low>
  HWY_INLINE Parts(V x, std::bool_constant<with_low>) {
    constexpr int width = 52;
    constexpr std::int64_t exponents = 1024;
    constexpr std::int64_t offset =
        static_cast<std::int64_t>(LogParts::first) - (exponents << width);
    const auto bits = hn::BitCast(i64, x);
    const auto shifted = hn::Sub(bits, hn::Set(i64, offset));
    const auto part = hn::And(hn::ShiftRight<width - LogParts::bits>(shifted),
                              hn::Set(i64, static_cast<std::int64_t>(LogParts::size) - 1));
    // k + 1024, as the last bits of a number
    const hn::RebindToUnsigned<DI> u64;
    const auto raised = hn::BitCast(i64, hn::ShiftRight<width>(hn::BitCast(u64, shifted)));
    const auto number = hn::Or(raised, hn::BitCast(i64, Set(0x1p52)));
    const V k = hn::BitCast(f64, number) - Set(0x1p52 + exponents);
    const auto power = hn::Sub(hn::ShiftLeft<width>(raised), hn::Set(i64, exponents << width));
    z = hn::BitCast(f64, hn::Sub(bits, power));
    factor = hn::GatherIndex(f64, log_parts.factor.data(), part);
    base = mul_add(k, Set(log_two_high), hn::GatherIndex(f64, log_parts.high.data(), part));
    const V low = with_low ? hn::GatherIndex(f64, log_parts.low.data(), part) : Set(0);
    base_low = mul_add(k, Set(log_two_low), low);
  }
};

/// (log(1 + r) - r + r²/2) / r³ by its power series to r^6, for |r| < 2^-7.7.
HWY_INLINE V cubic_rest(V r, V r2) {
  const V a = mul_add(r, Set(log_tail[1]), Set(log_tail[0]));
  const V b = mul_add(r, Set(log_tail[3]), Set(log_tail[2]));
  const V c = mul_add(r, Set(log_tail[5]), Set(log_tail[4]));
  return mul_add(r2 * r2, mul_add(r2, Set(log_tail[6]), c), mul_add(r2, b, a));
}

/// log x for normal x > 0, with an error of at most log_error + 2^-100 |log x|: everything above the cubic
/// term is a pair.
HWY_INLINE Pairs logarithm(V x) {
  const Parts parts(x, std::true_type{});
  const Pairs product = two_product(parts.z, parts.factor);
  const V r = product.high - Set(1);
  const V r2 = r * r;
  const V cubic = (r2 * r) * cubic_rest(r, r2);
  const V r_low = mul_add(product.low * r, r - Set(1), product.low);
  const Pairs half_square = two_product(r, r * Set(0.5));
  const Pairs first = two_sum(parts.base, r);
  const Pairs second = fast_two_sum(first.high, hn::Neg(half_square.high));
  const V rest = (first.low + second.low) + (parts.base_low - half_square.low);
  return fast_two_sum(second.high, rest + (cubic + r_low));
}

/// log x for normal x > 0, with an error of at most 2^-42 + 2^-52 |log x|.
HWY_INLINE V logarithm32(V x) {
  const Parts parts(x, std::false_type{});
  const V r = mul_add(parts.z, parts.factor, Set(-1));
  const V r2 = r * r;
  const V square = mul_add(r2 * r, cubic_rest(r, r2), Set(-0.5) * r2);
  return parts.base + (r + (square + parts.base_low));
}

/// a b as a pair, exactly.
HWY_INLINE Pair product_of(double a, double b) {
#if HWY_NATIVE_FMA
  const double product = a * b;
  return {product, __builtin_fma(a, b, -product)};
#else
  const kernel::DoubleDouble product = kernel::two_product(a, b);
  return {product.hi, product.lo};
#endif
}

/// log(1 + t) for a pair t > 2^-700: that of one number takes less time than a vector's. With a relative error of
/// at most 2^-69 where t < 2^-9, and else an absolute one of log_error.
Pair log1p_of(double t, double t_low) {
  if (t < 0x1p-9) {
    const kernel::DoubleDouble small = kernel::log1p_small({t, t_low});
    return {small.hi, small.lo};
  }
  constexpr int width = 52;
  const kernel::DoubleDouble sum = kernel::two_sum(1, t);
  const std::uint64_t bits = std::bit_cast<std::uint64_t>(sum.hi);
  const std::uint64_t shifted = bits - LogParts::first;  // not negative: 1 + t > 1/sqrt 2
  const std::uint64_t power = shifted >> width << width;
  const std::size_t part = (shifted >> (width - LogParts::bits)) & (LogParts::size - 1);
  const auto k = static_cast<double>(static_cast<std::int64_t>(power >> width));
  const double z = std::bit_cast<double>(bits - power);
  const double unit = std::bit_cast<double>((std::uint64_t{1023} << width) - power);
  const double factor = log_parts.factor[part];

  const Pair product = product_of(z, factor);
  const double r = product.high - 1;
  const double r2 = r * r;
  const double r4 = r2 * r2;
  const double tail = (log_tail[0] + r * log_tail[1]) + r2 * (log_tail[2] + r * log_tail[3]) +
                      r4 * ((log_tail[4] + r * log_tail[5]) + r2 * log_tail[6]);
  const double r_low = product.low + (sum.lo + t_low) * unit * factor;
  const Pair half_square = product_of(r, 0.5 * r);
  const double base = k * log_two_high + log_parts.high[part];
  const double base_low = k * log_two_low + log_parts.low[part];
  const kernel::DoubleDouble first = kernel::two_sum(base, r);
  const kernel::DoubleDouble second = kernel::fast_two_sum(first.hi, -half_square.high);
  const double rest = (first.lo + second.lo) + (base_low - half_square.low);
  const double low = r2 * r * tail + (r_low - r_low * r + r_low * r2);
  const kernel::DoubleDouble log = kernel::fast_two_sum(second.hi, rest + low);
  return {log.hi, log.lo};
}

}  // namespace softlaw::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
