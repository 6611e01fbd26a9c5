// SPDX-License-Identifier: Apache-2.0
#include "value/bits.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace softlaw::properties {
namespace {

int fraction_bits(const Format& format) { return format.precision - 1; }

/// The bias is emax, so that emax + 1 and the subnormals' exponent are all ones and all zeros.
int exponent_bits(const Format& format) {
  return static_cast<int>(std::bit_width(static_cast<unsigned>(format.emax))) + 1;
}

std::uint64_t ones(int count) { return (std::uint64_t{1} << count) - 1; }

std::size_t digits_of_one(const Format& format) {
  return static_cast<std::size_t>(width(format)) / 4;
}

/// Exponent and fraction of a number that is not negative.
std::uint64_t magnitude_bits(double value, const Format& format) {
  const int fraction = fraction_bits(format);
  const std::uint64_t top = ones(exponent_bits(format)) << fraction;
  if (std::isnan(value)) return top | std::uint64_t{1} << (fraction - 1);
  if (std::isinf(value)) return top;
  if (value < std::ldexp(1.0, format.emin)) {
    return static_cast<std::uint64_t>(std::ldexp(value, fraction - format.emin));
  }
  // the leading 1, which is not stored, adds 1 to the exponent's field
  const int binade = std::ilogb(value);
  const auto field = static_cast<std::uint64_t>(binade - format.emin);
  return (field << fraction) + static_cast<std::uint64_t>(std::ldexp(value, fraction - binade));
}

double magnitude(std::uint64_t bits, const Format& format) {
  const int fraction = fraction_bits(format);
  const std::uint64_t exponent = bits >> fraction, rest = bits & ones(fraction);
  if (exponent == ones(exponent_bits(format))) {
    return rest == 0 ? infinity : std::numeric_limits<double>::quiet_NaN();
  }
  const int unit = format.emin - fraction;
  if (exponent == 0) return std::ldexp(static_cast<double>(rest), unit);
  const auto significand = static_cast<double>(rest | std::uint64_t{1} << fraction);
  return std::ldexp(significand, unit + static_cast<int>(exponent) - 1);
}

}  // namespace

int width(const Format& format) { return 1 + exponent_bits(format) + fraction_bits(format); }

std::uint64_t to_bits(double value, const Format& format) {
  const std::uint64_t sign = std::signbit(value) && !std::isnan(value) ? 1 : 0;
  return sign << (width(format) - 1) | magnitude_bits(std::fabs(value), format);
}

double from_bits(std::uint64_t bits, const Format& format) {
  const double value = magnitude(bits & ones(width(format) - 1), format);
  return bits >> (width(format) - 1) != 0 ? -value : value;
}

std::string to_digits(const std::vector<double>& values, const Format& format) {
  const std::size_t each = digits_of_one(format);
  std::string digits(values.size() * each, '0');
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::uint64_t bits = to_bits(values[i], format);
    for (std::size_t j = each; j-- > 0; bits >>= 4)
      digits[i * each + j] = "0123456789abcdef"[bits & 15];
  }
  return digits;
}

std::vector<double> read_digits(std::string_view digits, const Format& format) {
  const std::size_t each = digits_of_one(format);
  std::vector<double> values;
  values.reserve(digits.size() / each);
  for (std::size_t at = 0; at < digits.size(); at += each) {
    const std::string_view one = digits.substr(at, each);
    std::uint64_t bits = 0;
    const auto [end, error] = std::from_chars(one.data(), one.data() + one.size(), bits, 16);
    if (error != std::errc() || end != one.data() + one.size() || one.size() != each) {
      throw std::invalid_argument("'" + std::string(one) + "' is not the " + std::to_string(each) +
                                  " hexadecimal digits of a " + format.name + " number");
    }
    values.push_back(from_bits(bits, format));
  }
  return values;
}

}  // namespace softlaw::properties
