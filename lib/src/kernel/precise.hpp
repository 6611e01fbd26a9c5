// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "log.hpp"

/// The exponential and the logarithm of a pair to nearly all its bits: slow, for what the first tier
/// leaves over in long rows.
namespace softlaw::kernel {

/// The relative error of precise_exponential(), and the absolute one of precise_log().
inline constexpr int precise_error = -92;

/// 1 / k! for k = 0, …, 9.
constexpr auto make_inverse_factorials() {
  std::array<DoubleDouble, 10> inverse{};
  inverse[0] = {1, 0};
  for (std::size_t k = 1; k < inverse.size(); ++k) {
    inverse[k] = inverse[k - 1] / DoubleDouble{static_cast<double>(k), 0};
  }
  return inverse;
}
inline constexpr auto pair_inverse_factorials = make_inverse_factorials();

/// exp(d) for -4096 <= d.hi <= 0: d = k log 2 + 256 r with |r| <= 0.0014, the Taylor polynomial of degree 9
/// for exp(r), to 2^-106, and eight squarings, each of which doubles the relative error and adds
/// 2^-103: below 2^-93 in all.
constexpr Scaled precise_exponential(DoubleDouble d) {
  constexpr double round_to_integer = 0x1.8p52;
  // log 2 in three parts, the first two of 40 bits
  constexpr double log_two_parts[] = {0x1.62e42fefa4p-1, -0x1.8432a1b0ep-43, -0x1.319ff0342543p-82};
  if (!(d.hi >= -4096)) return {};
  const double k = (d.hi * std::numbers::log2e + round_to_integer) - round_to_integer;
  DoubleDouble r = two_sum(d.hi, -(k * log_two_parts[0]));
  r = r + -(k * log_two_parts[1]);
  r = (r + two_sum(d.lo, -(k * log_two_parts[2])));
  r = {r.hi / 256, r.lo / 256};
  DoubleDouble power = pair_inverse_factorials.back();
  for (std::size_t i = pair_inverse_factorials.size() - 1; i-- > 0;) {
    power = power * r + pair_inverse_factorials[i];
  }
  for (int i = 0; i < 8; ++i) power = power * power;
  return normalize(power, static_cast<int>(k));
}

/// log(s) for a pair 1 <= s < 2^60: a step of Newton's from log().
constexpr DoubleDouble precise_log(DoubleDouble s) {
  const DoubleDouble first = log(make_scaled(s));
  const Scaled inverse = precise_exponential(-first);
  const DoubleDouble rest = s * to_double_double(inverse) + -1.0;
  return first + rest;
}

}  // namespace softlaw::kernel
