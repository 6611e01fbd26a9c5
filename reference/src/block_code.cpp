// SPDX-License-Identifier: Apache-2.0
#include <gmp.h>

#include <algorithm>
#include <softlaw/reference/block_code.hpp>
#include <stdexcept>
#include <string>

namespace softlaw::reference {
namespace {

/// An integer of GMP, as long as it is in scope.
class Whole {
 public:
  explicit Whole(unsigned long value = 0) { mpz_init_set_ui(value_, value); }
  Whole(const Whole&) = delete;
  Whole& operator=(const Whole&) = delete;
  ~Whole() { mpz_clear(value_); }

  mpz_ptr get() { return value_; }
  mpz_srcptr get() const { return value_; }

 private:
  mpz_t value_;
};

void check(const char* function, std::uint32_t alphabet, std::uint32_t radix) {
  if (alphabet >= 1 && radix >= 2) return;
  throw std::domain_error("softlaw::reference::" + std::string(function) +
                          ": alphabet must be at least 1 and radix at least 2, got " +
                          std::to_string(alphabet) + " and " + std::to_string(radix));
}

std::size_t least_exponent(const Whole& states, std::uint32_t radix) {
  Whole words(1);
  std::size_t digits = 0;
  for (; mpz_cmp(words.get(), states.get()) < 0; ++digits) {
    mpz_mul_ui(words.get(), words.get(), radix);
  }
  return digits;
}

void read_number(Whole& number, const Integers& digits, std::uint32_t radix) {
  for (const std::uint32_t digit : digits) {
    mpz_mul_ui(number.get(), number.get(), radix);
    mpz_add_ui(number.get(), number.get(), digit);
  }
}

/// Takes the digits off the number.
Integers write_number(Whole& number, std::size_t count, std::uint32_t radix) {
  Integers digits(count);
  for (std::size_t k = count; k-- > 0;) {
    digits[k] = static_cast<std::uint32_t>(mpz_fdiv_q_ui(number.get(), number.get(), radix));
  }
  return digits;
}

bool all_below(const Integers& digits, std::uint32_t bound) {
  return std::ranges::all_of(digits, [bound](auto digit) { return digit < bound; });
}

}  // namespace

std::uint32_t digit_count(std::uint64_t states, std::uint32_t radix) {
  check("digit_count", 1, radix);
  Whole number(static_cast<unsigned long>(states >> 32));
  mpz_mul_2exp(number.get(), number.get(), 32);
  mpz_add_ui(number.get(), number.get(), static_cast<unsigned long>(states & 0xffffffffU));
  return static_cast<std::uint32_t>(least_exponent(number, radix));
}

std::size_t block_length(std::uint32_t alphabet, std::size_t n, std::uint32_t radix) {
  check("block_length", alphabet, radix);
  Whole blocks;
  mpz_ui_pow_ui(blocks.get(), alphabet, n);
  return least_exponent(blocks, radix);
}

Integers block_encode(std::uint32_t alphabet, const Integers& symbols, std::uint32_t radix) {
  const std::size_t length = block_length(alphabet, symbols.size(), radix);
  if (!all_below(symbols, alphabet)) {
    throw std::domain_error("softlaw::reference::block_encode: symbols must be below " +
                            std::to_string(alphabet));
  }
  Whole number;
  read_number(number, symbols, alphabet);
  return write_number(number, length, radix);
}

std::optional<Integers> block_decode(std::uint32_t alphabet, const Integers& digits, std::size_t n,
                                     std::uint32_t radix) {
  const std::size_t length = block_length(alphabet, n, radix);
  if (digits.size() != length || !all_below(digits, radix)) return std::nullopt;
  Whole number;
  read_number(number, digits, radix);
  Integers symbols = write_number(number, n, alphabet);
  if (mpz_sgn(number.get()) != 0) return std::nullopt;
  return symbols;
}

}  // namespace softlaw::reference
