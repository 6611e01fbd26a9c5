// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "log.hpp"

/// The exponential of a pair to about 2^-71, with its table.
namespace softlaw::kernel {

inline constexpr int exp_steps = 256;

/// exp(x) for |x| <= 2^-8 by its Taylor polynomial of degree 13, for the table.
constexpr DoubleDouble exp_small(DoubleDouble x) {
  DoubleDouble sum{1, 0};
  for (int k = 13; k >= 1; --k) sum = x * sum / DoubleDouble{1.0 * k, 0} + 1.0;
  return sum;
}

/// 2^(j/256) for 0 <= j < 256, as powers of 2^(1/256): hi of 26 bits, lo the rest, together with a
/// relative error below 2^-79.
constexpr auto make_exp_table() {
  std::array<DoubleDouble, exp_steps> table{};
  const DoubleDouble root = exp_small(log_two * (1.0 / exp_steps));
  DoubleDouble power{1, 0};
  for (DoubleDouble& entry : table) {
    entry.hi = leading_bits<26>(power.hi);
    entry.lo = (power + -entry.hi).hi;
    power = power * root;
  }
  return table;
}

inline constexpr auto exp_table = make_exp_table();

/// log(2)/256 = first + second + third, the first two of 32 bits, so that products with integers
/// below 2^21 are exact.
struct ReductionConstants {
  double first;
  double second;
  double third;
  constexpr ReductionConstants() : first(0), second(0), third(0) {
    const DoubleDouble step = log_two * (1.0 / exp_steps);
    first = leading_bits<32>(step.hi);
    const DoubleDouble rest = step + -first;
    second = leading_bits<32>(rest.hi);
    third = (rest + -second).hi;
  }
};

inline constexpr ReductionConstants reduction;

/// Below this the exponential counts as zero: even exp(-4096) times three factors of 2^1024 lies
/// under the smallest subnormal number.
inline constexpr double lowest_exponent = -4096;

/// exp(d) for d <= 0, not quite normalised: the mantissa lies in [0.99, 2.01).
///
/// With k = round(256 d / log 2) and r = d - k log(2)/256, |r| <= 2^-9.5, it is
/// 2^(k/256) (1 + r + q), where q = exp(r) - 1 - r <= 2^-20 is computed in binary64 with four
/// roundings: that is the whole error, 2^-71; all else stays below 2^-78. Increasing d never gives
/// a smaller k.
constexpr Scaled exponential(DoubleDouble d) {
  if (!(d.hi >= lowest_exponent)) return {};
  constexpr double round_to_integer = 0x1.8p52;
  constexpr double steps_per_unit = exp_steps * std::numbers::log2e;
  const double k = (d.hi * steps_per_unit + round_to_integer) - round_to_integer;

  // d.hi - k first is exact (neighbours), k second is exact (53 bits).
  const DoubleDouble reduced = two_sum(d.hi - k * reduction.first, -(k * reduction.second));
  const DoubleDouble r = two_sum(reduced.hi, reduced.lo + (d.lo - k * reduction.third));

  const double tail = 1.0 / 6 + r.hi * (1.0 / 24 + r.hi * (1.0 / 120 + r.hi * (1.0 / 720)));
  const double q = r.hi * r.hi * (0.5 + r.hi * tail) + r.hi * r.lo;
  const DoubleDouble growth = fast_two_sum(r.hi, q);
  const double growth_low = growth.lo + r.lo;

  const int index = static_cast<int>(k);
  const DoubleDouble power = exp_table[static_cast<std::size_t>(index & (exp_steps - 1))];
  const double growth_high = leading_bits<27>(growth.hi);
  const double growth_rest = (growth.hi - growth_high) + growth_low;
  const DoubleDouble sum = fast_two_sum(power.hi, power.hi * growth_high);  // exact
  const double low = power.lo + (power.hi * growth_rest + power.lo * growth.hi);
  return {fast_two_sum(sum.hi, sum.lo + low), index >> 8};
}

/// exp(d) for d <= 0 with a relative error of at most 2^-9.4: the table alone. Zero below 2^-1000.
constexpr double rough_exponential(double d) {
  if (!(d > -693)) return 0;
  constexpr double round_to_integer = 0x1.8p52;
  constexpr double steps_per_unit = exp_steps * std::numbers::log2e;
  const auto k = static_cast<int>((d * steps_per_unit + round_to_integer) - round_to_integer);
  return exp_table[static_cast<std::size_t>(k & (exp_steps - 1))].hi * power_of_two(k >> 8);
}

}  // namespace softlaw::kernel
