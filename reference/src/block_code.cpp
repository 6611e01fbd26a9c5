// SPDX-License-Identifier: Apache-2.0
#include <gmp.h>

#include <algorithm>
#include <bit>
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

void require_at_least(std::uint32_t least, const char* function, const char* argument,
                      std::uint32_t value) {
  if (value >= least) return;
  throw std::domain_error("softlaw::reference::" + std::string(function) + ": " + argument +
                          " must be at least " + std::to_string(least) + ", got " +
                          std::to_string(value));
}

/// The least m with radix^m >= states, between a lower and an upper bound.
std::size_t least_exponent(const Whole& states, std::uint32_t radix) {
  if (mpz_cmp_ui(states.get(), 1) <= 0) return 0;
  const auto bits_of_a_digit = static_cast<std::size_t>(std::bit_width(radix) - 1);
  std::size_t too_few = 0;
  std::size_t enough = mpz_sizeinbase(states.get(), 2) / bits_of_a_digit + 1;
  Whole words;
  while (enough - too_few > 1) {
    const std::size_t middle = too_few + (enough - too_few) / 2;
    mpz_ui_pow_ui(words.get(), radix, middle);
    (mpz_cmp(words.get(), states.get()) < 0 ? too_few : enough) = middle;
  }
  return enough;
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
  require_at_least(2, "digit_count", "radix", radix);
  Whole number(static_cast<unsigned long>(states >> 32));
  mpz_mul_2exp(number.get(), number.get(), 32);
  mpz_add_ui(number.get(), number.get(), static_cast<unsigned long>(states & 0xffffffffU));
  return static_cast<std::uint32_t>(least_exponent(number, radix));
}

std::size_t block_length(std::uint32_t alphabet, std::size_t n, std::uint32_t radix) {
  require_at_least(1, "block_length", "alphabet", alphabet);
  require_at_least(2, "block_length", "radix", radix);
  Whole blocks;
  mpz_ui_pow_ui(blocks.get(), alphabet, n);
  return least_exponent(blocks, radix);
}

Integers block_encode(std::uint32_t alphabet, const Integers& symbols, std::uint32_t radix) {
  const std::size_t length = block_length(alphabet, symbols.size(), radix);
  if (!all_below(symbols, alphabet)) {
    throw std::domain_error("softlaw::reference::block_encode: symbols must be below " +
                            std::to_string(alphabet) + ", got " +
                            std::to_string(std::ranges::max(symbols)));
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
