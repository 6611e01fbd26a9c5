// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/block_code.hpp>

#include "kernel/block_length.hpp"
#include "kernel/check.hpp"
#include "kernel/natural.hpp"

namespace softlaw {
namespace {

using kernel::Natural;
using kernel::to_text;
using Digits = std::vector<std::uint32_t>;

[[noreturn]] void fail(const char* function, const std::string& what) {
  throw std::invalid_argument(std::string("softlaw::") + function + ": " + what);
}

/// So that no length overflows.
constexpr std::size_t most_symbols = std::size_t{1} << 58;

void require_code(const char* function, std::uint32_t alphabet, std::size_t n,
                  std::uint32_t radix) {
  if (alphabet == 0) fail(function, "alphabet must be at least 1, got 0");
  if (n > most_symbols) fail(function, "n must be at most 2^58, got " + to_text(n));
  kernel::require_radix(function, radix);
}

void require_below(const char* function, const char* argument,
                   std::span<const std::uint32_t> digits, std::uint32_t bound) {
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] < bound) continue;
    fail(function, std::string(argument) + "[" + to_text(i) + "] must be below " + to_text(bound) +
                       ", got " + to_text(digits[i]));
  }
}

/// As many digits as make one number below 2^32, and the size of their range.
struct Chunk {
  std::size_t digits = 1;
  std::uint32_t range;
  explicit Chunk(std::uint32_t radix) : range(radix) {
    for (; std::uint64_t{range} * radix <= 0xffffffffU; ++digits) range *= radix;
  }
};

/// The number with these digits, most significant first.
Natural read_number(std::span<const std::uint32_t> digits, std::uint32_t radix) {
  const Chunk chunk(radix);
  Natural number;
  std::size_t i = 0;
  for (; i + chunk.digits <= digits.size(); i += chunk.digits) {
    std::uint32_t value = 0;
    for (std::size_t k = i; k < i + chunk.digits; ++k) value = value * radix + digits[k];
    number.multiply_add(chunk.range, value);
  }
  for (; i < digits.size(); ++i) number.multiply_add(radix, digits[i]);
  return number;
}

/// The last `count` digits of the number, most significant first.
Digits write_number(Natural number, std::size_t count, std::uint32_t radix) {
  const Chunk chunk(radix);
  Digits digits(count);
  std::uint32_t value = 0;
  for (std::size_t k = 0; k < count; ++k) {
    if (k % chunk.digits == 0) value = number.divide(chunk.range);
    digits[count - 1 - k] = value % radix;
    value /= radix;
  }
  return digits;
}

}  // namespace

std::uint32_t digit_count(std::uint64_t states, std::uint32_t radix) {
  kernel::require_radix("digit_count", radix);
  std::uint32_t digits = 0;
  // `rest` numbers are left for each word so far: ceil(states / radix^digits).
  for (std::uint64_t rest = states; rest > 1; ++digits) rest = (rest - 1) / radix + 1;
  return digits;
}

std::size_t block_length(std::uint32_t alphabet, std::size_t n, std::uint32_t radix) {
  require_code("block_length", alphabet, n, radix);
  return kernel::length_of_block(alphabet, n, radix);
}

Digits block_encode(std::uint32_t alphabet, std::span<const std::uint32_t> symbols,
                    std::uint32_t radix) {
  require_code("block_encode", alphabet, symbols.size(), radix);
  require_below("block_encode", "symbols", symbols, alphabet);
  const std::size_t n = symbols.size();
  const std::size_t length = kernel::length_of_block(alphabet, n, radix);
  return write_number(alphabet == 1 ? Natural() : read_number(symbols, alphabet), length, radix);
}

Digits block_decode(std::uint32_t alphabet, std::span<const std::uint32_t> digits, std::size_t n,
                    std::uint32_t radix) {
  require_code("block_decode", alphabet, n, radix);
  const std::size_t length = kernel::length_of_block(alphabet, n, radix);
  kernel::require_size("block_decode", "digits", digits.size(), length);
  require_below("block_decode", "digits", digits, radix);
  Natural number = read_number(digits, radix);
  if (number >= kernel::power(alphabet, n)) fail("block_decode", "digits are the code of no block");
  return alphabet == 1 ? Digits(n) : write_number(std::move(number), n, alphabet);
}

std::vector<int> pam3_levels(std::span<const std::uint32_t> digits) {
  require_below("pam3_levels", "digits", digits, 3);
  std::vector<int> levels;
  for (const std::uint32_t digit : digits) levels.push_back(static_cast<int>(digit) - 1);
  return levels;
}

Digits pam3_digits(std::span<const int> levels) {
  Digits digits;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (levels[i] < -1 || levels[i] > 1) {
      fail("pam3_digits",
           "levels[" + to_text(i) + "] must be -1, 0 or 1, got " + to_text(levels[i]));
    }
    digits.push_back(static_cast<std::uint32_t>(levels[i] + 1));
  }
  return digits;
}

}  // namespace softlaw
