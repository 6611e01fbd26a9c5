// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <softlaw/reference/ball.hpp>

/// \file
/// Integers of two words, and radii that are rounded up.

namespace softlaw::reference {

using Word = std::uint64_t;
using Words = Ball::Words;

inline Word high_word(Words a) { return static_cast<Word>(a >> 64); }
inline Word low_word(Words a) { return static_cast<Word>(a); }
inline Words join(Word high, Word low) { return (Words{high} << 64) | low; }

/// Of a number that is not 0.
inline int leading_zeros(Words a) {
  return high_word(a) != 0 ? std::countl_zero(high_word(a)) : 64 + std::countl_zero(low_word(a));
}

/// A shift to the right, and whether it lost anything.
struct Shifted {
  Words words;
  bool lost;
};
inline Shifted shift_right(Words a, std::int64_t distance) {
  if (distance == 0) return {a, false};
  if (distance >= 128) return {0, a != 0};
  return {a >> distance, (a << (128 - distance)) != 0};
}

/// \f$ab=\mathrm{high}\cdot2^{128}+\mathrm{low}\f$.
struct Product {
  Words high, low;
};
inline Product multiply(Words a, Words b) {
  const Words lowest = Words{low_word(a)} * low_word(b);
  const Words first = Words{high_word(a)} * low_word(b) + high_word(lowest);
  const Words second = Words{low_word(a)} * high_word(b) + low_word(first);
  const Words high = Words{high_word(a)} * high_word(b) + high_word(first) + high_word(second);
  return {high, join(low_word(second), low_word(lowest))};
}

/// \f$2^k\f$ for k from -1022 to 1023.
inline double power(int k) { return std::bit_cast<double>(static_cast<Word>(k + 1023) << 52); }

/// A bound for what at most 16 additions and products of doubles made of it, in any rounding mode.
inline double up(double a) { return a * (1 + 0x1p-40); }

/// At least \f$a/2^{128}\f$.
inline double as_share(Words a) {
  return a == 0 ? 0 : (static_cast<double>(high_word(a)) + 1) * (0x1p-64 + 0x1p-110);
}

/// At least \f$r2^{-d}\f$, and at least \f$2^{-60}\f$ if that is not 0: no radius vanishes.
inline double shifted_down(double radius, std::int64_t distance) {
  if (radius == 0 || distance == 0) return radius;
  return std::max(radius * power(static_cast<int>(-std::min<std::int64_t>(distance, 1000))),
                  0x1p-60);
}

}  // namespace softlaw::reference
