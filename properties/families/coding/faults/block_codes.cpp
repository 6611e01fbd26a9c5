// SPDX-License-Identifier: Apache-2.0
// Faults of digit counts and block codes.
#include <algorithm>
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

struct DigitsByLogarithm : OurCoding {
  static std::uint32_t digit_count(std::uint64_t states, std::uint32_t radix) {
    if (states < 2) return 0;
    const double logarithm = std::log(static_cast<double>(states)) / std::log(double(radix));
    return static_cast<std::uint32_t>(std::ceil(logarithm));
  }
};
const Fault& digits_by_logarithm = fault<Ours, DigitsByLogarithm>(
    "digits-by-logarithm", "digit_count rounds a quotient of two logarithms up");

struct DigitsOfTheLast : OurCoding {
  static std::uint32_t digit_count(std::uint64_t states, std::uint32_t radix) {
    std::uint32_t digits = 0;
    for (; states > 0; states /= radix) ++digits;
    return digits;
  }
};
const Fault& digits_of_the_last = fault<Ours, DigitsOfTheLast>(
    "digits-of-the-last",
    "digit_count counts the digits of the number of states, not of the last state");

struct BlockLengthForEach : OurCoding {
  static std::size_t block_length(std::uint32_t alphabet, std::size_t n, std::uint32_t radix) {
    return n * OurCoding::digit_count(alphabet, radix);
  }
};
const Fault& block_length_for_each = fault<Ours, BlockLengthForEach>(
    "block-length-for-each", "block_length rounds up for each symbol, not for the block");

struct BlockLeastFirst : OurCoding {
  static std::size_t block_encode(std::uint32_t alphabet, const std::uint32_t* symbols,
                                  std::size_t n, std::uint32_t radix, std::uint32_t* digits) {
    const std::size_t length = OurCoding::block_encode(alphabet, symbols, n, radix, digits);
    std::reverse(digits, digits + length);
    return length;
  }
};
const Fault& block_least_first = fault<Ours, BlockLeastFirst>(
    "block-least-first",
    "block_encode writes the least digit first, which block_decode reads last");

struct BlockDecodeWraps : OurCoding {
  static std::size_t block_decode(std::uint32_t alphabet, const std::uint32_t* digits,
                                  std::size_t digit_count, std::uint32_t radix,
                                  std::uint32_t* symbols, std::size_t n) {
    if (digit_count != OurCoding::block_length(alphabet, n, radix)) return SIZE_MAX;
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
};
const Fault& block_decode_wraps = fault<Ours, BlockDecodeWraps>(
    "block-decode-wraps",
    "block_decode drops what is beyond its symbols: words that are no code wrap round");

struct KraftSumShort : OurCoding {
  static std::uint64_t kraft_sum(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                 std::uint32_t* fraction) {
    std::vector<std::uint32_t> shorter(lengths, lengths + n);
    for (std::uint32_t& length : shorter) length = length > 0 ? length - 1 : 0;
    const std::uint32_t longest = n == 0 ? 0 : *std::max_element(lengths, lengths + n);
    std::fill(fraction, fraction + longest, 0U);
    return OurCoding::kraft_sum(shorter.data(), n, radix, fraction);
  }
};
const Fault& kraft_sum_short = fault<Ours, KraftSumShort>(
    "kraft-sum-short", "kraft_sum counts lengths from 0, so that every word is a digit too short");

}  // namespace
}  // namespace softlaw::properties
