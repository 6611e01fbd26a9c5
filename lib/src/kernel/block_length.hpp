// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>

#include "log.hpp"
#include "natural.hpp"

/// How many digits n symbols need, exactly.
namespace softlaw::kernel {

/// base^exponent with the greatest exponent.
struct Power {
  std::uint64_t base;
  unsigned exponent = 1;

  explicit Power(std::uint32_t number) : base(number) {
    for (unsigned e = 31; e >= 2 && exponent == 1; --e) {
      const auto root = static_cast<std::uint64_t>(std::round(std::pow(number, 1.0 / e)));
      std::uint64_t power = 1;
      for (unsigned k = 0; k < e && power <= number; ++k) power *= root;
      if (root >= 2 && power == number) {
        base = root;
        exponent = e;
      }
    }
  }
};

/// ceil(n i / j), with no product that overflows where the result does not.
inline std::size_t ceil_of_share(std::size_t n, unsigned i, unsigned j) {
  return n / j * i + (n % j * i + j - 1) / j;
}

/// The least m with radix^m >= alphabet^n, by multiplication.
inline std::size_t length_by_powers(std::uint32_t alphabet, std::size_t n, std::uint32_t radix,
                                    std::size_t too_few) {
  const Natural blocks = power(alphabet, n);
  std::size_t length = too_few;
  for (Natural words = power(radix, length); words < blocks; ++length) {
    words.multiply_add(radix, 0);
  }
  return length;
}

/// The same. Of powers of one number the exponents tell. Otherwise alphabet^n is no power of the
/// radix, n log(alphabet) / log(radix) no integer, and logarithms with a relative error of 2^-68
/// tell between which two it lies, but where it is close to one.
inline std::size_t length_of_block(std::uint32_t alphabet, std::size_t n, std::uint32_t radix) {
  if (alphabet == 1 || n == 0) return 0;
  const Power symbols(alphabet), digits(radix);
  if (symbols.base == digits.base) return ceil_of_share(n, symbols.exponent, digits.exponent);
  const auto logarithm = [](std::uint32_t a) { return make_scaled(log(from_integer(a))); };
  const Scaled length = from_integer(n) * (logarithm(alphabet) / logarithm(radix));
  const DoubleDouble value = to_double_double(length);
  const double whole = std::floor(value.hi);
  const double beyond = (value.hi - whole) + value.lo;  // above 2^53 more than one, of either sign
  const double part = beyond - std::floor(beyond);
  const auto below = static_cast<std::size_t>(static_cast<std::int64_t>(whole) +
                                              static_cast<std::int64_t>(std::floor(beyond)));
  if (std::min(part, 1 - part) > value.hi * 0x1p-64) return below + 1;
  return length_by_powers(alphabet, n, radix, below == 0 ? 0 : below - 1);
}

}  // namespace softlaw::kernel
