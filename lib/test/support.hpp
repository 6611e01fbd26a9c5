// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "numbers.hpp"

/// Helpers that the tests of the library share.
namespace softlaw::test {

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
