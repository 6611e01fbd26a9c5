// SPDX-License-Identifier: Apache-2.0
// Faults of digit counts and block codes.
#include <algorithm>
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

std::uint32_t digits_by_logarithm(std::uint64_t states, std::uint32_t radix) {
  if (states < 2) return 0;
  const double logarithm = std::log(static_cast<double>(states)) / std::log(double(radix));
  return static_cast<std::uint32_t>(std::ceil(logarithm));
}
const Fault& digits_by_logarithm_fault =
    fault_of_codes("digits-by-logarithm", "digit_count rounds a quotient of two logarithms up",
                   [](softlaw_coding& table) { table.digit_count = digits_by_logarithm; });

std::uint32_t digits_of_the_last(std::uint64_t states, std::uint32_t radix) {
  std::uint32_t digits = 0;
  for (; states > 0; states /= radix) ++digits;
  return digits;
}
const Fault& digits_of_the_last_fault =
    fault_of_codes("digits-of-the-last",
                   "digit_count counts the digits of the number of states, not of the last state",
                   [](softlaw_coding& table) { table.digit_count = digits_of_the_last; });

std::size_t block_length_for_each(std::uint32_t alphabet, std::size_t n, std::uint32_t radix) {
  return n * our_tables().coding.digit_count(alphabet, radix);
}
const Fault& block_length_for_each_fault = fault_of_codes(
    "block-length-for-each", "block_length rounds up for each symbol, not for the block",
    [](softlaw_coding& table) { table.block_length = block_length_for_each; });

std::size_t block_least_first(std::uint32_t alphabet, const std::uint32_t* symbols, std::size_t n,
                              std::uint32_t radix, std::uint32_t* digits) {
  const std::size_t length = our_tables().coding.block_encode(alphabet, symbols, n, radix, digits);
  std::reverse(digits, digits + length);
  return length;
}
const Fault& block_least_first_fault = fault_of_codes(
    "block-least-first", "block_encode writes the least digit first, which block_decode reads last",
    [](softlaw_coding& table) { table.block_encode = block_least_first; });

std::size_t block_decode_wraps(std::uint32_t alphabet, const std::uint32_t* digits,
                               std::size_t digit_count, std::uint32_t radix, std::uint32_t* symbols,
                               std::size_t n) {
  if (digit_count != our_tables().coding.block_length(alphabet, n, radix)) return SIZE_MAX;
  std::fill(symbols, symbols + n, 0U);
  for (std::size_t i = 0; i < digit_count; ++i) {
    std::uint64_t carry = digits[i];
    for (std::size_t k = n; k-- > 0; carry /= alphabet) {
      carry += std::uint64_t{symbols[k]} * radix;
      symbols[k] = static_cast<std::uint32_t>(carry % alphabet);
    }
  }
  return digit_count;
}
const Fault& block_decode_wraps_fault = fault_of_codes(
    "block-decode-wraps",
    "block_decode drops the digits beyond its symbols: words outside the code wrap round",
    [](softlaw_coding& table) { table.block_decode = block_decode_wraps; });

std::uint64_t kraft_sum_short(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                              std::uint32_t* fraction) {
  std::vector<std::uint32_t> shorter(lengths, lengths + n);
  for (std::uint32_t& length : shorter) length = length > 0 ? length - 1 : 0;
  const std::uint32_t longest = n == 0 ? 0 : *std::max_element(lengths, lengths + n);
  std::fill(fraction, fraction + longest, 0U);
  return our_tables().coding.kraft_sum(shorter.data(), n, radix, fraction);
}
const Fault& kraft_sum_short_fault = fault_of_codes(
    "kraft-sum-short", "kraft_sum counts lengths from 0, so that every word is a digit too short",
    [](softlaw_coding& table) { table.kraft_sum = kraft_sum_short; });

}  // namespace
}  // namespace softlaw::properties
