// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exp.hpp"
#include "lattice.hpp"

/// The Gaussian weights of a lattice, of energies of any size.
namespace softlaw::kernel {

/// exp(-e) for e >= 0, normalised; zero only from e = 2^24 on. Beyond exponential()'s range whole
/// multiples of 4096 log 2 go to the exponent, with a relative error of 2^-73 at most.
inline Scaled decay(DoubleDouble e) {
  constexpr int block = 4096;
  if (!(e.hi < 0x1p24)) return {};
  const double blocks = e.hi > 4000 ? std::floor(e.hi / (block * std::numbers::ln2)) : 0;
  const Scaled rest = exponential(-e + log_two * (block * blocks));
  const Scaled result = normalize(rest.mantissa, rest.exponent);
  return is_zero(result) ? result : scaled_by(result, -block * static_cast<int>(blocks));
}

/// How far below the first neighbour a weight may be dropped, in nats, when moments up to `order`
/// are wanted.
inline double reach_of(std::size_t order) { return 64 + 10 * static_cast<double>(order); }

/// A pair nearest to a >= 0, but at most 2^100: as an energy or a coordinate that is far out.
inline DoubleDouble bounded(const Scaled& a) {
  return a.exponent < 100 ? to_double_double(a) : DoubleDouble{sign_of(a) * 0x1p100, 0};
}

}  // namespace softlaw::kernel
