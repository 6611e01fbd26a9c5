// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

/// Numbers and their bits.
namespace softlaw::test {

template <class R>
constexpr R infinity = std::numeric_limits<R>::infinity();
template <class R>
constexpr R nan = std::numeric_limits<R>::quiet_NaN();

/// Lengths around the widths of vector registers and the tiles of the library.
inline const std::vector<std::size_t> lengths = {1,  2,  3,  4,  5,  7,  8,  9,   15,  16,
                                                 17, 31, 32, 33, 63, 64, 65, 129, 1000};

/// The bits, so that equality tells -0 from +0 and one NaN is like another.
inline std::uint64_t bits(double x) {
  return std::isnan(x) ? ~std::uint64_t{0} : std::bit_cast<std::uint64_t>(x);
}
inline std::uint64_t bits(float x) {
  return std::isnan(x) ? ~std::uint64_t{0} : std::bit_cast<std::uint32_t>(x);
}

/// Numbers of the kind that a linear congruence gives, in [-1, 1).
template <class R>
std::vector<R> numbers(std::size_t n, std::uint64_t seed = 1) {
  std::vector<R> x(n);
  std::uint64_t state = seed;
  for (R& entry : x) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    entry = static_cast<R>(std::scalbn(static_cast<double>(state >> 33), -30) - 1);
  }
  return x;
}

}  // namespace softlaw::test
