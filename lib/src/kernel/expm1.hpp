// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exp.hpp"

/// The exponential less one, and the logarithm of one less an exponential, to about 2^-69.
namespace softlaw::kernel {

/// exp(d) - 1 for |d| <= 2, with a relative error of at most 2^-69.
///
/// With k and r as in exponential() and T = 2^(k/256) it is (T - 1) + T (r + q). Here q = exp(r) - 1 - r
/// has its square r^2/2 as a pair, and only what is below 2^-20 |r| is rounded in binary64, to 2^-72 |r|.
/// For k = 0 nothing else errs; for other k the table's 2^-79 counts against |exp(d) - 1| >= 2^-9.6.
constexpr DoubleDouble expm1(DoubleDouble d) {
  if (d.hi > -0x1p-110 && d.hi < 0x1p-110) return d;
  constexpr double round_to_integer = 0x1.8p52;
  constexpr double steps_per_unit = exp_steps * std::numbers::log2e;
  const double k = (d.hi * steps_per_unit + round_to_integer) - round_to_integer;
  const DoubleDouble reduced = two_sum(d.hi - k * reduction.first, -(k * reduction.second));
  const DoubleDouble r = two_sum(reduced.hi, reduced.lo + (d.lo - k * reduction.third));

  const double h = r.hi;
  const double tail = h * h * h * (1.0 / 6 + h * (1.0 / 24 + h * (1.0 / 120 + h * (1.0 / 720))));
  const DoubleDouble growth = loose_sum(r, loose_sum(r * r * 0.5, {tail, 0}));
  const int index = static_cast<int>(k);
  if (index == 0) return growth;

  const DoubleDouble power = exp_table[static_cast<std::size_t>(index & (exp_steps - 1))];
  const double unit = power_of_two(index >> 8);
  const DoubleDouble factor = fast_two_sum(power.hi * unit, power.lo * unit);
  return (factor + -1.0) + factor * growth;
}

/// log(1 - exp(d)) for d < 0, with a relative error of at most 2^-69: by expm1() where exp(d) is above
/// a half, by log1p() of an exponential below.
constexpr Scaled log1mexp(DoubleDouble d) {
  if (d.hi > -std::numbers::ln2) return make_scaled(log(-make_scaled(expm1(d))));
  const Scaled e = exponential(d);
  const Scaled decay = normalize(e.mantissa, e.exponent);
  if (is_zero(decay) || decay.exponent < -110) return -decay;
  const DoubleDouble pair = to_double_double(decay);
  if (decay.exponent < -9) return make_scaled(log1p_small(-pair));
  return make_scaled(log(make_scaled(-pair + 1.0)));
}

/// log(x) for x > 0, given both x and x - 1, of which one has lost nothing.
constexpr DoubleDouble log_near_one(const Scaled& x, DoubleDouble x_minus_one) {
  const double distance = x_minus_one.hi < 0 ? -x_minus_one.hi : x_minus_one.hi;
  return distance < 0x1p-9 ? log1p_small(x_minus_one) : log(x);
}

}  // namespace softlaw::kernel
