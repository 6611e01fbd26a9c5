// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "log.hpp"

/// The terms of the relative entropy without cancellation.
namespace softlaw::kernel {

/// log x for x > 0 of any exponent: log() takes exponents below 2^11 only.
constexpr DoubleDouble log_far(Scaled x) {
  constexpr int step = 1200;
  double steps = 0;
  if (x.exponent >= step) steps = 1;
  if (x.exponent <= -step) steps = -1;
  x.exponent -= step * static_cast<int>(steps);
  return log(x) + log_two * (step * steps);
}

/// p log(p/q) for p, q > 0, with a relative error of at most 2^-69.7.
constexpr Scaled divergence(const Scaled& p, const Scaled& q) {
  return make_scaled(log_far(p / q)) * p;
}

/// q - p is at most a quarter of p: then divergence() is but a small change of p - q.
constexpr bool are_close(const Scaled& p, const Scaled& difference) {
  constexpr double quarter = 0.25;
  const DoubleDouble ratio = to_double_double(difference / p);
  return -quarter <= ratio.hi && ratio.hi <= quarter;
}

/// 1/3 + y/5 + y²/7 + … for 0 <= y <= 1/49, cut at a term below 2^-82.
constexpr DoubleDouble artanh_rest(DoubleDouble y) {
  DoubleDouble sum;
  for (int k = 31; k >= 3; k -= 2) sum = sum * y + DoubleDouble{1, 0} / DoubleDouble{1.0 * k, 0};
  return sum;
}

/// p log(p/q) - p + q >= 0 for close p, q with the given difference q - p, to 2^-95.
///
/// With w = (q - p)/p and z = w / (2 + w) it is p (w - log(1+w)), and as log(1+w) = 2 artanh z and
/// w = 2z / (1 - z), w - log(1+w) = w z - 2 z³ (1/3 + z²/5 + …): the last term is at most a seventh
/// of the first.
constexpr Scaled close_divergence(const Scaled& p, const Scaled& difference) {
  if (is_zero(difference)) return {};
  const Scaled w = difference / p;
  const Scaled z = w / (make_scaled(2.0) + w);
  const Scaled square = z * z;
  const Scaled rest = make_scaled(artanh_rest(to_double_double(square)));
  return p * (w * z - make_scaled(2.0) * z * square * rest);
}

}  // namespace softlaw::kernel
