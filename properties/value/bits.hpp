// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "value/value.hpp"

// Floats of any format as the bits of IEEE 754: the form in which they are exact everywhere.
namespace softlaw::properties {

/// How many bits a float of the format has: sign, exponent, fraction.
int width(const Format& format);

/// The bits of a float of the format; NaN is the positive quiet one without a payload.
std::uint64_t to_bits(double value, const Format& format);
double from_bits(std::uint64_t bits, const Format& format);

/// The bits of each float as hexadecimal digits, the most significant first, four bits a digit:
/// 1 in binary32 is `3f800000`.  One float stands behind the other.
std::string to_digits(const std::vector<double>& values, const Format& format);
/// Reads the output of to_digits(); throws std::invalid_argument that shows the digits that it cannot
/// read.
std::vector<double> read_digits(std::string_view digits, const Format& format);

}  // namespace softlaw::properties
