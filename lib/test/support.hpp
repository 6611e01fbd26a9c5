// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

/// Helpers that the tests of the library share.
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

template <class R>
::testing::AssertionResult all_nan(const std::vector<R>& x) {
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!std::isnan(x[i])) return ::testing::AssertionFailure() << "entry " << i << " is " << x[i];
  }
  return ::testing::AssertionSuccess();
}

template <class R>
::testing::AssertionResult same_bits(const std::vector<R>& x, const std::vector<R>& y) {
  if (x.size() != y.size()) return ::testing::AssertionFailure() << "the sizes differ";
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (bits(x[i]) == bits(y[i])) continue;
    return ::testing::AssertionFailure() << "entry " << i << " is " << x[i] << ", not " << y[i];
  }
  return ::testing::AssertionSuccess();
}

/// |x - y| in ulp of y, for y of a format with this many bits.
template <class R>
long double ulps(R x, long double y) {
  const int exponent = std::max(std::ilogb(y), std::numeric_limits<R>::min_exponent - 1);
  const long double ulp = std::scalbn(1.0L, exponent + 1 - std::numeric_limits<R>::digits);
  return std::abs(static_cast<long double>(x) - y) / ulp;
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

/// The message of the exception of this type that the call throws.
template <class Exception, class Call>
std::string message(const Call& call) {
  try {
    call();
  } catch (const Exception& error) {
    return error.what();
  }
  return "nothing was thrown";
}

using Formats = ::testing::Types<double, float>;

}  // namespace softlaw::test
