// SPDX-License-Identifier: Apache-2.0
// Once a target: see target.cpp.
#if defined(SOFTLAW_LOGARITHM_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SOFTLAW_LOGARITHM_INL_HPP
#undef SOFTLAW_LOGARITHM_INL_HPP
#else
#define SOFTLAW_LOGARITHM_INL_HPP
#endif

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
  const V a = mul_add(r, Set(-1.0 / 4), Set(1.0 / 3));
  const V b = mul_add(r, Set(-1.0 / 6), Set(1.0 / 5));
  const V c = mul_add(r, Set(-1.0 / 8), Set(1.0 / 7));
  return mul_add(r2 * r2, mul_add(r2, Set(1.0 / 9), c), mul_add(r2, b, a));
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

}  // namespace softlaw::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
